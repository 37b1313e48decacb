"""One piece of evidence as large as the page: next and previous by arrows, zoom, turn, pages of a PDF."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from inspector_app.ui import theme
from inspector_app.ui.keys import give_keys
from inspector_app.ui.widgets.key_button import KeyButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.picture_viewer import PictureViewer


class EvidenceViewer(QWidget):
    """Shows what it is given; asks for the next piece or page by signals."""

    stepWanted = Signal(int)
    """+1 or -1: the next or the previous piece."""
    pageWanted = Signal(int)
    """A page of the document shown, from 0."""
    copyWanted = Signal()
    """The original and its marked copy change places."""
    markWanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = 0
        self._pages = 1
        self.picture = PictureViewer()
        self.title = label("", "subtitle")
        self.title.setMinimumWidth(60)
        self.place = label("", "muted")
        self.said = label("", "muted", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar = QHBoxLayout()
        bar.setSpacing(2)
        bar.addWidget(self._button(self.tr("Back to the gallery"), "Esc", "x", self.closed.emit))
        bar.addWidget(self.title, 1)
        bar.addWidget(self.place)
        self.which = KeyButton("", "O")
        self.which.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.which.clicked.connect(self._action(self.tr("Original or marked copy"), "O", self._swap).trigger)
        bar.addWidget(self.which)
        self.mark = KeyButton(self.tr("Mark the picture"), "M", icon="pencil")
        self.mark.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        marking = self._action(self.tr("Mark the picture"), "M", self.markWanted.emit)
        self.mark.clicked.connect(marking.trigger)
        bar.addWidget(self.mark)
        step = self.stepWanted.emit
        bar.addWidget(self._button(self.tr("Previous evidence"), "Left", "chevron-left", lambda: step(-1)))
        bar.addWidget(self._button(self.tr("Next evidence"), "Right", "chevron-right", lambda: step(1)))
        bar.addWidget(self._button(self.tr("Zoom in"), "+", "plus", self.picture.closer))
        bar.addWidget(self._button(self.tr("Zoom out"), "-", "", self.picture.farther))
        bar.addWidget(self._button(self.tr("Fit to the page"), "0", "image", self.picture.fit))
        bar.addWidget(self._button(self.tr("Turn the view"), "R", "rotate-ccw", self.picture.turn))
        for text, key, by in (
            (self.tr("Next page"), "PgDown", 1),
            (self.tr("Previous page"), "PgUp", -1),
        ):
            self._action(text, key, lambda by=by: self._turn_page(by))
        self._stack = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addLayout(self._stack, 1)
        self._stack.addWidget(self.picture)  # it shows its first widget: only now that is no window
        self._stack.addWidget(self.said)

    def announce(self, title: str, place: str) -> None:
        """Say what is coming, before its bytes are here."""
        self.show_ways(can_mark=False, has_copy=False, is_copy=False)
        self.title.setText(title)
        self.place.setText(place)
        self.picture.clear()
        self.say("")

    def show_ways(self, *, can_mark: bool, has_copy: bool, is_copy: bool) -> None:
        """Say which of the two is shown, and offer the other where there is one."""
        self.mark.setVisible(can_mark)
        self.which.setVisible(has_copy)
        self.which.setText(self.tr("Marked copy") if is_copy else self.tr("Original"))
        self.which.setAccessibleName(self.which.text())
        self.which.setToolTip(
            self.tr("Shown: the marked copy. O shows the original.")
            if is_copy
            else self.tr("Shown: the original. O shows the marked copy.")
        )
        self.which.updateGeometry()

    def show_image(self, image: QImage, page: int = 0, pages: int = 1) -> None:
        self._page, self._pages = page, pages
        if pages > 1:
            self.place.setText(self.tr("page {page} of {pages}").format(page=page + 1, pages=pages))
        self.picture.show_image(image)
        self._stack.setCurrentWidget(self.picture)

    def say(self, text: str) -> None:
        """Show a sentence instead of a picture."""
        self.said.setText(text)
        self._stack.setCurrentWidget(self.said)

    def _swap(self) -> None:
        if not self.which.isHidden():
            self.copyWanted.emit()

    def _turn_page(self, by: int) -> None:
        if 0 <= self._page + by < self._pages:
            self.pageWanted.emit(self._page + by)

    def _button(self, text: str, key: str, icon: str, slot: object) -> QToolButton:
        button = QToolButton()
        action = self._action(text, key, slot)
        if icon:
            theme.put_icon(button, icon)
        else:
            button.setText("−")
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  {key}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button

    def _action(self, text: str, key: str, slot: object) -> QAction:
        action = give_keys(QAction(text, self), key)
        action.triggered.connect(lambda _checked=False: slot())  # type: ignore[operator]
        self.addAction(action)
        return action
