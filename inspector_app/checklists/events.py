"""Values that events set: preload, and actions at the first load, in new entries, after a change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector_app.checklists.form import Action, Bind, Names
from inspector_app.checklists.instance import above, descend, within
from inspector_app.checklists.state import state_of
from inspector_app.checklists.xpath.context import World
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.values import Moment, moment_text

if TYPE_CHECKING:
    from inspector_app.checklists.running import FormSession

FIRST_LOAD = "odk-instance-first-load"
LOAD = "odk-instance-load"
NEW_REPEAT = "odk-new-repeat"
CHANGED = "xforms-value-changed"
_READY = "xforms-ready"
"""The older name of the first load."""
EVENTS = frozenset({FIRST_LOAD, LOAD, NEW_REPEAT, CHANGED, _READY})


class Events:
    """Runs what a form wants done when something happens."""

    def __init__(self, session: FormSession) -> None:
        self._session = session

    def preload(self, *, first: bool) -> None:
        """Fill what the form asks of its surroundings, before anything is computed.

        It happens once; only the record's own identity is the same whenever it is asked.
        """
        session = self._session
        for bind in session.form.binds.values():
            value = preloaded(bind, session.world) if first or bind.preload[0] == "uid" else ""
            if value:
                for node in within(session.instance.top, bind.path):
                    session.put(node, value)

    def finish(self) -> None:
        """Note when filling ended, where the form asks for it."""
        session = self._session
        for bind in session.form.binds.values():
            if bind.preload == ("timestamp", "end"):
                for node in within(session.instance.top, bind.path):
                    session.put(node, _now(session.world))

    def loaded(self, *, first: bool) -> None:
        wanted = {FIRST_LOAD, _READY, LOAD} if first else {LOAD}
        for action in self._session.form.actions:
            if wanted.intersection(action.events):
                self._run(action, self._session.instance.top)

    def grown(self, node: Node) -> None:
        """Run the actions of a repeat for its new instance."""
        for action in self._session.form.actions:
            if NEW_REPEAT in action.events and self._repeat_of(action) == state_of(node).names:
                self._run(action, node, computed=False)

    def changed(self, node: Node) -> None:
        """Run the actions of a question whose value has changed."""
        for action in self._session.form.actions:
            if CHANGED in action.events and action.trigger == state_of(node).names:
                self._run(action, node)

    def _repeat_of(self, action: Action) -> Names:
        """The repeat in whose control an action stands, or else around its target."""
        place = action.trigger or action.path
        around = [names for names in self._session.form.repeats if place[: len(names)] == names]
        return max(around, key=len, default=())

    def _run(self, action: Action, stand: Node, *, computed: bool = True) -> None:
        """Let an action write; what the action before it has changed is computed where it is to be seen."""
        session = self._session
        if computed:
            session.catch_up()
        for target in self._targets(action, stand):
            text = action.text
            if action.value:
                text = session.written(session.evaluate(action.value, target), target)
            session.put(target, text)

    def _targets(self, action: Action, stand: Node) -> list[Node]:
        """Where an action writes: in the same entries of repeats as it stands in."""
        if not action.ref:
            names = state_of(stand).names
            shared = _shared(names, action.path)
            top = above(stand, len(names) - shared)
            return [] if top is None else descend([top], action.path[shared:])
        found = self._session.evaluate(action.ref, stand)
        if not isinstance(found, list):
            return []
        return [node for node in found if node.state is not None and not node.elements()]


def preloaded(bind: Bind, world: World) -> str:
    """Return what a preload of the specification gives at the first load; empty for none and for unknown."""
    kind, parameter = bind.preload
    makers: dict[tuple[str, str], Callable[[], str]] = {
        ("timestamp", "start"): lambda: _now(world),
        ("date", "today"): lambda: f"{world.now().astimezone(world.zone):%Y-%m-%d}",
    }
    if kind == "uid":
        return f"uuid:{world.new_id()}" if world.new_id() else ""
    if kind == "property":
        return world.properties.get(parameter, "")
    maker = makers.get((kind, parameter))
    return maker() if maker else ""


def _now(world: World) -> str:
    return moment_text(Moment(world.now().astimezone(world.zone)))


def _shared(one: Names, other: Names) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count
