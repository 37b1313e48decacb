"""What forms set by themselves: preload, the first load, new entries, changed values."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.checklists.reading import read_form
from inspector_app.checklists.running import FormSession
from tests.checklists.forms import inputs, running, state, xform

REPEAT = """<repeat nodeset="/data/r">
<setvalue event="odk-new-repeat" ref="/data/r/x" value="../../a + 1"/>{}</repeat>"""


def test_surroundings_are_preloaded_at_the_first_load_only() -> None:
    model = """<bind nodeset="/data/who" jr:preload="property" jr:preloadParams="username"/>
    <bind nodeset="/data/start" type="dateTime" jr:preload="timestamp" jr:preloadParams="start"/>
    <bind nodeset="/data/day" jr:preload="date" jr:preloadParams="today"/>
    <bind nodeset="/data/end" jr:preload="timestamp" jr:preloadParams="end"/>
    <bind nodeset="/data/id" jr:preload="uid"/>"""
    data = "<who/><start/><day/><end/><id/>"
    session = running(data, model)
    assert state(session, "/data/who").value == "云岭"
    assert state(session, "/data/start").value == "2026-03-01T19:00:00.000+08:00"
    assert state(session, "/data/day").value == "2026-03-01"
    assert state(session, "/data/id").value == "uuid:7"
    assert state(session, "/data/end").value == ""
    assert session.finish() == ("/data/end",)
    again = running(data, model, first=False)
    assert [state(again, f"/data/{name}").value for name in ("who", "start", "id")] == ["", "", "uuid:7"]


def test_what_was_set_at_the_first_load_is_not_set_again() -> None:
    model = '<setvalue event="odk-instance-first-load" ref="/data/a" value="40 + 2"/>'
    assert state(running("<a/>", model, inputs("a")), "/data/a").value == "42"
    later = running("<a/>", model, inputs("a"), first=False)
    assert state(later, "/data/a").value == ""


def test_an_action_at_load_holds_over_the_calculation_until_its_sources_change() -> None:
    model = """<bind nodeset="/data/b" calculate="/data/a + 1"/>
    <setvalue event="odk-instance-first-load" ref="/data/b">first</setvalue>"""
    session = running("<a/><b/>", model, inputs("a"))
    assert state(session, "/data/b").value == "first"
    session.answer("/data/a", "1")
    assert state(session, "/data/b").value == "2"


def test_a_new_entry_is_set_alone() -> None:
    session = running("<a>4</a><r><x/></r>", "", inputs("a") + REPEAT.format('<input ref="/data/r/x"/>'))
    assert state(session, "/data/r[1]/x").value == ""
    session.add_instance("/data/r", "k")
    assert [state(session, f"/data/r[{key}]/x").value for key in ("1", "k")] == ["", "5"]


def test_actions_follow_one_another_and_come_to_an_end() -> None:
    def trigger(name: str, ref: str, value: str) -> str:
        action = f'<setvalue event="xforms-value-changed" ref="/data/{ref}" value="{value}"/>'
        return f'<input ref="/data/{name}">{action}</input>'

    session = running("<a/><b/><c/>", "", trigger("a", "b", "/data/a + 1") + trigger("b", "c", "/data/b * 2"))
    session.answer("/data/a", "1")
    assert state(session, "/data/c").value == "4"
    endless = running("<a/><b/>", "", trigger("a", "b", "/data/a + 1") + trigger("b", "a", "/data/b + 1"))
    endless.answer("/data/a", "1")
    assert int(state(endless, "/data/b").value) > 1


def test_an_action_finds_its_target_by_a_predicate() -> None:
    action = '<setvalue event="xforms-value-changed" ref="/data/r[position() = 2]/x" value="/data/a"/>'
    session = running(
        "<a/><r><x/></r><r><x/></r>", "", f'<input ref="/data/a">{action}</input>{REPEAT.format("")}'
    )
    session.answer("/data/a", "9")
    assert [state(session, f"/data/r[{key}]/x").value for key in "12"] == ["", "9"]


def test_a_stored_answer_comes_back_without_its_actions() -> None:
    action = '<setvalue event="xforms-value-changed" ref="/data/b" value="/data/a"/>'
    session = running("<a/><b/>", "", f'<input ref="/data/a">{action}</input>{inputs("b")}')
    session.restore("/data/b", "typed later")
    session.restore("/data/a", "1")
    assert state(session, "/data/b").value == "typed later"


def test_a_form_begins_with_the_answers_saved_last() -> None:
    model = """<instance id="last" src="jr://instance/last-saved"/>
    <setvalue event="odk-instance-first-load" ref="/data/a" value="instance('last')/data/a"/>"""
    before = running("<a/>", model, inputs("a"))
    assert state(before, "/data/a").value == ""
    before.answer("/data/a", "5")
    world = replace(before.world, last_saved=before.root)
    after = FormSession(read_form(xform("<a/>", model, inputs("a"))), world)
    assert state(after, "/data/a").value == "5"


def test_an_attribute_is_calculated_and_read() -> None:
    model = """<bind nodeset="/data/g/@n" calculate="/data/a * 2"/>
    <bind nodeset="/data/b" calculate="/data/g/@n + 1"/>"""
    session = running('<a>1</a><g n=""><c/></g><b/>', model, inputs("a"))
    session.answer("/data/a", "3")
    assert state(session, "/data/b").value == "7"


def test_a_rule_that_reads_its_own_node_is_computed_once_a_change() -> None:
    model = '<bind nodeset="/data/b" calculate="if(/data/a &gt; 0, . + 1, .)"/>'
    session = running("<a/><b>0</b>", model, inputs("a"))
    session.answer("/data/a", "1")
    session.answer("/data/a", "2")
    assert state(session, "/data/b").value == "2"


def test_conditions_that_wait_for_one_another_agree() -> None:
    model = """<bind nodeset="/data/a" relevant="/data/b &gt; 0"/>
    <bind nodeset="/data/b" relevant="/data/a &gt; 0"/>"""
    blank = running("<a/><b/>", model, inputs("a", "b"))
    assert not state(blank, "/data/a").relevant
    given_both = running("<a>1</a><b>1</b>", model, inputs("a", "b"))
    assert state(given_both, "/data/a").relevant


def test_an_expression_that_fails_is_told_at_its_question_and_stands_in_nobodys_way() -> None:
    model = """<bind nodeset="/data/b" calculate="digest('x', /data/a)"/>
    <bind nodeset="/data/c" calculate="/data/a"/><bind nodeset="/data/a" constraint="regex(., /data/c)"/>"""
    session = running("<a>MD5</a><b/><c/>", model, inputs("a", "b", "c"))
    assert session.failure_at("/data/b") is None
    session.answer("/data/a", "(")
    assert "digest()" in str(session.failure_at("/data/b"))
    assert state(session, "/data/c").value == "("
    session.answer("/data/a", "SHA-1")
    assert session.failure_at("/data/b") is None


@given(st.lists(st.sampled_from(["", "1", "2", "x"]), max_size=8))
def test_a_blank_count_leaves_a_repeat_as_it_is(counts: list[str]) -> None:
    session = running(
        "<n/><r><x/></r>",
        "",
        inputs("n") + '<repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/x"/></repeat>',
    )
    expected = 0
    for count in counts:
        session.answer("/data/n", count)
        expected = int(count) if count.isdigit() else expected
        assert len(session.node("/data").named("r")) == expected


def test_a_new_entry_may_set_what_stands_outside_and_in_an_outer_entry() -> None:
    body = """<repeat nodeset="/data/o"><input ref="/data/o/n"/><repeat nodeset="/data/o/i">
    <setvalue event="odk-new-repeat" ref="/data/o/n" value="count(../i)"/>
    <setvalue event="odk-new-repeat" ref="/data/last" value="position(/data/o)"/>
    <setvalue event="odk-new-repeat" ref="x" value="position(..)"/>
    <input ref="/data/o/i/x"/></repeat></repeat>"""
    data = '<last/><o jr:template=""><n/><i jr:template=""><x/></i></o>'
    session = running(data, "", body)
    session.add_instance("/data/o", "a")
    session.add_instance("/data/o", "b")
    session.add_instance("/data/o[b]/i", "1")
    session.add_instance("/data/o[b]/i", "2")
    assert [state(session, f"/data/o[{key}]/n").value for key in "ab"] == ["", "2"]
    assert [state(session, f"/data/o[b]/i[{key}]/x").value for key in "12"] == ["1", "2"]
    assert state(session, "/data/last").value == "1"


def test_a_relative_target_is_found_from_the_question_or_beside_it() -> None:
    for ref in ("../b", "b", "/data/b"):
        action = f'<setvalue event="xforms-value-changed" ref="{ref}" value="/data/a"/>'
        session = running("<a/><b/>", "", f'<input ref="/data/a">{action}</input>{inputs("b")}')
        session.answer("/data/a", "3")
        assert state(session, "/data/b").value == "3"


def test_an_action_sees_what_the_action_before_it_has_changed() -> None:
    second = '<setvalue event="{0}" ref="/data/c" value="/data/b + 1"/>'
    at_load = '<setvalue event="odk-instance-first-load" ref="/data/a" value="5"/>'
    session = running(
        "<a/><b/><c/><d/>",
        '<bind nodeset="/data/b" calculate="/data/a * 2"/>'
        + at_load
        + second.format("odk-instance-first-load"),
        f"""<input ref="/data/d"><setvalue event="xforms-value-changed" ref="/data/a" value="/data/d"/>
        {second.format("xforms-value-changed")}</input>""",
    )
    assert state(session, "/data/c").value == "11"
    session.answer("/data/d", "7")
    assert state(session, "/data/c").value == "15"
