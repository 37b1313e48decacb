"""XForm XML to a form definition; what is not supported is refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from inspector_app.checklists.elements import (
    child_of,
    english_title_of,
    institutions_of,
    item_of,
    itemset_of,
    kind_of,
    local_name,
    may_be_exempt,
    meaning_of,
    message_of,
    needed,
    span_of,
    unsupported,
    without_predicates,
)
from inspector_app.checklists.events import EVENTS
from inspector_app.checklists.files import LAST_SAVED, read_file
from inspector_app.checklists.form import (
    OUR_NAMESPACE,
    Action,
    Bind,
    Control,
    FormDefinition,
    Names,
)
from inspector_app.checklists.texts import EMPTY, TextRef, read_texts, reference
from inspector_app.checklists.xpath.nodes import Node, NodeKind, document, split_tag
from inspector_app.domain.checklist import QuestionKind
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

_JAVAROSA = "{http://openrosa.org/javarosa}"
_DEEPEST = 100
_PRELOADS = frozenset({"", "uid", "timestamp", "date", "property"})


def read_form(xform: str, files: Mapping[str, str] | None = None) -> FormDefinition:
    """Return the definition of an XForm; a fault or an unsupported feature raises a sentence.

    ``files`` are the texts of files the form reads, by their name.
    """
    try:
        html = ElementTree.fromstring(xform)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise UnusableInput(
            sentence("The compiled checklist is no readable form. Import the checklist again.")
        ) from error
    _refuse_deep(html)
    return _Reader(html, files or {}).definition()


def _refuse_deep(html: Element) -> None:
    """Refuse a tree nobody could have written by hand before something walks it by recursion."""
    level = [html]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise UnusableInput(
        sentence("The form nests its questions deeper than {levels} levels. Flatten it.", levels=_DEEPEST)
    )


class _Reader:
    def __init__(self, html: Element, files: Mapping[str, str]) -> None:
        self._html = html
        self._files = files
        self._head = needed(html, "head")
        self._model = needed(self._head, "model")
        instances = [child for child in self._model if split_tag(child.tag)[1] == "instance"]
        if not instances or len(instances[0]) == 0:
            raise UnusableInput(sentence("The form has no questions. Compile it again from its table."))
        self._primary = instances[0][0]
        self._secondary = instances[1:]
        self._exemptible = may_be_exempt(self._primary)
        self._root = document(self._primary)
        self._root_name = self._root.children[0].name
        self._binds: dict[Names, Bind] = {}
        self._repeats: list[Names] = []
        self._actions: list[Action] = []
        self._ids = {
            child.get("id", ""): child.get("nodeset", "")
            for child in self._model
            if split_tag(child.tag)[1] == "bind" and child.get("id")
        }

    def definition(self) -> FormDefinition:
        for element in self._model:
            name = split_tag(element.tag)[1]
            if name == "bind":
                self._read_bind(element)
            elif name == "setvalue":
                self._read_action(element, ())
            elif name in {"setgeopoint", "recordaudio", "action"}:
                raise unsupported(name, self._path(element.get("ref", "")) or (self._root_name,))
        controls = tuple(self._controls(needed(self._html, "body"), (self._root_name,)))
        title = child_of(self._head, "title")
        return FormDefinition(
            form_id=self._primary.get("id", self._root_name),
            version=self._primary.get("version", ""),
            title=(title.text or "").strip() if title is not None else "",
            instance=self._root,
            secondary={element.get("id", ""): self._choices(element) for element in self._secondary},
            binds=self._binds,
            controls=controls,
            actions=tuple(self._actions),
            texts=read_texts(child_of(self._model, "itext")),
            repeats=self._templates(),
            institutions=institutions_of(self._primary),
            title_en=english_title_of(self._primary),
            last_saved=frozenset(
                element.get("id", "") for element in self._secondary if element.get("src") == LAST_SAVED
            ),
            prefixes={"orx": "http://openrosa.org/xforms", "jr": _JAVAROSA[1:-1]},
        )

    def _choices(self, element: Element) -> Node:
        source = element.get("src", "")
        if source == LAST_SAVED:
            return Node(NodeKind.ROOT)
        if source:
            return read_file(source, self._files)
        if len(element) == 0:
            return document(element)
        return document(element[0])

    def _path(self, reference_text: str, base: Names = ()) -> Names:
        text = reference_text.strip().removeprefix("current()/")
        if not text.startswith("/"):
            names = list(base)
            for part in text.split("/"):
                if part == "..":
                    names = names[:-1]
                elif part not in {"", "."}:
                    names.append(local_name(part))
            return tuple(names)
        return tuple(local_name(part) for part in text.strip("/").split("/"))

    def _ref(self, element: Element) -> str:
        """The place of an element: by its path, or by the identity of a bind."""
        named = self._ids.get(element.get("bind", ""), "")
        return element.get("ref") or element.get("nodeset") or named

    def _read_bind(self, element: Element) -> None:
        path = self._path(element.get("nodeset", ""), (self._root_name,))
        bind_type = element.get("type", "string").rpartition(":")[2]
        preload = element.get(f"{_JAVAROSA}preload", "")
        if preload not in _PRELOADS:
            raise unsupported(f"preload {preload}", path)
        self._binds[path] = Bind(
            path=path,
            type=bind_type,
            relevant=element.get("relevant", "").strip(),
            readonly=element.get("readonly", "").strip(),
            required=element.get("required", "").strip(),
            constraint=element.get("constraint", "").strip(),
            calculate=element.get("calculate", "").strip(),
            preload=(preload, element.get(f"{_JAVAROSA}preloadParams", "")),
            constraint_message=message_of(element.get(f"{_JAVAROSA}constraintMsg")),
            required_message=message_of(element.get(f"{_JAVAROSA}requiredMsg")),
            meaning=meaning_of(element, path, exemptible=self._exemptible),
            noncompliant_when=element.get(f"{{{OUR_NAMESPACE}}}when", "").strip(),
        )

    def _read_action(self, element: Element, trigger: Names) -> None:
        ref = self._ref(element)
        events = tuple(element.get("event", "").split())
        if unknown := set(events) - EVENTS:
            raise unsupported(f"the event {min(unknown)}", trigger or (self._root_name,))
        plain = without_predicates(ref)
        path = self._path(plain, trigger)
        if not _descend([self._root], tuple(name for name in path if not name.startswith("@"))):
            path = self._path(plain, trigger[:-1])
        self._actions.append(
            Action(
                events=events,
                path=path,
                value=element.get("value", "").strip(),
                text=element.text or "",
                trigger=trigger,
                ref=ref.strip() if "[" in ref else "",
            )
        )

    def _controls(self, parent: Element, base: Names) -> list[Control]:
        controls: list[Control] = []
        for element in parent:
            name = split_tag(element.tag)[1]
            if name in {"label", "hint", "help", "value", "itemset", "item", "alert", "copy"}:
                continue
            if name == "setvalue":
                self._read_action(element, base)
            elif name == "group":
                controls.extend(self._group(element, base))
            elif name == "repeat":
                controls.append(self._repeat(element, EMPTY, base))
            else:
                controls.append(self._question(name, element, base))
        return controls

    def _group(self, element: Element, base: Names) -> list[Control]:
        ref = self._ref(element)
        path = self._path(ref, base) if ref else base
        label = reference(child_of(element, "label"))
        inner = [child for child in element if split_tag(child.tag)[1] not in {"label", "hint"}]
        if len(inner) == 1 and split_tag(inner[0].tag)[1] == "repeat":
            return [self._repeat(inner[0], label, base)]
        children = self._controls(element, path)
        if not ref and label == EMPTY:
            return children
        appearance = element.get("appearance", "")
        return [
            Control(
                kind=QuestionKind.GROUP,
                path=path,
                label=label,
                appearance=appearance,
                children=tuple(children),
            )
        ]

    def _repeat(self, element: Element, label: TextRef, base: Names) -> Control:
        path = self._path(self._ref(element), base)
        self._repeats.append(path)
        return Control(
            kind=QuestionKind.REPEAT,
            path=path,
            label=label,
            fixed=element.get(f"{_JAVAROSA}noAddRemove", "").strip() == "true()",
            count=(element.get(f"{_JAVAROSA}count") or "").strip(),
            children=tuple(self._controls(element, path)),
        )

    def _question(self, name: str, element: Element, base: Names) -> Control:
        path = self._path(self._ref(element), base)
        kind = kind_of(name, element, path, self._binds.get(path))
        if element.get("appearance", "").strip().startswith("search("):
            raise unsupported("search()", path, "appearance")
        for child in element:
            if split_tag(child.tag)[1] == "setvalue":
                self._read_action(child, path)
        itemset = child_of(element, "itemset")
        items = [child for child in element if split_tag(child.tag)[1] == "item"]
        return Control(
            kind=kind,
            path=path,
            label=reference(child_of(element, "label")),
            hint=reference(child_of(element, "hint")),
            items=tuple(item_of(item) for item in items),
            itemset=None if itemset is None else itemset_of(itemset),
            span=span_of(element, path) if kind is QuestionKind.RANGE else None,
            appearance=element.get("appearance", ""),
        )

    def _templates(self) -> dict[Names, Node]:
        """Take each repeat's template out of the instance: the marked one, else a copy of the first."""
        templates: dict[Names, Node] = {}
        for path in sorted(self._repeats, key=len):
            for parent in self._parents(path, templates):
                for node in list(parent.named(path[-1])):
                    marked = any(attribute.name == "template" for attribute in node.attributes)
                    if marked or path not in templates:
                        templates[path] = node.copy()
                    if marked:
                        parent.remove(node)
            if path not in templates:
                raise UnusableInput(
                    sentence("The repeat {place} has no questions. Compile the form again.", place=path[-1])
                )
        return templates

    def _parents(self, path: Names, templates: dict[Names, Node]) -> list[Node]:
        found = _descend([self._root], path[:-1])
        for depth in range(len(path) - 1, 0, -1):
            if path[:depth] in templates:
                return [*_descend([templates[path[:depth]]], path[depth:-1]), *found]
        return found


def _descend(nodes: list[Node], names: Names) -> list[Node]:
    for name in names:
        nodes = [child for node in nodes for child in node.named(name)]
    return nodes
