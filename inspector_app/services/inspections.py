"""Inspections and their visits: opening them, the team, certificates, rights, the clock."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from inspector_app.domain.chain import NOTHING, code_of
from inspector_app.domain.codes import normalised_code
from inspector_app.domain.errors import DamagedFile, NotAllowed, Problem, UnusableInput
from inspector_app.domain.exchange import Purged
from inspector_app.domain.ids import InspectionId, InstitutionId, VisitId
from inspector_app.domain.inspection import (
    ClockCheck,
    ClockJump,
    Inspection,
    InspectionCard,
    Mode,
    Visit,
)
from inspector_app.domain.institution import Institution
from inspector_app.domain.journal import Head, Line
from inspector_app.domain.people import Person
from inspector_app.domain.wording import sentence
from inspector_app.services.checklist_locks import carry_locks
from inspector_app.services.damage import is_noted, note_damage
from inspector_app.services.desk import Desk
from inspector_app.services.inspection_cards import CARD as _CARD
from inspector_app.services.inspection_cards import card_of, purged_card, unreadable_card
from inspector_app.services.notice_holds import refuse_other_team
from inspector_app.services.reviewing import review_state
from inspector_app.storage.kinds import from_plain, to_plain

LEAST_INSPECTORS = 2
"""行政处罚法 §42 and 条例 §29: not fewer than two, each with a certificate."""

log = logging.getLogger(__name__)


class InspectionService:
    """What an inspector does with an inspection as a whole."""

    def __init__(
        self,
        desk: Desk,
        *,
        require_recovery: Callable[[], None],
        signed_head: Callable[[InspectionId], Head | None],
    ) -> None:
        """``require_recovery`` raises ``NotAllowed`` while a forgotten passphrase would lose the data;
        ``signed_head`` signs the end of this laptop's chain as it stands."""
        self._desk = desk
        self._require_recovery = require_recovery
        self._signed_head = signed_head

    # Institutions

    def institutions(self) -> list[Institution]:
        """Return the institutions known on this laptop."""
        return self._desk.workspace.all(Institution)

    def register(self, institution: Institution) -> Institution:
        """Enter an institution or what has changed about it."""
        if not institution.name.strip():
            raise UnusableInput(sentence("An institution needs a name. Enter it as on its licence."))
        with self._desk.workspace.intention("institution entered", self._desk.author) as unit:
            unit.put(institution)
        return institution

    def new_institution(self, name: str, code: str = "") -> Institution:
        """Enter an institution of which little is known yet."""
        return self.register(
            Institution(id=InstitutionId(self._desk.ids.new()), name=name.strip(), code=code.strip())
        )

    # Inspections

    def open(
        self,
        institution: Institution,
        *,
        bureau: str,
        team: tuple[Person, ...],
        mode: Mode = Mode.UNANNOUNCED,
        purpose: str = "",
        data_from: date | None = None,
        data_to: date | None = None,
        legal_basis: tuple[str, ...] = (),
        region: str = "default",
    ) -> Inspection:
        """Begin an inspection of ``institution`` in a file of its own."""
        self._require_recovery()
        if data_from and data_to and data_to < data_from:
            raise UnusableInput(
                sentence("The data period ends before it begins. Correct one of the two dates.")
            )
        inspection = Inspection(
            id=InspectionId(self._desk.ids.new()),
            institution=institution,
            bureau=bureau,
            created_at=self._desk.clock.now(),
            created_by=self._desk.person.id,
            team=team,
            purpose=purpose,
            legal_basis=legal_basis,
            mode=mode,
            data_from=data_from,
            data_to=data_to,
            region=region,
            issuing=self._desk.device,
        )
        store = self._desk.new_inspection(inspection.id)
        with store.intention("inspection opened", self._desk.author) as unit:
            unit.put(inspection)
            carry_locks(self._desk, unit)
        self.refresh_card(inspection.id)
        return inspection

    def inspection(self, inspection_id: InspectionId) -> Inspection:
        """Return an inspection as it now stands."""
        return self._desk.subject(inspection_id)

    def revise(self, inspection: Inspection) -> Inspection:
        """Change what is known of an inspection: team, purpose, period, institution."""
        store = self._desk.inspection(inspection.id)
        refuse_other_team(store, store.get(Inspection, inspection.id), inspection)
        with store.intention("inspection revised", self._desk.author) as unit:
            unit.put(inspection)
        self.refresh_card(inspection.id)
        return inspection

    # Visits

    def visits(self, inspection_id: InspectionId) -> list[Visit]:
        """Return the visits, the earliest first."""
        return self._desk.inspection(inspection_id).all(Visit)

    def current_visit(self, inspection_id: InspectionId) -> Visit | None:
        """Return the open visit, or ``None``."""
        return next((visit for visit in self.visits(inspection_id) if visit.is_open), None)

    def open_visit(
        self,
        inspection_id: InspectionId,
        *,
        place: str = "",
        received_by: str = "",
        reference: datetime | None = None,
        reference_source: str = "",
    ) -> Visit:
        """Enter the premises: needs two inspectors with certificates; ``reference`` is the time read off."""
        inspection = self.inspection(inspection_id)
        if len(inspection.inspectors) < LEAST_INSPECTORS:
            raise NotAllowed(
                sentence(
                    "A visit needs at least two inspectors with certificate numbers; the team has {count}. "
                    "Add an inspector or enter the missing certificate number.",
                    count=len(inspection.inspectors),
                )
            )
        if len({normalised_code(one.certificate_number) for one in inspection.inspectors}) < LEAST_INSPECTORS:
            raise NotAllowed(
                sentence(
                    "Everybody in the team has the same certificate number {number}, and a certificate is "
                    "one person's. Correct it; a visit needs two inspectors.",
                    number=inspection.inspectors[0].certificate_number,
                )
            )
        if self.current_visit(inspection_id) is not None:
            raise NotAllowed(sentence("A visit is open already. Close it before another begins."))
        now = self._desk.clock.now()
        check = (
            ClockCheck(laptop=now, reference=reference, reference_source=reference_source)
            if reference
            else None
        )
        visit = Visit(
            id=VisitId(self._desk.ids.new()),
            opened_at=now,
            opened_by=self._desk.person.id,
            place=place or inspection.institution.address,
            received_by=received_by,
            clock=check,
        )
        self._desk.clock_watch.begin(inspection_id)
        return self._put_visit(inspection_id, visit, "visit opened")

    def show_certificates(self, inspection_id: InspectionId) -> Visit:
        """Record that the certificates were shown, now."""
        visit = self._open_visit(inspection_id)
        shown = replace(visit, certificates_shown_at=self._desk.clock.now())
        return self._put_visit(inspection_id, shown, "certificates shown")

    def tell_rights(self, inspection_id: InspectionId, *, answer: str, told_to: str = "") -> Visit:
        """Record that rights and duties were told, now, and what was answered; the record prints both."""
        if not answer.strip():
            raise UnusableInput(
                sentence("Enter what was answered; the record prints it. Silence is an answer too.")
            )
        visit = self._open_visit(inspection_id)
        told = replace(
            visit,
            rights_told_at=self._desk.clock.now(),
            rights_answer=answer,
            received_by=told_to or visit.received_by,
        )
        return self._put_visit(inspection_id, told, "rights told")

    def compare_clock(self, inspection_id: InspectionId, reference: datetime, source: str) -> Visit:
        """Compare the laptop's clock with a reference that the inspector read off.

        A jump up to now, such as the clock being set right, is written down before and ends with this.
        """
        self._desk.clock_watch.look(inspection_id)
        visit = self._open_visit(inspection_id)
        check = ClockCheck(
            laptop=self._desk.clock.now(),
            reference=reference,
            reference_source=source,
            jumps_before=len(visit.jumps),
        )
        return self._put_visit(inspection_id, replace(visit, clock=check), "clock compared")

    def close_visit(self, inspection_id: InspectionId) -> Visit:
        """Leave the premises; the end of this laptop's chain is signed and kept, to be read off and noted."""
        visit = replace(self._open_visit(inspection_id), closed_at=self._desk.clock.now())
        self._desk.clock_watch.end(inspection_id)
        head = self._signed_head(inspection_id)
        with self._desk.inspection(inspection_id).intention("visit closed", self._desk.author) as unit:
            unit.put(visit)
            if head is not None:
                unit.put(head)
        self.refresh_card(inspection_id)
        return visit

    def watch_clock(self, inspection_id: InspectionId) -> ClockJump | None:
        """Look at both clocks; return a jump that was found now or by an intake since, once."""
        if self._desk.clock_watch.look(inspection_id) is not None:
            self.refresh_card(inspection_id)
        return self._desk.clock_watch.take_untold(inspection_id)

    # The list

    def cards(self) -> list[InspectionCard]:
        """Return the list of inspections, the newest first; cards of open files are made anew."""
        kept = self._desk.workspace.derived.starting_with(_CARD)
        here = self._desk.inspection_files()
        cards = [
            card for file in here if (card := self._card_of(file, kept.get(f"{_CARD}{file}"))) is not None
        ]
        cards += [purged_card(one) for one in self._desk.workspace.all(Purged) if one.id not in here]
        return sorted(cards, key=lambda card: card.created_at, reverse=True)

    def _card_of(self, file: InspectionId, kept: bytes | None) -> InspectionCard | None:
        """Return the card of a file: kept, made anew, or saying that the file cannot be read.

        A file without a line is what a start that was cut off left behind; nothing was in it.
        """
        known = from_plain(InspectionCard, json.loads(kept)) if kept else None
        if is_noted(self._desk, file):
            return unreadable_card(file, known, self._desk.clock.now())
        if known is not None and not self._desk.is_open(file):
            return known
        if known is None and self._desk.is_blank(file):
            return None
        try:
            if not self._desk.inspection(file).journal.count():
                return None
            return self.refresh_card(file)
        except Problem as problem:
            log.warning("an inspection's file cannot be read", exc_info=True)
            if isinstance(problem, DamagedFile):
                note_damage(self._desk, file, problem.sentence)
            return unreadable_card(file, known, self._desk.clock.now())

    def refresh_card(self, inspection_id: InspectionId) -> InspectionCard:
        """Make the card of one inspection anew from its file."""
        made = card_of(self.inspection(inspection_id), self._desk.inspection(inspection_id))
        card = replace(made, review=review_state(self._desk, inspection_id))
        self._desk.workspace.derived.put(f"{_CARD}{inspection_id}", json.dumps(to_plain(card)).encode())
        return card

    def timeline(self, inspection_id: InspectionId, count: int = 500) -> list[Line]:
        """Return the newest lines of the journal, newest first."""
        return self._desk.inspection(inspection_id).journal.newest(count)

    def head_code(self, inspection_id: InspectionId) -> str:
        """Return the short code of this laptop's chain as it now ends."""
        last = self._desk.inspection(inspection_id).journal.last(self._desk.device)
        return code_of(last.hash if last else NOTHING)

    def _open_visit(self, inspection_id: InspectionId) -> Visit:
        visit = self.current_visit(inspection_id)
        if visit is None:
            raise NotAllowed(sentence("No visit is open. Open the visit first."))
        return visit

    def _put_visit(self, inspection_id: InspectionId, visit: Visit, what: str) -> Visit:
        with self._desk.inspection(inspection_id).intention(what, self._desk.author) as unit:
            unit.put(visit)
        self.refresh_card(inspection_id)
        return visit
