"""How the program looks: tokens for light and dark, palette, style sheet, font and icons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

LIGHT = {
    "rail": "#12343b",
    "rail_hover": "#1c464f",
    "rail_selected": "#27555f",
    "rail_text": "#c9dadc",
    "rail_text_strong": "#ffffff",
    "surface": "#ffffff",
    "sunken": "#f5f7f7",
    "raised": "#ffffff",
    "line": "#e1e6e7",
    "line_strong": "#c3cccf",
    "text": "#17262a",
    "muted": "#5b6b70",
    "disabled": "#9aa6aa",
    "accent": "#0f6b75",
    "accent_hover": "#0b5a63",
    "accent_text": "#ffffff",
    "accent_soft": "#e0f0f1",
    "selection": "#d9edee",
    "selection_text": "#0f2b30",
    "danger": "#b3261e",
    "danger_soft": "#fbe9e7",
    "warning": "#8a5a00",
    "warning_soft": "#fdf1d8",
    "success": "#1e6b3a",
    "success_soft": "#e3f3e8",
    "info": "#2b5c9e",
    "info_soft": "#e5eefa",
    "neutral": "#4d5b60",
    "neutral_soft": "#e9eded",
    "focus": "#0f6b75",
    "paper": "#ffffff",
    "paper_text": "#111111",
}
DARK = {
    "rail": "#0c1f23",
    "rail_hover": "#16323a",
    "rail_selected": "#1e434b",
    "rail_text": "#9db3b7",
    "rail_text_strong": "#f0f6f7",
    "surface": "#171d20",
    "sunken": "#111619",
    "raised": "#20282c",
    "line": "#2b353a",
    "line_strong": "#435157",
    "text": "#e4eaec",
    "muted": "#9aa9ae",
    "disabled": "#64737a",
    "accent": "#5cc0c9",
    "accent_hover": "#7bd2da",
    "accent_text": "#06262a",
    "accent_soft": "#173a3f",
    "selection": "#1f4449",
    "selection_text": "#f0f6f7",
    "danger": "#f2938c",
    "danger_soft": "#40211f",
    "warning": "#e6bd62",
    "warning_soft": "#3c3018",
    "success": "#7fcb98",
    "success_soft": "#1d3726",
    "info": "#8fb8ee",
    "info_soft": "#1e2f47",
    "neutral": "#b1bec2",
    "neutral_soft": "#2a3338",
    "focus": "#5cc0c9",
    "paper": "#ffffff",
    "paper_text": "#111111",
}
BASE_PIXELS = 14
BUTTON_ICON = QSize(20, 16)
"""An icon and the room between it and the words of a button."""


@dataclass(frozen=True, slots=True)
class _Icons:
    folder: Path

    def svg(self, name: str, colour: QColor) -> QByteArray:
        text = (self.folder / f"{name}.svg").read_text(encoding="utf-8")
        return QByteArray(text.replace("currentColor", colour.name()).encode())


class Theme(QObject):
    """The look in force; it follows the system unless a person chose one."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._icons = _Icons(resources / "icons")
        self._cache: dict[tuple[str, str, bool], QIcon] = {}
        self._choice = ""
        self.dark = False
        app.setStyle("Fusion")
        self._load_fonts()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def choose(self, scheme: str) -> None:
        """Set ``light``, ``dark`` or ``system``; what is in force already costs nothing."""
        if scheme == self._choice:
            return
        self._choice = scheme
        self._apply()

    def colour(self, token: str) -> QColor:
        return QColor((DARK if self.dark else LIGHT)[token])

    def icon(self, name: str, shade: str = "text") -> QIcon:
        key = (name, shade, self.dark)
        if key not in self._cache:
            self._cache[key] = self._draw_icon(name, shade)
        return self._cache[key]

    def icon_before_words(self, name: str, shade: str = "text") -> QIcon:
        """An icon with room at its right, for buttons: the style leaves too little before the words."""
        key = (f"{name} ", shade, self.dark)
        if key not in self._cache:
            plain, spaced = self.icon(name, shade), QIcon()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
                for scale in (1, 2):
                    pixmap = QPixmap(BUTTON_ICON * scale)
                    pixmap.fill(Qt.GlobalColor.transparent)
                    painter = QPainter(pixmap)
                    side = BUTTON_ICON.height() * scale
                    painter.drawPixmap(0, 0, plain.pixmap(QSize(side, side), 1.0, mode))
                    painter.end()
                    pixmap.setDevicePixelRatio(scale)
                    spaced.addPixmap(pixmap, mode)
            self._cache[key] = spaced
        return self._cache[key]

    def _draw_icon(self, name: str, normal: str) -> QIcon:
        icon = QIcon()
        disabled = self.colour("disabled")
        renderer = QSvgRenderer(self._icons.svg(name, self.colour(normal)))
        for pixels in (16, 20, 24, 32, 48):
            pixmap = QPixmap(QSize(pixels, pixels))
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, pixels, pixels))
            painter.end()
            icon.addPixmap(pixmap, QIcon.Mode.Normal)
            # Icons have one colour, and colouring a drawn one anew is far cheaper than drawing it again.
            faint = QPixmap(pixmap)
            painter = QPainter(faint)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(faint.rect(), disabled)
            painter.end()
            icon.addPixmap(faint, QIcon.Mode.Disabled)
        return icon

    def _load_fonts(self) -> None:
        families: list[str] = []
        for file in sorted((self._resources / "fonts").glob("**/NotoSansSC*.ttf")):
            number = QFontDatabase.addApplicationFont(str(file))
            families += QFontDatabase.applicationFontFamilies(number)
        font = QFont(self._app.font())
        if families:
            font.setFamilies([families[0]])
        elif "Noto Sans CJK SC" in QFontDatabase.families():
            font.setFamilies(["Noto Sans CJK SC"])
        font.setPixelSize(BASE_PIXELS)
        font.setFeature(QFont.Tag("tnum"), 1)  # amounts and counts stand in columns
        self._app.setFont(font)

    @Slot(Qt.ColorScheme)
    def _on_system_scheme(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        system_is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.dark = system_is_dark if self._choice == "system" else self._choice == "dark"
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(self._style_sheet())
        self._recolour_icons()
        self.changed.emit()

    def _style_sheet(self) -> str:
        files = sorted((self._resources / "style").glob("*.qss"))
        text = "\n".join(file.read_text(encoding="utf-8") for file in files)
        tokens = DARK if self.dark else LIGHT
        folder = (self._resources / "icons").as_posix()
        text = text.replace("@icons", folder).replace("@mode", "dark" if self.dark else "light")
        return re.sub(r"@([a-z_]+)", lambda match: tokens[match[1]], text)

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for target, token in (
            (role.Window, "surface"),
            (role.WindowText, "text"),
            (role.Base, "surface"),
            (role.AlternateBase, "sunken"),
            (role.Text, "text"),
            (role.PlaceholderText, "muted"),
            (role.Button, "raised"),
            (role.ButtonText, "text"),
            (role.BrightText, "danger"),
            (role.ToolTipBase, "raised"),
            (role.ToolTipText, "text"),
            (role.Highlight, "selection"),
            (role.HighlightedText, "selection_text"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.Accent, "accent"),
            (role.Light, "line"),
            (role.Midlight, "line"),
            (role.Mid, "line_strong"),
            (role.Dark, "line_strong"),
            (role.Shadow, "line_strong"),
        ):
            palette.setColor(target, self.colour(token))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.colour("disabled"))
        return palette

    def _recolour_icons(self) -> None:
        for widget in self._app.allWidgets():
            for thing in (widget, *widget.actions()):
                name = thing.property("iconName")
                if name and isinstance(thing, QAbstractButton | QAction):
                    put_icon(thing, name, thing.property("iconShade") or "text")


_current: Theme | None = None


def install(app: QApplication, resources: Path, scheme: str = "system") -> Theme:
    """Give the application its look, before the first widget."""
    global _current  # noqa: PLW0603 - Qt has one application and one look
    if _current is None:
        _current = Theme(app, resources)
    _current.choose(scheme)
    return _current


def current() -> Theme:
    """The installed look."""
    if _current is None:
        raise LookupError("theme.install was not called")
    return _current


def colour(token: str) -> QColor:
    """A colour by its meaning (see ``LIGHT``), in the mode in force."""
    return current().colour(token)


def icon(name: str, shade: str = "text") -> QIcon:
    """An icon of the bundled set in a colour by meaning."""
    return current().icon(name, shade)


def put_icon(thing: QAbstractButton | QAction, name: str, shade: str = "text") -> None:
    """Set an icon that is drawn anew when the mode changes."""
    thing.setProperty("iconName", name)
    thing.setProperty("iconShade", shade)
    if isinstance(thing, QPushButton) and thing.text():
        thing.setIconSize(BUTTON_ICON)
        thing.setIcon(current().icon_before_words(name, shade))
    else:
        thing.setIcon(icon(name, shade))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its place in the style sheet: title, subtitle, muted, primary, danger, chip …"""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
