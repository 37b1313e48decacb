"""Running forms with the answers that are stored, kept while their file is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from random import Random
from weakref import WeakKeyDictionary

from inspector_app.checklists.reading import read_form
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import state_of
from inspector_app.checklists.views import question_at, questions
from inspector_app.checklists.xpath.context import World
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.domain.checklist import (
    PRESENT,
    REMOVED,
    Answer,
    ChecklistForm,
    ChecklistRun,
    QuestionView,
    answer_id,
)
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import ChecklistRunId
from inspector_app.domain.inspection import Inspection
from inspector_app.storage.store import Store

CHINA = timezone(timedelta(hours=8), "UTC+08:00")
"""One zone for the whole country, so that a form says the same on every laptop."""


@dataclass(slots=True, weakref_slot=True, eq=False)
class OpenRun:
    """One checklist in memory: the running form and the stored answers by their path."""

    run: ChecklistRun
    session: FormSession
    answers: dict[str, Answer] = field(default_factory=dict)
    undo: list[tuple[tuple[str, Answer | None], ...]] = field(default_factory=list)
    """What stood at the paths of each change before it, the last change at the end."""
    photographs: dict[str, int] = field(default_factory=dict)
    """Pieces of evidence by the answer's identity, as of the last look at the whole checklist."""
    _shown: list[QuestionView] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)

    def speak(self, language: str) -> None:
        """Let labels be in the form's language for ``zh`` or ``en``; the form's own where it has none."""
        texts = self.session.form.texts
        fitting = (name for name in texts.languages if f"({language})" in name)
        self.session.set_language(next(fitting, texts.default))

    def views(self) -> tuple[QuestionView, ...]:
        """Return the questions with what is stored beside them: remark, photographs, time."""
        self._shown = [self._with_stored(question) for question in questions(self.session)]
        paths = [question.path for question in self._shown]
        # Sections without a place of their own stand at the place of what is around them.
        several = {path for path, count in Counter(paths).items() if count > 1}
        self._places = {path: place for place, path in enumerate(paths) if path not in several}
        return tuple(self._shown)

    def after(self, changed: tuple[str, ...]) -> tuple[QuestionView, ...]:
        """Return all questions where only some may look different now; the others are not written again."""
        if not self._shown or any(self._moves(path) for path in changed):
            return self.views()
        for path in changed:
            place, now = self._places.get(path), question_at(self.session, path)
            if place is not None and now is not None:
                before = self._shown[place]
                now = replace(now, depth=before.depth, number=before.number, removable=before.removable)
                self._shown[place] = self._with_stored(now)
        return tuple(self._shown)

    def _moves(self, path: str) -> bool:
        """Tell whether a change at a place may bring or take questions, or concerns a whole repeat."""
        node = self.session.nodes.get(path)
        if node is None:
            return True
        names, repeats = state_of(node).names, self.session.form.repeats
        return names in repeats or any(repeat[:-1] == names for repeat in repeats)

    def _with_stored(self, question: QuestionView) -> QuestionView:
        answer = self.answers.get(question.path)
        count = self.photographs.get(answer_id(self.run.id, question.path), 0)
        if answer is None and not count:
            return question
        return replace(
            question,
            remark=answer.remark if answer else "",
            exempt=answer.exempt if answer else "",
            answered_at=answer.answered_at if answer else None,
            photographs=count,
        )

    def stood_before(self, path: str, before: Answer | None) -> tuple[str, str, str]:
        """Return value, remark and exemption that undo puts back; an entry is removed or comes back."""
        if before is not None:
            return before.value, before.remark, before.exempt
        if not path.endswith("]"):
            return "", "", ""
        return (PRESENT if self.answers[path].value == REMOVED else REMOVED), "", ""

    def note_evidence(self, bound: Mapping[str, str]) -> None:
        """Let questions for evidence hold the first piece bound to them, so that rules can ask for it."""
        controls = self.session.controls
        proofs = {path for path, control in controls.items() if control.kind.takes_evidence}
        differing = {
            path: piece
            for path, node in self.session.nodes.items()
            if state_of(node).names in proofs
            and state_of(node).value != (piece := bound.get(answer_id(self.run.id, path), ""))
        }
        for path, piece in differing.items():
            self.session.restore(path, piece)

    def set_at_first(self) -> dict[str, str]:
        """Return the values that the form set by itself when it was loaded for the first time."""
        return {
            path: value
            for path, node in self.session.nodes.items()
            if state_of(node).names in self.session.form.set_by_events and (value := state_of(node).value)
        }

    def _is_kept(self, names: tuple[str, ...]) -> bool:
        """Tell whether a value is stored: what people enter and events set, not what is computed."""
        control = self.session.controls.get(names)
        if control is None or not control.kind.is_answerable:
            return names in self.session.form.set_by_events
        bind = self.session.form.binds.get(names)
        return bind is None or not bind.calculate

    def differing(self, paths: tuple[str, ...]) -> dict[str, str]:
        """Return the values that now differ from what is stored: entered, set by an action, or taken back."""
        differing: dict[str, str] = {}
        for path in paths:
            node = self.session.nodes.get(path)
            if node is None or node.elements():
                continue
            state = state_of(node)
            if not self._is_kept(state.names):
                continue
            value = state.typed if state.fault else state.value
            stored = self.answers.get(path)
            if value != (stored.value if stored else ""):
                differing[path] = value
        return differing


class OpenRuns:
    """The checklists in memory, as long as their file is open: with a locked desk they are gone."""

    def __init__(self, now: Callable[[], datetime], properties: Callable[[], Mapping[str, str]]) -> None:
        self._now = now
        self._properties = properties
        self._open: WeakKeyDictionary[Store, dict[ChecklistRunId, OpenRun]] = WeakKeyDictionary()

    def find(self, store: Store, run: ChecklistRunId) -> OpenRun | None:
        return self._open.get(store, {}).get(run)

    def begin(self, store: Store, run: ChecklistRun, form: ChecklistForm) -> dict[str, str]:
        """Load a form for the first time; return what it sets by itself, to be stored with the run."""
        return OpenRun(run=run, session=self._session(store, run, form, first=True)).set_at_first()

    def read(self, store: Store, run: ChecklistRun, form: ChecklistForm) -> OpenRun:
        """Build the running form from what is stored and keep it."""
        session = self._session(store, run, form, first=False)
        answers = {answer.path: answer for answer in store.all(Answer) if answer.run == run.id}
        replay(session, answers)
        opened = OpenRun(run=run, session=session, answers=answers)
        self._open.setdefault(store, {})[run.id] = opened
        return opened

    def tried(self, store: Store, opened: OpenRun, form: ChecklistForm) -> OpenRun:
        """Build another form with the answers of an open run, and keep nothing of it."""
        session = self._session(store, opened.run, form, first=False)
        session.set_language(opened.session.labels.language)
        replay(session, opened.answers)
        return OpenRun(run=opened.run, session=session, answers=dict(opened.answers))

    def _session(self, store: Store, run: ChecklistRun, form: ChecklistForm, *, first: bool) -> FormSession:
        definition = read_form(form.xform, {file.name: file.text for file in form.files})
        # The same run must be shuffled the same way each time; nothing secret depends on it.
        chance = Random(run.id)  # noqa: S311
        world = World(
            zone=CHINA,
            now=self._now,
            random=chance.random,
            new_id=lambda: str(run.id),
            properties={**self._properties(), **about(store)},
        )
        if definition.last_saved:
            world.last_saved = self._last_saved(store, run)
        return FormSession(definition, world, first=first)

    def _last_saved(self, store: Store, run: ChecklistRun) -> Node | None:
        """Return the record of the same checklist that was begun last before this one, in this inspection."""
        earlier = [
            one
            for one in store.all(ChecklistRun)
            if one.form_id == run.form_id and (one.started_at, one.id) < (run.started_at, run.id)
        ]
        if not earlier:
            return None
        last = max(earlier, key=lambda one: (one.started_at, one.id))
        known = self.find(store, last.id)
        form = store.get(ChecklistForm, last.form)
        if known is None and form is not None:
            known = self.read(store, last, form)
        return None if known is None else known.session.root

    def forget(self, store: Store, run: ChecklistRunId) -> None:
        """Read the run again the next time, for its answers came from elsewhere."""
        self._open.get(store, {}).pop(run, None)


def about(store: Store) -> dict[str, str]:
    """Return what a form may ask of the inspection it is begun in, so that nobody types it again."""
    inspection = next(iter(store.all(Inspection)), None)
    if inspection is None:
        return {}
    institution = inspection.institution
    days = {"data_from": inspection.data_from, "data_to": inspection.data_to}
    return {
        "institution": institution.name,
        "institution_code": institution.code,
        "institution_kind": institution.kind.value,
        "institution_level": institution.level.value,
        **{name: day.isoformat() for name, day in days.items() if day is not None},
    }


def replay(session: FormSession, answers: dict[str, Answer]) -> None:
    """Bring stored answers into a fresh form: entries of repeats first, outer ones before inner ones.

    An answer whose place the form no longer has stays stored and is left out.
    """
    entries = [answer for answer in answers.values() if answer.path.endswith("]")]
    for entry in sorted(entries, key=lambda entry: (entry.path.count("/"), entry.answered_at, entry.path)):
        repeat, _, key = entry.path[:-1].rpartition("[")
        try:
            if entry.value == PRESENT:
                session.add_instance(repeat, key)
            elif entry.value == REMOVED and entry.path in session.nodes:
                session.remove_instance(entry.path)
        except Problem:
            continue
    order = {path: place for place, path in enumerate(session.nodes)}
    values = [answer for answer in answers.values() if answer.path in order and not answer.path.endswith("]")]
    for answer in sorted(values, key=lambda answer: order[answer.path]):
        names = state_of(session.nodes[answer.path]).names
        control = session.controls.get(names)
        if names in session.form.set_by_events or (control is not None and control.kind.is_answerable):
            session.restore(answer.path, answer.value)
    session.take_changed()
