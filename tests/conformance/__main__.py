"""The command: replays two files, prints three lines, writes the failures; 0 when all are expected."""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.conformance import expressions, scenarios
from tests.conformance.profile import (
    MOST_EXPECTED,
    Expected,
    excluded_expression,
    excluded_form,
    expected_expression,
    expected_scenario,
)

Case = dict[str, Any]


@dataclass(slots=True)
class Count:
    """What became of the cases of one kind."""

    name: str
    passed: int = 0
    excluded: int = 0
    failed: list[tuple[Case, str, Expected | None]] = field(default_factory=list)

    def __str__(self) -> str:
        failed = len(self.failed)
        total = self.passed + self.excluded + failed
        return f"{self.name}: {self.passed} passed, {failed} failed, {self.excluded} excluded of {total}"

    @property
    def holds(self) -> bool:
        """Whether every failure is expected, and they are few."""
        counted = self.passed + len(self.failed)
        return all(expected for _, _, expected in self.failed) and len(self.failed) <= MOST_EXPECTED * counted


def cases(path: Path) -> list[Case]:
    """Read a recording: one case a line, packed or not."""
    content = path.read_bytes()
    text = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    return [json.loads(line) for line in text.decode("utf-8").splitlines() if line.strip()]


def count(
    name: str,
    some: Sequence[Case],
    fault: Callable[[Case], str],
    excluded: Callable[[Case], str],
    expected: Callable[[Case], Expected | None],
) -> Count:
    """Replay the cases; one that breaks the engine is a failure like any other."""
    result = Count(name)
    for case in some:
        if excluded(case):
            result.excluded += 1
            continue
        try:
            why = fault(case)
        except Exception as error:  # noqa: BLE001 - a bug in the engine must not hide the other cases
            why = f"{type(error).__name__}: {error}"
        if why:
            result.failed.append((case, why, expected(case)))
        else:
            result.passed += 1
    return result


def replay(scenario_file: Path, expression_file: Path) -> list[Count]:
    """Return the three counts: all scenarios, those with more than the loading, all expressions."""
    told = cases(scenario_file)

    def count_scenarios(name: str, some: Sequence[Case]) -> Count:
        return count(name, some, scenarios.fault, lambda case: excluded_form(case["form"]), expected_scenario)

    return [
        count_scenarios("scenarios", told),
        count_scenarios("multi-step", [case for case in told if len(case["steps"]) > 1]),
        count(
            "xpath",
            cases(expression_file),
            expressions.fault,
            lambda case: excluded_expression(case["expression"]),
            lambda case: expected_expression(case["expression"]),
        ),
    ]


def report(counts: Sequence[Count]) -> str:
    """Write the failures out, one a line, with the section where one was expected."""
    lines: list[str] = []
    for one in counts:
        lines.append(f"# {one}")
        for case, why, expected in one.failed:
            kind = f"expected by {expected.section}: {expected.reason}" if expected else "NOT expected"
            shown = case.get("expression", "")
            lines.append(f"{case.get('id', '')} {case['name']} | {shown} | {why} | {kind}")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py conformance", description=__doc__)
    parser.add_argument("scenarios", type=Path)
    parser.add_argument("xpath", type=Path)
    parser.add_argument("--failures", type=Path, default=Path("out") / "conformance-failures.txt")
    chosen = parser.parse_args()
    counts = replay(chosen.scenarios, chosen.xpath)
    chosen.failures.parent.mkdir(parents=True, exist_ok=True)
    chosen.failures.write_text(report(counts), encoding="utf-8")
    for one in counts:
        print(one)  # noqa: T201 - the command's answer
    return 0 if all(one.holds for one in counts) else 1


if __name__ == "__main__":
    raise SystemExit(main())
