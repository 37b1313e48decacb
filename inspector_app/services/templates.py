"""Templates as a bureau handles them: looked at with invented content, checked, replaced, given back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.papers import CONTENTS
from inspector_app.domain.template import fields_of
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.system.exports import write_beside

if TYPE_CHECKING:
    from inspector_app.domain.notice import Wording
    from inspector_app.domain.template import Template
    from inspector_app.services.packs import PackService
    from inspector_app.system.template_files import TemplateBook
    from inspector_app.system.wording_files import WordingBook

NOTICE = DocumentType.RECTIFICATION_NOTICE
_SECTION = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLine:
    """One template in the list of settings."""

    type: DocumentType
    title: str
    version: str
    """Empty where the bureau's own file cannot be used."""
    is_own: bool
    fault: Sentence | None = None
    """Why the bureau's own file cannot be used; its documents cannot be laid out until it is mended."""


class TemplateService:
    """What a bureau does with the words of its documents."""

    def __init__(self, templates: TemplateBook, packs: PackService, wording: WordingBook) -> None:
        """``wording`` holds the notice's words, whose layout is fixed by GB/T 9704."""
        self._templates = templates
        self._packs = packs
        self._wording = wording

    def templates(self) -> list[TemplateLine]:
        """Return the templates that are used now, those that cannot be used with the reason."""
        return [self._line(document_type) for document_type in (NOTICE, *CONTENTS)]

    def _line(self, document_type: DocumentType) -> TemplateLine:
        version, fault = "", None
        try:
            version = (
                self._wording.section(_SECTION).version
                if document_type is NOTICE
                else self._templates.template(document_type).version
            )
        except UnusableInput as problem:
            fault = problem.sentence
        return TemplateLine(
            type=document_type,
            title=self._packs.document(document_type).title,
            version=version,
            is_own=self._wording.is_own if document_type is NOTICE else self._templates.is_own(document_type),
            fault=fault,
        )

    def fields(self, document_type: DocumentType) -> tuple[str, ...]:
        """Return the names that a template of a type may use; those of rows as ``evidence.label``."""
        if document_type is NOTICE:
            return self._wording.places(_SECTION)
        known = fields_of(CONTENTS[document_type])
        inner = [
            f"{name}.{field}"
            for name, rows in known.many.items()
            for field in (rows.single if rows else ["text"])
        ]
        return tuple(sorted((*known.single, *inner)))

    def preview(self, document_type: DocumentType) -> bytes:
        """Return the template that is used now with invented content, as PDF."""
        if document_type is NOTICE:
            return self._noticed(self._wording.section(_SECTION))
        return self._drawn(self._templates.template(document_type))

    def preview_file(self, file: Path, document_type: DocumentType | None = None) -> bytes:
        """Check a file and return it with invented content, as PDF; nothing is replaced."""
        if document_type is NOTICE:
            return self._noticed(self._wording.check(file, _SECTION))
        return self._drawn(self._templates.check(file, document_type))

    def replace(self, file: Path, document_type: DocumentType | None = None) -> DocumentType:
        """Check a file and use it from now on."""
        if document_type is NOTICE:
            self._wording.take_in(file)
            return NOTICE
        return self._templates.take_in(file, document_type).type

    def write(self, document_type: DocumentType, path: Path) -> Path:
        """Write the template that is used now as a file, to be changed and taken in again."""
        is_notice = document_type is NOTICE
        text = self._wording.text() if is_notice else self._templates.text(document_type)
        try:
            write_beside(path, [text])
        except OSError as error:
            raise EnvironmentProblem(
                sentence(
                    "{name} cannot be written there. Check room and rights of the folder; "
                    "the template itself is untouched.",
                    name=path.name,
                )
            ) from error
        return path

    def give_back(self, document_type: DocumentType) -> None:
        """Use the shipped template again."""
        if document_type is NOTICE:
            self._wording.forget()
        else:
            self._templates.forget(document_type)

    def _noticed(self, wording: Wording) -> bytes:
        from inspector_app.documents.notice import layout_notice
        from inspector_app.services.example_notice import example_notice

        return layout_notice(example_notice(wording, self._packs.document(NOTICE).title)).pdf

    def _drawn(self, template: Template) -> bytes:
        from inspector_app.documents.compose import compose
        from inspector_app.services.example_papers import example

        titled = template.with_title(self._packs.document(template.type).title)
        return compose(titled, example(template.type)).pdf
