"""Measures the rows of the design's table and prints them as ratios of one run: ``python3 dev.py bench``."""

from __future__ import annotations

import argparse
import io
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from inspector_app.domain.journal import BlobRef
from inspector_app.storage import cipher
from inspector_app.storage.blobs import in_chunks
from inspector_app.storage.store import open_store
from inspector_app.system.clock import SystemClock, SystemIds, SystemRandomness
from tests import builders

PHOTOGRAPH = 3_200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table; ``ours`` and ``floor`` in milliseconds, medians."""

    name: str
    ours: float
    floor: float
    floor_name: str
    goal: str
    note: str = ""

    def __str__(self) -> str:
        ratio = self.ours / self.floor if self.floor else float("inf")
        return (
            f"{self.name:34} {self.ours:9.2f} ms  {self.floor:9.2f} ms  {ratio:6.2f} x   goal {self.goal:12}"
            f" against {self.floor_name}" + (f"; {self.note}" if self.note else "")
        )


def milliseconds(work: Callable[[], object]) -> float:
    """Run once and return how long it took."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def alternate(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return both medians; the two take turns, so that a busy machine disturbs them alike."""
    ours(), floor()
    pairs = [(milliseconds(ours), milliseconds(floor)) for _ in range(rounds)]
    return statistics.median(first for first, _ in pairs), statistics.median(second for _, second in pairs)


def photograph() -> list[Row]:
    """Bytes in hand to durable, against inserting the same chunks in one encrypted transaction."""
    clock = SystemClock()
    ids = SystemIds(clock, SystemRandomness())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        key = secrets.token_bytes(32)
        store = open_store(folder / "ours.db", key, clock=clock, ids=ids, file_kind="bench")
        database = cipher.connect(folder / "floor.db", key)
        cipher.prepare(database)
        database.execute("CREATE TABLE chunks (id INTEGER PRIMARY KEY, data BLOB NOT NULL)")

        base, numbers = secrets.token_bytes(PHOTOGRAPH), count()

        def another() -> bytes:
            return next(numbers).to_bytes(8) + base[8:]

        def take_in() -> BlobRef:
            with store.intention("photograph taken in", builders.author()) as unit:
                ref = store.blobs.add(in_chunks(another()))
                unit.publish(ref)
            return ref

        def insert() -> None:
            with database.atomic():
                for chunk in in_chunks(another()):
                    database.execute("INSERT INTO chunks (data) VALUES (?)", [chunk])

        ours, floor = alternate(take_in, insert, 25)
        store.close()
        database.close()
    return [
        Row(
            name="a photograph of 3.2 MB, durable",
            ours=ours,
            floor=floor,
            floor_name="one SQLCipher transaction, same chunks",
            goal="<= 1.5 x",
        )
    ]


def notice() -> list[Row]:
    """A notice with its table, against reportlab drawing its words without any layout, page for page."""
    from pypdf import PdfReader
    from reportlab.pdfgen.canvas import Canvas

    from inspector_app.documents.fonts import Face, font
    from inspector_app.documents.notice import layout_notice
    from tests.documents.notices import a_notice, a_row

    rows = []
    for findings in (2, 40):
        content = a_notice(tuple(a_row(number) for number in range(1, findings + 1)))
        laid_out = layout_notice(content)
        words = [page.extract_text().replace("\n", "") for page in PdfReader(io.BytesIO(laid_out.pdf)).pages]
        faces = [font(face).fontName for face in Face]

        def draw(words: list[str] = words, faces: list[str] = faces) -> bytes:
            buffer = io.BytesIO()
            canvas = Canvas(buffer, invariant=1, initialFontName=faces[0])
            for page in words:
                for line, start in enumerate(range(0, len(page), 28)):
                    canvas.setFont(faces[line % len(faces)], 16)
                    canvas.drawString(80, 780 - 29 * line, page[start : start + 28])
                canvas.showPage()
            canvas.save()
            return buffer.getvalue()

        ours, floor = alternate(partial(layout_notice, content), draw, 9)
        rows.append(
            Row(
                name=f"a notice of {findings} findings, {laid_out.pages} pages",
                ours=ours,
                floor=floor,
                floor_name="reportlab drawing the same words, warm",
                goal="<= 2 x",
            )
        )
    return rows


BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1366, 768)
window.show()
quiet = lambda: True
"""
UNLOCK = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from inspector_app.app import make_worker
from inspector_app.services.preferences import PreferenceService
from inspector_app.system.paths import RESOURCES
from inspector_app.ui.shell import Shell
folder = Path(sys.argv[1])
app = QApplication([])
worker = make_worker(folder)
shell = Shell(app, worker, PreferenceService(folder), RESOURCES, folder / "log")
window = shell.open()
quiet = lambda: worker.idle
"""
FIRST_PAINT = """
import os, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Painted(QObject):
    seen = False
    def eventFilter(self, thing, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False
painted = Painted()
app.installEventFilter(painted)
def look():
    if painted.seen and quiet():
        print((time.time() - float(os.environ["STARTED"])) * 1000, flush=True)
        os._exit(0)
timer = QTimer()
timer.timeout.connect(look)
timer.start(1)
app.exec()
"""


def start_up() -> list[Row]:
    """From the start of the process to a usable unlock page, against a bare window."""
    from inspector_app.app import build_activities

    root = Path(__file__).resolve().parents[1]

    def shown(script: str, folder: Path) -> float:
        variables = {**os.environ, "STARTED": str(time.time()), "PYTHONPATH": str(root)}
        command = [sys.executable, "-c", script + FIRST_PAINT, str(folder)]
        told = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
        return float(told.stdout)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        activities = build_activities(folder)
        activities.workspace.create(
            bureau="Bureau", name="林知远", certificate_number="1", passphrase="nothing here is real"
        )
        activities.workspace.lock()
        shown(UNLOCK, folder), shown(BARE, folder)
        pairs = [(shown(UNLOCK, folder), shown(BARE, folder)) for _ in range(7)]
    ours, floor = (statistics.median(times) for times in zip(*pairs, strict=True))
    return [
        Row(
            name="a usable unlock page",
            ours=ours,
            floor=floor,
            floor_name="a bare PySide6 window, processes taking turns",
            goal="<= 1.5 x",
        )
    ]


def answer() -> list[Row]:
    """One answer that 500 expressions depend on, in a form of 300 questions, against a screen refresh."""
    from tests.checklists.filling import session_of, table

    questions = [f"integer | q{n} | Q{n} | ${{first}} > {n} | |" for n in range(1, 300)]
    sums = [f"calculate | c{n} | | | ${{first}} + {n} |" for n in range(1, 202)]
    columns = "type | name | label | relevant | calculation |"
    session = session_of(table("survey", columns, "integer | first | First | | |", *questions, *sums))
    times = sorted(
        milliseconds(partial(session.answer, "/data/first", str(value))) for value in range(1, 301)
    )
    note = "every question's relevance and 201 sums depend on the answer; storing it is not counted"
    return [
        Row(
            name=f"an answer, {name}", ours=took, floor=1000 / 60, floor_name="one refresh at 60 Hz",
            goal=f"<= {goal} ms", note=note,
        )
        for name, took, goal in (("p95", times[285], 16), ("worst", times[-1], 40))
    ]  # fmt: skip


ROWS: dict[str, Callable[[], list[Row]]] = {
    "start": start_up,
    "answer": answer,
    "photograph": photograph,
    "notice": notice,
}


def main() -> int:
    """Measure what is asked for, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", help="only these: " + ", ".join(ROWS))
    chosen = parser.parse_args().rows or list(ROWS)
    for name in chosen:
        for row in ROWS[name]():
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
