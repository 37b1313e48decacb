"""Points of an inspection's ledgers: computed beside the databases, set aside or raised as suspicions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.domain.absence import Walked
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.held_rows import identities
from inspector_app.domain.ids import InspectionId, LedgerId, SuspicionId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger import LedgerKind, RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.money import figures
from inspector_app.domain.points_work import LEDGERS, POINT_KINDS, PointSetAside, PointsWork, group_of, key_of
from inspector_app.domain.region import RegionPack
from inspector_app.domain.suspicion import Figure, Suspicion, SuspicionState
from inspector_app.domain.wording import sentence
from inspector_app.services.ledger_lines import LedgerLine, counted_files, file_names, held_rows, line_of

if TYPE_CHECKING:
    from inspector_app.ledgers.books import Books
    from inspector_app.services.desk import Desk
    from inspector_app.services.findings import FindingService
    from inspector_app.services.packs import PackService
    from inspector_app.services.rosters import RosterService


class PointsSheet:
    """One reconciliation: its points, and the way from each to its rows. Touches no database."""

    def __init__(
        self,
        work: PointsWork,
        ledgers: tuple[ImportedLedger, ...],
        books: Books,
        points: tuple[LedgerPoint, ...],
    ) -> None:
        self.work = work
        self.ledgers = ledgers
        self.points = points
        self._books = books

    def rows(self, point: LedgerPoint) -> tuple[LedgerLine, ...]:
        """Return the rows of a point with what they say."""
        from inspector_app.ledgers.stored import lines_at

        names = file_names(self.ledgers)
        frames = [frame for _, frame in self._books.frames]
        return tuple(line_of(row, names) for frame in frames for row in lines_at(frame, point.rows))


class PointsReconciling:
    """What a person does about points: look at them, set them aside; the others become suspicions."""

    def __init__(
        self,
        desk: Desk,
        findings: FindingService,
        packs: PackService,
        rosters: RosterService | None = None,
    ) -> None:
        self._desk = desk
        self._rosters = rosters
        self._findings = findings
        self._packs = packs

    def ledgers(self, inspection_id: InspectionId, work: PointsWork) -> tuple[ImportedLedger, ...]:
        """Return the ledgers that count, the earliest first."""
        found = self._desk.inspection(inspection_id).all(ImportedLedger)
        return tuple(ledger for ledger in found if ledger.kind in LEDGERS[work].kinds)

    def walked(self, inspection_id: InspectionId, work: PointsWork) -> Walked:
        """Return the list and the looks at beds that stays are held against; other works need none."""
        if work is not PointsWork.STAYS or self._rosters is None:
            return Walked()
        return Walked(
            listed=self._rosters.listed(inspection_id),
            checks=tuple(self._desk.inspection(inspection_id).all(BedCheck)),
        )

    def reckoning(self, inspection_id: InspectionId, work: PointsWork) -> Callable[[], PointsSheet]:
        """Read the ledgers; the computing itself takes its time and touches no database."""
        store = self._desk.inspection(inspection_id)
        ledgers = self.ledgers(inspection_id, work)
        missing = set(LEDGERS[work].needed) - {ledger.kind for ledger in ledgers}
        inspection = store.get(Inspection, inspection_id)
        if missing or inspection is None:
            raise UnusableInput(sentence("A ledger that this needs is missing. Import it first."))
        tables = [(ledger.kind, store.blobs.read(ledger.table)) for ledger in ledgers]
        region = self._packs.region(inspection.region)
        level, walked = inspection.institution.level, self.walked(inspection_id, work)
        return partial(_reckon, work, ledgers, tables, region, level, walked)

    def set_aside(self, inspection_id: InspectionId) -> Mapping[str, PointSetAside]:
        """Return what a person set aside, by the point's key."""
        return {one.id: one for one in self._desk.inspection(inspection_id).all(PointSetAside)}

    def set_points_aside(
        self, inspection_id: InspectionId, points: Sequence[LedgerPoint], reason: str
    ) -> None:
        """Set points aside for one reason, because somebody will ask."""
        if not reason.strip():
            raise UnusableInput(sentence("A point is set aside with a reason. Enter why it does not hold."))
        now, person = self._desk.clock.now(), self._desk.person.id
        with self._desk.inspection(inspection_id).intention("points set aside", self._desk.author) as unit:
            for point in points:
                unit.put(PointSetAside(id=key_of(point), reason=reason.strip(), by=person, at=now))

    def take_back(self, inspection_id: InspectionId, points: Sequence[LedgerPoint]) -> None:
        """Let points count again that were set aside."""
        known = self.set_aside(inspection_id)
        keys = [key for key in map(key_of, points) if key in known]
        if keys:
            with self._desk.inspection(inspection_id).intention(
                "points taken back", self._desk.author
            ) as unit:
                for key in keys:
                    unit.remove(PointSetAside, key)

    def raise_points(self, inspection_id: InspectionId, sheet: PointsSheet) -> list[Suspicion]:
        """Raise one suspicion a kind of point or a rule, without what was set aside or is decided already.

        Ledgers that come later may bring points of a kind that a person has decided: they are one more
        suspicion, never lost in the decided one.
        """
        aside = self.set_aside(inspection_id)
        decided = self._decided(inspection_id, sheet.work)
        held = {kind: [identities(one.rows) for one in known] for kind, known in decided.items()}
        kinds: dict[str, list[LedgerPoint]] = defaultdict(list)
        for point in sheet.points:
            if key_of(point) not in aside and not _is_held(sheet, point, held.get(group_of(point), [])):
                kinds[group_of(point)].append(point)
        raised = [
            self._suspicion(sheet, _key(sheet.work, kind, len(decided.get(kind, []))), points)
            for kind, points in sorted(kinds.items())
        ]
        return self._findings.raise_suspicions(inspection_id, raised, rules=frozenset({_rule(sheet.work)}))

    def _decided(self, inspection_id: InspectionId, work: PointsWork) -> dict[str, list[Suspicion]]:
        found: dict[str, list[Suspicion]] = defaultdict(list)
        for suspicion in self._desk.inspection(inspection_id).all(Suspicion):
            if suspicion.rule == _rule(work) and suspicion.state is not SuspicionState.OPEN:
                found[suspicion.key.split(":")[1]].append(suspicion)
        return found

    def _suspicion(self, sheet: PointsSheet, key: str, points: list[LedgerPoint]) -> Suspicion:
        known, first = POINT_KINDS[points[0].kind], points[0]
        title = first.title or known.title
        amounts = [point.amount for point in points if point.amount is not None]
        return Suspicion(
            id=SuspicionId(self._desk.ids.new()),
            key=key,
            rule=_rule(sheet.work),
            title=title,
            statement=_statement(title, points, amounts),
            figures=_figures(points, amounts),
            rests_on=tuple(
                Target(kind=TargetKind.LEDGER, id=ledger.id, label=ledger.name) for ledger in sheet.ledgers
            ),
            rows=held_rows(sheet.ledgers, (place for point in points for place in point.rows)),
            category=first.category or known.category,
            clauses=first.clauses or known.clauses,
            amount=sum(amounts, Decimal(0)) if amounts else None,
            raised_at=self._desk.clock.now(),
        )


def _rule(work: PointsWork) -> str:
    return f"points-{work.value}"


def _key(work: PointsWork, kind: str, decided: int) -> str:
    return f"{_rule(work)}:{kind}" + (f":{decided + 1}" if decided else "")


def _is_held(
    sheet: PointsSheet, point: LedgerPoint, decided: list[frozenset[tuple[LedgerId, RowPlace]]]
) -> bool:
    """Tell whether one decided suspicion holds all rows of a point."""
    rows = identities(held_rows(sheet.ledgers, point.rows))
    return bool(rows) and any(rows <= known for known in decided)


def _reckon(
    work: PointsWork,
    ledgers: tuple[ImportedLedger, ...],
    tables: list[tuple[LedgerKind, bytes]],
    region: RegionPack,
    level: InstitutionLevel,
    walked: Walked,
) -> PointsSheet:
    from inspector_app.ledgers.books import Books
    from inspector_app.ledgers.stored import own_counts_first, side_by_side

    books = Books(
        frames=own_counts_first(side_by_side(tables), counted_files(ledgers)),
        region=region,
        level=level,
        walked=walked,
    )
    return PointsSheet(work, ledgers, books, _COMPUTED[work](books))


def _trace(books: Books) -> tuple[LedgerPoint, ...]:
    from inspector_app.ledgers.trace import trace_points

    return trace_points(books.needed(LedgerKind.SETTLED), books.given(LedgerKind.PURCHASES))


def _dialysis(books: Books) -> tuple[LedgerPoint, ...]:
    from inspector_app.ledgers.dialysis_books import reconcile_books

    return reconcile_books(books).points


def _charges(books: Books) -> tuple[LedgerPoint, ...]:
    from inspector_app.ledgers.rules import charge_points

    return charge_points(books.needed(LedgerKind.BILLING), books.region.charges, books.level)


def _stays(books: Books) -> tuple[LedgerPoint, ...]:
    from inspector_app.ledgers.listed_bills import listed_bill_points
    from inspector_app.ledgers.stays import stay_points

    billed, rules = books.needed(LedgerKind.BILLING), books.region.headcount
    of_listed = listed_bill_points(billed, books.walked.listed, books.walked.checks, rules)
    return (*stay_points(billed, rules), *of_listed)


_COMPUTED: Mapping[PointsWork, Callable[[Books], tuple[LedgerPoint, ...]]] = {
    PointsWork.TRACE: _trace,
    PointsWork.DIALYSIS: _dialysis,
    PointsWork.CHARGES: _charges,
    PointsWork.STAYS: _stays,
}


def _statement(title: str, points: list[LedgerPoint], amounts: list[Decimal]) -> str:
    if len(points) == 1:
        return points[0].explanation
    rows = len({place for point in points for place in point.rows})
    worth = f"，涉及医保基金{figures(sum(amounts, Decimal(0)))}元" if amounts else ""
    return f"{title}{len(points)}项，涉及台账记录{rows}行{worth}，逐项见问题明细清单。"


def _figures(points: Iterable[LedgerPoint], amounts: list[Decimal]) -> tuple[Figure, ...]:
    listed = list(points)
    days = [day for point in listed for day in (point.first, point.last) if day is not None]
    shown = [
        Figure(name="项数", value=str(len(listed))),
        Figure(name="涉及对象", value=str(len({point.subject for point in listed}))),
        Figure(name="台账行数", value=str(len({place for point in listed for place in point.rows}))),
    ]
    if days:
        shown.append(Figure(name="期间", value=f"{min(days)}至{max(days)}"))
    if amounts:
        shown.append(Figure(name="金额", value=f"¥{figures(sum(amounts, Decimal(0)))}"))
    return tuple(shown)
