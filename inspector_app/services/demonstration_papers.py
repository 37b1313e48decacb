"""The papers of the invented inspection: record, confirmation, and the delivery of the notice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.document import DocumentType
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.papers import HandedLine
from inspector_app.domain.record import Interviewed, InterviewRole
from inspector_app.services import fiction
from inspector_app.services.fiction_ink import handwriting
from inspector_app.services.intake import Source

if TYPE_CHECKING:
    from inspector_app.domain.ids import InspectionId
    from inspector_app.domain.record import Delivery, Interview, Record
    from inspector_app.services.activities import Activities


def close_the_record(activities: Activities, inspection: InspectionId) -> Record:
    """Open the record of the visit, complete it and close it with its time."""
    records = activities.records
    going_on = [one for one in records.records(inspection) if one.closed_at is None]
    record = going_on[0] if going_on else records.open(inspection)
    records.note(inspection, record.id, "病区走廊", "医务科陪同检查，走廊监控正常运行。")
    records.hand_over(
        inspection,
        record.id,
        (
            HandedLine(name="在院患者一览表（电子表格）", quantity="1份", note="优盘拷贝"),
            HandedLine(name="药品出入库登记册（复印件）", quantity="3页", note="已核对原件"),
        ),
    )
    records.take_statement(inspection, record.id, "对以上记录的情况无异议，不在床的原因核实后书面说明。")
    return records.close(inspection, record.id)


def begin_interview(activities: Activities, inspection: InspectionId) -> Interview:
    """Ask the head nurse of a ward; the bank's first two questions are answered, the first one corrected."""
    interviews = activities.interviews
    person = Interviewed(name="杜若晴", sex="女", age="41", unit="青禾县仁安医院内一科", post="护士长")
    begun = interviews.begin(inspection, InterviewRole.NURSE, person)
    interviews.tell_rights(inspection, begun.id, "听清楚了，不申请回避。")
    interviews.answer(inspection, begun.id, 0, "杜若晴，主管护师，内一科护士长，当晚值班。")
    interviews.correct(inspection, begun.id, 0, "杜若晴，主管护师，内一科护士长，当晚八点接班。")
    return interviews.answer(inspection, begun.id, 1, "交班时在院二十人，按床头卡核对，没有逐人核对腕带。")


def confirm(activities: Activities, inspection: InspectionId) -> bytes:
    """Issue the confirmation of the findings, to be signed on site."""
    document = activities.papers.draft(inspection, DocumentType.CONFIRMATION)
    return activities.papers.pdf(inspection, activities.papers.issue(inspection, document.id).id)


def deliver(activities: Activities, inspection: InspectionId) -> Delivery:
    """Deliver the notice: refused before a witness, who signs on the screen; left there with a picture."""
    deliveries = activities.deliveries
    delivery = deliveries.begin(inspection)
    deliveries.refuse(
        inspection,
        delivery.id,
        reason=fiction.REFUSAL,
        witness=fiction.WITNESS[0],
        witness_unit=fiction.WITNESS[1],
        received_by=fiction.RECEIVED_BY,
    )
    picture = fiction.picture_of_a_ledger(activities.desk.clock.now(), width=800)
    source = Source(name="留置送达.jpg", way=IntakeWay.FILE, data=picture)
    deliveries.photograph(inspection, delivery.id, source)
    closed = deliveries.close(inspection, delivery.id)
    _let_the_witness_sign(activities, inspection, closed)
    return closed


def _let_the_witness_sign(activities: Activities, inspection: InspectionId, delivery: Delivery) -> None:
    """Who refused signs nowhere; who saw it draws their name on the screen before the inspectors."""
    drawn = activities.drawn_signatures
    shown = drawn.to_sign(inspection, delivery.id)
    name, unit = fiction.WITNESS
    drawn.strokes_taken(
        inspection, delivery.id, "witness", handwriting(), over=shown.over, name=name, post=unit
    )


def write(path: Path, pdf: bytes) -> str:
    """Write what leaves, return how it is told."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pdf)
    return f"{path} written, {len(pdf):,} bytes"


def list_details(activities: Activities, inspection: InspectionId) -> bytes:
    """Issue the list of the ledgers' rows behind the findings."""
    document = activities.papers.draft(inspection, DocumentType.DETAIL_LIST)
    activities.papers.issue(inspection, document.id)
    return activities.papers.pdf(inspection, document.id)
