"""What a record says of the facts: counted and answered, area by area, and never judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from inspector_app.domain.bed_walk import decisive
from inspector_app.domain.checklist import QuestionView, RunView, answer_id
from inspector_app.domain.evidence import Evidence, TargetKind
from inspector_app.domain.evidence_numbers import listed
from inspector_app.domain.headcount import BedCheck, BedStatus
from inspector_app.domain.ids import EvidenceId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.inspection import Visit
from inspector_app.domain.papers import AreaFacts, EvidenceLine, RecordPaper
from inspector_app.domain.record import Record
from inspector_app.domain.roster import Roster, bed_label, ward_key

if TYPE_CHECKING:
    from inspector_app.services.paper_matter import Matter
    from inspector_app.services.walk_views import WardProgress

ALWAYS = datetime.min.replace(tzinfo=UTC)
_PLAIN = (BedStatus.IN_BED, BedStatus.EMPTY_BED)
"""States of a bed that are counted and not told one by one."""


def record_paper(
    matter: Matter,
    record: Record,
    wards: Sequence[WardProgress],
    runs: Sequence[RunView],
    head_code: str = "",
    since: datetime = ALWAYS,
) -> RecordPaper:
    """Write the record from what was entered; what is older than ``since`` stands in an earlier record."""
    visit = next((one for one in matter.visits if one.id == record.visit), None)
    asked = _asked(matter, visit, record)
    return RecordPaper(
        **matter.common(head_code=head_code),
        subject=record.subject or matter.inspection.purpose,
        ended=matter.moment(record.closed_at),
        recorder=matter.person(record.opened_by),
        present=record.present,
        present_text="、".join(
            matter.say("attendee", name=one.name, post=one.post) if one.post else one.name
            for one in record.present
        ),
        areas=(
            *map(
                _spelt,
                (
                    *_wards(matter, wards, since),
                    *_rosters(matter, since),
                    *_checklists(matter, runs, since),
                ),
            ),
            *_notes(matter, record),
        ),
        evidence=evidence_lines(matter, (one for one in matter.evidence() if one.taken_in_at >= since)),
        handed_over=record.handed_over,
        statement=record.statement,
        refusal=record.refusal,
        **asked,
    )  # fmt: skip


def _asked(matter: Matter, visit: Visit | None, record: Record) -> dict[str, Any]:
    """Return when and where the visit began, and what was shown and told."""
    return {
        "begun": matter.moment(visit.opened_at if visit else record.opened_at),
        "place": (visit.place if visit else "") or matter.inspection.institution.address,
        "certificates_shown": matter.moment(visit.certificates_shown_at if visit else None),
        "rights_told": matter.moment(visit.rights_told_at if visit else None),
        "rights_answer": visit.rights_answer if visit else "",
    }


def evidence_lines(matter: Matter, pieces: Iterable[Evidence]) -> tuple[EvidenceLine, ...]:
    """Return evidence as lists print it, with clean numbers in the order given."""
    return tuple(
        EvidenceLine(
            clean=str(number),
            label=piece.number,
            name=spelt(piece.caption or piece.original_name),
            type=matter.say(piece.evidence_type.value),
            source=piece.copied_from or matter.say(piece.way.value),
            provided_by=piece.provided_by,
            received_by=matter.person(piece.taken_in_by),
            taken=matter.moment(piece.captured_at or piece.taken_in_at, "short_moment"),
            sha256=piece.sha256,
        )
        for number, piece in enumerate(pieces, start=1)
    )


def spelt(text: str) -> str:
    """Return a text that came from outside with each character that no font has written as its code.

    Nobody here can write an imported name otherwise, and nothing of it may be dropped.
    """
    from inspector_app.documents.fonts import missing

    for sign in missing((text,)):
        text = text.replace(sign, f"〔U+{ord(sign):04X}〕")
    return text


def _spelt(area: AreaFacts) -> AreaFacts:
    return AreaFacts(area=spelt(area.area), facts=tuple(map(spelt, area.facts)))


def _wards(matter: Matter, wards: Sequence[WardProgress], since: datetime) -> list[AreaFacts]:
    checks: dict[str, list[BedCheck]] = {}
    for check in matter.store.all(BedCheck):
        if check.checked_at >= since:
            checks.setdefault(ward_key(check.ward), []).append(check)
    labels = matter.labels(TargetKind.BED_CHECK)
    areas = []
    for progress in wards:
        summary = progress.summary
        if not summary.looked_at or progress.ward.id not in checks:
            continue
        percent = f"{float(summary.rate or 0) * 100:.1f}"
        facts = [
            matter.say(
                "ward_listed" if summary.has_list else "ward_unlisted",
                **({"listed": summary.listed} if summary.has_list else {}),
                looked=summary.looked_at,
                present=summary.present,
                counted=summary.counted,
                percent=percent,
            )
        ]
        counts = "；".join(
            matter.say("ward_count", status=matter.say(status.value), count=count)
            for status, count in summary.statuses
        )
        facts.append(matter.say("ward_counts", counts=counts))
        if summary.remaining:
            facts.append(matter.say("ward_remaining", count=summary.remaining))
        if summary.unknown:
            facts.append(matter.say("ward_unknown", count=summary.unknown))
        told = (check for check in decisive(checks.get(progress.ward.id, ())) if _is_told(check))
        facts += [
            _bed(matter, check, labels.get(check.id, ()))
            for check in sorted(told, key=lambda check: (check.checked_at, check.id))
        ]
        areas.append(AreaFacts(area=matter.say("ward", ward=progress.ward.name), facts=tuple(facts)))
    return areas


def _is_told(check: BedCheck) -> bool:
    return check.status not in _PLAIN or bool(check.note)


def _bed(matter: Matter, check: BedCheck, labels: tuple[str, ...]) -> str:
    return matter.say(
        "bed" if check.name else "bed_unnamed",
        time=matter.moment(check.checked_at, "short_moment"),
        bed=bed_label(check.bed),
        **({"name": check.name} if check.name else {}),
        status=matter.say(check.status.value),
        note=matter.say("bed_note", note=check.note) if check.note else "",
        evidence=_of(matter, labels),
    )


def _of(matter: Matter, labels: tuple[str, ...]) -> str:
    return matter.say("bed_evidence", labels=listed(labels)) if labels else ""


def _rosters(matter: Matter, since: datetime) -> list[AreaFacts]:
    labels = {piece.id: piece.number for piece in matter.evidence()}
    facts = [
        matter.say(
            "roster",
            exported=matter.moment(roster.exported_at),
            by=roster.exported_by,
            how=roster.exported_how,
            rows=roster.rows_read,
            persons=roster.persons,
            label=labels.get(EvidenceId(roster.evidence), ""),
        )
        for roster in matter.store.all(Roster)
        if roster.taken_at >= since
    ]
    ledgers = (one for one in matter.store.all(ImportedLedger) if one.taken_at >= since)
    facts += [_ledger(matter, ledger, labels) for ledger in ledgers]
    return [AreaFacts(area=matter.say("rosters"), facts=tuple(facts))] if facts else []


def _ledger(matter: Matter, ledger: ImportedLedger, labels: Mapping[EvidenceId, str]) -> str:
    return matter.say(
        "ledger" if ledger.handed_over_by else "ledger_unnamed",
        **({"by": ledger.handed_over_by} if ledger.handed_over_by else {}),
        names="、".join(f"“{file.name}”" for file in ledger.files),
        rows=ledger.counts.read,
        evidence=_of(matter, tuple(labels[one.evidence] for one in ledger.files if one.evidence in labels)),
    )


def _checklists(matter: Matter, runs: Sequence[RunView], since: datetime) -> list[AreaFacts]:
    """Tell what was answered since then, and with it what the form computed from it."""
    labels = matter.labels(TargetKind.ANSWER)
    areas = []
    for run in runs:
        if (run.changed_at or run.run.started_at) < since:
            continue
        facts = tuple(
            _answer(matter, question, labels.get(answer_id(run.run.id, question.path), ()))
            for question in run.questions
            if question.relevant
            and question.kind.is_answerable
            and question.value
            and (question.answered_at or since) >= since
        )
        if facts:
            areas.append(AreaFacts(area=matter.say("checklist", title=run.run.title), facts=facts))
    return areas


def _answer(matter: Matter, question: QuestionView, labels: tuple[str, ...]) -> str:
    return matter.say(
        "answer",
        label=question.label.rstrip("：:？?。"),
        value=(question.value_label or question.value).rstrip("。"),
        remark=matter.say("answer_remark", remark=question.remark) if question.remark else "",
        evidence=_of(matter, labels),
    )


def _notes(matter: Matter, record: Record) -> list[AreaFacts]:
    """Return what was written by hand, by area in the order of the first note."""
    areas: dict[str, list[str]] = {}
    for note in record.notes:
        areas.setdefault(note.area or matter.say("notes"), []).append(note.text)
    return [AreaFacts(area=area, facts=tuple(texts)) for area, texts in areas.items()]
