"""Invented dialysis units: over many seeds what was planted is found, and nobody else is accused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from inspector_app.domain.dialysis import DialysisResult
from inspector_app.domain.ledger import LedgerKind
from inspector_app.ledgers.dialysis import reconcile_dialysis
from inspector_app.ledgers.dialysis_reading import read_dialysis_files
from inspector_app.services.fiction_dialysis import dialysis_fiction
from inspector_app.services.fiction_dialysis_files import dialysis_files
from tests.ledgers.dialysis_tables import KINDS, of_fiction, shipped

SEEDS, WITH_FILES = 200, 6


def _found(result: DialysisResult) -> Counter[tuple[str, str]]:
    return Counter((point.kind, point.subject.split("（")[0]) for point in result.points)


@pytest.mark.parametrize("begin", range(0, SEEDS, 25))
def test_planted_sessions_are_found_and_clean_patients_are_left_alone(begin: int) -> None:
    for seed in range(begin, begin + 25):
        fiction = dialysis_fiction(seed, stories=4)
        assert _found(of_fiction(fiction)) == Counter(fiction.truth), f"seed {seed}"


@pytest.mark.parametrize("seed", range(WITH_FILES))
def test_a_whole_unit_s_dirty_files_give_every_story_once(seed: int, tmp_path: Path) -> None:
    fiction = dialysis_fiction(1000 + seed)
    files: dict[LedgerKind, list[Path]] = {}
    for file in dialysis_files(fiction, seed):
        path = tmp_path / file.name
        path.write_bytes(file.content)
        files.setdefault(KINDS[file.option], []).append(path)
    read = read_dialysis_files(files, {})
    result = reconcile_dialysis(read.ledgers, shipped())
    assert read.counts.quarantined == 0
    assert result.set_aside == ()
    assert _found(result) == Counter(fiction.truth)
    assert len({kind for kind, _ in fiction.truth}) == 13
