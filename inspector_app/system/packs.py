"""Packs of law, region, holidays and categories: TOML files in, domain values out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from inspector_app.domain.calendar import HolidayCalendar, HolidayYear
from inspector_app.domain.categories import CategoryGroup, CategoryPack, CauseOfAction, ProblemCategory
from inspector_app.domain.deadline import DayUnit, Term
from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.law import Clause, ClauseRole, LawPack, Track
from inspector_app.domain.packs import PackKind, PackLabel
from inspector_app.domain.refusals import refusal
from inspector_app.domain.region import (
    ApprovalLevel,
    BureauDetails,
    DocumentRules,
    HeadcountRules,
    RegionPack,
)
from inspector_app.domain.wording import sentence
from inspector_app.system.charge_rules_table import read_charge_rules
from inspector_app.system.chosen_files import opened
from inspector_app.system.dialysis_rules_table import read_dialysis_rules
from inspector_app.system.durable import write_durably
from inspector_app.system.pack_table import Once, Table, shown
from inspector_app.system.stock_rules_table import read_stock_rules

Pack = LawPack | RegionPack | HolidayCalendar | CategoryPack

LARGEST = 1024 * 1024
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}")
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")


def pack_files(folder: Path) -> list[Path]:
    """Return the pack files of a folder in the order of their names; a missing folder has none."""
    return sorted(path for path in folder.glob("*.toml") if path.is_file())


def read_pack(path: Path) -> Pack:
    """Read one pack file; raise ``UnusableInput`` with a sentence that names what is wrong and where."""
    return parse_pack(pack_bytes(path), path.name)


def pack_bytes(path: Path) -> bytes:
    """Return the bytes of a pack file, never more than a pack can have."""
    file = shown(path.name)
    try:
        with opened(path) as source:
            content = source.read(LARGEST + 1)
    except OSError as error:
        raise EnvironmentProblem(
            sentence(
                "The pack {file} could not be read ({reason}). Check the file; "
                "the pack in force before stays in force.",
                file=file,
                reason=refusal(error),
            )
        ) from error
    if len(content) > LARGEST:
        raise UnusableInput(
            sentence("The pack {file} was not taken: it is far larger than a pack can be.", file=file)
        )
    return content


@lru_cache(maxsize=16)  # taking one pack in reads all of them again
def parse_pack(content: bytes, name: str) -> Pack:
    """Turn the bytes of a pack file into what it says; ``name`` is the file's, for the sentences."""
    file = shown(name)
    top = Table(file, "", _toml(content, file))
    label = replace(_label(top.table("pack")), fingerprint=f"sha256:{sha256(content).hexdigest()}")
    read: dict[PackKind, Callable[[Table, PackLabel], Pack]] = {
        PackKind.LAW: _law,
        PackKind.REGION: _region,
        PackKind.HOLIDAYS: _holidays,
        PackKind.CATEGORIES: _categories,
    }
    pack = read[label.kind](top, label)
    top.finish()
    return pack


def keep_pack(folder: Path, pack: Pack, content: bytes) -> Path:
    """Write a pack that was read into a folder, under the name that its label gives."""
    label = pack.label
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{label.kind}-{label.id}-{label.version_text}.toml"
    write_durably(path, content)
    return path


def _toml(content: bytes, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"), parse_float=Decimal)
    except UnicodeDecodeError:
        raise UnusableInput(
            sentence("The pack {file} was not taken: it is not UTF-8 text. Save it as UTF-8.", file=file)
        ) from None
    except (tomllib.TOMLDecodeError, ValueError, ArithmeticError, RecursionError) as error:
        raise _not_toml(file, shown(str(error))) from error


def _not_toml(file: str, reason: str) -> UnusableInput:
    return UnusableInput(
        sentence(
            "The pack {file} was not taken: it is not valid TOML ({reason}). "
            "Correct it; the pack in force before stays in force.",
            file=file,
            reason=reason,
        )
    )


def _label(table: Table) -> PackLabel:
    version = table.text("version")
    if not _VERSION.fullmatch(version):
        raise table.wrong("version", '"2026.1"')
    label = PackLabel(
        kind=table.choice("kind", PackKind),
        id=_identity(table, "id"),
        version=tuple(int(part) for part in version.split(".")),
        title=table.text("title"),
        source=table.text("source", ""),
    )
    table.finish()
    return label


def _identity(table: Table, key: str) -> str:
    value = table.text(key)
    if not _ID.fullmatch(value):
        raise table.wrong(key, '"A-Z a-z 0-9 . -"')
    return value


def _law(top: Table, label: PackLabel) -> LawPack:
    laws = {}
    ids = Once(set())
    for table in top.tables("law"):
        law_id = ids.check(table, "id", _identity(table, "id"))
        start, end = table.day("effective_from"), table.day_or_none("effective_to")
        if end is not None and end < start:
            raise table.unfit("effective_to", str(end))
        laws[law_id] = (table.text("title"), table.text("issued", ""), table.text("source"), start, end)
        table.finish()
    clause_ids = Once(set())
    clauses = []
    for table in top.tables("clause"):
        law_id = table.text("law")
        if law_id not in laws:
            raise table.unfit("law", law_id)
        clauses.append(_clause(table, clause_ids, laws[law_id]))
    return LawPack(label=label, clauses=tuple(clauses))


def _clause(table: Table, ids: Once, law: tuple[str, str, str, date, date | None]) -> Clause:
    title, issued, source, start, end = law
    effective_from = table.day_or_none("effective_from") or start
    effective_to = table.day_or_none("effective_to") or end
    if effective_to is not None and effective_to < effective_from:
        raise table.unfit("effective_to", str(effective_to))
    clause = Clause(
        id=ids.check(table, "id", _identity(table, "id")),
        law=title,
        issued=issued,
        article=table.whole_or_none("article", least=1, most=2000),
        paragraph=table.whole_or_none("paragraph", least=1, most=100),
        item=table.whole_or_none("item", least=1, most=100),
        role=table.choice("role", ClauseRole),
        track=table.choice("track", Track, Track.ADMINISTRATIVE),
        subject=table.text("subject", ""),
        conduct=table.text("conduct"),
        measures=table.texts("measures"),
        wording=table.text("wording", ""),
        effective_from=effective_from,
        effective_to=effective_to,
        source=table.text("source", source),
        verified=table.flag("verified"),
    )
    if clause.article is None and (clause.paragraph or clause.item):
        raise table.wrong("article", "1 … 2000")
    if clause.article is None and clause.verified:
        raise table.wrong("verified", "false")
    table.finish()
    return clause


def _region(top: Table, label: PackLabel) -> RegionPack:
    rules = top.table("region")
    types = Once(set())
    pack = RegionPack(
        label=label,
        law=_identity(rules, "law"),
        holidays=_identity(rules, "holidays"),
        categories=_identity(rules, "categories"),
        number_padding=rules.whole("number_padding", most=6, default=0),
        telephone_confirmation_days=rules.whole("telephone_confirmation_days", least=1, most=30, default=3),
        verified=rules.flag("verified"),
        bureau=_bureau(top.table("bureau")),
        headcount=_headcount(top.table("headcount")),
        stock=read_stock_rules(top.table_or_none("stock")),
        dialysis=read_dialysis_rules(top.table_or_none("dialysis")),
        charges=read_charge_rules(top.table_or_none("charges")),
        documents=tuple(_document(table, types) for table in top.tables("document")),
        approval_titles=top.choice_texts("approval_titles", ApprovalLevel),
    )
    rules.finish()
    return pack


def _bureau(table: Table) -> BureauDetails:
    bureau = BureauDetails(
        name=table.text("name"),
        number_word=table.text("number_word"),
        contact_office=table.text("contact_office", ""),
        contact_phone=table.text("contact_phone", ""),
        address=table.text("address", ""),
        placeholder=table.flag("placeholder", False),
    )
    if re.search(r"[〔〕\d\s]", bureau.number_word):
        raise table.wrong("number_word", '"云医保"')
    table.finish()
    return bureau


def _headcount(table: Table) -> HeadcountRules:
    rules = HeadcountRules(
        absent_share=table.shares("absent_share", InstitutionLevel),
        leave_counts_as_absent=table.flag("leave_counts_as_absent"),
        leave_counts_as_in_bed=table.flag("leave_counts_as_in_bed"),
        leave_times_over=table.whole_or_none("leave_times_over"),
        leave_share_of_stay_over=table.share_or_none("leave_share_of_stay_over"),
        leave_hours_over=table.whole_or_none("leave_hours_over"),
        no_service_hours=table.whole_or_none("no_service_hours", least=1),
        absent_fee_hours=table.whole_or_none("absent_fee_hours", least=1),
        no_record_hours=table.whole_or_none("no_record_hours", least=1),
        no_progress_note_days=table.whole_or_none("no_progress_note_days", least=1),
        readmission_days=table.whole_or_none("readmission_days", least=1),
        address_cluster_share=table.share_or_none("address_cluster_share"),
        address_cluster_minimum=table.whole("address_cluster_minimum", least=2, default=2),
    )
    table.finish()
    return rules


def _document(table: Table, types: Once) -> DocumentRules:
    document_type = table.choice("type", DocumentType)
    types.check(table, "type", document_type)
    red_header = table.text("red_header", "")
    if re.search(r"[{}]", red_header.replace("{bureau}", "")):
        raise table.wrong("red_header", '"{bureau}"')
    rules = DocumentRules(
        type=document_type,
        title=table.text("title"),
        track=table.choice("track", Track),
        type_word=table.text("type_word", ""),
        red_header=red_header,
        approval=table.choice("approval", ApprovalLevel),
        legal_review=table.flag("legal_review", False),
        term=_term(table.table_or_none("term")),
        copies=table.whole("copies", least=1, most=20, default=2),
        receipt_copies=table.whole("receipt_copies", most=20, default=0),
    )
    if re.search(r"[〔〕\d\s]", rules.type_word):
        raise table.wrong("type_word", '"责改"')
    table.finish()
    return rules


def _term(table: Table | None) -> Term | None:
    if table is None:
        return None
    term = Term(
        count=table.whole("count", least=1, most=3650),
        unit=table.choice("unit", DayUnit),
        ends_on_working_day=table.flag("ends_on_working_day", False),
    )
    table.finish()
    return term


def _holidays(top: Table, label: PackLabel) -> HolidayCalendar:
    known = Once(set())
    years = []
    for table in top.tables("year"):
        year = table.whole("year", least=1949, most=2200)
        known.check(table, "year", str(year))
        off, worked = table.days("days_off"), table.days("working_weekends")
        for key, listed in (("days_off", off), ("working_weekends", worked)):
            for day in listed:
                if day.year != year or listed.count(day) > 1:
                    raise table.unfit(key, str(day))
        for day in worked:
            if day.weekday() < 5 or day in off:
                raise table.unfit("working_weekends", str(day))
        years.append(
            HolidayYear(
                year=year,
                days_off=frozenset(off),
                working_weekends=frozenset(worked),
                source=table.text("source"),
                verified=table.flag("verified"),
            )
        )
        table.finish()
    return HolidayCalendar(label=label, years=tuple(sorted(years, key=lambda one: one.year)))


def _categories(top: Table, label: PackLabel) -> CategoryPack:
    group_ids, category_ids, cause_numbers = Once(set()), Once(set()), Once(set())
    groups = []
    for table in top.tables("group"):
        group_id = group_ids.check(table, "id", _identity(table, "id"))
        groups.append(CategoryGroup(id=group_id, name=table.text("name")))
        table.finish()
    causes = []
    for table in top.tables("cause"):
        number = table.whole("number", least=1, most=10_000)
        cause_numbers.check(table, "number", str(number))
        causes.append(CauseOfAction(number=number, name=table.text("name"), subject=table.text("subject")))
        table.finish()
    categories = []
    for table in top.tables("category"):
        category = ProblemCategory(
            id=category_ids.check(table, "id", _identity(table, "id")),
            name=table.text("name"),
            group=table.text("group"),
            causes=table.wholes("causes"),
            clauses=table.texts("clauses"),
            requirement=table.text("requirement", ""),
        )
        if category.group not in group_ids.seen:
            raise table.unfit("group", category.group)
        for number in category.causes:
            if str(number) not in cause_numbers.seen:
                raise table.unfit("causes", str(number))
        table.finish()
        categories.append(category)
    return CategoryPack(label=label, groups=tuple(groups), categories=tuple(categories), causes=tuple(causes))
