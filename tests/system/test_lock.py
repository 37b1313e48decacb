"""One workspace has one writer."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.domain.errors import EnvironmentProblem, FileBusy
from inspector_app.system.lock import WriterLock

HOLD = """
import sys
from pathlib import Path
from inspector_app.system.lock import WriterLock
lock = WriterLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_writer_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with WriterLock(tmp_path / "lock"), pytest.raises(FileBusy, match="Nothing was changed"):
        WriterLock(tmp_path / "lock").take()


def test_the_lock_can_be_taken_again_once_it_is_released(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path / "lock"), WriterLock(tmp_path / "lock")
    first.take()
    first.release()
    second.take()
    second.release()


def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(FileBusy):
            WriterLock(path).take()
        holder.kill()
        holder.wait()
    with WriterLock(path):
        assert path.exists()


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EROFS, "write-protected"), (errno.ENOSPC, "no room"), (errno.EACCES, "denied")],
)
def test_a_place_where_no_lock_can_be_made_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(EnvironmentProblem, match=reason):
        WriterLock(tmp_path / "lock").take()


def test_a_share_that_knows_no_locks_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("inspector_app.system.lock._try_to_lock", refuse)
    with pytest.raises(EnvironmentProblem, match="cannot be worked in"):
        WriterLock(tmp_path / "lock").take()
