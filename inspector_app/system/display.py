"""Whether a window can be shown here; Qt itself ends the program where it cannot."""

from __future__ import annotations

import os
import sys

from inspector_app.domain.errors import EnvironmentProblem
from inspector_app.domain.wording import sentence

_PLATFORM = "QT_QPA_PLATFORM"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def has_display() -> bool:
    """Tell whether Qt finds something to draw on; who names a platform knows what they do."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in (_PLATFORM, *_DISPLAYS))


def require_display() -> None:
    """Refuse where no window can be shown, before Qt aborts."""
    if not has_display():
        raise EnvironmentProblem(
            sentence(
                "There is no display here, so no window can be shown. Start the program on the desktop; "
                "nothing was changed."
            )
        )


def draw_without_display() -> None:
    """Let pictures be drawn where there is no display."""
    if not has_display():
        os.environ[_PLATFORM] = "offscreen"
