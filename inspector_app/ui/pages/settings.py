"""Settings: appearance, language, auto-lock; and what is in force: packs and number blocks."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.packs import PackLabel
from inspector_app.domain.wording import Sentence
from inspector_app.services.preferences import Preferences, PreferenceService
from inspector_app.ui.language import LANGUAGES, say
from inspector_app.ui.pages.number_blocks import NumberBlocks
from inspector_app.ui.pages.number_register import NumberRegisterView
from inspector_app.ui.pages.page import Page
from inspector_app.ui.pages.time_stamp_authority import TimeStampAuthority
from inspector_app.ui.widgets.form import Form, choose
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker

_NARROW = 1100
"""Pixels."""
AUTO_LOCK_MINUTES = (0, 2, 5, 10, 20, 30)


class SettingsPage(Page):
    """What a person prefers on this laptop; every choice holds at once."""

    preferred = Signal(object)
    """The new ``Preferences``."""

    def __init__(
        self,
        worker: Worker,
        preferences: PreferenceService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(worker, parent)
        self._preferences = preferences
        self.appearance = QComboBox()
        for key, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.appearance.addItem(text, key)
        self.language = QComboBox()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.auto_lock = QComboBox()
        for minutes in AUTO_LOCK_MINUTES:
            text = self.tr("after {minutes} minutes").format(minutes=minutes) if minutes else self.tr("never")
            self.auto_lock.addItem(text, minutes)
        form = Form(columns=1)
        form.add(self.tr("Appearance"), self.appearance)
        form.add(self.tr("Language"), self.language)
        form.add(
            self.tr("Lock by itself"),
            self.auto_lock,
            self.tr("Counted from the last key, click or touch. Ctrl+L locks at once."),
        )
        form.setFixedWidth(360)
        for box in (self.appearance, self.language, self.auto_lock):
            box.activated.connect(self._prefer)

        self.packs = QGridLayout()
        self.packs.setHorizontalSpacing(28)
        self.packs.setVerticalSpacing(8)
        self.problems = label("", "error", wrap=True)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(label(self.tr("Packs in force"), "caption"))
        right.addWidget(
            label(
                self.tr(
                    "Law, local rules, holidays and categories. A file with a higher version in the "
                    "workspace's packs folder replaces the one that came with the program."
                ),
                "muted",
                wrap=True,
            )
        )
        right.addLayout(self.packs)
        right.addWidget(self.problems)
        right.addSpacing(16)
        right.addWidget(label(self.tr("Document templates"), "caption"))
        words = self.tr(
            "The words of records, letters and lists; a bureau's own take the place of the shipped."
        )
        right.addWidget(label(words, "muted", wrap=True))
        self.templates = QPushButton(self.tr("Look at the templates…"))
        self.templates.clicked.connect(lambda: self.goTo.emit("templates", ""))
        right.addWidget(self.templates, 0, Qt.AlignmentFlag.AlignLeft)
        self.library = QPushButton(self.tr("Checklist library…"))
        self.library.clicked.connect(lambda: self.goTo.emit("library", ""))
        right.addSpacing(16)
        right.addWidget(label(self.tr("Checklists"), "caption"))
        right.addWidget(self.library, 0, Qt.AlignmentFlag.AlignLeft)
        self.stamps = TimeStampAuthority(worker)
        right.addSpacing(16)
        right.addWidget(self.stamps)
        self.blocks = NumberBlocks(worker)
        right.addSpacing(16)
        right.addWidget(self.blocks)
        self.register = NumberRegisterView(worker)
        right.addSpacing(16)
        right.addWidget(self.register)
        right.addStretch()
        content = QWidget()
        across = self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        across.setContentsMargins(28, 12, 28, 20)
        across.setSpacing(56)
        across.addWidget(form, alignment=Qt.AlignmentFlag.AlignTop)
        across.addLayout(right, 1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        self._leads_to_numbers = False
        area.verticalScrollBar().rangeChanged.connect(self._show_numbers)
        title = label(self.tr("Settings"), "title")
        title.setContentsMargins(28, 22, 28, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(title)
        layout.addWidget(area, 1)
        self.setFocusProxy(self.appearance)
        self._leads_to_numbers = False
        self._show_preferences(preferences.now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is in force beneath the preferences where there is no room beside them."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)
        self._sides.setSpacing(24 if is_narrow else 56)

    def select(self, identity: str) -> None:
        """``numbers`` leads to the blocks of official numbers."""
        if identity == "numbers":
            self.setFocusProxy(self.blocks.first if self.blocks.body.text() else self.blocks.body)
            self._leads_to_numbers = True
            QTimer.singleShot(0, self, self._show_numbers)

    @Slot()
    def _show_numbers(self) -> None:
        """Bring the blocks into sight; what stands above them comes in later and moves them."""
        if self._leads_to_numbers:
            self._area.ensureWidgetVisible(self.blocks)

    def refresh(self) -> None:
        self.setFocusProxy(self.appearance)
        self._show_preferences(self._preferences.now)
        self.worker.run(lambda a: (a.packs.versions(), a.packs.problems()), self._show_packs)
        self.stamps.refresh()
        self.blocks.refresh()
        self.register.refresh()

    def _show_preferences(self, preferences: Preferences) -> None:
        choose(self.appearance, preferences.appearance)
        choose(self.language, preferences.language)
        choose(self.auto_lock, preferences.auto_lock_minutes)

    @Slot(object)
    def _show_packs(self, found: tuple[tuple[PackLabel, ...], tuple[Sentence, ...]]) -> None:
        labels, problems = found
        while (item := self.packs.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, pack in enumerate(labels):
            self.packs.addWidget(label(pack.title or str(pack)), row, 0)
            self.packs.addWidget(label(f"{pack.kind}-{pack.id}", "muted"), row, 1)
            self.packs.addWidget(label(pack.version_text), row, 2)
        self.packs.setColumnStretch(0, 1)
        self.problems.setText("\n".join(say(problem) for problem in problems))
        self.problems.setVisible(bool(problems))

    @Slot()
    def _prefer(self) -> None:
        now = self._preferences.change(
            appearance=self.appearance.currentData(),
            language=self.language.currentData(),
            auto_lock_minutes=self.auto_lock.currentData(),
        )
        self.preferred.emit(now)
