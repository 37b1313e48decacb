"""PySide6: shows and asks, decides nothing."""

from inspector_app.ui.none_guard import hold_none

hold_none()
