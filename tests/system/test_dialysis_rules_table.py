"""The section of a pack that rules dialysis: read whole, and refused where a word is not known."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from inspector_app.domain.dialysis_rules import DialysisMode, DialysisRules, Flux, MaterialKind
from inspector_app.domain.errors import UnusableInput
from inspector_app.services.packs import DEFAULT_REGION, PackService
from inspector_app.system.dialysis_rules_table import read_dialysis_rules
from inspector_app.system.pack_table import Table

GIVEN = """
sessions_per_month = 13
[[service]]
mode = "HDF"
codes = ["00311000008"]
includes_materials = true
cap_per_month = 1
[[material]]
kind = "needle"
names = ["内瘘穿刺针"]
per_session = 2
per_session_by_catheter = 0
modes = ["HD"]
[[model]]
name = "FX80"
flux = "high"
"""


def read(text: str) -> DialysisRules:
    return read_dialysis_rules(Table("own.toml", "dialysis", tomllib.loads(text, parse_float=Decimal)))


def test_every_rule_of_the_section_is_read() -> None:
    rules = read(GIVEN)
    (service,), (material,), (model,) = rules.services, rules.materials, rules.models
    assert (service.mode, service.includes_materials, service.cap_per_month) == (DialysisMode.HDF, True, 1)
    assert (material.kind, material.per_session, material.per_session_by_catheter) == (
        MaterialKind.NEEDLE,
        2,
        0,
    )
    assert material.modes == (DialysisMode.HD,)
    assert (model.model, model.flux, rules.sessions_per_month, rules.edge_days) == ("FX80", Flux.HIGH, 13, 3)


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ("sessions_per_month", "session_per_month", "session_per_month"),
        ('mode = "HDF"', 'mode = "HDX"', "mode"),
        ('modes = ["HD"]', 'modes = ["XX"]', "modes"),
        ("cap_per_month = 1", "cap_per_month = 0", "cap_per_month"),
        ('flux = "high"', 'flux = "very"', "flux"),
        ("per_session = 2", 'per_session = "2"', "per_session"),
    ],
)
def test_what_is_not_known_is_refused_by_its_name(right: str, wrong: str, named: str) -> None:
    with pytest.raises(UnusableInput, match=named):
        read(GIVEN.replace(right, wrong, 1))


def test_a_pack_without_the_section_accuses_nobody() -> None:
    assert read_dialysis_rules(None) == DialysisRules()


def test_shipped_packs_have_their_own_rules() -> None:
    packs = PackService(Path("/nonexistent"))
    shipped, strict = packs.region(DEFAULT_REGION).dialysis, packs.region("example-strict").dialysis
    assert shipped.sessions_per_month == 14
    assert not any(one.includes_materials for one in shipped.services)
    assert all(one.includes_materials for one in strict.services if one.mode is not DialysisMode.HP)
