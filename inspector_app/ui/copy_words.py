"""How old the last safety copy is, in words for the status line, the page and the end of a visit."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.safety_copy import CopyAge
from inspector_app.domain.wording import counted

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def short_age(age: CopyAge) -> str:
    """Say it in the few words that the status line has room for."""
    if age.last is None or age.age is None:
        return QCoreApplication.translate("SafetyCopy", "No safety copy")
    return QCoreApplication.translate("SafetyCopy", "Safety copy {age}").format(age=_span(age.age))


def age_text(age: CopyAge) -> str:
    """Say when the last copy was made and where it is."""
    last = age.last
    if last is None:
        return QCoreApplication.translate("SafetyCopy", "There is no safety copy yet.")
    return counted(
        last.inspections,
        QCoreApplication.translate("SafetyCopy", "Last copy {time}, 1 inspection, {size} MB"),
        QCoreApplication.translate("SafetyCopy", "Last copy {time}, {count} inspections, {size} MB"),
    ).format(
        time=f"{last.at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
        count=last.inspections,
        size=f"{last.total / 1_000_000:,.1f}",
    )


def age_warning(age: CopyAge) -> str:
    """Say what would be lost with this laptop now."""
    if not age.has_newer_work:
        if age.last is None:
            return QCoreApplication.translate(
                "SafetyCopy", "Nothing stands on this laptop that could be lost."
            )
        return QCoreApplication.translate("SafetyCopy", "Everything entered so far is in it.")
    if age.last is None:
        return QCoreApplication.translate(
            "SafetyCopy", "If this laptop is lost or breaks now, everything on it is lost."
        )
    return QCoreApplication.translate(
        "SafetyCopy", "What was entered since then stands on this laptop alone. Make a copy before you leave."
    )


def _span(age: timedelta) -> str:
    if age < 2 * _MINUTE:
        return QCoreApplication.translate("SafetyCopy", "just now")
    if age < _HOUR:
        return QCoreApplication.translate("SafetyCopy", "{count} min ago").format(count=age // _MINUTE)
    if age < 2 * _DAY:
        return QCoreApplication.translate("SafetyCopy", "{count} h ago").format(count=age // _HOUR)
    return QCoreApplication.translate("SafetyCopy", "{count} days ago").format(count=age // _DAY)
