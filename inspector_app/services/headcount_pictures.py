"""What a headcount shows at a glance: the in-bed rate of each ward, and the towns that patients come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from inspector_app.domain.headcount import Listed
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.in_bed_rate import HeadcountSummary
from inspector_app.domain.inspection import Inspection
from inspector_app.services.walk_views import WardProgress

if TYPE_CHECKING:
    from inspector_app.services.activities import Activities


@dataclass(frozen=True, slots=True, kw_only=True)
class TownShare:
    """A town and how many of the patients on the list live there; an empty name stands for no town."""

    town: str
    persons: int
    of: int

    @property
    def share(self) -> Fraction:
        return Fraction(self.persons, self.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadcountPictures:
    """Everything the bars of an inspection are drawn from."""

    inspection: InspectionId
    institution: str
    wards: tuple[WardProgress, ...]
    """In walking order; those where nobody was looked at yet have no rate."""
    house: HeadcountSummary
    towns: tuple[TownShare, ...]
    """The town of most patients first, those without a town last."""


def headcount_pictures(activities: Activities, inspection_id: InspectionId) -> HeadcountPictures:
    """Read what the bars show."""
    inspection = activities.desk.inspection(inspection_id).get(Inspection, inspection_id)
    return HeadcountPictures(
        inspection=inspection_id,
        institution=inspection.institution.name if inspection is not None else "",
        wards=activities.headcounts.wards(inspection_id),
        house=activities.headcounts.summary(inspection_id),
        towns=towns(activities.rosters.listed(inspection_id)),
    )


def towns(listed: Iterable[Listed]) -> tuple[TownShare, ...]:
    """Count the persons of the list by town."""
    from inspector_app.ledgers.addresses import town_of

    counted = Counter(town_of(one.entry.address) for one in listed)
    whole = counted.total()
    ordered = sorted(counted.items(), key=lambda pair: (not pair[0], -pair[1], pair[0]))
    return tuple(TownShare(town=town, persons=persons, of=whole) for town, persons in ordered)
