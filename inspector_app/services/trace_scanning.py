"""Scanning trace codes on site: kept at once, held against the ledgers, raised where they contradict."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import EvidenceId, InspectionId, SuspicionId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.points_work import LEDGERS, PointsWork
from inspector_app.domain.scanned_codes import ScanFacts, ScanMeaning, ScannedCode, codes_of
from inspector_app.domain.suspicion import Figure, Suspicion
from inspector_app.domain.wording import sentence
from inspector_app.services.intake import Source
from inspector_app.services.ledger_lines import held_rows
from inspector_app.system.barcodes import texts_in

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.services.findings import FindingService

RULE = "trace-scan"
_TITLES = {
    ScanMeaning.SETTLED: "已结算的追溯码实物仍在架",
    ScanMeaning.NOT_PURCHASED: "在架药品追溯码无采购入库记录",
}


class ScanSheet:
    """The codes of an inspection with what its ledgers say of each. Touches no database."""

    def __init__(
        self,
        codes: tuple[ScannedCode, ...],
        facts: Mapping[str, ScanFacts],
        ledgers: tuple[ImportedLedger, ...],
    ) -> None:
        self.codes = codes
        self.facts = facts
        self.ledgers = ledgers


def codes_in_picture(source: Source) -> tuple[str, ...]:
    """Read the trace codes of a photograph; a picture without one is refused in a sentence."""
    from inspector_app.system.sources import read_whole

    data = source.data if source.data is not None else read_whole(source.path) if source.path else b""
    try:
        texts = texts_in(data)
    except (OSError, ValueError) as error:
        raise UnusableInput(
            sentence("The file {name} shows no picture that can be read. Take another.", name=source.name)
        ) from error
    found = codes_of("\n".join(texts))
    if not found:
        raise UnusableInput(
            sentence(
                "No trace code of 20 digits can be read in {name}. Photograph the code larger, straight and "
                "without glare, or type it.",
                name=source.name,
            )
        )
    return found


class TraceScanning:
    """What a person does with boxes in hand."""

    def __init__(self, desk: Desk, evidence: EvidenceService, findings: FindingService) -> None:
        self._desk = desk
        self._evidence = evidence
        self._findings = findings

    def scan(
        self, inspection_id: InspectionId, text: str, photograph: EvidenceId | None = None
    ) -> tuple[ScannedCode, ...]:
        """Keep the codes of what a scanner typed; one that was scanned before stays as it is."""
        codes = codes_of(text)
        if not codes:
            raise UnusableInput(
                sentence("“{text}” is no trace code of 20 digits. Nothing was kept.", text=text.strip()[:40])
            )
        store, now = self._desk.inspection(inspection_id), self._desk.clock.now()
        known = {code: store.get(ScannedCode, code) for code in codes}
        new = [
            ScannedCode(id=code, scanned_at=now, scanned_by=self._desk.person.id, photograph=photograph)
            for code in codes
            if known[code] is None
        ]
        if new:
            with store.intention("trace codes scanned", self._desk.author) as unit:
                for one in new:
                    unit.put(one)
        fresh = {one.id: one for one in new}
        return tuple(fresh.get(code) or known[code] for code in codes)  # type: ignore[misc]

    def keep_photograph(
        self, inspection_id: InspectionId, source: Source, codes: Sequence[str]
    ) -> tuple[ScannedCode, ...]:
        """Keep a photograph as evidence, and the codes that were read in it."""
        (taken,) = self._evidence.take_in(inspection_id, [source])
        if taken.evidence is None:
            raise UnusableInput(
                taken.said or sentence("The file {name} cannot be taken in.", name=source.name)
            )
        return self.scan(inspection_id, "\n".join(codes), taken.evidence.id)

    def forget(self, inspection_id: InspectionId, codes: Sequence[str]) -> None:
        """Take out codes that were scanned by mistake."""
        with self._desk.inspection(inspection_id).intention(
            "scanned codes taken out", self._desk.author
        ) as unit:
            for code in codes:
                unit.remove(ScannedCode, code)

    def reckoning(self, inspection_id: InspectionId) -> Callable[[], ScanSheet]:
        """Read codes and ledgers; holding them together takes its time and touches no database."""
        store = self._desk.inspection(inspection_id)
        kinds = LEDGERS[PointsWork.TRACE].kinds
        ledgers = tuple(one for one in store.all(ImportedLedger) if one.kind in kinds)
        tables = [(ledger.kind, store.blobs.read(ledger.table)) for ledger in ledgers]
        codes = tuple(sorted(store.all(ScannedCode), key=lambda one: one.scanned_at, reverse=True))
        return partial(_held_together, codes, ledgers, tables)

    def raise_points(self, inspection_id: InspectionId, sheet: ScanSheet) -> list[Suspicion]:
        """Raise what boxes on the shelf contradict, one suspicion for each way they do."""
        found = []
        for meaning, title in _TITLES.items():
            facts = [sheet.facts[one.id] for one in sheet.codes if sheet.facts[one.id].meaning is meaning]
            if facts:
                found.append(self._suspicion(sheet, meaning, title, facts))
        return self._findings.raise_suspicions(inspection_id, found, rules=frozenset({RULE}))

    def _suspicion(
        self, sheet: ScanSheet, meaning: ScanMeaning, title: str, facts: list[ScanFacts]
    ) -> Suspicion:
        ledgers = sheet.ledgers
        if meaning is ScanMeaning.SETTLED:
            said = f"现场扫码{len(sheet.codes)}盒，其中{len(facts)}盒未拆零且扣除退费后已结算，实物仍在架："
        else:
            said = f"现场扫码{len(sheet.codes)}盒，其中{len(facts)}盒的追溯码在采购入库记录中没有："
        listed = "；".join(f"{one.code}{f'（{one.name}）' if one.name else ''}" for one in facts[:20])
        more = f"等{len(facts)}盒" if len(facts) > 20 else ""
        return Suspicion(
            id=SuspicionId(self._desk.ids.new()),
            key=f"{RULE}:{meaning.value}",
            rule=RULE,
            title=title,
            statement=f"{said}{listed}{more}。",
            figures=(
                Figure(name="现场扫码", value=f"{len(sheet.codes)} 盒"),
                Figure(name="涉及", value=f"{len(facts)} 盒"),
            ),
            rests_on=tuple(
                Target(kind=TargetKind.LEDGER, id=ledger.id, label=ledger.name) for ledger in ledgers
            ),
            rows=held_rows(ledgers, (place for one in facts for place in one.rows)),
            category="trace-code",
            raised_at=self._desk.clock.now(),
        )


def _held_together(
    codes: tuple[ScannedCode, ...],
    ledgers: tuple[ImportedLedger, ...],
    tables: list[tuple[LedgerKind, bytes]],
) -> ScanSheet:
    from inspector_app.ledgers.stored import of_kind, side_by_side
    from inspector_app.ledgers.trace_scans import scan_facts

    frames = side_by_side(tables)
    facts = scan_facts(
        [one.id for one in codes], of_kind(frames, LedgerKind.SETTLED), of_kind(frames, LedgerKind.PURCHASES)
    )
    return ScanSheet(codes, facts, ledgers)
