"""Pack files: the shipped ones are whole, and a broken one is refused by file, table and key."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.domain.calendar import HolidayCalendar
from inspector_app.domain.deadline import DayUnit, Term
from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import EnvironmentProblem, Problem, UnusableInput
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.law import Clause, ClauseRole, LawPack, Track, cite
from inspector_app.domain.region import ApprovalLevel, RegionPack
from inspector_app.domain.stock_rules import PriceCeiling, StockRules, Tolerance
from inspector_app.services.packs import SHIPPED
from inspector_app.system.packs import LARGEST, pack_files, parse_pack, read_pack

LAW = (SHIPPED / "law-CN-2026.2.toml").read_text(encoding="utf-8")
REGION = (SHIPPED / "region-example-strict.toml").read_text(encoding="utf-8")
HOLIDAYS = (SHIPPED / "holidays-CN-2026.1.toml").read_text(encoding="utf-8")
CATEGORIES = (SHIPPED / "categories-CN-2026.2.toml").read_text(encoding="utf-8")


def _written(folder: Path, text: str) -> Path:
    path = folder / "broken.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _refusal(folder: Path, text: str) -> str:
    with pytest.raises(UnusableInput) as refused:
        read_pack(_written(folder, text))
    told = str(refused.value)
    assert "broken.toml" in told
    assert str(folder) not in told
    return told


def _shipped_law() -> LawPack:
    pack = read_pack(SHIPPED / "law-CN-2026.2.toml")
    assert isinstance(pack, LawPack)
    return pack


def _clause(clause_id: str) -> Clause:
    clause = _shipped_law().clause(clause_id)
    assert clause is not None
    return clause


# What ships


@pytest.mark.parametrize("path", pack_files(SHIPPED), ids=lambda path: path.name)
def test_every_shipped_pack_is_named_after_what_it_holds(path: Path) -> None:
    label = read_pack(path).label
    versioned = f"{label.kind}-{label.id}-{label.version_text}.toml"
    assert path.name in (versioned, f"{label.kind}-{label.id}.toml")


@pytest.mark.parametrize(
    ("clause_id", "citation"),
    [
        ("regulation-15", "《医疗保障基金使用监督管理条例》（国务院令第735号）第十五条"),
        ("regulation-38-1", "《医疗保障基金使用监督管理条例》（国务院令第735号）第三十八条第（一）项"),
        ("regulation-39-7", "《医疗保障基金使用监督管理条例》（国务院令第735号）第三十九条第（七）项"),
        ("penalty-law-56", "《中华人民共和国行政处罚法》第五十六条"),
        ("rules-2026-fraud", "《医疗保障基金使用监督管理条例实施细则》（国家医疗保障局令第7号）"),
    ],
)
def test_shipped_clauses_are_cited_as_the_law_is_numbered(clause_id: str, citation: str) -> None:
    assert cite(_clause(clause_id)) == citation


def test_all_items_of_the_regulations_liabilities_are_there() -> None:
    items = {(clause.article, clause.item) for clause in _shipped_law().clauses if clause.item}
    most = {36: 3, 38: 7, 39: 7, 40: 4}
    assert items == {(article, n) for article, last in most.items() for n in range(1, last + 1)}


def test_agencies_answer_by_article_until_the_items_are_verified() -> None:
    assert [_clause(f"regulation-{article}").verified for article in (36, 37, 42, 44)] == [True] * 4
    assert not any(_clause(f"regulation-36-{item}").verified for item in (1, 2, 3))
    assert {_clause(f"regulation-{article}").subject for article in (36, 37)} == {"医疗保障经办机构"}


def test_the_rules_of_2026_are_unverified_and_hold_from_april() -> None:
    clause = _clause("rules-2026-trace-code")
    assert not clause.verified
    assert not clause.in_force_on(date(2026, 3, 31))
    assert clause.in_force_on(date(2026, 4, 1))


def test_the_agreement_track_is_told_apart_and_waits_for_confirmation() -> None:
    agreement = [clause for clause in _shipped_law().clauses if clause.track is Track.AGREEMENT]
    assert agreement
    assert not any(clause.verified for clause in agreement)


def test_no_shipped_clause_prints_wording() -> None:
    assert all(clause.wording == "" for clause in _shipped_law().clauses)


def test_rules_for_officials_are_procedure() -> None:
    assert _clause("regulation-29").role is ClauseRole.PROCEDURE
    assert _clause("regulation-38-1").role is ClauseRole.LIABILITY
    assert _clause("regulation-16").role is ClauseRole.DUTY


def test_shares_are_exact_decimals() -> None:
    region = read_pack(SHIPPED / "region-default.toml")
    assert isinstance(region, RegionPack)
    assert region.headcount.absent_share == {
        InstitutionLevel.THIRD: Decimal("0.03"),
        InstitutionLevel.SECOND: Decimal("0.05"),
        InstitutionLevel.FIRST: Decimal("0.20"),
        InstitutionLevel.UNGRADED: Decimal("0.20"),
    }
    assert region.bureau.placeholder
    assert not region.verified


def test_a_region_says_how_its_notice_is_made() -> None:
    region = read_pack(SHIPPED / "region-example-strict.toml")
    assert isinstance(region, RegionPack)
    notice = region.document(DocumentType.RECTIFICATION_NOTICE)
    assert notice is not None
    assert notice.term == Term(count=10, unit=DayUnit.WORKING)
    assert notice.approval is ApprovalLevel.DIVISION
    assert region.approval_titles[notice.approval] == "处长"
    assert region.number_padding == 3
    assert region.telephone_confirmation_days == 2


# What is refused


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LAW.replace('kind = "law"', 'kind = "bylaw"'), ("kind", "pack", '"law"')),
        (LAW.replace('version = "2026.2"', 'version = "soon"'), ("version", "pack")),
        (LAW.replace('id = "CN"', 'id = "../CN"'), ("id", "pack")),
        (LAW.replace("article = 15", 'article = "15"', 1), ("article", "clause[1]", "1 … 2000")),
        (LAW.replace("article = 15", "article = 0", 1), ("article", "clause[1]")),
        (LAW.replace("article = 15", "artikle = 15", 1), ("clause[1]",)),
        (LAW.replace("article = 15\n", "", 1), ("verified", "clause[1]")),
        (LAW.replace("verified = true", "verified = 1", 1), ("verified", "clause[1]", "true | false")),
        (LAW.replace("verified = true", "", 1), ("verified", "clause[1]", "missing")),
        (LAW.replace('role = "duty"', 'role = "hint"', 1), ("role", "clause[1]", '"duty"')),
        (LAW.replace('law = "regulation"', 'law = "nothing"', 1), ("law", "clause[1]", "nothing")),
        (LAW.replace("2021-05-01", '"2021-05-01"', 1), ("effective_from", "law[1]", "2026-04-01")),
        (LAW.replace("2021-05-01", "2021-05-01T08:00:00", 1), ("effective_from", "law[1]")),
        (LAW.replace('"regulation-16"', '"regulation-15"'), ("id", "clause[2]", "regulation-15")),
        (REGION.replace("third = 0.02", "third = 2"), ("third", "headcount.absent_share", "0.00 … 1.00")),
        (REGION.replace("third = 0.02", "third = nan"), ("third", "headcount.absent_share")),
        (REGION.replace("third = 0.02", "thrid = 0.02"), ("thrid", "headcount.absent_share")),
        (REGION.replace("no_service_hours", "no_servise_hours"), ("no_servise_hours", "headcount")),
        (REGION.replace('unit = "working"', 'unit = "weeks"'), ("unit", "term", '"calendar"')),
        (REGION.replace("count = 10", "count = 0"), ("count", "term")),
        (REGION.replace("{bureau}文件", "{bureau.__class__}"), ("red_header", "document[1]")),
        (REGION.replace('"云医保"', '"云〔医〕保"'), ("number_word", "bureau")),
        (REGION.replace('type = "ward_sheet"', 'type = "poem"'), ("type", "document[2]")),
        (REGION.replace('type = "ward_sheet"', 'type = "rectification_notice"'), ("type", "document[2]")),
        (
            REGION.replace("telephone_confirmation_days = 2", "telephone_confirmation_days = 0"),
            ("telephone_confirmation_days", "region"),
        ),
        (REGION.replace("number_padding = 3", "number_padding = true"), ("number_padding", "region")),
        (HOLIDAYS.replace("2025-01-26", "2025-01-27"), ("working_weekends", "year[1]", "2025-01-27")),
        (HOLIDAYS.replace("2026-01-02", "2027-01-02"), ("days_off", "year[2]", "2027-01-02")),
        (HOLIDAYS.replace("2026-01-02", "2026-01-01"), ("days_off", "year[2]", "2026-01-01")),
        (HOLIDAYS.replace("year = 2026", "year = 2025"), ("year", "year[2]", "2025")),
        (CATEGORIES.replace('group = "general"', 'group = "odd"', 1), ("group", "category[1]", "odd")),
        (CATEGORIES.replace("causes = [11]", "causes = [999]", 1), ("causes", "category[1]", "999")),
        (CATEGORIES.replace("causes = [11]", "causes = [true]", 1), ("causes", "category[1]")),
        ("", ("pack", "/")),
        ("pack = 3", ("pack", "/", "[pack]")),
        (LAW + "\n[extra]\n", ("extra", "/")),
        ("[pack", ("TOML",)),
        ('[pack]\nkind = "law"\nkind = "law"\n', ("TOML",)),
    ],
)
def test_a_broken_pack_is_refused_with_its_file_its_table_and_its_key(
    tmp_path: Path, text: str, told: tuple[str, ...]
) -> None:
    refusal = _refusal(tmp_path, text)
    assert [word for word in told if word not in refusal] == []


def test_deep_nesting_is_refused_and_not_a_crash(tmp_path: Path) -> None:
    assert "TOML" in _refusal(tmp_path, "a = " + "[" * 100_000)


def test_a_number_too_long_to_hold_is_refused(tmp_path: Path) -> None:
    _refusal(tmp_path, HOLIDAYS.replace("year = 2025", "year = " + "9" * 5000))
    _refusal(tmp_path, REGION.replace("third = 0.02", "third = 1e999999999999999999999"))


def test_a_file_far_too_large_is_refused_unread(tmp_path: Path) -> None:
    assert "larger" in _refusal(tmp_path, "#" * (LARGEST + 1))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes("[pack]\ntitle = '医保'".encode("gb18030"))
    with pytest.raises(UnusableInput, match="UTF-8"):
        read_pack(path)


def test_a_file_that_is_gone_is_told_as_a_problem_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"gone\.toml"):
        read_pack(tmp_path / "gone.toml")


def test_a_file_saved_by_a_windows_editor_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "holidays.toml"
    path.write_bytes(b"\xef\xbb\xbf" + HOLIDAYS.replace("\n", "\r\n").encode())
    pack = read_pack(path)
    assert isinstance(pack, HolidayCalendar)
    assert [year.year for year in pack.years] == [2025, 2026]


def test_control_characters_never_reach_a_document(tmp_path: Path) -> None:
    assert "title" in _refusal(tmp_path, REGION.replace("责令整改通知书", "责令\\u0007整改"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.integers(0, len(REGION.encode()) - 1))
def test_no_damage_to_a_file_is_anything_but_a_sentence(tmp_path: Path, noise: bytes, place: int) -> None:
    whole = REGION.encode()
    path = tmp_path / "damaged.toml"
    path.write_bytes(whole[:place] + noise + whole[place + len(noise) :])
    told = "damaged.toml"
    try:
        read_pack(path)
    except Problem as problem:
        told = str(problem)
    assert "damaged.toml" in told


# The section on stock


def _region_with(stock: str) -> RegionPack:
    text = REGION.replace("[approval_titles]", f"{stock}\n[approval_titles]", 1)
    region = parse_pack(text.encode(), "region.toml")
    assert isinstance(region, RegionPack)
    return region


def test_the_shipped_region_lets_nothing_differ_but_herbs_by_weight() -> None:
    region = read_pack(SHIPPED / "region-default.toml")
    assert isinstance(region, RegionPack)
    assert region.stock == StockRules()
    assert region.stock.tolerance == Tolerance()
    assert region.stock.herb_tolerance == Tolerance(absolute=Decimal(300))


def test_a_region_names_tolerances_and_ceilings_of_items() -> None:
    stock = _region_with(
        "[stock]\nmarkup_share = 0.15\n[stock.tolerance]\nabsolute = 2\nshare = 0.005\n"
        '[[stock.item]]\ncode = "a1"\nabsolute = 10\n[[stock.ceiling]]\ncode = "A1"\nunit = "盒"\n'
        "price = 12.5\n"
    ).stock
    assert stock.markup_share == Decimal("0.15")
    assert stock.herb_markup_share is None
    assert stock.tolerance == Tolerance(absolute=Decimal(2), share=Decimal("0.005"))
    assert stock.tolerance_for(frozenset({"A1"}), is_herb=False) == Tolerance(absolute=Decimal(10))
    assert stock.ceilings == (PriceCeiling(code="A1", unit="盒", price=Decimal("12.5")),)


@pytest.mark.parametrize(
    "stock",
    [
        "[stock]\nmarkup = 0\n",
        "[stock]\nmarkup_share = 2\n",
        "[stock.tolerance]\nabsolute = -1\n",
        '[[stock.ceiling]]\ncode = "A1"\nunit = "盒"\nprice = 0\n',
        '[[stock.item]]\ncode = "A1"\n[[stock.item]]\ncode = "a1"\n',
    ],
)
def test_a_section_on_stock_with_a_mistake_is_refused(stock: str) -> None:
    with pytest.raises(UnusableInput):
        _region_with(stock)
