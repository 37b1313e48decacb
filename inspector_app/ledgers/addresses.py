"""Groups patients' addresses by house, village and town, to see whether they were fetched from one place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from inspector_app.ledgers.cleaning import clean

_PROVINCE = re.compile(r"^.{2,8}?(?:省|自治区|特别行政区)")
_TOWN = re.compile(
    r"^(?P<above>.*?(?:自治州|地区|盟|市|区|县|旗))*?(?P<town>[^市县区旗]{1,8}?(?:镇|乡|街道|苏木))"
)
_VILLAGE = re.compile(
    r"(?:镇|乡|街道|苏木)(?P<village>.{1,10}?(?:村民委员会|居民委员会|村委会|居委会|村|社区|嘎查|屯))"
)
_HOUSE = re.compile(
    r"(?P<street>[^\d省市州盟县区旗镇乡]{1,12}?(?:路|街|大道|巷|弄|胡同|里))(?P<number>\d{1,5}(?:[-之]\d{1,4})?)号"
)
_LEAST_CHARACTERS = 4
"""Shorter entries (不详, 本地) are no addresses and do not dilute the share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressCluster:
    """One house, village or town and how many of the patients with an address live there."""

    place: str
    persons: int
    of: int
    rows: tuple[int, ...]

    @property
    def share(self) -> Decimal:
        """Part of the persons with an address, between 0 and 1."""
        return Decimal(self.persons) / Decimal(self.of)


def town_of(address: str) -> str:
    """County and town as far as the address names them: ``青禾县柳溪镇``; empty where it names no town."""
    text = _PROVINCE.sub("", re.sub(r"\s+", "", clean(address)))
    match = _TOWN.match(text)
    if not match:
        return ""
    above = match["above"] or ""
    county = re.search(r"[^省市州盟]{1,8}(?:县|区|旗|市)$", above)
    return (county[0] if county else "") + match["town"]


def village_of(address: str) -> str:
    """Town and village; empty where the address names no village."""
    town = town_of(address)
    match = _VILLAGE.search(re.sub(r"\s+", "", clean(address)))
    if not town or not match:
        return ""
    return town + re.sub(
        r"(村民委员会|村委会)$", "村", re.sub(r"(居民委员会|居委会)$", "社区", match["village"])
    )


def house_of(address: str) -> str:
    """Street and number, whatever flat follows: ``文昌路18号``; empty where the address names no house."""
    text = re.sub(r"\s+", "", clean(address))
    match = _HOUSE.search(text)
    if not match:
        return ""
    # A sub-district (街道) ends like a street and is none of its name.
    street = re.sub(r"^.*街道", "", match["street"])
    return f"{street}{match['number']}号" if street else ""


def clusters(
    addresses: Iterable[tuple[int, str]], threshold: Decimal, least: int = 5
) -> tuple[AddressCluster, ...]:
    """Places where more than ``threshold`` of the persons live; ``addresses`` are (row, address).

    A town's own name is left out where one of its villages or houses already says more. Below ``least``
    persons nothing is a cluster, for two of three say nothing.
    """
    towns: Counter[str] = Counter()
    houses: Counter[str] = Counter()
    villages: Counter[str] = Counter()
    rows: dict[str, list[int]] = {}
    known = 0
    for row, address in addresses:
        if len(clean(address)) < _LEAST_CHARACTERS:
            continue
        known += 1
        town, village, house = town_of(address), village_of(address), house_of(address)
        if house:
            houses[house] += 1
            rows.setdefault(house, []).append(row)
        if not town:
            continue
        towns[town] += 1
        rows.setdefault(town, []).append(row)
        if village:
            villages[village] += 1
            rows.setdefault(village, []).append(row)
    found: list[AddressCluster] = []
    for counted in (houses, villages, towns):
        for place, persons in counted.most_common():
            enough = persons >= least and Decimal(persons) / Decimal(known) > threshold
            said = any(set(rows[place]) == set(cluster.rows) for cluster in found)
            if enough and not said:
                found.append(AddressCluster(place=place, persons=persons, of=known, rows=tuple(rows[place])))
    return tuple(found)
