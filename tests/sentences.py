"""Finds the sentences for people: every literal that is given to ``sentence()``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path


def sentences_in(file: Path) -> Iterator[tuple[int, str | None]]:
    """Yield line and template of each call; the template is ``None`` where it is not a literal."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) == "sentence":
            first = node.args[0] if node.args else None
            literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
            yield node.lineno, first.value if literal else None


def templates(package: Path) -> dict[str, str]:
    """Return every template of the package with the place of its first use."""
    found: dict[str, str] = {}
    for file in sorted(package.rglob("*.py")):
        for line, template in sentences_in(file):
            if template is not None:
                found.setdefault(template, f"{file.relative_to(package)}:{line}")
    return found


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
