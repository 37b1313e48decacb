"""Forms written as XForms, for what tables cannot say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from inspector_app.checklists.reading import read_form
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import NodeState, state_of
from inspector_app.checklists.xpath.context import World

_HTML = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">
<h:head><h:title>t</h:title><model><instance><data id="t">{data}</data></instance>{model}</model></h:head>
<h:body>{body}</h:body></h:html>"""


def xform(data: str, model: str = "", body: str = "") -> str:
    return _HTML.format(data=data, model=model, body=body)


def running(
    data: str,
    model: str = "",
    body: str = "",
    *,
    files: Mapping[str, str] | None = None,
    first: bool = True,
    random: Callable[[], float] = lambda: 0.25,
    world: World | None = None,
) -> FormSession:
    around = world or World(
        zone=ZoneInfo("Asia/Shanghai"),
        now=lambda: datetime(2026, 3, 1, 11, tzinfo=UTC),
        random=random,
        new_id=lambda: "7",
        properties={"username": "云岭"},
    )
    return FormSession(read_form(xform(data, model, body), files), around, first=first)


def inputs(*names: str) -> str:
    return "".join(f'<input ref="/data/{name}"/>' for name in names)


def state(session: FormSession, path: str) -> NodeState:
    return state_of(session.node(path))
