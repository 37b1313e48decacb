"""What the status line says, and what each part answers when it is asked."""

from __future__ import annotations

import logging
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.wording import counted
from inspector_app.services.standing import Standing
from inspector_app.ui.copy_words import age_text, age_warning, short_age
from inspector_app.ui.states import word
from inspector_app.ui.widgets.status_line import Part

FEW_PHOTOGRAPHS = 200

log = logging.getLogger(__name__)


def local_time(moment: datetime) -> str:
    """A moment as the wall clock of this laptop shows it."""
    return moment.astimezone(BEIJING).strftime("%H:%M:%S")


def status_parts(standing: Standing) -> tuple[Part, ...]:
    """Turn one reading into the parts of the line.

    A part that cannot be worded is a bug and logged as one; the others are still shown.
    """
    parts: list[Part] = []
    for make in (_person, _saved, _safety, _chain, _free, _offline):
        try:
            part = make(standing)
        except Exception:  # whatever is wrong with one part, the line has to say the rest
            log.critical("a part of the status line cannot be worded: %s", make.__name__, exc_info=True)
            continue
        if part is not None:
            parts.append(part)
    return tuple(parts)


def _person(standing: Standing) -> Part:
    return Part(
        key="person",
        icon="user",
        text=f"{standing.person.name} · {word(standing.person.role)}",
        explanation=QCoreApplication.translate(
            "StatusLine",
            "Everything that is done now is written down under this name. Ctrl+L changes the person.",
        ),
    )


def _saved(standing: Standing) -> Part | None:
    if standing.saved_at is None:
        return None
    translate = QCoreApplication.translate
    return Part(
        key="saved",
        icon="save",
        text=translate("StatusLine", "Saved {time}").format(time=local_time(standing.saved_at)),
        explanation=translate(
            "StatusLine",
            "The last change is on the disk since then, encrypted. There is no button for saving.",
        ),
        shade="success",
    )


def _safety(standing: Standing) -> Part:
    age = standing.copy_age
    return Part(
        key="safety",
        icon="archive",
        text=short_age(age),
        explanation="\n".join(
            (
                age_text(age),
                age_warning(age),
                QCoreApplication.translate("StatusLine", "Ctrl+Shift+B makes a safety copy."),
            )
        ),
        shade="warning" if age.is_overdue else "muted",
    )


def _chain(standing: Standing) -> Part | None:
    if not standing.chain_code:
        return None
    return Part(
        key="chain",
        icon="link",
        text=standing.chain_code,
        explanation=QCoreApplication.translate(
            "StatusLine",
            "Code of the last line of this laptop's journal. It is printed on every document; "
            "with it anybody can find out later whether lines were cut off or rewritten.",
        ),
    )


def _free(standing: Standing) -> Part:
    translate = QCoreApplication.translate
    few = standing.photographs_left < FEW_PHOTOGRAPHS
    return Part(
        key="free",
        icon="hard-drive",
        text=counted(
            standing.photographs_left,
            translate("StatusLine", "Room for 1 photograph"),
            translate("StatusLine", "Room for {count} photographs"),
        ).format(count=f"{standing.photographs_left:,}"),
        explanation=translate(
            "StatusLine",
            "Free room on the disk that holds the workspace, at 4 MB a photograph. "
            "When it gets short, move finished inspections elsewhere.",
        ),
        shade="warning" if few else "muted",
    )


def _offline(_standing: Standing) -> Part:
    translate = QCoreApplication.translate
    return Part(
        key="offline",
        icon="wifi-off",
        text=translate("StatusLine", "Offline"),
        explanation=translate(
            "StatusLine",
            "This program makes no network call. Nothing leaves the laptop unless a person exports it.",
        ),
    )
