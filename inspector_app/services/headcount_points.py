"""Raises what a headcount points at as suspicions, the same ones however often it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.headcount import BedCheck, Listed
from inspector_app.domain.headcount_suspicions import (
    ABSENT_SHARE,
    ADDRESSES,
    LEAVE,
    NOT_IN_BED,
    SHARED_BED,
    UNLISTED,
    Point,
    percent,
    points,
)
from inspector_app.domain.ids import InspectionId, SuspicionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.region import RegionPack
from inspector_app.domain.roster import ward_key
from inspector_app.domain.roster_snapshots import CHANGED, ENTERED_LATE, GONE, Snapshot, snapshot_points
from inspector_app.domain.suspicion import Figure, Suspicion
from inspector_app.ledgers.addresses import AddressCluster, clusters
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.packs import PackService
from inspector_app.services.rosters import RosterService

RULES = frozenset(
    {ABSENT_SHARE, ADDRESSES, CHANGED, ENTERED_LATE, GONE, LEAVE, NOT_IN_BED, SHARED_BED, UNLISTED}
)


class HeadcountPoints:
    """Applies the region's rules to the walk and its list."""

    def __init__(
        self,
        desk: Desk,
        rosters: RosterService,
        findings: FindingService,
        packs: PackService,
    ) -> None:
        self._desk = desk
        self._rosters = rosters
        self._findings = findings
        self._packs = packs

    def raise_all(self, inspection_id: InspectionId) -> list[Suspicion]:
        """Look at everything again; what no longer holds and nobody decided is withdrawn."""
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        if inspection is None:
            return []
        pack = self._packs.region(inspection.region)
        listed = self._rosters.listed(inspection_id)
        checks = self._desk.inspection(inspection_id).all(BedCheck)
        snapshots = self._rosters.snapshots(inspection_id)
        found = all_points(listed, checks, pack, inspection.institution.level, snapshots)
        return self._findings.raise_suspicions(
            inspection_id, [self._suspicion(point) for point in found], rules=RULES
        )

    def _suspicion(self, point: Point) -> Suspicion:
        return Suspicion(
            id=SuspicionId(self._desk.ids.new()),
            key=point.key,
            rule=point.rule,
            title=point.title,
            statement=point.statement,
            figures=point.figures,
            rests_on=point.rests_on,
            category=point.category,
            persons=point.persons,
            raised_at=self._desk.clock.now(),
        )


def all_points(
    listed: Sequence[Listed],
    checks: Sequence[BedCheck],
    pack: RegionPack,
    level: InstitutionLevel,
    snapshots: Sequence[Snapshot] = (),
) -> tuple[Point, ...]:
    """Return everything that a walk and its lists point at by the region's rules."""
    walked = points(listed, checks, pack.headcount, level, source_of(pack))
    compared = snapshot_points(snapshots, checks, pack.headcount)
    return (*walked, *_addresses(listed, pack), *compared)


def source_of(pack: RegionPack) -> str:
    """The pack as it is cited beside what rests on it."""
    version = ".".join(str(number) for number in pack.label.version)
    return f"{pack.label.title} {version}"


def _addresses(listed: Sequence[Listed], pack: RegionPack) -> Iterable[Point]:
    """Places that too many patients come from: of the whole house, else of single wards."""
    share, least = pack.headcount.address_cluster_share, pack.headcount.address_cluster_minimum
    if share is None:
        return
    house = clusters(_numbered(listed), share, least)
    for cluster in house:
        yield _place(cluster, listed, "", pack)
    known = {cluster.place for cluster in house}
    wards = dict.fromkeys(one.entry.ward for one in listed)
    for ward in wards:
        mine = [one for one in listed if one.entry.ward == ward]
        for cluster in clusters(_numbered(mine), share, least):
            if cluster.place not in known and len(wards) > 1:
                yield _place(cluster, mine, ward, pack)


def _numbered(listed: Sequence[Listed]) -> Iterable[tuple[int, str]]:
    return ((position, one.entry.address) for position, one in enumerate(listed))


def _place(cluster: AddressCluster, listed: Sequence[Listed], ward: str, pack: RegionPack) -> Point:
    where = ward or "全院"
    threshold = percent(pack.headcount.address_cluster_share or Decimal(0))
    return Point(
        key=f"{ADDRESSES}:{ward_key(ward)}:{cluster.place}",
        rule=ADDRESSES,
        title=f"{where}住院患者来源集中于{cluster.place}",
        statement=(
            f"{where}在院名单中有住址的{cluster.of}人，{cluster.persons}人来自{cluster.place}，"
            f"占{percent(cluster.share)}，超过{threshold}（{source_of(pack)}）。"
        ),
        figures=(
            Figure(name="有住址人数", value=str(cluster.of)),
            Figure(name="来自该地人数", value=str(cluster.persons)),
            Figure(name="占比", value=percent(cluster.share)),
            Figure(name="关注标准", value=threshold),
        ),
        rests_on=tuple(
            Target(kind=TargetKind.ROSTER, id=listed[row].roster, label=f"第{listed[row].entry.row}行")
            for row in cluster.rows
        ),
        category="induced-admission",
        persons=cluster.persons,
    )
