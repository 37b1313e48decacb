"""Checklists are offered by what kind of institution they are for."""

from __future__ import annotations

from inspector_app.domain.checklist import ChecklistForm
from inspector_app.domain.checklist_shelf import grouped
from inspector_app.domain.ids import ChecklistId, Sha256
from inspector_app.domain.institution import InstitutionKind

HOSPITAL, PHARMACY, AGENCY = InstitutionKind.HOSPITAL, InstitutionKind.PHARMACY, InstitutionKind.AGENCY


def form(name: str, *institutions: InstitutionKind) -> ChecklistForm:
    return ChecklistForm(
        id=ChecklistId(name),
        form_id=name,
        version="1",
        title=name,
        sha256=Sha256(""),
        xform="",
        source_sha256=Sha256(""),
        institutions=institutions,
    )


FORMS = [form("ward", HOSPITAL), form("stock", HOSPITAL, PHARMACY), form("shop", PHARMACY), form("talk")]


def told(kind: InstitutionKind) -> list[tuple[InstitutionKind | None, list[str]]]:
    return [(group.kind, [one.form_id for one in group.forms]) for group in grouped(FORMS, kind)]


def test_what_is_for_this_institution_comes_first_then_what_is_for_any() -> None:
    assert told(PHARMACY) == [(PHARMACY, ["stock", "shop"]), (None, ["talk"]), (HOSPITAL, ["ward"])]


def test_a_checklist_for_several_kinds_stands_once() -> None:
    assert told(HOSPITAL) == [(HOSPITAL, ["ward", "stock"]), (None, ["talk"]), (PHARMACY, ["shop"])]


def test_where_nothing_is_for_the_institution_what_is_for_any_comes_first() -> None:
    assert [kind for kind, _ in told(AGENCY)] == [None, HOSPITAL, PHARMACY]
