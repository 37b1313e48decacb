"""Where the parts of the checklists page stand: facts on top, questions left, the answer right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget


def work_area(
    told: tuple[QWidget, QWidget],
    going: tuple[QWidget, QWidget],
    questions: QWidget,
    pane: QWidget,
    offer: QWidget,
    keys: QWidget,
) -> QWidget:
    """Put the parts of a checklist being filled together.

    ``told`` is how far it is and what was saved; ``going`` leads to what is unfinished and to what is sought.
    """
    (state, saved), (gaps, finder) = told, going
    facts = QHBoxLayout()
    facts.setContentsMargins(28, 4, 28, 4)
    facts.addWidget(state, 1)
    facts.addWidget(saved)
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(8, 12, 28, 20)
    column.setSpacing(16)
    column.addWidget(pane)
    column.addWidget(offer)
    column.addStretch()
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(right)
    body = QHBoxLayout()
    body.setContentsMargins(20, 0, 0, 0)
    body.setSpacing(16)
    left = QVBoxLayout()
    left.setSpacing(6)
    left.addWidget(finder)
    left.addWidget(questions, 1)
    body.addLayout(left, 3)
    body.addWidget(scroll, 2)
    work = QWidget()
    inner = QVBoxLayout(work)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(2)
    inner.addLayout(facts)
    inner.addWidget(gaps)
    inner.addLayout(body, 1)
    foot = QHBoxLayout()
    foot.setContentsMargins(20, 4, 28, 6)
    foot.addWidget(keys, 1)
    inner.addLayout(foot)
    return work
