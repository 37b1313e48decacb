"""A form being filled: answers in, and exactly what depends on them computed again."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable

from inspector_app.checklists.entries import fault_of, normalized
from inspector_app.checklists.form import Control, FormDefinition, Names
from inspector_app.checklists.labels import Labels
from inspector_app.checklists.rules import Aspect, Compiler, Dependent, Rule, build_rules
from inspector_app.checklists.state import NodeState, state_of
from inspector_app.checklists.xpath.context import Context, World
from inspector_app.checklists.xpath.nodes import Node, NodeKind
from inspector_app.checklists.xpath.values import Moment, Value, to_boolean, to_number, to_string
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

_LARGEST_COUNT = 2000


class FormSession:
    """One filling of a form. Paths carry the key of each repeat's instance: ``/data/item[2]/name``."""

    def __init__(self, form: FormDefinition, world: World, *, language: str = "") -> None:
        self.form = form
        self.world = world
        self.compiler = Compiler(form)
        self._rules = build_rules(form, self.compiler)
        self.controls = {control.path: control for control in form.everything()}
        self._counted = {control.path for control in form.everything() if control.count}
        self.root = form.instance.copy()
        self.nodes: dict[str, Node] = {}
        """All elements of the primary instance by their path with keys."""
        self._queue: list[tuple[int, int, Rule, Node]] = []
        self._queued: set[tuple[int, int]] = set()
        self._ticket = 0
        self._changed: dict[str, None] = {}
        self.labels = Labels(self, language or form.texts.default)
        world.instance = form.secondary.get
        world.text = self.labels.text_by_id
        world.choice_label = self.labels.choice_name
        world.prefixes = form.prefixes
        self._attach(self.root.children[0], "", ())
        self._loading = True
        self._fire("odk-instance-first-load", self.root.children[0])
        self._fire("odk-instance-load", self.root.children[0])
        self._compute(self._rules.ordered, self.root)
        self._loading = False
        self._settle()
        self._changed.clear()

    # What people do

    def answer(self, path: str, value: str) -> tuple[str, ...]:
        """Enter a value as typed; return the paths of everything that changed, this one included."""
        node = self.node(path)
        state = state_of(node)
        control = self.controls.get(state.names)
        if control is None or not control.kind.is_answerable:
            raise UnusableInput(
                sentence("The form takes no answer at {place}. Open the checklist again.", place=path)
            )
        state.typed = value
        state.fault = fault_of(control.kind, value)
        self._changed[path] = None
        before = state.value
        self._store(node, "" if state.fault else normalized(control.kind, value))
        if state.value != before:
            self._fire_change(node)
        self._settle()
        return self._taken()

    def add_instance(self, path: str, key: str) -> str:
        """Add an instance to the repeat at ``path`` under a key that is new; return its path."""
        parent_path, _, name = path.rpartition("/")
        parent = self.node(parent_path)
        names = (*state_of(parent).names, name)
        if names not in self.form.repeats:
            raise UnusableInput(sentence("The form has no repeat at {place}.", place=path))
        if f"{path}[{key}]" in self.nodes:
            return f"{path}[{key}]"
        node = self._grow(parent, names, key)
        self._settle()
        return state_of(node).path

    def remove_instance(self, path: str) -> tuple[str, ...]:
        """Remove one instance of a repeat with everything in it."""
        node = self.node(path)
        if state_of(node).names not in self.form.repeats:
            raise UnusableInput(sentence("Only an entry of a repeat can be removed."))
        self._cut(node)
        self._settle()
        return self._taken()

    def set_language(self, language: str) -> None:
        self.labels.language = language

    def take_changed(self) -> tuple[str, ...]:
        """Return what changed since the last call."""
        return self._taken()

    # What can be asked

    def node(self, path: str) -> Node:
        found = self.nodes.get(path)
        if found is None:
            raise UnusableInput(
                sentence(
                    "The checklist has no place {place}. Its form may have changed; nothing was lost.",
                    place=path,
                )
            )
        return found

    def instances(self, parent: Node, names: Names) -> list[Node]:
        """Return the instances of a repeat below ``parent``, in order."""
        return parent.named(names[-1])

    def evaluate(self, text: str, node: Node) -> Value:
        """Evaluate an expression of the form at a node."""
        run, _ = self.compiler.compile(text, state_of(node).names)
        return run(Context(self.world, node))

    def is_controlled(self, names: Names) -> bool:
        """Tell whether an expression decides how many instances a repeat has."""
        return names in self._counted

    def explain_size(self) -> tuple[int, int]:
        """Return how many nodes and how many rules the form has."""
        return len(self.nodes), len(self._rules.ordered)

    # Computing

    def _compute(self, rules: Iterable[Rule], top: Node) -> None:
        for rule in rules:
            for node in _descend([top], rule.path):
                self._apply(rule, node)

    def _settle(self) -> None:
        while self._queue:
            rank, _, rule, node = heapq.heappop(self._queue)
            self._queued.discard((rank, id(node)))
            if self.nodes.get(state_of(node).path) is node:
                self._apply(rule, node)

    def _push(self, rule: Rule, node: Node) -> None:
        key = (rule.rank, id(node))
        if key not in self._queued and not self._loading:
            self._queued.add(key)
            self._ticket += 1
            heapq.heappush(self._queue, (rule.rank, self._ticket, rule, node))

    def _targets(self, node: Node) -> list[tuple[Rule, Node]]:
        names = state_of(node).names
        targets: list[tuple[Rule, Node]] = []
        for dependent in self._rules.dependents.get(names, ()):
            targets.extend(self._places(dependent, node))
        for depth in range(len(names) - 1, 0, -1):
            for dependent in self._rules.dependents.get(names[:depth], ()):
                if any(use.below and use.path == names[:depth] for use in dependent.rule.uses):
                    above = node
                    for _ in range(len(names) - depth):
                        above = above.parent or above
                    targets.extend(self._places(dependent, above))
        return targets

    @staticmethod
    def _places(dependent: Dependent, node: Node) -> list[tuple[Rule, Node]]:
        top = node
        for _ in range(dependent.up):
            if top.parent is None:
                return []
            top = top.parent
        return [(dependent.rule, place) for place in _descend([top], dependent.down)]

    def _touched(self, node: Node) -> None:
        self._changed[state_of(node).path] = None
        for rule, target in self._targets(node):
            self._push(rule, target)

    def _store(self, node: Node, value: str) -> None:
        """Keep a value; expressions see it while the node is relevant. Its own rules run again."""
        state = state_of(node)
        if value == state.value:
            return
        state.value = value
        if state.relevant:
            node.set_string(value)
            self._touched(node)
        for rule in self._rules.by_path.get(state.names, ()):
            if rule.aspect is Aspect.CONSTRAINT:
                self._push(rule, node)

    def _apply(self, rule: Rule, node: Node) -> None:
        state = state_of(node)
        aspect = rule.aspect
        if aspect is Aspect.LABEL:
            self._changed[state.path] = None
            return
        if aspect is Aspect.COUNT:
            # A count is written from where an instance would stand, and there may be none.
            stand_in = Node(NodeKind.ELEMENT, rule.subject[-1])
            stand_in.parent = node
            count = _count(rule.run(Context(self.world, stand_in)), self.world)
            self._fit_count(node, rule.subject, count)
            return
        if aspect is Aspect.CALCULATE:
            if state.relevant:
                self._store(node, self._cast(rule.run(Context(self.world, node)), state))
            return
        if aspect is Aspect.CHOICES:
            self._changed[state.path] = None
            self._drop_lost_choices(node)
            return
        if aspect is Aspect.CONSTRAINT:
            fits = not state.value or to_boolean(rule.run(Context(self.world, node)))
            changed = fits is not state.fits
            state.fits = fits
        else:
            holds = to_boolean(rule.run(Context(self.world, node)))
            changed = self._note(state, aspect, holds)
            if changed and aspect is Aspect.RELEVANT:
                self._spread_relevance(node)
            if changed and aspect is Aspect.READONLY:
                for below in node.descendants():
                    if below.kind is NodeKind.ELEMENT:
                        self._changed[state_of(below).path] = None
        if changed:
            self._changed[state.path] = None

    def _cast(self, value: Value, state: NodeState) -> str:
        """Write a computed value as the type of its node: a whole number loses its fraction."""
        bind = self.form.binds.get(state.names)
        if bind is not None and bind.type in {"int", "integer"}:
            number = to_number(value, self.world.zone)
            if math.isfinite(number):
                return str(math.trunc(number))
        return _text(value)

    @staticmethod
    def _note(state: NodeState, aspect: Aspect, holds: bool) -> bool:
        if aspect is Aspect.RELEVANT:
            before, state.own_relevant = state.own_relevant, holds
        elif aspect is Aspect.READONLY:
            before, state.own_readonly = state.own_readonly, holds
        elif aspect is Aspect.REQUIRED:
            before, state.required = state.required, holds
        else:
            before, state.noncompliant = state.noncompliant, holds
        return before is not holds

    def _spread_relevance(self, node: Node) -> None:
        parent = node.parent
        above = True if parent is None or parent.state is None else state_of(parent).relevant
        state = state_of(node)
        relevant = above and state.own_relevant
        if relevant is state.relevant:
            return
        state.relevant = relevant
        self._changed[state.path] = None
        children = node.elements()
        if not children:
            node.set_string(state.value if relevant else "")
            if state.value:
                self._touched(node)
        if relevant:
            for rule in self._rules.by_path.get(state.names, ()):
                if rule.aspect is Aspect.CALCULATE:
                    self._push(rule, node)
        for child in children:
            self._spread_relevance(child)

    def _drop_lost_choices(self, node: Node) -> None:
        state = state_of(node)
        control = self.controls.get(state.names)
        if control is None or not state.value:
            return
        offered = {choice.value for choice in self.labels.choices(control, node)}
        kept = " ".join(value for value in state.value.split() if value in offered)
        if kept != state.value:
            state.typed = kept
            self._store(node, kept)

    # Growing

    def _attach(self, node: Node, parent_path: str, parent_names: Names, key: str = "") -> None:
        names = (*parent_names, node.name)
        path = f"{parent_path}/{node.name}" + (f"[{key}]" if key else "")
        above = state_of(node.parent) if node.parent is not None and node.parent.state else None
        children = node.elements()
        value = "" if children else node.string()
        if value and names in self.form.binds and self.form.binds[names].type == "date":
            value = value.partition("T")[0]
        node.state = NodeState(
            path=path,
            names=names,
            key=key,
            value=value,
            typed=value,
            relevant=above is None or above.relevant,
        )
        if not children and above is not None and not above.relevant:
            node.set_string("")
        self.nodes[path] = node
        counts: dict[str, int] = {}
        for child in children:
            child_key = ""
            if (*names, child.name) in self.form.repeats:
                counts[child.name] = counts.get(child.name, 0) + 1
                child_key = str(counts[child.name])
            self._attach(child, path, names, child_key)

    def _grow(self, parent: Node, names: Names, key: str) -> Node:
        node = self.form.repeats[names].copy()
        node.attributes = [one for one in node.attributes if one.name != "template"]
        siblings = parent.named(names[-1])
        if siblings:
            place = next(i for i, child in enumerate(parent.children) if child is siblings[-1]) + 1
        else:
            place = self._place_of_repeat(parent, names)
        parent.insert(place, node)
        state = state_of(parent)
        self._attach(node, state.path, state.names, key)
        self._fire("odk-new-repeat", node)
        fresh = [node, *(below for below in node.descendants() if below.kind is NodeKind.ELEMENT)]
        for one in fresh:
            self._touched(one)
            for rule in self._rules.by_path.get(state_of(one).names, ()):
                self._push(rule, one)
        self._changed[state.path] = None
        return node

    def _fit_count(self, parent: Node, names: Names, wanted: int) -> None:
        """Grow or cut a counted repeat at its end, one entry at a time; the others are not computed again."""
        loading, self._loading = self._loading, False
        while len(there := parent.named(names[-1])) < wanted:
            self._grow(parent, names, str(len(there) + 1))
        while len(there := parent.named(names[-1])) > wanted:
            self._cut(there[-1])
        self._loading = loading

    def _cut(self, node: Node) -> None:
        leaving = [node, *(below for below in node.descendants() if below.kind is NodeKind.ELEMENT)]
        touched = [target for gone in leaving for target in self._targets(gone)]
        parent = node.parent
        if parent is None:
            return
        parent.remove(node)
        for gone in leaving:
            self.nodes.pop(state_of(gone).path, None)
            self._changed[state_of(gone).path] = None
        for rule, target in touched:
            if self.nodes.get(state_of(target).path) is target:
                self._push(rule, target)
        self._changed[state_of(parent).path] = None

    def _place_of_repeat(self, parent: Node, names: Names) -> int:
        """Where the first instance goes: before the first element that follows it in the form."""
        order = [control.path[-1] for control in self._siblings(names)]
        after = order[order.index(names[-1]) + 1 :] if names[-1] in order else []
        for place, child in enumerate(parent.children):
            if child.name in after or child.name == "meta":
                return place
        return len(parent.children)

    def _siblings(self, names: Names) -> list[Control]:
        return [control for control in self.form.everything() if control.path[:-1] == names[:-1]]

    # Counted repeats and events

    def _fire(self, event: str, top: Node) -> None:
        for action in self.form.actions:
            if event not in action.events:
                continue
            for node in self._within(top, action.path):
                text = action.text
                if action.value:
                    text = _text(self.evaluate(action.value, node))
                state_of(node).typed = text
                self._store(node, text)

    def _fire_change(self, node: Node) -> None:
        names = state_of(node).names
        for action in self.form.actions:
            if "xforms-value-changed" not in action.events or action.trigger != names:
                continue
            shared = 0
            while shared < len(names) and names[: shared + 1] == action.path[: shared + 1]:
                shared += 1
            top = node
            for _ in range(len(names) - shared):
                top = top.parent or top
            for target in _descend([top], action.path[shared:]):
                value = _text(self.evaluate(action.value, target)) if action.value else action.text
                state_of(target).typed = value
                self._store(target, value)

    def _within(self, top: Node, names: Names) -> list[Node]:
        depth = len(state_of(top).names)
        if state_of(top).names != names[:depth]:
            return []
        return _descend([top], names[depth:])

    def _taken(self) -> tuple[str, ...]:
        changed = tuple(self._changed)
        self._changed.clear()
        return changed


def _descend(nodes: list[Node], names: Names) -> list[Node]:
    for name in names:
        if len(nodes) == 1:
            nodes = nodes[0].named(name)
        else:
            nodes = [child for node in nodes for child in node.named(name)]
    return nodes


def _text(value: Value) -> str:
    """Write a computed value; what is no number and no date is empty."""
    if isinstance(value, float) and math.isnan(value):
        return ""
    if isinstance(value, Moment) and value.at is None:
        return ""
    return to_string(value)


def _count(value: Value, world: World) -> int:
    number = to_number(value, world.zone)
    return 0 if math.isnan(number) or number < 0 else min(int(min(number, _LARGEST_COUNT)), _LARGEST_COUNT)
