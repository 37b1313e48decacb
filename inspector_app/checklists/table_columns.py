"""Columns of a checklist's sheets: what they are called, which are translated, which hold expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

_SAME: Mapping[str, str] = {
    "relevance": "relevant",
    "calculate": "calculation",
    "read_only": "readonly",
    "read only": "readonly",
    "bind::relevant": "relevant",
    "bind::calculate": "calculation",
    "bind::constraint": "constraint",
    "bind::required": "required",
    "bind::readonly": "readonly",
    "bind::jr:constraintmsg": "constraint_message",
    "bind::jr:requiredmsg": "required_message",
    "constraint message": "constraint_message",
    "required message": "required_message",
    "control::jr:count": "repeat_count",
    "jr:count": "repeat_count",
    "caption": "label",
    "list name": "list_name",
    "value": "name",
}
TRANSLATED = frozenset({"label", "hint", "guidance_hint", "constraint_message", "required_message"})
EXPRESSIONS = frozenset(
    {"relevant", "calculation", "constraint", "readonly", "required", "choice_filter", "repeat_count"}
)
KNOWN: Mapping[str, frozenset[str]] = {
    "survey": TRANSLATED
    | EXPRESSIONS
    | {"type", "name", "default", "appearance", "parameters", "trigger", "image", "audio", "video", "media"}
    | {"big-image", "bind", "instance", "body", "control", "disabled", "query", "autoplay", "save_to"},
    "choices": frozenset({"list_name", "name", "label", "image", "audio", "video", "media", "big-image"}),
    "settings": frozenset(
        {"form_title", "form_id", "version", "default_language", "namespaces", "instance_name", "style"}
        | {"public_key", "submission_url", "title", "id_string", "auto_send", "auto_delete", "name"}
        | {"allow_choice_duplicates", "clean_text_values", "sms_keyword", "attribute", "prefix", "delimiter"}
    ),
}
SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
OURS = re.compile(r"bind::?fm:(?P<name>.*)\Z", re.IGNORECASE)
INSTITUTIONS = "attribute::fm:institutions"
"""Column of the settings: what kinds of institution a checklist is for."""
PRELOADED = (
    *("institution", "institution_code", "institution_kind", "institution_level", "data_from", "data_to"),
    *("username", "deviceid"),
)
"""What a question may be filled in with at the beginning."""
EXEMPT = "attribute::fm:exempt"
"""Column of the settings: whether questions may be said not to apply, where they say nothing themselves."""
ENGLISH_TITLE = "attribute::fm:title_en"
"""Column of the settings: the title beside ``form_title``, which has no language."""
OUR_COLUMNS = frozenset(
    {"category", "clause", "severity", "evidence", "noncompliant", "when", "finding", "requirement"}
    | {"score", "unit", "unit_en", "exempt"}
)


def meaning_of_column(header: str) -> tuple[str, str]:
    """Return what a column is, and the language after ``::`` where it has one."""
    text = re.sub(r"\s+", " ", header.strip())
    if text.lower() in _SAME:
        return _SAME[text.lower()], ""
    if OURS.match(text):
        return text, ""
    base, _, language = text.partition("::")
    known = _SAME.get(base.strip().lower(), base.strip().lower())
    return known, language.strip()


def close(word: str, known: Iterable[str]) -> str:
    """Return what was probably meant; empty where nothing is near."""
    return next(iter(get_close_matches(word.lower(), sorted(known), 1, 0.75)), "")
