"""The tree of answers: nodes found by their path with keys, entries of repeats put in and taken out."""

from __future__ import annotations

from inspector_app.checklists.form import FormDefinition, Names
from inspector_app.checklists.state import NodeState, state_of
from inspector_app.checklists.xpath.nodes import Node, NodeKind


class Instance:
    """The primary instance of one session, without its rules."""

    def __init__(self, form: FormDefinition) -> None:
        self._form = form
        self.root = form.instance.copy()
        self.nodes: dict[str, Node] = {}
        """All elements by their path with keys."""
        self._attach(self.root.children[0], "", ())

    @property
    def top(self) -> Node:
        return self.root.children[0]

    def holds(self, node: Node) -> bool:
        """Tell whether a node still stands where its path says."""
        return self.nodes.get(state_of(node).path) is node

    def grow(self, parent: Node, names: Names, key: str) -> Node:
        """Put a copy of a repeat's template after its last instance."""
        node = self._form.repeats[names].copy()
        node.attributes = [one for one in node.attributes if one.name != "template"]
        siblings = parent.named(names[-1])
        if siblings:
            place = next(i for i, child in enumerate(parent.children) if child is siblings[-1]) + 1
        else:
            place = self._place_of_repeat(parent, names)
        parent.insert(place, node)
        state = state_of(parent)
        self._attach(node, state.path, state.names, key)
        return node

    def cut(self, node: Node) -> list[Node]:
        """Take a node out; return everything that left with it."""
        leaving = elements_of(node)
        if node.parent is not None:
            node.parent.remove(node)
        for gone in leaving:
            self.nodes.pop(state_of(gone).path, None)
        return leaving

    def _attach(self, node: Node, parent_path: str, parent_names: Names, key: str = "") -> None:
        names = (*parent_names, node.name)
        path = f"{parent_path}/{node.name}" + (f"[{key}]" if key else "")
        above = state_of(node.parent) if node.parent is not None and node.parent.state else None
        children = node.elements()
        value = "" if children else node.string()
        if value and names in self._form.binds and self._form.binds[names].type == "date":
            value = value.partition("T")[0]
        node.state = NodeState(
            path=path,
            names=names,
            key=key,
            value=value,
            typed=value,
            chosen=value,
            relevant=above is None or above.relevant,
        )
        if not children and above is not None and not above.relevant:
            node.set_string("")
        self.nodes[path] = node
        for attribute in node.attributes:
            if (*names, f"@{attribute.name}") in self._form.bound_attributes:
                self._attach_attribute(attribute, path, names)
        counts: dict[str, int] = {}
        for child in children:
            child_key = ""
            if (*names, child.name) in self._form.repeats:
                counts[child.name] = counts.get(child.name, 0) + 1
                child_key = str(counts[child.name])
            self._attach(child, path, names, child_key)

    def _attach_attribute(self, node: Node, parent_path: str, parent_names: Names) -> None:
        path, names = f"{parent_path}/@{node.name}", (*parent_names, f"@{node.name}")
        value = node.string()
        node.state = NodeState(path=path, names=names, value=value, typed=value, chosen=value)
        self.nodes[path] = node

    def _place_of_repeat(self, parent: Node, names: Names) -> int:
        """Where the first instance goes: before the first element that follows it in the form."""
        siblings = [control for control in self._form.everything() if control.path[:-1] == names[:-1]]
        order = [control.path[-1] for control in siblings]
        after = order[order.index(names[-1]) + 1 :] if names[-1] in order else []
        for place, child in enumerate(parent.children):
            if child.name in after or child.name == "meta":
                return place
        return len(parent.children)


def elements_of(node: Node) -> list[Node]:
    """Return the node and all elements below it, with those attributes that have rules."""
    found: list[Node] = []
    for one in (node, *node.descendants()):
        if one.kind is NodeKind.ELEMENT:
            found.append(one)
            found.extend(attribute for attribute in one.attributes if attribute.state is not None)
    return found


def descend(nodes: list[Node], names: Names) -> list[Node]:
    """Return what is reached from the nodes by going down these names."""
    for name in names:
        if name.startswith("@"):
            there = [attribute for node in nodes for attribute in node.attributes]
            nodes = [one for one in there if one.name == name[1:] and one.state is not None]
        elif len(nodes) == 1:
            nodes = nodes[0].named(name)
        else:
            nodes = [child for node in nodes for child in node.named(name)]
    return nodes


def within(top: Node, names: Names) -> list[Node]:
    """Return the nodes of a whole path that stand at or below ``top``."""
    own = state_of(top).names
    return descend([top], names[len(own) :]) if own == names[: len(own)] else []


def above(node: Node, steps: int) -> Node | None:
    """Return the node that many steps further up."""
    found: Node | None = node
    for _ in range(steps):
        found = None if found is None else found.parent
    return found
