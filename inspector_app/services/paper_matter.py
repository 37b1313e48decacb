"""What every document from a template stands on, and what all of them print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inspector_app.domain.calendar import BEIJING, official_day
from inspector_app.domain.deadline import printed_date
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.evidence import Citation, Evidence, TargetKind
from inspector_app.domain.finding import Finding, FindingState
from inspector_app.domain.ids import InspectionId, PersonId
from inspector_app.domain.inspection import Inspection, Visit
from inspector_app.domain.law import LawPack, cite_all
from inspector_app.domain.papers import Officer
from inspector_app.domain.people import Person
from inspector_app.domain.region import BureauDetails, DocumentRules, RegionPack
from inspector_app.domain.template import Template
from inspector_app.services.notice_content import approval_note
from inspector_app.services.replaced import replaced_by

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.packs import PackService
    from inspector_app.storage.store import Store
    from inspector_app.system.template_files import TemplateBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One document with everything that its text follows from."""

    store: Store
    inspection: Inspection
    visits: Sequence[Visit]
    document: Document
    rules: DocumentRules
    region: RegionPack
    law: LawPack
    packs: PackService
    template: Template
    now: datetime
    approval: str = ""
    """Who approved and how that came about, in the template's words; empty before."""
    replaces: Document | None = None
    """The withdrawn document that this one names."""

    @property
    def fields(self) -> Mapping[str, str]:
        """What a person typed."""
        return self.document.fields

    @property
    def bureau(self) -> BureauDetails:
        return self.region.bureau

    def say(self, key: str, **values: object) -> str:
        return self.template.wording.say(key, **values)

    def typed(self, name: str, phrase: str = "") -> str:
        """Return what was typed into a field, or else a phrase of the template where one is named."""
        return self.fields.get(name, "") or (self.template.wording[phrase] if phrase else "")

    def typed_lines(self, name: str, phrase: str = "") -> tuple[str, ...]:
        """Return the lines of a field that holds several."""
        return tuple(line.strip() for line in self.typed(name, phrase).splitlines() if line.strip())

    def moment(self, at: datetime | None, phrase: str = "moment") -> str:
        """Print a time of day in China; empty where there is none."""
        if at is None:
            return ""
        local = at.astimezone(BEIJING)
        return self.say(
            phrase, year=local.year, month=local.month, day=local.day, hour=local.hour, minute=local.minute
        )

    def person(self, identity: PersonId) -> str:
        """Return a team member's name."""
        return next((one.name for one in self.inspection.team if one.id == identity), "")

    def findings(self) -> list[Finding]:
        return [one for one in self.store.all(Finding) if one.state is not FindingState.WITHDRAWN]

    def evidence(self) -> list[Evidence]:
        """Return the evidence that documents use, in the order of its labels."""
        used = (one for one in self.store.all(Evidence) if not one.set_aside)
        return sorted(used, key=lambda one: (one.group, one.running_number))

    def labels(self, kind: TargetKind) -> dict[str, tuple[str, ...]]:
        """Return the labels of the evidence that is bound to things of one kind, by their identity."""
        known = {piece.id: piece for piece in self.evidence()}
        bound: dict[str, list[Evidence]] = {}
        for citation in self.store.all(Citation):
            piece = known.get(citation.evidence)
            if citation.target.kind is kind and piece is not None:
                bound.setdefault(citation.target.id, []).append(piece)
        return {
            target: tuple(
                dict.fromkeys(
                    one.number for one in sorted(pieces, key=lambda one: (one.group, one.running_number))
                )
            )
            for target, pieces in bound.items()
        }

    def dates(self) -> str:
        """Print the days of the visits."""
        days = sorted(
            {official_day(visit.opened_at) for visit in self.visits}
            | {official_day(visit.closed_at) for visit in self.visits if visit.closed_at}
        )
        if not days:
            return ""
        if len(days) == 1:
            return printed_date(days[0])
        return self.say("dates_span", first=printed_date(days[0]), last=printed_date(days[-1]))

    def period(self) -> str:
        """Print the period of the data that is inspected."""
        first, last = self.inspection.data_from, self.inspection.data_to
        if not (first and last):
            return ""
        return self.say("dates_span", first=printed_date(first), last=printed_date(last))

    def basis(self, clauses: Sequence[str]) -> str:
        """Cite clauses that were in force when the visit began, or are today."""
        day = official_day(self.visits[-1].opened_at if self.visits else self.now)
        found = (self.law.clause(identity) for identity in clauses)
        return cite_all([one for one in found if one is not None and one.in_force_on(day)])

    def common(self, number: str = "", head_code: str = "") -> dict[str, Any]:
        """Return the fields that every document has."""
        inspection, institution = self.inspection, self.inspection.institution
        is_draft = self.document.state is not DocumentState.ISSUED
        office, phone = self.contact()
        officers = inspection.inspectors
        notes = [
            self.say(
                "note_versions",
                packs="、".join(map(str, self.packs.versions_for(inspection.region))),
                version=self.template.version,
            )
        ]
        if self.approval:
            notes.append(self.approval)
        if head_code:
            notes.append(self.say("note_head", code=head_code))
        return {
            "bureau": inspection.bureau,
            "red_header": self.rules.red_header.format(bureau=inspection.bureau),
            "number": number,
            "draft": self.say("watermark") if is_draft else "",
            "institution": institution.name,
            "credit_code": institution.credit_code,
            "institution_code": institution.code,
            "address": institution.address,
            "legal_representative": institution.legal_representative,
            "phone": institution.contact_phone,
            "level": self.say(institution.level.value),
            "basis": self.basis(
                inspection.legal_basis or tuple(self.say("basis_without_choice").split())
            ),
            "office": office,
            "office_phone": phone,
            "signed_on": "" if is_draft else printed_date(official_day(self.now)),
            "inspectors": tuple(
                Officer(name=one.name, certificate=one.certificate_number) for one in officers
            ),
            "inspectors_text": "、".join(
                self.say("inspector", name=one.name, certificate=one.certificate_number) for one in officers
            ),
            "notes": tuple(notes),
            "corrects": self._corrects(),
        }  # fmt: skip

    def _corrects(self) -> str:
        """Say which withdrawn document this one replaces; it has a number, or is known by its day."""
        old = self.replaces
        if old is None or old.issued_at is None:
            return ""
        if old.number:
            return self.say("corrects_number", number=old.number)
        return self.say("corrects_day", moment=self.moment(old.issued_at), title=self.rules.title)

    def contact(self) -> tuple[str, str]:
        """Return office and telephone; a placeholder of the shipped pack is not used."""
        bureau = self.bureau
        office, phone = ("", "") if bureau.placeholder else (bureau.contact_office, bureau.contact_phone)
        return self.fields.get("office", "") or office, self.fields.get("office_phone", "") or phone


def matter_of(
    desk: Desk, packs: PackService, templates: TemplateBook, inspection_id: InspectionId, document: Document
) -> Matter:
    """Read everything that a document stands on, as things are now."""
    store = desk.inspection(inspection_id)
    inspection = desk.subject(inspection_id)
    region = packs.region(inspection.region)
    template = templates.template(document.type)
    names = {person.id: person.name for person in desk.workspace.all(Person)}
    # A bureau's own region may be older than this type of document; then the shipped rules hold.
    rules = region.document(document.type) or packs.document(document.type)
    return Matter(
        store=store,
        inspection=inspection,
        visits=store.all(Visit),
        document=document,
        rules=rules,
        region=region,
        law=packs.law(region.law),
        packs=packs,
        template=template.with_title(rules.title),
        now=desk.clock.now(),
        approval=approval_note(template.wording, names, document),
        replaces=replaced_by(store, document),
    )
