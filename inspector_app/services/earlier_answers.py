"""Finds what the same institution was answered for in the same checklist, the visit before."""

from __future__ import annotations

import logging
from datetime import datetime

from inspector_app.domain.checklist import ChecklistForm, ChecklistRun, QuestionView
from inspector_app.domain.earlier_checklist import EarlierAnswer, EarlierChecklist
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.inspection import InspectionCard
from inspector_app.domain.institution import Institution
from inspector_app.services.checklist_sessions import OpenRuns
from inspector_app.services.damage import is_noted
from inspector_app.services.desk import Desk
from inspector_app.services.inspection_cards import kept_cards
from inspector_app.storage.store import Store, reading_store

log = logging.getLogger(__name__)


def earlier_checklist(
    desk: Desk, inspection_id: InspectionId, run_id: ChecklistRunId, language: str = "zh"
) -> EarlierChecklist | None:
    """Return the newest checklist of the same form from an earlier inspection of the institution.

    The other file is only looked into; one that cannot be read is passed over: opening it says what is wrong.
    """
    mine = desk.subject(inspection_id)
    run = desk.inspection(inspection_id).get(ChecklistRun, run_id)
    if run is None:
        return None
    earlier = [
        card
        for card in kept_cards(desk).values()
        if card.id != inspection_id
        and (card.created_at, card.id) < (mine.created_at, mine.id)
        and card.purged_at is None
        and _is_same(card, mine.institution)
    ]
    files = frozenset(desk.inspection_files())
    for card in sorted(earlier, key=lambda one: (one.created_at, one.id), reverse=True):
        if card.id not in files or is_noted(desk, card.id):
            continue
        try:
            found = _look_into(desk, card.id, run, language)
        except Problem:
            log.info("an earlier inspection could not be read", exc_info=True)
            continue
        if found is not None:
            return found
    return None


def _is_same(card: InspectionCard, institution: Institution) -> bool:
    """Two codes decide; where one is unknown the name does."""
    if card.institution_code and institution.code:
        return card.institution_code == institution.code
    return card.institution_name == institution.name


def _look_into(
    desk: Desk, file: InspectionId, wanted: ChecklistRun, language: str
) -> EarlierChecklist | None:
    if desk.is_open(file):
        return _newest(desk.inspection(file), wanted, language, desk.clock.now())
    path, key = desk.inspection_path(file), desk.inspection_key(file)
    with reading_store(path, key, clock=desk.clock, ids=desk.ids) as store:
        return _newest(store, wanted, language, desk.clock.now())


def _newest(store: Store, wanted: ChecklistRun, language: str, now: datetime) -> EarlierChecklist | None:
    """Build the form as it then was in memory of its own, so that labels and choices are those of then."""
    runs = [one for one in store.all(ChecklistRun) if one.form_id == wanted.form_id]
    for run in sorted(runs, key=lambda one: (one.started_at, one.id), reverse=True):
        form = store.get(ChecklistForm, run.form)
        if form is None:
            continue
        opened = OpenRuns(lambda: now, dict).read(store, run, form)
        opened.speak(language)
        answers = {view.path: _answer(view) for view in opened.views() if _is_told(view)}
        if answers:
            return EarlierChecklist(at=run.started_at, version=run.version, answers=answers)
    return None


def _is_told(view: QuestionView) -> bool:
    return (
        view.relevant
        and "[" not in view.path
        and not view.readonly
        and view.kind.is_answerable
        and (view.is_settled or bool(view.remark))
    )


def _answer(view: QuestionView) -> EarlierAnswer:
    return EarlierAnswer(
        words=view.value_label or view.value,
        exempt=view.exempt,
        remark=view.remark,
        noncompliant=view.noncompliant,
    )
