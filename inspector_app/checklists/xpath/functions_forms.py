"""Functions that only forms have: selections, repeats, other instances, labels."""

from __future__ import annotations

import math
import zlib

from inspector_app.checklists.xpath.context import Context, Run
from inspector_app.checklists.xpath.functions_core import nodes_of
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.registry import function
from inspector_app.checklists.xpath.values import Value, to_number, to_string
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence


@function("selected", "is-selected", takes=(2, 2))
def selected(_: Context, answer: Value, choice: Value) -> Value:
    return to_string(choice).strip() in to_string(answer).split()


@function("count-selected", takes=(1, 1))
def count_selected(_: Context, answer: Value) -> Value:
    return float(len(to_string(answer).split()))


@function("selected-at", takes=(2, 2))
def selected_at(context: Context, answer: Value, place: Value) -> Value:
    """The choice at a place counted from 0; nothing where there is none."""
    chosen = to_string(answer).split()
    index = to_number(place, context.world.zone)
    if math.isnan(index) or not 0 <= index < len(chosen):
        return ""
    return chosen[int(index)]


@function("once", takes=(1, 1), eager=False)
def once(context: Context, value: Run) -> Value:
    """Keep what the node holds already; compute only the first time."""
    return context.current.string() or to_string(value(context))


@function("instance", takes=(1, 1))
def instance(context: Context, name: Value) -> Value:
    root = context.world.instance(to_string(name))
    if root is None:
        raise UnusableInput(
            sentence("The form has no list of choices called {name}. Check the name.", name=to_string(name))
        )
    return [root]


@function("indexed-repeat", takes=(3, 7), eager=False)
def indexed_repeat(context: Context, wanted: Run, *levels: Run) -> Value:
    """The answers to a question inside numbered instances of the repeats around it."""
    zone = context.world.zone
    found = nodes_of(wanted(context), "indexed-repeat")
    for level in range(0, len(levels) - 1, 2):
        place = to_number(levels[level + 1](context), zone)
        chosen = _numbered(nodes_of(levels[level](context), "indexed-repeat"), place)
        found = [node for node in found if any(id(above) in chosen for above in (node, *node.ancestors()))]
    return found


def _numbered(instances: list[Node], place: float) -> set[int]:
    """Return the identities of those instances that stand at a place, counted from 1 below their parent."""
    if not place.is_integer() or place < 1:
        return set()
    parents = {id(one.parent): one for one in instances}
    chosen = set[int]()
    for one in parents.values():
        siblings = [one] if one.parent is None else one.parent.named(one.name)
        chosen.update(id(sibling) for sibling in siblings[int(place) - 1 : int(place)])
    return chosen


@function("jr:choice-name", takes=(2, 2))
def choice_name(context: Context, value: Value, path: Value) -> Value:
    return context.world.choice_label(to_string(value), to_string(path), context.node)


@function("jr:itext", takes=(1, 1))
def itext(context: Context, text_id: Value) -> Value:
    return context.world.text(to_string(text_id), context.current)


@function("uuid", takes=(0, 1))
def new_id(context: Context, _length: Value = "") -> Value:
    return context.world.new_id()


@function("pulldata", takes=(4, 4))
def pull_data(context: Context, name: Value, column: Value, key_column: Value, key: Value) -> Value:
    """One cell of a table that travels with the form."""
    root = context.world.instance(to_string(name))
    if root is None:
        return ""
    wanted, by = to_string(key), to_string(key_column)
    for top in root.elements() if wanted else ():
        rows = top.holding("*", by).get(wanted, []) if top.never_changes and by[:1] != "@" else top.elements()
        for row in rows:
            if _cell(row, by) == wanted:
                return _cell(row, to_string(column))
    return ""


def _cell(item: Node, column: str) -> str:
    """The text of a child, or of an attribute written as ``@name``; empty where there is none."""
    if column.startswith("@"):
        found = [attribute for attribute in item.attributes if attribute.name == column[1:]]
    else:
        found = item.named(column)
    return found[0].string() if found else ""


@function("randomize", takes=(1, 2))
def randomize(context: Context, nodes: Value, seed: Value | None = None) -> Value:
    """Shuffle as the specification says, so that a seed gives the same order in every engine.

    Fisher and Yates, inside out; the numbers are those of Park and Miller.
    """
    shuffled: list[Node] = []
    start = context.world.shuffle * _PARK_MILLER if seed is None else _seed(seed, context)
    state = math.fmod(start, _PARK_MILLER)
    if state <= 0:
        state += _PARK_MILLER - 1
    for count, node in enumerate(nodes_of(nodes, "randomize")):
        state = math.fmod(state * 16807, _PARK_MILLER)
        place = int((state - 1) / (_PARK_MILLER - 1) * (count + 1))
        shuffled.append(node)
        shuffled[count], shuffled[place] = shuffled[place], node
    return shuffled


_PARK_MILLER = 2147483647
"""The modulus of the generator."""


def _seed(seed: Value, context: Context) -> float:
    """Read a seed as a number; words give each its own order, nothing gives one for all."""
    found = to_number(seed, context.world.zone)
    if math.isfinite(found):
        return found
    words = to_string(seed)
    return float(zlib.crc32(words.encode())) if words else 0.0


@function("version", takes=(0, 0))
def version(context: Context) -> Value:
    for child in context.current.root().elements():
        for attribute in child.attributes:
            if attribute.name == "version":
                return attribute.text
    return ""
