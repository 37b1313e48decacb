"""Expressions: what they mean to forms, and how their faults are told."""

from __future__ import annotations

import contextlib
import math
from datetime import UTC, datetime
from xml.etree.ElementTree import TreeBuilder
from zoneinfo import ZoneInfo

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.checklists.xpath.compiler import compile_text, refuse_unknown_functions
from inspector_app.checklists.xpath.context import Context, World
from inspector_app.checklists.xpath.nodes import document
from inspector_app.checklists.xpath.parser import parse
from inspector_app.checklists.xpath.values import Value, to_string
from inspector_app.domain.errors import Problem, UnusableInput

SHANGHAI = ZoneInfo("Asia/Shanghai")


def evaluate(expression: str, xml: str = "<data><a>3</a><b/><c>x y</c></data>") -> Value:
    world = World(zone=SHANGHAI, now=lambda: datetime(2026, 11, 22, 17, tzinfo=UTC))
    return compile_text(expression)(Context(world, document(ElementTree.fromstring(xml))))


def test_the_day_changes_at_midnight_of_the_forms_zone() -> None:
    assert to_string(evaluate("today()")) == "2026-11-23"
    assert evaluate("format-date(now(), '%Y-%m-%d %H:%M')") == "2026-11-23 01:00"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("selected(/data/c, 'y')", True),
        ("selected(/data/c, 'z')", False),
        ("count-selected(/data/c)", 2.0),
        ("coalesce(/data/b, /data/a)", "3"),
        ("if(/data/a > 2, 'many', 'few')", "many"),
        ("/data/a - 1", 2.0),
        ("-/data/a", -3.0),
        ("(10 + 120 - 4) * 24 - 8", 3016.0),
        ("'2026-02-01' < '2026-03-01'", True),
        ("round(2.345, 2)", 2.35),
        ("/data/a div 0 > 100", True),
        ("/data/*[2] = ''", True),
        ("string(number('３'))", "NaN"),
        ("regex('１３', '^[0-9]+$') or regex('１３', '^\\d+$')", False),
        ("regex('云岭', '^\\p{L}+$')", True),
        ("round(0.49999999999999994)", 0.0),
        ("round(-2.5)", -2.0),
        ("pow(0, -1)", math.inf),
        ("pow(-2, 1025)", -math.inf),
    ],
)
def test_expressions_mean_what_forms_expect(expression: str, value: Value) -> None:
    assert evaluate(expression) == value


@pytest.mark.parametrize(
    ("seed", "order"),
    [("42", "AFCBDE"), ("-42", "EDAFBC"), ("1", "BFEACD"), ("11111111", "ACDBFE"), ("'42'", "AFCBDE")],
)
def test_a_seed_shuffles_as_in_every_engine(seed: str, order: str) -> None:
    """The orders are those of Fisher and Yates, inside out, with the numbers of Park and Miller."""
    letters = "".join(f"<l>{letter}</l>" for letter in "ABCDEF")
    assert evaluate(f"join('', randomize(/d/l, {seed}))", f"<d>{letters}</d>") == order


def test_a_pattern_that_would_search_for_years_is_given_up_in_words() -> None:
    sought = f"regex('{'a' * 60}b', '^(a|aa)+$')"
    for _ in range(2):
        with pytest.raises(UnusableInput, match="takes too long on this answer"):
            evaluate(sought)


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "a{2,1}", "(" * 3000, "*"])
def test_a_pattern_nobody_can_read_is_told(pattern: str) -> None:
    with pytest.raises(UnusableInput, match="cannot be read"):
        evaluate(f"regex('a', '{pattern}')")


@pytest.mark.parametrize(
    ("expression", "fault"),
    [
        ("/data/a = 'x", "never closes"),
        ("if(/data/a, 1", "ends where )"),
        ("/data/a +", "ends too early"),
        ("/data/a # 3", "the sign #"),
        ("$a = 3", "variable $a"),
        ("/data/a 3", "from 3 at character 9"),
        ("if(1)", "calls if() with a wrong number of values: 1 instead of 3."),
        ("(" * 200 + "1" + ")" * 200, "nested too deeply"),
        (" + ".join(["/data/a"] * 2000), "nested too deeply"),
        (" | ".join(["/data/a"] * 2000), "nested too deeply"),
        ("upside::a", "upside"),
    ],
)
def test_a_fault_is_told_in_a_sentence_that_quotes_the_expression(expression: str, fault: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        refuse_unknown_functions(parse(expression), expression)
    assert fault in str(caught.value)
    assert expression in str(caught.value)


def test_a_wrong_call_is_refused_also_in_a_branch_nobody_enters() -> None:
    assert evaluate("true() or substring()") is True
    with pytest.raises(UnusableInput, match=r"calls substring\(\) .*: 0 instead of 2 to 3\."):
        refuse_unknown_functions(parse("true() or substring()"), "true() or substring()")


def test_a_processing_instruction_is_found_by_its_target() -> None:
    parser = ElementTree.XMLParser(target=TreeBuilder(insert_pis=True))
    parser.feed("<a><?sheet href='x'?><?other y?></a>")
    context = Context(
        World(zone=SHANGHAI, now=lambda: datetime(2026, 11, 22, tzinfo=UTC)), document(parser.close())
    )
    assert to_string(compile_text("/a/processing-instruction('other')")(context)) == "y"
    assert to_string(compile_text("/a/processing-instruction()")(context)) == "href='x'"


def test_an_unknown_function_is_refused_by_name() -> None:
    with pytest.raises(UnusableInput, match=r"selectd\(\)"):
        refuse_unknown_functions(parse("not(selectd(/data/a, 'x'))"), "not(selectd(/data/a, 'x'))")


@given(st.text(alphabet="/.[]()@*:aor nd'\"-+<=|,$1", max_size=30))
def test_no_text_makes_the_reader_stumble_without_words(text: str) -> None:
    with contextlib.suppress(Problem):
        assert callable(compile_text(text))


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_arithmetic_follows_precedence(a: int, b: int, c: int) -> None:
    assert evaluate(f"{a} + {b} * {c}") == float(a + b * c)
