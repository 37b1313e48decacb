"""Single elements of an XForm as the values they mean."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from inspector_app.checklists.faults import FormFault
from inspector_app.checklists.form import OUR_NAMESPACE, Bind, Itemset, Names
from inspector_app.checklists.texts import EMPTY, TextRef, reference
from inspector_app.checklists.xpath.nodes import split_tag
from inspector_app.domain.checklist import Meaning, QuestionKind, Severity
from inspector_app.domain.checklist_score import read_points
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.institution import InstitutionKind
from inspector_app.domain.wording import sentence

_KINDS = {
    "string": QuestionKind.TEXT,
    "int": QuestionKind.INTEGER,
    "integer": QuestionKind.INTEGER,
    "decimal": QuestionKind.DECIMAL,
    "date": QuestionKind.DATE,
    "time": QuestionKind.TIME,
    "dateTime": QuestionKind.DATE_TIME,
    "barcode": QuestionKind.TEXT,
    "boolean": QuestionKind.TEXT,
    "": QuestionKind.TEXT,
}


_NO = frozenset({"no", "false"})
_GEOGRAPHIC = frozenset({"geopoint", "geotrace", "geoshape"})


def child_of(element: Element, name: str) -> Element | None:
    return next((child for child in element if split_tag(child.tag)[1] == name), None)


def needed(element: Element, name: str) -> Element:
    found = child_of(element, name)
    if found is None:
        raise UnusableInput(
            sentence("The form has no {part}. Compile it again from its table.", part=f"<{name}>")
        )
    return found


def unsupported(feature: str, place: Names, column: str = "type") -> FormFault:
    return FormFault(
        sentence(
            "The checklist uses {feature} at {place}, which this program does not support yet. "
            "Replace the question or leave it out.",
            feature=feature,
            place="/".join(place[1:]) or place[0],
        ),
        place,
        column,
    )


def kind_of(name: str, element: Element, path: Names, bind: Bind | None) -> QuestionKind:
    """Return what a control asks for; what nobody can answer here is refused by name."""
    bind_type = "string" if bind is None else bind.type
    if name == "select1":
        return QuestionKind.SELECT_ONE
    if name == "select":
        return QuestionKind.SELECT_MULTIPLE
    if name == "trigger":
        return QuestionKind.ACKNOWLEDGE
    if name == "rank":
        return QuestionKind.RANK
    if name == "range":
        return QuestionKind.RANGE
    if name == "upload":
        if element.get("mediatype", "").startswith("osm"):
            raise unsupported("osm", path)
        return _upload_kind(element)
    if name != "input":
        raise unsupported(name, path)
    if bind is not None and bind.readonly == "true()" and not bind.calculate and bind_type == "string":
        return QuestionKind.NOTE
    if bind_type in _GEOGRAPHIC:
        raise unsupported(bind_type, path)
    if element.get("query"):
        raise unsupported("select_one_external", path)
    # An unknown type counts as text (ODK XForms, Bind Attributes).
    return _KINDS.get(bind_type, QuestionKind.TEXT)


def item_of(item: Element) -> tuple[str, TextRef]:
    value = needed(item, "value")
    return (value.text or "").strip(), reference(child_of(item, "label"))


def itemset_of(element: Element) -> Itemset:
    label = child_of(element, "label")
    return Itemset(
        nodes=element.get("nodeset", "").strip(),
        value=needed(element, "value").get("ref", "name").strip(),
        label=reference(label),
    )


def local_name(part: str) -> str:
    """The name of one part of a path without its prefix; an attribute keeps its mark."""
    name = part.rpartition(":")[2]
    return f"@{name}" if part.startswith("@") and not name.startswith("@") else name


def without_predicates(path: str) -> str:
    """Leave out what stands in square brackets, one in another included."""
    written: list[str] = []
    depth = 0
    for sign in path:
        depth += sign == "["
        if depth == 0:
            written.append(sign)
        depth -= sign == "]"
    return "".join(written)


def span_of(element: Element, path: Names) -> tuple[str, str, str]:
    found = tuple(element.get(name, "").strip() for name in ("start", "end", "step"))
    if not all(re.fullmatch(r"-?\d+(\.\d+)?", part) for part in found):
        raise FormFault(
            sentence(
                "The scale at {place} needs three numbers: start, end and step. Write them as parameters.",
                place="/".join(path[1:]),
            ),
            path,
            "parameters",
        )
    return found[0], found[1], found[2]


def _upload_kind(element: Element) -> QuestionKind:
    if set(element.get("appearance", "").split()) & {"signature", "draw", "annotate"}:
        return QuestionKind.SIGNATURE
    media = element.get("mediatype") or element.get("accept") or "image/*"
    return QuestionKind.PHOTOGRAPH if media.startswith("image") else QuestionKind.FILE


def message_of(text: str | None) -> TextRef:
    if not text:
        return EMPTY
    match = re.fullmatch(r"jr:itext\('(.*)'\)", text.strip())
    return TextRef(text_id=match[1]) if match else TextRef(parts=(text,))


def institutions_of(instance: Element) -> tuple[InstitutionKind, ...]:
    """Return what kinds of institution a form is for; words nobody knows say nothing."""
    words = instance.get(f"{{{OUR_NAMESPACE}}}institutions", "").split()
    return tuple(kind for kind in InstitutionKind if kind.value in words)


def english_title_of(instance: Element) -> str:
    return instance.get(f"{{{OUR_NAMESPACE}}}title_en", "").strip()


def may_be_exempt(instance: Element) -> bool:
    """Tell whether a form lets its questions be said not to apply, where they say nothing themselves."""
    return instance.get(f"{{{OUR_NAMESPACE}}}exempt", "").strip().lower() not in _NO


def meaning_of(element: Element, path: Names, *, exemptible: bool = True) -> Meaning:
    def column(name: str) -> str:
        return element.get(f"{{{OUR_NAMESPACE}}}{name}", "").strip()

    severity = column("severity")
    if severity and severity not in {known.value for known in Severity}:
        raise FormFault(
            sentence(
                "The question {place} has the severity {severity}. Write minor, major or critical.",
                place="/".join(path[1:]),
                severity=severity,
            ),
            path,
            "bind::fm:severity",
        )
    try:
        points = read_points(column("score"))
    except ValueError as fault:
        raise FormFault(
            sentence(
                "Write points as 5, or by answer as yes=5 partly=2; not {points}.", points=column("score")
            ),
            path,
            "bind::fm:score",
        ) from fault
    return Meaning(
        category=column("category"),
        clauses=tuple(column("clause").replace(",", " ").split()),
        severity=Severity(severity) if severity else None,
        evidence_required=column("evidence") in {"yes", "true", "required"},
        finding=column("finding"),
        requirement=column("requirement"),
        noncompliant=tuple(column("noncompliant").replace(",", " ").split()),
        unit=column("unit"),
        unit_en=column("unit_en"),
        points=points,
        exemptible=column("exempt").lower() not in _NO if column("exempt") else exemptible,
    )
