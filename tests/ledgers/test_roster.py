"""A hospital's list of inpatients, as dirty as it comes, with an account of every line."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.roster import (
    EntryNote,
    GuessGround,
    PlainLine,
    QuarantineReason,
    RosterField,
    bed_key,
    bed_order,
)
from inspector_app.ledgers.cleaning import (
    IdState,
    clean,
    clean_name,
    read_id_number,
    read_moment,
    read_number,
)
from inspector_app.ledgers.headers import find_header, guess_columns, join_headers
from inspector_app.ledgers.reading import open_table
from inspector_app.ledgers.roster import preview_roster, read_entries

DIRTY = """青禾县第二人民医院在院病人一览表,,,,,,
打印时间：2026-11-22 18:40:00  操作员：闻小舟,,,,,,
,,,,,,
床號,姓　名,性别,身份证号,住院号,入院日期,家庭住址
病区：内一科,,,,,,
０１床,沈 一禾,女,53010119800101001X,Z0001,2026.11.3,青禾县柳溪镇大石村3组
2,卢望川,男,530101198001010036,Z0002,2026年11月5日 8时30分,青禾县柳溪镇大石村
3,,男,530101198001010052,Z0003,2026/11/6,青禾县柳溪镇
小计,,,,3,,
床号,姓名,性别,身份证号,住院号,入院日期,家庭住址
病区：外科,,,,,,
5,贺南枝,女,5.30101198001E+17,Z0004,46344.5,云岭市滨河区东街道
5,贺南枝,女,5.30101198001E+17,Z0004,46344.5,云岭市滨河区东街道
贺南枝,6,女,,Z0009,20261108,
7,孟秋,女,,Z0010,十一月初,
合计：5人,,,,,,
"""


def preview(text: str = DIRTY):
    return preview_roster(open_table("在院.csv", text.encode()))


def test_every_line_of_the_sheet_is_accounted_for() -> None:
    report = preview().report
    assert report.adds_up
    assert report.rows_read == 16
    assert report.used == 4
    assert {line.kind: line.count for line in report.other_lines} == {
        PlainLine.BANNER: 2,
        PlainLine.BLANK: 1,
        PlainLine.HEADER: 1,
        PlainLine.REPEATED_HEADER: 1,
        PlainLine.WARD_LINE: 2,
        PlainLine.SUBTOTAL: 2,
    }


def test_bad_lines_go_to_quarantine_with_the_reason() -> None:
    rows = preview().report.quarantined
    assert [(row.row, row.reason) for row in rows] == [
        (8, QuarantineReason.NO_NAME),
        (13, QuarantineReason.REPEATED),
        (14, QuarantineReason.SHIFTED),
    ]
    assert rows[1].same_as_row == 12


def test_names_that_read_like_a_month_or_a_number_are_names() -> None:
    names = ["七月", "江十月", "万年", "白一日", "九儿"]
    lines = "".join(f"{bed},{name}\n" for bed, name in enumerate(names, 1))
    found = preview("床号,姓名\n" + lines + "6,十一月三日\n7,2026年11月\n8,男\n")
    assert [entry.name for entry in found.entries] == names
    assert {row.reason for row in found.report.quarantined} == {QuarantineReason.SHIFTED}
    assert [row.row for row in found.report.quarantined] == [7, 8, 9]


def test_a_name_with_digits_is_a_name_while_the_columns_beside_it_fit() -> None:
    found = preview(
        "床号,姓名,性别,年龄,住院号,入院日期\n"
        "1,无名氏12,男,40岁,Z1,2026-11-01\n"
        "2,李四之子12,,,,\n"
        "3,Z00317 沈一禾,53岁,Z00317,2026-11-01,肺炎\n"
        "4,20261101,男,40,Z4,2026-11-01\n"
        "5,2026-11-01 08:30,男,40,Z5,2026-11-01\n"
        "6,53999919900101123X,男,40,Z6,2026-11-01\n"
        "7,53岁,男,40,Z7,2026-11-01\n"
        "8,12床,男,40,Z8,2026-11-01\n"
    )
    assert [entry.name for entry in found.entries] == ["无名氏12", "李四之子12"]
    assert [row.row for row in found.report.quarantined] == [4, 5, 6, 7, 8, 9]
    assert {row.reason for row in found.report.quarantined} == {QuarantineReason.SHIFTED}
    assert found.report.adds_up


def test_a_dirty_line_becomes_a_clean_entry() -> None:
    entry = preview().entries[0]
    assert (entry.name, entry.ward, bed_key(entry.bed), entry.row) == ("沈一禾", "内一科", "1", 6)
    assert entry.admitted_at == datetime(2026, 11, 2, 16, 0, tzinfo=UTC)


def test_what_is_doubtful_about_an_entry_is_noted_and_the_entry_kept() -> None:
    entries = {entry.name: entry for entry in preview().entries}
    assert EntryNote.ID_DIGITS_LOST in entries["贺南枝"].notes
    assert EntryNote.ADMISSION_UNREADABLE in entries["孟秋"].notes
    assert entries["孟秋"].admitted_text == "十一月初"


def test_who_printed_it_and_when_is_read_off_the_banner() -> None:
    found = preview()
    assert found.suggested_exported_by == "闻小舟"
    assert found.suggested_exported_at == datetime(2026, 11, 22, 10, 40, tzinfo=UTC)


def test_a_ward_that_is_a_merged_cell_is_filled_down() -> None:
    entries = preview("病区,床号,姓名\n骨科,1,沈一禾\n,2,卢望川\n").entries
    assert entries[1].ward == "骨科"
    assert EntryNote.WARD_FILLED_DOWN in entries[1].notes


def test_two_header_lines_merged_across_columns_are_joined() -> None:
    rows = [
        ("患者信息", "", "入院", ""),
        ("姓名", "床位", "日期", "诊断"),
        ("沈一禾", "1", "2026-11-01", "肺炎"),
    ]
    assert find_header(rows) == (0, 2)
    assert join_headers(rows[:2]) == ("姓名", "床位", "入院日期", "诊断")
    mapping, _ = guess_columns(rows)
    assert mapping.column_of(RosterField.ADMITTED_AT) == 2


def test_every_column_says_why_it_was_taken_and_shows_samples() -> None:
    rows = [
        ("患者姓名(住院)", "身份证", "怪名", "医保患者床号(旧)"),
        *[("沈一禾", f"53010119800101{n:03}X", "男", str(n)) for n in range(5)],
    ]
    _, guesses = guess_columns(rows)
    assert [guess.ground for guess in guesses] == [
        GuessGround.KNOWN_HEADER,
        GuessGround.KNOWN_HEADER,
        GuessGround.VALUES,
        GuessGround.PARTIAL_HEADER,
    ]
    assert guesses[0].samples == ("沈一禾",)
    assert "怪名" not in str(guesses[2].reason)


def test_a_mapping_approved_before_wins_over_the_usual_name() -> None:
    rows = [("姓名", "姓名2", "床号"), ("甲", "乙", "1")]
    mapping, guesses = guess_columns(rows, {"姓名2": RosterField.NAME})
    assert mapping.column_of(RosterField.NAME) == 1
    assert guesses[1].ground is GuessGround.REMEMBERED


@pytest.mark.parametrize("header", ["联系人姓名", "主管护士姓名", "科室编码"])
def test_a_column_about_somebody_else_is_not_taken_for_the_patient(header: str) -> None:
    _, guesses = guess_columns([(header, "床号", "住院号"), ("甲", "1", "2")])
    assert guesses[0].field is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-05 08:30", "2026/11/5 8:30:00", "2026.11.05 08:30", "2026年11月5日8时30分", "20261105 0830",
        "202611050830", "２０２６－１１－０５　０８：３０", "46331.354166667", "2026-11-05T08:30:00.000",
    ],
)  # fmt: skip
def test_one_moment_is_read_from_every_usual_form(text: str) -> None:
    assert read_moment(text) == datetime(2026, 11, 5, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "11/05/26", "2026-13-01", "2026-02-30", "昨日", "12"])
def test_a_day_that_cannot_be_told_is_no_date(text: str) -> None:
    assert read_moment(text) is None


def test_names_keep_their_rare_characters_and_dots() -> None:
    assert clean_name("王　𬭎") == "王𬭎"
    assert clean_name("阿依·古丽") == "阿依·古丽"
    assert clean_name("Anna  Berg") == "Anna Berg"


def test_identity_numbers_are_kept_whole_and_judged() -> None:
    assert read_id_number("11010119900307001x") == ("11010119900307001X", IdState.CHECK_DIGIT)
    assert read_id_number("110101199003070134")[1] is IdState.FINE
    assert read_id_number("1.10101199003E+17")[1] is IdState.DIGITS_LOST
    assert read_id_number("H123")[1] is IdState.OTHER


@pytest.mark.parametrize("mark", ['="{}"', "'{}", "`{}", "\t{}", '=" {} "'])
def test_the_marks_that_keep_a_number_as_text_are_no_part_of_it(mark: str) -> None:
    assert read_id_number(mark.format("53010119800101001X")) == read_id_number("53010119800101001X")
    assert read_id_number(mark.format("5.30999E+17"))[1] is IdState.DIGITS_LOST
    assert clean(mark.format("ZY0012")) == "ZY0012"


def test_counts_with_their_unit_are_numbers() -> None:
    assert read_number("３次") == Decimal(3)
    assert read_number("2.5 天") == Decimal("2.5")
    assert read_number("若干") is None


@pytest.mark.parametrize("other", ["5", "05", "05床", "5号床", "５", " 5 床"])
def test_a_bed_is_the_same_however_it_is_written(other: str) -> None:
    assert bed_key(other) == "5"


def test_an_extra_bed_is_another_bed_than_the_plain_one() -> None:
    assert bed_key("加5") == bed_key("加床05") == bed_key("+5") != bed_key("5")


def test_beds_are_walked_in_the_order_of_their_numbers() -> None:
    assert sorted(["10", "2", "加1", "1", "12A"], key=bed_order) == ["1", "2", "10", "12A", "加1"]


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "姓名", "床号", "沈一禾", "12", "小计", "病区：内科", "Z00012"]), max_size=4
        ),
        max_size=30,
    )
)
def test_no_line_is_ever_lost_or_counted_twice(cells: list[list[str]]) -> None:
    rows = [tuple(row) for row in cells]
    mapping, _ = guess_columns(rows)
    _, report = read_entries(rows, mapping)
    assert report.adds_up
    assert report.rows_read == len(rows)


@pytest.mark.parametrize(
    ("banner", "who"),
    [
        ("导出时间：2026-11-22 21:00 导出人：信息科 小周", "信息科 小周"),
        ("导出人：信息科 小周 导出时间：2026-11-22 21:00", "信息科 小周"),
        ("操作员：闻小舟 第1页 导出时间：2026-11-22 21:00", "闻小舟"),
        ("制表人：闻小舟 审核人：何某 制表时间：2026-11-22 21:00", "闻小舟"),
    ],
)
def test_who_exported_and_when_is_read_from_one_cell_in_beijing_time(banner: str, who: str) -> None:
    found = preview(DIRTY.replace("打印时间：2026-11-22 18:40:00  操作员：闻小舟", banner))
    assert found.suggested_exported_by == who
    assert found.suggested_exported_at == datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
