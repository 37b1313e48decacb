"""Templates as a bureau handles them."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.papers import CONTENTS
from inspector_app.services.packs import PackService
from inspector_app.services.templates import NOTICE, TemplateService
from inspector_app.system.template_files import SHIPPED, TemplateBook
from inspector_app.system.wording_files import WordingBook


@pytest.fixture
def templates(tmp_path: Path) -> TemplateService:
    desk = tmp_path / "desk"
    return TemplateService(TemplateBook(desk), PackService(tmp_path / "packs"), WordingBook(desk))


def own(folder: Path, old: str, new: str) -> Path:
    text = (SHIPPED / "delivery.toml").read_text(encoding="utf-8")
    assert old in text
    file = folder / "delivery.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def test_every_type_has_a_template_with_a_title(templates: TemplateService) -> None:
    listed = templates.templates()
    assert [one.type for one in listed] == [NOTICE, *CONTENTS]
    assert all(one.title and not one.is_own for one in listed)


@pytest.mark.parametrize("document_type", sorted([NOTICE, *CONTENTS]))
def test_every_template_can_be_looked_at(templates: TemplateService, document_type: DocumentType) -> None:
    assert templates.preview(document_type).startswith(b"%PDF")


def test_a_file_is_looked_at_before_it_replaces_anything(templates: TemplateService, tmp_path: Path) -> None:
    before = templates.preview(DocumentType.DELIVERY)
    file = own(tmp_path, "送达地点", "送达处所")
    assert templates.preview_file(file) != before
    assert templates.preview(DocumentType.DELIVERY) == before
    assert templates.replace(file) is DocumentType.DELIVERY
    assert templates.preview(DocumentType.DELIVERY) == templates.preview_file(file)
    templates.give_back(DocumentType.DELIVERY)
    assert templates.preview(DocumentType.DELIVERY) == before


def test_the_words_of_the_notice_are_looked_at_used_and_given_back(
    templates: TemplateService, tmp_path: Path
) -> None:
    before = templates.preview(NOTICE)
    file = templates.write(NOTICE, tmp_path / "words.toml")
    text = file.read_text("utf-8").replace("default 2026.1", "青禾 2026.2")
    file.write_text(text.replace("（印章处）", "（盖章）"), "utf-8")
    assert templates.preview_file(file, NOTICE) != before
    assert templates.preview(NOTICE) == before
    templates.replace(file, NOTICE)
    (line,) = [one for one in templates.templates() if one.type is NOTICE]
    assert (line.version, line.is_own) == ("青禾 2026.2", True)
    assert templates.preview(NOTICE) == templates.preview_file(file, NOTICE)
    file.write_text(text.replace("{party}：", "{patient}："), "utf-8")
    with pytest.raises(UnusableInput, match=r"notice\.addressee"):
        templates.replace(file, NOTICE)
    assert "party" in templates.fields(NOTICE)
    templates.give_back(NOTICE)
    assert templates.preview(NOTICE) == before


def test_a_template_with_an_unknown_field_is_not_taken(templates: TemplateService, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="recipiant"):
        templates.replace(own(tmp_path, "{recipient}", "{recipiant}"))


def test_the_names_that_may_be_used_are_listed_with_those_of_rows(templates: TemplateService) -> None:
    fields = templates.fields(DocumentType.RECORD)
    assert {"institution", "statement", "evidence.label", "handed_over.name"} <= set(fields)
