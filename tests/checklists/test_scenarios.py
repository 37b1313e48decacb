"""Scenarios recorded from a real form engine, replayed step by step."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from inspector_app.domain.errors import Problem
from tests.checklists.scenarios import fault

RECORDING = Path(__file__).parents[3] / "shared" / "conformance" / "scenarios.jsonl.gz"
OUTSIDE = ("rank", "range", "Geo", "upload", "binary", "attachment")
"""Controls this version refuses by name, and files, which are evidence here."""
FLOOR = 0.948


def why_not(scenario: dict[str, object]) -> str:
    try:
        return fault(scenario)
    except Problem as problem:
        return str(problem)


@pytest.mark.skipif(not RECORDING.exists(), reason="scenarios.jsonl.gz does not lie beside the project")
def test_scenarios_agree_with_the_recording_of_a_real_engine() -> None:
    with gzip.open(RECORDING, "rt", encoding="utf-8") as lines:
        scenarios = [json.loads(line) for line in lines]
    inside = [one for one in scenarios if not any(word in one["name"] for word in OUTSIDE)]
    faults = [(one["name"], why) for one in inside if (why := why_not(one))]
    assert len(inside) > 200
    assert 1 - len(faults) / len(inside) >= FLOOR, "\n".join(f"{name}: {why}" for name, why in faults)
