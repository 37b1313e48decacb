"""The headcount as bars: wards by their in-bed rate, towns as the list's addresses name them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.services.headcount_pictures import towns
from inspector_app.ui.bar_picture import png_of
from inspector_app.ui.pages.ward_bars import WardBarsPage
from inspector_app.ui.widgets.waterfall import BarKind
from inspector_app.ui.worker import Worker
from tests.ui.bed_walk import Walk
from tests.ui.test_pages import idle, shown


@pytest.fixture
def walk(qtbot: QtBot, worker: Worker, tmp_path: Path) -> Walk:
    return Walk(qtbot, worker, tmp_path)


def test_walked_wards_and_towns_stand_as_bars_that_make_a_picture(
    qtbot: QtBot, worker: Worker, walk: Walk, do: Any
) -> None:
    walk.take_list()
    walk.press("8")
    page = shown(qtbot, worker, WardBarsPage(worker))
    page.open(walk.page.inspection_id)
    idle(qtbot, worker)
    (ward,) = page.bars.bars
    assert (ward.text, ward.kind) == ("0.0%  0/1", BarKind.TAKES)
    page.tabs.setCurrentIndex(1)
    listed = do(lambda a: a.rosters.listed(walk.page.inspection_id))
    assert sum(one.persons for one in towns(listed)) == len(listed)
    assert [bar.end for bar in page.bars.bars] == [one.persons for one in towns(listed)]
    picture = page._picture()
    assert picture is not None
    assert png_of(picture).startswith(b"\x89PNG")
    assert png_of(picture) == png_of(picture)
