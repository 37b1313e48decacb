"""Names drawn by hand on the screen: bound to the bytes that lay before the person, sealed by the laptop.

It is no electronic signature in the sense of the law and never stands in for a refusal; printing
and signing on paper stays the ordinary way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.domain.document import DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DocumentId, InkId, InspectionId, Sha256
from inspector_app.domain.ink import ATTEMPTS, DrawnSignature, Ink, is_signed_by_hand, refuse_unfit
from inspector_app.domain.people import Person
from inspector_app.domain.record import Delivery, Interview, Record
from inspector_app.domain.template import Block, BlockKind
from inspector_app.domain.wording import sentence
from inspector_app.services.issuing import refuse_elsewhere
from inspector_app.services.paper_matter import Matter
from inspector_app.services.paper_records import INK

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.paper_records import PaperRecords
    from inspector_app.services.workspace import WorkspaceService

_PARTY = ("party", "person")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningLine:
    """One line of a paper on which somebody may draw their name."""

    place: str
    line: str
    """What the paper prints before it."""
    name: str
    """Who signs here as far as it is known; empty where it has to be asked."""
    post: str = ""
    is_fixed: bool = False
    """Whether the paper names this person, so that nobody else signs here."""
    drawn: tuple[DrawnSignature, ...] = ()
    """What was drawn already, the first first; the last one holds."""

    @property
    def is_free(self) -> bool:
        return not self.drawn

    @property
    def may_be_struck_out(self) -> bool:
        return 0 < len(self.drawn) < ATTEMPTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSign:
    """What a person is told before they draw their name, and what it is then bound to."""

    document: DocumentId
    type: DocumentType
    title: str
    number: str
    institution: str
    pages: int
    over: Sha256
    lines: tuple[SigningLine, ...]
    present: tuple[str, ...]
    """The inspectors, before whom everybody signs."""


class DrawnSignatureService:
    """What inspectors do when somebody signs on the screen."""

    def __init__(self, desk: Desk, papers: PaperRecords, *, workspace: WorkspaceService) -> None:
        self._desk = desk
        self._papers = papers
        self._workspace = workspace

    def drawn(self, inspection_id: InspectionId, document_id: DocumentId) -> list[DrawnSignature]:
        """Return what was drawn on a paper, the first first, struck out or not."""
        found = self._desk.inspection(inspection_id).all(DrawnSignature)
        return sorted((one for one in found if one.document == document_id), key=lambda one: one.taken_at)

    def to_sign(self, inspection_id: InspectionId, document_id: DocumentId) -> ToSign:
        """Return what lies before a person who is to sign; a paper that cannot be signed here is refused."""
        from inspector_app.documents.ink import lines_of, pages_in, sealed_by

        document = self._papers.document(inspection_id, document_id)
        if document.state is DocumentState.WITHDRAWN:
            raise NotAllowed(sentence("This paper was withdrawn, so nobody signs it any more."))
        pdf = self._papers.pdf(inspection_id, document_id)
        if sealed_by(pdf) not in ("", self._workspace.credentials.laptop_signer().authority_code):
            raise NotAllowed(
                sentence(
                    "This paper was sealed by another laptop, whose seal cannot be continued here. "
                    "Print it and have it signed."
                )
            )
        matter = self._papers.matter(inspection_id, document)
        lines = tuple(self._lines(matter, inspection_id, list(lines_of(pdf))))
        if not lines:
            raise NotAllowed(
                sentence(
                    "This paper was laid out without lines for signing on the screen. "
                    "Print it and have it signed."
                )
            )
        return ToSign(
            document=document_id,
            type=document.type,
            title=matter.rules.title,
            number=document.number or (document.draft_number if matter.rules.type_word else ""),
            institution=matter.inspection.institution.name,
            pages=pages_in(pdf),
            over=_hash(pdf),
            lines=lines,
            present=tuple(one.name for one in matter.inspection.inspectors),
        )

    def strokes_taken(
        self, inspection_id: InspectionId, document_id: DocumentId, place: str, ink: Ink, *, over: Sha256,
        name: str, post: str = "", strike_reason: str = "",
    ) -> DrawnSignature:  # fmt: skip
        """Put strokes on their line, seal them with the laptop's certificate, journal both.

        ``over`` is what lay before the person; other bytes are refused. A line that is signed already
        takes them only with the reason why the first are struck out; both stay.
        """
        from inspector_app.documents.ink import seal_strokes

        refuse_unfit(ink)
        refuse_elsewhere(self._desk, inspection_id)
        shown = self.to_sign(inspection_id, document_id)
        line = next((one for one in shown.lines if one.place == place), None)
        if line is None:
            raise NotAllowed(sentence("This paper has no such line to sign on. Look at it again."))
        if shown.over != over:
            raise NotAllowed(
                sentence(
                    "The paper is another one than lay before the person. Nothing was kept; "
                    "show it again and sign then."
                )
            )
        self._refuse_refused(inspection_id, document_id, line)
        before = _struck(line, strike_reason)
        if before is not None:
            refuse_unfit(before.ink)  # it may have come from another laptop
        name = line.name if line.is_fixed else name.strip()
        if not 0 < len(name) <= _LONGEST_NAME or len(post) > _LONGEST_NAME:
            raise UnusableInput(sentence("Enter the name of who signs."))
        present = tuple(one for one in shown.present if one != name)
        if not present:
            raise NotAllowed(
                sentence("Nobody signs on the screen alone. A second inspector has to be there.")
            )
        now = self._desk.clock.now()
        drawn = DrawnSignature(
            id=InkId(self._desk.ids.new()),
            document=document_id,
            over=over,
            place=place,
            line=line.line,
            name=name,
            post=post.strip(),
            present=present,
            taken_at=now,
            taken_by=self._desk.person.id,
            ink=ink,
            strikes=before.id if before else None,
            strike_reason=strike_reason.strip() if before else "",
        )
        document = self._papers.document(inspection_id, document_id)
        pdf = seal_strokes(
            self._papers.pdf(inspection_id, document_id),
            self._workspace.credentials.laptop_signer(),
            place,
            ink,
            at=now,
            words=self._words(self._papers.matter(inspection_id, document), drawn),
            struck=before.ink if before else None,
        )
        head = self._workspace.credentials.signed_head(inspection_id)
        self._papers.revisions.append(
            inspection_id,
            document,
            pdf,
            what=f"{INK}{place}",
            line="strokes struck out and taken again" if before else "strokes taken",
            beside=[drawn, *([head] if head else [])],
        )
        return drawn

    # Inside

    def _lines(
        self, matter: Matter, inspection_id: InspectionId, places: Sequence[str]
    ) -> Iterator[SigningLine]:
        inspectors = matter.inspection.inspectors
        labels = _labels(matter.template.blocks, len(inspectors))
        known = self.drawn(inspection_id, matter.document.id)
        for place in places:
            person = _inspector(place, inspectors)
            drawn = tuple(one for one in known if one.place == place)
            if person is not None:
                name, post = person.name, ""
            elif drawn:
                name, post = drawn[-1].name, drawn[-1].post
            else:
                name, post = self._expected(matter, place)
            yield SigningLine(
                place=place,
                line=labels.get(place, ""),
                name=name,
                post=post,
                is_fixed=person is not None,
                drawn=drawn,
            )

    def _expected(self, matter: Matter, place: str) -> tuple[str, str]:
        """Return name and post of who is to sign, as the entries of this document say."""
        store, identity = matter.store, matter.document.id
        if place == "recorder":
            record = store.get(Record, identity)
            interview = store.get(Interview, identity)
            writer = record.opened_by if record else interview.recorded_by if interview else None
            return (matter.person(writer) if writer else "", "")
        if (delivery := store.get(Delivery, identity)) is not None:
            if place == "witness":
                return delivery.witness, delivery.witness_unit
            return delivery.received_by, delivery.relation
        if place == "person" and (interview := store.get(Interview, identity)) is not None:
            return interview.person.name, interview.person.post
        record = store.get(Record, identity)
        if place == "party" and record is not None and record.present:
            return record.present[0].name, record.present[0].post
        return "", ""

    def _refuse_refused(
        self, inspection_id: InspectionId, document_id: DocumentId, line: SigningLine
    ) -> None:
        """A refusal is written down and witnessed; strokes never stand beside it."""
        store = self._desk.inspection(inspection_id)
        found = (store.get(Record, document_id), store.get(Interview, document_id),
                 store.get(Delivery, document_id))  # fmt: skip
        if line.place in _PARTY and any(one is not None and one.refusal.strip() for one in found):
            raise NotAllowed(
                sentence(
                    "This paper says that signing was refused. Withdraw it and make a new one where somebody "
                    "signs after all."
                )
            )

    def _words(self, matter: Matter, drawn: DrawnSignature) -> str:
        return matter.say(
            "drawn_again" if drawn.strikes else "drawn",
            name=matter.say("attendee", name=drawn.name, post=drawn.post) if drawn.post else drawn.name,
            time=matter.moment(drawn.taken_at),
            line=drawn.line.rstrip("：: "),
            present="、".join(drawn.present),
            **({"reason": drawn.strike_reason} if drawn.strikes else {}),
        )


def _struck(line: SigningLine, reason: str) -> DrawnSignature | None:
    """Return the strokes that are struck out; a line that takes no more is refused."""
    if line.is_free:
        return None
    if not line.may_be_struck_out:
        raise NotAllowed(
            sentence(
                "This line was signed and struck out once already. Withdraw the paper and make a new one."
            )
        )
    if not reason.strip():
        raise NotAllowed(
            sentence(
                "{name} has signed on this line. Say why the strokes are struck out; both stay on the paper.",
                name=line.drawn[-1].name,
            )
        )
    return line.drawn[-1]


def _inspector(place: str, inspectors: Sequence[Person]) -> Person | None:
    number = place.removeprefix("inspector-")
    if number == place or int(number) > len(inspectors):
        return None
    return inspectors[int(number) - 1]


def _labels(blocks: Sequence[Block], inspectors: int) -> dict[str, str]:
    """Return what a template prints before each line for a name."""
    found: dict[str, str] = {}
    for block in blocks:
        found |= _labels(block.blocks, inspectors)
        if block.kind is not BlockKind.SIGNATURES:
            continue
        for name, label, *_ in block.rows:
            for number in range(1, inspectors + 1) if "{n}" in name else (0,):
                place = name.replace("{n}", str(number))
                if is_signed_by_hand(place):
                    found.setdefault(place, label)
    return found


def _hash(pdf: bytes) -> Sha256:
    return Sha256(hashlib.sha256(pdf).hexdigest())
