"""Templates in the window: looked at with invented content, replaced by a file, given back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.domain.document import DocumentType
from inspector_app.services.templates import TemplateLine
from inspector_app.system.template_files import SHIPPED
from inspector_app.ui.models.templates import SOURCE, VERSION, TemplatesModel
from inspector_app.ui.pages.templates import TemplatesPage
from inspector_app.ui.worker import Worker


@pytest.fixture
def page(qtbot: QtBot, worker: Worker) -> TemplatesPage:
    page = TemplatesPage(worker)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.refresh()
    settle(qtbot, page)
    page.table.selectRow(page.model.row_of(DocumentType.DELIVERY))
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: TemplatesPage) -> None:
    qtbot.waitUntil(lambda: page.worker.idle, timeout=20000)


def own(folder: Path, old: str, new: str) -> Path:
    text = (SHIPPED / "delivery.toml").read_text(encoding="utf-8")
    file = folder / "our words.toml"
    text = text.replace('version = "', 'version = "our ', 1)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def shown(page: TemplatesPage, column: int) -> str:
    return str(page.model.index(page.table.currentIndex().row(), column).data())


def test_the_rows_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = TemplatesModel()
    line = TemplateLine(type=DocumentType.RECORD, title="现场检查笔录", version="1", is_own=False)
    model.show_rows([line])
    qtmodeltester.check(model)


def test_the_chosen_template_is_seen_with_its_fields_and_source(page: TemplatesPage) -> None:
    assert page.paper.document.pageCount() > 0
    assert "{recipient}" in page.names.text()
    assert shown(page, SOURCE) == "shipped"
    assert page.back.isHidden()


def test_a_bureaus_file_is_looked_at_used_and_given_back(
    page: TemplatesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.look_at(own(tmp_path, "送达地点", "送达处所"))
    settle(qtbot, page)
    assert "Nothing is replaced yet" in page.asking.text()
    assert shown(page, SOURCE) == "shipped"
    qtbot.mouseClick(page.use, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert shown(page, SOURCE) == "the bureau's own"
    assert shown(page, VERSION).startswith("our ")
    assert page.use.isHidden()
    assert page.back.isVisible()
    page.back_action.trigger()
    settle(qtbot, page)
    assert shown(page, SOURCE) == "shipped"


def test_a_field_that_does_not_exist_is_told_with_its_line_and_nothing_changes(
    page: TemplatesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = own(tmp_path, "{recipient}", "{recipiant}")
    lines = file.read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if "{recipiant}" in text)
    page.look_at(file)
    settle(qtbot, page)
    assert f"in line {line} the field recipiant" in page.fault.text()
    assert page.use.isHidden()
    assert shown(page, SOURCE) == "shipped"


def test_an_own_file_that_became_unusable_is_told_and_can_be_given_back(
    page: TemplatesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.look_at(own(tmp_path, "送达地点", "送达处所"))
    settle(qtbot, page)
    qtbot.mouseClick(page.use, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    (kept,) = tmp_path.rglob("templates/delivery.toml")
    kept.write_text("version = ", encoding="utf-8")
    page.worker.run(lambda a: a.templates._templates._read.clear())
    page.refresh()
    settle(qtbot, page)
    assert shown(page, VERSION) == "cannot be used"
    assert "delivery.toml cannot be used" in page.fault.text()
    page.back_action.trigger()
    settle(qtbot, page)
    assert shown(page, SOURCE) == "shipped"
    assert page.fault.isHidden()


def test_the_template_in_force_is_written_to_be_changed(
    page: TemplatesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.write_to(tmp_path / "delivery.toml")
    settle(qtbot, page)
    assert (tmp_path / "delivery.toml").read_bytes() == (SHIPPED / "delivery.toml").read_bytes()
    assert "delivery.toml was written" in page.banner.text.text()
