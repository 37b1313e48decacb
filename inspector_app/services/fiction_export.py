"""An invented ledger as an institution's program writes it out: CSV with the line ends of Windows."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def exported(header: Sequence[str], rows: Sequence[Sequence[str]], encoding: str) -> bytes:
    """Return the bytes of the file."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(header)
    lines.writerows(rows)
    return text.getvalue().encode(encoding)
