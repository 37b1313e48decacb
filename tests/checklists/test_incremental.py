"""Exactly what depends on a change is computed again: counted, and compared with computing everything."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.checklists.instance import descend
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import state_of
from inspector_app.checklists.xpath.context import World
from tests.checklists.forms import inputs, running

MODEL = """<bind nodeset="/data/r/n" calculate="position(..)"/>
<bind nodeset="/data/r/sum" calculate="/data/r/a + sum(../s/b) + 0 * random()"/>
<bind nodeset="/data/r/s/b" relevant="../../a &gt; 1" constraint=". &lt;= ../../a"/>
<bind nodeset="/data/r/before" calculate="/data/r[position() = position(current()/..) - 1]/a"/>
<bind nodeset="/data/total" calculate="sum(/data/r/sum)"/>
<bind nodeset="/data/rows" calculate="count(/data/r)"/>
<bind nodeset="/data/g" relevant="/data/total &gt; 3"/>
<bind nodeset="/data/g/note" required="/data/rows &gt; 1" readonly="/data/top = 'x'"/>
<bind nodeset="/data/r" relevant="/data/top != 'no'"/>"""
DATA = """<top/><r jr:template=""><n/><a/><s jr:template=""><b/></s><sum/><before/></r><total/><rows/>
<g><note/></g>"""
BODY = (
    inputs("top", "g/note")
    + """<repeat nodeset="/data/r"><input ref="/data/r/a"/>
<repeat nodeset="/data/r/s"><input ref="/data/r/s/b"/></repeat></repeat>"""
)


class Counting:
    """Counts how often an expression asked for chance."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> float:
        self.asked += 1
        return 0.5


def counted() -> tuple[FormSession, Counting]:
    chance = Counting()
    world = World(zone=ZoneInfo("Asia/Shanghai"), now=lambda: datetime(2026, 3, 1, tzinfo=UTC), random=chance)
    return running(DATA, MODEL, BODY, world=world), chance


def test_a_repeat_that_grows_computes_its_new_entry_only() -> None:
    session, chance = counted()
    for number in range(20):
        before = chance.asked
        session.add_instance("/data/r", f"k{number}")
        assert chance.asked - before == 1
    assert session.node("/data/rows").string() == "20"
    assert session.node("/data/r[k19]/n").string() == "20"


def test_an_answer_computes_its_own_entry_only() -> None:
    session, chance = counted()
    for number in range(5):
        session.add_instance("/data/r", f"k{number}")
    before = chance.asked
    session.answer("/data/r[k2]/a", "4")
    assert chance.asked - before == 1
    session.answer("/data/top", "x")
    assert chance.asked - before == 1


def everything(session: FormSession) -> dict[str, tuple[object, ...]]:
    return {
        path: (own.value, own.relevant, own.own_readonly, own.required, own.fits, tuple(own.closed))
        for path, node in session.nodes.items()
        if (own := state_of(node))
    }


STEPS = st.tuples(st.sampled_from(["add", "add inside", "remove", "a", "b", "top"]), st.integers(0, 5))


@settings(deadline=None, max_examples=60)
@given(st.lists(STEPS, max_size=20))
def test_computing_everything_again_changes_nothing(steps: list[tuple[str, int]]) -> None:
    session, _ = counted()
    for number, (step, value) in enumerate(steps):
        entries = session.node("/data").named("r")
        chosen = state_of(entries[value % len(entries)]).path if entries else ""
        if step == "add":
            session.add_instance("/data/r", f"k{number}")
        elif step == "top":
            session.answer("/data/top", ["x", "no", "y"][value % 3])
        elif not chosen:
            continue
        elif step == "add inside":
            session.add_instance(f"{chosen}/s", f"s{number}")
        elif step == "remove":
            session.remove_instance(chosen)
        elif step == "a":
            session.answer(f"{chosen}/a", str(value))
        else:
            for inner in session.node(chosen).named("s"):
                session.answer(f"{state_of(inner).path}/b", str(value))
    seen = everything(session)
    for rule in session.rules.ordered:
        for node in descend([session.root], rule.path):
            session._agenda.add(rule, node)
    session._settle()
    assert everything(session) == seen


def test_paths_that_search_depend_on_what_they_may_find_and_on_nothing_else() -> None:
    model = """<bind nodeset="/data/all" calculate="sum(//x)"/>
    <bind nodeset="/data/any" calculate="count(//r)"/>
    <bind nodeset="/data/g/some" calculate="count-non-empty(/data/g/*)"/>
    <bind nodeset="/data/g/first" calculate="/data/*[1]"/>"""
    data = '<top/><all/><any/><g><some/><first/><y/></g><r jr:template=""><x/></r>'
    session = running(
        data, model, inputs("top", "g/y") + '<repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat>'
    )
    for number in range(3):
        session.add_instance("/data/r", f"k{number}")
        session.answer(f"/data/r[k{number}]/x", "5")
    session.answer("/data/top", "t")
    session.answer("/data/g/y", "1")
    values = {name: session.node(f"/data/{name}").string() for name in ("all", "any", "g/first")}
    assert values == {"all": "15", "any": "3", "g/first": "t"}
    assert session.node("/data/g/some").string() in {"2", "3"}
