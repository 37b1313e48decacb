"""Rows of the hand-over: writing a package and taking it in, against copying the same bytes."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from pathlib import Path

from inspector_app.app import build_activities
from inspector_app.domain.exchange import PackageKind
from inspector_app.domain.people import Role
from inspector_app.domain.ports import Silent
from inspector_app.services.activities import Activities
from inspector_app.services.handing_over import HandedOver, write_hand_over
from inspector_app.services.receiving import check_announced
from inspector_app.system.wrapping import Cost
from tests import builders
from tests.benches.rows import Row, milliseconds

PHOTOGRAPHS = int(os.environ.get("BENCH_PHOTOGRAPHS", "100"))
"""A thousand take minutes and 13 GB of disk; time and floor grow alike with the count."""
PHOTOGRAPH = 3_200_000
_CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
_WORDS = "a walk through wards"


def packages() -> list[Row]:
    """Photographs to another laptop: packed, checked and taken in; each once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        giver = _laptop(folder / "giver", "林知远", Role.INSPECTOR)
        taker = _laptop(folder / "taker", "何清越", Role.LEAD)
        for one, other in ((giver, taker), (taker, giver)):
            card = other.cards.own()
            one.cards.introduce(card, card.fingerprint)
        opened = giver.inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=())
        store = giver.desk.inspection(opened.id)
        base = secrets.token_bytes(PHOTOGRAPH)
        for number in range(PHOTOGRAPHS):
            with store.intention("evidence taken in", giver.desk.author) as unit:
                unit.publish(store.blobs.add([number.to_bytes(8) + base[8:]]))
        stick = folder / "stick"
        stick.mkdir()
        done: list[HandedOver] = []

        def pack() -> None:
            plan = giver.handing_over.plan(opened.id, taker.desk.device, stick, PackageKind.FULL)
            done.append(write_hand_over(plan, Silent()))
            giver.handing_over.record(done[-1])

        def take() -> None:
            announced = check_announced(taker.receiving.announce(done[-1].package.path), Silent())
            taker.receiving.take(announced, Silent())

        packed = milliseconds(pack)
        floor = milliseconds(lambda: _copy(done[-1].package.files, folder / "floor"))
        taken = milliseconds(take)
        for one in (giver, taker):
            one.workspace.lock()
    return [
        _row(f"a package of {PHOTOGRAPHS:,} photographs", packed, floor, "deciphered once, enveloped once"),
        _row(f"taking in {PHOTOGRAPHS:,} photographs", taken, floor, "read twice, opened, enciphered"),
    ]


def _laptop(folder: Path, name: str, role: Role) -> Activities:
    activities = build_activities(folder, cost=_CHEAP)
    activities.workspace.create(
        bureau="青禾县医疗保障局", name=name, certificate_number=name, passphrase=_WORDS, role=role
    )
    activities.workspace.accept_risk()
    return activities


def _copy(files: tuple[Path, ...], target: Path) -> None:
    target.mkdir()
    for path in files:
        with path.open("rb") as source, (target / path.name).open("wb") as file:
            shutil.copyfileobj(source, file, 1 << 20)
            file.flush()
            os.fsync(file.fileno())


def _row(name: str, ours: float, floor: float, note: str) -> Row:
    return Row(
        name=name,
        ours=ours / 1000,
        floor=floor / 1000,
        floor_name="copying the package's files and flushing them",
        goal="none set",
        note=note,
        unit="s",
    )
