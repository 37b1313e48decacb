"""Sentences for people: an English template with values, translated only where it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template with ``{name}`` placeholders and the values that fill it.

    The template is the translation key (context ``Sentence``), so it is always a literal at the
    place of :func:`sentence`; the values are data and are never translated.
    """

    template: str
    values: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def sentence(template: str, **values: object) -> Sentence:
    """Build a sentence; the first argument must be a literal, so that translations can be collected."""
    return Sentence(template, {name: str(value) for name, value in values.items()})
