"""What lists, letters and receipts say, from the inspection and what a person typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from inspector_app.domain.chinese_numerals import chinese_numeral
from inspector_app.domain.deadline import printed_date
from inspector_app.domain.document import Document, DocumentType
from inspector_app.domain.evidence import Evidence, TargetKind
from inspector_app.domain.evidence_numbers import listed
from inspector_app.domain.finding import Finding, to_fen
from inspector_app.domain.law import cite_all
from inspector_app.domain.money import capitals, figures
from inspector_app.domain.papers import (
    CommitmentPaper,
    ConfirmationLine,
    ConfirmationPaper,
    DeliveredLine,
    DeliveryPaper,
    EvidenceListPaper,
    InspectionNoticePaper,
    InterviewLine,
    InterviewPaper,
    Paper,
    PersonConcerned,
    Photograph,
    PhotographsPaper,
    ProposalPaper,
    RegistrationPaper,
    TalkPaper,
    TransferPaper,
)
from inspector_app.domain.record import Delivery, DeliveryMode, Interview, Registration
from inspector_app.services.detail_lists import detail_list, problem_table
from inspector_app.services.marked_copies import COPY_WORDS, is_marked
from inspector_app.services.record_content import evidence_lines

if TYPE_CHECKING:
    from inspector_app.services.paper_matter import Matter

Builder = Callable[["Matter", str, str], Paper]
"""Writes a document from its matter, its number and the code of the journal's head."""

RECIPIENTS = ("police", "health", "market", "discipline", "audit", "agency", "other")
"""Kinds of recipient of a transfer (移送): each has its name and its reason in the template."""


def confirmation(matter: Matter, number: str, head_code: str) -> ConfirmationPaper:
    """签字反馈表: every finding that was not withdrawn."""
    findings = matter.findings()
    labels = matter.labels(TargetKind.FINDING)
    total, fund, deduction, to_return = (
        sum(map(to_fen, amounts), Decimal(0))
        for amounts in (
            [one.amounts.total for one in findings],
            [one.amounts.fund for one in findings],
            [one.amounts.deduction for one in findings],
            [one.amounts.to_return for one in findings],
        )
    )
    has_amounts = bool(total or fund)
    return ConfirmationPaper(
        **matter.common(number, head_code),
        dates=matter.dates(),
        period=matter.period(),
        findings=tuple(_confirmed(matter, one, labels.get(one.id, ())) for one in findings),
        count=str(len(findings)),
        sum_total=figures(total),
        sum_fund=figures(fund),
        sum_deduction=figures(deduction),
        sum_to_return=figures(to_return),
        sum_capitals=capitals(to_return) if has_amounts else "",
        statement=matter.typed("statement"),
    )


def _confirmed(matter: Matter, finding: Finding, labels: tuple[str, ...]) -> ConfirmationLine:
    category = matter.packs.category_name(finding.category, matter.inspection.region) or finding.category
    extent = finding.quantity
    if not extent and finding.persons is not None:
        extent = matter.say("persons", count=finding.persons)
    amounts = finding.amounts
    shown = bool(amounts.total or amounts.fund or amounts.deduction)
    found = (matter.law.clause(identity) for identity in finding.clauses)
    return ConfirmationLine(
        category=category,
        item="" if finding.item.strip() == category else finding.item,
        description=finding.description,
        extent=extent,
        department=finding.department,
        total=figures(amounts.total) if shown else "",
        fund=figures(amounts.fund) if shown else "",
        deduction=figures(amounts.deduction) if shown else "",
        to_return=figures(amounts.to_return) if shown else "",
        grounds=cite_all([clause for clause in found if clause is not None]),
        evidence=matter.say("evidence", labels=listed(labels)) if labels else "",
    )


def evidence_list(matter: Matter, number: str, head_code: str) -> EvidenceListPaper:
    """证据清单: all evidence under clean numbers; what it proves where a finding cites it."""
    pieces = matter.evidence()
    lines = evidence_lines(matter, pieces)
    cited = matter.labels(TargetKind.FINDING)
    proves = {
        label: [str(position) for position, one in enumerate(matter.findings(), start=1)
                if label in cited.get(one.id, ())]
        for label in (line.label for line in lines)
    }  # fmt: skip

    return EvidenceListPaper(
        **matter.common(number, head_code),
        dates=matter.dates(),
        evidence=tuple(
            replace(line, proves=matter.say("proves", number="、".join(proves[line.label])))
            if proves[line.label] else line
            for line in lines
        ),
        count=str(len(lines)),
    )  # fmt: skip


def photographs(
    matter: Matter, number: str, head_code: str, shrink: Callable[[Evidence], tuple[bytes, int, int] | None]
) -> PhotographsPaper:
    """现场照片: every stored picture; ``shrink`` returns what is printed of one, ``None`` of what is none."""
    shown = []
    for piece in matter.evidence():
        small = shrink(piece)
        if small is None:
            continue
        jpeg, width, height = small
        at = matter.moment(piece.captured_at or piece.taken_in_at, "short_moment")
        words = piece.caption or piece.original_name
        if is_marked(matter.store, piece.id):
            words += COPY_WORDS
        shown.append(
            Photograph(
                label=piece.number,
                caption=matter.say("caption", caption=words, time=at),
                sha256=piece.sha256,
                jpeg=jpeg,
                width=width,
                height=height,
            )
        )
    return PhotographsPaper(
        **matter.common(number, head_code),
        dates=matter.dates(),
        photographs=tuple(shown),
        count=str(len(shown)),
    )


def inspection_notice(matter: Matter, number: str, head_code: str) -> InspectionNoticePaper:
    """检查通知书."""
    office, phone = matter.contact()
    return InspectionNoticePaper(
        **matter.common(number, head_code),
        scope=matter.typed("scope") or matter.inspection.purpose,
        period=matter.period(),
        when=matter.typed("when"),
        duties=matter.typed_lines("duties", "duties"),
        contact=matter.say("contact", office=office, phone=phone) if office or phone else "",
    )


def talk_notice(matter: Matter, number: str, head_code: str) -> TalkPaper:
    """约谈通知书."""
    return TalkPaper(
        **matter.common(number, head_code),
        reason=matter.typed("reason", "reason"),
        when=matter.typed("when"),
        place=matter.typed("place"),
        invited=matter.typed_lines("invited", "invited"),
        to_bring=matter.typed_lines("to_bring", "to_bring"),
    )


def transfer(matter: Matter, number: str, head_code: str) -> TransferPaper:
    """移送函: facts are the findings' words, unless somebody wrote others; all evidence goes with it."""
    kind = matter.fields.get("recipient_kind", "")
    kind = kind if kind in RECIPIENTS else RECIPIENTS[-1]
    findings = matter.findings()
    amount = sum((one.amounts.to_return for one in findings), Decimal(0))
    common = matter.common(number, head_code)
    return TransferPaper(
        **{**common, "basis": matter.typed("basis")},
        recipient=matter.typed("recipient"),
        recipient_kind=matter.say(kind),
        reason=matter.typed("reason", f"reason_{kind}"),
        facts=matter.typed_lines("facts") or tuple(one.description for one in findings),
        amount=figures(amount) if amount else "",
        amount_capitals=capitals(amount) if amount else "",
        persons=tuple(_person(line) for line in matter.typed_lines("persons")),
        attachments=evidence_lines(matter, matter.evidence()),
    )


def _person(line: str) -> PersonConcerned:
    """Read one line of persons: name, post and part, parted by commas of either width."""
    name, post, part = (*(bit.strip() for bit in line.replace("，", ",").split(",", 2)), "", "")[:3]
    return PersonConcerned(name=name, post=post, part=part)


def proposal(matter: Matter, number: str, head_code: str) -> ProposalPaper:
    """整改建议书 to the institution, 建议函 to another authority."""
    to_institution = matter.document.type is DocumentType.PROPOSAL
    own = matter.inspection.institution.name if to_institution else ""
    return ProposalPaper(
        **matter.common(number, head_code),
        recipient=matter.typed("recipient") or own,
        dates=matter.dates(),
        problems=matter.typed_lines("problems") or tuple(one.description for one in matter.findings()),
        proposals=matter.typed_lines("proposals", "proposals"),
        reply_by=matter.typed("reply_by"),
    )


def commitment(matter: Matter, number: str, head_code: str) -> CommitmentPaper:
    """承诺书."""
    return CommitmentPaper(
        **matter.common(number, head_code), promises=matter.typed_lines("promises", "promises")
    )


def interview_paper(matter: Matter, interview: Interview, head_code: str) -> InterviewPaper:
    """询问笔录; corrected answers show what stood there before."""
    person = interview.person
    return InterviewPaper(
        **matter.common(head_code=head_code),
        session=chinese_numeral(interview.session),
        begun=matter.moment(interview.begun_at),
        ended=matter.moment(interview.ended_at),
        place=interview.place,
        recorder=matter.person(interview.recorded_by),
        role=matter.say(interview.role.value),
        person=person.name,
        sex=person.sex,
        age=person.age,
        identity_number=person.identity_number,
        unit=person.unit,
        post=person.post,
        person_phone=person.phone,
        home=person.home,
        rights_answer=interview.rights_answer,
        lines=tuple(
            InterviewLine(question=one.question, answer=one.answer, correction="；".join(one.before))
            for one in interview.exchanges
        ),
        refusal=interview.refusal,
    )


def delivery_paper(matter: Matter, delivery: Delivery, head_code: str) -> DeliveryPaper:
    """送达回证."""
    delivered = (matter.store.get(Document, identity) for identity in delivery.documents)
    labels = [piece.number for piece in matter.evidence() if piece.id in delivery.evidence]
    left = ""
    if delivery.mode is DeliveryMode.LEFT_ON_PREMISES:
        evidence = matter.say("left_evidence", labels=listed(labels)) if labels else ""
        left = matter.say("left", place=delivery.place, evidence=evidence)
    return DeliveryPaper(
        **matter.common(head_code=head_code),
        recipient=matter.inspection.institution.name,
        documents=tuple(_delivered(matter, one) for one in delivered if one is not None),
        mode=matter.say(delivery.mode.value),
        when=matter.moment(delivery.delivered_at),
        place=delivery.place,
        received_by=delivery.received_by,
        relation=delivery.relation,
        refusal=delivery.refusal,
        witness=delivery.witness,
        witness_unit=delivery.witness_unit,
        left=left,
    )


def _delivered(matter: Matter, document: Document) -> DeliveredLine:
    region = matter.region
    rules = region.document(document.type) or matter.packs.document(document.type)
    return DeliveredLine(title=rules.title, number=document.number or document.draft_number)


def registration_paper(
    matter: Matter, registration: Registration, approver: str, number: str, head_code: str
) -> RegistrationPaper:
    """先行登记保存通知书 with its list; the deadline is fixed when it is issued."""
    approved = f"{approver}　{matter.moment(matter.document.approved_at)}".strip() if approver else ""
    basis = matter.basis(tuple(matter.say("registration_basis").split()))
    return RegistrationPaper(
        **{**matter.common(number, head_code), "basis": basis},
        reason=matter.typed("reason", "reason"),
        kept_at=matter.typed("kept_at"),
        custodian=matter.typed("custodian"),
        begun=matter.moment(registration.registered_at),
        deadline=printed_date(registration.deadline) if registration.deadline else "",
        items=registration.items,
        approval=matter.typed("approval") or approved,
    )


BUILDERS: dict[DocumentType, Builder] = {
    DocumentType.CONFIRMATION: confirmation,
    DocumentType.EVIDENCE_LIST: evidence_list,
    DocumentType.DETAIL_LIST: detail_list,
    DocumentType.PROBLEM_TABLE: problem_table,
    DocumentType.INSPECTION_NOTICE: inspection_notice,
    DocumentType.TALK_NOTICE: talk_notice,
    DocumentType.TRANSFER: transfer,
    DocumentType.PROPOSAL: proposal,
    DocumentType.PROPOSAL_LETTER: proposal,
    DocumentType.COMMITMENT: commitment,
}
"""Documents that follow from the inspection and typed fields alone."""
