"""The invented inspection handed over: a lead's laptop takes it in, receipts, returns and accepts it."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.exchange import PackageKind
from inspector_app.domain.people import Role
from inspector_app.domain.ports import Silent
from inspector_app.services import fiction
from inspector_app.services.handing_over import write_hand_over
from inspector_app.services.package_verification import SUFFIXES, verify_exchanged
from inspector_app.services.receiving import check_announced

if TYPE_CHECKING:
    from inspector_app.domain.ids import InspectionId
    from inspector_app.services.activities import Activities
    from inspector_app.services.receiving import TakenIn

FOLDER = "handover"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laptop:
    name: str
    activities: Activities


class ExchangeDemonstration:
    """Hands an inspection to a second laptop and back, and tells each step with the time it took."""

    def __init__(self, team: Activities, lead: Activities, out: Path, tell: Callable[[str], None]) -> None:
        """``lead`` is the empty workspace of another laptop; ``out`` stands for the stick between them."""
        self._team = _Laptop(name="the team's laptop", activities=team)
        self._lead = _Laptop(name="the lead's laptop", activities=lead)
        self._folder = out / FOLDER
        self._out = out
        self._tell = tell
        self._begun = time.perf_counter()

    def go(self, inspection: InspectionId) -> None:
        """Go the whole way: cards, package, receipt, returned, handed over again, accepted."""
        self._meet()
        self._first_hand_over(inspection)
        self._return(inspection)
        self._second_hand_over(inspection)
        self._verify(inspection)

    @contextmanager
    def _step(self) -> Iterator[Say]:
        said: list[str] = []
        start = time.perf_counter()
        yield said.append
        now = time.perf_counter()
        self._tell(f"{now - self._begun:6.2f} s  {(now - start) * 1000:6.0f} ms  {said[-1]}")

    def _meet(self) -> None:
        with self._step() as say:
            self._folder.mkdir(parents=True, exist_ok=True)
            for stale in self._folder.iterdir():  # files of an earlier run answer other laptops
                if stale.suffix in (*SUFFIXES, ".part", ".card"):
                    stale.unlink()
            workspace = self._lead.activities.workspace
            name, certificate = fiction.LEAD
            workspace.create(
                bureau=fiction.BUREAU,
                name=name,
                certificate_number=certificate,
                passphrase=fiction.PASSPHRASE,
                role=Role.LEAD,
            )
            workspace.accept_risk()
            say(f"{self._lead.name} set up for {name}")
        with self._step() as say:
            self._introduce(self._lead, self._team)
            self._introduce(self._team, self._lead)
            code = self._lead.activities.cards.own().fingerprint
            say(f"cards exchanged and their codes compared; {self._lead.name} is {code}")

    def _introduce(self, shown: _Laptop, to: _Laptop) -> None:
        cards = to.activities.cards
        path = shown.activities.cards.write(self._folder)
        # Read out from the other laptop's own window, as two people would.
        cards.introduce(cards.read(path), shown.activities.cards.own().fingerprint)

    def _hand_over(self, inspection: InspectionId, giver: _Laptop, to: _Laptop, kind: PackageKind) -> Path:
        with self._step() as say:
            handing_over = giver.activities.handing_over
            plan = handing_over.plan(inspection, to.activities.desk.device, self._folder, kind)
            done = write_hand_over(plan, Silent())
            handing_over.record(done)
            package = done.package
            say(
                f"{plan.manifest.kind.value} package of {giver.name}: {package.path.name}, "
                f"{len(package.files)} files, {package.size:,} bytes, {plan.manifest.lines} lines, "
                f"{len(plan.manifest.blobs)} originals"
            )
        return package.path

    def _take(self, path: Path, by: _Laptop) -> TakenIn:
        with self._step() as say:
            receiving = by.activities.receiving
            taken = receiving.take(check_announced(receiving.announce(path), Silent()), Silent())
            report = by.activities.verification.inspection(taken.inspection)
            say(
                f"{by.name} took it in: {taken.package.blobs} originals, {taken.package.lines} lines, "
                f"{len(taken.conflicts)} conflicts; history intact: {report.intact}"
            )
        return taken

    def _receipt(self, taken: TakenIn) -> None:
        with self._step() as say:
            path = self._lead.activities.receiving.receipt(taken, self._folder)
            handing_over = self._team.activities.handing_over
            handing_over.take_receipt(path)
            held = handing_over.held_by(taken.inspection)
            whole = sum(one.is_whole for one in held)
            say(f"receipt {path.name} taken back: {whole} of {len(held)} laptops hold everything")

    def _first_hand_over(self, inspection: InspectionId) -> None:
        path = self._hand_over(inspection, self._team, self._lead, PackageKind.FULL)
        self._receipt(self._take(path, self._lead))

    def _return(self, inspection: InspectionId) -> None:
        with self._step() as say:
            lead = self._lead.activities
            finding = lead.findings.findings(inspection)[0]
            lead.reviewing.comment(
                inspection,
                kind="finding",
                thing=finding.id,
                label=finding.item,
                text="请补充护理记录复印件后再报。",
            )
            review = lead.reviewing.return_it(inspection, "一处需补充材料", fiction.PASSPHRASE)
            say(f"one remark on a finding; {review.state.value} to the team")
        self._take(self._hand_over(inspection, self._lead, self._team, PackageKind.FULL), self._team)

    def _second_hand_over(self, inspection: InspectionId) -> None:
        with self._step() as say:
            reviewing = self._team.activities.reviewing
            (remark,) = reviewing.comments(inspection)
            reviewing.settle(inspection, remark.id, "护理记录复印件已调取。")
            state = reviewing.state(inspection)
            say(f"the team reads: {state.value if state else 'nothing'}; remark answered")
        path = self._hand_over(inspection, self._team, self._lead, PackageKind.SINCE)
        self._receipt(self._take(path, self._lead))
        with self._step() as say:
            review = self._lead.activities.reviewing.accept(inspection, fiction.PASSPHRASE)
            say(f"{review.state.value} by {review.decided_by_name}")

    def _verify(self, inspection: InspectionId) -> None:
        """Check all that was written, with no more than what lies in the folder and what the lead holds."""
        with self._step() as say:
            exchanged = sorted(path for path in self._folder.iterdir() if path.suffix in SUFFIXES)
            intact = sum(verify_exchanged(path).intact for path in exchanged)
            say(f"{intact} of {len(exchanged)} packages and receipts are complete and intact")
        with self._step() as say:
            blobs = self._lead.activities.desk.inspection(inspection).blobs
            held = set(blobs.hashes())
            papers = sorted(self._out.glob("*.pdf"))
            same = [path.name for path in papers if hashlib.sha256(path.read_bytes()).hexdigest() in held]
            say(f"{self._lead.name} holds the very bytes of {', '.join(same) or 'no paper'}")
