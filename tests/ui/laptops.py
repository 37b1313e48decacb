"""Two laptops before two people: each a worker on a workspace of its own, and its exchange pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import DeviceId
from inspector_app.domain.people import Role
from inspector_app.services.activities import Activities
from inspector_app.ui.pages.hand_over import HandOverPage
from inspector_app.ui.pages.home import HomePage
from inspector_app.ui.pages.laptops import LaptopsPage
from inspector_app.ui.worker import Worker
from tests.fakes import FakeClock, FixedRandomness, SequenceIds
from tests.services.bureau import CHEAP, WORDS

BUREAU = "青禾县医疗保障局"


@dataclass
class Laptop:
    """One laptop with the pages that take part in an exchange."""

    qtbot: QtBot
    worker: Worker
    name: str
    links: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def make(cls, qtbot: QtBot, folder: Path, clock: FakeClock, name: str, role: Role) -> Laptop:
        def build() -> Activities:
            made = build_activities(
                folder,
                clock=clock,
                ids=SequenceIds(f"{name}-"),
                randomness=FixedRandomness(name.encode()),
                cost=CHEAP,
            )
            made.workspace.create(
                bureau=BUREAU, name=name, certificate_number=f"T-{name}", passphrase=WORDS, role=role
            )
            made.workspace.accept_risk()
            made.desk.take_changes()
            return made

        laptop = cls(qtbot, Worker(build), name)
        laptop.worker.problem.connect(laptop.problems.append)
        laptop.home = laptop._page(HomePage)
        laptop.laptops = laptop._page(LaptopsPage)
        laptop.page = laptop._page(HandOverPage)
        return laptop

    home: Any = None
    laptops: Any = None
    page: Any = None

    def _page(self, kind: Any) -> Any:
        made = kind(self.worker)
        self.qtbot.addWidget(made)
        made.goTo.connect(lambda place, inspection: self.links.append((place, inspection)))
        made.show()
        return made

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: self.worker.idle)

    def do(self, work: Callable[[Activities], Any]) -> Any:
        found: list[Any] = []
        self.worker.run(work, found.append)
        self.rest()
        return found[0]

    @property
    def device(self) -> DeviceId:
        return DeviceId(self.do(lambda a: a.desk.device))

    def open(self, inspection: str) -> None:
        self.page.open(inspection)
        self.rest()

    def follow(self) -> None:
        """Go where the last link leads, as the window does."""
        place, inspection = self.links[-1]
        assert place.startswith("handover/")
        self.open(inspection)
        self.page.select(place.partition("/")[2])
        self.rest()

    def hand_over(self, inspection: str, folder: Path) -> Path:
        self.open(inspection)
        before = set(folder.glob("*.handover"))
        self.page.form.show_folder(folder)
        self.page.form.button.click()
        self.rest()
        (made,) = set(folder.glob("*.handover")) - before
        return made

    def take(self, path: Path) -> None:
        self.home.taking.take([path])
        self.rest()
