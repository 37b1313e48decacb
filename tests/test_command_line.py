"""The command line, as somebody types it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app import __main__, __version__
from inspector_app.app import LOCK_NAME, build_activities
from inspector_app.domain.ports import Silent
from inspector_app.services.copy_making import make_copy
from inspector_app.services.demonstration import Demonstration
from inspector_app.services.fiction import PASSPHRASE
from inspector_app.system.folders import private_folder
from inspector_app.system.lock import WriterLock
from inspector_app.system.logs import stop_logging
from inspector_app.system.wrapping import Cost

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def own_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(__main__, "default_logs", lambda: tmp_path / "logs")
    yield
    stop_logging()


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A workspace with a visit in it, made once: its folder, the inspection and the printed code."""
    folder = tmp_path_factory.mktemp("visited")
    activities = build_activities(folder / "workspace", cost=Cost(memory_kib=32, passes=1, lanes=1))
    demonstration = Demonstration(activities, folder, lambda _: None)
    inspection = demonstration.visit(demonstration.set_up())
    code = activities.inspections.head_code(inspection)
    activities.workspace.lock()
    return folder / "workspace", inspection, code


@pytest.fixture
def history(
    visited: tuple[Path, str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, str]:
    """The file of an inspection that was left, and its printed code; the first person is at the keys."""
    workspace, inspection, code = visited
    shutil.copytree(workspace, tmp_path / "workspace")
    monkeypatch.setattr("builtins.input", lambda _: "1")
    monkeypatch.setattr(__main__, "getpass", lambda _: PASSPHRASE)
    return tmp_path / "workspace" / "inspections" / f"{inspection}.db", code


def test_the_version_is_told_without_loading_a_window() -> None:
    code = "import sys; from inspector_app.__main__ import main\ntry: main(['--version'])\nfinally: "
    code += "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip().endswith(__version__)


def test_a_file_that_is_not_there_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(["verify", str(tmp_path / "notice.pdf")]) == 1
    said = capsys.readouterr().err
    assert "notice.pdf" in said
    assert "Traceback" not in said


def test_a_file_that_is_no_notice_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_text("dear sirs", encoding="ascii")
    assert __main__.main(["--language", "en", "verify", str(letter)]) == 1
    assert "not a PDF" in capsys.readouterr().out


def test_the_command_line_speaks_chinese_unless_english_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_text("dear sirs", encoding="ascii")
    assert __main__.main(["verify", str(letter)]) == 1
    said = capsys.readouterr().out
    assert "PDF" in said
    assert "不是" in said
    assert __main__.main(["verify", str(tmp_path / "缺.pdf")]) == 1
    assert "缺.pdf" in (problem := capsys.readouterr().err)
    assert not re.search(r"\b(the|cannot)\b", problem)


def test_where_qt_cannot_be_loaded_the_command_line_speaks_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "inspector_app.ui.spoken", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtCore", None)
    letter = tmp_path / "letter.pdf"
    letter.write_text("dear sirs", encoding="ascii")
    assert __main__.main(["verify", str(letter)]) == 1
    assert "not a PDF" in capsys.readouterr().out


def test_an_untouched_history_holds_and_contains_the_printed_code(
    history: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    file, code = history
    assert __main__.main(["verify", str(file), "--head", code]) == 0
    assert code in capsys.readouterr().out


def test_a_code_that_the_history_never_had_is_noticed(history: tuple[Path, str]) -> None:
    assert __main__.main(["verify", str(history[0]), "--head", "AAAA-AAAA-AAAA"]) == 1


@pytest.mark.parametrize("nothing", ["", "  ", "-", "“”"])
def test_an_empty_code_is_refused_and_not_taken_for_no_code(
    history: tuple[Path, str], nothing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(["--language", "en", "verify", str(history[0]), f"--head={nothing}"]) == 1
    said = capsys.readouterr()
    assert "no code after --head" in said.err
    assert "intact" not in said.out


def test_a_history_is_not_opened_while_a_window_has_it(
    history: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with WriterLock(history[0].parent.parent / LOCK_NAME):
        assert __main__.main(["--language", "en", "verify", str(history[0])]) == 1
    assert "open in another window" in capsys.readouterr().err


def test_a_wrong_passphrase_opens_nothing_and_says_so(
    history: tuple[Path, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(__main__, "getpass", lambda _: "something else entirely")
    assert __main__.main(["--language", "en", "verify", str(history[0])]) == 1
    assert "not the passphrase" in capsys.readouterr().err


def test_without_anybody_to_type_a_history_is_not_checked_and_says_so(
    history: tuple[Path, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody(_: str) -> str:
        raise EOFError

    for asked in ("builtins.input", "inspector_app.__main__.getpass"):
        with monkeypatch.context() as away:
            away.setattr(asked, nobody)
            assert __main__.main(["--language", "en", "verify", str(history[0])]) == 1
        assert "run this in a terminal" in capsys.readouterr().err


def test_a_number_nobody_has_is_asked_for_again(
    history: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, asked = iter(["9", "", "x", "2"]), []
    monkeypatch.setattr("builtins.input", lambda _: next(answers))

    def passphrase(name: str) -> str:
        asked.append(name)
        return PASSPHRASE

    monkeypatch.setattr(__main__, "getpass", passphrase)
    assert __main__.main(["verify", str(history[0])]) == 0
    assert list(answers) == []
    activities = build_activities(history[0].parent.parent)
    assert asked == [f"{activities.workspace.people_who_unlock()[1].label}: "]


def test_a_workspace_that_is_a_file_is_told_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="ascii")
    monkeypatch.setattr("inspector_app.app.open_window", lambda folder, *_, **__: private_folder(folder))
    shown: list[str] = []
    monkeypatch.setattr("inspector_app.ui.start_problem.show_start_problem", shown.append)
    assert __main__.main(["--language", "en", "--workspace", str(file)]) == 1
    said = capsys.readouterr().err
    assert "choose another folder" in said
    assert [words.strip() for words in shown] == [said.strip()], "a window says it too"


@pytest.mark.parametrize("command", [("demo", "--headless", "--out"), ("screenshots",)])
def test_a_folder_that_cannot_be_written_is_told_before_anything_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="ascii")
    assert __main__.main(["--language", "en", *command, str(file)]) == 1
    told = capsys.readouterr()
    assert "choose another folder" in told.err
    assert told.out == ""


def test_a_folder_without_a_safety_copy_is_named_however_it_was_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    monkeypatch.chdir(tmp_path / "stick")
    assert __main__.main(["--language", "en", "verify", "."]) == 1
    assert "no safety copy in stick" in capsys.readouterr().err


def test_a_start_in_an_impossible_folder_ends_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="ascii")
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "inspector_app", "--language", "en", "--workspace"]
    told = subprocess.run(
        [*command, str(tmp_path / "file")],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert "choose another folder" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_bug_goes_to_the_log_without_its_words_and_names_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise RuntimeError("林知远")

    monkeypatch.setattr(__main__, "_run", fail)
    assert __main__.main(["--language", "en"]) == 1
    stop_logging()
    log_file = tmp_path / "logs" / "inspector-app.log"
    assert str(log_file) in capsys.readouterr().err
    text = log_file.read_text(encoding="utf-8")
    assert "CRITICAL" in text
    assert "RuntimeError" in text
    assert "林知远" not in text


def test_a_database_outside_a_workspace_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stray = tmp_path / "stray.db"
    stray.write_bytes(b"x")
    assert __main__.main(["--language", "en", "verify", str(stray)]) == 1
    assert "workspace" in capsys.readouterr().err


def test_the_log_of_a_whole_visit_names_nobody(history: tuple[Path, str], tmp_path: Path) -> None:
    __main__.main(["verify", str(history[0])])  # the log stays open for what follows
    activities = build_activities(tmp_path / "another", cost=Cost(memory_kib=32, passes=1, lanes=1))
    demonstration = Demonstration(activities, tmp_path, lambda _: None)
    demonstration.visit(demonstration.set_up())
    activities.workspace.lock()
    stop_logging()
    text = (tmp_path / "logs" / "inspector-app.log").read_text(encoding="utf-8")
    assert "start" in text
    assert not [word for word in ("林知远", "仁安", "柳湾", PASSPHRASE) if word in text]


def test_verifying_changes_no_byte_of_the_inspection(history: tuple[Path, str]) -> None:
    folder = history[0].parent
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert __main__.main(["verify", str(history[0])]) == 0
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_verifying_an_inspection_that_is_not_there_makes_none(
    history: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    missing = history[0].with_name("0" * 32 + ".db")
    assert __main__.main(["--language", "en", "verify", str(missing)]) == 1
    assert "is not there" in capsys.readouterr().err
    assert not missing.exists()


def test_a_damaged_inspection_is_told_and_left(
    history: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = history[0]
    content = bytearray(file.read_bytes())
    content[5_000] ^= 0xFF
    file.write_bytes(content)
    assert __main__.main(["--language", "en", "verify", str(file)]) == 1
    assert "damaged" in capsys.readouterr().err
    assert file.read_bytes() == content


def test_a_safety_copy_is_read_through_with_a_passphrase_or_the_recovery_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    activities = build_activities(tmp_path / "workspace", cost=Cost(memory_kib=32, passes=1, lanes=1))
    activities.workspace.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="1", passphrase=PASSPHRASE
    )
    groups = " ".join(activities.workspace.make_recovery_key())
    stick = tmp_path / "stick"
    stick.mkdir()
    make_copy(activities.safety.plan(stick), Silent())
    activities.workspace.lock()
    for typed in (PASSPHRASE, groups):
        monkeypatch.setattr(__main__, "getpass", lambda _, typed=typed: typed)
        assert __main__.main(["--language", "en", "verify", str(stick)]) == 0
        assert "complete and intact" in capsys.readouterr().out
    part = next(stick.rglob("*.part"))
    part.write_bytes(part.read_bytes()[:-1])
    assert __main__.main(["--language", "en", "verify", str(stick)]) == 1
    assert "missing or damaged in the copy" in capsys.readouterr().out
    monkeypatch.setattr(__main__, "getpass", lambda _: "something else entirely")
    assert __main__.main(["--language", "en", "verify", str(stick)]) == 1
    assert "opens nothing in this safety copy" in capsys.readouterr().err
    assert __main__.main(["--language", "en", "verify", str(tmp_path)]) == 1
    assert "There is no safety copy in" in capsys.readouterr().err


def test_a_code_is_not_passed_over_where_no_history_can_hold_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("notice.pdf", "a.handover", "copy"):
        code = __main__.main(["--language", "en", "verify", str(tmp_path / name), "--head", "AAAA-AAAA-AAAA"])
        assert code == 1
        assert f"{name} is none" in capsys.readouterr().err
