"""The main path gone by a script: the same services as the window, on an invented hospital."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import official_day
from inspector_app.domain.document import DocumentType
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.finding import Amounts, Finding
from inspector_app.domain.headcount import BedStatus, IdentityCheck
from inspector_app.domain.headcount_suspicions import NOT_IN_BED
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.institution import InstitutionKind, InstitutionLevel
from inspector_app.domain.people import Role
from inspector_app.domain.roster import bed_label
from inspector_app.services import demonstration_ledgers as ledgers
from inspector_app.services import demonstration_papers as papers
from inspector_app.services import fiction
from inspector_app.services.intake import Source

if TYPE_CHECKING:
    from inspector_app.domain.people import Person
    from inspector_app.domain.suspicion import Suspicion
    from inspector_app.services.activities import Activities

_PAUSE = timedelta(minutes=30)
"""The hospital exported its list that long before the walk."""


_ABSENT = (BedStatus.NOT_FOUND, BedStatus.LEAVE_WITHOUT_SLIP, BedStatus.LEAVE_OVERDUE)


class Demonstration:
    """Goes the main path step by step and tells each step with the time it took."""

    def __init__(self, activities: Activities, folder: Path, tell: Callable[[str], None]) -> None:
        """``folder`` stands for the stick that the hospital hands over."""
        self._a = activities
        self._folder = folder
        self._tell = tell
        self._now = activities.desk.clock.now()
        self._people = fiction.inpatients(self._now)
        self._begun = time.perf_counter()

    def set_up(self) -> tuple[Person, ...]:
        """Set the laptop up for an invented bureau with two inspectors and a lead; return the team."""
        with self._step() as say:
            (name, certificate), (second, second_certificate) = fiction.INSPECTORS
            workspace = self._a.workspace
            team = (
                workspace.create(
                    bureau=fiction.BUREAU,
                    name=name,
                    certificate_number=certificate,
                    passphrase=fiction.PASSPHRASE,
                ),
                workspace.add_person(second, second_certificate, passphrase=fiction.PASSPHRASE),
                workspace.add_person(*fiction.LEAD, Role.SECTION_HEAD, passphrase=fiction.FIRST_PASSPHRASE),
            )
            # As in a bureau: the lead unlocks once and chooses a passphrase that nobody else knows.
            workspace.unlock(team[2].id, fiction.FIRST_PASSPHRASE)
            workspace.change_passphrase(team[2].id, fiction.FIRST_PASSPHRASE, fiction.PASSPHRASE)
            workspace.unlock(team[0].id, fiction.PASSPHRASE)
            workspace.make_recovery_key()
            say(f"laptop set up for {fiction.BUREAU}: {len(team)} people with passphrases, a recovery key")
        return team

    def visit(self, team: tuple[Person, ...]) -> InspectionId:
        """Open the inspection, walk both wards, take evidence, decide on suspicions; end on site."""
        inspection = self._open(team)
        self._enter(inspection)
        self._walk_without_a_list(inspection, fiction.WARDS[0])
        self._take_the_list(inspection)
        self._match(inspection)
        self._walk_the_list(inspection, fiction.WARDS[1])
        self._photograph_empty_beds(inspection)
        self._decide(inspection)
        self._fill_a_checklist(inspection)
        self._reconcile(inspection)
        return inspection

    def leave(self, inspection: InspectionId) -> None:
        """End the interview, close record and visit, and check the history that they left."""
        with self._step() as say:
            interviews = self._a.interviews
            going_on = [one for one in interviews.interviews(inspection) if one.ended_at is None]
            begun = going_on[0] if going_on else papers.begin_interview(self._a, inspection)
            ended = interviews.end(inspection, begun.id)
            say(f"interview ended, {len(ended.exchanges)} questions answered")
        with self._step() as say:
            record = papers.close_the_record(self._a, inspection)
            say(
                f"record closed at {record.closed_at:%H:%M} UTC, {len(record.handed_over)} things handed over"
            )
        with self._step() as say:
            self._a.inspections.close_visit(inspection)
            report = self._a.verification.inspection(inspection)
            code = self._a.inspections.head_code(inspection)
            say(
                f"visit closed; history of {report.lines} lines is intact: {report.intact}; it ends at {code}"
            )

    def notice(
        self,
        inspection: InspectionId,
        team: tuple[Person, ...],
        out: Path,
        draft: DocumentId | None = None,
    ) -> Path:
        """Write (or go on with the draft), approve, number, sign, issue; return the file that leaves."""
        self._confirm_clauses(inspection, team)
        document = draft or self.draft(inspection)
        self._approve(inspection, document, team[-1])
        self._sign(inspection, document)
        with self._step() as say:
            out.mkdir(parents=True, exist_ok=True)
            path = out / "notice.pdf"
            path.write_bytes(self._a.notices.pdf(inspection, document))
            say(f"{path} written, {path.stat().st_size:,} bytes")
        return path

    def hand_out(self, inspection: InspectionId, out: Path) -> None:
        """Write record and confirmation, deliver the notice against a refusal, write the receipt."""
        records = self._a.records
        with self._step() as say:
            (record,) = records.records(inspection)
            say(papers.write(out / "record.pdf", records.pdf(inspection, record.id)))
        with self._step() as say:
            say(papers.write(out / "confirmation.pdf", papers.confirm(self._a, inspection)))
        with self._step() as say:
            say(papers.write(out / "details.pdf", papers.list_details(self._a, inspection)))
        with self._step() as say:
            delivery = papers.deliver(self._a, inspection)
            pdf = self._a.deliveries.pdf(inspection, delivery.id)
            told = papers.write(out / "delivery.pdf", pdf)
            say(f"delivery refused before a witness, who signs on the screen, notice left there; {told}")

    @contextmanager
    def _step(self) -> Iterator[Callable[[str], None]]:
        """Time the block; what it says last is told when it is done."""
        said: list[str] = []
        start = time.perf_counter()
        yield said.append
        now = time.perf_counter()
        self._tell(f"{now - self._begun:6.2f} s  {(now - start) * 1000:6.0f} ms  {said[-1]}")

    def _open(self, team: tuple[Person, ...]) -> InspectionId:
        with self._step() as say:
            inspections = self._a.inspections
            known = inspections.new_institution(fiction.HOSPITAL, fiction.HOSPITAL_CODE)
            institution = inspections.register(
                replace(
                    known,
                    kind=InstitutionKind.HOSPITAL,
                    credit_code=fiction.CREDIT_CODE,
                    level=InstitutionLevel.SECOND,
                    address=fiction.ADDRESS,
                    legal_representative=fiction.REPRESENTATIVE,
                    contact_person=fiction.RECEIVED_BY,
                )
            )
            today = self._now.date()
            inspection = inspections.open(
                institution,
                bureau=fiction.BUREAU,
                team=team[:2],
                purpose="住院患者在床情况及医保基金使用情况",
                data_from=today - timedelta(days=365),
                data_to=today,
            )
            say(f"inspection of {institution.name} opened in a file of its own")
        return inspection.id

    def _enter(self, inspection: InspectionId) -> None:
        with self._step() as say:
            inspections = self._a.inspections
            visit = inspections.open_visit(inspection, received_by=fiction.RECEIVED_BY)
            reference = self._a.desk.clock.now() - timedelta(seconds=2)
            inspections.compare_clock(inspection, reference, "检查人员手机（网络时间）")
            inspections.show_certificates(inspection)
            inspections.tell_rights(inspection, answer="已知悉，不申请回避", told_to=fiction.RECEIVED_BY)
            say(f"visit begun at {visit.place}: clock compared, certificates shown, rights told")

    def _walk_without_a_list(self, inspection: InspectionId, ward: str) -> None:
        with self._step() as say:
            self._a.headcounts.add_ward(inspection, ward)
            beds = [person for person in self._people if person.ward == ward]
            for person in beds:
                self._a.headcounts.check_bed(
                    inspection,
                    ward=ward,
                    bed=person.bed,
                    status=person.found,
                    name=person.name,
                    identified_by=(IdentityCheck.BED_CARD,),
                )
            stranger = self._a.headcounts.add_person(inspection, ward=ward, bed="20")
            self._a.headcounts.note(inspection, stranger.id, "自称陪护，未登记")
            say(f"{ward} walked with an empty list: {len(beds)} beds, 1 unknown person")

    def _take_the_list(self, inspection: InspectionId) -> None:
        with self._step() as say:
            exported_at = self._now - _PAUSE
            path = self._folder / "在院患者一览表.xlsx"
            path.write_bytes(fiction.roster_workbook(self._people, exported_at))
            preview = self._a.rosters.read(inspection, path)
            roster = self._a.rosters.take(
                inspection,
                path,
                preview,
                exported_by=fiction.RECEIVED_BY,
                exported_at=exported_at,
                exported_how="医院信息系统导出",
            )
            say(
                f"the hospital's list taken in: {roster.rows_read} lines, {roster.persons} persons, "
                f"{len(roster.quarantined)} set aside"
            )

    def _match(self, inspection: InspectionId) -> None:
        with self._step() as say:
            sure = [
                (check, proposal.candidates[0].listed)
                for check, proposal in self._a.headcounts.proposals(inspection)
                if proposal.is_sure
            ]
            for check, listed in sure:
                self._a.headcounts.confirm_match(inspection, check.id, listed)
            say(f"{len(sure)} persons walked before the list came were matched, each by a person")

    def _walk_the_list(self, inspection: InspectionId, ward: str) -> None:
        with self._step() as say:
            found = {person.bed: person.found for person in self._people if person.ward == ward}
            ward_id = next(
                progress.ward.id
                for progress in self._a.headcounts.wards(inspection)
                if progress.ward.name == ward
            )
            rows = self._a.headcounts.walk(inspection, ward_id).rows
            for row in rows:
                self._a.headcounts.check_bed(
                    inspection,
                    ward=ward,
                    bed=row.bed,
                    status=found[str(int(row.bed))],
                    name=row.name,
                    listed=row.listed,
                    identified_by=(IdentityCheck.WRISTBAND,),
                )
            say(f"{ward} walked along the list: {len(rows)} beds")

    def _photograph_empty_beds(self, inspection: InspectionId) -> None:
        with self._step() as say:
            size = 0
            missing = [check for check in self._a.headcounts.checks(inspection) if check.status in _ABSENT]
            for check in missing:
                picture = fiction.picture_of_an_empty_bed(check.ward, check.bed, check.checked_at)
                size += len(picture)
                source = Source(
                    name=f"{check.ward}{bed_label(check.bed)}.jpg", way=IntakeWay.FILE, data=picture
                )
                target = Target(
                    kind=TargetKind.BED_CHECK, id=check.id, label=f"{check.ward}{bed_label(check.bed)}"
                )
                (intake,) = self._a.evidence.take_in(inspection, [source], target=target)
                if intake.evidence is not None:
                    caption = f"{check.ward}{bed_label(check.bed)}，无人，被褥整齐"
                    self._a.evidence.describe(inspection, intake.evidence.id, caption=caption)
            say(f"{len(missing)} pictures of empty beds kept as they came, {size / 1e6:.1f} MB")

    def _decide(self, inspection: InspectionId) -> None:
        with self._step() as say:
            suspicions = self._a.headcounts.raise_suspicions(inspection)
            together = self._not_in_bed(inspection, suspicions)
            for group in together:
                name = self._a.packs.category_name(group[0].category)
                finding = self._completed(self._a.findings.joint_proposal(group, name))
                known = tuple(suspicion.id for suspicion in group)
                self._a.findings.confirm_together(inspection, known, finding)
            confirmed = {suspicion.id for group in together for suspicion in group}
            others = [suspicion for suspicion in suspicions if suspicion.id not in confirmed]
            for suspicion in others:
                self._a.findings.dismiss(inspection, suspicion.id, "需调取病历另行核实，本次不作认定")
            say(
                f"{len(suspicions)} suspicions: {len(confirmed)} confirmed as {len(together)} findings, "
                f"{len(others)} set aside"
            )

    def _not_in_bed(
        self, inspection: InspectionId, suspicions: list[Suspicion]
    ) -> list[tuple[Suspicion, ...]]:
        """Group who was not in bed by ward and category, as an inspector writes them down."""
        wards: dict[str, str] = {check.id: check.ward for check in self._a.headcounts.checks(inspection)}
        groups: dict[tuple[str, str], list[Suspicion]] = {}
        for suspicion in sorted(suspicions, key=lambda one: one.id):
            if suspicion.rule == NOT_IN_BED:
                groups.setdefault((wards[suspicion.rests_on[0].id], suspicion.category), []).append(suspicion)
        return [tuple(group) for group in groups.values()]

    def _fill_a_checklist(self, inspection: InspectionId) -> None:
        with self._step() as say:
            checklists = self._a.checklists
            form = next(form for form in checklists.available() if form.id.startswith(fiction.CHECKLIST))
            run = checklists.start(inspection, form.id)
            today = official_day(self._now)
            dates = (("scope/from", today.replace(day=1)), ("scope/to", today))
            answers = [*((path, str(day)) for path, day in dates), *fiction.ANSWERS, fiction.FAULT]
            for path, value in answers:
                checklists.answer(inspection, run.id, f"/data/{path}", value)
            fault = f"/data/{fiction.FAULT[0]}"
            questions = checklists.view(inspection, run.id).questions
            question = next(question for question in questions if question.path == fault)
            picture = fiction.picture_of_a_ledger(self._a.desk.clock.now())
            source = Source(name="出入库账页.jpg", way=IntakeWay.FILE, data=picture)
            target = checklists.target(run.id, question)
            self._a.evidence.take_in(inspection, [source], target=target)
            finding = checklists.proposal(inspection, run.id, fault)
            requirement = self._a.packs.proposals_for(finding.category).requirement
            finding = replace(finding, requirement=finding.requirement or requirement, department="药剂科")
            checklists.record_finding(inspection, finding)
            say(f"checklist {form.title}: {len(answers)} answers, 1 finding with its clause and evidence")

    def _reconcile(self, inspection: InspectionId) -> None:
        with self._step() as say:
            say(ledgers.take_ledgers(self._a, inspection, self._folder))
        with self._step() as say:
            say(ledgers.reconcile(self._a, inspection))

    def _confirm_clauses(self, inspection: InspectionId, team: tuple[Person, ...]) -> None:
        """Let the lead answer for clauses that the law pack marks as unverified, by their own passphrase."""
        to_confirm = [
            (finding.id, clause.id)
            for finding in self._a.findings.findings(inspection)
            for clause in self._a.packs.clauses_to_confirm(finding)
        ]
        if not to_confirm:
            return
        with self._step() as say:
            self._a.workspace.unlock(team[-1].id, fiction.PASSPHRASE)
            for finding, clause in to_confirm:
                self._a.findings.confirm_clause(inspection, finding, clause)
            self._a.workspace.unlock(team[0].id, fiction.PASSPHRASE)
            say(f"{team[-1].name} (lead) confirmed {len(to_confirm)} citations that no pack verifies")

    def draft(self, inspection: InspectionId) -> DocumentId:
        """Draft the notice, with a block of numbers to take from."""
        with self._step() as say:
            self._a.numbers.assign(
                DocumentType.RECTIFICATION_NOTICE,
                body=fiction.NUMBER_WORD,
                year=official_day(self._now).year,
                first=12,
                last=31,
            )
            document = self._a.notices.draft(inspection)
            document = self._a.notices.edit(
                inspection,
                document.id,
                fields={"contact_office": "基金监管科", "contact_phone": "0000-0000000"},
            )
            say(f"notice drafted as {document.draft_number}")
        return document.id

    def _approve(self, inspection: InspectionId, document: DocumentId, lead: Person) -> None:
        with self._step() as say:
            self._a.notices.approve(inspection, document, lead.id, fiction.PASSPHRASE)
            say(f"approved by {lead.name}, who wrote none of it")

    def _sign(self, inspection: InspectionId, document: DocumentId) -> None:
        with self._step() as say:
            number = self._a.notices.signing.lay_out(inspection, document).number
            say(f"laid out under the number {number}, burned before use")
        for place in self._a.notices.view(inspection, document).signing:
            if place.person is not None:
                with self._step() as say:
                    self._a.notices.signing.sign(inspection, document, place.person.id, fiction.PASSPHRASE)
                    say(f"signed by {place.person.name}")
        with self._step() as say:
            self._a.notices.signing.issue(inspection, document)
            say(f"signed in the name of {fiction.BUREAU} and issued")

    def _completed(self, finding: Finding) -> Finding:
        persons = finding.persons or 1
        offered = self._a.packs.proposals_for(finding.category)
        today = official_day(self._now)
        return replace(
            finding,
            clauses=finding.clauses or offered.clauses,
            requirement=finding.requirement or offered.requirement,
            conduct_from=today,
            conduct_to=today,
            amounts=Amounts(
                total=fiction.COST_A_PERSON * persons,
                fund=fiction.FUND_A_PERSON * persons,
                deduction=finding.amounts.deduction,
            ),
            department="医务科",
        )
