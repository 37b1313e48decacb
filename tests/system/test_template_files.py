"""Templates of documents as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.papers import CONTENTS
from inspector_app.system.template_files import SHIPPED, TemplateBook

TALK = DocumentType.TALK_NOTICE


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "talk_notice.toml"
    file.write_text((SHIPPED / "talk_notice.toml").read_text(encoding="utf-8"), encoding="utf-8")
    return file


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("document_type", sorted(CONTENTS))
def test_every_shipped_template_names_only_fields_that_exist(
    tmp_path: Path, document_type: DocumentType
) -> None:
    assert TemplateBook(tmp_path).template(document_type).blocks


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("{place}", "{palce}", "palce"),
        ('each = "invited"', 'each = "guests"', "guests"),
        ('when = "office"', 'when = "phones"', "phones"),
        ("（{numeral}）{text}", "（{numeral}）{txet}", "txet"),
        ("{place}", "{place", "{"),
        ("{place}", "{place.__class__}", "place.__class__"),
    ],
)
def test_a_field_that_does_not_exist_is_named(
    tmp_path: Path, own: Path, old: str, new: str, field: str
) -> None:
    change(own, old, new)
    with pytest.raises(UnusableInput) as told:
        TemplateBook(tmp_path / "desk").check(own)
    assert told.value.sentence.values["field"] == field
    assert told.value.sentence.values["name"] == "talk_notice.toml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version =", "verzion ="),
        ('kind = "seal"', 'kind = "stamp"'),
        ('kind = "letter"', 'kind = "poster"'),
        ("invited =", "invitees ="),
        ('invited = "', 'invited = "{who}'),
        ("indent = 0", "indent = 900"),
        ("indent = 0", "intend = 0"),
        ('"（印章处）", ', ""),
        ("[[block]]", "[[block"),
    ],
)
def test_a_file_of_another_shape_is_refused_by_name(tmp_path: Path, own: Path, old: str, new: str) -> None:
    change(own, old, new)
    with pytest.raises(UnusableInput, match=r"talk_notice\.toml"):
        TemplateBook(tmp_path / "desk").check(own)


def test_a_bureaus_own_template_is_used_until_it_is_taken_back(tmp_path: Path, own: Path) -> None:
    change(own, "default 2026.1", "云岭 3")
    book = TemplateBook(tmp_path / "desk")
    assert book.template(TALK).version == "default 2026.1"
    book.take_in(own)
    assert book.is_own(TALK)
    assert book.template(TALK).version == "云岭 3"
    book.forget(TALK)
    assert book.template(TALK).version == "default 2026.1"


def test_a_template_that_is_refused_changes_nothing(tmp_path: Path, own: Path) -> None:
    book = TemplateBook(tmp_path / "desk")
    change(own, "{place}", "{nowhere}")
    with pytest.raises(UnusableInput):
        book.take_in(own)
    assert not book.is_own(TALK)


def test_a_file_named_after_no_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="not the name of a template"):
        TemplateBook(tmp_path).check(tmp_path / "letter_to_my_aunt.toml")


def test_every_role_has_questions(tmp_path: Path) -> None:
    book = TemplateBook(tmp_path)
    for role in ("patient", "physician", "nurse", "pharmacist", "cashier", "head"):
        assert len(book.questions(role)) >= 4
