"""Measures the rows of the design's table and prints them as ratios of one run: ``python3 dev.py bench``."""

from __future__ import annotations

import argparse
import io
import os
import secrets
import sys
import tempfile
from collections.abc import Callable
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
from tests.benches.answers import answers
from tests.benches.copies import safety_copies
from tests.benches.importing import importing
from tests.benches.ledgers import one_million, ten_million
from tests.benches.packages import packages
from tests.benches.rows import Row, alternate
from tests.benches.start import start_up
from tests.benches.window import arriving, lists, way_in

PHOTOGRAPH = 3_200_000


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


def _rules_and_stays() -> list[Row]:
    """Imported when asked for: Polars would be in the memory of the other rows."""
    from tests.benches.stays import rules_and_stays

    return rules_and_stays()


def _dialysis_and_trace() -> list[Row]:
    from tests.benches.reconciling import reconciling

    return reconciling()


ROWS: dict[str, Callable[[], list[Row]]] = {
    "start": start_up,
    "way-in": way_in,
    "answer": answers,
    "photograph": photograph,
    "arriving": arriving,
    "lists": lists,
    "notice": notice,
    "safety-copies": safety_copies,
    "packages": packages,
    "ledgers": one_million,
    "ledgers-10m": ten_million,
    "rules-and-stays": _rules_and_stays,
    "dialysis-and-trace": _dialysis_and_trace,
    "importing": importing,
}
ONLY_WHEN_ASKED = {"ledgers-10m"}


def main() -> int:
    """Measure what is asked for, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", help="only these: " + ", ".join(ROWS))
    chosen = parser.parse_args().rows or [name for name in ROWS if name not in ONLY_WHEN_ASKED]
    for name in chosen:
        for row in ROWS[name]():
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
