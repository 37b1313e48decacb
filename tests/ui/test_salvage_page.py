"""A damaged inspection in the window: found, explained, salvaged, read through and opened again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Stage
from inspector_app.services.activities import Activities
from inspector_app.storage.pages import Pages
from inspector_app.ui.inspection_view import InspectionView
from inspector_app.ui.pages.home import HomePage
from inspector_app.ui.pages.salvage import SalvagePage
from inspector_app.ui.wiring import inspection_places
from inspector_app.ui.worker import Worker
from tests import builders
from tests.commit_rule import CommitRule
from tests.storage.damaging import flip, flip_page


@pytest.fixture(autouse=True)
def many_lines_at_once(commit_rule: CommitRule) -> Iterator[None]:
    with commit_rule.while_merging():
        yield


def _damaged(activities: Activities) -> InspectionId:
    """Make an inspection and damage its first page and the last ones, behind the program's back."""
    made = activities.inspections.open(
        builders.institution(), bureau="青禾县医疗保障局", team=builders.team(), purpose="夜间在床核查"
    )
    store = activities.desk.inspection(made.id)
    for number in range(30):
        with store.intention("bed checked", activities.desk.author) as unit:
            unit.put(builders.bed_check(id=f"{number:032x}", bed=str(number), note="家属代答" * 400))
    activities.inspections.refresh_card(made.id)
    activities.desk.close_inspection(made.id)
    path = activities.desk.inspection_path(made.id)
    flip(path, 40, path.stat().st_size - 500, path.stat().st_size - 40_000)
    return made.id


@pytest.fixture
def damaged(do: Any) -> InspectionId:
    return do(_damaged)  # type: ignore[no-any-return]


def shown(qtbot: QtBot, worker: Worker, page: Any) -> Any:
    qtbot.addWidget(page)
    page.resize(1086, 700)
    page.show()
    qtbot.waitUntil(lambda: worker.idle)
    return page


def test_a_damaged_inspection_leads_to_the_safety_copies(
    qtbot: QtBot, worker: Worker, damaged: InspectionId
) -> None:
    page = shown(qtbot, worker, SalvagePage(worker))
    page.select(damaged)
    qtbot.waitUntil(lambda: worker.idle and page.copy_button.isVisible())
    with qtbot.waitSignal(page.goTo) as went:
        page.copy_button.click()
    assert went.args == [f"safety/{damaged}", ""]


def words_of(page: SalvagePage) -> str:
    return "\n".join(found.text() for found in page.findChildren(QLabel) if found.isVisible())


def test_entering_a_damaged_inspection_leads_to_its_page(
    qtbot: QtBot, worker: Worker, damaged: InspectionId, do: Any
) -> None:
    view = shown(qtbot, worker, InspectionView(worker, inspection_places()))
    with qtbot.waitSignal(view.goTo) as followed:
        view.open(damaged, "overview")
    assert followed.args == [f"salvage/{damaged}", ""]
    (card,) = do(lambda a: a.inspections.cards())
    assert card.stage is Stage.UNREADABLE


def test_home_shows_it_as_damaged_and_leads_to_its_page(
    qtbot: QtBot, worker: Worker, damaged: InspectionId, do: Any
) -> None:
    do(lambda a: a.salvage.standing(damaged))
    home = shown(qtbot, worker, HomePage(worker))
    home.refresh()
    qtbot.waitUntil(lambda: worker.idle)
    home.list.setFocus()
    with qtbot.waitSignal(home.goTo) as followed:
        qtbot.keyClick(home.list, Qt.Key.Key_Return)
    assert followed.args == [f"salvage/{damaged}", ""]


def test_the_page_explains_salvages_lists_keeps_and_opens(
    qtbot: QtBot, worker: Worker, damaged: InspectionId, do: Any, tmp_path: Path
) -> None:
    page = shown(qtbot, worker, SalvagePage(worker))
    page.select(damaged)
    qtbot.waitUntil(lambda: worker.idle)
    assert "damaged" in page.happened.text.text()
    assert page.safe.isVisible()
    assert not page.open_button.isVisible()
    with qtbot.waitSignal(worker.started):
        qtbot.mouseClick(page.salvage_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: worker.idle)
    assert not page.happened.isVisible()
    assert not page.salvage_button.isVisible()
    assert "Part of it is lost" in page.outcome.text()
    qtbot.waitUntil(lambda: "Kept" in words_of(page))  # shown when the layout has its turn
    assert "Lines of the history lost" in words_of(page)
    page.keep(tmp_path / "list.txt")
    qtbot.waitUntil(lambda: worker.idle)
    kept = (tmp_path / "list.txt").read_text(encoding="utf-8-sig")
    assert "青禾县仁安医院" in kept
    assert ".damaged-" in kept
    with qtbot.waitSignal(page.goTo) as followed:
        page.open_action.trigger()
    assert followed.args == ["overview", damaged]
    assert do(lambda a: a.inspections.cards())[0].stage is Stage.PREPARED


def test_a_salvaged_inspection_says_so_as_long_as_it_is_worked_on(
    qtbot: QtBot, worker: Worker, damaged: InspectionId, do: Any
) -> None:
    from inspector_app.domain.ports import Silent

    do(lambda a: a.salvage.salvage(damaged, Silent()))
    view = shown(qtbot, worker, InspectionView(worker, inspection_places()))
    view.open(damaged, "overview")
    qtbot.waitUntil(lambda: worker.idle)
    assert view.salvaged.isVisible()
    assert "not everything is here" in view.salvaged.text.text()
    with qtbot.waitSignal(view.goTo) as followed:
        qtbot.mouseClick(view.salvaged.button, Qt.MouseButton.LeftButton)
    assert followed.args == [f"salvage/{damaged}", ""]


def test_a_cancelled_salvage_can_be_begun_again(
    qtbot: QtBot, worker: Worker, damaged: InspectionId, do: Any
) -> None:
    page = shown(qtbot, worker, SalvagePage(worker))
    page.select(damaged)
    qtbot.waitUntil(lambda: worker.idle)
    worker.started.connect(lambda task: task.cancel())
    page.salvage_action.trigger()
    qtbot.waitUntil(lambda: worker.idle)
    assert page.salvage_button.isEnabled()
    assert page.happened.isVisible()
    assert do(lambda a: a.salvage.standing(damaged)).may_salvage


def test_damage_that_a_page_meets_later_leads_to_the_same_place(
    qtbot: QtBot, worker: Worker, do: Any
) -> None:
    made = do(_with_a_photograph)
    view = shown(qtbot, worker, InspectionView(worker, inspection_places()))
    view.open(made, "overview")
    qtbot.waitUntil(lambda: worker.idle)
    with qtbot.waitSignal(view.goTo) as followed:
        worker.run(lambda a: a.desk.inspection(made).blobs.read(a.desk.inspection(made).blobs.hashes()[0]))
    assert followed.args == [f"salvage/{made}", ""]


def _with_a_photograph(activities: Activities) -> InspectionId:
    made = activities.inspections.open(builders.institution(), bureau="局", team=builders.team())
    store = activities.desk.inspection(made.id)
    with store.intention("bytes kept", activities.desk.author) as unit:
        unit.publish(store.blobs.add([bytes(300_000)]))
    activities.desk.close_inspection(made.id)
    path = activities.desk.inspection_path(made.id)
    pages = Pages(path, activities.desk.inspection_key(made.id))
    overflow = [number for number in pages.numbers() if pages.first_byte(number) == 0]
    pages.close()
    flip_page(path, overflow[3])
    return made.id
