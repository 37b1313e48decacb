"""The command itself: what it counts, what it leaves out, and that the recordings beside the project hold."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree

from inspector_app.checklists.xpath.nodes import NodeKind, document
from tests.conformance import __main__ as command
from tests.conformance import scenarios
from tests.conformance.expressions import node_at
from tests.conformance.profile import (
    DECISION,
    EXCLUDED_ACTIONS,
    EXCLUDED_FUNCTIONS,
    EXCLUDED_TYPES,
    EXPECTED,
    excluded_expression,
    excluded_form,
)

CLOSED = (*EXCLUDED_FUNCTIONS, *EXCLUDED_TYPES, *EXCLUDED_ACTIONS)
RECORDINGS = Path(__file__).parents[3] / "shared" / "conformance"
FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
<model><instance><data id="t"><a/><b/></data></instance>
<bind nodeset="/data/a" type="int"/><bind nodeset="/data/b" relevant="/data/a &gt; 1"/></model></h:head>
<h:body><input ref="/data/a"/><input ref="/data/b"/></h:body></h:html>"""


def leaf(value: str = "", **more: Any) -> dict[str, Any]:
    return {
        "kind": "input",
        "value": value,
        "relevant": True,
        "readonly": False,
        "required": False,
        "constraint_ok": True,
        "required_ok": True,
    } | more


def scenario(after: dict[str, Any]) -> dict[str, Any]:
    root = {"kind": "root", "relevant": True, "readonly": False, "required": False}
    load = {"/data": root, "/data/a": leaf(), "/data/b": leaf(relevant=False)}
    return {
        "id": "1",
        "name": "one",
        "form": FORM,
        "steps": [
            {"op": "load", "changed": load, "gone": []},
            {"op": "answer", "ref": "/data/a", "value": "2", "changed": after, "gone": []},
        ],
    }


def write(folder: Path, *some: dict[str, Any]) -> Path:
    path = folder / "some.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in some), encoding="utf-8")
    return path


def test_the_whole_state_is_compared_after_each_step() -> None:
    right = {"/data/a": leaf("2"), "/data/b": leaf()}
    assert scenarios.fault(scenario(right)) == ""
    assert "/data/b relevant is True" in scenarios.fault(scenario({"/data/a": leaf("2")}))
    assert "/data/c is missing" in scenarios.fault(scenario(right | {"/data/c": leaf()}))
    assert "required is False" in scenarios.fault(
        scenario({"/data/a": leaf("2", required=True), "/data/b": leaf()})
    )


def test_three_lines_are_printed_and_a_failure_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = write(tmp_path, scenario({"/data/a": leaf("2"), "/data/b": leaf()}), scenario({}))
    case = {"name": "sum", "document": "<a/>", "context": "/", "result": "number"}
    packed = tmp_path / "xpath.jsonl.gz"
    expressions = [case | {"expression": "1 + 1", "value": 2}, case | {"expression": "random()", "value": 0}]
    packed.write_bytes(gzip.compress("\n".join(json.dumps(one) for one in expressions).encode()))
    failures = tmp_path / "out" / "failures.txt"
    monkeypatch.setattr("sys.argv", ["x", str(told), str(packed), "--failures", str(failures)])
    assert command.main() == 1
    assert capsys.readouterr().out.splitlines() == [
        "scenarios: 1 passed, 1 failed, 0 excluded of 2",
        "multi-step: 1 passed, 1 failed, 0 excluded of 2",
        "xpath: 1 passed, 0 failed, 1 excluded of 2",
    ]
    assert "NOT expected" in failures.read_text(encoding="utf-8")


def test_the_closed_list_is_the_one_of_the_decision() -> None:
    text = DECISION.read_text(encoding="utf-8")
    excluded = text.partition("## Excluded")[2].partition("##")[0]
    assert all(f"`{name}`" in excluded for name in CLOSED)
    assert excluded.count("`") == 2 * (len(CLOSED) + 1)
    assert all(one.section in text for one in EXPECTED)


@pytest.mark.parametrize(
    ("expression", "function"),
    [("now()", "now"), ("'now()'", ""), ("/data/now", ""), ("if(true(), uuid(4), 1)", "uuid"), ("(", "")],
)
def test_an_expression_is_excluded_for_what_it_calls_alone(expression: str, function: str) -> None:
    assert excluded_expression(expression) == function


def test_a_form_is_excluded_for_its_own_rules_not_for_its_meta_block() -> None:
    meta = '<bind nodeset="/data/meta/instanceID" calculate="concat(\'uuid:\', uuid())"/>'
    assert excluded_form(FORM.replace("</model>", meta + "</model>")) == ""
    assert excluded_form(FORM.replace("/data/a &gt; 1", "today() > /data/a")) == "today"
    assert excluded_form(FORM.replace('type="int"', 'type="geopoint"')) == "geopoint"


def test_a_node_is_reached_by_its_place() -> None:
    root = document(ElementTree.fromstring("<a><b/><c d='1'/></a>"))
    assert node_at(root, "/[0]/[1]/@d").kind is NodeKind.ATTRIBUTE


@pytest.mark.skipif(not RECORDINGS.exists(), reason="the recordings do not lie beside the project")
def test_nothing_but_expected_failures_is_left_of_the_recordings() -> None:
    counts = command.replay(RECORDINGS / "scenarios.jsonl.gz", RECORDINGS / "xpath.jsonl.gz")
    assert all(one.holds for one in counts), command.report(counts)
    assert [one.passed > 100 for one in counts] == [True, True, True]
