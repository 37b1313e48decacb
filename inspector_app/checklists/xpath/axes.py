"""The axes of XPath and the tests that steps put to nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from inspector_app.checklists.xpath.context import World
from inspector_app.checklists.xpath.nodes import Node, NodeKind
from inspector_app.checklists.xpath.syntax import Axis, Test


def _self(node: Node) -> Iterator[Node]:
    yield node


def _parent(node: Node) -> Iterator[Node]:
    if node.parent is not None:
        yield node.parent


def _ancestor_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from node.ancestors()


def _descendant_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from node.descendants()


def _place(node: Node, siblings: list[Node]) -> int:
    return siblings.index(node)


def _following_sibling(node: Node) -> Iterable[Node]:
    if node.parent is None or node.kind is NodeKind.ATTRIBUTE:
        return ()
    siblings = node.parent.children
    return siblings[_place(node, siblings) + 1 :]


def _preceding_sibling(node: Node) -> Iterable[Node]:
    if node.parent is None or node.kind is NodeKind.ATTRIBUTE:
        return ()
    siblings = node.parent.children
    return siblings[: _place(node, siblings)][::-1]


def _following(node: Node) -> Iterator[Node]:
    if node.kind is NodeKind.ATTRIBUTE and node.parent is not None:
        yield from node.parent.descendants()
        node = node.parent
    for origin in _ancestor_or_self(node):
        for sibling in _following_sibling(origin):
            yield from _descendant_or_self(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    if node.kind is NodeKind.ATTRIBUTE and node.parent is not None:
        node = node.parent
    for origin in _ancestor_or_self(node):
        for sibling in _preceding_sibling(origin):
            yield from reversed(list(_descendant_or_self(sibling)))


def _nothing(_: Node) -> Iterable[Node]:
    return ()


AXES: dict[Axis, Callable[[Node], Iterable[Node]]] = {
    Axis.ANCESTOR: Node.ancestors,
    Axis.ANCESTOR_OR_SELF: _ancestor_or_self,
    Axis.ATTRIBUTE: lambda node: node.attributes,
    Axis.CHILD: lambda node: node.children,
    Axis.DESCENDANT: Node.descendants,
    Axis.DESCENDANT_OR_SELF: _descendant_or_self,
    Axis.FOLLOWING: _following,
    Axis.FOLLOWING_SIBLING: _following_sibling,
    Axis.NAMESPACE: _nothing,
    Axis.PARENT: _parent,
    Axis.PRECEDING: _preceding,
    Axis.PRECEDING_SIBLING: _preceding_sibling,
    Axis.SELF: _self,
}

_TYPES = {
    "text": NodeKind.TEXT,
    "comment": NodeKind.COMMENT,
    "processing-instruction": NodeKind.INSTRUCTION,
}


def test(axis: Axis, wanted: Test) -> Callable[[Node, World], bool]:
    """Return the test of a step; a name without prefix fits any namespace, as form engines do."""
    if wanted.node_type == "node":
        return lambda _, __: True
    if wanted.node_type:
        kind, target = _TYPES[wanted.node_type], wanted.name
        return lambda node, _: node.kind is kind and target in ("*", node.name)
    principal = NodeKind.ATTRIBUTE if axis is Axis.ATTRIBUTE else NodeKind.ELEMENT
    name, prefix = wanted.name, wanted.prefix

    def matches(node: Node, world: World) -> bool:
        if node.kind is not principal or name not in ("*", node.name):
            return False
        return not prefix or world.prefixes.get(prefix, node.namespace) == node.namespace

    return matches
