"""Why a question of a checklist stands as it does, and what a change of its answer would reach."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.wording import Sentence


class Effect(StrEnum):
    """What a rule of the form does to a question."""

    HIDDEN = "hidden"
    REQUIRED = "required"
    READONLY = "readonly"
    COMPUTED = "computed"
    WRONG = "wrong"
    NONCOMPLIANT = "noncompliant"
    CHOICES = "choices"
    COUNT = "count"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """An answer that counts, in the words of the form."""

    path: str
    label: str
    value: str = ""
    """In words: labels of choices; empty where nothing is answered."""
    hidden: bool = False
    """The question is itself not shown, so its answer does not count."""
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that holds of a question, and the answers that make it so; none where it is always so."""

    effect: Effect
    section: str = ""
    """The section above that carries the rule, where it is not the question's own."""
    answers: tuple[GivenAnswer, ...] = ()
    message: str = ""
    """The form's own words for what is wrong."""
    failure: Sentence | None = None
    """Why the rule could not be computed."""
    fault: Sentence | None = None
    """Why what was typed is no answer of the question's type; no other answer has to do with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A question that a change would reach, and what may change there."""

    path: str
    label: str
    effects: tuple[Effect, ...]
