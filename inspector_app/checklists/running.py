"""A form being filled: answers in, and exactly what depends on them computed again."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from inspector_app.checklists.agenda import Agenda
from inspector_app.checklists.entries import fault_of, normalized, span_fault
from inspector_app.checklists.events import CHANGED, Events
from inspector_app.checklists.form import FormDefinition, Names
from inspector_app.checklists.instance import Instance, descend, elements_of
from inspector_app.checklists.labels import Labels
from inspector_app.checklists.rules import Aspect, Compiler, Rule, build_rules
from inspector_app.checklists.state import NodeState, state_of
from inspector_app.checklists.xpath.context import Context, World
from inspector_app.checklists.xpath.nodes import Node, NodeKind
from inspector_app.checklists.xpath.values import Moment, Value, to_boolean, to_number, to_string
from inspector_app.domain.checklist import QuestionKind
from inspector_app.domain.errors import Problem, UnusableInput
from inspector_app.domain.wording import Sentence, sentence

_LARGEST_COUNT = 2000
_NUMBERS = frozenset({"int", "integer", "decimal"})
_OPEN = frozenset({Aspect.RELEVANT, Aspect.OFFER, Aspect.CONSTRAINT})
"""Aspects that stand in nobody's way when their expression fails."""
_MOST_ROUNDS = 100
"""Actions may set what triggers further actions, and relevance may go in a circle: both come to an end."""


class FormSession:
    """One filling of a form. Paths carry the key of each repeat's instance: ``/data/item[2]/name``.

    ``first`` is false where stored answers will be brought back: then nothing is preloaded and the actions
    of the first load do not run again.
    """

    def __init__(self, form: FormDefinition, world: World, *, language: str = "", first: bool = True) -> None:
        self.form = form
        self.world = world
        self.compiler = Compiler(form)
        self.rules = build_rules(form, self.compiler)
        self.controls = {control.path: control for control in form.everything()}
        self.instance = Instance(form)
        self._counted = {control.path for control in form.everything() if control.count}
        self._fixed = {control.path for control in form.everything() if control.fixed}
        self._triggers = {action.trigger for action in form.actions if CHANGED in action.events}
        self._agenda = Agenda(self.rules.circular)
        self._changed: dict[str, None] = {}
        self.broken: dict[tuple[str, Aspect], Sentence] = {}
        """Why a rule could not be computed with the answers as they are."""
        self._fired: list[Node] = []
        self._quiet = True
        """Whether changes trigger no actions."""
        self.labels = Labels(self, language or form.texts.default)
        world.instance = form.secondary.get if world.last_saved is None else self._instance_named
        world.text = self.labels.text_by_id
        world.choice_label = self.labels.choice_name
        world.prefixes = form.prefixes
        world.shuffle = world.random()
        self._events = Events(self)
        self._agenda.is_closed = True
        self._events.preload(first=first)
        self._compute(self.rules.ordered, self.instance.root)
        self._agenda.is_closed = False
        for rule in self.rules.circular:
            for node in descend([self.instance.root], rule.path):
                self._agenda.add(rule, node)
        self._events.loaded(first=first)
        self._settle()
        self._quiet = False
        self._changed.clear()

    # What people do

    def answer(self, path: str, value: str) -> tuple[str, ...]:
        """Enter a value as typed; return the paths of everything that changed, this one included."""
        node = self.node(path)
        self._enter(node, value)
        self._settle()
        return self._taken()

    def answer_all(self, values: Mapping[str, str]) -> None:
        """Enter many values as typed; what depends on them is computed once."""
        for path, value in values.items():
            self._enter(self.node(path), value)
        self._settle()

    def restore(self, path: str, value: str) -> None:
        """Bring back a stored answer: no action runs for it."""
        self._quiet = True
        try:
            node = self.node(path)
            if state_of(node).names in self.controls:
                self._enter(node, value)
            elif not node.elements():
                self.put(node, value)
            self._settle()
        finally:
            self._quiet = False

    def add_instance(self, path: str, key: str) -> str:
        """Add an instance to the repeat at ``path`` under a key that is new; return its path."""
        return self.add_instances(path, (key,))[0]

    def add_instances(self, path: str, keys: Sequence[str]) -> list[str]:
        """Add an instance for each key; what depends on them is computed once."""
        parent_path, _, name = path.rpartition("/")
        parent = self.node(parent_path)
        names = (*state_of(parent).names, name)
        if names not in self.form.repeats:
            raise UnusableInput(sentence("The form has no repeat at {place}.", place=path))
        for key in keys:
            if f"{path}[{key}]" not in self.nodes:
                self._grow(parent, names, key)
        self._settle()
        return [f"{path}[{key}]" for key in keys]

    def remove_instance(self, path: str) -> tuple[str, ...]:
        """Remove one instance of a repeat with everything in it."""
        node = self.node(path)
        if state_of(node).names not in self.form.repeats:
            raise UnusableInput(sentence("Only an entry of a repeat can be removed."))
        self._cut(node)
        self._settle()
        return self._taken()

    def finish(self) -> tuple[str, ...]:
        """Note that filling has ended, where the form keeps that time."""
        self._events.finish()
        self._settle()
        return self._taken()

    def set_language(self, language: str) -> None:
        """Show texts in another language; what was computed from them is computed again."""
        if language == self.labels.language:
            return
        self.labels.language = language
        for rule in self.rules.ordered:
            if "jr:" in rule.text:
                for node in descend([self.instance.root], rule.path):
                    self._agenda.add(rule, node)
        before, self._quiet = self._quiet, True
        self._settle()
        self._quiet = before

    def take_changed(self) -> tuple[str, ...]:
        """Return what changed since the last call."""
        return self._taken()

    # What can be asked

    @property
    def root(self) -> Node:
        return self.instance.root

    @property
    def nodes(self) -> dict[str, Node]:
        return self.instance.nodes

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

    def may_grow(self, names: Names) -> bool:
        """Tell whether people may add and remove instances."""
        return names not in self._counted and names not in self._fixed

    def is_offered(self, parent: Node, names: Names) -> bool:
        """Tell whether a repeat below ``parent`` is relevant, with or without instances."""
        above_it = state_of(parent)
        return above_it.relevant and names[-1] not in above_it.closed

    def failure_at(self, path: str) -> Sentence | None:
        """Return why a rule of the question at ``path`` could not be computed."""
        if not self.broken:
            return None
        return next((self.broken[path, aspect] for aspect in Aspect if (path, aspect) in self.broken), None)

    def explain_size(self) -> tuple[int, int]:
        """Return how many nodes and how many rules the form has."""
        return len(self.nodes), len(self.rules.ordered)

    # What events and rules write

    def put(self, node: Node, value: str) -> None:
        """Let a node hold a value that no person typed."""
        state = state_of(node)
        state.typed = state.chosen = value
        state.fault = None
        self._store(node, value)

    def written(self, value: Value, node: Node) -> str:
        """Write a computed value as the type of its node: a whole number loses its fraction."""
        bind = self.form.binds.get(state_of(node).names)
        if bind is not None and bind.type in _NUMBERS:
            number = to_number(value, self.world.zone)
            if not math.isfinite(number):
                return ""
            return to_string(number) if bind.type == "decimal" else str(math.trunc(number))
        if isinstance(value, float) and math.isnan(value):
            return ""
        if isinstance(value, Moment) and value.at is None:
            return ""
        text = to_string(value)
        return text.partition("T")[0] if bind is not None and bind.type == "date" else text

    def _enter(self, node: Node, value: str) -> None:
        state = state_of(node)
        control = self.controls.get(state.names)
        if control is None or not (control.kind.is_answerable or control.kind.takes_evidence):
            raise UnusableInput(
                sentence("The form takes no answer at {place}. Open the checklist again.", place=state.path)
            )
        state.typed = value
        state.fault = fault_of(control.kind, value) or span_fault(control.span, value)
        self._changed[state.path] = None
        state.chosen = "" if state.fault else normalized(control.kind, value)
        self._store(node, state.chosen)

    # Computing

    def _compute(self, rules: Iterable[Rule], top: Node) -> None:
        for rule in rules:
            for node in descend([top], rule.path):
                self._agenda.run(rule, node, self._apply)

    def catch_up(self) -> None:
        """Compute what is due now."""
        self._agenda.drain(self._apply, self.instance.holds)

    def _settle(self) -> None:
        """Compute what is due, then let actions run for what changed, until nothing is left."""
        for _ in range(_MOST_ROUNDS):
            self.catch_up()
            fired, self._fired = self._fired, []
            for node in fired:
                if self.instance.holds(node):
                    self._events.changed(node)
            if not self._agenda and not self._fired:
                return
        self.catch_up()

    def _touched(self, node: Node, *, appended: bool = False) -> None:
        self._changed[state_of(node).path] = None
        for rule, target in self.rules.targets(node, appended=appended):
            self._agenda.add(rule, target)

    def _store(self, node: Node, value: str) -> None:
        """Keep a value; expressions see it while the node is relevant. Its own rules run again."""
        state = state_of(node)
        if value == state.value:
            return
        state.value = value
        if not self._quiet and state.names in self._triggers:
            self._fired.append(node)
        if state.relevant:
            node.set_string(value)
            self._touched(node)
        for rule in self.rules.by_path.get(state.names, ()):
            if rule.aspect is Aspect.CONSTRAINT:
                self._agenda.add(rule, node)

    def _value(self, rule: Rule, node: Node) -> Value:
        """Return what a rule gives; one that fails gives nothing, and is told at its question."""
        try:
            value = rule.run(Context(self.world, node))
        except Problem as problem:
            key = _place_of(node), rule.aspect
            if self.broken.get(key) != problem.sentence:
                self.broken[key] = problem.sentence
                self._changed[key[0]] = None
            return rule.aspect in _OPEN if rule.aspect is not Aspect.CALCULATE else ""
        if self.broken and self.broken.pop((_place_of(node), rule.aspect), None) is not None:
            self._changed[_place_of(node)] = None
        return value

    def _apply(self, rule: Rule, node: Node) -> None:
        state = state_of(node)
        match rule.aspect:
            case Aspect.LABEL:
                self._changed[state.path] = None
            case Aspect.COUNT:
                self._fit_count(node, rule.subject, self._at_stand_in(rule, node))
            case Aspect.OFFER:
                self._offer(node, rule.subject[-1], offered=to_boolean(self._at_stand_in(rule, node)))
            case Aspect.CALCULATE:
                if state.relevant:
                    self.put(node, self.written(self._value(rule, node), node))
            case Aspect.CHOICES:
                self._changed[state.path] = None
                self._keep_offered(node)
            case Aspect.CONSTRAINT:
                fits = not state.value or to_boolean(self._value(rule, node))
                if fits is not state.fits:
                    state.fits = fits
                    self._changed[state.path] = None
            case _:
                self._decide(rule, node)

    def _decide(self, rule: Rule, node: Node) -> None:
        state = state_of(node)
        holds = to_boolean(self._value(rule, node))
        if not _note(state, rule.aspect, holds):
            return
        if rule.aspect is Aspect.RELEVANT:
            self._spread_relevance(node)
        if rule.aspect is Aspect.READONLY:
            for below in node.descendants():
                if below.kind is NodeKind.ELEMENT:
                    self._changed[state_of(below).path] = None
        self._changed[state.path] = None

    def _at_stand_in(self, rule: Rule, parent: Node) -> Value:
        """Evaluate what concerns a repeat as a whole, from where an instance would stand."""
        stand_in = Node(NodeKind.ELEMENT, rule.subject[-1])
        stand_in.parent = parent
        return self._value(rule, stand_in)

    def _offer(self, parent: Node, name: str, *, offered: bool) -> None:
        state = state_of(parent)
        if offered is (name not in state.closed):
            return
        state.closed.symmetric_difference_update({name})
        self._changed[f"{state.path}/{name}"] = None

    def _spread_relevance(self, node: Node) -> None:
        parent = node.parent
        above_it = True if parent is None or parent.state is None else state_of(parent).relevant
        state = state_of(node)
        relevant = above_it and state.own_relevant
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
            for rule in self.rules.by_path.get(state.names, ()):
                if rule.aspect is Aspect.CALCULATE:
                    self._agenda.add(rule, node)
        for child in children:
            self._spread_relevance(child)

    def _keep_offered(self, node: Node) -> None:
        """Take back choices that are no longer offered; what a person chose comes back when they are."""
        state = state_of(node)
        control = self.controls.get(state.names)
        if control is None or not state.chosen:
            return
        offered = [choice.value for choice in self.labels.choices(control, node)]
        kept = [value for value in state.chosen.split() if value in offered]
        if control.kind is QuestionKind.RANK:
            kept += [value for value in offered if value not in kept]
        value = " ".join(kept)
        if value != state.value:
            state.typed = value
            self._store(node, value)

    # Growing

    def _grow(self, parent: Node, names: Names, key: str) -> Node:
        node = self.instance.grow(parent, names, key)
        self._events.grown(node)
        for one in elements_of(node):
            self._touched(one, appended=one is node)
            for rule in self.rules.by_path.get(state_of(one).names, ()):
                self._agenda.add(rule, one)
        self._changed[state_of(parent).path] = None
        return node

    def _fit_count(self, parent: Node, names: Names, count: Value) -> None:
        """Grow or cut a counted repeat at its end; the others are not computed again.

        A count that is no number is none at the beginning; later it leaves everything as it is.
        """
        number = to_number(count, self.world.zone)
        counted = state_of(parent).counted
        if not math.isfinite(number) and names[-1] in counted:
            return
        counted.add(names[-1])
        wanted = int(max(0, min(number, _LARGEST_COUNT))) if math.isfinite(number) else 0
        closed, self._agenda.is_closed = self._agenda.is_closed, False
        while len(there := parent.named(names[-1])) < wanted:
            self._grow(parent, names, str(len(there) + 1))
        while len(there := parent.named(names[-1])) > wanted:
            self._cut(there[-1])
        self._agenda.is_closed = closed

    def _cut(self, node: Node) -> None:
        parent = node.parent
        if parent is None:
            return
        touched = [target for gone in elements_of(node) for target in self.rules.targets(gone)]
        for gone in self.instance.cut(node):
            self._changed[state_of(gone).path] = None
        for rule, target in touched:
            if self.instance.holds(target):
                self._agenda.add(rule, target)
        self._changed[state_of(parent).path] = None

    def _instance_named(self, name: str) -> Node | None:
        found = self.form.secondary.get(name)
        return self.world.last_saved if name in self.form.last_saved else found

    def _taken(self) -> tuple[str, ...]:
        changed = tuple(self._changed)
        self._changed.clear()
        return changed


def _place_of(node: Node) -> str:
    """The path of a node; a stand-in has none."""
    return "" if node.state is None else state_of(node).path


def _note(state: NodeState, aspect: Aspect, holds: bool) -> bool:
    """Keep what a rule says about a node; tell whether that is new."""
    if aspect is Aspect.RELEVANT:
        before, state.own_relevant = state.own_relevant, holds
    elif aspect is Aspect.READONLY:
        before, state.own_readonly = state.own_readonly, holds
    elif aspect is Aspect.REQUIRED:
        before, state.required = state.required, holds
    else:
        before, state.noncompliant = state.noncompliant, holds
    return before is not holds
