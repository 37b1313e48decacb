"""Packages open for their receivers alone, and only whole."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.errors import Cancelled, DiskFull, EnvironmentProblem, Problem, UnusableInput
from inspector_app.domain.journal import Line
from inspector_app.domain.ports import Silent
from inspector_app.domain.wording import sentence
from inspector_app.exchange import packages
from inspector_app.exchange.opening import (
    BlobChunk,
    Outside,
    check_parts,
    open_outside,
    read_content,
    read_manifest,
)
from inspector_app.exchange.packages import WrittenPackage
from tests.exchange.laptops import Laptop, a_line, originals, write

LIN, HE, STRANGER = Laptop.make("林知远"), Laptop.make("何清越"), Laptop.make("陌生人")


@pytest.fixture
def package(tmp_path: Path) -> WrittenPackage:
    return write(tmp_path, LIN, HE)


def take(path: Path, laptop: Laptop = HE) -> tuple[dict[str, bytes], list[Line]]:
    """Open everything, as a receiver does."""
    outside = open_outside(path)
    check_parts(outside, Silent())
    read_manifest(outside, laptop.identity)
    blobs: dict[str, bytes] = {}
    lines: list[Line] = []
    for item in read_content(outside, laptop.identity, Silent()):
        if isinstance(item, BlobChunk):
            blobs[item.sha256] = blobs.get(item.sha256, b"") + item.data
        else:
            lines.append(item)
    return blobs, lines


def test_what_was_packed_comes_out_for_receiver_and_sender(package: WrittenPackage) -> None:
    assert len(package.files) > 2
    for laptop in (HE, LIN):
        blobs, lines = take(package.path, laptop)
        assert blobs == originals()
        assert lines == [a_line(LIN)]
    manifest = read_manifest(open_outside(package.path), HE.identity)
    assert (manifest.sender, manifest.recipient) == (LIN.card, HE.card.fingerprint)


def test_nobody_else_opens_it_and_its_outside_says_for_whom_it_is(package: WrittenPackage) -> None:
    outside = open_outside(package.path)
    assert outside.to == HE.card.fingerprint
    with pytest.raises(UnusableInput):
        read_manifest(outside, STRANGER.identity)


def test_nothing_plain_lies_on_the_medium(package: WrittenPackage) -> None:
    written = (
        b"".join(path.read_bytes() for path in package.files)
        + "".join(path.name for path in package.files).encode()
    )
    for secret in ("林知远", "何清越", "青禾县", "photograph", "bed checked", "0190-1"):
        assert secret.encode() not in written
        assert json.dumps(secret).encode() not in written


def test_a_missing_and_a_damaged_part_are_named(package: WrittenPackage) -> None:
    outside: Outside = open_outside(package.path)
    second = outside.parts[1].path
    kept = second.read_bytes()
    second.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
    with pytest.raises(UnusableInput, match="Part 2 of"):
        check_parts(outside, Silent())
    second.unlink()
    with pytest.raises(UnusableInput, match=r"Part 2 of \d+ is missing"):
        check_parts(outside, Silent())


def test_a_newer_version_is_refused_by_name(package: WrittenPackage) -> None:
    body = json.loads(package.path.read_bytes())
    package.path.write_bytes(json.dumps({**body, "format": 99}).encode())
    with pytest.raises(UnusableInput, match="newer version"):
        open_outside(package.path)


def test_another_laptop_cannot_sign_in_the_senders_name(tmp_path: Path) -> None:
    from dataclasses import replace

    forged = write(tmp_path, replace(STRANGER, card=LIN.card), HE)
    with pytest.raises(UnusableInput):
        open_outside(forged.path)
    (tmp_path / "x").mkdir()
    mixed = write(
        tmp_path / "x", replace(LIN, card=replace(LIN.card, verify_key=STRANGER.card.verify_key)), HE
    )
    with pytest.raises(UnusableInput):
        open_outside(mixed.path)


class Impatient:
    """Somebody who asks to stop half-way."""

    def report(self, done: int, total: int | None) -> None:
        if done > 5000:
            raise Cancelled(sentence("Cancelled."))


def test_a_cancelled_package_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write(tmp_path, LIN, HE, progress=Impatient())
    assert list(tmp_path.iterdir()) == []


def test_a_full_medium_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, count = packages._write, 0

    def full(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise OSError(28, "full")
        real(path, data)

    monkeypatch.setattr(packages, "_write", full)
    with pytest.raises(DiskFull):
        write(tmp_path, LIN, HE)
    assert list(tmp_path.iterdir()) == []


@cache
def _kept() -> tuple[Path, dict[str, bytes]]:
    folder = Path(mkdtemp(prefix="package-"))
    written = write(folder, LIN, HE)
    return written.path, {path.name: path.read_bytes() for path in written.files}


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_change_of_any_file_is_a_sentence_and_never_a_crash(data: st.DataObject) -> None:
    first, files = _kept()
    folder = Path(mkdtemp(prefix="changed-"))
    try:
        for name, content in files.items():
            (folder / name).write_bytes(content)
        name = data.draw(st.sampled_from(sorted(files)))
        content = files[name]
        at = data.draw(st.integers(0, len(content) - 1))
        how = data.draw(st.sampled_from(["flip", "cut", "grow", "drop", "repeat"]))
        changed = {
            "flip": content[:at] + bytes([content[at] ^ data.draw(st.integers(1, 255))]) + content[at + 1 :],
            "cut": content[:at],
            "grow": content + b"x",
            "drop": content[:at] + content[at + 1 :],
            "repeat": content[:at] + content[at : at + 40] + content[at:],
        }[how]
        if changed == content:
            return
        (folder / name).write_bytes(changed)
        with pytest.raises(Problem):
            take(folder / first.name)
    finally:
        shutil.rmtree(folder)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_are_refused_in_a_sentence(content: bytes) -> None:
    folder = Path(mkdtemp(prefix="any-"))
    try:
        (folder / "x.handover").write_bytes(content)
        with pytest.raises(UnusableInput):
            open_outside(folder / "x.handover")
    finally:
        shutil.rmtree(folder)


def test_half_a_character_is_refused_in_a_sentence(package: WrittenPackage) -> None:
    body = json.loads(package.path.read_bytes())
    package.path.write_bytes(json.dumps({**body, "sender": "\ud800"}).encode())
    with pytest.raises(UnusableInput):
        open_outside(package.path)


def test_what_a_cut_off_hand_over_left_is_cleared_by_its_own_laptop_alone(tmp_path: Path) -> None:
    (tmp_path / f"old.0001.part.{LIN.card.fingerprint}.unfinished").write_bytes(b"half")
    others = f"new.0001.part.{HE.card.fingerprint}.unfinished"
    (tmp_path / others).write_bytes(b"being written on a share")
    written = write(tmp_path, LIN, HE)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [*(path.name for path in written.files), others]
    )


def test_a_medium_that_goes_away_before_the_last_name_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_names: object) -> None:
        raise OSError(5, "gone")

    monkeypatch.setattr(Path, "replace", gone)
    with pytest.raises(EnvironmentProblem, match="Nothing was handed over"):
        write(tmp_path, LIN, HE)
    assert list(tmp_path.iterdir()) == []
