"""Salvaging and putting back beside the databases: other work goes on, the file is kept from everybody."""

from __future__ import annotations

import threading

import pytest

from inspector_app.domain.errors import Cancelled, NotAllowed
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.ports import Silent
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.inspections import InspectionService
from inspector_app.services.salvage import SalvageBegun, SalvageService, salvage_beside
from tests import builders
from tests.services.test_salvage import inspection, many_lines_at_once, salvages
from tests.storage.damaging import flip

__all__ = ["inspection", "many_lines_at_once", "salvages"]


@pytest.fixture
def begun(desk: Desk, salvages: SalvageService, inspection: InspectionId) -> SalvageBegun:
    flip(desk.inspection_path(inspection), 40)
    return salvages.begin(inspection)


def test_while_a_file_is_salvaged_on_another_thread_work_goes_on_elsewhere(
    desk: Desk, inspections: InspectionService, salvages: SalvageService, begun: SalvageBegun
) -> None:
    half_way, go_on = threading.Event(), threading.Event()
    found = []

    class Watched:
        def report(self, done: int, total: int | None) -> None:
            half_way.set()
            assert go_on.wait(20)

    thread = threading.Thread(target=lambda: found.append(salvage_beside(begun, Watched())))
    thread.start()
    assert half_way.wait(20)
    other = inspections.open(builders.institution(), bureau="局", team=builders.team()).id
    visit = inspections.open_visit(other)
    with pytest.raises(NotAllowed, match="is being salvaged"):
        inspections.visits(begun.inspection)
    go_on.set()
    thread.join(60)
    assert salvages.end(begun, found[0]).salvage.lines_kept == 23
    assert inspections.visits(other) == [visit]
    assert inspections.inspection(begun.inspection).id == begun.inspection


def test_cancelled_the_damaged_file_is_as_it_was_and_no_longer_withheld(
    desk: Desk, salvages: SalvageService, begun: SalvageBegun
) -> None:
    class Stop:
        def report(self, done: int, total: int | None) -> None:
            raise Cancelled(sentence("Cancelled. Nothing of it was kept."))

    before = begun.path.read_bytes()
    with pytest.raises(Cancelled):
        salvage_beside(begun, Stop())
    salvages.give_up(begun)
    assert [path.read_bytes() for path in begun.path.parent.iterdir()] == [before]
    assert salvages.salvage(begun.inspection, Silent()).salvage.lines_kept == 23


def test_a_desk_locked_meanwhile_leaves_everything_as_it_was(
    desk: Desk, salvages: SalvageService, begun: SalvageBegun
) -> None:
    before = begun.path.read_bytes()
    record = salvage_beside(begun, Silent())
    desk.lock()
    with pytest.raises(NotAllowed, match="Nothing was changed"):
        salvages.end(begun, record)
    assert [path.read_bytes() for path in begun.path.parent.iterdir()] == [before]
