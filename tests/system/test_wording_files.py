"""The bureau's own words for its documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.domain.errors import UnusableInput
from inspector_app.system.wording_files import OWN_NAME, SHIPPED, WordingBook


def own(folder: Path, **changes: str) -> Path:
    text = SHIPPED.read_text(encoding="utf-8")
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    path = folder / OWN_NAME
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_words_are_in_force_where_there_are_no_others(tmp_path: Path) -> None:
    assert WordingBook(tmp_path).section("notice").version == "default 2026.1"


def test_a_bureaus_own_words_replace_them_with_their_version(tmp_path: Path) -> None:
    own(tmp_path, **{"default 2026.1": "青禾 2026.2", "（印章处）": "（盖章）"})
    words = WordingBook(tmp_path).section("notice")
    assert words.version == "青禾 2026.2"
    assert words["seal"] == "（盖章）"


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('seal = "', 'sael = "', "notice.sael"),
        ("{party}：", "{patient}：", "notice.addressee"),
        ("{party}：", "{party：", "notice.addressee"),
        ("[ward_sheet]", "[sheet]", "sheet"),
        ('version = "default 2026.1"', "", "version"),
    ],
)
def test_an_unusable_file_is_refused_by_the_name_of_what_is_wrong(
    tmp_path: Path, before: str, after: str, named: str
) -> None:
    own(tmp_path, **{before: after})
    with pytest.raises(UnusableInput) as refused:
        WordingBook(tmp_path).section("notice")
    assert named in str(refused.value)


def test_an_older_file_of_a_bureau_lacks_newer_phrases_and_is_used_all_the_same(tmp_path: Path) -> None:
    own(tmp_path, **{'annexes = "附件：问题明细清单"\n': "", "（印章处）": "（盖章）"})
    words = WordingBook(tmp_path).section("notice")
    assert words["annexes"] == "附件：问题明细清单"
    assert words["seal"] == "（盖章）"


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    (tmp_path / OWN_NAME).write_bytes(b"\xff\xfe notice")
    book = WordingBook(tmp_path)  # the program starts all the same
    with pytest.raises(UnusableInput):
        book.section("notice")
