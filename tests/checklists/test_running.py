"""A form being filled: what shows, what is required, what is wrong, and nothing computed in vain."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.entries import fault_of, normalized
from inspector_app.checklists.reading import read_form
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import state_of
from inspector_app.checklists.views import question_at, questions
from inspector_app.domain.checklist import QuestionKind, QuestionView
from inspector_app.domain.errors import UnusableInput
from tests.checklists.filling import session_of, table, world
from tests.checklists.forms import inputs, running, state

YES_NO = table("choices", "list_name | name | label", "yn | yes | Yes", "yn | no | No")


def at(session: FormSession, path: str) -> QuestionView:
    found = question_at(session, path)
    assert found is not None
    return found


def test_an_answer_shows_what_depends_on_it_and_tells_what_changed() -> None:
    session = session_of(
        table(
            "survey",
            "type | name | label | relevant | required",
            "select_one yn | smoker | Smoker | | ",
            "integer | packs | Packs | ${smoker} = 'yes' | yes",
            "text | other | Other | | ",
        ),
        YES_NO,
    )
    assert not at(session, "/data/packs").relevant
    changed = session.answer("/data/smoker", "yes")
    assert at(session, "/data/packs").relevant
    assert "/data/other" not in changed
    assert set(changed) == {"/data/smoker", "/data/packs"}


def test_a_hidden_answer_counts_as_nothing_and_comes_back_when_shown() -> None:
    session = session_of(
        table(
            "survey",
            "type | name | label | relevant | calculation",
            "select_one yn | show | Show | | ",
            "integer | n | N | ${show} = 'yes' | ",
            "calculate | twice | | | coalesce(${n}, 0) * 2",
        ),
        YES_NO,
    )
    twice = session.node("/data/twice")
    session.answer("/data/show", "yes")
    session.answer("/data/n", "21")
    assert twice.string() == "42"
    session.answer("/data/show", "no")
    assert twice.string() == "0"
    session.answer("/data/show", "yes")
    assert (at(session, "/data/n").value, twice.string()) == ("21", "42")


def test_what_was_typed_wrong_stays_and_is_explained() -> None:
    session = session_of(
        table(
            "survey",
            "type | name | label | constraint | constraint_message",
            "integer | age | Age | . < 120 | Nobody is that old.",
        )
    )
    session.answer("/data/age", "4o")
    wrong = at(session, "/data/age")
    assert wrong.value == "4o"
    assert "no whole number" in str(wrong.error)
    session.answer("/data/age", "140")
    assert at(session, "/data/age").error_text == "Nobody is that old."
    session.answer("/data/age", "４０")
    assert (at(session, "/data/age").value, at(session, "/data/age").is_wrong) == ("40", False)


def test_choices_follow_other_answers_and_lost_choices_are_taken_back() -> None:
    session = session_of(
        table(
            "survey",
            "type | name | label | choice_filter",
            "select_one area | area | Area | ",
            "select_one town | town | Town | area = ${area}",
        ),
        table(
            "choices",
            "list_name | name | label | area",
            "area | n | North | ",
            "area | s | South | ",
            "town | n1 | One | n",
            "town | s1 | Two | s",
        ),
    )
    session.answer("/data/area", "n")
    assert [choice.label for choice in at(session, "/data/town").choices] == ["One"]
    session.answer("/data/town", "n1")
    session.answer("/data/area", "s")
    assert at(session, "/data/town").value == ""


REPEAT = table(
    "survey",
    "type | name | label | calculation",
    "begin_repeat | item | Item | ",
    "integer | count | Count | ",
    "integer | twice | Twice | ${count} * 2",
    "end_repeat | | | ",
    "calculate | total | | sum(${count})",
    "calculate | items | | count(${item})",
)


def test_entries_of_a_repeat_are_added_summed_and_removed_by_their_key() -> None:
    session = session_of(REPEAT)
    second = session.add_instance("/data/item", "b7")
    assert second == "/data/item[b7]"
    session.answer("/data/item[1]/count", "3")
    session.answer("/data/item[b7]/count", "4")
    total, items = session.node("/data/total"), session.node("/data/items")
    assert (total.string(), items.string()) == ("7", "2")
    assert at(session, "/data/item[b7]/twice").value == "8"
    session.remove_instance("/data/item[1]")
    assert (total.string(), items.string()) == ("4", "1")
    assert [one.path for one in questions(session) if one.removable] == ["/data/item[b7]"]


def test_a_growing_repeat_computes_its_new_entry_only() -> None:
    session = session_of(REPEAT)
    for number in range(2, 60):
        session.add_instance("/data/item", str(number))
    session.take_changed()
    session.add_instance("/data/item", "last")
    touched = session.take_changed()
    assert {path for path in touched if "[" in path and "[last]" not in path} == set()


def test_a_counted_repeat_grows_and_shrinks_with_its_count() -> None:
    session = session_of(
        table(
            "survey",
            "type | name | label | repeat_count",
            "integer | n | N | ",
            "begin_repeat | item | Item | ${n}",
            "text | name | Name | ",
            "end_repeat | | | ",
        )
    )
    session.answer("/data/n", "3")
    assert len([one for one in questions(session) if one.path.endswith("/name")]) == 3
    session.answer("/data/n", "1")
    assert len([one for one in questions(session) if one.path.endswith("/name")]) == 1


def test_a_circle_is_told_in_words() -> None:
    with pytest.raises(UnusableInput, match="depends on itself"):
        session_of(
            table(
                "survey",
                "type | name | label | calculation",
                "calculate | a | | ${b} + 1",
                "calculate | b | | ${a} + 1",
            )
        )


@pytest.mark.parametrize(
    ("row", "name"),
    [("geopoint | place | Place", "geopoint"), ("geotrace | way | Way", "geotrace")],
)
def test_what_is_not_supported_is_refused_by_name(row: str, name: str) -> None:
    with pytest.raises(UnusableInput, match=name):
        session_of(table("survey", "type | name | label", row), YES_NO)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a workbook", b"\xff\xfe\x00"])
@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.csv", "a.md", "a.exe"])
def test_a_damaged_file_is_refused_with_a_sentence(content: bytes, name: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        read_form(compile_xlsform(content, name))
    assert str(caught.value).endswith(".")


def test_an_entity_bomb_is_no_form() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(UnusableInput, match="no readable form"):
        read_form(bomb)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), max_size=25))
def test_any_order_of_answers_gives_what_a_fresh_form_would_compute(steps: list[tuple[int, int]]) -> None:
    fields = "abcd"
    tables = (
        table(
            "survey",
            "type | name | label | relevant | calculation",
            "integer | a | A | | ",
            "integer | b | B | ${a} > 4 | ",
            "integer | c | C | ${b} > 2 | ",
            "integer | d | D | ${sum} > 9 | ",
            "calculate | sum | | | coalesce(${a}, 0) + coalesce(${b}, 0) + coalesce(${c}, 0)",
        ),
    )
    session = session_of(*tables)
    last: dict[str, str] = {}
    for field, value in steps:
        last[fields[field]] = str(value)
        session.answer(f"/data/{fields[field]}", str(value))
    fresh = FormSession(session.form, world())
    for name, value in last.items():
        fresh.answer(f"/data/{name}", value)

    def seen(one: FormSession) -> list[tuple[str, str, bool]]:
        return [(path, node.string(), state_of(node).relevant) for path, node in one.nodes.items()]

    assert seen(fresh) == seen(session)


WORKBOOKS = Path(__file__).parents[3] / "shared" / "conformance" / "workbooks"


@pytest.mark.skipif(not WORKBOOKS.exists(), reason="the example workbooks do not lie beside the project")
def test_workbooks_of_other_people_run_or_are_refused_in_words() -> None:
    running, refused = 0, {}
    for path in sorted(WORKBOOKS.iterdir()):
        if path.suffix not in {".md", ".csv", ".xls", ".xlsx"}:
            continue
        try:
            session = FormSession(read_form(compile_xlsform(path.read_bytes(), path.name)), world())
            running += bool(questions(session))
        except UnusableInput as problem:
            refused[path.name] = str(problem)
    assert running >= 30, refused
    assert all(text.endswith(".") for text in refused.values())


def test_an_entry_reaches_the_one_before_it_by_its_number() -> None:
    """``indexed-repeat`` numbers entries, so that the entry's own is not meant (ODK XForms, its section)."""
    total = "/data/r/v + if(position(..) = 1, 0, indexed-repeat(/data/r/t, /data/r, position(..) - 1))"
    entries = "".join(f"<r><v>{value}</v><t/></r>" for value in (1, 2, 4))
    session = running(
        entries,
        f'<bind nodeset="/data/r/t" type="int" calculate="{total}"/>',
        '<repeat nodeset="/data/r"><input ref="/data/r/v"/></repeat>',
    )
    assert [state(session, f"/data/r[{key}]/t").value for key in "123"] == ["1", "3", "7"]
    session.answer("/data/r[1]/v", "10")
    session.remove_instance("/data/r[2]")
    assert [state(session, f"/data/r[{key}]/t").value for key in "13"] == ["10", "14"]


def test_only_the_numbered_levels_leave_the_entrys_own() -> None:
    inner = "<i><w>{}</w></i><i><w>{}</w></i>"
    first, last = "/data/o/i, 1", "/data/o, 1, /data/o/i, 2"
    asked = f"concat(indexed-repeat(/data/o/i/w, {first}), indexed-repeat(/data/o/i/w, {last}))"
    session = running(
        f"<o>{inner.format('a', 'b')}<p/></o><o>{inner.format('c', 'd')}<p/></o>",
        f'<bind nodeset="/data/o/p" calculate="{asked}"/>',
        '<repeat nodeset="/data/o"><repeat nodeset="/data/o/i"><input ref="/data/o/i/w"/></repeat></repeat>',
    )
    assert [state(session, f"/data/o[{key}]/p").value for key in "12"] == ["ab", "cb"]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (QuestionKind.DATE, "20261123", "2026-11-23"),
        (QuestionKind.DATE, "2026年11月3日", "2026-11-03"),
        (QuestionKind.TIME, "0805", "08:05"),
        (QuestionKind.TIME, "８：５", "08:05"),
        (QuestionKind.TIME, "20:10:00.000+08:00", "20:10:00.000+08:00"),
        (QuestionKind.DATE_TIME, "20261123 2010", "2026-11-23T20:10"),
        (QuestionKind.DATE_TIME, "2026-11-23 8:05", "2026-11-23T08:05"),
        (QuestionKind.DATE_TIME, "2026-11-23T20:05:00.000+08:00", "2026-11-23T20:05:00.000+08:00"),
    ],
)
def test_days_and_times_are_kept_as_expressions_compare_them(
    kind: QuestionKind, typed: str, value: str
) -> None:
    assert fault_of(kind, typed) is None
    assert normalized(kind, typed) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (QuestionKind.DATE, "2026-W47-1"),
        (QuestionKind.DATE, "20261399"),
        (QuestionKind.TIME, "T08"),
        (QuestionKind.DATE_TIME, "2026-W47-1T08:00"),
        (QuestionKind.DATE_TIME, "2026-11-23 8:60"),
    ],
)
def test_a_spelling_that_could_not_be_compared_is_told(kind: QuestionKind, typed: str) -> None:
    assert fault_of(kind, typed) is not None


def test_a_count_divided_by_nothing_leaves_the_entries_as_they_are() -> None:
    session = running(
        '<a>4</a><b>2</b><r jr:template=""><v/></r>',
        "",
        inputs("a", "b")
        + '<repeat nodeset="/data/r" jr:count="/data/a div /data/b"><input ref="/data/r/v"/></repeat>',
    )
    for divisor, entries in (("0", 2), ("4", 1), ("", 1)):
        session.answer("/data/b", divisor)
        assert len(session.node("/data").named("r")) == entries


def test_a_place_is_named_by_its_bind_and_relative_to_the_record_too() -> None:
    session = running(
        "<a/><b/><c/>",
        """<bind id="first" nodeset="/data/a" type="int"/><bind nodeset="b" calculate="../a + 1"/>
        <bind nodeset="/data/c" type="date" calculate="now()"/>""",
        '<input bind="first"/>',
    )
    session.answer("/data/a", "4")
    assert state(session, "/data/b").value == "5"
    assert state(session, "/data/c").value == "2026-03-01"


@pytest.mark.parametrize(
    ("computed", "shown"),
    [
        ("0.1 + 0.2", "0.3"),
        ("1 div 3", "0.333333333"),
        ("1.1 * 3", "3.3"),
        ("-0.1 - 0.2", "-0.3"),
        ("2.5", "2.5"),
    ],
)
def test_a_computed_number_is_shown_as_people_write_it(computed: str, shown: str) -> None:
    session = running(
        "<a/><b/>",
        f'<bind nodeset="/data/a" calculate="{computed}"/>',
        '<input ref="/data/a"><label>a</label></input>'
        '<input ref="/data/b"><label>(<output value="/data/a"/>)</label></input>',
    )
    about_a, about_b = question_at(session, "/data/a"), question_at(session, "/data/b")
    assert about_a is not None
    assert about_b is not None
    assert (about_a.value_label, about_b.label) == (shown, f"({shown})")
