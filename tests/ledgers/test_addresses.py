"""Patients fetched from one village show in their addresses."""

from __future__ import annotations

from decimal import Decimal

import pytest

from inspector_app.ledgers.addresses import clusters, house_of, town_of, village_of


@pytest.mark.parametrize(
    ("address", "town", "village"),
    [
        ("云南省云岭市青禾县柳溪镇大石村民委员会3组", "青禾县柳溪镇", "青禾县柳溪镇大石村"),
        ("青禾县柳溪镇大石村委会", "青禾县柳溪镇", "青禾县柳溪镇大石村"),
        ("青禾县柳溪镇 大石村12号", "青禾县柳溪镇", "青禾县柳溪镇大石村"),
        ("云岭市滨河区东风街道春晓社区", "滨河区东风街道", "滨河区东风街道春晓社区"),
        ("柳溪镇大石村", "柳溪镇", "柳溪镇大石村"),
        ("云岭市滨河区", "", ""),
        ("", "", ""),
    ],
)
def test_town_and_village_are_read_off_an_address(address: str, town: str, village: str) -> None:
    assert (town_of(address), village_of(address)) == (town, village)


def people(*groups: tuple[int, str]) -> list[tuple[int, str]]:
    addresses = [address for count, address in groups for _ in range(count)]
    return list(enumerate(addresses, start=1))


def test_nearly_half_from_one_town_is_a_cluster() -> None:
    found = clusters(
        people((5, "青禾县柳溪镇甲村"), (4, "青禾县柳溪镇乙村"), (11, "滨河区东风街道")), Decimal("0.4")
    )
    assert [(cluster.place, cluster.persons, cluster.of) for cluster in found] == [
        ("滨河区东风街道", 11, 20),
        ("青禾县柳溪镇", 9, 20),
    ]


def test_a_share_exactly_at_the_threshold_is_no_cluster() -> None:
    assert (
        clusters(
            people((8, "青禾县柳溪镇"), (4, "青禾县甲镇"), (4, "青禾县乙镇"), (4, "青禾县丙镇")),
            Decimal("0.4"),
        )
        == ()
    )


def test_a_village_is_named_instead_of_its_town_when_all_come_from_it() -> None:
    found = clusters(people((6, "柳溪镇大石村"), (4, "青禾县甲镇")), Decimal("0.5"))
    assert [cluster.place for cluster in found] == ["柳溪镇大石村"]
    assert found[0].rows == (1, 2, 3, 4, 5, 6)


def test_what_is_no_address_does_not_dilute_the_share_but_a_street_does() -> None:
    people_of = ((6, "青禾县柳溪镇"), (2, "青禾县第3街5号"), (30, "不详"))
    assert clusters(people(*people_of), Decimal("0.5"))[0].of == 8


def test_two_of_three_say_nothing() -> None:
    assert clusters(people((2, "青禾县柳溪镇"), (1, "青禾县甲镇")), Decimal("0.5")) == ()


@pytest.mark.parametrize(
    ("address", "house"),
    [
        ("云岭市青禾县文昌路18号", "文昌路18号"),
        ("青禾县文昌路 18 号 3 栋 502", "文昌路18号"),
        ("青禾县城关街道人民路7号", "人民路7号"),
        ("青禾县柳溪镇大石村3组", ""),
        ("青禾县柳溪镇老街12-3号", "老街12-3号"),
        ("不详", ""),
    ],
)
def test_a_house_is_its_street_and_number(address: str, house: str) -> None:
    assert house_of(address) == house


def test_many_patients_of_one_house_are_a_cluster_and_are_said_once() -> None:
    same = [(row, f"青禾县城关镇文昌路18号{row}室") for row in range(7)]
    others = [(row, f"青禾县第{row}镇{row}村") for row in range(7, 20)]
    found = clusters([*same, *others], Decimal("0.30"))
    assert [(one.place, one.persons, one.of) for one in found] == [("文昌路18号", 7, 20)]
