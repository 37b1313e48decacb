"""Rows of the form engine: one answer, a repeat that grows, a form of 7,000 nodes."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Iterable
from functools import partial

from inspector_app.checklists.reasons import reaches, why
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.views import question_at
from tests.benches.rows import REFRESH, Row, milliseconds
from tests.checklists.filling import session_of, table
from tests.checklists.forms import running

INSTANCES = 200


def answers() -> list[Row]:
    """Answers in forms of three shapes, each with the views of what changed, against one screen refresh."""
    wide = wide_form()
    return [
        *_rows(
            "an answer, 300 questions, 500 depend on it",
            (partial(_answer, wide, "/data/first", str(value)) for value in range(1, 301)),
            "every relevance and 201 sums depend on the answer; views of what changed, without storing",
        ),
        *_repeat(),
        *_large(),
    ]


def wide_form() -> FormSession:
    """300 questions whose relevance hangs on the first, and 201 sums of it."""
    questions = [f"integer | q{n} | Q{n} | ${{first}} > {n} | |" for n in range(1, 300)]
    sums = [f"calculate | c{n} | | | ${{first}} + {n} |" for n in range(1, 202)]
    columns = "type | name | label | relevant | calculation |"
    return session_of(table("survey", columns, "integer | first | First | | |", *questions, *sums))


def sampled_rows(instances: int) -> FormSession:
    """A repeat of sampled rows as checklists of charges have it, with a running number and three totals."""
    fields = "".join(f"<f{n}/>" for n in range(8))
    binds = """<bind nodeset="/data/r/n" calculate="position(..)"/>
    <bind nodeset="/data/r/sum" calculate="/data/r/f0 * /data/r/f1"/>
    <bind nodeset="/data/r/f2" relevant="/data/r/sum &gt; 100"/>
    <bind nodeset="/data/r/f3" required="/data/r/f2 != ''"/>
    <bind nodeset="/data/r/f4" type="int" constraint=". &lt;= /data/r/f0"/>
    <bind nodeset="/data/total" calculate="sum(/data/r/sum)"/>
    <bind nodeset="/data/most" calculate="max(/data/r/sum)"/>
    <bind nodeset="/data/rows" calculate="count(/data/r)"/>"""
    inputs = "".join(f'<input ref="/data/r/f{n}"/>' for n in range(8))
    session = running(
        f'<r jr:template=""><n/>{fields}<sum/></r><total/><most/><rows/>',
        binds,
        f'<repeat nodeset="/data/r">{inputs}</repeat>',
    )
    for number in range(instances):
        session.add_instance("/data/r", f"k{number}")
        session.answer(f"/data/r[k{number}]/f0", "12")
        session.answer(f"/data/r[k{number}]/f1", str(number))
    return session


def large_form(questions: int = 3500) -> FormSession:
    """As many questions, each with a calculation of its own that reads the question before."""
    data = "".join(f"<q{n}/><c{n}/>" for n in range(questions))
    model = "".join(
        f'<bind nodeset="/data/c{n}" calculate="/data/q{n} + /data/q{max(n - 1, 0)}"/>'
        for n in range(questions)
    )
    return running(data, model, "".join(f'<input ref="/data/q{n}"/>' for n in range(questions)))


def _repeat() -> list[Row]:
    session = sampled_rows(INSTANCES)
    here = [f"/data/r[k{number}]/f1" for number in range(INSTANCES)]
    inside = _rows(
        f"an answer in a repeat of {INSTANCES}",
        (partial(_answer, session, path, "7") for path in here),
        "an entry's own sum, and three totals over all entries",
    )
    growing = _rows(
        f"entry {INSTANCES} and on",
        (partial(session.add_instance, "/data/r", f"new{number}") for number in range(100)),
        "the new entry and the totals alone",
    )
    removing = _rows(
        "entry taken out of the middle",
        (partial(session.remove_instance, f"/data/r[k{number}]") for number in range(50, 100)),
        "all later entries get a new number",
    )
    return [*inside, *growing, *removing]


def _large() -> list[Row]:
    loading = statistics.median(milliseconds(large_form) for _ in range(3))
    session = large_form()
    nodes, rules = session.explain_size()
    row = Row(
        name=f"a form of {nodes:,} nodes, opened",
        ours=loading,
        floor=REFRESH,
        floor_name="one refresh at 60 Hz",
        goal="<= 1000 ms",
        note=f"read, {rules:,} rules compiled and computed once",
    )
    inside = _rows(
        f"an answer among {nodes:,} nodes",
        (partial(_answer, session, f"/data/q{number}", "3") for number in range(0, 3500, 10)),
        "two sums depend on it",
    )
    asking = _rows(
        "why and what it reaches",
        (partial(_ask, session, f"/data/c{number}") for number in range(0, 3500, 100)),
        "both questions, of a computed value",
    )
    return [row, *inside, *asking]


def _answer(session: FormSession, path: str, value: str) -> None:
    for changed in session.answer(path, value):
        question_at(session, changed)


def _ask(session: FormSession, path: str) -> None:
    why(session, path)
    reaches(session, path.replace("/c", "/q"))


def _rows(name: str, works: Iterable[Callable[[], object]], note: str) -> list[Row]:
    # The window keeps Python from collecting in the middle of an answer (ui/collecting.py), and so do we.
    gc.collect()
    gc.disable()
    try:
        times = sorted(milliseconds(work) for work in works)
    finally:
        gc.enable()
    p95 = times[int(len(times) * 0.95)]
    return [
        Row(
            name=f"{name}, {kind}",
            ours=took,
            floor=REFRESH,
            floor_name="one refresh at 60 Hz",
            goal=f"<= {goal} ms",
            note=note,
        )
        for kind, took, goal in (("p95", p95, 16), ("worst", times[-1], 40))
    ]
