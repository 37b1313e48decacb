"""The rules of a form as closures, in the order in which they must be computed."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from inspector_app.checklists.dependencies import Dependency, bind_to_repeats, dependencies
from inspector_app.checklists.faults import FormFault
from inspector_app.checklists.form import FormDefinition, Names
from inspector_app.checklists.instance import above, descend
from inspector_app.checklists.state import state_of
from inspector_app.checklists.texts import Insert, TextRef
from inspector_app.checklists.xpath.compiler import compile_tree, refuse_unknown_functions
from inspector_app.checklists.xpath.context import Run
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.parser import parse
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence


class Aspect(IntEnum):
    """What a rule decides about its node; also the order among rules of one node."""

    RELEVANT = 0
    OFFER = 1
    """Whether a repeat as a whole is relevant, also where it has no instance."""
    COUNT = 2
    CALCULATE = 3
    CHOICES = 4
    READONLY = 5
    REQUIRED = 6
    CONSTRAINT = 7
    NONCOMPLIANT = 8
    LABEL = 9
    """Computes nothing: says that texts of the node must be shown again."""
    ACTION = 10
    """What an event sets; no rule that is kept."""


_SOURCES = frozenset({Aspect.RELEVANT, Aspect.COUNT, Aspect.CALCULATE, Aspect.CHOICES})
"""Aspects that change values other rules read."""
COLUMNS = {
    Aspect.RELEVANT: "relevant",
    Aspect.OFFER: "relevant",
    Aspect.COUNT: "repeat_count",
    Aspect.CALCULATE: "calculation",
    Aspect.CHOICES: "choice_filter",
    Aspect.READONLY: "readonly",
    Aspect.REQUIRED: "required",
    Aspect.CONSTRAINT: "constraint",
    Aspect.NONCOMPLIANT: "bind::fm:when",
    Aspect.LABEL: "label",
    Aspect.ACTION: "calculation",
}
"""The column of the table in which an aspect is written."""
_CONDITIONS = frozenset({Aspect.RELEVANT, Aspect.OFFER})


@dataclass(slots=True, eq=False)
class Rule:
    """One expression of one place; ``rank`` grows along the dependencies."""

    path: Names
    aspect: Aspect
    text: str
    run: Run
    uses: frozenset[Dependency]
    subject: Names
    """What it decides about: its own node, or the repeat whose instances are counted."""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Dependent:
    """A rule to compute when a place changes: how far up from the place, then down by which names."""

    rule: Rule
    up: int
    down: Names
    below: bool = False
    order: bool = False


@dataclass(slots=True)
class Rules:
    """All rules of a form and who depends on what."""

    ordered: list[Rule] = field(default_factory=list)
    by_path: dict[Names, list[Rule]] = field(default_factory=dict)
    dependents: dict[Names, list[Dependent]] = field(default_factory=dict)
    circular: frozenset[Rule] = frozenset()
    """Conditions of relevance that wait for one another; they are computed until they agree."""

    def targets(self, node: Node, *, appended: bool = False) -> list[tuple[Rule, Node]]:
        """Return the rules to compute, and where, when the value of a node changes.

        An entry ``appended`` to a repeat changes the place of no other.
        """
        names = state_of(node).names
        found: list[tuple[Rule, Node]] = []
        for dependent in self.dependents.get(names, ()):
            if not (appended and dependent.order):
                found.extend(_places(dependent, node))
        for depth in range(len(names) - 1, 0, -1):
            for dependent in self.dependents.get(names[:depth], ()):
                if dependent.below:
                    top = above(node, len(names) - depth)
                    found.extend([] if top is None else _places(dependent, top))
        return found


def _places(dependent: Dependent, node: Node) -> list[tuple[Rule, Node]]:
    top = above(node, dependent.up)
    return [] if top is None else [(dependent.rule, place) for place in descend([top], dependent.down)]


class Compiler:
    """Compiles expressions of a form at their place; each text at each place once."""

    def __init__(self, form: FormDefinition) -> None:
        self._repeats = frozenset(form.repeats)
        self.below = form.places()
        self._known: dict[tuple[str, Names], tuple[Run, frozenset[Dependency]]] = {}

    def compile(self, text: str, owner: Names) -> tuple[Run, frozenset[Dependency]]:
        """Return closure and dependencies; unknown functions are refused here."""
        known = self._known.get((text, owner))
        if known is None:
            tree = parse(text)
            refuse_unknown_functions(tree, text)
            tree = bind_to_repeats(tree, owner, self._repeats)
            known = compile_tree(tree, text), dependencies(tree, owner, self.below)
            self._known[text, owner] = known
        return known


def build_rules(form: FormDefinition, compiler: Compiler) -> Rules:
    """Compile everything a form decides; a circle is told in a sentence."""
    made: list[Rule] = []
    for path, aspect, text, subject in expressions(form):
        run, uses = _compiled(compiler, text, subject, COLUMNS[aspect])
        if aspect is not Aspect.ACTION:
            made.append(Rule(path, aspect, text, run, uses, subject))
    return _ordered(made)


def expressions(form: FormDefinition) -> Iterator[tuple[Names, Aspect, str, Names]]:
    """Yield every expression of a form: where it is computed, as what, its text, and what it is about."""
    for path, bind in form.binds.items():
        rules = (
            (Aspect.RELEVANT, bind.relevant),
            (Aspect.CALCULATE, bind.calculate),
            (Aspect.READONLY, bind.readonly),
            (Aspect.REQUIRED, bind.required),
            (Aspect.CONSTRAINT, bind.constraint),
            (Aspect.NONCOMPLIANT, bind.noncompliant_when),
        )
        yield from ((path, aspect, text, path) for aspect, text in rules if text)
        if path in form.repeats and bind.relevant:
            yield path[:-1], Aspect.OFFER, bind.relevant, path
    for control in form.everything():
        if control.count:
            yield control.path[:-1], Aspect.COUNT, control.count, control.path
        if control.itemset is not None and not control.itemset.is_fixed:
            yield control.path, Aspect.CHOICES, control.itemset.nodes, control.path
        for shown in (control.label, control.hint, *(label for _, label in control.items)):
            for insert in _inserts(form, shown):
                yield control.path, Aspect.LABEL, insert, control.path
    for action in form.actions:
        if action.value:
            yield action.path, Aspect.ACTION, action.value, action.path


def _compiled(compiler: Compiler, text: str, owner: Names, column: str) -> tuple[Run, frozenset[Dependency]]:
    """Compile an expression; a mistake in it is told with the place it stands at."""
    try:
        return compiler.compile(text, owner)
    except UnusableInput as mistake:
        raise FormFault(mistake.sentence, owner, column) from mistake


def _inserts(form: FormDefinition, text: TextRef) -> Iterable[str]:
    found: dict[str, None] = {}
    for part in text.parts:
        if isinstance(part, Insert):
            found[part.expression] = None
    for texts in form.texts.by_language.values():
        for parts in texts.get(text.text_id, {}).values():
            for part in parts:
                if isinstance(part, Insert):
                    found[part.expression] = None
    return found


def _ordered(made: list[Rule]) -> Rules:
    sources: dict[Names, list[Rule]] = defaultdict(list)
    for rule in made:
        if rule.aspect in _SOURCES:
            sources[rule.subject].append(rule)
    below: dict[Names, list[Rule]] = defaultdict(list)
    for path, rules in sources.items():
        for depth in range(len(path)):
            below[path[:depth]].extend(rules)
    before: dict[Rule, set[Rule]] = {rule: set() for rule in made}
    for rule in made:
        for use in rule.uses:
            for depth in range(1, len(use.path) + 1):
                prefix = use.path[:depth]
                for source in sources.get(prefix, ()):
                    if source.subject == use.path or source.aspect in (Aspect.RELEVANT, Aspect.COUNT):
                        before[rule].add(source)
            if use.below:
                before[rule].update(below[use.path])
        for source in sources.get(rule.path, ()):
            if source.aspect < rule.aspect:
                before[rule].add(source)
        before[rule] = {
            source for source in before[rule] if source is not rule and not _own_circle(rule, source)
        }
    ordered, circular = _sorted(before)
    ranked = Rules(ordered=ordered, circular=circular)
    for rank, rule in enumerate(ranked.ordered):
        rule.rank = rank
        ranked.by_path.setdefault(rule.path, []).append(rule)
        for use in rule.uses:
            _remember(ranked, rule, use)
    return ranked


def _own_circle(rule: Rule, source: Rule) -> bool:
    """A rule may read its own node, and what stands below it (a group's relevance reads within)."""
    return source.subject == rule.subject and source.aspect >= rule.aspect


def _sorted(before: dict[Rule, set[Rule]]) -> tuple[list[Rule], frozenset[Rule]]:
    """Return the rules in order, and those conditions of relevance that go in a circle."""
    ordered = _in_order(before)
    if len(ordered) == len(before):
        return ordered, frozenset()
    done = set(ordered)
    circular = frozenset(rule for rule in before if rule not in done and rule.aspect in _CONDITIONS)
    loosened = {
        rule: {one for one in sources if one not in circular} if rule in circular else sources
        for rule, sources in before.items()
    }
    ordered = _in_order(loosened)
    if len(ordered) < len(before):
        done = set(ordered)
        stuck = next(rule for rule in before if rule not in done)
        raise FormFault(
            sentence(
                "The rule {expression} of the question {place} depends on itself through other questions. "
                "Break the circle.",
                expression=stuck.text,
                place="/".join(stuck.path[1:]),
            ),
            stuck.subject,
            COLUMNS[stuck.aspect],
        )
    return ordered, circular


def _in_order(before: dict[Rule, set[Rule]]) -> list[Rule]:
    """Return the rules after what they depend on; those that wait for themselves are left out."""
    places = {rule: place for place, rule in enumerate(before)}
    after: dict[Rule, list[Rule]] = defaultdict(list)
    missing = {rule: len(sources) for rule, sources in before.items()}
    for rule, sources in before.items():
        for source in sources:
            after[source].append(rule)
    ready = [places[rule] for rule, count in missing.items() if count == 0]
    heapq.heapify(ready)
    listed = list(before)
    ordered: list[Rule] = []
    while ready:
        rule = listed[heapq.heappop(ready)]
        ordered.append(rule)
        for later in after[rule]:
            missing[later] -= 1
            if missing[later] == 0:
                heapq.heappush(ready, places[later])
    return ordered


def _remember(rules: Rules, rule: Rule, use: Dependency) -> None:
    shared = min(use.shared, len(rule.path))
    for depth in range(shared, 0, -1):
        if use.path[:depth] == rule.path[:depth]:
            shared = depth
            break
    else:
        shared = 0
    dependent = Dependent(rule, len(use.path) - shared, rule.path[shared:], use.below, use.order)
    rules.dependents.setdefault(use.path, []).append(dependent)
