"""What documents other than the notice say: one value for each type, its texts written out already.

Templates name these fields; a new field may be added at any time, none may change its meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from inspector_app.domain.document import DocumentType
from inspector_app.domain.ids import DocumentId, Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """An inspector as documents name them."""

    name: str
    certificate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody of the institution, or a witness, who was there."""

    name: str
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFacts:
    """What was seen in one area, sentence by sentence and without a judgement."""

    area: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One piece of evidence in a list."""

    clean: str
    """Number in this list, without gaps."""
    label: str
    """Number on the piece's own label, such as ``A-1``; it never changes."""
    name: str
    type: str
    quantity: str = "1"
    pages: str = ""
    source: str = ""
    proves: str = ""
    provided_by: str = ""
    received_by: str = ""
    taken: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedLine:
    """One thing that was handed over."""

    name: str
    quantity: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photograph:
    """A derived copy that is printed, under the number and the hash of its original."""

    label: str
    caption: str
    sha256: Sha256
    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What every document names: who writes, to whom, under which number."""

    bureau: str
    red_header: str = ""
    number: str = ""
    draft: str = ""
    """Text of the watermark; empty for a final document."""
    institution: str
    credit_code: str = ""
    institution_code: str = ""
    address: str = ""
    legal_representative: str = ""
    phone: str = ""
    level: str = ""
    basis: str = ""
    office: str = ""
    office_phone: str = ""
    signed_on: str = ""
    """A printed day; empty where it is filled in with a pen."""
    inspectors: tuple[Officer, ...] = ()
    inspectors_text: str = ""
    notes: tuple[str, ...] = ()
    """Small print at the end: versions, code of the journal."""
    corrects: str = ""
    """Below the title: which withdrawn document this one replaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPaper(Paper):
    """现场检查笔录."""

    subject: str
    begun: str
    ended: str = ""
    place: str = ""
    recorder: str = ""
    present: tuple[Attendee, ...] = ()
    present_text: str = ""
    certificates_shown: str = ""
    rights_told: str = ""
    rights_answer: str = ""
    areas: tuple[AreaFacts, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    handed_over: tuple[HandedLine, ...] = ()
    statement: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewLine:
    """One question with its answer; ``correction`` says what stood there before."""

    question: str
    answer: str
    correction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewPaper(Paper):
    """询问笔录."""

    session: str
    begun: str
    ended: str = ""
    place: str = ""
    recorder: str = ""
    role: str = ""
    person: str
    sex: str = ""
    age: str = ""
    identity_number: str = ""
    unit: str = ""
    post: str = ""
    person_phone: str = ""
    home: str = ""
    rights_answer: str = ""
    lines: tuple[InterviewLine, ...] = ()
    refusal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationLine:
    """One finding as the inspected party confirms or disputes it."""

    category: str
    item: str
    description: str
    extent: str = ""
    department: str = ""
    total: str = ""
    deduction: str = ""
    fund: str = ""
    to_return: str = ""
    grounds: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationPaper(Paper):
    """签字反馈表."""

    dates: str
    period: str = ""
    findings: tuple[ConfirmationLine, ...] = ()
    count: str = "0"
    sum_total: str = ""
    sum_deduction: str = ""
    sum_fund: str = ""
    sum_to_return: str = ""
    sum_capitals: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceListPaper(Paper):
    """证据清单."""

    dates: str
    provider: str = ""
    evidence: tuple[EvidenceLine, ...] = ()
    count: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotographsPaper(Paper):
    """现场照片附件."""

    dates: str
    photographs: tuple[Photograph, ...] = ()
    count: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailLine:
    """One row of a ledger behind a finding; amounts are printed figures."""

    source: str
    """File and line, as they are found in what the institution handed over."""
    day: str = ""
    person: str = ""
    code: str = ""
    name: str = ""
    spec: str = ""
    unit: str = ""
    quantity: str = ""
    price: str = ""
    total: str = ""
    fund: str = ""
    note: str = ""
    """Says so where the row stands under an earlier finding too: it is counted there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailGroup:
    """A finding with its rows."""

    problem: str
    """Place of the finding among those of the inspection, as the confirmation numbers them."""
    heading: str
    rows: tuple[DetailLine, ...]
    rows_count: str
    sum_total: str = ""
    sum_fund: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailListPaper(Paper):
    """问题明细清单."""

    dates: str
    period: str
    groups: tuple[DetailGroup, ...] = ()
    count: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemLine:
    """One finding under the sixteen columns of the national table (DOMAIN 4.2)."""

    serial: str
    province: str
    city: str
    institution: str
    ownership: str
    level: str
    group: str
    category: str
    department: str
    item: str
    description: str
    extent: str
    total: str
    fund: str
    grounds: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemTablePaper(Paper):
    """问题表."""

    dates: str
    problems: tuple[ProblemLine, ...] = ()
    count: str = "0"
    sum_total: str = ""
    sum_fund: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedLines:
    """The lines of a list as they were issued; its id is the document's."""

    id: DocumentId
    groups: tuple[DetailGroup, ...] = ()
    problems: tuple[ProblemLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredLine:
    """One thing that is registered and kept."""

    name: str
    model: str = ""
    quantity: str = ""
    unit: str = ""
    batch: str = ""
    state: str = ""
    kept_at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationPaper(Paper):
    """先行登记保存通知书."""

    reason: str
    kept_at: str = ""
    custodian: str = ""
    begun: str = ""
    deadline: str
    items: tuple[RegisteredLine, ...] = ()
    approval: str = ""
    """Who approved and when; in urgent cases afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionNoticePaper(Paper):
    """检查通知书."""

    scope: str
    period: str = ""
    when: str
    duties: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPaper(Paper):
    """约谈通知书."""

    reason: str
    when: str
    place: str
    invited: tuple[str, ...] = ()
    to_bring: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonConcerned:
    """Somebody whom a transfer names."""

    name: str
    post: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPaper(Paper):
    """移送函."""

    recipient: str
    recipient_kind: str
    reason: str
    facts: tuple[str, ...] = ()
    amount: str = ""
    amount_capitals: str = ""
    persons: tuple[PersonConcerned, ...] = ()
    attachments: tuple[EvidenceLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPaper(Paper):
    """整改建议书 to the institution, 建议函 to another authority."""

    recipient: str
    dates: str = ""
    problems: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    reply_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentPaper(Paper):
    """承诺书, which the inspected party signs."""

    promises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveredLine:
    """One document that is delivered."""

    title: str
    number: str
    copies: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPaper(Paper):
    """送达回证."""

    recipient: str
    documents: tuple[DeliveredLine, ...] = ()
    mode: str = ""
    when: str = ""
    place: str = ""
    received_by: str = ""
    relation: str = ""
    refusal: str = ""
    witness: str = ""
    witness_unit: str = ""
    left: str = ""
    """How the documents were left on the premises, with the numbers of the pictures of it."""


CONTENTS: dict[DocumentType, type[Paper]] = {
    DocumentType.RECORD: RecordPaper,
    DocumentType.INTERVIEW: InterviewPaper,
    DocumentType.CONFIRMATION: ConfirmationPaper,
    DocumentType.EVIDENCE_LIST: EvidenceListPaper,
    DocumentType.PHOTOGRAPHS: PhotographsPaper,
    DocumentType.DETAIL_LIST: DetailListPaper,
    DocumentType.PROBLEM_TABLE: ProblemTablePaper,
    DocumentType.REGISTRATION: RegistrationPaper,
    DocumentType.INSPECTION_NOTICE: InspectionNoticePaper,
    DocumentType.TALK_NOTICE: TalkPaper,
    DocumentType.TRANSFER: TransferPaper,
    DocumentType.PROPOSAL: ProposalPaper,
    DocumentType.PROPOSAL_LETTER: ProposalPaper,
    DocumentType.COMMITMENT: CommitmentPaper,
    DocumentType.DELIVERY: DeliveryPaper,
}
"""Types of document that are composed from a template, and what their templates may name."""


def texts_of(content: object) -> Iterator[str]:
    """Yield every text of a content, for the check that fonts have all its characters."""
    for one in fields(content):  # type: ignore[arg-type]
        value = getattr(content, one.name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            for inner in value:
                if isinstance(inner, str):
                    yield inner
                else:
                    yield from texts_of(inner)
