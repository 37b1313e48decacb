"""Texts of a form in its languages, with answers written into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from inspector_app.checklists.xpath.nodes import split_tag

GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True)
class Insert:
    """An expression whose value is written into a text."""

    expression: str


Parts = tuple[str | Insert, ...]


@dataclass(frozen=True, slots=True)
class TextRef:
    """A text given in place, by its identity among the languages' texts, or by an expression."""

    parts: Parts = ()
    text_id: str = ""
    expression: str = ""


EMPTY = TextRef()


@dataclass(frozen=True, slots=True)
class Texts:
    """All languages: language, text identity, and form (empty for the plain one) to parts."""

    languages: tuple[str, ...]
    default: str
    by_language: Mapping[str, Mapping[str, Mapping[str, Parts]]]

    def find(self, language: str, text_id: str, form: str = "") -> Parts:
        """Return a text in ``language``, else in the default language; empty where nobody wrote it."""
        for name in (language, self.default):
            parts = self.by_language.get(name, {}).get(text_id, {}).get(form)
            if parts and parts != ("-",):
                return parts
        return ()


def parts_of(element: Element) -> Parts:
    """Read mixed content of text and ``output`` elements."""
    parts: list[str | Insert] = [element.text or ""]
    for child in element:
        if split_tag(child.tag)[1] == "output":
            expression = child.get("value") or child.get("ref") or ""
            parts.append(Insert(expression.strip()))
        else:
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(part for part in parts if part != "")


def reference(element: Element | None) -> TextRef:
    """Read a label or hint element."""
    if element is None:
        return EMPTY
    ref = (element.get("ref") or "").strip()
    if ref.startswith("jr:itext('") and ref.endswith("')"):
        return TextRef(text_id=ref[len("jr:itext('") : -2])
    if ref:
        return TextRef(expression=ref)
    return TextRef(parts=parts_of(element))


def read_texts(itext: Element | None) -> Texts:
    """Read the ``itext`` block of a form."""
    by_language: dict[str, dict[str, dict[str, Parts]]] = {}
    default = ""
    for translation in itext if itext is not None else ():
        language = translation.get("lang", "")
        texts = by_language.setdefault(language, {})
        if not default or translation.get("default") is not None:
            default = language
        for text in translation:
            forms = texts.setdefault(text.get("id", ""), {})
            for value in text:
                forms[value.get("form", "")] = parts_of(value)
    return Texts(languages=tuple(by_language), default=default, by_language=by_language)
