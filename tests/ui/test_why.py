"""Why, asked at a question of a checklist by one key."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.test_checklists_page import Screen, screen, ward

__all__ = ["screen", "ward"]


def test_one_key_says_why_and_what_a_change_touches_until_the_question_changes(ward: Screen) -> None:
    ward.key(Qt.Key.Key_F7)
    said = ward.page.pane.why.text()
    assert "Must always be answered." in said
    assert ward.page.pane.why.isVisible()
    ward.go("/data/counts/his_in")
    assert not ward.page.pane.why.isVisible()
    ward.key(Qt.Key.Key_F7)
    assert "A change here touches:" in ward.page.pane.why.text()
