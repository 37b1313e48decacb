"""What runs in a process of its own: ``python -m tests.benches.scenarios NAME FOLDER`` prints JSON."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication

from inspector_app.app import WARMED_FIRST, WARMED_LATER, build_activities, make_worker
from inspector_app.domain.evidence import Evidence, EvidenceType, IntakeWay
from inspector_app.domain.ids import EvidenceId, InspectionId, Sha256
from inspector_app.services.intake import Source
from inspector_app.services.preferences import PreferenceService
from inspector_app.storage.kinds import to_plain
from inspector_app.system import wrapping
from inspector_app.system.paths import RESOURCES
from inspector_app.ui.incoming import Incoming
from inspector_app.ui.shell import Shell
from inspector_app.ui.warming import Warming
from tests import builders

PASSPHRASE = "nothing here is real"
PHOTOGRAPHS = 200
IDLE_SECONDS = 5
CHEAP = wrapping.Cost(memory_kib=32, passes=1, lanes=1)


class Painted(QObject):
    """Notes when a list was painted with enough rows."""

    def __init__(self, view: QAbstractItemView, rows: int) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows
        self.at = 0.0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not self.at and event.type() == QEvent.Type.Paint and self._view.model().rowCount() >= self._rows:
            QTimer.singleShot(0, self, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.at = self.at or time.perf_counter()


def until(condition: Callable[[], bool]) -> None:
    """Run the true event loop, which sleeps in Qt, until the condition holds."""
    timer = QTimer()
    timer.timeout.connect(lambda: condition() and QApplication.exit())
    timer.start(5)
    QApplication.exec()


def furnish(folder: Path, inspections: int) -> str:
    """Set up a workspace with that many inspections in its list; one of them is real."""
    activities = build_activities(folder, cost=CHEAP)
    activities.workspace.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="1", passphrase=PASSPHRASE
    )
    activities.workspace.accept_risk()
    desk = activities.desk
    first = activities.inspections.open(
        builders.institution(), bureau="青禾县医疗保障局", team=builders.team(), purpose="夜间在床核查"
    )
    card = activities.inspections.refresh_card(first.id)
    with desk.workspace.intention("invented", desk.author) as unit:
        unit.put(builders.team()[1])
        for number in range(1, inspections):
            made = replace(
                card,
                id=InspectionId(desk.ids.new()),
                institution_name=f"青禾县第{number}医院",
                institution_code=f"H{number:06}",
                created_at=card.created_at - timedelta(hours=number),
            )
            desk.workspace.derived.put(f"card:{made.id}", json.dumps(to_plain(made)).encode())
            desk.inspection_path(made.id).touch()
    activities.workspace.lock()
    return str(first.id)


class Running:
    """The real window at its unlock page, warmed."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication([])
        self.worker = make_worker(folder)
        self.shell = Shell(self.app, self.worker, PreferenceService(folder), RESOURCES, folder / "log")
        self.window = self.shell.open()
        steps = (*WARMED_FIRST, *self.shell.furnishing(), *WARMED_LATER)
        warming = Warming(self.window, self.worker, steps)
        until(lambda: warming.is_done)

    def enter(self) -> None:
        gate: Any = self.window._gate
        gate.unlock.passphrase.setText(PASSPHRASE)
        gate.unlock.button.click()

    def come_in(self) -> None:
        self.enter()
        until(lambda: not self.window.is_locked and self.worker.idle)


def way_in(folder: Path) -> dict[str, float]:
    furnish(folder, 500)
    derived: list[float] = []
    derive = wrapping.key_from_passphrase

    def noted(*given: Any) -> bytes:
        key = derive(*given)
        derived.append(time.perf_counter())
        return key

    wrapping.key_from_passphrase = noted
    running = Running(folder)
    painted: list[Painted] = []

    def entered() -> None:
        page: Any = running.window.page
        painted.append(Painted(page.list, 500))

    running.window.entered.connect(entered)
    running.enter()
    until(lambda: bool(painted) and painted[0].at > 0)
    return {"list": (painted[0].at - derived[0]) * 1000}


class Ticks:
    """A timer of 5 ms; remembers the longest time between two of its ticks."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def take(self) -> float:
        """Return the longest gap in milliseconds so far and begin anew."""
        longest, self.longest = self.longest * 1000, 0.0
        return longest


def _files(folder: Path) -> list[Source]:
    from PIL import Image

    out = BytesIO()
    Image.effect_noise((3000, 2250), 60).convert("RGB").save(out, "JPEG", quality=50)
    base = out.getvalue()
    base += bytes(max(0, 3_000_000 - len(base)))
    folder.mkdir()
    found = []
    for number in range(PHOTOGRAPHS):
        path = folder / f"{number}.jpg"
        path.write_bytes(base + number.to_bytes(8))
        found.append(Source.file(path))
    return found


def arriving(folder: Path) -> dict[str, float]:
    inspection = furnish(folder, 1)
    sources = _files(folder / "photographs")
    running = Running(folder)
    running.come_in()
    window, worker = running.window, running.worker
    window.go_to("evidence", inspection)
    until(lambda: worker.idle)
    page: Any = window.page
    finished: list[object] = []
    page.queue.finished.connect(finished.append)
    answers: list[float] = []

    def answer() -> None:
        asked = time.perf_counter()
        worker.run(
            lambda a: a.inspections.head_code(InspectionId(inspection)),
            lambda _: answers.append((time.perf_counter() - asked) * 1000),
        )

    asking = QTimer()
    asking.timeout.connect(answer)
    ticks = Ticks()
    begun = time.perf_counter()
    until(lambda: time.perf_counter() - begun > IDLE_SECONDS)
    gap_idle = ticks.take()
    start = time.perf_counter()
    asking.start(100)
    QTimer.singleShot(0, lambda: page._take(Incoming(sources=sources)))
    until(lambda: bool(finished))
    seconds, gap_arriving = time.perf_counter() - start, ticks.take()
    asking.stop()
    settled = Settled(worker)
    until(settled)
    return {
        "photographs": float(page.model.total),
        "seconds": seconds,
        "gap_idle": gap_idle,
        "gap_arriving": gap_arriving,
        "gap_drawing": ticks.take(),
        "answer_p95": statistics.quantiles(answers, n=20)[-1],
    }


class Settled:
    """Whether nothing was asked of the worker for half a second."""

    def __init__(self, worker: Any) -> None:
        self._worker = worker
        self._busy_at = time.perf_counter()

    def __call__(self) -> bool:
        if not self._worker.idle:
            self._busy_at = time.perf_counter()
        return time.perf_counter() - self._busy_at > 0.5


def memory() -> float:
    """The memory this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _pieces(folder: Path, inspection: str) -> None:
    """Put 10,000 photographs in, each with its own small picture; the originals do not matter here."""
    from PIL import Image

    activities = build_activities(folder, cost=CHEAP)
    (slot,) = activities.workspace.people_who_unlock()
    activities.workspace.unlock(slot.id, PASSPHRASE)
    desk = activities.desk
    store = desk.inspection(InspectionId(inspection))
    out = BytesIO()
    Image.effect_noise((512, 384), 40).convert("RGB").save(out, "JPEG", quality=70)
    for thousand in range(10):
        with store.intention("invented", desk.author) as unit:
            for number in range(thousand * 1000 + 1, thousand * 1000 + 1001):
                sha256 = Sha256(f"{number:064x}")
                unit.put(
                    Evidence(
                        id=EvidenceId(desk.ids.new()), group="A", running_number=number, device=desk.device,
                        sha256=sha256, size=3_000_000, media_type="image/jpeg",
                        evidence_type=EvidenceType.PHYSICAL, way=IntakeWay.FILE,
                        taken_in_at=desk.clock.now(), taken_in_by=desk.person.id,
                        original_name=f"IMG_{number:05}.jpg", caption=f"病区{number % 40}",
                    )
                )  # fmt: skip
                store.derived.put(f"thumbnail:{sha256}", out.getvalue())
    activities.workspace.lock()


def lists(folder: Path) -> dict[str, float]:
    inspection = furnish(folder, 1000)
    _pieces(folder, inspection)
    running = Running(folder)
    running.come_in()
    window, worker = running.window, running.worker
    before = memory()

    def opened(place: str, rows: int, *, inside: str = "") -> float:
        start = time.perf_counter()
        window.go_to(place, inside)
        page: Any = window.page
        view = page.list if place == "home" else page.grid
        painted = Painted(view, rows)
        until(lambda: painted.at > 0)
        return (painted.at - start) * 1000

    def drawn(view: QAbstractItemView, change: Callable[[], object]) -> float:
        start = time.perf_counter()
        change()
        QApplication.processEvents()
        view.viewport().repaint()
        return (time.perf_counter() - start) * 1000

    begun = time.perf_counter()
    found = {"open_first": opened("evidence", 1, inside=inspection)}
    page: Any = window.page
    until(lambda: page.model.rowCount() == 10_000)
    found["open_whole"] = (time.perf_counter() - begun) * 1000
    until(lambda: worker.idle)
    home: Any = None
    found["home_open"] = opened("home", 1000)
    home = window.page
    found["home_search"] = drawn(home.list, lambda: home.search.setText("第77"))
    home.search.clear()
    for row in range(0, 1000, 25):
        drawn(home.list, lambda row=row: home.list.scrollTo(home.model.index(row)))
    found["open"] = opened("evidence", 10_000, inside=inspection)
    until(lambda: worker.idle)
    found["search"] = drawn(page.grid, lambda: page.search.setText("病区7"))
    page.search.clear()
    found["filter"] = drawn(page.grid, lambda: page.part.setCurrentIndex(1))
    page.part.setCurrentIndex(0)
    bar = page.grid.verticalScrollBar()
    scrolled = []
    for step in range(100):
        scrolled.append(drawn(page.grid, lambda step=step: bar.setValue(bar.maximum() * step // 100)))
        until(lambda: worker.idle)
    found["scroll"] = max(scrolled)
    return {**found, "memory": memory(), "memory_before": before}


if __name__ == "__main__":
    measured = {"way_in": way_in, "arriving": arriving, "lists": lists}[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps(measured), flush=True)  # noqa: T201 - read by the process that started this one
    os._exit(0)
