"""Whatever the journal says happened is said in words that are translated."""

from __future__ import annotations

import ast
from pathlib import Path

from inspector_app.ui.intentions import WORDS, stable_words

SERVICES = sorted((Path(__file__).resolve().parents[2] / "inspector_app").rglob("*.py"))


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _handed_on(function: ast.FunctionDef) -> int | None:
    """The place among a function's arguments of the words that it hands on to an intention."""
    names = [argument.arg for argument in function.args.args]
    for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        if _name(call) == "intention" and call.args and isinstance(call.args[0], ast.Name):
            given = call.args[0].id
            if given in names:
                return names.index(given) - (names[0] == "self")
    return None


def _words(argument: ast.expr, constants: dict[str, str]) -> set[str]:
    if isinstance(argument, ast.Name):
        return {constants[argument.id]} if argument.id in constants else set()
    branches = (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,)
    return {
        branch.value
        for branch in branches
        if isinstance(branch, ast.Constant) and isinstance(branch.value, str)
    }


def intentions_of(source: str) -> set[str]:
    """The words of every intention that a module opens, by itself or through a function of its own."""
    tree = ast.parse(source)
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    places = {"intention": 0}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (place := _handed_on(node)) is not None:
            places[node.name] = place
    found: set[str] = set()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        place = places.get(_name(call))
        if place is not None and place < len(call.args):
            found |= _words(call.args[place], constants)
    return found


def test_every_intention_has_words() -> None:
    found = {str(path): intentions_of(path.read_text(encoding="utf-8")) for path in SERVICES}
    assert sum(map(len, found.values())) > 90
    assert {name: wrong for name, words in found.items() if (wrong := words - set(WORDS))} == {}


def test_intentions_are_found_whether_written_out_named_or_handed_on() -> None:
    source = """
NAMED = "b"
def _put(self, what): store.intention(what, author)
def one(self): store.intention("a", author); store.intention(NAMED, author)
def two(self): self._put("c"); store.intention("d" if x else "e", author)
"""
    assert intentions_of(source) == {"a", "b", "c", "d", "e"}


def test_an_approval_has_words_whoever_gave_it_and_however() -> None:
    for kind in ("notice", "document"):
        for way in ("0193f1", "passphrase", "telephone"):
            assert stable_words(f"{kind} approved by {way}") in WORDS
    assert stable_words("document approved by signed file") == "document approved by signed file"
    assert stable_words("visit opened") == "visit opened"
