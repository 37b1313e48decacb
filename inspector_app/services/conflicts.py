"""Two laptops changed one thing without knowing of each other: both are shown, a person decides."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.evidence import Citation
from inspector_app.domain.exchange import ChainEnd, Conflict
from inspector_app.domain.finding import Finding, FindingState
from inspector_app.domain.ids import InspectionId, LineId
from inspector_app.domain.journal import Line
from inspector_app.domain.suspicion import Suspicion
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.notice_holds import refuse_if_held
from inspector_app.services.twins import twins_of
from inspector_app.storage.kinds import TYPES, from_plain
from inspector_app.storage.store import Store, Unit

_NOBODYS = frozenset(
    {
        "sent_package",
        "received_package",
        "head",
        "conflict",
        "inspection_card",
        "document_revision",
        "letter_given",
    }
)
"""Kinds that no two people edit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two values, and the line that set it."""

    line: Line
    value: object | None
    """``None`` where the thing was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A conflict with both its sides, for showing side by side."""

    conflict: Conflict
    here: Side
    there: Side


def conflicts_between(
    store: Store, incoming: Sequence[Line], heads: Sequence[ChainEnd], now: datetime
) -> tuple[Conflict, ...]:
    """Compare lines that are about to be merged with those that their sender did not know.

    Called before the merge; two edits that say the same are no conflict.
    """
    known = {end.device: end.sequence for end in heads}
    ends = {device: store.journal.last(device) for device in {line.device for line in incoming}}
    fresh = [line for line in incoming if _is_after(ends[line.device], line)]
    unknown_there = [
        line
        for device in store.journal.devices()
        for line in store.journal.lines_of(device)
        if line.sequence > known.get(device, 0)
    ]
    if not unknown_there:
        return ()
    there, here = _last_by_thing(fresh), _last_by_thing(unknown_there)
    found = []
    for thing in sorted(there.keys() & here.keys()):
        ours, theirs = here[thing], there[thing]
        if ours[1] != theirs[1] and thing[0] not in _NOBODYS:
            found.append(
                Conflict(
                    id=_identity(store, thing, theirs[0]),
                    kind=thing[0],
                    thing=thing[1],
                    here=ours[0].id,
                    there=theirs[0].id,
                    found_at=now,
                )
            )
    twins = (
        Conflict(
            id=f"{one.kind}:{one.here}:{one.there}",
            kind=one.kind,
            thing=one.here,
            other=one.there,
            here=one.here_line.id,
            there=one.there_line.id,
            found_at=now,
        )
        for one in twins_of(here, there)
    )
    return (*found, *twins)


def _identity(store: Store, thing: tuple[str, str], there: Line) -> str:
    """Return an id that leaves a conflict about the same thing standing which nobody decided yet."""
    first = ":".join(thing)
    known = store.get(Conflict, first)
    return first if known is None or not known.is_open else f"{first}:{there.id}"


def _is_after(last: Line | None, line: Line) -> bool:
    return last is None or line.sequence > last.sequence


def _last_by_thing(lines: Sequence[Line]) -> dict[tuple[str, str], tuple[Line, Any]]:
    found: dict[tuple[str, str], tuple[Line, Any]] = {}
    for line in sorted(lines, key=lambda one: (one.clock, one.device)):
        body = json.loads(line.body)
        for change in body["put"]:
            found[change["kind"], change["id"]] = (line, change["value"])
        for change in body["removed"]:
            found[change["kind"], change["id"]] = (line, None)
    return found


class ConflictService:
    """Shows what two laptops disagree about, and writes down what a person decides."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self, inspection_id: InspectionId) -> tuple[Disagreement, ...]:
        """Return what is not decided yet, each with both values."""
        store = self._desk.inspection(inspection_id)
        lines = {line.id: line for line in store.journal.lines()}
        return tuple(
            Disagreement(
                conflict=conflict,
                here=_side(conflict, lines[conflict.here], conflict.thing),
                there=_side(conflict, lines[conflict.there], conflict.other or conflict.thing),
            )
            for conflict in store.all(Conflict)
            if conflict.is_open and conflict.here in lines and conflict.there in lines
        )

    def decide(self, inspection_id: InspectionId, conflict_id: str, choice: LineId) -> None:
        """Let one of the two values hold; the other stays in the history."""
        store = self._desk.inspection(inspection_id)
        found = next((one for one in self.open(inspection_id) if one.conflict.id == conflict_id), None)
        if found is None:
            raise NotAllowed(sentence("This was decided already. Refresh the list."))
        side = next((one for one in (found.here, found.there) if one.line.id == choice), None)
        if side is None:
            raise NotAllowed(sentence("Choose one of the two values."))
        decided = replace(
            found.conflict,
            chosen=choice,
            decided_by=self._desk.person.id,
            decided_at=self._desk.clock.now(),
        )
        doubled = _doubled(store, found, side)
        with store.intention("conflict decided", self._desk.author) as unit:
            if found.conflict.other:
                _let_one_hold(store, unit, found, side)
            elif side.value is None:
                unit.remove(TYPES[found.conflict.kind], found.conflict.thing)
            else:
                unit.put(side.value)
            unit.put(decided)
            if doubled is not None:
                unit.put(doubled)
            for other in self._also_open(store, decided, choice):
                unit.put(other)

    def _also_open(self, store: Store, decided: Conflict, choice: LineId) -> list[Conflict]:
        """Return the other conflicts about the same thing, the chosen value in the place of the refused."""
        sides = {decided.here, decided.there}
        return [
            replace(
                one,
                here=choice if one.here in sides else one.here,
                there=choice if one.there in sides else one.there,
            )
            for one in store.all(Conflict)
            if one.is_open and (one.kind, one.thing) == (decided.kind, decided.thing) and one.id != decided.id
        ]


def _doubled(store: Store, found: Disagreement, side: Side) -> Finding | None:
    """Return the finding, withdrawn, that the value given up had become: one fact stands in one finding.

    A finding that other suspicions became as well stays; one that is being signed refuses the decision.
    """
    given_up = found.there.value if side is found.here else found.here.value
    kept = side.value.finding if isinstance(side.value, Suspicion) else None
    if not isinstance(given_up, Suspicion) or given_up.finding in (None, kept):
        return None
    finding = store.get(Finding, given_up.finding)
    about = {found.conflict.thing, found.conflict.other}
    shared = any(one.finding == given_up.finding and one.id not in about for one in store.all(Suspicion))
    if finding is None or shared or finding.state is FindingState.WITHDRAWN:
        return None
    refuse_if_held(store, finding.id)
    return replace(finding, state=FindingState.WITHDRAWN)


def _let_one_hold(store: Store, unit: Unit, found: Disagreement, side: Side) -> None:
    """Keep one of two things that are about the same; what was bound to the other goes to it."""
    conflict = found.conflict
    kept, dropped = conflict.thing, conflict.other
    if side is found.there:
        kept, dropped = dropped, kept
    kind = TYPES[conflict.kind]
    # Said again, so that a laptop which decided the other way is seen to disagree, and both are never gone.
    unit.put(store.get(kind, kept) or side.value)
    unit.remove(kind, dropped)
    for citation in store.all(Citation):
        if (citation.target.kind, citation.target.id) == (conflict.kind, dropped):
            unit.put(replace(citation, target=replace(citation.target, id=kept)))


def _side(conflict: Conflict, line: Line, thing: str) -> Side:
    _line, value = _last_by_thing([line])[conflict.kind, thing]
    return Side(line=line, value=None if value is None else from_plain(TYPES[conflict.kind], value))
