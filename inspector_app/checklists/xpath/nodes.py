"""The tree that expressions walk: a small document model whose children are found by name at once."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from xml.etree.ElementTree import Element


class NodeKind(IntEnum):
    """What a node is."""

    ROOT = 0
    ELEMENT = 1
    TEXT = 2
    ATTRIBUTE = 3
    COMMENT = 4
    INSTRUCTION = 5


class Node:
    """One node; ``text`` is the value of everything but root and elements."""

    __slots__ = (
        "_holding",
        "_named",
        "attributes",
        "children",
        "kind",
        "name",
        "namespace",
        "parent",
        "state",
        "text",
    )

    def __init__(self, kind: NodeKind, name: str = "", *, namespace: str = "", text: str = "") -> None:
        self.kind = kind
        self.name = name
        self.namespace = namespace
        self.text = text
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.state: object = None
        """What a running form keeps about the node."""
        self._named: dict[str, list[Node]] | None = None
        self._holding: dict[tuple[str, str], dict[str, list[Node]]] | None = None

    def named(self, name: str) -> list[Node]:
        """Return the child elements of that local name, in order; the list must not be changed."""
        index = self._named
        if index is None:
            index = {}
            for child in self.children:
                if child.kind is NodeKind.ELEMENT:
                    index.setdefault(child.name, []).append(child)
            self._named = index
        return index.get(name, _NONE)

    @property
    def never_changes(self) -> bool:
        """Tell whether it is an element of a list beside the form; what is answered has a state."""
        return self.kind is NodeKind.ELEMENT and self.state is None

    def holding(self, name: str, column: str) -> dict[str, list[Node]]:
        """Return child elements by what a child of theirs says; only for trees that no longer change."""
        known = self._holding = self._holding or {}
        index = known.get((name, column))
        if index is None:
            index = known[name, column] = {}
            for child in self.elements() if name == "*" else self.named(name):
                for said in dict.fromkeys(cell.string() for cell in child.named(column)):
                    index.setdefault(said, []).append(child)
        return index

    def insert(self, place: int, child: Node) -> None:
        child.parent = self
        self.children.insert(place, child)
        self._named = None

    def append(self, child: Node) -> None:
        self.insert(len(self.children), child)

    def remove(self, child: Node) -> None:
        self.children.remove(child)
        child.parent = None
        self._named = None

    def string(self) -> str:
        """Return the string value as XPath defines it."""
        if self.kind > NodeKind.ELEMENT:
            return self.text
        children = self.children
        if len(children) == 1 and children[0].kind is NodeKind.TEXT:
            return children[0].text
        return "".join(node.text for node in self.descendants() if node.kind is NodeKind.TEXT)

    def set_string(self, value: str) -> None:
        """Let a leaf element, or an attribute, hold ``value``."""
        if self.kind > NodeKind.ELEMENT:
            self.text = value
            return
        children = self.children
        if len(children) == 1 and children[0].kind is NodeKind.TEXT and value:
            children[0].text = value
            return
        self.children = []
        self._named = None
        if value:
            self.append(Node(NodeKind.TEXT, text=value))

    def elements(self) -> list[Node]:
        return [child for child in self.children if child.kind is NodeKind.ELEMENT]

    def descendants(self) -> Iterator[Node]:
        """Yield all nodes below, in document order, without attributes."""
        for child in self.children:
            yield child
            if child.children:
                yield from child.descendants()

    def ancestors(self) -> Iterator[Node]:
        """Yield parent, its parent, and so on to the root."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def root(self) -> Node:
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def copy(self) -> Node:
        """Return a deep copy that has no parent and no state."""
        twin = Node(self.kind, self.name, namespace=self.namespace, text=self.text)
        for attribute in self.attributes:
            add_attribute(twin, attribute.name, attribute.text, attribute.namespace)
        for child in self.children:
            twin.append(child.copy())
        return twin


_NONE: list[Node] = []


def add_attribute(node: Node, name: str, value: str, namespace: str = "") -> None:
    attribute = Node(NodeKind.ATTRIBUTE, name, namespace=namespace, text=value)
    attribute.parent = node
    node.attributes.append(attribute)


def split_tag(tag: str) -> tuple[str, str]:
    """Split ElementTree's ``{namespace}name`` into namespace and name."""
    if tag.startswith("{"):
        namespace, _, name = tag[1:].partition("}")
        return namespace, name
    return "", tag


def from_element(element: Element, *, keep_blanks: bool = False) -> Node:
    """Copy an ElementTree element; text of blanks alone between elements is left out unless asked for."""
    namespace, name = split_tag(element.tag)
    node = Node(NodeKind.ELEMENT, name, namespace=namespace)
    for key, value in element.attrib.items():
        attribute_namespace, attribute_name = split_tag(key)
        add_attribute(node, attribute_name, value, attribute_namespace)
    _add_text(node, element.text, keep=keep_blanks or len(element) == 0)
    for child in element:
        tag: object = child.tag
        if isinstance(tag, str):
            node.append(from_element(child, keep_blanks=keep_blanks))
        else:
            comment = getattr(tag, "__name__", "") == "Comment"
            node.append(Node(NodeKind.COMMENT, text=child.text or "") if comment else _instruction(child))
        _add_text(node, child.tail, keep=keep_blanks)
    return node


def _instruction(element: Element) -> Node:
    """ElementTree writes target and content as one text; the string value is the content (XPath 1.0, 5.5)."""
    target, _, content = (element.text or "").partition(" ")
    return Node(NodeKind.INSTRUCTION, target, text=content.lstrip())


def document(element: Element, *, keep_blanks: bool = False) -> Node:
    """Return a root node that holds a copy of ``element``."""
    root = Node(NodeKind.ROOT)
    root.append(from_element(element, keep_blanks=keep_blanks))
    return root


def in_document_order(nodes: list[Node]) -> list[Node]:
    """Return the nodes once each, in document order."""
    if len(nodes) < 2:
        return nodes
    unique = list({id(node): node for node in nodes}.values())
    places: dict[int, int] = {}
    for root in {id(root): root for root in (node.root() for node in unique)}.values():
        _number(root, places)
    return sorted(unique, key=lambda node: places[id(node)])


def _number(node: Node, places: dict[int, int]) -> None:
    places[id(node)] = len(places)
    for attribute in node.attributes:
        places[id(attribute)] = len(places)
    for child in node.children:
        _number(child, places)


def _add_text(node: Node, text: str | None, *, keep: bool) -> None:
    if text and (keep or text.strip()):
        node.append(Node(NodeKind.TEXT, text=text))
