"""The real window without a display, in processes of their own: way in, photographs arriving, long lists."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benches.rows import REFRESH, Row

ROOT = Path(__file__).resolve().parents[2]
REFRESHED = "one refresh at 60 Hz"


def _measured(scenario: str) -> dict[str, float]:
    """Run one scenario in a fresh process and return what it measured."""
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-m", "tests.benches.scenarios", scenario, folder],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
        )
    return {name: float(value) for name, value in json.loads(told.stdout.splitlines()[-1]).items()}


def way_in() -> list[Row]:
    """From the derived key to the painted list of 500 inspections."""
    took = statistics.median(_measured("way_in")["list"] for _ in range(3))
    return [
        Row(
            name="from passphrase to 500 inspections",
            ours=took,
            floor=REFRESH,
            floor_name=REFRESHED,
            goal="<= 150 ms",
            note="key derivation excluded; services warmed while somebody types",
        )
    ]


def arriving() -> list[Row]:
    """200 photographs through the real queue: how long the window and an answer wait."""
    found = _measured("arriving")
    rows = []
    idle = "the same timer while nothing happens, same run"
    for name, key, goal in (
        ("longest gap while 200 photographs arrive", "gap_arriving", "<= 50 ms"),
        ("longest gap while their thumbnails come", "gap_drawing", "<= 50 ms"),
        ("an answer among the photographs, p95", "answer_p95", "<= 100 ms"),
    ):
        rows.append(
            Row(
                name=name,
                ours=found[key],
                floor=found["gap_idle"],
                floor_name=idle,
                goal=goal,
                note=f"{found['photographs']:.0f} of 3 MB in {found['seconds']:.1f} s, a timer of 5 ms"
                if key == "gap_arriving"
                else "",
            )
        )
    return rows


def lists() -> list[Row]:
    """10,000 photographs and 1,000 inspections in their lists."""
    found = _measured("lists")
    rows = [
        Row(
            name=name,
            ours=found[key],
            floor=REFRESH,
            floor_name=REFRESHED,
            goal="none set" if key == "open_whole" else "<= 100 ms",
            note="in portions that let answers pass" if key == "open_whole" else "",
        )
        for name, key in (
            ("1,000 inspections: open", "home_open"),
            ("1,000 inspections: search", "home_search"),
            ("10,000 photographs: open for the first time", "open_first"),
            ("10,000 photographs: the last of them is read", "open_whole"),
            ("10,000 photographs: open again", "open"),
            ("10,000 photographs: search", "search"),
            ("10,000 photographs: filter", "filter"),
            ("10,000 photographs: scroll a page, worst", "scroll"),
        )
    ]
    rows.append(
        Row(
            name="memory with both lists scrolled",
            ours=found["memory"],
            floor=found["memory_before"],
            floor_name="the same window before the lists",
            goal="<= 300 MB",
            unit="MB",
        )
    )
    return rows
