"""The gate: first start, unlocking with a growing wait, and the way back in after a forgotten passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.system.wrapping import Cost
from inspector_app.ui.pages.first_start import FirstStartPage
from inspector_app.ui.pages.gate import Gate
from inspector_app.ui.pages.unlock import UnlockPage
from inspector_app.ui.recovery_paper import draw_recovery_key
from inspector_app.ui.widgets.key_caps import KeyHints
from inspector_app.ui.worker import Worker
from tests.fakes import FakeClock, FixedRandomness, SequenceIds

WORDS, OTHER_WORDS = "a walk through wards", "the night is long"


@pytest.fixture
def worker(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock, ids: SequenceIds, randomness: FixedRandomness
) -> Iterator[Worker]:
    """A worker on a laptop that nobody has set up."""
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    folder = tmp_path / "desk"
    made = Worker(lambda: build_activities(folder, clock=clock, ids=ids, randomness=randomness, cost=cost))
    yield made
    made.close()


@pytest.fixture
def set_up(do: Any) -> Any:
    """The laptop with its first person, locked."""
    person = do(
        lambda a: a.workspace.create(
            bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
        )
    )
    do(lambda a: a.workspace.lock())
    return person


@pytest.fixture
def gate(qtbot: QtBot, worker: Worker) -> Gate:
    return open_gate(qtbot, worker)


def open_gate(qtbot: QtBot, worker: Worker) -> Gate:
    made = Gate(worker)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    qtbot.waitUntil(lambda: worker.idle)
    return made


def settle(qtbot: QtBot, worker: Worker) -> None:
    qtbot.waitUntil(lambda: worker.idle)


def fill(page: FirstStartPage, **over: str) -> None:
    given = {"bureau": "青禾县医疗保障局", "name": "林知远", "certificate": "YL-TEST-0001", **over}
    page.bureau.setText(given["bureau"])
    page.name.setText(given["name"])
    page.certificate.setText(given["certificate"])
    page.new.first.setText(over.get("first", WORDS))
    page.new.second.setText(over.get("second", WORDS))


# First start


def test_an_empty_laptop_asks_for_its_first_person(gate: Gate) -> None:
    page = gate.first_start
    assert page is not None
    assert not page.bureau.text().startswith("（"), "the hint of a pack that is not filled in is no bureau"
    assert gate.unlock is None


def test_the_first_person_goes_on_to_the_page_that_explains_the_ways_in(
    qtbot: QtBot, gate: Gate, worker: Worker, do: Any
) -> None:
    page = gate.first_start
    assert page is not None
    fill(page)
    qtbot.keyClick(page.new.second, Qt.Key.Key_Return)
    settle(qtbot, worker)
    assert page.steps.currentIndex() == 1
    assert "everything is lost" in page.safekeeping.verdict.text()
    assert "no inspection can be opened" in page.hint.text()
    qtbot.mouseClick(page.safekeeping.make_key, Qt.MouseButton.LeftButton)
    settle(qtbot, worker)
    key = page.safekeeping.key.text()
    assert len(key.split()) == 8
    assert not page.begin.isEnabled(), "the key is still on the screen"
    qtbot.mouseClick(page.safekeeping.kept, Qt.MouseButton.LeftButton)
    settle(qtbot, worker)
    assert page.safekeeping.key.text() == ""
    assert page.hint.text() == ""
    with qtbot.waitSignal(gate.unlocked):
        qtbot.mouseClick(page.begin, Qt.MouseButton.LeftButton)
    assert do(lambda a: a.desk.person.name) == "林知远"
    assert do(lambda a: a.workspace.ways_in().may_inspect)


def test_two_different_passphrases_are_told_and_nothing_is_made(
    qtbot: QtBot, gate: Gate, worker: Worker, do: Any
) -> None:
    page = gate.first_start
    assert page is not None
    fill(page, second="something else")
    qtbot.mouseClick(page.set_up, Qt.MouseButton.LeftButton)
    assert "differ" in page.new.second_field.note.text()
    settle(qtbot, worker)
    assert not do(lambda a: a.workspace.exists)


def test_a_short_passphrase_is_told_in_a_sentence(qtbot: QtBot, gate: Gate, worker: Worker) -> None:
    page = gate.first_start
    assert page is not None
    fill(page, first="short", second="short")
    qtbot.mouseClick(page.set_up, Qt.MouseButton.LeftButton)
    settle(qtbot, worker)
    assert "at least 8 characters" in page.new.first_field.note.text()
    assert page.set_up.isEnabled()


def test_everything_that_is_missing_is_marked_at_once_and_nothing_moves(
    qtbot: QtBot, gate: Gate, worker: Worker
) -> None:
    page = gate.first_start
    assert page is not None
    fill(page, bureau=" ", name="", first="short", second="other")
    page.activateWindow()
    before = page.set_up.mapTo(page, page.set_up.rect().topLeft())
    qtbot.mouseClick(page.set_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.bureau.property("wrong")))
    for editor in (page.bureau, page.name, page.new.first, page.new.second):
        assert editor.property("wrong")
    assert gate.window().focusWidget() is page.bureau
    assert page.set_up.mapTo(page, page.set_up.rect().topLeft()) == before


def test_enter_presses_the_button_that_has_the_keyboard_and_elsewhere_goes_on(
    qtbot: QtBot, gate: Gate, worker: Worker
) -> None:
    page = gate.first_start
    assert page is not None
    fill(page)
    qtbot.keyClick(page.set_up, Qt.Key.Key_Return)
    settle(qtbot, worker)
    assert page.steps.currentIndex() == 1
    qtbot.keyClick(page.safekeeping.make_key, Qt.Key.Key_Return)
    settle(qtbot, worker)
    assert page.safekeeping.shows_a_key
    qtbot.keyClick(page.safekeeping.kept, Qt.Key.Key_Return)
    settle(qtbot, worker)
    assert not page.safekeeping.shows_a_key
    with qtbot.waitSignal(gate.unlocked):
        qtbot.keyClick(page.safekeeping.risk, Qt.Key.Key_Return)


def test_certificate_and_role_stand_on_one_line(gate: Gate) -> None:
    page = gate.first_start
    assert page is not None
    tops = {one.mapTo(page, one.rect().topLeft()).y() for one in (page.certificate, page.role)}
    assert len(tops) == 1


def test_the_risk_can_be_accepted_and_is_written_down(
    qtbot: QtBot, gate: Gate, worker: Worker, do: Any
) -> None:
    page = gate.first_start
    assert page is not None
    fill(page)
    qtbot.mouseClick(page.set_up, Qt.MouseButton.LeftButton)
    settle(qtbot, worker)
    page.safekeeping.risk.click()
    settle(qtbot, worker)
    assert not page.safekeeping.risk.isEnabled()
    assert do(lambda a: a.workspace.profile().risk_accepted_by == a.desk.person.id)


def test_the_bureaus_key_is_set_or_refused(qtbot: QtBot, gate: Gate, worker: Worker) -> None:
    page = gate.first_start
    assert page is not None
    fill(page)
    qtbot.mouseClick(page.set_up, Qt.MouseButton.LeftButton)
    settle(qtbot, worker)
    keeping = page.safekeeping
    keeping.bureau_key.setText("age1nonsense")
    qtbot.keyClick(keeping.bureau_key, Qt.Key.Key_Return)
    settle(qtbot, worker)
    assert "age1" in keeping.bureau_field.note.text()
    keeping.bureau_key.setText(str(pyrage.x25519.Identity.generate().to_public()))
    qtbot.mouseClick(keeping.set_bureau, Qt.MouseButton.LeftButton)
    settle(qtbot, worker)
    assert keeping.bureau_key.text() == ""
    assert not keeping.risk.isVisible()


# Unlocking


def unlock_page(gate: Gate) -> UnlockPage:
    assert gate.unlock is not None
    return gate.unlock


def test_typing_the_passphrase_and_enter_unlocks(qtbot: QtBot, set_up: Any, worker: Worker, do: Any) -> None:
    gate = open_gate(qtbot, worker)
    page = unlock_page(gate)
    assert page.people.item(0).text() == "林知远"
    assert not page.button.isEnabled()
    qtbot.keyClicks(page.passphrase, WORDS)
    with qtbot.waitSignal(gate.unlocked):
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    assert page.passphrase.text() == ""
    assert do(lambda a: a.desk.person) == set_up


def test_a_wrong_passphrase_is_a_sentence_and_the_third_counts_down(
    qtbot: QtBot, set_up: Any, worker: Worker, clock: FakeClock
) -> None:
    gate = open_gate(qtbot, worker)
    page = unlock_page(gate)
    for _ in range(3):
        page.passphrase.setText("wrong words here")
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
        settle(qtbot, worker)
        assert "not the passphrase of 林知远" in page.passphrase_field.note.text()
    qtbot.waitUntil(lambda: "Try again" in page.button.text())
    page.passphrase.setText(WORDS)
    assert not page.button.isEnabled()
    for _ in range(5):
        page._count_down()
    assert page.button.isEnabled()
    clock.advance(5)
    with qtbot.waitSignal(gate.unlocked):
        page.button.click()


def test_each_person_waits_for_themselves(qtbot: QtBot, set_up: Any, worker: Worker, do: Any) -> None:
    do(lambda a: a.workspace.unlock(set_up.id, WORDS))
    do(lambda a: a.workspace.add_person("周叙白", "YL-TEST-0002", passphrase=OTHER_WORDS))
    do(lambda a: a.workspace.lock())
    gate = open_gate(qtbot, worker)
    page = unlock_page(gate)
    assert page.people.count() == 2
    for _ in range(3):
        page.passphrase.setText("wrong words here")
        page.button.click()
        settle(qtbot, worker)
    qtbot.waitUntil(lambda: "Try again" in page.button.text())
    page.people.setCurrentRow(1)
    settle(qtbot, worker)
    page.passphrase.setText(OTHER_WORDS)
    with qtbot.waitSignal(gate.unlocked):
        page.button.click()


def test_the_printed_key_lets_a_person_back_in(qtbot: QtBot, set_up: Any, worker: Worker, do: Any) -> None:
    do(lambda a: a.workspace.unlock(set_up.id, WORDS))
    groups = do(lambda a: a.workspace.make_recovery_key())
    do(lambda a: a.workspace.lock())
    gate = open_gate(qtbot, worker)
    unlock_page(gate).forgotten.click()
    page = gate.recover
    assert page is not None
    page.key.setText("0" + " ".join(groups)[1:])
    page.new.first.setText(OTHER_WORDS)
    page.new.second.setText(OTHER_WORDS)
    if groups[0][0] != "0":
        page.button.click()
        settle(qtbot, worker)
        assert "mistyped: 1" in page.fault.text()
    page.key.setText(" ".join(groups).lower())
    with qtbot.waitSignal(gate.unlocked):
        qtbot.keyClick(page.new.second, Qt.Key.Key_Return)
    do(lambda a: a.workspace.lock())
    assert do(lambda a: a.workspace.unlock(set_up.id, OTHER_WORDS)).name == "林知远"


def test_the_bureaus_private_key_is_hidden_while_typed(qtbot: QtBot, set_up: Any, worker: Worker) -> None:
    gate = open_gate(qtbot, worker)
    unlock_page(gate).forgotten.click()
    page = gate.recover
    assert page is not None
    page.by_bureau.setChecked(True)
    assert page.key.echoMode() == QLineEdit.EchoMode.Password
    page.left.emit()
    assert gate.stack.currentWidget() is gate.unlock


def test_a_missing_key_file_is_told_and_no_first_start_offered(
    qtbot: QtBot, set_up: Any, worker: Worker, tmp_path: Path
) -> None:
    for name in ("keys.json", "keys-copy.json"):
        (tmp_path / "desk" / name).unlink()
    gate = open_gate(qtbot, worker)
    assert gate.first_start is None
    assert "keys.json" in gate.fault.text()


def test_every_control_has_a_name_for_those_who_listen(qtbot: QtBot, set_up: Any, worker: Worker) -> None:
    gate = open_gate(qtbot, worker)
    edits: list[QWidget] = [*gate.findChildren(QLineEdit), *gate.findChildren(QListWidget)]
    assert edits
    assert all(edit.accessibleName() for edit in edits)


def test_the_recovery_sheet_carries_the_key_and_what_it_is_for(qtbot: QtBot, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    groups = tuple(f"{number}ABC{number}" for number in range(8))
    draw_recovery_key(groups, "青禾县医疗保障局", printer)
    text = pypdf.PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    assert all(group in text for group in groups)


def test_up_and_down_choose_the_person_from_the_line_of_the_passphrase(
    qtbot: QtBot, set_up: Any, worker: Worker, do: Any
) -> None:
    do(lambda a: a.workspace.unlock(set_up.id, WORDS))
    do(lambda a: a.workspace.add_person("周叙白", "YL-TEST-0002", passphrase=OTHER_WORDS))
    do(lambda a: a.workspace.lock())
    gate = open_gate(qtbot, worker)
    page = unlock_page(gate)
    qtbot.waitUntil(lambda: page.people.count() == 2)
    first = page.people.currentRow()
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Down if first == 0 else Qt.Key.Key_Up)
    assert page.people.currentRow() == 1 - first
    hints = [one.accessibleName() for one in page.findChildren(KeyHints)]
    assert ["Enter: unlock" in one for one in hints] == [True]
