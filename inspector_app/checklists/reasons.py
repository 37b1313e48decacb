"""Why: the answers that decide about a question, read from the same rules that decide."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.checklists.dependencies import Dependency, bind_to_repeats, dependencies
from inspector_app.checklists.instance import above, descend
from inspector_app.checklists.rules import Aspect, Rule
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import state_of
from inspector_app.checklists.views import constraint_text
from inspector_app.checklists.xpath.compiler import compile_tree
from inspector_app.checklists.xpath.context import Context
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.parser import parse
from inspector_app.checklists.xpath.syntax import Binary, Call, Expression
from inspector_app.checklists.xpath.values import to_boolean
from inspector_app.domain.reasons import Effect, GivenAnswer, Reach, Reason

_EFFECTS = {
    Aspect.REQUIRED: Effect.REQUIRED,
    Aspect.CALCULATE: Effect.COMPUTED,
    Aspect.CHOICES: Effect.CHOICES,
    Aspect.NONCOMPLIANT: Effect.NONCOMPLIANT,
    Aspect.READONLY: Effect.READONLY,
    Aspect.CONSTRAINT: Effect.WRONG,
    Aspect.RELEVANT: Effect.HIDDEN,
    Aspect.OFFER: Effect.HIDDEN,
    Aspect.COUNT: Effect.COUNT,
    Aspect.LABEL: Effect.TEXT,
}
_MOST_REACHED = 200


def why(session: FormSession, path: str) -> tuple[Reason, ...]:
    """Return what holds of a question now and the answers that make it so."""
    node = session.node(path)
    return tuple(_reasons(session, node))


def reaches(session: FormSession, path: str) -> tuple[Reach, ...]:
    """Return the questions that a change of the answer at ``path`` may change, directly or through others."""
    found: dict[str, dict[Effect, None]] = {}
    start = session.node(path)
    waiting, seen = [start], {id(start)}
    while waiting and len(found) < _MOST_REACHED:
        for rule, target in session.rules.targets(waiting.pop(0)):
            place = _place(rule, target)
            if place != path:
                found.setdefault(place, {})[_EFFECTS[rule.aspect]] = None
            for following in _followers(rule, target):
                if id(following) not in seen:
                    seen.add(id(following))
                    waiting.append(following)
    return tuple(
        Reach(path=place, label=label, effects=tuple(effects))
        for place, effects in found.items()
        if (label := _label_at(session, place))
    )


def _reasons(session: FormSession, node: Node) -> Iterator[Reason]:
    state = state_of(node)
    own = session.rules.by_path.get(state.names, [])
    yield from _hidden(session, node)
    if state.fault is not None:
        yield Reason(effect=Effect.WRONG, fault=state.fault)
    for rule in own:
        if failure := session.broken.get((state.path, rule.aspect)):
            yield Reason(effect=_EFFECTS[rule.aspect], failure=failure)
        elif rule.aspect is Aspect.REQUIRED and state.required:
            yield _reason(session, node, rule, Effect.REQUIRED)
        elif rule.aspect is Aspect.NONCOMPLIANT and state.noncompliant:
            yield _reason(session, node, rule, Effect.NONCOMPLIANT)
        elif rule.aspect is Aspect.CALCULATE:
            yield _reason(session, node, rule, Effect.COMPUTED)
        elif rule.aspect is Aspect.CONSTRAINT and not state.fits and not state.fault:
            message = constraint_text(session, session.form.binds.get(state.names), node)
            yield _reason(session, node, rule, Effect.WRONG, message=message)
    yield from _readonly(session, node)


def _hidden(session: FormSession, node: Node) -> Iterator[Reason]:
    """The outermost closed door comes first: what is behind it does not matter."""
    if state_of(node).relevant:
        return
    chain = [one for one in (node, *node.ancestors()) if one.state is not None]
    closed = next(one for one in reversed(chain) if not state_of(one).own_relevant)
    for rule in session.rules.by_path.get(state_of(closed).names, []):
        if rule.aspect is Aspect.RELEVANT:
            section = "" if closed is node else _label(session, closed)
            yield _reason(session, closed, rule, Effect.HIDDEN, section=section)


def _readonly(session: FormSession, node: Node) -> Iterator[Reason]:
    for one in (node, *node.ancestors()):
        if one.state is None or not state_of(one).own_readonly:
            continue
        for rule in session.rules.by_path.get(state_of(one).names, []):
            if rule.aspect is Aspect.READONLY:
                section = "" if one is node else _label(session, one)
                yield _reason(session, one, rule, Effect.READONLY, section=section)
        return


def _reason(
    session: FormSession, node: Node, rule: Rule, effect: Effect, *, section: str = "", message: str = ""
) -> Reason:
    tree = bind_to_repeats(parse(rule.text), rule.subject, session.form.repeats)
    uses = _deciding(session, tree, node, rule)
    answers: dict[str, GivenAnswer] = {}
    for place in _places(session, uses, node, rule):
        for given in _given(session, place, node, set()):
            answers.setdefault(given.path, given)
    return Reason(effect=effect, section=section, answers=tuple(answers.values()), message=message)


def _deciding(session: FormSession, tree: Expression, node: Node, rule: Rule) -> frozenset[Dependency]:
    """Return what the parts of an expression use that made it true or false."""
    if isinstance(tree, Binary) and tree.operator in {"and", "or"}:
        decisive = tree.operator == "or"
        parts = (tree.left, tree.right)
        deciding = [part for part in parts if _holds(session, part, node, rule) is decisive] or parts
        return frozenset().union(*(_deciding(session, part, node, rule) for part in deciding))
    if isinstance(tree, Call) and tree.name in {"not", "boolean"} and len(tree.arguments) == 1:
        return _deciding(session, tree.arguments[0], node, rule)
    if isinstance(tree, Call) and tree.name == "if":
        condition, then, otherwise = tree.arguments
        chosen = then if _holds(session, condition, node, rule) else otherwise
        return _deciding(session, condition, node, rule) | _deciding(session, chosen, node, rule)
    return dependencies(tree, rule.subject, session.compiler.below)


def _holds(session: FormSession, tree: Expression, node: Node, rule: Rule) -> bool:
    return to_boolean(compile_tree(tree, rule.text)(Context(session.world, node)))


def _places(session: FormSession, uses: frozenset[Dependency], node: Node, rule: Rule) -> Iterator[Node]:
    """Return the nodes that are used, as they are now, in the order of the form."""
    found: dict[int, Node] = {}
    for use in uses:
        shared = 0
        while shared < min(use.shared, len(rule.path)) and use.path[shared] == rule.path[shared]:
            shared += 1
        top = above(node, len(rule.path) - shared)
        for place in [] if top is None else descend([top], use.path[shared:]):
            found[id(place)] = place
    order = {id(one): number for number, one in enumerate(session.nodes.values())}
    yield from sorted(found.values(), key=lambda place: order.get(id(place), 0))


def _given(session: FormSession, place: Node, asked: Node, passed: set[int]) -> Iterator[GivenAnswer]:
    """Return a used node as an answer; what is computed unseen is followed to the answers it comes from."""
    if place.state is None or id(place) in passed:
        return
    passed.add(id(place))
    state = state_of(place)
    control = session.controls.get(state.names)
    hidden_rules = [
        rule
        for rule in session.rules.by_path.get(state.names, [])
        if rule.aspect is Aspect.CALCULATE and (control is None or not _label(session, place))
    ]
    for rule in hidden_rules:
        tree = bind_to_repeats(parse(rule.text), rule.subject, session.form.repeats)
        for source in _places(session, _deciding(session, tree, place, rule), place, rule):
            yield from _given(session, source, asked, passed)
    if hidden_rules or place.elements():
        return
    yield GivenAnswer(
        path=state.path,
        label=_label(session, place) or state.names[-1],
        value=session.labels.value_label(control, place),
        hidden=not state.relevant,
        is_own=place is asked,
    )


def _followers(rule: Rule, target: Node) -> Iterator[Node]:
    if rule.aspect is Aspect.CALCULATE:
        yield target
    if rule.aspect is Aspect.RELEVANT:
        yield target
        yield from (below for below in target.descendants() if below.state is not None)


def _place(rule: Rule, target: Node) -> str:
    path = state_of(target).path
    return path if rule.subject == rule.path else f"{path}/{rule.subject[-1]}"


def _label_at(session: FormSession, path: str) -> str:
    node = session.nodes.get(path)
    if node is not None:
        return _label(session, node)
    parent = session.nodes.get(path.rpartition("/")[0])
    if parent is None:
        return ""
    control = session.controls.get((*state_of(parent).names, path.rpartition("/")[2]))
    return "" if control is None else session.labels.text(control.label, parent)


def _label(session: FormSession, node: Node) -> str:
    control = session.controls.get(state_of(node).names)
    return "" if control is None else session.labels.text(control.label, node)
