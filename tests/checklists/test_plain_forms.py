"""Shipped checklists are plain XLSForms: other tools read them, and our columns do no harm there."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from pyxform.xls2xform import convert

from inspector_app.checklists.form import OUR_NAMESPACE
from inspector_app.checklists.table_columns import ENGLISH_TITLE, INSTITUTIONS, OUR_COLUMNS, OURS
from inspector_app.checklists.tables import Sheet, as_xlsx, read_tables
from tests.checklists.filling import FORMS, SHIPPED


def alone(content: bytes) -> Element:
    """Convert a workbook with pyxform alone, as another tool does."""
    result = convert(xlsform=io.BytesIO(content), file_type=".xlsx", validate=False)
    # Photographs are evidence: that they could be made smaller for sending is no fault of the form.
    assert [told for told in result.warnings if "max-pixels" not in told] == []
    found: Element = ElementTree.fromstring(result.xform)
    return found


def tables(name: str) -> tuple[Sheet, ...]:
    return read_tables((FORMS / f"{name}.md").read_bytes(), f"{name}.md")


def without_ours(sheet: Sheet) -> Sheet:
    kept = [
        place
        for place, name in enumerate(sheet.columns)
        if not OURS.match(name) and name not in {"namespaces", INSTITUTIONS, ENGLISH_TITLE}
    ]
    return Sheet(name=sheet.name, rows=tuple(tuple(row[place] for place in kept) for row in sheet.rows))


def stripped(form: Element) -> list[tuple[str, str, dict[str, str]]]:
    """List every element with what other tools read of it."""
    return [
        (
            element.tag,
            (element.text or "").strip(),
            {name: value for name, value in element.attrib.items() if OUR_NAMESPACE not in name},
        )
        for element in form.iter()
    ]


@pytest.mark.parametrize("name", SHIPPED)
def test_pyxform_alone_reads_a_shipped_checklist_without_a_warning(name: str) -> None:
    alone(as_xlsx(tables(name)))


@pytest.mark.parametrize("name", SHIPPED)
def test_our_columns_change_nothing_that_other_tools_read(name: str) -> None:
    ours = alone(as_xlsx(tables(name)))
    plain = alone(as_xlsx([without_ours(sheet) for sheet in tables(name)]))
    assert any(OUR_NAMESPACE in attribute for element in ours.iter() for attribute in element.attrib)
    assert stripped(ours) == stripped(plain)


def test_the_guide_explains_every_column_of_ours() -> None:
    guide = Path(FORMS / "README.md").read_text("utf-8")
    assert [name for name in sorted(OUR_COLUMNS) if f"`bind::fm:{name}`" not in guide] == []
