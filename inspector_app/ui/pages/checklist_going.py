"""Going about in a checklist: to a section, to words that are looked for, to what is unfinished."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist import QuestionView
from inspector_app.domain.checklist_gaps import gaps_of
from inspector_app.domain.checklist_outline import OutlineSection, found_in, section_at, sections_of
from inspector_app.domain.filled_checklist import words_of
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.services.answer_history import AnswerChange, answer_history
from inspector_app.ui.models.questions import QuestionsModel
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.answer_pane import AnswerPane
from inspector_app.ui.widgets.gap_strip import GapStrip
from inspector_app.ui.widgets.question_finder import QuestionFinder


class ChecklistGoing(QObject):
    """Joins the line above the questions with the list; ``go`` leads to a row."""

    def __init__(
        self,
        page: Page,
        model: QuestionsModel,
        pane: AnswerPane,
        where: Callable[[], tuple[InspectionId, ChecklistRunId]],
        go: Callable[[int], object],
    ) -> None:
        super().__init__(page)
        self._page, self._model, self._pane, self._where, self._go = page, model, pane, where, go
        self.finder = QuestionFinder()
        self.gaps = GapStrip()
        self.gaps.wanted.connect(self._to_question)
        self._sections: tuple[OutlineSection, ...] = ()
        self.find_action = page.action(self.tr("Find in the questions"), self._find, "Ctrl+F")
        self.again_action = page.action(self.tr("Find the next one"), lambda: self._step(1), "F3")
        self.before_action = page.action(self.tr("Find the one before"), lambda: self._step(-1), "Shift+F3")
        self.section_action = page.action(self.tr("Go to a section"), self._offer_sections, "Ctrl+J")
        self.gaps_action = page.action(
            self.tr("What makes the checklist unfinished"), self.gaps.open, "Ctrl+Shift+J"
        )
        self.history_action = page.action(self.tr("History of this answer"), self._ask_history, "Ctrl+H")
        self.finder.sectionChosen.connect(self._to_section)
        self.finder.searched.connect(self._on_searched)
        self.finder.stepped.connect(self._step)
        self.finder.left.connect(self._leave)

    @property
    def widgets(self) -> tuple[GapStrip, QuestionFinder]:
        return self.gaps, self.finder

    def show(self) -> None:
        """Show the sections as the questions now are, and what is unfinished."""
        self.gaps.show_gaps(gaps_of(self._model.questions))
        self._sections = sections_of(self._model.questions)
        self.finder.show_sections(self._sections)
        self.show_place()

    def show_place(self) -> None:
        """Say in which section the question shown stands."""
        question = self._pane.question
        if question is not None and self._sections:
            self.finder.show_place(section_at(self._sections, self._model.rows, question.path))

    # Finding

    def _hits(self) -> list[int]:
        wanted = self.finder.line.text()
        return [row for row, one in enumerate(self._model.questions) if found_in(one, wanted)]

    @Slot(str)
    def _on_searched(self, _text: str) -> None:
        """Go to the first question found from here on; the keyboard stays in the line."""
        hits, here = self._hits(), self._row()
        place = next((at for at, row in enumerate(hits) if row >= here), 0)
        self._show_hit(hits, place)

    @Slot(int)
    def _step(self, by: int) -> None:
        hits, here = self._hits(), self._row()
        if not self.finder.line.text().strip():
            self._find()
        elif hits:
            after = [at for at, row in enumerate(hits) if (row > here if by > 0 else row < here)]
            around = 0 if by > 0 else len(hits) - 1
            self._show_hit(hits, (after[0] if by > 0 else after[-1]) if after else around)

    def _show_hit(self, hits: list[int], place: int) -> None:
        self.finder.show_hits(place + 1, len(hits))
        if hits:
            self._go(hits[place])

    def _row(self) -> int:
        question = self._pane.question
        return self._model.row_of(question.path) if question is not None else 0

    def _find(self) -> None:
        self.finder.line.setFocus()
        self.finder.line.selectAll()

    @Slot()
    def _leave(self) -> None:
        self._pane.take_focus()

    # Sections

    def _offer_sections(self) -> None:
        if self.finder.sections.isVisible():
            self.finder.sections.setFocus()
            self.finder.sections.showPopup()

    @Slot(str)
    def _to_section(self, path: str) -> None:
        """Go to the first question of a section, not to its heading."""
        row = self._model.row_of(path)
        question = self._model.question(row)
        while question is not None and not question.kind.is_answerable and row + 1 < self._model.rowCount():
            row += 1
            question = self._model.question(row)
        self._go(row)
        self._pane.take_focus()

    @Slot(str)
    def _to_question(self, path: str) -> None:
        self._pane.commit()
        self._go(self._model.row_of(path))
        self._pane.take_focus()

    # History

    def _ask_history(self) -> None:
        question, (here, run) = self._pane.question, self._where()
        if question is not None and run:
            path = question.path
            self._page.worker.run(
                lambda a: (path, answer_history(a.desk, here, run, path)), self._tell_history
            )

    @Slot(object)
    def _tell_history(self, found: tuple[str, tuple[AnswerChange, ...]]) -> None:
        path, changes = found
        question = self._pane.question
        if question is not None and question.path == path:
            lines = [self._line(question, change) for change in changes]
            self._pane.tell(lines or [self.tr("Nothing was answered here yet.")])

    def _line(self, question: QuestionView, change: AnswerChange) -> str:
        at = f"{change.at.astimezone(BEIJING):%m-%d %H:%M:%S}"
        value = words_of(question, change.value)
        if change.exempt:
            value = self.tr("does not apply: {reason}").format(reason=change.exempt)
        parts = [at, change.person, value or self.tr("(taken back)")]
        if change.remark:
            parts.append(self.tr("remark: {text}").format(text=change.remark))
        return "  ".join(part for part in parts if part)
