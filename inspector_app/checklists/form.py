"""An XForm as this program understands it: questions, rules, choices and texts, before anyone answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from inspector_app.checklists.texts import EMPTY, TextRef, Texts
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.domain.checklist import Meaning, QuestionKind
from inspector_app.domain.institution import InstitutionKind

_PLAIN_LIST = r"instance\(\s*(?:'[^']*'|\"[^\"]*\")\s*\)[\w./\-]*"
_FIXED = re.compile(rf"{_PLAIN_LIST}|randomize\(\s*{_PLAIN_LIST}\s*(?:,\s*-?[\d.]+\s*)?\)")
"""Choices that are the same whatever is answered; a seed may be a number, but no answer."""
Names = tuple[str, ...]

OUR_NAMESPACE = "urn:inspection-desk:checklist:1"
"""The namespace of our columns; forms bind it to the prefix ``fm`` in their settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bind:
    """The rules of one node, as written."""

    path: Names
    type: str = "string"
    relevant: str = ""
    readonly: str = ""
    required: str = ""
    constraint: str = ""
    calculate: str = ""
    constraint_message: TextRef = EMPTY
    required_message: TextRef = EMPTY
    preload: tuple[str, str] = ("", "")
    """What the form asks of its surroundings: kind and parameter."""
    meaning: Meaning = field(default_factory=Meaning)
    noncompliant_when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Itemset:
    """Choices that an expression finds."""

    nodes: str
    value: str
    label: TextRef

    @property
    def is_fixed(self) -> bool:
        """Tell whether the choices are the same whatever is answered."""
        return _FIXED.fullmatch(self.nodes) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One thing on the page: a question, a group or a repeat."""

    kind: QuestionKind
    path: Names
    label: TextRef = EMPTY
    hint: TextRef = EMPTY
    items: tuple[tuple[str, TextRef], ...] = ()
    itemset: Itemset | None = None
    count: str = ""
    """How many instances a repeat has, where an expression decides."""
    fixed: bool = False
    """Whether people may not add or remove instances of a repeat."""
    span: tuple[str, str, str] | None = None
    """Lowest and highest value and the step of a range."""
    appearance: str = ""
    children: tuple[Control, ...] = ()

    def everything(self) -> Iterator[Control]:
        yield self
        for child in self.children:
            yield from child.everything()


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A value that an event sets."""

    events: tuple[str, ...]
    path: Names
    value: str
    text: str = ""
    trigger: Names = ()
    """The question whose change sets it, where the event is a change."""
    ref: str = ""
    """The target as an expression, where a path of names does not say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDefinition:
    """A form ready to run; the trees are copied by each session and never changed."""

    form_id: str
    version: str
    title: str
    instance: Node
    """Root node above the primary instance's element."""
    secondary: Mapping[str, Node]
    binds: Mapping[Names, Bind]
    controls: tuple[Control, ...]
    actions: tuple[Action, ...]
    texts: Texts
    repeats: Mapping[Names, Node]
    """Each repeat's template by its path."""
    prefixes: Mapping[str, str]
    institutions: tuple[InstitutionKind, ...] = ()
    """What kinds of institution it is for; none where it is for any."""
    title_en: str = ""
    last_saved: frozenset[str] = frozenset()
    """Identities under which the form reads the record that was saved last."""

    @property
    def bound_attributes(self) -> frozenset[Names]:
        """Attributes that have a rule or that an event sets; all others are mere text."""
        places = (*self.binds, *(action.path for action in self.actions))
        return frozenset(path for path in places if path and path[-1].startswith("@"))

    @property
    def set_by_events(self) -> frozenset[Names]:
        """Places whose value an event sets: it happens once, so the value must be kept."""
        preloaded = {path for path, bind in self.binds.items() if bind.preload[0] not in {"", "uid"}}
        return frozenset(action.path for action in self.actions) | preloaded

    def places(self) -> dict[Names, list[Names]]:
        """Return the places directly below each place, repeats included."""
        found: dict[Names, dict[Names, None]] = {}

        def walk(node: Node, path: Names) -> None:
            for child in node.elements():
                place = (*path, child.name)
                found.setdefault(path, {})[place] = None
                walk(child, place)

        walk(self.instance, ())
        for path, template in self.repeats.items():
            found.setdefault(path[:-1], {})[path] = None
            walk(template, path)
        return {path: list(places) for path, places in found.items()}

    def everything(self) -> Iterator[Control]:
        for control in self.controls:
            yield from control.everything()
