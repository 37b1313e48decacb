"""How the evidence page is laid out; what it does is in the page itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui import theme
from inspector_app.ui.models.evidence import EvidenceModel, Filter
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.camera_view import CameraView
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.evidence_details import EvidenceDetails
from inspector_app.ui.widgets.evidence_grid import EvidenceGrid
from inspector_app.ui.widgets.evidence_viewer import EvidenceViewer
from inspector_app.ui.widgets.group_choice import GroupChoice
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.markup_pane import MarkupPane
from inspector_app.ui.widgets.recording_form import RecordingForm
from inspector_app.ui.widgets.work_strip import WorkStrip


class EvidenceLayout(InspectionPage):
    """The widgets of the page and where they stand; files may be dropped anywhere on it."""

    dropped = Signal(object)
    """The ``QMimeData`` of a drop."""

    def _make_widgets(self) -> None:
        self.model = EvidenceModel(self)
        self.grid = EvidenceGrid()
        self.grid.setModel(self.model)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search caption, number, file, bed …   /"))
        self.search.setAccessibleName(self.tr("Search the evidence"))
        self.search.setClearButtonEnabled(True)
        self.part = QComboBox()
        self.part.setAccessibleName(self.tr("Which evidence is shown"))
        for part, text in (
            (Filter.ALL, self.tr("All")),
            (Filter.NOT_CITED, self.tr("Not cited yet")),
            (Filter.NOT_ORIGINAL, self.tr("Not original files")),
            (Filter.PHOTOGRAPHS, self.tr("Pictures")),
            (Filter.DOCUMENTS, self.tr("Documents and data")),
            (Filter.RECORDINGS, self.tr("Recordings")),
        ):
            self.part.addItem(text, part)
        self.group = GroupChoice()
        self.viewer = EvidenceViewer()
        self.markup = MarkupPane()
        self.details = EvidenceDetails()
        self.form = RecordingForm()
        self.camera = CameraView()
        self.strip = WorkStrip()
        self.banner = Banner()
        self.target_text = label("", "muted")
        self.target_text.setMinimumWidth(60)
        self.drop_target = QPushButton(self.tr("Bind to nothing"))
        self.drop_target.setProperty("role", "quiet")

    def _lay_out(self, take: QAction, files: QAction, bind: QAction) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 2)
        top.addWidget(self.part, 1)
        top.addWidget(self.group)
        top.addWidget(self._button(files, "upload"))
        top.addWidget(self._button(take, "camera", "primary"))
        self.bar = QWidget()
        bar = QVBoxLayout(self.bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addLayout(top)
        bound = QHBoxLayout()
        bound.addWidget(self.target_text, 1)
        self.bind = self._button(bind, "link")
        bound.addWidget(self.bind)
        bound.addWidget(self.drop_target)
        bar.addLayout(bound)
        self.empty = EmptyState(
            "camera",
            self.tr("No evidence yet"),
            self.tr(
                "Photographs, scans, files and recordings of this inspection belong here. Take a photograph, "
                "drop files on this page, or paste. Originals are kept byte for byte."
            ),
            take,
        )
        self.nothing = label(self.tr("Nothing matches. Clear the search or choose All."), "muted", wrap=True)
        self.stack = QStackedWidget()
        self._lists = (self.empty, self.grid, self.nothing)
        for widget in (*self._lists, self.viewer, self.markup, self.camera, self.form):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        layout.addWidget(self.banner)
        layout.addWidget(self.strip)
        layout.addWidget(self.stack, 1)

    def _button(self, action: QAction, icon: str, role: str = "") -> QPushButton:
        button = QPushButton(action.text())
        button.setToolTip(action.toolTip())
        theme.put_icon(button, icon, "accent_text" if role == "primary" else "text")
        if role:
            button.setProperty("role", role)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)  # held with its action while read only
        return button

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)  # never move: the originals outside stay
        event.accept()
        self.dropped.emit(event.mimeData())
