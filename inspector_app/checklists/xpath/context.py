"""What an expression is evaluated in: a node, its place, and the world around the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.values import Value


def _no_instance(_: str) -> Node | None:
    return None


def _no_text(text_id: str, _: Node) -> str:
    return text_id


def _no_choice(value: str, _: str, __: Node) -> str:
    return value


@dataclass(slots=True)
class World:
    """Inputs of evaluation that are no answers: time zone, clock, other instances, texts, chance."""

    zone: tzinfo
    now: Callable[[], datetime]
    instance: Callable[[str], Node | None] = _no_instance
    text: Callable[[str, Node], str] = _no_text
    choice_label: Callable[[str, str, Node], str] = _no_choice
    """The label of a choice: its value, the question's path, the node that asks."""
    random: Callable[[], float] = lambda: 0.5
    new_id: Callable[[], str] = lambda: ""
    last_saved: Node | None = None
    """The record of the same form that was saved last, for forms that begin with its answers."""
    shuffle: float = 0.5
    """The seed where a form shuffles without one; drawn once, so that the order stays."""
    properties: Mapping[str, str] = field(default_factory=dict)
    """What forms may preload: ``username``, ``deviceid`` and the like."""
    prefixes: Mapping[str, str] = field(default_factory=dict)


class Context:
    """The node an expression stands on; cheap, for one is made for each node that is tested."""

    __slots__ = ("current", "node", "position", "size", "world")

    def __init__(
        self, world: World, node: Node, position: int = 1, size: int = 1, current: Node | None = None
    ) -> None:
        self.world = world
        self.node = node
        self.position = position
        self.size = size
        self.current = node if current is None else current


Run = Callable[[Context], Value]
