"""What is looked at before the team leaves the office: each point is good, or a sentence says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.document import DocumentType
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.services.copy_age import copy_age
from inspector_app.services.desk import Desk
from inspector_app.services.numbers import NumberService
from inspector_app.services.packs import PackService
from inspector_app.services.standing import standing
from inspector_app.services.workspace import WorkspaceService
from inspector_app.system.battery import Battery, battery

ENOUGH_PHOTOGRAPHS = 500
ENOUGH_NUMBERS = 3
ENOUGH_CHARGE = 60
LONGEST_TERM = timedelta(days=60)
"""Deadlines of notices reach this far; the holiday schedule has to as well."""
CERTIFICATE_ENDS = timedelta(days=30)


class Point(StrEnum):
    """What is looked at, in the order of the page."""

    CLOCK = "clock"
    ROOM = "room"
    CAMERA = "camera"
    PRINTER = "printer"
    NUMBERS = "numbers"
    PACKS = "packs"
    HOLIDAYS = "holidays"
    PEOPLE = "people"
    LEAD = "lead"
    CERTIFICATES = "certificates"
    RECOVERY = "recovery"
    COPY = "copy"
    BATTERY = "battery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One point as it stands; ``place`` is where it is mended."""

    point: Point
    is_good: bool
    words: Sentence
    place: str = ""


class DepartureService:
    """Reads what the laptop itself can tell; camera and printer are the window's to look for."""

    def __init__(
        self,
        desk: Desk,
        *,
        workspace: WorkspaceService,
        numbers: NumberService,
        packs: PackService,
        power: Callable[[], Battery | None] = battery,
    ) -> None:
        self._desk = desk
        self._workspace = workspace
        self._numbers = numbers
        self._packs = packs
        self._power = power

    def looks(self) -> tuple[Look, ...]:
        """Look at everything once, in the order of the page."""
        return tuple(self._all())

    def test_page(self) -> bytes:
        """Return a page that shows whether a printer is fit for notices."""
        from inspector_app.documents.inside_sheets import test_page

        now = self._desk.clock.now().astimezone(BEIJING)
        return test_page(f"{self._workspace.profile().bureau}　{now:%Y-%m-%d %H:%M}")

    def _all(self) -> Iterator[Look]:
        yield self._clock()
        yield self._room()
        yield self._numbers_left()
        yield self._pack_versions()
        yield self._holidays()
        yield from self._people()
        yield self._certificates()
        yield self._recovery()
        yield self._copy()
        yield from self._charge()

    def _clock(self) -> Look:
        now = self._desk.clock.now()
        latest = self._desk.workspace.journal.latest()
        if latest is not None and latest.at > now + timedelta(minutes=1):
            words = sentence(
                "The clock stands before the last entry of {time}. Set it by a telephone before you go.",
                time=f"{latest.at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
            )
            return Look(point=Point.CLOCK, is_good=False, words=words)
        words = sentence(
            "Clock: {time} Beijing time. Compare it with a telephone; the visit asks again.",
            time=f"{now.astimezone(BEIJING):%Y-%m-%d %H:%M}",
        )
        return Look(point=Point.CLOCK, is_good=True, words=words)

    def _room(self) -> Look:
        count = standing(self._desk, None).photographs_left
        if count >= ENOUGH_PHOTOGRAPHS:
            return Look(
                point=Point.ROOM, is_good=True, words=sentence("Room for {count} photographs.", count=count)
            )
        words = counted(
            count,
            sentence(
                "Room for one photograph only. Free some space; a night takes up to {wanted}.",
                wanted=ENOUGH_PHOTOGRAPHS,
            ),
            sentence(
                "Room for {count} photographs only. Free some space; a night takes up to {wanted}.",
                count=count,
                wanted=ENOUGH_PHOTOGRAPHS,
            ),
        )
        return Look(point=Point.ROOM, is_good=False, words=words)

    def _numbers_left(self) -> Look:
        year = self._desk.clock.now().astimezone(BEIJING).year
        left = sum(
            view.left
            for view in self._numbers.blocks()
            if view.block.type is DocumentType.RECTIFICATION_NOTICE and view.block.year == year
        )
        if left >= ENOUGH_NUMBERS:
            words = sentence("{count} numbers for notices of {year}.", count=left, year=year)
        elif left:
            words = counted(
                left,
                sentence(
                    "Only one number for notices of {year} is left. Ask the bureau for a block.", year=year
                ),
                sentence(
                    "Only {count} numbers for notices of {year} are left. Ask the bureau for a block.",
                    count=left,
                    year=year,
                ),
            )
        else:
            words = sentence(
                "No number for notices of {year} is left: notices will carry draft numbers. "
                "Ask the bureau for a block.",
                year=year,
            )
        return Look(point=Point.NUMBERS, is_good=left >= ENOUGH_NUMBERS, words=words, place="settings")

    def _pack_versions(self) -> Look:
        problems = self._packs.problems()
        if problems:
            return Look(point=Point.PACKS, is_good=False, words=problems[0], place="settings")
        region = self._packs.region()
        named = " · ".join(
            f"{pack.title} {pack.version_text}" for pack in self._packs.versions_for(region.label.id)
        )
        if not region.verified:
            words = sentence("The bureau has not confirmed the region's rules yet: {packs}", packs=named)
            return Look(point=Point.PACKS, is_good=False, words=words, place="settings")
        return Look(
            point=Point.PACKS, is_good=True, words=sentence("Rules: {packs}", packs=named), place="settings"
        )

    def _holidays(self) -> Look:
        last = (self._desk.clock.now().astimezone(BEIJING) + LONGEST_TERM).year
        region = self._packs.region()
        if self._packs.holidays(region.holidays).knows(last):
            return Look(
                point=Point.HOLIDAYS, is_good=True, words=sentence("Holidays known up to {year}.", year=last)
            )
        words = sentence(
            "The holidays of {year} are not known: deadlines in working days that reach into it cannot be "
            "worked out. Bring a newer pack in.",
            year=last,
        )
        return Look(point=Point.HOLIDAYS, is_good=False, words=words, place="settings")

    def _people(self) -> Iterator[Look]:
        people = self._workspace.people()
        inspectors = [person for person in people if person.certificate_number]
        words = (
            sentence(
                "{count} people with a certificate number can work on this laptop.", count=len(inspectors)
            )
            if len(inspectors) > 1
            else sentence("A visit needs two people with a certificate number. Add the second one.")
        )
        yield Look(point=Point.PEOPLE, is_good=len(inspectors) > 1, words=words, place="people")
        leads = [person for person in people if person.role.leads]
        yield Look(
            point=Point.LEAD,
            is_good=bool(leads),
            words=sentence("Team lead known here: {names}", names="、".join(lead.name for lead in leads))
            if leads
            else sentence("No team lead is known on this laptop. Add the lead, who approves notices."),
            place="people",
        )

    def _certificates(self) -> Look:
        end = self._desk.clock.now() + CERTIFICATE_ENDS
        ending = [one for one in self._workspace.credentials.certificates() if one.valid_until < end]
        if ending:
            words = sentence(
                "The certificate of {name} ends on {day}. Renew it before it is needed.",
                name=ending[0].name,
                day=f"{ending[0].valid_until.astimezone(BEIJING):%Y-%m-%d}",
            )
            return Look(point=Point.CERTIFICATES, is_good=False, words=words, place="people")
        return Look(
            point=Point.CERTIFICATES, is_good=True, words=sentence("Signing certificates are in order.")
        )

    def _recovery(self) -> Look:
        ways = self._workspace.ways_in()
        if not ways.is_one_passphrase:
            return Look(
                point=Point.RECOVERY, is_good=True, words=sentence("A forgotten passphrase can be recovered.")
            )
        words = sentence(
            "One forgotten passphrase would lose everything. Print a recovery key, or set the bureau's key."
        )
        return Look(point=Point.RECOVERY, is_good=False, words=words, place="people")

    def _copy(self) -> Look:
        age = copy_age(self._desk)
        if not age.has_newer_work:
            return Look(
                point=Point.COPY,
                is_good=True,
                words=sentence("Everything entered so far is in a safety copy.")
                if age.last is not None
                else sentence("Nothing stands on this laptop alone yet."),
                place="safety",
            )
        return Look(
            point=Point.COPY,
            is_good=False,
            words=sentence("Some work stands on this laptop alone. Make a safety copy."),
            place="safety",
        )

    def _charge(self) -> Iterator[Look]:
        power = self._power()
        if power is None:
            return
        good = power.percent >= ENOUGH_CHARGE
        words = (
            sentence("Battery: {percent} %.", percent=power.percent)
            if good
            else sentence(
                "Battery: {percent} % only. Charge it, and take the power supply.", percent=power.percent
            )
        )
        yield Look(point=Point.BATTERY, is_good=good, words=words)
