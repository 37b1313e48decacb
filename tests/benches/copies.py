"""Rows of safety copies: making, growing and restoring one, against copying the same bytes."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from inspector_app.app import build_activities
from inspector_app.domain.ports import Silent
from inspector_app.services.copy_making import CopyResult, make_copy
from inspector_app.system.wrapping import Cost
from tests import builders
from tests.benches.rows import Row, milliseconds

PHOTOGRAPHS = int(os.environ.get("BENCH_PHOTOGRAPHS", "1000"))
PHOTOGRAPH = 3_200_000
_CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
_WORDS = "a walk through wards"


def safety_copies() -> list[Row]:
    """A thousand photographs to a stick, ten more, and back on another laptop; each once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        activities = build_activities(folder / "desk", cost=_CHEAP)
        person = activities.workspace.create(
            bureau="青禾县医疗保障局", name="林知远", certificate_number="1", passphrase=_WORDS
        )
        activities.workspace.accept_risk()
        opened = activities.inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=())
        store = activities.desk.inspection(opened.id)
        base = secrets.token_bytes(PHOTOGRAPH)

        def photographs(first: int, last: int) -> None:
            for number in range(first, last):
                with store.intention("evidence taken in", activities.desk.author) as unit:
                    unit.publish(store.blobs.add([number.to_bytes(8) + base[8:]]))

        photographs(0, PHOTOGRAPHS)
        activities.desk.close_inspection(opened.id)
        path = activities.desk.inspection_path(opened.id)
        stick = folder / "stick"
        stick.mkdir()
        results: list[CopyResult] = []

        def copy() -> None:
            results.append(make_copy(activities.safety.plan(stick), Silent()))
            activities.safety.record(results[-1])

        def restore() -> None:
            other = build_activities(folder / "other", cost=_CHEAP)
            (found,) = other.safety.find(stick)
            who = other.safety.open(found.folder, passphrase=_WORDS)
            other.safety.restore(who, person.id, Silent(), passphrase=_WORDS)
            other.workspace.lock()

        floor = milliseconds(_copying(path, folder / "floor"))
        first = milliseconds(copy)
        store = activities.desk.inspection(opened.id)
        photographs(PHOTOGRAPHS, PHOTOGRAPHS + 10)
        second = milliseconds(copy)
        floor_back = milliseconds(_copying(path, folder / "floor"))
        back = milliseconds(restore)
        activities.workspace.lock()
    against = "copying the file and flushing it"
    return [
        _row(
            f"a first safety copy, {PHOTOGRAPHS:,} photographs",
            first,
            floor,
            against,
            "written and read twice",
        ),
        _row(
            "the next one, ten photographs more", second, floor, against, f"{_megabytes(results[1])} written"
        ),
        _row(
            f"restoring {PHOTOGRAPHS:,} photographs",
            back,
            floor_back,
            against,
            "read twice, written, read again",
        ),
    ]


def _copying(path: Path, target: Path) -> Callable[[], None]:
    def copy() -> None:
        with path.open("rb") as source, target.open("wb") as file:
            shutil.copyfileobj(source, file, 1 << 20)
            file.flush()
            os.fsync(file.fileno())

    return copy


def _row(name: str, ours: float, floor: float, against: str, note: str) -> Row:
    return Row(
        name=name,
        ours=ours / 1000,
        floor=floor / 1000,
        floor_name=against,
        goal="none set",
        note=note,
        unit="s",
    )


def _megabytes(result: CopyResult) -> str:
    return f"{result.written / 1_000_000:.1f} MB"
