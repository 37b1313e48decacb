"""Lines that were read ahead of a merge leave the same state as lines that are read inside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.domain.chain import hash_of
from inspector_app.domain.ids import DeviceId, PersonId
from inspector_app.domain.journal import Line
from inspector_app.domain.people import Author, Person
from inspector_app.domain.ports import finish
from inspector_app.services.package_check import check_lines
from inspector_app.storage import merging
from inspector_app.storage.merging import read_line
from inspector_app.storage.store import Store, Unit, open_store
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock, SequenceIds

HERE = Author(person=PersonId("p1"), device=DeviceId("d1"))
THERE = Author(person=PersonId("p2"), device=DeviceId("d2"))
COUNT = 450


def opened(path: Path) -> Store:
    return open_store(
        path, bytes(range(32)), clock=FakeClock(), ids=SequenceIds(prefix=path.stem), file_kind="inspection"
    )


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    with closing(opened(tmp_path / "here.db")) as store:
        yield store


@pytest.fixture
def lines(tmp_path: Path) -> list[Line]:
    """What another laptop wrote: persons entered, changed and removed."""
    with closing(opened(tmp_path / "there.db")) as store:
        for number in range(COUNT):
            with store.intention("edited", THERE) as unit:
                if number % 7 == 6:
                    unit.remove(Person, str(number - 1))
                else:
                    unit.put(Person(id=PersonId(str(number % 200)), name=f"韩知秋{number}"))
        return list(store.journal.lines())


def said(what: str) -> Unit:
    unit = Unit()
    unit.put(Person(id=PersonId("said"), name=what))
    return unit


def test_lines_read_ahead_leave_what_lines_read_inside_the_merge_leave(
    here: Store, tmp_path: Path, lines: list[Line], commit_rule: CommitRule
) -> None:
    with closing(opened(tmp_path / "inside.db")) as inside:
        with commit_rule.while_merging():
            assert here.take_over(map(read_line, lines), (), said("x"), "taken", HERE) == COUNT
            assert here.take_over(map(read_line, lines), (), said("x"), "taken", HERE) == 0
            assert inside.merge(lines) == COUNT
        assert [row for row in here.shown() if row[1] != "said"] == inside.shown()
        assert here.check() == []


def test_what_a_line_says_is_not_read_again_inside_the_transaction(
    here: Store, lines: list[Line], commit_rule: CommitRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = [read_line(line) for line in lines]
    hashed: list[Line] = []
    monkeypatch.setattr(merging, "hash_of", lambda line: hashed.append(line) or hash_of(line))
    with commit_rule.while_merging():
        here.take_over(read, (), said("x"), "taken", HERE)
    assert hashed == []


def test_a_chain_with_a_place_left_out_is_refused_whole_when_it_was_read_ahead(
    here: Store, lines: list[Line]
) -> None:
    read = [read_line(line) for line in lines]
    with pytest.raises(ValueError, match="does not continue the chain"):
        here.take_over([*read[:100], *read[101:]], (), said("x"), "taken", HERE)
    assert (here.journal.count(), here.shown()) == (0, [])


def test_a_line_that_does_not_fit_its_hash_is_not_read(lines: list[Line]) -> None:
    forged = replace(lines[3], body=lines[3].body.replace("韩", "寒"))
    with pytest.raises(ValueError, match="another hash"):
        read_line(forged)


def test_many_lines_are_read_in_pieces(lines: list[Line]) -> None:
    assert len(list(check_lines(lines))) >= 2
    assert [read.line for read in finish(check_lines(lines))] == lines
