"""Opening without touching, and damage that SQLite itself passes over."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.domain.errors import DamagedFile, EnvironmentProblem
from inspector_app.domain.people import Person
from inspector_app.storage.cipher import PAGE_SIZE
from inspector_app.storage.log_check import loses_confirmed_work
from inspector_app.storage.store import reading_store
from tests.fakes import FakeClock, SequenceIds
from tests.storage.damaging import KEY, Truth, closed_file, copied, cut, file_with_log, flip, opened

FRAME = 24 + PAGE_SIZE


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    return closed_file(tmp_path_factory.mktemp("closed"))


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    return file_with_log(tmp_path_factory.mktemp("killed"))


@pytest.mark.parametrize("which", ["closed", "killed"])
def test_reading_sees_all_and_changes_no_byte(
    which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    known = request.getfixturevalue(which)
    path = copied(known, tmp_path)
    before = {found.name: found.read_bytes() for found in tmp_path.iterdir()}
    with reading_store(path, KEY, clock=FakeClock(), ids=SequenceIds()) as store:
        assert {one.id: one for one in store.all(Person)} == known.people
        assert store.journal.count() == len(known.lines)
    assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == before


def test_reading_does_not_make_a_file_that_is_missing(tmp_path: Path) -> None:
    with (
        pytest.raises(EnvironmentProblem, match="is not there"),
        reading_store(tmp_path / "none.db", KEY, clock=FakeClock(), ids=SequenceIds()),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("offset", [2, 17, 32 + 9, 32 + 600, 32 + 3 * FRAME + 5, 32 + 3 * FRAME + 9_000])
def test_a_log_with_damage_before_confirmed_work_is_refused_and_left(
    offset: int, killed: Truth, tmp_path: Path
) -> None:
    path = copied(killed, tmp_path)
    log = path.with_name(path.name + "-wal")
    flip(log, offset)
    before = (path.read_bytes(), log.read_bytes())
    with pytest.raises(DamagedFile, match="salvage the file"):
        opened(path)
    assert (path.read_bytes(), log.read_bytes()) == before


def test_a_log_that_a_crash_cut_short_is_no_damage(killed: Truth, tmp_path: Path) -> None:
    path = copied(killed, tmp_path)
    log = path.with_name(path.name + "-wal")
    assert not loses_confirmed_work(path)
    cut(log, log.stat().st_size - 100)
    assert not loses_confirmed_work(path)
    opened(path).close()
