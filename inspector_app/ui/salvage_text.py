"""The list of a salvage in words: sections for the page, and the same as a text to keep."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.salvage import LostLine, Salvage, SalvageReport
from inspector_app.domain.wording import counted
from inspector_app.ui.language import say

Section = tuple[str, str, list[str]]
"""Heading, what it means, and its lines."""

_KEPT = (
    QT_TRANSLATE_NOOP("Salvage", "Kept"),
    QT_TRANSLATE_NOOP("Salvage", "Each proved itself by its hash."),
)
_BYTES = (
    QT_TRANSLATE_NOOP("Salvage", "Originals lost"),
    QT_TRANSLATE_NOOP(
        "Salvage", "The entry is here, its photograph or file is not. Take it again or from a copy."
    ),
)
_ENTRIES = (
    QT_TRANSLATE_NOOP("Salvage", "Entries lost"),
    QT_TRANSLATE_NOOP("Salvage", "They were here, and nothing of them can be read."),
)
_OLDER = (
    QT_TRANSLATE_NOOP("Salvage", "Entries with an earlier value"),
    QT_TRANSLATE_NOOP("Salvage", "A later change is lost. Look at each and correct it."),
)
_WITHOUT = (
    QT_TRANSLATE_NOOP("Salvage", "Entries without their history"),
    QT_TRANSLATE_NOOP("Salvage", "The value was read whole; who entered it when is lost."),
)
_LINES = (
    QT_TRANSLATE_NOOP("Salvage", "Lines of the history lost"),
    QT_TRANSLATE_NOOP("Salvage", "Their places stay empty; a check of the history will always name them."),
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "Salvage",
    "Parts of the file cannot be read of which nobody can say what stood there. More may be gone than is "
    "listed; a code printed on a document shows whether the end is complete.",
)
_NO_SALT = QT_TRANSLATE_NOOP(
    "Salvage",
    "The file's own check could not be made. Only lines and originals whose hash holds were kept.",
)
_WHOLE = QT_TRANSLATE_NOOP("Salvage", "Everything was read. Nothing is missing.")
_PARTLY = QT_TRANSLATE_NOOP("Salvage", "Part of it is lost. What is listed below is all that is known.")


def _tr(source: object) -> str:
    return QCoreApplication.translate("Salvage", str(source))


def verdict(salvage: Salvage) -> list[str]:
    """Paragraphs: whole or not first, then what cannot be known."""
    if salvage.is_whole:
        return [_tr(_WHOLE)]
    parts = [_tr(_PARTLY)]
    if not salvage.salt_found:
        parts.append(_tr(_NO_SALT))
    if salvage.end_unknown:
        parts.append(_tr(_UNKNOWN))
    return parts


def sections(report: SalvageReport) -> list[Section]:
    """What was lost first, what was kept last; empty ones are left out."""
    found = [
        (_BYTES, [say(words) for words in report.lost_bytes]),
        (_ENTRIES, [say(words) for words in report.lost_entries]),
        (_OLDER, [say(words) for words in report.older_entries]),
        (_WITHOUT, [say(words) for words in report.without_history]),
        (_LINES, [_line(lost) for lost in report.salvage.lost_lines]),
        (_KEPT, _kept(report)),
    ]
    return [(_tr(heading), _tr(meaning), lines) for (heading, meaning), lines in found if lines]


def _kept(report: SalvageReport) -> list[str]:
    salvage = report.salvage
    lines = counted(
        salvage.lines_kept,
        QCoreApplication.translate("Salvage", "1 line of the history"),
        QCoreApplication.translate("Salvage", "{count} lines of the history"),
    ).format(count=salvage.lines_kept)
    files = counted(
        salvage.bytes_kept,
        QCoreApplication.translate("Salvage", "1 original"),
        QCoreApplication.translate("Salvage", "{count} originals"),
    ).format(count=salvage.bytes_kept)
    return [lines, files, *map(say, report.kept)]


def _line(lost: LostLine) -> str:
    if not lost.device:
        return QCoreApplication.translate("Salvage", "A line whose place is unknown ({id})").format(
            id=lost.id[-6:]
        )
    words = QCoreApplication.translate("Salvage", "Line {number} of laptop {device}").format(
        number=lost.sequence, device=lost.device[:8]
    )
    if lost.at is not None:
        words += f" · {lost.at.astimezone(BEIJING):%Y-%m-%d %H:%M:%S} · "
        words += QCoreApplication.translate("Intention", lost.what)
    return words


def as_text(name: str, report: SalvageReport) -> str:
    """The whole list, to be kept beside the file or sent to support."""
    salvage = report.salvage
    head = QCoreApplication.translate(
        "Salvage",
        "{name}: salvaged on {day}. The damaged file is kept as {file}; damaged parts: {bad} of {pages}.",
    ).format(
        name=name,
        day=f"{salvage.at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
        file=salvage.set_aside,
        bad=salvage.pages_damaged,
        pages=salvage.pages,
    )
    parts = [head, *verdict(salvage)]
    for heading, meaning, lines in sections(report):
        parts.append("\n".join((f"{heading} ({len(lines)})", meaning, *(f"  - {line}" for line in lines))))
    return "\n\n".join(parts) + "\n"
