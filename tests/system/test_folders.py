"""The program's own folders: private, and refused in a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from inspector_app.domain.errors import EnvironmentProblem
from inspector_app.system.folders import private_folder


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_a_new_folder_is_its_owners_alone_and_one_that_exists_keeps_its_rights(tmp_path: Path) -> None:
    assert private_folder(tmp_path / "a" / "desk").stat().st_mode & 0o777 == 0o700
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    before = shared.stat().st_mode
    assert private_folder(shared).stat().st_mode == before


@pytest.mark.parametrize("below", ["", "desk"])
def test_a_file_in_the_way_is_told_in_a_sentence(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("x", encoding="ascii")
    with pytest.raises(EnvironmentProblem, match="choose another folder"):
        private_folder(tmp_path / "file" / below)
