"""A file with a known content, and ways to damage it as disks and sticks do."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.ids import DeviceId, PersonId
from inspector_app.domain.people import Author, Person
from inspector_app.domain.ports import Silent
from inspector_app.domain.salvage import Salvage
from inspector_app.storage.cipher import PAGE_SIZE
from inspector_app.storage.salvage import Target, salvage
from inspector_app.storage.setting_aside import fresh_beside
from inspector_app.storage.store import Store, open_store
from tests.fakes import FakeClock, SequenceIds

KEY = bytes(range(32))
HERE = Author(person=PersonId("p1"), device=DeviceId("d1"))
THERE = Author(person=PersonId("p2"), device=DeviceId("d2"))
LATER = FakeClock()
LATER.advance(86_400)


def opened(path: Path, prefix: str = "") -> Store:
    return open_store(path, KEY, clock=FakeClock(), ids=SequenceIds(prefix), file_kind="inspection")


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What stands in an undamaged file."""

    path: Path
    """With its log where there is one."""
    lines: frozenset[tuple[str, int]]
    hashes: frozenset[str]
    people: dict[str, Person]


def fill(store: Store, *, entries: int = 60, seed: int = 7) -> None:
    """Write people, some twice, by two laptops, with originals of one byte to three chunks."""
    rnd = random.Random(seed)  # noqa: S311 - chance that can be repeated
    for number in range(entries):
        author = THERE if number % 5 == 4 else HERE
        with store.intention("person entered", author) as unit:
            identity = PersonId(f"{number % (entries - 10):032x}")
            unit.put(Person(id=identity, name=f"第{number}人" + "甲" * rnd.randrange(900)))
            if number % 8 == 0:
                unit.publish(store.blobs.add([rnd.randbytes(rnd.choice((1, 30_000, 2_500_000)))]))


def truth(store: Store, path: Path) -> Truth:
    return Truth(
        path=path,
        lines=frozenset((line.device, line.sequence) for line in store.journal.lines()),
        hashes=frozenset(store.blobs.hashes()),
        people={one.id: one for one in store.all(Person)},
    )


def closed_file(folder: Path) -> Truth:
    """A file as the program leaves it."""
    store = opened(folder / "closed.db")
    fill(store)
    known = truth(store, folder / "closed.db")
    store.close()
    return known


def file_with_log(folder: Path) -> Truth:
    """A file as a killed program leaves it: the newest work stands in the log alone."""
    store = opened(folder / "source.db")
    fill(store)
    store.close()
    store = open_store(
        folder / "source.db", KEY, clock=FakeClock(), ids=SequenceIds("f"), file_kind="inspection"
    )
    fill(store, seed=8)
    for name in ("source.db", "source.db-wal"):
        shutil.copy(folder / name, folder / name.replace("source", "killed"))
    known = truth(store, folder / "killed.db")
    store.close()
    return known


def copied(known: Truth, folder: Path) -> Path:
    """Return a copy to damage."""
    target = folder / "damaged.db"
    for suffix in ("", "-wal"):
        origin = known.path.with_name(known.path.name + suffix)
        target.with_name(target.name + suffix).unlink(missing_ok=True)
        if origin.exists():
            shutil.copy(origin, target.with_name(target.name + suffix))
    return target


def flip(path: Path, *offsets: int) -> None:
    """Turn all bits of single bytes over."""
    with path.open("r+b") as file:
        for offset in offsets:
            file.seek(offset)
            byte = file.read(1)[0]
            file.seek(offset)
            file.write(bytes([byte ^ 0xFF]))


def flip_page(path: Path, *numbers: int) -> None:
    flip(path, *((number - 1) * PAGE_SIZE + 5000 for number in numbers))


def cut(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)


def salvaged(source: Path, author: Author = HERE) -> tuple[Salvage, Store]:
    """Salvage into a file beside it and open that."""
    target = Target(
        path=fresh_beside(source),
        key=KEY,
        clock=LATER,
        ids=SequenceIds("e"),
        file_kind="inspection",
    )
    record = salvage(source, KEY, target, author, "aside.db", Silent())
    return record, open_store(target.path, KEY, clock=LATER, ids=SequenceIds("c"), file_kind="inspection")
