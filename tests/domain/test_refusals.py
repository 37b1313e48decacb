"""What the operating system refuses is told in words of ours, in the language of the sentence around it."""

from __future__ import annotations

import errno
import os

import pytest

from inspector_app.domain.refusals import refusal
from inspector_app.domain.wording import sentence
from inspector_app.system.paths import RESOURCES
from inspector_app.ui.spoken import Spoken

COMMON = [
    "ENOSPC",
    "EACCES",
    "EPERM",
    "ENOENT",
    "EROFS",
    "EIO",
    "EBUSY",
    "ENAMETOOLONG",
    "EMFILE",
    "ENFILE",
    "EISDIR",
    "ENOTDIR",
    "EEXIST",
    "ELOOP",
    "EINVAL",
    "ENODEV",
    "EDQUOT",
    "EFBIG",
]


@pytest.mark.parametrize("name", COMMON)
def test_the_common_refusals_have_chinese_words_and_none_of_the_systems(name: str) -> None:
    number = getattr(errno, name)
    said = Spoken(RESOURCES)(refusal(OSError(number, os.strerror(number))))
    assert not any("a" <= letter.lower() <= "z" for letter in said), said
    assert said


def test_a_reason_takes_the_language_of_the_sentence_around_it() -> None:
    around = sentence(
        "Nothing can be written to {folder} ({reason}). Nothing was made; choose another folder.",
        folder="/media/stick",
        reason=refusal(OSError(errno.EROFS, "Read-only file system")),
    )
    assert str(around).startswith("Nothing can be written to /media/stick (the medium is write-protected).")
    chinese = Spoken(RESOURCES)(around)
    assert "write-protected" not in chinese
    assert "Read-only" not in chinese
    assert "/media/stick" in chinese


def test_a_rare_refusal_keeps_its_number_and_its_text() -> None:
    assert str(refusal(OSError(errno.EPIPE, "Broken pipe"))) == f"error {errno.EPIPE}: Broken pipe"
    assert str(refusal(OSError("stream closed"))) == "the system said: stream closed"
