"""A filled form as an OpenRosa submission: the XML of its record, as ODK Central and Kobo take it in.

What is not relevant is left out, entries of repeats follow each other, evidence stands by the name of its
file, and times carry their zone (ODK XForms specification, "Instance", "Data Types" and "Metadata").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time, tzinfo
from xml.sax.saxutils import escape, quoteattr

from inspector_app.checklists.form import FormDefinition
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import state_of
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.values import to_string
from inspector_app.domain.checklist import QuestionKind

OPENROSA = "http://openrosa.org/xforms"
_XFORMS = "http://www.w3.org/2002/xforms"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot carry."""
_HEX = re.compile(r"uuid:([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})")


def asks_for_encryption(xform: str) -> bool:
    """Tell whether a form wants its submissions encrypted with a key of its own."""
    return "base64RsaPublicKey=" in xform


def submission(session: FormSession, instance_id: str, files: Mapping[str, str]) -> str:
    """Return the record; ``files`` are the names of files by the path of the question they answer.

    ``instance_id`` stands where the form keeps none of its own.
    """
    form, top = session.form, session.instance.top
    attributes = {"id": form.form_id, "version": form.version}
    for attribute in top.attributes:
        if not attribute.namespace and attribute.name not in {"id", "version", "template"}:
            attributes[attribute.name] = attribute.text
    written = "".join(f" {name}={quoteattr(legal(text))}" for name, text in attributes.items() if text)
    namespace = _namespace(top)
    if namespace:
        written += f" xmlns={quoteattr(namespace)}"
    children = [*_children(session, top, files, instance_id), *_own_meta(top, instance_id)]
    inside = "".join(children)
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        f'<{top.name}{written} xmlns:orx="{OPENROSA}">{inside}</{top.name}>\n'
    )


def asked_for_files(session: FormSession) -> tuple[str, ...]:
    """Return the paths of questions that files answer and that are asked now."""
    return tuple(
        path
        for path, node in session.nodes.items()
        if state_of(node).relevant and _takes_files(session, node) and not node.elements()
    )


def _takes_files(session: FormSession, node: Node) -> bool:
    control = session.controls.get(state_of(node).names)
    return control is not None and control.kind.takes_evidence


def _children(
    session: FormSession, parent: Node, files: Mapping[str, str], instance_id: str
) -> Iterator[str]:
    for node in parent.elements():
        state = state_of(node)
        if not state.relevant:
            continue
        name = f"orx:{node.name}" if node.namespace == OPENROSA else node.name
        attributes = "".join(
            f" {one.name}={quoteattr(legal(one.text))}"
            for one in node.attributes
            if not one.namespace and one.name != "template"
        )
        if node.elements():
            yield f"<{name}{attributes}>{''.join(_children(session, node, files, instance_id))}</{name}>"
            continue
        text = files.get(state.path, "") if _takes_files(session, node) else _text(session, node)
        if state.names[1:] == ("meta", "instanceID"):
            text = _canonical(text or instance_id)
        yield f"<{name}{attributes}>{escape(legal(text))}</{name}>" if text else f"<{name}{attributes}/>"


def _own_meta(top: Node, instance_id: str) -> Iterator[str]:
    """Identify a record whose form forgot to; without an identity no server takes it."""
    meta = next(iter(top.named("meta")), None)
    if meta is None or not meta.named("instanceID"):
        identity = escape(_canonical(instance_id))
        yield f"<orx:meta><orx:instanceID>{identity}</orx:instanceID></orx:meta>"


def _text(session: FormSession, node: Node) -> str:
    """Write a value as its type asks: times whole and with their zone."""
    state = state_of(node)
    value = to_string([node])
    control = session.controls.get(state.names)
    kind = _kind(session.form, node, control.kind if control is not None else None)
    zone = session.world.zone
    if kind is QuestionKind.TIME and value:
        return _time(value, zone, session.world.now())
    if kind is QuestionKind.DATE_TIME and value:
        return _moment(value, zone)
    return value


def _kind(form: FormDefinition, node: Node, asked: QuestionKind | None) -> QuestionKind | None:
    bind = form.binds.get(state_of(node).names)
    typed = {"time": QuestionKind.TIME, "dateTime": QuestionKind.DATE_TIME}
    return asked or typed.get(bind.type if bind is not None else "")


def _moment(value: str, zone: tzinfo) -> str:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    aware = at if at.tzinfo is not None else at.replace(tzinfo=zone)
    return aware.isoformat(timespec="milliseconds")


def _time(value: str, zone: tzinfo, now: datetime) -> str:
    try:
        at = time.fromisoformat(value)
    except ValueError:
        return value
    # A zone of changing offset gives one for a day only; today's is as good as any.
    offset = at.tzinfo or now.astimezone(zone).tzinfo
    day = datetime.combine(now.astimezone(zone).date(), at.replace(tzinfo=None), offset)
    return day.isoformat(timespec="milliseconds").partition("T")[2]


def _namespace(top: Node) -> str:
    """A form's own namespace, as Collect writes it; that of XForms itself is none."""
    return "" if top.namespace == _XFORMS else top.namespace


def _canonical(identity: str) -> str:
    """Write a UUID with its hyphens (RFC 4122)."""
    found = _HEX.fullmatch(identity)
    return identity if found is None else "uuid:" + "-".join(found.groups())


def legal(text: str) -> str:
    """Put a sign for every character that XML 1.0 cannot carry."""
    return _ILLEGAL.sub("\ufffd", text)
