"""A filled checklist leaves this laptop: as a submission for ODK and Kobo, a workbook, a PDF, on paper.

Every copy is unencrypted, and every one is journalled with the hash of what was written.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from inspector_app.checklists.submission import asked_for_files, asks_for_encryption, submission
from inspector_app.domain.checklist import ChecklistForm, answer_id
from inspector_app.domain.errors import DamagedFile, EnvironmentProblem, UnusableInput
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.filled_checklist import ChecklistExport, ExportFormat
from inspector_app.domain.ids import ChecklistRunId, ExportId, InspectionId, Sha256
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.filled_checklists import FilledChecklists, evidence_by_answer
from inspector_app.system.exports import write_beside
from inspector_app.system.wording_files import WordingBook

if TYPE_CHECKING:
    from inspector_app.services.checklist_sessions import OpenRun

EXPORTED = "checklist exported unencrypted"
PRINTED = "checklist printed"
SUBMISSION = "submission.xml"
"""The name by which tools of the ODK world know the record in a folder of a submission."""
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "image/heic": ".heic", "application/pdf": ".pdf"}
_STAMP = (2020, 1, 1, 0, 0, 0)
"""The zip's own times say nothing, so that the same answers give the same bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One copy that was written, and what has no place in it."""

    path: Path
    files: int = 0
    """Pieces of evidence that are in it."""
    left_out: int = 0
    """Pieces bound to answers that the format has no place for, or whose bytes are elsewhere."""
    wrong: int = 0
    """Answers that do not fit their question; a submission leaves them empty."""


class ChecklistExports:
    """Writes copies; the checklist itself is untouched."""

    def __init__(
        self, desk: Desk, opened: Callable[[InspectionId, ChecklistRunId], OpenRun], filled: FilledChecklists
    ) -> None:
        self._desk = desk
        self._opened = opened
        self._filled = filled
        self._wording = WordingBook(desk.folder)

    def submission(self, inspection_id: InspectionId, run_id: ChecklistRunId, path: Path) -> Exported:
        """Write the record with its files as a zip, as ODK Central and Kobo take a submission."""
        store = self._desk.inspection(inspection_id)
        opened = self._opened(inspection_id, run_id)
        form = store.get(ChecklistForm, opened.run.form)
        if form is not None and asks_for_encryption(form.xform):
            raise UnusableInput(
                sentence(
                    "The checklist asks that its submissions are encrypted with a key of its own, which this "
                    "program does not do. Nothing was written. Export it as a workbook or PDF."
                )
            )
        bound = evidence_by_answer(store)
        names: dict[str, str] = {}
        chosen: list[tuple[str, Evidence]] = []
        for place in asked_for_files(opened.session):
            for piece in bound.get(answer_id(run_id, place), ())[:1]:
                if piece.stored:
                    names[place] = _file_name(piece)
                    chosen.append((names[place], piece))
        every = [
            one for identity, pieces in bound.items() if identity.startswith(f"{run_id}:") for one in pieces
        ]
        xml = submission(opened.session, f"uuid:{run_id}", names)
        files = {SUBMISSION: xml.encode("utf-8")}
        for name, piece in chosen:
            files[name] = self._bytes(inspection_id, piece)
        self._write(inspection_id, run_id, ExportFormat.SUBMISSION, path, _zipped(files))
        wrong = self._filled.read(inspection_id, run_id).progress.wrong
        return Exported(path=path, files=len(chosen), left_out=len(every) - len(chosen), wrong=wrong)

    def workbook(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, path: Path, language: str = "zh"
    ) -> Exported:
        """Write questions, answers and values as .xlsx, each repeat on a sheet of its own."""
        from inspector_app.checklists.filled_workbook import filled_workbook

        filled = self._filled.read(inspection_id, run_id, language)
        self._write(inspection_id, run_id, ExportFormat.WORKBOOK, path, filled_workbook(filled))
        return Exported(path=path, left_out=sum(len(line.evidence) for line in filled.lines))

    def pdf(self, inspection_id: InspectionId, run_id: ChecklistRunId, language: str = "zh") -> bytes:
        """Lay the checklist out to be looked at or printed; nothing leaves by that."""
        from inspector_app.services.checklist_sheets import printed_checklist

        return printed_checklist(
            self._filled.read(inspection_id, run_id, language),
            self._wording.section("filled_checklist"),
            printed_at=self._desk.clock.now(),
            printed_by=self._desk.person.name,
        )

    def export_pdf(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, path: Path, language: str = "zh"
    ) -> Exported:
        """Write the print as a PDF file."""
        content = self.pdf(inspection_id, run_id, language)
        self._write(inspection_id, run_id, ExportFormat.PDF, path, content)
        return Exported(path=path)

    def printed(self, inspection_id: InspectionId, run_id: ChecklistRunId, copies: int = 1) -> None:
        """Count copies that went to the printer."""
        with self._desk.inspection(inspection_id).intention(PRINTED, self._desk.author) as unit:
            unit.put(self._made(run_id, ExportFormat.PAPER, "", None, copies))

    def exports(self, inspection_id: InspectionId, run_id: ChecklistRunId) -> list[ChecklistExport]:
        """Return every copy of a checklist that left, oldest first."""
        every = self._desk.inspection(inspection_id).all(ChecklistExport)
        return [one for one in every if one.run == run_id]

    def _write(
        self,
        inspection_id: InspectionId,
        run_id: ChecklistRunId,
        kind: ExportFormat,
        path: Path,
        content: bytes,
    ) -> None:
        digest = Sha256(hashlib.sha256(content).hexdigest())
        exported = self._made(run_id, kind, path.name, digest, 1)
        # Inside the intention: what could not be written is not journalled, what is refused is not written.
        with self._desk.inspection(inspection_id).intention(EXPORTED, self._desk.author) as unit:
            unit.put(exported)
            try:
                write_beside(path, [content])
            except OSError as error:
                raise EnvironmentProblem(
                    sentence(
                        "{name} cannot be written there. Check room and rights of the folder; "
                        "the checklist itself is untouched.",
                        name=path.name,
                    )
                ) from error

    def _made(
        self, run_id: ChecklistRunId, kind: ExportFormat, name: str, digest: Sha256 | None, copies: int
    ) -> ChecklistExport:
        return ChecklistExport(
            id=ExportId(self._desk.ids.new()),
            run=run_id,
            format=kind,
            name=name,
            sha256=digest,
            copies=copies,
            exported_at=self._desk.clock.now(),
            exported_by=self._desk.person.id,
        )

    def _bytes(self, inspection_id: InspectionId, piece: Evidence) -> bytes:
        content = b"".join(self._desk.inspection(inspection_id).blobs.stream(piece.sha256))
        if hashlib.sha256(content).hexdigest() != piece.sha256:
            raise DamagedFile(
                sentence(
                    "The bytes of evidence {number} no longer match their hash: the file on this disk is "
                    "damaged. Use a safety copy; nothing was changed.",
                    number=piece.number,
                )
            )
        return content


def _file_name(piece: Evidence) -> str:
    """Name a file by its number alone: original names may say who is on the picture."""
    suffix = _SUFFIXES.get(piece.media_type) or PurePosixPath(piece.original_name).suffix.lower()
    return f"{piece.number}{suffix if suffix[1:].isalnum() and suffix.isascii() else ''}"


def _zipped(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as book:
        for name, content in files.items():
            packing = zipfile.ZIP_DEFLATED if name == SUBMISSION else zipfile.ZIP_STORED
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.external_attr = 0o600 << 16
            book.writestr(entry, content, compress_type=packing)
    return written.getvalue()
