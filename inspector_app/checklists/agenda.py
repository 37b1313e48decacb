"""What is due to be computed: each rule at each node once, in the order of the dependencies."""

from __future__ import annotations

import heapq
from collections.abc import Callable

from inspector_app.checklists.rules import Rule
from inspector_app.checklists.xpath.nodes import Node

_MOST_ROUNDS = 100
"""How often one rule of a circle is computed before it is left as it is."""


class Agenda:
    """A queue by rank; nothing is taken on while it is closed."""

    def __init__(self, circular: frozenset[Rule]) -> None:
        self._circular = circular
        self._queue: list[tuple[int, int, Rule, Node]] = []
        self._queued: set[tuple[int, int]] = set()
        self._ticket = 0
        self._running: tuple[int, int] = (-1, -1)
        self.is_closed = False

    def __bool__(self) -> bool:
        return bool(self._queue)

    def add(self, rule: Rule, node: Node) -> None:
        """Note a rule as due; the one that is running does not make itself due again."""
        key = (rule.rank, id(node))
        if key not in self._queued and key != self._running and not self.is_closed:
            self._queued.add(key)
            self._ticket += 1
            heapq.heappush(self._queue, (rule.rank, self._ticket, rule, node))

    def run(self, rule: Rule, node: Node, apply: Callable[[Rule, Node], None]) -> None:
        outer, self._running = self._running, (rule.rank, id(node))
        try:
            apply(rule, node)
        finally:
            self._running = outer

    def drain(self, apply: Callable[[Rule, Node], None], holds: Callable[[Node], bool]) -> None:
        """Run everything that is due, at nodes that are still there."""
        rounds: dict[tuple[int, int], int] = {}
        while self._queue:
            rank, _, rule, node = heapq.heappop(self._queue)
            key = rank, id(node)
            self._queued.discard(key)
            if rule in self._circular:
                rounds[key] = rounds.get(key, 0) + 1
                if rounds[key] > _MOST_ROUNDS:
                    continue
            if holds(node):
                self.run(rule, node, apply)
