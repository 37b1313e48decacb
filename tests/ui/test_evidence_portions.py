"""A gallery that comes in portions: the list grows at both ends, and what is selected stays so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from pytestqt.qtbot import QtBot

from inspector_app.domain.evidence import IntakeWay
from inspector_app.services.evidence import Gallery
from inspector_app.services.intake import Source
from inspector_app.ui.models.evidence import EvidenceModel, Filter
from inspector_app.ui.pages import evidence as evidence_page
from inspector_app.ui.worker import Worker
from tests import pictures
from tests.services.test_evidence_shelf import piece
from tests.ui.test_evidence_page import Screen


class Told:
    """What a model tells its views."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.inserted: list[tuple[int, int]] = []
        self.resets = 0
        self.changed: list[int] = []
        model.rowsInserted.connect(self._on_inserted)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(lambda first, _last, _roles: self.changed.append(first.row()))

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.inserted.append((first, last))

    def _on_reset(self) -> None:
        self.resets += 1


def numbers(model: EvidenceModel) -> list[int]:
    return [model.evidence(row).running_number for row in range(model.rowCount())]


def test_the_list_grows_at_both_ends_without_a_reset(qtmodeltester: Any) -> None:
    model = EvidenceModel()
    qtmodeltester.check(model)
    many = [piece(number) for number in range(1, 11)]
    model.show_gallery(Gallery(evidence=many[5:9], is_whole=False))
    told = Told(model)
    model.show_gallery(Gallery(evidence=many[2:10], is_whole=False))
    assert told.inserted == [(0, 0), (5, 7)]
    described = replace(many[4], caption="described")
    model.show_gallery(Gallery(evidence=[*many[:4], described, *many[5:]]))
    assert told.inserted[2:] == [(8, 9)]
    assert told.changed == [5]
    assert told.resets == 0
    assert numbers(model) == list(range(10, 0, -1))
    assert model.row_of(piece(1).id) == 9


def test_what_is_no_longer_the_same_row_of_pieces_is_arranged_anew() -> None:
    model = EvidenceModel()
    many = [piece(number) for number in range(1, 6)]
    model.show_gallery(Gallery(evidence=many))
    told = Told(model)
    model.show_gallery(Gallery(evidence=[many[0], *many[2:]]))
    assert told.resets == 1
    model.show_only("", Filter.NOT_CITED)
    model.show_gallery(Gallery(evidence=many))
    assert told.resets == 3
    assert numbers(model) == [5, 4, 3, 2, 1]


def test_the_page_shows_the_newest_first_and_goes_on_by_itself(
    qtbot: QtBot, worker: Worker, do: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_page, "_PORTION", 2)
    monkeypatch.setattr(evidence_page, "_REST", 2)
    screen = Screen(qtbot, worker, do)
    screen.take_in(
        *(
            Source(name=f"{number}.jpg", way=IntakeWay.FILE, data=pictures.photograph(width=60 + number))
            for number in range(5)
        )
    )
    again = evidence_page.EvidencePage(worker, cameras=lambda _parent: [])
    qtbot.addWidget(again)
    do(lambda a: a.evidence._shelves.clear())
    told = Told(again.model)
    again.open(screen.here)
    qtbot.waitUntil(lambda: worker.idle)
    assert numbers(again.model) == [5, 4, 3, 2, 1]
    assert told.inserted == [(2, 3), (4, 4)]
    assert again.grid.currentIndex().row() == 0, "what was selected first stays selected"
    assert again.group.isEnabled()
