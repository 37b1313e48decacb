"""The log helps those who repair the program and tells nobody who was in bed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence
from inspector_app.system import logs


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    yield logs.start_logging(tmp_path / "logs")
    logs.stop_logging()


@pytest.mark.expects_log
def test_a_bug_leaves_its_place_and_kind_but_not_its_message(log_file: Path) -> None:
    try:
        raise ValueError("患者张某某 身份证 110000199001010000")
    except ValueError:
        logging.getLogger("inspector_app.ui").exception("A bug")
    text = log_file.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert "张" not in text
    assert "1100001990" not in text


@pytest.mark.expects_log
def test_a_problem_is_logged_by_its_template_and_keeps_its_cause(log_file: Path) -> None:
    try:
        try:
            raise OSError("/home/zhang/患者.xlsx")
        except OSError as error:
            raise UnusableInput(sentence("The file {name} is damaged.", name="患者.xlsx")) from error
    except UnusableInput:
        logging.getLogger("inspector_app.services").exception("A problem")
    text = log_file.read_text(encoding="utf-8")
    assert "The file {name} is damaged." in text
    assert "OSError" in text
    assert "患者" not in text
    assert "zhang" not in text


def test_the_log_never_grows_beyond_five_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "FILE_SIZE", 2000)
    logs.start_logging(tmp_path)
    logger = logging.getLogger("inspector_app.test")
    for number in range(500):
        logger.info("line %d with some length to it", number)
    logs.stop_logging()
    files = sorted(tmp_path.iterdir())
    assert len(files) == 5
    assert all(file.stat().st_size <= 2000 for file in files)
    kept = [file.read_text(encoding="utf-8") for file in files]
    assert "line 499 " in kept[0]
    assert "line 499 " not in "".join(kept[1:])
    told = [int(line.split("line ")[1].split()[0]) for file in reversed(kept) for line in file.splitlines()]
    assert told == list(range(told[0], 500))  # the newest lines, none lost between two files


def test_what_libraries_log_stays_out_of_the_file(log_file: Path) -> None:
    logging.getLogger("some.library").error("read the cell 张三")
    logging.getLogger("inspector_app").info("started")
    text = log_file.read_text(encoding="utf-8")
    assert "started" in text
    assert "张三" not in text


@pytest.mark.parametrize("in_the_way", ["logs", "logs/inspector-app.log"])
def test_a_log_that_cannot_be_kept_at_its_place_goes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_the_way: str
) -> None:
    if in_the_way == "logs":
        (tmp_path / "logs").write_bytes(b"")
    else:
        (tmp_path / in_the_way).mkdir(parents=True)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    path = logs.start_logging(tmp_path / "logs")
    try:
        logging.getLogger("inspector_app").info("started")
        assert path.is_relative_to(tmp_path / "temporary")
        assert "started" in path.read_text("utf-8")
    finally:
        logs.stop_logging()
