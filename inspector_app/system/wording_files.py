"""Reads the fixed words of documents: the shipped ones, or the bureau's own file in the workspace."""

from __future__ import annotations

import string
import tomllib
from pathlib import Path
from typing import Any

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.notice import Wording
from inspector_app.domain.wording import sentence
from inspector_app.system.paths import RESOURCES

SHIPPED = RESOURCES / "wording" / "default.toml"
OWN_NAME = "wording.toml"


class WordingBook:
    """Hands out the words of one kind of document.

    A bureau's own file must have every key of the shipped one, with no places in braces that the
    shipped phrase lacks: otherwise it is refused as a whole, by name.
    """

    def __init__(self, folder: Path, *, shipped: Path = SHIPPED) -> None:
        self._shipped_file = shipped
        self._own_file = folder / OWN_NAME
        self._book: dict[str, Any] | None = None

    def section(self, name: str) -> Wording:
        """Return the words of ``notice`` or ``ward_sheet``; an unusable own file is refused here."""
        if self._book is None:
            self._book = self._read()
        phrases = self._book[name]
        return Wording(str(self._book["version"]), {key: str(phrases[key]) for key in phrases})

    def _read(self) -> dict[str, Any]:
        shipped = tomllib.loads(self._shipped_file.read_text(encoding="utf-8"))
        return self._checked(self._own_file, shipped) if self._own_file.is_file() else shipped

    def _checked(self, own: Path, shipped: dict[str, Any]) -> dict[str, Any]:
        try:
            book = tomllib.loads(own.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise _refused(own, str(error)) from error
        if not isinstance(book.get("version"), str):
            raise _refused(own, "version")
        for section, phrases in shipped.items():
            if isinstance(phrases, dict):
                self._check_section(own, section, phrases, book.get(section))
        return book

    @staticmethod
    def _check_section(own: Path, section: str, phrases: dict[str, str], mine: object) -> None:
        if not isinstance(mine, dict):
            raise _refused(own, section)
        for key, phrase in phrases.items():
            text = mine.get(key)
            if not isinstance(text, str) or not _places(text) <= _places(phrase):
                raise _refused(own, f"{section}.{key}")


def _places(phrase: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}
    except ValueError:
        return {"{"}


def _refused(own: Path, where: str) -> UnusableInput:
    return UnusableInput(
        sentence(
            "The bureau's wording file {name} cannot be used; look at: {where}. Correct it or take it away; "
            "nothing was changed.",
            name=own.name,
            where=where,
        )
    )
