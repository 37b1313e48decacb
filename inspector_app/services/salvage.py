"""Damaged inspections: which they are, salvaging one into a new file, and what was kept and lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.document import Document, DocumentRevision
from inspector_app.domain.errors import DamagedFile, EnvironmentProblem, NotAllowed, Problem
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Author
from inspector_app.domain.ports import Progress
from inspector_app.domain.roster import Roster
from inspector_app.domain.salvage import Entry, LostBytes, Salvage, SalvageReport
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.damage import DamagedInspection, forget_damage, note_damage, noted
from inspector_app.services.desk import INSPECTION_FILE, Desk
from inspector_app.services.salvage_words import entry_words, kept_words
from inspector_app.storage.kinds import KINDS
from inspector_app.storage.salvage import SALVAGED, Target, salvage
from inspector_app.storage.setting_aside import exchange, fresh_beside, name_aside, remove
from inspector_app.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one file stands; without a reason it can be read."""

    reason: Sentence | None = None
    may_salvage: bool = False
    report: SalvageReport | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvageBegun:
    """A damaged file that is withheld, and the new one that is to take its place."""

    inspection: InspectionId
    path: Path
    aside: Path
    target: Target
    author: Author


def salvage_beside(begun: SalvageBegun, progress: Progress) -> Salvage:
    """Read what holds into the new file; touches no file that anybody has open."""
    return salvage(begun.path, begun.target.key, begun.target, begun.author, begun.aside.name, progress)


class SalvageService:
    """What a person does with an inspection whose file is damaged."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(self, inspection: InspectionId, reason: Sentence) -> None:
        """Remember that a file is damaged, so that the list says so until it is salvaged."""
        note_damage(self._desk, inspection, reason)

    def damaged(self) -> list[DamagedInspection]:
        """Return the inspections found damaged, with the reason."""
        return noted(self._desk)

    def salvage(self, inspection: InspectionId, progress: Progress) -> SalvageReport:
        """Read what can be read into a new file, which takes the damaged one's place; that is kept.

        Nothing changes when it is cancelled or fails: the damaged file stays as it is. Where others wait
        for the desk, the three parts are done one by one: the second touches no open file.
        """
        begun = self.begin(inspection)
        try:
            record = salvage_beside(begun, progress)
        except BaseException:
            self.give_up(begun)
            raise
        return self.end(begun, record)

    def begin(self, inspection: InspectionId) -> SalvageBegun:
        """Let go of a damaged file and keep everybody from it until :meth:`end` or :meth:`give_up`."""
        desk = self._desk
        path = desk.inspection_path(inspection)
        if not path.exists():
            raise EnvironmentProblem(
                sentence("The file of this inspection is not there. Look for it among the safety copies.")
            )
        key, author = desk.inspection_key(inspection), desk.author
        desk.withhold(
            inspection, sentence("This inspection is being salvaged. Wait until it is done, or cancel it.")
        )
        return SalvageBegun(
            inspection=inspection,
            path=path,
            aside=name_aside(path, desk.clock.now()),
            target=Target(
                path=fresh_beside(path), key=key, clock=desk.clock, ids=desk.ids, file_kind=INSPECTION_FILE
            ),
            author=author,
        )

    def give_up(self, begun: SalvageBegun) -> None:
        """Leave the damaged file as it is."""
        self._desk.give_back(begun.inspection)

    def end(self, begun: SalvageBegun, record: Salvage) -> SalvageReport:
        """Put the new file into the damaged one's place."""
        desk, inspection = self._desk, begun.inspection
        if not desk.is_unlocked or desk.author != begun.author:
            desk.give_back(inspection)
            remove(begun.target.path)
            raise NotAllowed(
                sentence(
                    "The desk was locked while the inspection was salvaged. Nothing was changed; "
                    "salvage it again."
                )
            )
        exchange(begun.path, begun.aside)
        desk.give_back(inspection)
        forget_damage(desk, inspection)
        with desk.workspace.intention(SALVAGED, desk.author) as unit:
            unit.put(record)
        return report_of(desk.inspection(inspection), record)

    def latest(self, inspection: InspectionId) -> Salvage | None:
        """Return the record of the last salvage, for the strip above an inspection."""
        records = self._desk.inspection(inspection).all(Salvage)
        return records[-1] if records else None

    def is_broken(self, inspection: InspectionId) -> bool:
        """Tell whether an open file cannot be worked with any more, and note it.

        SQLCipher refuses all work on a connection that has met a page that does not hold.
        """
        try:
            store = self._desk.inspection(inspection)
            store.journal.count()
            store.all(Salvage)
        except DamagedFile as problem:
            self.note(inspection, problem.sentence)
            return True
        return False

    def standing(self, inspection: InspectionId) -> Standing:
        """Return how an inspection's file stands: damaged and why, or what its last salvage said."""
        known = next((found for found in self.damaged() if found.id == inspection), None)
        if known is not None:
            return Standing(reason=known.reason, may_salvage=True)
        try:
            return Standing(report=self.report(inspection))
        except DamagedFile as problem:
            self.note(inspection, problem.sentence)
            return Standing(reason=problem.sentence, may_salvage=True)
        except Problem as problem:
            return Standing(reason=problem.sentence)

    def report(self, inspection: InspectionId) -> SalvageReport | None:
        """Return the list of the last salvage, or ``None`` for an inspection that never needed one."""
        store = self._desk.inspection(inspection)
        records = store.all(Salvage)
        return report_of(store, records[-1]) if records else None

    def keep_text(self, path: Path, text: str) -> None:
        """Write the list as a text; editors on Windows look for the mark at its beginning."""
        try:
            path.write_text(text, encoding="utf-8-sig")
        except OSError as error:
            raise EnvironmentProblem(
                sentence("The file {name} cannot be written. Choose another place.", name=path.name)
            ) from error


def report_of(store: Store, record: Salvage) -> SalvageReport:
    """Say of a salvaged file, in words, what was kept and what was lost."""
    counts = tuple(
        kept_words(word, count)
        for kind, word in KINDS.items()
        if kind is not Salvage and (count := store.count(kind))
    )
    return SalvageReport(
        salvage=record,
        kept=counts,
        lost_bytes=tuple(sorted((_bytes_words(store, lost) for lost in record.lost_bytes), key=str)),
        lost_entries=tuple(entry_words(entry, None) for entry in record.lost_entries),
        older_entries=tuple(_words(store, entry) for entry in record.older_entries),
        without_history=tuple(_words(store, entry) for entry in record.without_history),
    )


def _words(store: Store, entry: Entry) -> Sentence:
    kind = next((kind for kind, word in KINDS.items() if word == entry.kind), None)
    return entry_words(entry, store.get(kind, entry.id) if kind is not None else None)


def _bytes_words(store: Store, lost: LostBytes) -> Sentence:
    """Name lost bytes by what cites them, since nobody knows a hash by heart."""
    size = f"{lost.size:,}"
    for evidence in store.all(Evidence):
        if evidence.sha256 == lost.sha256:
            return sentence(
                "Evidence {number}: the original is gone, {size} bytes {name}",
                number=evidence.number,
                size=size,
                name=evidence.original_name or evidence.caption,
            )
    for revision in store.all(DocumentRevision):
        if revision.sha256 == lost.sha256:
            document = store.get(Document, revision.document)
            number = (document.number or document.draft_number) if document is not None else ""
            return sentence("Document {number}: step {step} is gone", number=number, step=revision.step)
    for roster in store.all(Roster):
        if lost.sha256 in (roster.source_sha256, roster.entries_sha256):
            return sentence("List {name}: its content is gone", name=roster.source_name)
    return sentence("An original of {size} bytes, {hash}", size=size, hash=lost.sha256[:12])
