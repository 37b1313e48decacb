"""Folders of made-up workspaces: a killed program's is swept, a living one's never."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.system.throwaway import IN_USE, PREFIX, sweep, throwaway_folder

WORKING = """
import sys, pathlib
from inspector_app.system.throwaway import throwaway_folder
with throwaway_folder(pathlib.Path(sys.argv[1])) as folder:
    (folder / "workspace").mkdir()
    (folder / "workspace" / "workspace.db").write_bytes(bytes(100))
    print(folder, flush=True)
    sys.stdin.read()
"""


def working_in(root: Path) -> tuple[subprocess.Popen[str], Path]:
    process = subprocess.Popen(
        [sys.executable, "-c", WORKING, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_a_folder_is_gone_after_its_work_also_when_the_work_failed(tmp_path: Path) -> None:
    with throwaway_folder(tmp_path) as folder:
        (folder / "file").write_bytes(b"x")
        assert folder.parent == tmp_path
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ZeroDivisionError), throwaway_folder(tmp_path):
        _ = 1 / 0
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_swept_and_what_a_living_one_uses_stays(tmp_path: Path) -> None:
    dead, left = working_in(tmp_path)
    living, used = working_in(tmp_path)
    try:
        dead.kill()
        dead.communicate()
        assert (left / "workspace" / "workspace.db").exists(), "a killed program cleans up nothing"
        with throwaway_folder(tmp_path) as mine:
            sweep(tmp_path)
            assert set(tmp_path.iterdir()) == {mine, used}
        assert (used / "workspace" / "workspace.db").exists()
        living.communicate("")
        assert living.returncode == 0
        assert list(tmp_path.iterdir()) == []
    finally:
        for process in (dead, living):
            process.kill()
            process.communicate()


def test_what_is_not_a_folder_of_ours_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / IN_USE).touch()
    root = tmp_path / "root"
    root.mkdir()
    (root / f"{PREFIX}notes").mkdir()
    (root / f"{PREFIX}file").touch()
    (root / "other").mkdir()
    (root / "other" / IN_USE).touch()
    kept = {f"{PREFIX}notes", f"{PREFIX}file", "other"}
    if os.name == "posix":
        (root / f"{PREFIX}link").symlink_to(elsewhere)
        kept.add(f"{PREFIX}link")
    sweep(root)
    assert {entry.name for entry in root.iterdir()} == kept
    assert (elsewhere / IN_USE).exists()
