"""Reads the fixed words of documents: the shipped ones, or the bureau's own file in the workspace."""

from __future__ import annotations

import string
import tomllib
from pathlib import Path
from typing import Any

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.notice import Wording
from inspector_app.domain.wording import sentence
from inspector_app.system.chosen_files import read_chosen
from inspector_app.system.durable import write_durably
from inspector_app.system.paths import RESOURCES

SHIPPED = RESOURCES / "wording" / "default.toml"
OWN_NAME = "wording.toml"
_LARGEST = 1 << 20
"""Bytes of a wording file."""


class WordingBook:
    """Hands out the words of one kind of document.

    A bureau's own file replaces phrases of the shipped one; what it leaves out, because it is older,
    stays as shipped. A phrase that nobody prints, or a place in braces that the shipped phrase lacks,
    is refused with the whole file, by name.
    """

    def __init__(self, folder: Path, *, shipped: Path = SHIPPED) -> None:
        self._shipped_file = shipped
        self._own_file = folder / OWN_NAME
        self._book: dict[str, Any] | None = None

    @property
    def is_own(self) -> bool:
        """Whether the bureau's own file is used."""
        return self._own_file.is_file()

    def section(self, name: str) -> Wording:
        """Return the words of ``notice`` or ``ward_sheet``; an unusable own file is refused here."""
        if self._book is None:
            self._book = self._checked(self._own_file) if self.is_own else self._shipped()
        return _section(self._book, name)

    def check(self, file: Path, name: str) -> Wording:
        """Read a file as a bureau's own and return one section of it; nothing is replaced."""
        return _section(self._checked(file), name)

    def places(self, name: str) -> tuple[str, ...]:
        """Return what the phrases of a section may name in braces."""
        return tuple(
            sorted({place for phrase in self._shipped()[name].values() for place in _places(phrase)})
        )

    def text(self) -> bytes:
        """Return the file that is used now, to be changed elsewhere."""
        return (self._own_file if self.is_own else self._shipped_file).read_bytes()

    def take_in(self, file: Path) -> None:
        """Check a file and use it from now on instead of the shipped one."""
        self._checked(file)
        content = read_chosen(file, _LARGEST)
        self._own_file.parent.mkdir(parents=True, exist_ok=True)
        write_durably(self._own_file, content)
        self._book = None

    def forget(self) -> None:
        """Go back to the shipped words."""
        self._own_file.unlink(missing_ok=True)
        self._book = None

    def _shipped(self) -> dict[str, Any]:
        return tomllib.loads(self._shipped_file.read_text(encoding="utf-8"))

    def _checked(self, own: Path) -> dict[str, Any]:
        shipped = self._shipped()
        try:
            book = tomllib.loads(read_chosen(own, _LARGEST).decode("utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise _refused(own, str(error)) from error
        if not isinstance(book.get("version"), str):
            raise _refused(own, "version")
        for section, phrases in book.items():
            if section != "version":
                _check_section(own, section, phrases, shipped.get(section))
        return {
            **{section: {**phrases, **book.get(section, {})} for section, phrases in shipped.items()
               if isinstance(phrases, dict)},
            "version": book["version"],
        }  # fmt: skip


def _section(book: dict[str, Any], name: str) -> Wording:
    phrases = book[name]
    return Wording(str(book["version"]), {key: str(phrases[key]) for key in phrases})


def _check_section(own: Path, section: str, mine: object, shipped: object) -> None:
    if not isinstance(mine, dict) or not isinstance(shipped, dict):
        raise _refused(own, section)
    for key, text in mine.items():
        phrase = shipped.get(key)
        if phrase is None or not isinstance(text, str) or not _places(text) <= _places(phrase):
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
