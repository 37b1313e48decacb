"""A running form as people see it: questions in order, and what a non-compliant answer says."""

from __future__ import annotations

import re
from dataclasses import replace

from inspector_app.checklists.form import Bind, Control
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import NodeState, state_of
from inspector_app.checklists.texts import GUIDANCE
from inspector_app.checklists.xpath.nodes import Node, NodeKind
from inspector_app.domain.checklist import Meaning, QuestionKind, QuestionView

_NO_MEANING = Meaning()
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PLACE = re.compile(r"(?:/|(?:\.\./)+)[^\W\d][\w.\-]*(?:/[^\W\d][\w.\-]*)*")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def questions(session: FormSession) -> tuple[QuestionView, ...]:
    """Return everything of the form in order, with what is not relevant marked as such."""
    found: list[QuestionView] = []
    root = session.root.children[0]
    _children(session, session.form.controls, root, 0, "", found)
    return tuple(found)


def _children(
    session: FormSession,
    controls: tuple[Control, ...],
    parent: Node,
    depth: int,
    prefix: str,
    found: list[QuestionView],
) -> None:
    number = 0
    for control in controls:
        number += 1
        label = f"{prefix}{number}"
        parent_names = state_of(parent).names
        nodes = [parent] if control.path == parent_names else _below(parent, control, len(parent_names))
        if control.kind is QuestionKind.REPEAT:
            _repeat(session, control, parent, depth, label, found)
            continue
        for node in nodes:
            found.append(question(session, control, node, depth=depth, number=label))
            if control.kind is QuestionKind.GROUP:
                _children(session, control.children, node, depth + 1, f"{label}.", found)


def _below(parent: Node, control: Control, depth: int) -> list[Node]:
    nodes = [parent]
    for name in control.path[depth:]:
        nodes = [child for node in nodes for child in node.named(name)]
    return nodes


def _repeat(
    session: FormSession, control: Control, parent: Node, depth: int, number: str, found: list[QuestionView]
) -> None:
    parent_state = state_of(parent)
    inner = control.path[len(parent_state.names) : -1]
    holder = parent
    for name in inner:
        holder = next(iter(holder.named(name)), holder)
    controlled = not session.may_grow(control.path)
    label = session.labels.text(control.label, holder)
    path = f"{state_of(holder).path}/{control.path[-1]}"
    there = session.instances(holder, control.path)
    relevant = session.is_offered(holder, control.path) or any(state_of(one).relevant for one in there)
    found.append(
        QuestionView(
            path=path,
            kind=QuestionKind.REPEAT,
            label=label,
            relevant=relevant,
            readonly=controlled,
            depth=depth,
            number=number,
        )
    )
    for order, node in enumerate(there, 1):
        state = state_of(node)
        found.append(
            QuestionView(
                path=state.path,
                kind=QuestionKind.REPEAT_INSTANCE,
                label=label,
                relevant=state.relevant,
                depth=depth,
                number=f"{number}.{order}",
                removable=not controlled,
            )
        )
        _children(session, control.children, node, depth + 1, f"{number}.{order}.", found)


def question_at(session: FormSession, path: str) -> QuestionView | None:
    """Return one question as it stands; ``None`` where the place is nothing that is shown."""
    node = session.nodes.get(path)
    if node is None:
        return None
    control = session.controls.get(state_of(node).names)
    if control is None or control.kind is QuestionKind.REPEAT:
        return None
    return question(session, control, node)


def question(
    session: FormSession, control: Control, node: Node, *, depth: int = 0, number: str = ""
) -> QuestionView:
    """Return the view of one question, group or note."""
    state = state_of(node)
    bind = session.form.binds.get(control.path)
    labels = session.labels
    proven = control.kind.takes_evidence
    return QuestionView(
        path=state.path,
        kind=control.kind,
        label=labels.text(control.label, node),
        hint=labels.text(control.hint, node),
        guidance=labels.text(control.hint, node, GUIDANCE),
        value="" if proven else state.typed if state.fault else state.value,
        value_label="" if proven else labels.value_label(control, node),
        choices=labels.offered(control, node) if control.kind.has_choices else (),
        span=control.span,
        relevant=state.relevant,
        required=state.required,
        readonly=_readonly(node, bind),
        error=state.fault or session.failure_at(state.path),
        error_text="" if state.fits or state.fault else constraint_text(session, bind, node),
        noncompliant=is_noncompliant(state, bind),
        meaning=_meaning(session, bind),
        depth=depth,
        number=number,
    )


def _meaning(session: FormSession, bind: Bind | None) -> Meaning:
    """Return what the question means, its unit in the language shown."""
    if bind is None:
        return _NO_MEANING
    meaning = bind.meaning
    if meaning.unit_en and "(en)" in session.labels.language:
        return replace(meaning, unit=meaning.unit_en)
    return meaning


def is_noncompliant(state: NodeState, bind: Bind | None) -> bool:
    if bind is None or not state.relevant:
        return False
    if state.noncompliant:
        return True
    return any(value in bind.meaning.noncompliant for value in state.value.split())


def finding_text(session: FormSession, node: Node) -> str:
    """Return the finding's text of a question with the answers written into it, in the default language."""
    bind = session.form.binds.get(state_of(node).names)
    if bind is None:
        return ""
    language = session.labels.language
    session.labels.language = session.form.texts.default
    try:
        return _PLACEHOLDER.sub(lambda match: _answer_named(session, node, match[1]), bind.meaning.finding)
    finally:
        session.labels.language = language


def _answer_named(session: FormSession, node: Node, name: str) -> str:
    """The nearest answer of that name: beside the question, then further out, then anywhere."""
    for above in node.ancestors():
        for found in above.named(name):
            return _in_words(session, found)
    for found in session.root.descendants():
        if found.kind is NodeKind.ELEMENT and found.name == name:
            return _in_words(session, found)
    return f"{{{name}}}"


def _in_words(session: FormSession, node: Node) -> str:
    """Write an answer as documents do: choices by their label, days as 2026年3月1日."""
    control = session.controls.get(state_of(node).names)
    words = session.labels.value_label(control, node)
    if control is not None and control.kind is QuestionKind.DATE and (day := _DAY.fullmatch(words)):
        return f"{day[1]}年{int(day[2])}月{int(day[3])}日"
    return words


def _readonly(node: Node, bind: Bind | None) -> bool:
    """What is computed is shown, not asked (XForms 1.0, 6.1.2)."""
    return (bind is not None and bool(bind.calculate)) or inherits_readonly(node)


def inherits_readonly(node: Node) -> bool:
    """Tell whether the node or one above it is read-only by a rule."""
    while node.state is not None:
        if state_of(node).own_readonly:
            return True
        if node.parent is None:
            return False
        node = node.parent
    return False


def constraint_text(session: FormSession, bind: Bind | None, node: Node) -> str:
    if bind is None:
        return ""
    return (
        session.labels.text(bind.constraint_message, node) or f"({_spoken(session, bind.constraint, node)})"
    )


def _spoken(session: FormSession, expression: str, node: Node) -> str:
    """Write an expression with what the form calls its questions in place of their paths."""

    def label(place: re.Match[str]) -> str:
        found = session.evaluate(place[0], node)
        states = [state_of(one) for one in found if one.state] if isinstance(found, list) else []
        control = session.controls.get(states[0].names) if states else None
        return (control and session.labels.text(control.label, node)) or place[0]

    return " ".join(_PLACE.sub(label, expression).split())
