"""The invented pharmacy's year through the command: all that was planted is found, nothing clean accused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from inspector_app.__main__ import main
from inspector_app.services.fiction_stock import FIRST, LAST, stock_fiction
from inspector_app.services.fiction_stock_files import stock_files


def _run(folder: Path, seed: int, rounds: int = 1) -> dict[str, dict[str, str]]:
    fiction = stock_fiction(seed, rounds=rounds)
    given: dict[str, list[str]] = {}
    for file in stock_files(fiction, seed):
        path = folder / f"{file.option}-{file.name}"
        path.write_bytes(file.content)
        given.setdefault(file.option, []).append(str(path))
    arguments = ["--language", "en", "reconcile", "stock", "--out", str(folder / "RESULT.csv")]
    for option, paths in given.items():
        arguments += [f"--{option}", *paths]
    if fiction.late:
        arguments += ["--from", str(FIRST), "--to", str(LAST)]
    assert main(arguments) == 0
    with (folder / "RESULT.csv").open(encoding="utf-8", newline="") as file:
        lines = {row["code"]: row for row in csv.DictReader(file)}
    said = {code: (row["status"], row["difference"]) for code, row in lines.items()}
    assert said == {
        code: (truth.status, "" if truth.difference is None else str(truth.difference))
        for code, truth in fiction.truth.items()
    }, {code: truth.story for code, truth in fiction.truth.items()}
    return lines


@pytest.mark.parametrize("seed", range(200, 220))
def test_dirty_files_give_the_same_truth_through_the_command(seed: int, tmp_path: Path) -> None:
    _run(tmp_path, seed)
