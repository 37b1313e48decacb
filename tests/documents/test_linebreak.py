"""Chinese line breaking."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from inspector_app.documents.linebreak import CLOSING, OPENING, break_lines

WIDTH = 28.0


def measure(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


han = st.sampled_from("经查你单位于年月日存在下列行为医疗保障基金使用监督管理条例㛃䶮𬭎𠅤")
closing = st.sampled_from(sorted(CLOSING))
opening = st.sampled_from("（【〔《〈「『“‘")
number = st.from_regex(r"[1-9][0-9]{0,2}(,[0-9]{3}){0,2}(\.[0-9]{2})?", fullmatch=True)
word = st.sampled_from(["HD", "FX80", "ml", "H99990000001", "……", "——", "YL-9901-0002"])
clause = st.builds(
    lambda start, first, middle, rest, end: start + first + middle + "".join(rest) + end,
    st.one_of(st.just(""), opening, st.builds("".join, st.tuples(opening, opening))),
    han,
    st.one_of(number, word, han),
    st.lists(han, max_size=9),
    st.one_of(st.just(""), closing, st.builds("".join, st.tuples(closing, closing, closing))),
)
paragraphs = st.lists(clause, min_size=1, max_size=30).map("".join)


@given(paragraphs, st.sampled_from([0.0, 2.0]))
@settings(max_examples=150)
def test_a_closing_mark_never_starts_a_line_and_an_opening_mark_never_ends_one(
    text: str, indent: float
) -> None:
    lines = break_lines(text, WIDTH, measure, indent=indent)
    for before, after in pairwise(lines):
        assert after.text[0] not in CLOSING
        assert before.text[-1] not in OPENING


@given(paragraphs, st.floats(min_value=6, max_value=40))
def test_nothing_is_lost_added_or_moved(text: str, width: float) -> None:
    assert "".join(line.text for line in break_lines(text, width, measure)) == text


@given(st.text(max_size=200), st.floats(min_value=2, max_value=40))
def test_any_text_at_all_breaks_and_keeps_everything_but_blanks(text: str, width: float) -> None:
    assume(not text[:1].isspace())
    broken = "".join(line.text for line in break_lines(text, width, measure))
    assert "".join(broken.split()) == "".join(text.split())


@given(paragraphs)
def test_no_line_is_wider_than_its_room_and_all_but_the_last_are_filled(text: str) -> None:
    lines = break_lines(text, WIDTH, measure, indent=2)
    for position, line in enumerate(lines):
        room = WIDTH - (2 if position == 0 else 0)
        assert line.width <= room + 1e-6
        if position < len(lines) - 1 and line.gap:
            assert abs(line.width - room) < 1e-6


@given(paragraphs, st.floats(min_value=4, max_value=30))
def test_squeezing_stays_too_small_to_be_seen(text: str, width: float) -> None:
    for line in break_lines(text, width, measure):
        assert line.gap >= -0.05


def test_a_full_stop_that_would_begin_the_next_line_is_squeezed_into_this_one() -> None:
    lines = break_lines("查" * 10 + "，" + "查" * 17 + "。" + "再查", WIDTH, measure)
    assert lines[0].text.endswith("。")
    assert lines[1].text == "再查"


def test_where_nothing_can_be_squeezed_the_word_before_the_mark_goes_down_with_it() -> None:
    lines = break_lines("查" * 27 + "12" + "％" + "再查", WIDTH, measure)
    assert lines[1].text == "12％再查"


def test_numbers_ellipses_and_codes_stay_whole() -> None:
    text = "查" * 26 + "56,124.60元" + "查" * 20 + "……" + "查" * 25 + "H99990000001"
    broken = [line.text for line in break_lines(text, WIDTH, measure)]
    for whole in ("56,124.60", "……", "H99990000001"):
        assert any(whole in line for line in broken)


def test_a_code_longer_than_the_line_breaks_rather_than_leaving_the_page() -> None:
    lines = break_lines("A" * 100, 10, measure)
    assert all(line.width <= 10 for line in lines)
