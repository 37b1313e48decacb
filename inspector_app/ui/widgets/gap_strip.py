"""What makes a checklist unfinished, as links that lead to the question; the rest in a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from inspector_app.domain.checklist_gaps import Gap, GapKind
from inspector_app.ui.widgets.marks import label

_MOST = 8
"""Links at most; more are read in the menu faster."""
_LISTED = 16
"""Entries of the list: what a small screen has room for."""
_WORDS = 160
"""Pixels of a question's words."""
_SPACE, _EDGE = 6, 28


class GapStrip(QWidget):
    """Shows as many links as there is room for, and one that opens the list of all."""

    wanted = Signal(str)
    """The path of the question asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._gaps: tuple[Gap, ...] = ()
        self._words = {
            GapKind.WRONG: self.tr("wrong"),
            GapKind.UNANSWERED: self.tr("unanswered"),
            GapKind.UNPROVEN: self.tr("no evidence"),
        }
        self.said = label("", "caption")
        self.links: list[QPushButton] = []
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.more = self._link()
        self.more.clicked.connect(self.open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_EDGE, 0, _EDGE, 2)
        layout.setSpacing(_SPACE)
        layout.addWidget(self.said)
        for _ in range(_MOST):
            link = self._link()
            link.clicked.connect(partial(self._follow, link))
            self.links.append(link)
            layout.addWidget(link)
        layout.addWidget(self.more)
        layout.addStretch()

    def _link(self) -> QPushButton:
        link = QPushButton()
        link.setProperty("role", "lack")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        link.hide()
        return link

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Name what is unfinished; nothing is shown where nothing is."""
        if gaps == self._gaps:
            return
        self._gaps = gaps
        self.said.setText(self.tr("To finish: {count}").format(count=len(gaps)))
        for link, gap in zip(self.links, gaps, strict=False):
            words = self._told(gap)
            short = link.fontMetrics().elidedText(gap.label, Qt.TextElideMode.ElideRight, _WORDS)
            link.setText(f"{gap.number} {short} · {self._words[gap.kind]}".replace("&", "&&"))
            link.setToolTip(words)
            link.setAccessibleName(words)
            link.setProperty("place", gap.path)
        self.setVisible(bool(gaps))
        self._fit()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return self._gaps

    def open(self) -> None:
        """Show the list of all; the arrows and Enter choose there."""
        if self._gaps:
            self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
            self.menu.setActiveAction(self.menu.actions()[0])

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the links that fit beside the one to the rest."""
        count = len(self._gaps)
        room = self.contentsRect().width() - 2 * _EDGE
        room -= self.said.sizeHint().width() + _SPACE
        self.more.setText(self.tr("More …  Ctrl+Shift+J"))
        room -= self.more.sizeHint().width() + _SPACE
        fitting = 0
        for link in self.links[:count]:
            room -= link.sizeHint().width() + _SPACE
            if room < 0:
                break
            fitting += 1
        for place, link in enumerate(self.links):
            link.setVisible(place < fitting)
        self.more.setVisible(fitting < count)

    def _fill(self) -> None:
        self.menu.clear()
        for gap in self._gaps[:_LISTED]:
            entry = self.menu.addAction(self._told(gap).replace("&", "&&"))
            entry.triggered.connect(partial(self.wanted.emit, gap.path))
        if count := len(self._gaps[_LISTED:]):
            rest = self.menu.addAction(self.tr("and {count} more; F8 leads on").format(count=count))
            rest.setEnabled(False)

    def _follow(self, link: QPushButton) -> None:
        self.wanted.emit(str(link.property("place")))

    def _told(self, gap: Gap) -> str:
        return f"{gap.number}  {gap.label}  ·  {self._words[gap.kind]}"
