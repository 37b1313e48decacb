"""A piece is set aside with a reason in its panel, is shown struck, and can be remarked on."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt

from inspector_app.domain.evidence import TargetKind
from tests.ui.test_evidence_page import Screen, photo, screen  # noqa: F401 - a fixture


def test_a_reason_sets_a_piece_aside_and_none_takes_it_back(screen: Screen) -> None:  # noqa: F811
    first, second = screen.take_in(photo("a.jpg", 90), photo("b.jpg", 91))
    page = screen.page
    page.details.resize(360, 700)
    page.details.show()
    screen.choose(page.model.row_of(second.id))
    page.aside_action.trigger()
    assert page.details.shown == second
    screen.qtbot.keyClicks(page.details.aside, "wrong ward")
    page.details.aside.editingFinished.emit()
    screen.settle()
    assert screen.do(lambda a: a.evidence.evidence(screen.here, second.id)).set_aside == "wrong ward"
    assert not screen.do(lambda a: a.evidence.evidence(screen.here, first.id)).set_aside
    assert page.details.is_aside.text() == "Set aside: wrong ward"
    assert page.model.total == 2
    if folder := os.environ.get("PICTURES"):
        page.grab().save(str(Path(folder) / "aside.png"))
        page.details.grab().save(str(Path(folder) / "aside-details.png"))
    page.details.aside.setFocus()
    page.details.aside.selectAll()
    screen.qtbot.keyClick(page.details.aside, Qt.Key.Key_Delete)
    page.details.aside.editingFinished.emit()
    screen.settle()
    assert not screen.do(lambda a: a.evidence.evidence(screen.here, second.id)).set_aside
    assert page.details.is_aside.isHidden()


def test_a_remark_on_the_evidence_page_is_about_the_selected_piece(screen: Screen) -> None:  # noqa: F811
    (piece,) = screen.take_in(photo("a.jpg", 90))
    screen.choose(0)
    subject = screen.page.remark_target()
    assert subject is not None
    assert (subject.kind, subject.id, subject.label) == (TargetKind.EVIDENCE, piece.id, piece.number)
    assert screen.page.target() is None, "evidence is not bound to evidence"
