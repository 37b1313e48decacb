"""Files that a person chose: pipes, devices, folders and endless files are a sentence, never a wait."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from inspector_app.domain.errors import EnvironmentProblem, Problem, UnusableInput
from inspector_app.exchange.opening import open_outside
from inspector_app.services import roster_reading
from inspector_app.services.package_verification import verify_exchanged
from inspector_app.services.verification import verify_file
from inspector_app.system import packs, sources
from inspector_app.system.chosen_files import read_chosen

READERS = {
    "chosen": lambda path: read_chosen(path, 1000),
    "evidence": sources.read_whole,
    "recording": sources.measure,
    "roster": roster_reading.look_at,
    "document": verify_file,
    "pack": packs.read_pack,
}
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")


def test_a_file_is_read_whole_up_to_its_limit_and_refused_with_the_limit_beyond_it(tmp_path: Path) -> None:
    path = tmp_path / "card"
    path.write_bytes(bytes(4096))
    assert read_chosen(path, 4096) == bytes(4096)
    path.write_bytes(bytes(4097))
    with pytest.raises(UnusableInput, match="larger than 4 kB"):
        read_chosen(path, 4096)
    with path.open("r+b") as file:
        file.truncate((64 << 20) + 1)
    with pytest.raises(UnusableInput, match="larger than 64 MB"):
        read_chosen(path, 64 << 20)


@needs_pipes
@pytest.mark.parametrize("reader", READERS)
def test_a_pipe_or_a_device_is_named_as_that_and_never_waited_for(tmp_path: Path, reader: str) -> None:
    pipe = tmp_path / "photo.jpg"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(UnusableInput, match="pipe or a device"):
            READERS[reader](path)


@pytest.mark.parametrize("reader", READERS)
def test_a_folder_is_named_as_a_folder(tmp_path: Path, reader: str) -> None:
    with pytest.raises(UnusableInput, match="is a folder"):
        READERS[reader](tmp_path)


@needs_pipes
@pytest.mark.parametrize("name", ["p.handover", "p.receipt"])
def test_a_package_or_receipt_from_a_pipe_is_refused_at_once(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(Problem):
        open_outside(tmp_path / name)
    with pytest.raises(Problem):
        verify_exchanged(tmp_path / name)


def test_what_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="cannot be read: it is not there"):
        read_chosen(tmp_path / "gone.card", 10)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such links")
def test_a_link_to_itself_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("link")
    with pytest.raises(EnvironmentProblem, match="leads in a circle"):
        read_chosen(tmp_path / "link", 10)


def test_a_name_that_is_too_long_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="the name is too long"):
        read_chosen(tmp_path / ("x" * 400), 10)
