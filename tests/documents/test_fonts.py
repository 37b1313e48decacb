"""Which font draws what, and what copies out."""

from __future__ import annotations

import hashlib
import re

import pytest

from inspector_app.documents.fonts import RESOURCES, Face, face_for, has, missing, runs, to_unicode_map, width

RARE = "㛃䶮𬭎𠅤㙓𠮷"


@pytest.mark.parametrize("face", list(Face))
def test_rare_characters_of_names_have_a_font_in_every_face(face: Face) -> None:
    assert all(face_for(character, face) is not None for character in RARE)


def test_body_text_is_fang_and_its_numerals_are_song() -> None:
    assert runs("共3项，¥5.00元", Face.FANG) == [
        (Face.FANG, "共"),
        (Face.SONG, "3"),
        (Face.FANG, "项，"),
        (Face.SONG, "¥5.00"),
        (Face.FANG, "元"),
    ]


def test_a_character_that_fang_lacks_comes_from_song() -> None:
    assert not has(Face.FANG, "㛃")
    assert face_for("㛃", Face.FANG) is Face.SONG


@pytest.mark.parametrize("mark", "“”—…")
@pytest.mark.parametrize("face", [Face.FANG, Face.SONG, Face.KAI])
def test_chinese_marks_that_latin_fonts_set_narrow_are_full_width(face: Face, mark: str) -> None:
    chosen = face_for(mark, face)
    assert chosen is not None
    assert width(chosen, mark) == 1


def test_characters_without_a_font_are_named_once_in_their_order() -> None:
    assert missing(["医保\U0001f3e5", "局\ue000\U0001f3e5", "第\u200b一\n行"]) == (
        "\U0001f3e5",
        "\ue000",
        "\u200b",
    )


def test_a_variation_selector_is_named_rather_than_dropped() -> None:
    assert missing(["葛\U000e0100"]) == ("\U000e0100",)


def test_characters_beyond_the_first_plane_are_mapped_as_surrogates() -> None:
    lines = to_unicode_map("F", [0, ord("王"), ord("𬭎")]).splitlines()
    assert "<01> <738B>" in lines
    assert "<02> <D872DF4E>" in lines


def test_no_block_of_the_map_is_longer_than_the_format_allows() -> None:
    text = to_unicode_map("F", [0, *range(0x4E00, 0x4E00 + 250)])
    assert [int(found) for found in re.findall(r"(\d+) beginbfchar", text)] == [100, 100, 50]


def test_fonts_are_the_ones_whose_hashes_are_written_beside_them() -> None:
    written = dict(
        re.findall(r"\| (\S+\.ttf) .*`([0-9a-f]{64})`", (RESOURCES / "README.md").read_text("utf-8"))
    )
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in RESOURCES.glob("*.ttf")}
    assert written == found


def test_fonts_stay_within_seventy_megabytes() -> None:
    assert sum(path.stat().st_size for path in RESOURCES.glob("*.ttf")) < 70_000_000
