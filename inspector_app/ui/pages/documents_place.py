"""The place of all documents: one list with next steps, new ones by type, each on its own page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Target
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.services.activities import Activities
from inspector_app.ui import theme
from inspector_app.ui.document_listing import ListedDocument, Listing, read_listing
from inspector_app.ui.language import say
from inspector_app.ui.models.document_list import VALUE, DocumentListModel
from inspector_app.ui.pages.delivery import DeliveryPage
from inspector_app.ui.pages.letter import LetterPage
from inspector_app.ui.pages.notice import NoticePage
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.party_bundle import PartyBundleEntry
from inspector_app.ui.pages.withdrawn_paper import WithdrawnPaperPage
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.entry_rows import entry_table
from inspector_app.ui.widgets.key_button import ActionButton, KeyButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.new_document import NewDocument
from inspector_app.ui.worker import Worker

ELSEWHERE = {DocumentType.RECORD: "record", DocumentType.INTERVIEW: "interviews"}
"""Types that have a place of their own on the spine."""


_LIVE = {DocumentState.DRAFT, DocumentState.APPROVED, DocumentState.ISSUED}
NOTICE = "notice"
"""What a link selects for the notice that is at work, or the newest one."""


def _delivery_of(activities: Activities, inspection: InspectionId, document: DocumentId) -> DocumentId:
    """Return the delivery that a document stands in, or begin one of this document alone."""
    for known in activities.deliveries.deliveries(inspection):
        if document in known.documents:
            return known.id
    return activities.deliveries.begin(inspection, [document]).id


def _begin(activities: Activities, inspection: InspectionId, kind: DocumentType) -> DocumentId:
    if kind is DocumentType.DELIVERY:
        return activities.deliveries.begin(inspection).id  # of all that waits
    return activities.papers.draft(inspection, kind).id


class DocumentsPlace(InspectionPage):
    """Holds the list, the choice of types and the pages; it decides only which one is seen."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._listing: Listing | None = None
        self._wanted = ""
        """Identity that a link asked for and that the list does not show yet."""
        self.notice_action = self.action(
            self.tr("Write the notice"), self.write_notice, "Ctrl+Shift+N", changes=True
        )
        self.new_action = self.action(self.tr("New document"), self.choose_new, "Ctrl+Alt+N", changes=True)
        self.list_action = self.action(self.tr("All documents"), self.show_list, "Alt+Up")
        self.banner = Banner()
        self.party_bundle = PartyBundleEntry(self, self.banner)
        self.notice = NoticePage(worker)
        self.letter = LetterPage(worker)
        self.delivery = DeliveryPage(worker)
        self.withdrawn: WithdrawnPaperPage | None = None
        for page in (self.notice, self.letter, self.delivery):
            page.goTo.connect(self.goTo)
            page.contextChanged.connect(self.contextChanged)
            page.evidenceWanted.connect(self.evidenceWanted)
        self.notice.newWanted.connect(self.write_notice)
        for one in (self.notice, self.letter):
            one.deliverWanted.connect(self._deliver_shown)
        self.notice.head.menu.insertAction(self.notice.export_action, self.party_bundle.action)
        self.choice = NewDocument()
        self.choice.chosen.connect(self.begin)
        self._lay_out()

    def _lay_out(self) -> None:
        self.model = DocumentListModel(("",))
        self.model.setParent(self)
        self.list = QTableView()
        self.list.setModel(self.model)
        entry_table(self.list)  # after the model: the one column is stretched
        self.list.setObjectName("documentList")
        self.list.setAccessibleName(self.tr("Documents"))
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setShowGrid(False)
        self.list.setTabKeyNavigation(False)
        self.list.verticalHeader().hide()
        self.list.activated.connect(self._open_row)
        self.list.clicked.connect(self._open_row)
        self.empty = EmptyState(
            "file-text",
            self.tr("No document yet"),
            self.tr(
                "Notices, confirmations, lists, letters and delivery receipts of this inspection stand here, "
                "each with its next step."
            ),
            self.notice_action,
        )
        self.stack = QStackedWidget()
        for page in (self.empty, self.list, self.choice, self.notice, self.letter, self.delivery):
            self.stack.addWidget(page)
        self.title = label("", "subtitle")
        self.back = self._way_back(self.tr("All documents"))
        for page in (self.notice, self.letter, self.delivery):
            page.head.put_first(self._way_back(""))
        self.new = ActionButton(self.new_action, icon="plus", quiet=False)
        self.deliver = QPushButton(self.tr("Deliver what waits"))
        self.deliver.clicked.connect(lambda: self.begin(DocumentType.DELIVERY))
        self.write = KeyButton(self.tr("Write the notice"), "Ctrl+Shift+N")
        self.write.setProperty("role", "primary")
        self.write.clicked.connect(self.notice_action.trigger)
        self.more = QPushButton(self.tr("More"))
        self.more.setProperty("role", "quiet")
        menu = QMenu(self.more)
        menu.addActions([self.party_bundle.action, self.notice_action])
        self.more.setMenu(menu)
        self.bar = QWidget()
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(16, 6, 16, 4)
        bar.setSpacing(8)
        bar.addWidget(self.back)
        bar.addWidget(self.title)
        bar.addStretch()
        bar.addWidget(self.more)
        bar.addWidget(self.deliver)
        bar.addWidget(self.new)
        bar.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self.changes(self.new, self.deliver, self.write, self.choice)
        self._name()

    def _way_back(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "quiet")
        button.setToolTip(self.list_action.toolTip())
        button.setAccessibleName(self.list_action.text())
        theme.put_icon(button, "chevron-left", "muted")
        button.clicked.connect(self.list_action.trigger)
        return button

    @property
    def shown(self) -> InspectionPage | None:
        """The page of one document, where one is seen."""
        page = self.stack.currentWidget()
        return page if isinstance(page, InspectionPage) else None

    def open(self, inspection_id: str) -> None:
        """Show the list of another inspection before anything else of it."""
        if inspection_id != self.inspection_id:
            self._listing, self._wanted = None, ""
            self.model.show_rows([])
            for page in (self.notice, self.letter, self.delivery):
                page.show_nothing()
            self.stack.setCurrentWidget(self.list)
            self._name()
        super().open(inspection_id)
        if (shown := self.shown) is not None:
            shown.open(inspection_id)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: read_listing(a, inspection), self._show)

    def select(self, identity: str) -> None:
        self._wanted = identity
        self.refresh()

    def target(self) -> Target | None:
        return self.shown.target() if self.shown is not None else None

    @Slot(object)
    def _show(self, listing: Listing) -> None:
        if listing.inspection != self.inspection_id:
            return
        chosen = self.list.currentIndex().data(VALUE)
        self._listing = listing
        self.model.show_rows(listing.documents)
        self.choice.show_refused(listing.refused)
        if self.stack.currentWidget() in (self.empty, self.list):
            self.stack.setCurrentWidget(self.list if listing.documents else self.empty)
        row = self.model.row_of(chosen.document.id) if isinstance(chosen, ListedDocument) else 0
        if listing.documents:
            self.list.selectRow(max(row, 0))
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            if wanted == NOTICE:
                self.write_notice()
            elif (row := self.model.row_of(wanted)) >= 0:
                self._open_row(self.model.index(row, 0))
        self._name()

    def _name(self) -> None:
        page = self.stack.currentWidget() or self.list
        is_list = page in (self.empty, self.list)
        self.bar.setVisible(is_list or page is self.choice)
        self.back.setVisible(not is_list)
        self.list_action.setEnabled(not is_list)
        self.new.setVisible(is_list)
        self.more.setVisible(page is self.list)
        self.write.setVisible(page is self.list and not self._is_issued())
        self.write.setText(self._notice_word())
        self.notice_action.setText(self._notice_word())
        refused = self._listing.refused if self._listing is not None else {DocumentType.DELIVERY: None}
        self.deliver.setVisible(page is self.list and DocumentType.DELIVERY not in refused)
        self.title.setText(
            self.tr("All documents") if is_list else self.tr("New document") if page is self.choice else ""
        )
        self.setFocusProxy(page)

    def _notice_word(self) -> str:
        """Say what the one key to the notice does now."""
        states = self._notice_states()
        if states & {DocumentState.DRAFT, DocumentState.APPROVED}:
            return self.tr("Go on with the notice")
        if DocumentState.ISSUED in states:
            return self.tr("Write another notice")
        return self.tr("Write the notice")

    def _notice_states(self) -> set[DocumentState]:
        listed = self._listing.documents if self._listing is not None else ()
        notices = (one.document for one in listed if one.document.type is DocumentType.RECTIFICATION_NOTICE)
        return {one.state for one in notices}

    def _is_issued(self) -> bool:
        """Whether a notice is issued and none is at work: another one is rare, and left to the menu."""
        return self._notice_states() & _LIVE == {DocumentState.ISSUED}

    def _bring(self, page: QWidget) -> None:
        self.banner.hide()
        self.stack.setCurrentWidget(page)
        self._name()
        page.setFocus()

    def show_list(self) -> None:
        """Go back to all documents."""
        self._bring(self.list if self.model.rowCount() else self.empty)
        self.refresh()

    def choose_new(self) -> None:
        """Offer every type, with the reason where one cannot be begun."""
        self._bring(self.choice)
        first = next((one for one in self.choice.buttons.values() if one.isEnabled()), None)
        if first is not None:
            first.setFocus()

    @Slot(object)
    def begin(self, kind: DocumentType) -> None:
        """Begin a document of that type, or go to where it is begun."""
        if kind in ELSEWHERE:
            self.goTo.emit(ELSEWHERE[kind], "")
            return
        if kind is DocumentType.RECTIFICATION_NOTICE:
            self.write_notice()
            return
        page = self.delivery if kind is DocumentType.DELIVERY else self.letter
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: _begin(a, inspection, kind),
            lambda identity: self._go_to(page, identity),
            self._failed,
        )

    @Slot()
    def write_notice(self) -> None:
        """Begin the notice, or go on with the one that is not issued yet."""
        inspection = InspectionId(self.inspection_id)

        def begun(document: Document) -> None:
            self._bring(self.notice)
            if self.notice.inspection_id != self.inspection_id:
                self.notice.open(self.inspection_id)
            self.notice.begin(document.id)

        self.worker.run(lambda a: a.notices.draft(inspection), begun, self._failed)

    @Slot()
    def _deliver_shown(self) -> None:
        """Go to the delivery of the document that is shown; begin it where there is none."""
        inspection, document = InspectionId(self.inspection_id), self.shown_document
        if document is not None:
            self.worker.run(
                lambda a: _delivery_of(a, inspection, document),
                lambda identity: self._go_to(self.delivery, identity),
                self._failed,
            )

    @property
    def shown_document(self) -> DocumentId | None:
        page = self.stack.currentWidget()
        return page.document if page in (self.notice, self.letter, self.delivery) else None

    @Slot(QModelIndex)
    def _open_row(self, index: QModelIndex) -> None:
        listed = index.data(VALUE)
        if not isinstance(listed, ListedDocument):
            return
        kind, identity = listed.document.type, listed.document.id
        if kind in ELSEWHERE and listed.document.state is DocumentState.WITHDRAWN:
            self._go_to(self._withdrawn_page(), identity)  # its own place shows what counts alone
        elif kind in ELSEWHERE:
            self.goTo.emit(f"{ELSEWHERE[kind]}/{identity}", "")
        elif kind is DocumentType.RECTIFICATION_NOTICE:
            self._go_to(self.notice, identity)
        else:
            self._go_to(self.delivery if kind is DocumentType.DELIVERY else self.letter, identity)

    def _withdrawn_page(self) -> WithdrawnPaperPage:
        if self.withdrawn is None:
            self.withdrawn = WithdrawnPaperPage(self.worker)
            self.withdrawn.head.insertWidget(0, self._way_back(""))
            self.stack.addWidget(self.withdrawn)
        return self.withdrawn

    def _go_to(self, page: InspectionPage, identity: str) -> None:
        self._bring(page)
        if page.inspection_id != self.inspection_id:
            page.open(self.inspection_id)
        page.select(identity)

    def _failed(self, problem: Problem) -> None:
        self.banner.tell(say(problem))
