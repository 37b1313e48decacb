"""A paper for a view that draws no fields: what stands in them is drawn into its pages.

The result is for the screen and the printer. It is made anew each time, never kept, and never leaves as
a file: its signatures would not hold.
"""

from __future__ import annotations

import io
from typing import Any


def shown(pdf: bytes) -> bytes:
    """Return the paper with every filled field drawn where it stands; one without any stays as it is."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))  # half of its methods have no types
    drawn = [_draw(writer, number) for number in range(int(writer.root["/Pages"]["/Count"]))]
    if not any(drawn):
        return pdf
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _draw(writer: Any, number: int) -> bool:
    """Draw the filled fields of one page; tell whether it has any."""
    from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject, pdf_name

    page, _ = writer.find_page_for_modification(number)
    forms: Any = {}
    commands: list[str] = []
    for reference in page.get_object().get("/Annots", ()):
        field = reference.get_object()
        if "/AP" not in field or "/N" not in field["/AP"]:
            continue
        left, bottom, right, top = (float(corner) for corner in field["/Rect"])
        if right <= left or top <= bottom:
            continue
        name = f"/Shown{len(commands)}"
        forms[pdf_name(name)] = field["/AP"].raw_get("/N")
        commands.append(f"q 1 0 0 1 {left:g} {bottom:g} cm {name} Do Q")
    if commands:
        stream: Any = StreamObject
        dictionary: Any = DictionaryObject
        content = writer.add_object(stream(stream_data=("Q\n" + "\n".join(commands)).encode("ascii")))
        before = writer.add_object(stream(stream_data=b"q"))
        writer.add_stream_to_page(number, before, prepend=True)
        writer.add_stream_to_page(
            number, content, resources=dictionary({pdf_name("/XObject"): dictionary(forms)})
        )
    return bool(commands)
