"""What a running form keeps about each node."""

from __future__ import annotations

from dataclasses import dataclass, field

from inspector_app.checklists.form import Names
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.domain.wording import Sentence


@dataclass(slots=True, eq=False)
class NodeState:
    """``value`` is kept while the node is not relevant; expressions then see nothing."""

    path: str
    names: Names
    key: str = ""
    value: str = ""
    typed: str = ""
    chosen: str = ""
    """The choices as a person left them: a filter that takes one back may offer it again."""
    fault: Sentence | None = None
    """Why what was typed is no value of the question's type."""
    own_relevant: bool = True
    relevant: bool = True
    own_readonly: bool = False
    required: bool = False
    fits: bool = True
    noncompliant: bool = False
    closed: set[str] = field(default_factory=set)
    """Repeats below that are not offered, by their name."""
    counted: set[str] = field(default_factory=set)
    """Repeats below whose count has been applied once."""


def state_of(node: Node) -> NodeState:
    state = node.state
    if not isinstance(state, NodeState):
        raise TypeError(f"the node {node.name} belongs to no running form")
    return state
