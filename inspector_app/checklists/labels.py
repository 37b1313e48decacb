"""Words of a running form: labels with answers in them, and choices in the language shown."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from inspector_app.checklists.form import Control
from inspector_app.checklists.state import state_of
from inspector_app.checklists.texts import Insert, Parts, TextRef
from inspector_app.checklists.xpath.compiler import compile_text
from inspector_app.checklists.xpath.context import Context, Run
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.values import to_string
from inspector_app.domain.checklist import ChoiceView, QuestionKind

if TYPE_CHECKING:
    from inspector_app.checklists.running import FormSession


_LONG = re.compile(r"-?\d{1,12}\.\d{12,}")
_PLACES = Decimal("1e-9")


def readable(value: str) -> str:
    """Write a computed number as people do: 0.1 + 0.2 is 0.3; rules go on with the value as it is."""
    if _LONG.fullmatch(value) is None:
        return value
    return f"{Decimal(value).quantize(_PLACES).normalize():f}"


_PATH = re.compile(r"[^\W\d][\w.\-]*(/[^\W\d][\w.\-]*)*")


class Labels:
    """Writes texts for one session; unfiltered choices are written once for each language."""

    def __init__(self, session: FormSession, language: str) -> None:
        self._session = session
        self.language = language
        self._inserted = False
        """Whether an answer was written into a text since this was last set to false."""
        self._compiled: dict[str, Run] = {}
        self._static: dict[tuple[str, tuple[str, ...]], tuple[ChoiceView, ...]] = {}

    def text(self, ref: TextRef, node: Node, form: str = "") -> str:
        """Return a text at a node."""
        if ref.text_id:
            return self._written(self._session.form.texts.find(self.language, ref.text_id, form), node)
        if form:
            return ""
        if ref.expression:
            return to_string(self._session.evaluate(ref.expression, node))
        return self._written(ref.parts, node)

    def text_by_id(self, text_id: str, node: Node) -> str:
        """Return a text by its identity, as ``jr:itext()`` asks for it at a node."""
        return self._written(self._session.form.texts.find(self.language, text_id), node)

    def choices(self, control: Control, node: Node) -> tuple[ChoiceView, ...]:
        """Return what can be chosen at a node now."""
        itemset = control.itemset
        if itemset is not None and not itemset.is_fixed:
            return self._found(control, node)
        known = self._static.get((self.language, control.path))
        if known is None:
            self._inserted = False
            if itemset is None:
                known = tuple(
                    ChoiceView(value=value, label=self.text(label, node)) for value, label in control.items
                )
            else:
                known = self._found(control, node)
            if not self._inserted:
                self._static[self.language, control.path] = known
        return known

    def offered(self, control: Control, node: Node) -> tuple[ChoiceView, ...]:
        """Return the choices as people see them: one without a label by its value, blank ones not at all."""
        return tuple(
            choice if choice.label else ChoiceView(value=choice.value, label=choice.value)
            for choice in self.choices(control, node)
            if choice.value
        )

    def choice_name(self, value: str, path: str, node: Node) -> str:
        """Return the label of a choice, as ``jr:choice-name()`` asks for it."""
        asked = self._session.evaluate(path.strip(), node) if path.strip() else []
        question = (
            next((one for one in asked if one.state is not None), None) if isinstance(asked, list) else None
        )
        control = None if question is None else self._session.controls.get(state_of(question).names)
        if control is None or question is None:
            return value
        choices = self.choices(control, question)
        return next((one.label for one in choices if one.value == value), "") or value

    def value_label(self, control: Control | None, node: Node) -> str:
        """Return the answer at a node in words."""
        state = state_of(node)
        if control is not None and control.kind is QuestionKind.DATE_TIME and not state.fault:
            return state.value.replace("T", " ", 1)
        if control is None or not (control.items or control.itemset) or not state.value:
            return state.typed if state.fault else readable(state.value)
        words = {choice.value: choice.label for choice in self.choices(control, node)}
        return "、".join(words.get(value) or value for value in state.value.split())

    def _found(self, control: Control, node: Node) -> tuple[ChoiceView, ...]:
        session, itemset = self._session, control.itemset
        if itemset is None:
            return ()
        found = session.evaluate(itemset.nodes, node)
        choices: list[ChoiceView] = []
        for item in found if isinstance(found, list) else ():
            value = self._below(item, itemset.value)
            choices.append(ChoiceView(value=value, label=self._item_label(itemset.label, item, node)))
        return tuple(choices)

    def _item_label(self, label: TextRef, item: Node, node: Node) -> str:
        expression = label.expression
        if expression.startswith("jr:itext(") and expression.endswith(")"):
            return self.text_by_id(self._below(item, expression[len("jr:itext(") : -1].strip()), node)
        if expression:
            return self._below(item, expression)
        return "".join(part for part in label.parts if isinstance(part, str))

    def _written(self, parts: Parts, node: Node) -> str:
        written: list[str] = []
        for part in parts:
            if isinstance(part, Insert):
                self._inserted = True
                written.append(readable(to_string(self._session.evaluate(part.expression, node))))
            else:
                written.append(part)
        return "".join(written).strip()

    def _below(self, item: Node, expression: str) -> str:
        """Return what an expression says of a choice's node; mostly the name of a child."""
        if _PATH.fullmatch(expression) is None:
            run = self._compiled.setdefault(expression, compile_text(expression))
            return to_string(run(Context(self._session.world, item)))
        nodes = [item]
        for name in expression.split("/"):
            nodes = nodes[0].named(name) if nodes else []
        return nodes[0].string() if nodes else ""
