"""The register tells of every number of every block what became of it, and by whom."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from inspector_app.domain.errors import EnvironmentProblem
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.services.number_register import NumberRegister, Standing, harmless
from tests.services.bureau import TYPE, WORDS, Bureau

WORDS_OF = {standing: f"state {standing}" for standing in Standing}


@pytest.fixture
def register(bureau: Bureau) -> NumberRegister:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=5, last=12)
    return NumberRegister(bureau.desk, bureau.packs)


def states(register: NumberRegister) -> list[tuple[str, int, Standing]]:
    return [(line.printed, line.count, line.standing) for line in register.lines()]


def test_free_numbers_in_a_row_are_one_line(register: NumberRegister) -> None:
    assert states(register) == [("青医保责改〔2026〕5号 – 12号", 8, Standing.FREE)]


def test_a_number_goes_from_held_to_issued_to_withdrawn_with_its_institution(
    bureau: Bureau, register: NumberRegister
) -> None:
    document = bureau.approved()
    bureau.notices.signing.sign(bureau.inspection, document.id, bureau.lin.id, WORDS)
    first = register.lines()[0]
    assert (first.standing, first.institution, first.person) == (Standing.HELD, "青禾县仁安医院", "林知远")
    assert not first.may_be_void, "the number stands in a notice; that is withdrawn instead"
    bureau.notices.signing.sign(bureau.inspection, document.id, bureau.zhou.id, WORDS)
    bureau.notices.signing.issue(bureau.inspection, document.id)
    assert register.lines()[0].standing is Standing.ISSUED
    bureau.notices.delivery.withdraw(bureau.inspection, document.id, "金额有误")
    withdrawn = register.lines()[0]
    assert (withdrawn.standing, withdrawn.reason) == (Standing.WITHDRAWN, "金额有误")
    assert [line.count for line in register.lines()] == [1, 7]


def test_a_gap_says_why_and_who_declared_it(bureau: Bureau, register: NumberRegister) -> None:
    elsewhere = InspectionId("of another laptop")
    for name in ("a", "b", "c"):
        bureau.numbers.burn(TYPE, inspection=elsewhere, document=DocumentId(name))
    middle = register.lines()[1]
    assert (middle.standing, middle.may_be_void) == (Standing.ELSEWHERE, True)
    bureau.numbers.void(middle.id, "打印错误")
    void = register.lines()[1]
    assert (void.standing, void.reason, void.person) == (Standing.VOID, "打印错误", "林知远")
    assert [line.printed[-2:] for line in register.lines()[:3]] == ["5号", "6号", "7号"]


def test_the_export_lists_all_and_calculates_nothing(
    bureau: Bureau, register: NumberRegister, tmp_path: Path
) -> None:
    bureau.numbers.burn(TYPE, inspection=InspectionId("i"), document=DocumentId("d"))
    bureau.numbers.void(register.lines()[0].id, '=HYPERLINK("x")')
    path = register.write_csv(tmp_path / "register.csv", tuple("abcdefg"), WORDS_OF)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "spreadsheets read Chinese only with a mark"
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[2] for row in rows[1:]] == ["state void", "state free"]
    assert rows[1][6] == '\'=HYPERLINK("x")'
    with pytest.raises(EnvironmentProblem, match="cannot be written"):
        register.write_csv(tmp_path / "missing" / "register.csv", tuple("abcdefg"), WORDS_OF)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1"])
def test_whatever_begins_a_formula_is_led_by_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_ordinary_words_stay_as_they_are() -> None:
    assert harmless("青医保责改〔2026〕5号") == "青医保责改〔2026〕5号"
