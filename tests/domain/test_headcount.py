"""Ward headcounts: the rate, the passes, the matching and what they point at, by worked examples."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.bed_walk import bed_rows, current_list
from inspector_app.domain.headcount import STATUS_KEYS, BedCheck, BedStatus, Listed
from inspector_app.domain.headcount_suspicions import (
    ABSENT_SHARE,
    LEAVE,
    NOT_IN_BED,
    SHARED_BED,
    UNLISTED,
    percent,
    points,
    stay_days,
)
from inspector_app.domain.ids import BedCheckId, RosterId
from inspector_app.domain.in_bed_rate import summarise
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.matching import MatchGround, ground_of, propose
from inspector_app.domain.region import HeadcountRules
from inspector_app.domain.roster import Mapping, Roster, RosterEntry, bare_bed, bed_label
from tests import builders

RULES = HeadcountRules(
    absent_share={
        InstitutionLevel.FIRST: Decimal("0.20"),
        InstitutionLevel.SECOND: Decimal("0.05"),
        InstitutionLevel.THIRD: Decimal("0.03"),
    },
    leave_counts_as_absent=True,
    leave_counts_as_in_bed=False,
    leave_times_over=3,
    leave_share_of_stay_over=Decimal("0.25"),
)
"""The numbers of DOMAIN.md 2.2 (one city's agreement of 2020)."""

LIST = RosterId("r1")


def person(row: int, **over: Any) -> Listed:
    entry = RosterEntry(**{"row": row, "name": f"人{row}", "ward": "内一科", "bed": str(row), **over})
    return Listed(roster=LIST, exported_at=builders.EVENING - timedelta(minutes=30), entry=entry)


def look(number: int, status: BedStatus = BedStatus.IN_BED, **over: Any) -> BedCheck:
    """A check of the listed person in row ``number``."""
    return builders.bed_check(
        **{
            "id": BedCheckId(f"c{number}-{over.get('pass_number', 1)}"),
            "bed": str(number),
            "name": f"人{number}",
            "status": status,
            "roster": LIST,
            "roster_row": number,
            **over,
        }
    )


def walked(number: int, **over: Any) -> BedCheck:
    """A check made without a list."""
    return look(number, **{"roster": None, "roster_row": None, **over})


WARD = [person(row) for row in range(1, 21)]


def test_the_rate_is_those_in_bed_over_those_on_the_list_with_leave_as_absent() -> None:
    checks = [look(n) for n in range(1, 16)]
    checks += [look(n, BedStatus.LEAVE_WITH_SLIP) for n in (16, 17)]
    checks += [
        look(18, BedStatus.OUT_FOR_EXAMINATION),
        look(19, BedStatus.NOT_FOUND),
        look(20, BedStatus.TRANSFERRED),
    ]
    summary = summarise(WARD, checks, RULES)
    assert summary.rate == Fraction(16, 19)
    assert (summary.on_leave, summary.not_in_hospital, summary.remaining) == (2, 3, 0)
    assert summary.is_final
    assert summary.absent_share == Fraction(3, 20)


def test_a_region_may_count_leave_with_a_slip_as_in_bed() -> None:
    lenient = HeadcountRules(leave_counts_as_absent=False, leave_counts_as_in_bed=True)
    checks = [look(1), look(2, BedStatus.LEAVE_WITH_SLIP), look(3, BedStatus.LEAVE_WITHOUT_SLIP)]
    summary = summarise(WARD[:3], checks, lenient)
    assert summary.rate == Fraction(2, 3)
    assert summary.not_in_hospital == 0


def test_while_beds_remain_the_rate_is_of_those_looked_at() -> None:
    summary = summarise(WARD, [look(1), look(2, BedStatus.NOT_FOUND)], RULES)
    assert summary.rate == Fraction(1, 2)
    assert summary.remaining == 18
    assert not summary.is_final


def test_before_the_first_look_there_is_no_rate() -> None:
    assert summarise(WARD, [], RULES).rate is None


def test_without_a_list_everybody_walked_is_counted_and_an_empty_bed_is_nobody() -> None:
    checks = [
        walked(1),
        walked(2, status=BedStatus.NOT_FOUND),
        walked(3, status=BedStatus.EMPTY_BED, name=""),
    ]
    summary = summarise([], checks, RULES)
    assert summary.rate == Fraction(1, 2)
    assert not summary.has_list


def test_persons_nobody_lists_stand_beside_the_rate_never_in_it() -> None:
    checks = [look(1), walked(9, unknown_person=True, name="")]
    summary = summarise([person(1)], checks, RULES)
    assert (summary.rate, summary.unknown) == (Fraction(1), 1)


def test_the_second_look_at_a_person_decides_and_the_first_can_still_be_counted() -> None:
    checks = [look(1, BedStatus.NOT_FOUND), look(2), look(1, pass_number=2)]
    assert summarise(WARD[:2], checks, RULES).rate == 1
    assert summarise(WARD[:2], checks, RULES, pass_number=1).rate == Fraction(1, 2)


@given(st.lists(st.sampled_from(list(BedStatus)), max_size=20))
def test_counts_of_a_ward_always_add_up(statuses: list[BedStatus]) -> None:
    checks = [look(n, status) for n, status in enumerate(statuses, start=1)]
    summary = summarise(WARD, checks, RULES)
    assert summary.looked_at + summary.remaining == summary.listed == 20
    assert sum(count for _, count in summary.statuses) == summary.looked_at
    assert summary.present <= summary.counted <= summary.looked_at
    assert summary.rate is None or 0 <= summary.rate <= 1
    assert summary.absent_share is not None
    assert 0 <= summary.absent_share <= 1


@given(st.lists(st.sampled_from(list(BedStatus)), min_size=1, max_size=20))
def test_seeing_one_more_person_in_bed_never_lowers_the_rate(statuses: list[BedStatus]) -> None:
    checks = [look(n, status) for n, status in enumerate(statuses, start=1)]
    better = [look(1, BedStatus.IN_BED), *checks[1:]]
    before, after = summarise(WARD, checks, RULES).rate, summarise(WARD, better, RULES).rate
    assert after is not None
    assert after >= (before or 0)


def rules_found(
    level: InstitutionLevel, checks: list[BedCheck], listed: list[Listed] | None = None
) -> list[str]:
    found = points(WARD if listed is None else listed, checks, RULES, level, "六号规则 1")
    return [point.rule for point in found]


@pytest.mark.parametrize(
    ("level", "absent", "suspected"),
    [
        (InstitutionLevel.FIRST, 3, False),
        (InstitutionLevel.FIRST, 4, True),
        (InstitutionLevel.SECOND, 1, True),
        (InstitutionLevel.THIRD, 1, True),
        (InstitutionLevel.THIRD, 0, False),
        (InstitutionLevel.UNGRADED, 20, False),
    ],
)
def test_the_share_of_absent_patients_is_held_against_the_level(
    level: InstitutionLevel, absent: int, suspected: bool
) -> None:
    checks = [look(n, BedStatus.LEAVE_WITH_SLIP if n <= absent else BedStatus.IN_BED) for n in range(1, 21)]
    assert (ABSENT_SHARE in rules_found(level, checks)) is suspected


def test_the_arithmetic_of_an_absent_share_can_be_followed() -> None:
    checks = [look(n, BedStatus.NOT_FOUND if n <= 4 else BedStatus.IN_BED) for n in range(1, 21)]
    point = next(
        p for p in points(WARD, checks, RULES, InstitutionLevel.FIRST, "包1") if p.rule == ABSENT_SHARE
    )
    assert {figure.name: figure.value for figure in point.figures} == {
        "在院名单人数": "20",
        "已核查人数": "20",
        "其中请假": "0",
        "未在院人数": "4",
        "占比": "20.0%",
        "认定标准": "20.0%",
    }
    assert (len(point.rests_on), point.persons) == (4, 4)
    assert "包1" in point.statement


def test_everybody_not_found_is_a_suspicion_of_their_own_and_goes_when_the_second_look_finds_them() -> None:
    checks = [
        look(1, BedStatus.NOT_FOUND),
        look(2, BedStatus.IMPERSONATED),
        look(3, BedStatus.LEAVE_WITH_SLIP),
    ]
    assert rules_found(InstitutionLevel.UNGRADED, checks).count(NOT_IN_BED) == 2
    assert rules_found(InstitutionLevel.UNGRADED, [*checks, look(1, pass_number=2)]).count(NOT_IN_BED) == 1


@pytest.mark.parametrize(
    ("written", "label", "bare"),
    [
        ("02床", "02床", "02"),
        ("2", "2床", "2"),
        ("床2", "2床", "2"),
        ("3号床", "3号床", "3号"),
        ("12 床位", "12床", "12"),
        ("床号：5", "5床", "5"),
        ("加床2", "加床2床", "加床2"),
        ("", "", ""),
    ],
)
def test_the_word_for_bed_is_said_once_however_the_list_writes_it(
    written: str, label: str, bare: str
) -> None:
    assert (bed_label(written), bare_bed(written)) == (label, bare)


def test_no_suspicion_says_bed_twice() -> None:
    for status in BedStatus:
        seen = [look(1, status, bed="02床"), walked(3, status=status, bed="02床", unknown_person=True)]
        listed = [person(1, bed="02床", leave_times=9)]
        for point in points(listed, seen, RULES, InstitutionLevel.SECOND, "x"):
            words = (point.title, point.statement, *(target.label for target in point.rests_on))
            assert not any("床床" in text for text in words)


def test_two_people_seen_in_one_bed_are_a_suspicion() -> None:
    checks = [look(1), walked(1, id=BedCheckId("x"), bed="01床", name="旁人")]
    assert SHARED_BED in rules_found(InstitutionLevel.UNGRADED, checks)
    assert SHARED_BED not in rules_found(InstitutionLevel.UNGRADED, [look(1), look(1, pass_number=2)])


def test_how_many_share_a_bed_is_what_was_recorded_and_never_guessed() -> None:
    def shared(*checks: BedCheck) -> tuple[int | None, str]:
        found = points(WARD, checks, RULES, InstitutionLevel.UNGRADED, "x")
        (point,) = [point for point in found if point.rule == SHARED_BED]
        return point.persons, point.statement

    persons, said = shared(look(1, BedStatus.SHARED_BED))
    assert (persons, "登记1人" in said) == (1, True)
    persons, said = shared(look(1), walked(1, id=BedCheckId("x"), bed="01床", name="旁人"))
    assert (persons, "登记2人" in said) == (2, True)


def test_a_person_whom_no_list_names_is_a_suspicion_once_there_is_a_list() -> None:
    stranger = walked(30, unknown_person=True, name="")
    assert UNLISTED in rules_found(InstitutionLevel.UNGRADED, [stranger])
    assert UNLISTED not in rules_found(InstitutionLevel.UNGRADED, [stranger], [])


@pytest.mark.parametrize(
    ("times", "days", "suspected"),
    [
        (3, None, False),
        (4, None, True),
        (None, Decimal(5), False),
        (None, Decimal("5.5"), True),
        (None, None, False),
    ],
)
def test_leave_more_than_three_times_or_a_quarter_of_the_stay(
    times: int | None, days: Decimal | None, suspected: bool
) -> None:
    admitted = builders.EVENING - timedelta(days=19)
    listed = [person(1, admitted_at=admitted, leave_times=times, leave_days=days)]
    assert stay_days(listed[0].entry, listed[0].exported_at) == 20
    assert (LEAVE in rules_found(InstitutionLevel.FIRST, [], listed)) is suspected


def test_leave_of_a_stay_that_the_list_does_not_date_is_not_guessed() -> None:
    assert rules_found(InstitutionLevel.FIRST, [], [person(1, leave_days=Decimal(9))]) == []


def test_a_share_is_rounded_half_up() -> None:
    assert percent(Fraction(1, 8)) == "12.5%"
    assert percent(Fraction(1, 16)) == "6.3%"


@pytest.mark.parametrize(
    ("over", "ground"),
    [
        ({"bed": "03床", "name": "人 3"}, MatchGround.BED_AND_NAME),
        ({"bed": "3", "name": ""}, MatchGround.BED_NAME_NOT_TAKEN),
        ({"bed": "3", "name": "人**"}, MatchGround.BED_AND_SURNAME),
        ({"bed": "8", "name": "人3"}, MatchGround.NAME_SAME_WARD),
        ({"bed": "3", "name": "旁观者"}, MatchGround.BED_OTHER_NAME),
        ({"bed": "3", "name": "人3", "ward": "外科"}, MatchGround.NAME_OTHER_WARD),
        ({"bed": "8", "name": "旁观者"}, None),
        ({"bed": "", "name": ""}, None),
    ],
)
def test_why_somebody_walked_may_be_somebody_listed(over: dict[str, str], ground: MatchGround | None) -> None:
    assert ground_of(walked(99, **over), person(3)) is ground


def test_the_surest_entry_is_offered_first_and_taken_entries_not_at_all() -> None:
    check = walked(3, name="人4")
    (proposal,) = propose([check, look(5)], WARD[:5])
    assert [one.listed.entry.row for one in proposal.candidates] == [3, 4]
    assert not proposal.is_sure
    assert propose([look(3), check], [person(3)]) == ()


@pytest.mark.parametrize("door", ["内一科护理站", "内科一病区", "内1科", "内一病区", "内一科（东）"])
def test_a_ward_that_the_list_names_otherwise_is_matched_by_its_beds(door: str) -> None:
    check = walked(3, ward=door)
    assert [one.ground for one in propose([check], WARD[:3])[0].candidates] == [MatchGround.BED_AND_NAME]


@pytest.mark.parametrize("door", ["内二科", "外一科", "神经内一科", "科", ""])
def test_the_same_bed_of_another_ward_is_another_bed(door: str) -> None:
    assert propose([walked(3, ward=door, name="")], WARD[:3]) == ()


def test_a_ward_that_the_list_has_itself_is_no_other_ward_of_the_list() -> None:
    others = [person(3), person(30, ward="内一科二病区", bed="3", name="")]
    offered = [one.listed.entry.row for one in propose([walked(3, name="")], others)[0].candidates]
    assert offered == [3]


def test_an_entry_that_was_refused_is_not_offered_again() -> None:
    (proposal,) = propose([walked(3)], WARD[:3])
    assert proposal.is_sure
    assert propose([walked(3, refused_matches=("r1/3",))], WARD[:3]) == ()


def test_on_the_second_pass_an_entry_matched_on_the_first_is_offered_again() -> None:
    (proposal,) = propose([look(3), walked(3, pass_number=2)], [person(3)])
    assert proposal.candidates[0].listed.entry.row == 3


def test_rows_of_a_ward_come_in_walking_order_with_found_persons_beside_their_bed() -> None:
    rows = bed_rows("内一科", [person(10), person(2)], [walked(2, name="", unknown_person=True)])
    assert [(row.bed, row.listed is None) for row in rows] == [("2", False), ("2", True), ("10", False)]


def test_the_second_pass_shows_what_the_first_found() -> None:
    rows = bed_rows("内一科", [person(1)], [look(1, BedStatus.NOT_FOUND), walked(7)], pass_number=2)
    assert [(row.check, row.earlier and row.earlier.status) for row in rows] == [
        (None, BedStatus.NOT_FOUND),
        (None, BedStatus.IN_BED),
    ]


def test_a_list_made_after_the_walk_marks_the_row() -> None:
    early = look(1, checked_at=builders.EVENING - timedelta(hours=1))
    (row,) = bed_rows("内一科", [person(1)], [early])
    assert row.list_is_later
    (row,) = bed_rows("内一科", [person(1)], [look(1)])
    assert not row.list_is_later


def roster(identity: str, minutes: int, wards: tuple[str, ...]) -> Roster:
    moment = builders.EVENING + timedelta(minutes=minutes)
    return Roster(
        id=RosterId(identity),
        source_name="在院.csv",
        source_sha256="0" * 64,
        source_size=1,
        entries_sha256="0" * 64,
        sheet="",
        mapping=Mapping(header_row=0, header_lines=1, columns=()),
        persons=1,
        rows_read=2,
        quarantined=(),
        other_lines=(),
        wards=wards,
        exported_by="",
        exported_at=moment,
        taken_at=moment,
        taken_by=builders.LIN,
    )


def test_for_each_ward_the_list_exported_last_holds() -> None:
    old = (
        roster("old", 0, ("内一科", "外科")),
        [RosterEntry(row=1, name="甲", ward="内一科"), RosterEntry(row=2, name="乙", ward="外科")],
    )
    new = (roster("new", 5, ("内 一科",)), [RosterEntry(row=1, name="丙", ward="内 一科")])
    assert sorted(one.entry.name for one in current_list([new, old])) == ["丙", "乙"]


def test_every_status_has_one_key() -> None:
    assert sorted(STATUS_KEYS.values()) == sorted(BedStatus)
