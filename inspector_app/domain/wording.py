"""Sentences for people: an English template with values, translated only where it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

Words = TypeVar("Words")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template with ``{name}`` placeholders and the values that fill it.

    The template is the translation key (context ``Sentence``), so it is always a literal at the
    place of :func:`sentence`; the values are data and are never translated. A value that is a
    sentence itself is put into the same language.
    """

    template: str
    values: dict[str, str | Sentence] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.said(lambda template: template)

    def said(self, translate: Callable[[str], str]) -> str:
        """Fill the translated template; ``translate`` returns a template in the language wanted."""
        values = {
            name: value.said(translate) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return translate(self.template).format(**values)


def sentence(template: str, **values: object) -> Sentence:
    """Build a sentence; the first argument must be a literal, so that translations can be collected."""
    return Sentence(
        template,
        {name: value if isinstance(value, Sentence) else str(value) for name, value in values.items()},
    )


def counted(count: int, one: Words, many: Words) -> Words:
    """Choose the words for one thing or for another number of them, none included.

    English has two forms where Chinese has one; both are literals, so that both are translated.
    """
    return one if count == 1 else many
