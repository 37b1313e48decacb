"""The bed walk as rows: the list that holds, what was seen on each pass, in the order one walks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from inspector_app.domain.headcount import BedCheck, BedRow, BedStatus, Listed, Ward, WardBed
from inspector_app.domain.roster import Roster, RosterEntry, bed_key, bed_order, name_key, ward_key

IN_THE_BED = frozenset({BedStatus.IN_BED, BedStatus.SHARED_BED, BedStatus.IMPERSONATED})


def current_list(rosters: Iterable[tuple[Roster, Sequence[RosterEntry]]]) -> tuple[Listed, ...]:
    """The list that holds: for each ward the entries of the roster that was exported last and names it.

    Hospitals export one list for the house or one for each ward; both work.
    """
    latest: dict[str, Roster] = {}
    known = list(rosters)
    for roster, _ in known:
        for ward in {ward_key(name) for name in roster.wards}:
            before = latest.get(ward)
            if before is None or (before.exported_at, before.taken_at, before.id) < (
                roster.exported_at,
                roster.taken_at,
                roster.id,
            ):
                latest[ward] = roster
    return tuple(
        Listed(roster=roster.id, exported_at=roster.exported_at, entry=entry)
        for roster, entries in known
        for entry in entries
        if latest.get(ward_key(entry.ward)) is roster
    )


def in_pass(checks: Iterable[BedCheck], number: int) -> list[BedCheck]:
    """The checks of one pass, in the order in which they were begun."""
    return [check for check in checks if check.pass_number == number]


def decisive(checks: Iterable[BedCheck]) -> list[BedCheck]:
    """One check a person: where a second pass looked again, it decides."""
    last: dict[str, BedCheck] = {}
    for check in sorted(checks, key=lambda one: (one.pass_number, one.checked_at, one.id)):
        last[person_key(check)] = check
    return list(last.values())


def person_key(check: BedCheck) -> str:
    """Tells whether two checks of different passes are about the same person."""
    if check.roster_row is not None:
        return f"{check.roster}/{check.roster_row}"
    if check.name:
        return f"{ward_key(check.ward)}/{bed_key(check.bed)}/{name_key(check.name)}"
    if check.unknown_person:
        return f"check/{check.id}"
    return f"{ward_key(check.ward)}/{bed_key(check.bed)}/"


def with_typed_beds(ward: Ward, rows: Iterable[BedRow], beds: Iterable[WardBed]) -> tuple[BedRow, ...]:
    """Put beds that were typed and not looked at among the rows, in the order of walking.

    A nameless bed is there already where any row has its number; a named one where the name agrees.
    """
    shown = list(rows)
    known = {(bed_key(row.bed), row.name) for row in shown}
    numbers = {bed for bed, _name in known}
    for bed in beds:
        key = bed_key(bed.bed)
        if (key, bed.name) not in known and (bed.name or key not in numbers):
            shown.append(BedRow(ward=ward.name, bed=bed.bed, name=bed.name))
    return tuple(sorted(shown, key=lambda row: bed_order(row.bed)))


def beds_to_walk(checks: Iterable[BedCheck], beds: Iterable[WardBed]) -> int:
    """How many beds were typed for a ward without a list and not looked at yet."""
    seen = [(bed_key(check.bed), check.name) for check in checks]
    numbers = {bed for bed, _name in seen}
    return sum(
        (bed_key(bed.bed), bed.name) not in seen and (bool(bed.name) or bed_key(bed.bed) not in numbers)
        for bed in beds
    )


def bed_rows(
    ward: str,
    listed: Iterable[Listed],
    checks: Iterable[BedCheck],
    pass_number: int = 1,
    proposals: frozenset[str] = frozenset(),
) -> tuple[BedRow, ...]:
    """The rows of one ward on one pass: everybody on the list, and everybody found besides.

    ``proposals`` holds the ids of checks that may be somebody on the list.
    """
    key = ward_key(ward)
    here = [one for one in listed if ward_key(one.entry.ward) == key]
    seen = [check for check in checks if ward_key(check.ward) == key]
    now = {person_key(check): check for check in in_pass(seen, pass_number)}
    before = {person_key(check): check for check in in_pass(seen, pass_number - 1)}
    in_bed = Counter(bed_key(check.bed) for check in now.values() if check.status in IN_THE_BED)
    rows: list[BedRow] = []
    for one in here:
        check = now.pop(one.key, None)
        rows.append(
            BedRow(
                ward=ward,
                bed=one.entry.bed,
                name=one.entry.name,
                listed=one,
                check=check,
                earlier=before.pop(one.key, None),
                shares_bed=bool(check) and in_bed[bed_key(one.entry.bed)] > 1,
                list_is_later=check is not None and one.exported_at > check.checked_at,
            )
        )
    for person, check in now.items():
        rows.append(
            BedRow(
                ward=ward,
                bed=check.bed,
                name=check.name,
                check=check,
                earlier=before.pop(person, None),
                shares_bed=in_bed[bed_key(check.bed)] > 1,
                proposed=check.id in proposals,
            )
        )
    rows.extend(BedRow(ward=ward, bed=check.bed, name=check.name, earlier=check) for check in before.values())
    return tuple(sorted(rows, key=lambda row: (bed_order(row.bed), row.listed is None, row.name)))


def wards_of(listed: Iterable[Listed], checks: Iterable[BedCheck]) -> tuple[str, ...]:
    """Every ward that a list or a walk names, in the order in which they came up."""
    names: dict[str, str] = {}
    for one in listed:
        names.setdefault(ward_key(one.entry.ward), one.entry.ward)
    for check in checks:
        names.setdefault(ward_key(check.ward), check.ward)
    return tuple(names.values())
