"""Matches persons who were walked without a list with the list that came later; a person confirms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.headcount import BedCheck, BedStatus, Listed
from inspector_app.domain.ids import BedCheckId
from inspector_app.domain.roster import bed_key, name_key, ward_key, wards_agree

_MASKS = "*＊某×xX○〇"


class MatchGround(StrEnum):
    """Why somebody may be somebody, the surest first."""

    BED_AND_NAME = "bed_and_name"
    BED_AND_SURNAME = "bed_and_surname"
    BED_NAME_NOT_TAKEN = "bed_name_not_taken"
    NAME_SAME_WARD = "name_same_ward"
    BED_OTHER_NAME = "bed_other_name"
    NAME_OTHER_WARD = "name_other_ward"


_ORDER = list(MatchGround)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One entry of the list that a walked person may be, and why."""

    listed: Listed
    ground: MatchGround


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A walked person and whom the list offers, the surest first."""

    check: BedCheckId
    candidates: tuple[Candidate, ...]

    @property
    def is_sure(self) -> bool:
        """Bed and name agree, and with one entry only; still a person confirms."""
        sure = [one for one in self.candidates if one.ground is MatchGround.BED_AND_NAME]
        return len(sure) == 1


def propose(checks: Iterable[BedCheck], listed: Iterable[Listed]) -> tuple[Proposal, ...]:
    """Offer entries to every walked person who is not matched; matched entries are offered no more."""
    people = list(checks)
    taken = {
        (check.pass_number, f"{check.roster}/{check.roster_row}") for check in people if check.is_matched
    }
    entries = list(listed)
    wards = frozenset(ward_key(one.entry.ward) for one in entries)
    proposals: list[Proposal] = []
    for check in people:
        if check.is_matched or (check.status is BedStatus.EMPTY_BED and not check.name):
            continue
        found = [
            Candidate(listed=one, ground=ground)
            for one in entries
            if (check.pass_number, one.key) not in taken
            and one.key not in check.refused_matches
            and (ground := ground_of(check, one, wards)) is not None
        ]
        if found:
            found.sort(key=lambda one: (_ORDER.index(one.ground), one.listed.entry.row))
            proposals.append(Proposal(check=check.id, candidates=tuple(found)))
    return tuple(proposals)


def ground_of(check: BedCheck, listed: Listed, wards: frozenset[str] = frozenset()) -> MatchGround | None:
    """Why this entry may be the person who was walked; ``None`` where nothing speaks for it.

    ``wards`` are the keys of the list's wards: one that it does not have may be there under another name.
    """
    entry = listed.entry
    same_ward = ward_key(check.ward) == ward_key(entry.ward) or is_renamed(check, listed, wards)
    same_bed = same_ward and bool(bed_key(check.bed)) and bed_key(check.bed) == bed_key(entry.bed)
    name, other = name_key(check.name), name_key(entry.name)
    same_name = bool(name) and name == other
    if same_bed and same_name:
        return MatchGround.BED_AND_NAME
    if same_bed and not name:
        return MatchGround.BED_NAME_NOT_TAKEN
    if same_bed and _agree_as_far_as_read(name, other):
        return MatchGround.BED_AND_SURNAME
    if same_name and same_ward:
        return MatchGround.NAME_SAME_WARD
    if same_bed:
        return MatchGround.BED_OTHER_NAME
    return MatchGround.NAME_OTHER_WARD if same_name else None


def is_renamed(check: BedCheck, listed: Listed, wards: frozenset[str]) -> bool:
    """Whether the list has the ward of a walked person under another name only."""
    return ward_key(check.ward) not in wards and wards_agree(check.ward, listed.entry.ward)


def _agree_as_far_as_read(name: str, other: str) -> bool:
    """Masked or partly written names: 张** and 张某 agree with 张三丰, and 张丰 in one character."""
    plain = name.strip(_MASKS.upper() + _MASKS)
    if plain != name:
        return bool(plain) and (other.startswith(plain) or other.endswith(plain))
    return name[:1] == other[:1]
