"""Whole ways through the real window, from an empty laptop on, by keys and clicks alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.services.fiction import inpatients, roster_workbook
from inspector_app.services.preferences import PreferenceService
from inspector_app.services.verification import verify_file
from inspector_app.system.wrapping import Cost
from inspector_app.ui import language, theme
from inspector_app.ui.shell import Shell
from inspector_app.ui.worker import Worker
from tests.fakes import FakeClock
from tests.ui.journey import BUREAU, HE, LIN, PATIENCE, WORDS, ZHOU, Window

pytestmark = pytest.mark.journey
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NIGHT = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
BEDS = (("1 沈一禾", "1"), ("2 程知微", "1"), ("3 陆听澜", "8"))
"""What is typed for a bed, and the key of what was seen."""
GIVEN = "told by the first person"
"""What the lead was given, before they chose a passphrase of their own."""
HOSPITAL = "青禾县康宁试验医院"


@pytest.fixture
def worker(tmp_path: Path, clock: FakeClock) -> Iterator[Worker]:
    """A worker on a laptop that nobody has set up; guessing a passphrase costs nothing here."""
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    made = Worker(lambda: build_activities(tmp_path / "desk", clock=clock, cost=cost))
    yield made
    made.close()


@pytest.fixture
def me(
    qtbot: QtBot, qapp: QApplication, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    """A person before the window, put together as the program does it, without a camera."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # both are put back afterwards
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    preferences = PreferenceService(tmp_path / "desk")
    preferences.change(appearance="light", language="en")
    shell = Shell(qapp, worker, preferences, RESOURCES, tmp_path / "log.txt")
    bugs: list[BaseException] = []
    worker.bug.connect(bugs.append)
    yield Window(qtbot, shell.open(), worker, monkeypatch)
    qtbot.waitUntil(lambda: worker.idle, timeout=PATIENCE)
    shell.window.close()
    shell.window.deleteLater()
    shell.deleteLater()
    theme.current().choose("light")
    language.use(qapp, RESOURCES, language.ENGLISH)
    assert not bugs


# The steps that several journeys share


def set_the_laptop_up(me: Window) -> None:
    me.fill("Your bureau", BUREAU)
    me.fill("Your name", LIN)
    me.fill("Certificate number", "YL-TEST-0001")
    me.fill("New passphrase", WORDS[LIN])
    me.fill("The same again", WORDS[LIN], leave="Return")
    me.wait_for("everything is lost")
    me.click("Make a recovery key")
    me.click("It is written down")
    me.click("Begin")
    me.wait_for("No inspection yet")


def become(me: Window, name: str, words: str) -> None:
    """Lock, and unlock as somebody else."""
    me.keys("Ctrl+L")
    me.row("Who are you?", name)
    me.fill("Passphrase", words, leave="Return")
    me.wait_for(f"{name} · ")


def add_people(me: Window) -> None:
    me.keys("Ctrl+Alt+P")
    for name, number, role in ((ZHOU, "YL-TEST-0002", ""), (HE, "", "Team lead")):
        me.keys("Ctrl+Shift+A")
        me.fill("Name", name)
        me.fill("Certificate number", number)
        if role:
            me.choose("Role", role)
        me.fill("Unit", BUREAU, leave="Return")
        me.row("People", name)
        me.keys("F6")
        given = GIVEN if name == HE else WORDS[name]
        me.fill("New passphrase", given)
        me.fill("The same again", given, leave="Return")
    become(me, HE, GIVEN)
    me.keys("Ctrl+Alt+P")
    me.row("People", HE)
    me.keys("F6")
    me.fill("Present passphrase", GIVEN)
    me.fill("New passphrase", WORDS[HE])
    me.fill("The same again", WORDS[HE], leave="Return")
    become(me, LIN, WORDS[LIN])
    me.keys("Ctrl+,")
    me.fill("Word, such as 青医保", "青医保")
    me.fill("From", "5")
    me.fill("To", "9", leave="Return")
    me.wait_for("5 left")


def open_an_inspection(me: Window) -> None:
    me.keys("Ctrl+N")
    me.write(HOSPITAL)
    me.keys("Tab")
    team = me.named("Team")
    for _ in range(2):
        me.qtbot.keyClick(team, Qt.Key.Key_Down)
        me.qtbot.keyClick(team, Qt.Key.Key_Space)
    me.fill("Purpose", "夜间在床核查")
    me.keys("Ctrl+Return")
    me.wait_for("Open the visit")


def open_the_visit(me: Window) -> None:
    me.fill("Received by: name and post", "苏映秋 医务科", leave="Return")
    me.click("Shown now")
    me.fill("Answer, such as: understood, no request for withdrawal", "已知悉，不申请回避", leave="Return")
    me.fill("Read off: telephone, wall clock, radio clock", "手机", leave="Return")
    me.fill("Its time, such as 23:19:00; Enter as it strikes", "22:29:58", leave="Return")
    me.wait_for("The laptop is 2 s ahead of: 手机")


def walk(me: Window, beds: tuple[tuple[str, str], ...] = BEDS) -> None:
    me.keys("Alt+2")
    me.keys("W")
    me.fill("entryLine", "内一科", leave="Return")
    for bed, key in beds:
        me.fill("entryLine", bed, leave="Tab")
        me.keys(key)
        me.keys("B")
    me.keys("Escape")


def photograph(me: Window, folder: Path) -> None:
    """The finding's evidence, from a file, because this laptop has no camera."""
    picture = folder / "bed.jpg"
    Image.new("RGB", (640, 480), (200, 60, 40)).save(picture, "JPEG")
    me.files(picture)
    me.keys("Ctrl+E")
    me.wait_for("Cameras cannot be used on this laptop")
    me.keys("Ctrl+O")
    me.wait_for("1 taken · A-")
    me.keys("Escape")
    me.wait_for("What was found")


def record_a_finding(me: Window) -> None:
    me.palette("Findings")
    me.keys("Ctrl+Shift+N")
    me.choose("Category, first level", "一般违规问题")
    me.choose("Category, second level", "挂床住院")
    me.fill("Item", "挂床住院")
    me.fill("What was found", "内一科3床患者夜间不在床，无请假手续。")
    me.fill("Total, yuan", "1200.00")
    me.fill("Of it paid by the fund, yuan", "960.00")
    me.wait_for("960.00")


def draft_and_mend(me: Window) -> None:
    """Draft the notice and follow each blocker to where it is mended."""
    me.keys("Alt+8")
    assert me.sees("Write the notice")
    me.keys("Ctrl+Shift+N")
    me.link("institution's codes")
    me.fill("Code of the designated institution", "H52999900001")
    me.fill("Unified social credit code", "52999999MJ0000001A")
    me.keys("Ctrl+S")
    me.keys("Alt+8")
    me.link("no closing time")
    me.click("Close the visit")
    me.wait_for("The closing time is fixed")
    me.click("Close the record and the visit")
    me.wait_for("Visit closed")  # the banner that says so goes by itself
    me.keys("Alt+8")
    me.link("no contact")
    me.fill("Office in charge", "基金监管科")
    me.fill("Telephone", "0000-0000000")


def settle_the_typed_beds(me: Window) -> None:
    """Dismiss what the beds typed by hand raised."""
    me.link("neither confirmed nor dismissed")
    me.keys("Delete")
    me.write("该床情况已作为问题记录")
    me.keys("Return")
    me.keys("Alt+8")


def approve_sign_and_export(me: Window, path: Path) -> None:
    me.wait_for("A second person reads it")
    me.give(HE)
    me.wait_for("Each inspector signs")
    me.give(LIN)
    me.give(ZHOU)
    me.click("Sign for the bureau and issue")
    me.click("Issue now")
    me.wait_for("is issued")
    me.files(path)
    me.keys("Ctrl+Shift+E")
    me.wait_for("It is not encrypted.")


def verify(path: Path) -> None:
    report = verify_file(path)
    assert report.is_good
    assert len(report.signatures) == 3
    for program, arguments in (("qpdf", ("--check",)), ("pdfsig", ("-nocert",))):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed; the public verifier was content")
        told = subprocess.run([program, *arguments, str(path)], capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stdout + told.stderr
        if program == "pdfsig":
            assert told.stdout.count("Signature is Valid") == 3


def test_an_empty_laptop_becomes_a_signed_notice_without_any_import(me: Window, tmp_path: Path) -> None:
    set_the_laptop_up(me)
    add_people(me)
    open_an_inspection(me)
    open_the_visit(me)
    walk(me)
    record_a_finding(me)
    photograph(me, tmp_path)
    draft_and_mend(me)
    settle_the_typed_beds(me)
    approve_sign_and_export(me, tmp_path / "notice.pdf")
    verify(tmp_path / "notice.pdf")


def test_a_roster_that_comes_later_is_matched_and_marks_the_walk(me: Window, tmp_path: Path) -> None:
    people = inpatients(NIGHT)
    known = tuple((f"{person.bed} {person.name}", key) for person, key in zip(people, "118", strict=False))
    set_the_laptop_up(me)
    add_people(me)
    open_an_inspection(me)
    open_the_visit(me)
    walk(me, known)
    later = NIGHT + timedelta(days=1)
    roster = tmp_path / "在院.xlsx"
    roster.write_bytes(roster_workbook(people, later))
    me.files(roster)
    me.keys("Ctrl+I")
    me.wait_for("Lines read: 44 = persons: 40 + set aside: 0 + no data: 4")
    me.choose("Meaning of column 家庭住址", "— left out —")
    me.choose("Meaning of column 家庭住址", "Address")
    me.fill("Exported by (of the institution)", "苏映秋")
    me.keys("Ctrl+Return")
    me.wait_for("3 to match")
    me.keys("M")
    me.wait_for("Is this the same person?")
    me.keys("A")
    me.wait_for("3 of 40 seen")
    assert not me.sees("to match")
    me.keys("F9")
    me.wait_for("The list was made after the walk: it proves less.")
    me.keys("F9")
    assert len(me.beds()) == 20


def test_a_wrong_passphrase_is_a_sentence_and_the_right_one_opens(me: Window) -> None:
    set_the_laptop_up(me)
    me.keys("Ctrl+L")
    me.wait_for("The desk is locked")
    assert not me.sees("No inspection yet")
    me.fill("Passphrase", "something else", leave="Return")
    me.wait_for(f"not the passphrase of {LIN}")
    me.write(WORDS[LIN])  # what was wrong is selected
    me.keys("Return")
    me.wait_for("No inspection yet")


def test_a_damaged_roster_is_a_sentence_and_nothing_is_lost(me: Window, tmp_path: Path) -> None:
    set_the_laptop_up(me)
    add_people(me)
    open_an_inspection(me)
    open_the_visit(me)
    walk(me)
    workbook = roster_workbook(inpatients(NIGHT), NIGHT)
    damaged = tmp_path / "在院.xlsx"
    damaged.write_bytes(workbook[: len(workbook) // 2])
    me.files(damaged)
    me.keys("Ctrl+I")
    me.wait_for("damaged")
    me.keys("Escape")
    assert me.beds() == ["1", "2", "3"]
    me.keys("Alt+1")
    me.wait_for("Beds checked")
    assert me.sees("Beds checked 3")


def test_without_a_camera_a_sentence_says_what_still_works(me: Window, tmp_path: Path) -> None:
    set_the_laptop_up(me)
    add_people(me)
    open_an_inspection(me)
    open_the_visit(me)
    me.keys("Alt+6")
    me.keys("P")
    me.wait_for("Take in files from a telephone or camera instead; everything else works.")
    assert me.sees("Look for cameras again")
    me.without_cameras()
    me.click("Look for cameras again")
    me.wait_for("No camera was found. Connect one and look again")
    me.keys("Escape")
    picture = tmp_path / "bed.png"
    Image.new("RGB", (64, 48)).save(picture)
    me.files(picture)
    me.keys("Ctrl+O")
    me.wait_for("A-1  ")


def test_the_keyboard_stays_in_the_window_wherever_one_goes(me: Window) -> None:
    """A widget shown before it has a parent is a window of its own for a moment, and takes the keyboard."""
    set_the_laptop_up(me)
    add_people(me)
    open_an_inspection(me)
    for keys in (*(f"Alt+{number}" for number in range(1, 10)), "Ctrl+,", "Alt+Home", "Ctrl+Alt+P", "Ctrl+N"):
        me.keys(keys)
        assert me.window.isActiveWindow(), keys
    me.keys("Ctrl+L")
    me.click("Forgot your passphrase?")
    assert me.window.isActiveWindow()
