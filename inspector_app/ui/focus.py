"""Keeps the keyboard on the page: where a field goes away the next one takes over, never the frame around."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def enter(page: QWidget) -> None:
    """Give the keyboard to a page: to what it names, else to the first thing that can take it."""
    wanted = _end_of_proxies(page)
    if _takes_keys(wanted):
        wanted.setFocus()
        return
    instead = _first_inside(page)
    if instead is not None:
        instead.setFocus()
    _Waiting(page, wanted, instead)


def _end_of_proxies(widget: QWidget) -> QWidget:
    seen = 0
    while (proxy := widget.focusProxy()) is not None and seen < 8:
        widget, seen = proxy, seen + 1
    return widget


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _first_inside(page: QWidget) -> QWidget | None:
    """The page's main button where one is seen, else the first widget in the order of Tab."""
    buttons = page.findChildren(QAbstractButton)
    main = [one for one in buttons if one.property("role") == "primary" and _takes_keys(one)]
    if main:
        return main[0]
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if (
            page.isAncestorOf(widget)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and _takes_keys(widget)
        ):
            return widget
        widget = widget.nextInFocusChain()
    return None


class _Waiting(QObject):
    """Moves the keyboard on when what the page named can be used, unless the person went elsewhere."""

    def __init__(self, page: QWidget, wanted: QWidget, instead: QWidget | None) -> None:
        super().__init__(page)
        self._wanted, self._instead = wanted, instead
        for earlier in page.findChildren(_Waiting):
            if earlier is not self:
                earlier.deleteLater()
        wanted.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._wanted and event.type() in (QEvent.Type.Show, QEvent.Type.EnabledChange):
            QTimer.singleShot(0, self, self._go_on)
        return False

    @Slot()
    def _go_on(self) -> None:
        now = QApplication.focusWidget()
        page = self.parent()
        inside = isinstance(page, QWidget) and now is not None and page.isAncestorOf(now)
        if (now is self._instead or not inside) and _takes_keys(self._wanted):
            self._wanted.setFocus()
        self._wanted.removeEventFilter(self)
        self.deleteLater()


class FocusKeeper(QObject):
    """Watches where the keyboard goes in one window.

    Qt hands the focus of a widget that is hidden, disabled or deleted to the next one in the chain, which
    may be the rail or the status line: there the keys of the page are dead. It comes back to the page here.
    Fields of text take Ctrl+E and Ctrl+K as their own on some systems; what the window promises wins. Enter
    presses the button that has the focus, as it does in dialogs.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last: QWidget | None = None
        self._watched: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._moved)  # type: ignore[union-attr]

    def page(self) -> QWidget | None:
        """The page that is shown; the window knows it."""
        shown = getattr(self._window, "page", None)
        return shown if isinstance(shown, QWidget) else None

    @Slot(QWidget, QWidget)
    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now
        if now is not None:
            now.installEventFilter(self)
            if QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # under a pressed button nothing moves
                QTimer.singleShot(0, now, lambda: _bring_into_sight(now))
        page = self.page()
        if page is not None and now is not None and page.isAncestorOf(now):
            self._last = now
        elif self._last is not None:
            QTimer.singleShot(0, self, self._bring_back)

    @Slot()
    def _bring_back(self) -> None:
        page, last = self.page(), self._last
        if page is None or last is None or not self._window.isActiveWindow():
            return
        if isValid(last) and _takes_keys(last):
            return  # the person went out of the page by Tab or by a click
        now = QApplication.focusWidget()
        self._last = None
        if not page.isVisible() or QApplication.activePopupWidget() is not None:
            return
        if now is None or not (page.isAncestorOf(now) or _floats(now, self._window)):
            enter(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._overrides(watched, event)
            if event.type() == QEvent.Type.KeyPress and _is_enter(event) and _is_plain_button(watched):
                watched.click()  # type: ignore[attr-defined]
                return True
        return False

    def _overrides(self, watched: QWidget, event: QKeyEvent) -> bool:
        if _is_enter(event) and _is_plain_button(watched):
            event.accept()
            return True
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        keys = QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(event.key())))
        if event.matches(QKeySequence.StandardKey.Undo) and not _has_own_undo(watched):
            event.ignore()  # nothing was typed here: what is undone is the page's last change
            return True
        if any(action.isEnabled() and keys in action.shortcuts() for action in self._window.actions()):
            event.ignore()
            return True
        return False


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll to what has the keyboard: Qt does it for Tab alone, not where Enter leads to the next field."""
    if not isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractButton | QComboBox):
        return
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 40)
        above = above.parentWidget()


def _has_own_undo(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    return not isinstance(widget, QPlainTextEdit) or widget.document().isUndoAvailable()


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and event.modifiers() in _PLAIN


def _is_plain_button(widget: QWidget) -> bool:
    return isinstance(widget, QPushButton | QToolButton) and widget.isEnabled()


def _floats(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget belongs to something that lies over the pages: palette, sheet of keys, privacy."""
    while (above := widget.parentWidget()) is not None and above is not window:
        widget = above
    return above is window and widget is not getattr(window, "centralWidget", lambda: None)()
