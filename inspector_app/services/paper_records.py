"""What every step of a document from a template stands on: reading, writing, laying it out for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import official_day
from inspector_app.domain.chain import NOTHING, code_of
from inspector_app.domain.document import Document, DocumentRevision, DocumentState, DocumentType, NumberBlock
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.numbering import draft_code, official_number
from inspector_app.domain.papers import Paper, texts_of
from inspector_app.domain.ports import Progress, Silent
from inspector_app.domain.wording import sentence
from inspector_app.services.paper_matter import Matter, matter_of
from inspector_app.services.revisions import Revisions
from inspector_app.system.exports import write_beside

if TYPE_CHECKING:
    from inspector_app.documents.layout import Drawn
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.services.intake import Intake, Source
    from inspector_app.services.numbers import NumberService
    from inspector_app.services.packs import PackService
    from inspector_app.services.workspace import WorkspaceService
    from inspector_app.system.template_files import TemplateBook

LAYOUT = "layout"
INK = "ink:"
_PARTS = 3
"""Parts of finishing a paper: its characters looked up, laid out, sealed and kept."""
"""Begins the word of a revision that carries strokes; the line's name follows."""
Writer = Callable[[Matter, str, str], Paper]
Drawing = Callable[[], bytes]
"""Lays a paper out or draws on it: takes its time and touches no database."""
"""Writes a document from its matter, its printed number and the code of the journal's head."""


class PaperRecords:
    """Reads, writes and lays out documents from templates; who may do what is decided by those who use it."""

    def __init__(
        self,
        desk: Desk,
        *,
        workspace: WorkspaceService,
        packs: PackService,
        numbers: NumberService,
        evidence: EvidenceService,
        templates: TemplateBook,
    ) -> None:
        self._desk = desk
        self._workspace = workspace
        self._packs = packs
        self._numbers = numbers
        self._evidence = evidence
        self.templates = templates
        self.revisions = Revisions(desk)

    # Reading

    def documents(self, inspection_id: InspectionId, *types: DocumentType) -> list[Document]:
        """Return documents of these types, the oldest first."""
        return [one for one in self._desk.inspection(inspection_id).all(Document) if one.type in types]

    def document(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        found = self._desk.inspection(inspection_id).get(Document, document_id)
        if found is None:
            raise UnusableInput(sentence("This document is no longer there. Refresh the list."))
        return found

    def open_document(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        """Return a document that may still be changed; one that is closed, issued or withdrawn is refused."""
        document = self.document(inspection_id, document_id)
        if not self.revisions.may_begin(inspection_id, document):
            raise NotAllowed(
                sentence("This document is finished and is never changed. Withdraw it and make a new one.")
            )
        return document

    def matter(self, inspection_id: InspectionId, document: Document) -> Matter:
        """Read everything that the document follows from."""
        return matter_of(self._desk, self._packs, self.templates, inspection_id, document)

    def pdf(self, inspection_id: InspectionId, document_id: DocumentId) -> bytes:
        """Return the newest immutable bytes; a document without any is refused."""
        revisions = self.revisions.of(inspection_id, document_id)
        if not revisions:
            raise NotAllowed(sentence("This document is not finished yet, so it has no paper that holds."))
        return self.revisions.read(inspection_id, revisions[-1])

    def shown(self, inspection_id: InspectionId, document_id: DocumentId) -> bytes:
        """Return the finished paper for screen and printer, with the strokes that were drawn on it."""
        pdf = self.pdf(inspection_id, document_id)
        revisions = self.revisions.of(inspection_id, document_id)
        return _with_strokes(pdf) if _is_drawn_on(revisions) else pdf

    def drawing(self, inspection_id: InspectionId, document: Document, write: Writer) -> Drawing:
        """Return how the finished paper is drawn for the screen, or a fresh layout while there is none."""
        if revisions := self.revisions.of(inspection_id, document.id):
            pdf = self.pdf(inspection_id, document.id)
            return partial(_with_strokes, pdf) if _is_drawn_on(revisions) else lambda: pdf
        matter = self.matter(inspection_id, document)
        number = document.draft_number if matter.rules.type_word else ""
        paper = write(matter, number, "")
        return lambda: _compose(matter, paper).pdf

    def without_font(self, inspection_id: InspectionId, document: Document, write: Writer) -> tuple[str, ...]:
        """Return the characters that no font has: they would leave boxes on paper."""
        from inspector_app.documents.fonts import missing

        return missing(texts_of(write(self.matter(inspection_id, document), "", "")))

    # Writing

    def new(self, inspection_id: InspectionId, document_type: DocumentType) -> Document:
        """Return a draft, not stored yet."""
        identity = DocumentId(self._desk.ids.new())
        words = self.templates.template(document_type).wording
        return Document(
            id=identity,
            type=document_type,
            created_at=self._desk.clock.now(),
            written_by=self._desk.person.id,
            draft_number=words.say("draft_number", code=draft_code(identity)),
        )

    def put(self, inspection_id: InspectionId, what: str, *values: object) -> None:
        """Store values in one intention."""
        with self._desk.inspection(inspection_id).intention(what, self._desk.author) as unit:
            for value in values:
                unit.put(value)

    def finish(
        self, inspection_id: InspectionId, document: Document, write: Writer, *, line: str,
        beside: Sequence[object] = (), progress: Progress | None = None,
    ) -> Document:  # fmt: skip
        """Lay a document out for good: number burned, head of the journal printed, bytes kept.

        Every line for a name gets the fields that strokes drawn on the screen may fill; then the laptop
        seals it, so that every later change shows.
        """
        from inspector_app.documents.ink import prepare_lines
        from inspector_app.documents.paper_seal import seal_paper

        heard = progress or Silent()
        heard.report(0, _PARTS)
        unfit = self.without_font(inspection_id, document, write)
        heard.report(1, _PARTS)
        if unfit:
            raise NotAllowed(
                sentence(
                    "No font of this program has these characters: {names}. Write them otherwise.",
                    names="、".join(f"{sign} (U+{ord(sign):04X})" for sign in unfit[:12]),
                )
            )
        number = self._number(inspection_id, document)
        head = self._workspace.credentials.signed_head(inspection_id)
        head_code = code_of(head.hash if head else NOTHING)
        finished = replace(
            document,
            state=DocumentState.ISSUED,
            issued_at=self._desk.clock.now(),
            number=number,
            head_code=head_code,
        )
        matter = self.matter(inspection_id, finished)
        if matter.replaces is not None:
            finished = replace(finished, corrects=matter.replaces.id)
        printed = number or (document.draft_number if matter.rules.type_word else "")
        drawn = _compose(matter, write(matter, printed, head_code))
        heard.report(2, _PARTS)
        stored = [*beside, *([head] if head else [])]
        pdf = seal_paper(
            prepare_lines(drawn),
            self._workspace.credentials.laptop_signer(),
            at=self._desk.clock.now(),
            words=matter.say("sealed"),
        )
        self.revisions.append(inspection_id, finished, pdf, what=LAYOUT, line=line, beside=stored)
        return finished

    def next_number(self, inspection_id: InspectionId, document: Document) -> str:
        """Return the number that the document would get; empty where it gets none."""
        matter = self.matter(inspection_id, document)
        if document.number or not matter.rules.type_word:
            return document.number
        free = self._numbers.next_free(document.type, official_day(self._desk.clock.now()).year)
        return self._printed(matter, free[0], free[1]) if free else ""

    def _number(self, inspection_id: InspectionId, document: Document) -> str:
        matter = self.matter(inspection_id, document)
        if not matter.rules.type_word:
            return ""
        burned = self._numbers.burn(document.type, inspection=inspection_id, document=document.id)
        return self._printed(matter, burned[0], burned[1].number) if burned else ""

    def _printed(self, matter: Matter, block: NumberBlock, number: int) -> str:
        word = matter.rules.type_word
        return official_number(block.body, word, block.year, number, padding=matter.region.number_padding)

    # Leaving and coming back

    def printed(self, inspection_id: InspectionId, document_id: DocumentId, copies: int = 1) -> Document:
        """Count copies that went to the printer."""
        document = self.document(inspection_id, document_id)
        counted = replace(document, copies_printed=document.copies_printed + copies)
        self.put(inspection_id, "document printed", counted)
        return counted

    def export(self, inspection_id: InspectionId, document_id: DocumentId, path: Path) -> Path:
        """Write the finished bytes outside, unencrypted; that they left is journalled."""
        pdf = self.pdf(inspection_id, document_id)
        try:
            write_beside(path, [pdf])
        except OSError as error:
            raise EnvironmentProblem(
                sentence(
                    "{name} cannot be written there. Check room and rights of the folder; "
                    "the document itself is untouched.",
                    name=path.name,
                )
            ) from error
        document = self.document(inspection_id, document_id)
        self.put(inspection_id, "document exported unencrypted", document)
        return path

    def take_scan(self, inspection_id: InspectionId, document_id: DocumentId, source: Source) -> Intake:
        """Take the scan of the wet-signed copy in as evidence bound to the document."""
        document = self.document(inspection_id, document_id)
        label = document.number or document.draft_number
        target = Target(kind=TargetKind.DOCUMENT, id=document_id, label=label)
        (intake,) = self._evidence.take_in(inspection_id, [source], target=target)
        return intake

    def withdraw(self, inspection_id: InspectionId, document_id: DocumentId, reason: str) -> Document:
        """Take a document back; it stays with its reason."""
        document = self.document(inspection_id, document_id)
        if document.state is DocumentState.WITHDRAWN:
            raise NotAllowed(sentence("This document was withdrawn already."))
        if not reason.strip():
            raise UnusableInput(sentence("Say why the document is withdrawn; the reason stays with it."))
        withdrawn = replace(document, state=DocumentState.WITHDRAWN, withdrawn_reason=reason.strip())
        self.put(inspection_id, "document withdrawn", withdrawn)
        return withdrawn


def _is_drawn_on(revisions: Sequence[DocumentRevision]) -> bool:
    return any(one.what.startswith(INK) for one in revisions)


def _with_strokes(pdf: bytes) -> bytes:
    from inspector_app.documents.showing import shown

    return shown(pdf)


def _compose(matter: Matter, paper: Paper) -> Drawn:
    from inspector_app.documents.compose import compose

    return compose(matter.template, paper)
