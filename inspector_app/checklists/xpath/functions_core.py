"""The core functions of XPath 1.0 and the text functions OpenRosa adds."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

from inspector_app.checklists.xpath.context import Context, Run
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.patterns import is_found
from inspector_app.checklists.xpath.registry import MANY, function
from inspector_app.checklists.xpath.values import Value, to_boolean, to_number, to_string
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence


def nodes_of(value: Value, name: str) -> list[Node]:
    """Return a node-set argument; anything else is told in a sentence."""
    if isinstance(value, list):
        return value
    raise UnusableInput(
        sentence("{name} needs a place in the form, but was given a value. Give it a path.", name=f"{name}()")
    )


def strings(values: tuple[Value, ...]) -> list[str]:
    """Flatten arguments to strings: each node of a node-set counts."""
    found: list[str] = []
    for value in values:
        if isinstance(value, list):
            found.extend(node.string() for node in value)
        else:
            found.append(to_string(value))
    return found


@function("last", takes=(0, 0))
def last(context: Context) -> Value:
    return float(context.size)


@function("position", takes=(0, 1))
def position(context: Context, node: Value | None = None) -> Value:
    """Position in the step, or, given a node, its place among siblings of its name."""
    if node is None:
        return float(context.position)
    nodes = nodes_of(node, "position")
    if not nodes or nodes[0].parent is None:
        return 1.0
    siblings = nodes[0].parent.named(nodes[0].name)
    # A stand-in for an entry that is not there yet stands at the end.
    return float(siblings.index(nodes[0]) + 1 if nodes[0] in siblings else len(siblings) + 1)


@function("count", takes=(1, 1))
def count(_: Context, nodes: Value) -> Value:
    return float(len(nodes_of(nodes, "count")))


@function("count-non-empty", takes=(1, 1))
def count_non_empty(_: Context, nodes: Value) -> Value:
    return float(sum(1 for node in nodes_of(nodes, "count-non-empty") if node.string()))


@function("current", takes=(0, 0))
def current(context: Context) -> Value:
    return [context.current]


@function("id", takes=(1, 1))
def by_id(context: Context, wanted: Value) -> Value:
    ids = {part for text in strings((wanted,)) for part in text.split()}
    return [
        node
        for node in context.node.root().descendants()
        if any(attribute.name == "id" and attribute.text in ids for attribute in node.attributes)
    ]


def _first(context: Context, nodes: Value | None, name: str) -> Node | None:
    if nodes is None:
        return context.node
    found = nodes_of(nodes, name)
    return found[0] if found else None


@function("local-name", takes=(0, 1))
def local_name(context: Context, nodes: Value | None = None) -> Value:
    node = _first(context, nodes, "local-name")
    return node.name if node else ""


@function("name", takes=(0, 1))
def name_of(context: Context, nodes: Value | None = None) -> Value:
    node = _first(context, nodes, "name")
    if node is None:
        return ""
    for prefix, namespace in context.world.prefixes.items():
        if namespace and namespace == node.namespace:
            return f"{prefix}:{node.name}"
    return node.name


@function("namespace-uri", takes=(0, 1))
def namespace_uri(context: Context, nodes: Value | None = None) -> Value:
    node = _first(context, nodes, "namespace-uri")
    return node.namespace if node else ""


@function("lang", takes=(1, 1))
def lang(context: Context, wanted: Value) -> Value:
    language = to_string(wanted).lower()
    for node in (context.node, *context.node.ancestors()):
        for attribute in node.attributes:
            if attribute.name == "lang":
                found = attribute.text.lower()
                return found == language or found.startswith(f"{language}-")
    return False


@function("string", takes=(0, 1))
def string(context: Context, value: Value | None = None) -> Value:
    return context.node.string() if value is None else to_string(value)


@function("concat", takes=(0, MANY))
def concat(_: Context, *values: Value) -> Value:
    return "".join(strings(values))


@function("join", takes=(1, MANY))
def join(_: Context, separator: Value, *values: Value) -> Value:
    return to_string(separator).join(strings(values))


@function("starts-with", takes=(2, 2))
def starts_with(_: Context, text: Value, start: Value) -> Value:
    return to_string(text).startswith(to_string(start))


@function("ends-with", takes=(2, 2))
def ends_with(_: Context, text: Value, end: Value) -> Value:
    return to_string(text).endswith(to_string(end))


@function("contains", takes=(2, 2))
def contains(_: Context, text: Value, part: Value) -> Value:
    return to_string(part) in to_string(text)


@function("substring-before", takes=(2, 2))
def substring_before(_: Context, text: Value, mark: Value) -> Value:
    before, found, _rest = to_string(text).partition(to_string(mark)) if to_string(mark) else ("", "", "")
    return before if found else ""


@function("substring-after", takes=(2, 2))
def substring_after(_: Context, text: Value, mark: Value) -> Value:
    if not to_string(mark):
        return to_string(text)
    return to_string(text).partition(to_string(mark))[2]


@function("substring", takes=(2, 3))
def substring(context: Context, text: Value, start: Value, length: Value | None = None) -> Value:
    """Characters whose place, counted from 1 and rounded, lies in the span."""
    from inspector_app.checklists.xpath.functions_numbers import round_half_up

    zone = context.world.zone
    first = round_half_up(to_number(start, zone))
    end = float("inf") if length is None else first + round_half_up(to_number(length, zone))
    return "".join(sign for place, sign in enumerate(to_string(text), 1) if first <= place < end)


@function("substr", takes=(2, 3))
def substr(context: Context, text: Value, start: Value, end: Value | None = None) -> Value:
    """Characters from ``start`` up to ``end``, counted from 0; negative counts from the end."""
    zone = context.world.zone
    first = _place(to_number(start, zone))
    return to_string(text)[first:] if end is None else to_string(text)[first : _place(to_number(end, zone))]


def _place(number: float) -> int:
    return int(number) if abs(number) < 1e9 else 0


@function("string-length", takes=(0, 1))
def string_length(context: Context, text: Value | None = None) -> Value:
    return float(len(context.node.string() if text is None else to_string(text)))


@function("normalize-space", takes=(0, 1))
def normalize_space(context: Context, text: Value | None = None) -> Value:
    found = context.node.string() if text is None else to_string(text)
    return " ".join(part for part in re.split(r"[ \t\r\n]+", found) if part)


@function("translate", takes=(3, 3))
def translate(_: Context, text: Value, old: Value, new: Value) -> Value:
    replacements: dict[int, str] = {}
    to = to_string(new)
    for place, sign in enumerate(to_string(old)):
        replacements.setdefault(ord(sign), to[place] if place < len(to) else "")
    return to_string(text).translate(replacements)


@function("regex", takes=(2, 2))
def matches(_: Context, text: Value, pattern: Value) -> Value:
    return is_found(to_string(pattern), to_string(text))


@function("digest", takes=(2, 3))
def digest(_: Context, text: Value, algorithm: Value, encoding: Value | None = None) -> Value:
    name = digest_called(to_string(algorithm))
    hashed = hashlib.new(name, to_string(text).encode(), usedforsecurity=False).digest()
    if encoding is not None and to_string(encoding) == "hex":
        return hashed.hex()
    return base64.b64encode(hashed).decode()


_DIGESTS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


def digest_called(name: str) -> str:
    """Return what Python calls a digest of XForms; an unknown one is told."""
    if name.upper() not in _DIGESTS:
        raise UnusableInput(
            sentence("digest() knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not {name}.", name=name)
        )
    return _DIGESTS[name.upper()]


@function("base64-decode", takes=(1, 1))
def base64_decode(_: Context, text: Value) -> Value:
    try:
        return base64.b64decode(to_string(text), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


@function("boolean", takes=(1, 1))
def boolean(_: Context, value: Value) -> Value:
    return to_boolean(value)


@function("boolean-from-string", takes=(1, 1))
def boolean_from_string(_: Context, value: Value) -> Value:
    return to_string(value) in {"1", "true"}


@function("not", takes=(1, 1))
def negate(_: Context, value: Value) -> Value:
    return not to_boolean(value)


@function("true", takes=(0, 0))
def true(_: Context) -> Value:
    return True


@function("false", takes=(0, 0))
def false(_: Context) -> Value:
    return False


@function("if", takes=(3, 3), eager=False)
def choose(context: Context, condition: Run, then: Run, otherwise: Run) -> Value:
    return then(context) if to_boolean(condition(context)) else otherwise(context)


@function("coalesce", takes=(2, 2), eager=False)
def coalesce(context: Context, first: Run, second: Run) -> Value:
    found = first(context)
    found = found if to_string(found) else second(context)
    return found if isinstance(found, float) else to_string(found)
