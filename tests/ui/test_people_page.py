"""People and keys from the window: add, correct, give and change passphrases, import certificates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.calendar import official_day
from inspector_app.domain.people import Role
from inspector_app.system.wrapping import Cost
from inspector_app.ui.models.people import ACCESS, CERTIFICATE, NAME, NUMBER, PeopleModel
from inspector_app.ui.pages.people import PeoplePage
from inspector_app.ui.widgets.form import choose
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.worker import Worker
from tests.documents.test_authority import outside_signer, pkcs12_of
from tests.fakes import FakeClock, FixedRandomness, SequenceIds

WORDS, OTHER_WORDS = "a walk through wards", "the night is long"


@pytest.fixture
def worker(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock, ids: SequenceIds, randomness: FixedRandomness
) -> Iterator[Worker]:
    """A worker on a laptop that its first person has unlocked."""
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    folder = tmp_path / "desk"
    made = Worker(lambda: build_activities(folder, clock=clock, ids=ids, randomness=randomness, cost=cost))
    made.run(
        lambda a: a.workspace.create(
            bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
        )
    )
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, worker: Worker) -> PeoplePage:
    made = PeoplePage(worker)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: worker.idle)
    return made


def settle(qtbot: QtBot, page: PeoplePage) -> None:
    qtbot.waitUntil(lambda: page.worker.idle)


def shown(page: PeoplePage, row: int, column: int) -> str:
    return str(page.model.data(page.model.index(row, column)))


def add_zhou(qtbot: QtBot, page: PeoplePage, role: Role = Role.LEAD) -> None:
    page.add_action.trigger()
    form = page.person_form
    form.name.setText("周叙白")
    form.number.setText("YL-TEST-0002")
    choose(form.role, role)
    qtbot.keyClick(form.unit, Qt.Key.Key_Return)
    settle(qtbot, page)


def give_passphrase(qtbot: QtBot, page: PeoplePage, *, second: str = OTHER_WORDS) -> None:
    page.passphrase_action.trigger()
    page.passphrase_form.new.first.setText(OTHER_WORDS)
    page.passphrase_form.new.second.setText(second)
    page.passphrase_form.do.click()
    settle(qtbot, page)


def test_the_first_person_is_shown_with_access_and_the_own_authority(page: PeoplePage) -> None:
    assert shown(page, 0, NAME) == "林知远 (here now)"
    assert shown(page, 0, NUMBER) == "YL-TEST-0001"
    assert shown(page, 0, ACCESS) == "own passphrase"
    assert "own authority" in shown(page, 0, CERTIFICATE)
    assert page.bureau_label.text() == "青禾县医疗保障局"
    assert not page.end_action.isEnabled(), "nobody ends their own access"


def test_the_model_keeps_qts_rules(page: PeoplePage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)
    assert PeopleModel().rowCount() == 0


def test_a_person_is_added_by_keyboard_and_given_a_passphrase(
    qtbot: QtBot, page: PeoplePage, do: Any
) -> None:
    add_zhou(qtbot, page)
    assert shown(page, 1, ACCESS) == "no passphrase yet"
    page.table.setCurrentIndex(page.model.index(1, NAME))
    assert not page.certificate_action.isEnabled()
    assert page.passphrase_action.text() == "Set a passphrase"
    give_passphrase(qtbot, page)
    assert shown(page, 1, ACCESS).startswith("set by 林知远, 20")
    assert page.passphrase_action.text() == "Change the passphrase"
    zhou = do(lambda a: a.workspace.people()[1])
    assert zhou.role is Role.LEAD
    assert do(lambda a: a.workspace.confirm(zhou.id, OTHER_WORDS)).signer.name == "周叙白"
    assert page.passphrase_form.new.first.text() == ""


def test_who_was_added_is_chosen_and_tab_leads_to_the_button(qtbot: QtBot, page: PeoplePage) -> None:
    page.add_action.trigger()
    form = page.person_form
    form.name.setText("周叙白")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    qtbot.waitUntil(form.number.hasFocus)
    form.unit.setFocus()
    qtbot.keyClick(form.unit, Qt.Key.Key_Tab)
    assert form.do.hasFocus()
    qtbot.keyClick(form.unit, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.chosen is not None
    assert page.chosen.person.name == "周叙白"
    page.passphrase_action.trigger()
    assert "counts as set by them" in page.passphrase_form.note.text()
    assert page.passphrase_form.note.isVisible()


def test_a_second_recovery_key_is_asked_about_and_the_safe_answer_has_the_keyboard(
    qtbot: QtBot, page: PeoplePage
) -> None:
    keys = page.safekeeping
    keys.make_key.click()
    settle(qtbot, page)
    first = keys.key.text()
    keys.make_key.click()
    settle(qtbot, page)
    assert keys.key.text() == first
    assert keys.keep_old.hasFocus()
    assert "opens nothing any more" in keys.replacing_words.text()
    keys.replace_old.click()
    settle(qtbot, page)
    assert keys.key.text() not in ("", first)


def test_two_different_passphrases_are_told_before_anything_happens(qtbot: QtBot, page: PeoplePage) -> None:
    add_zhou(qtbot, page)
    page.table.setCurrentIndex(page.model.index(1, NAME))
    give_passphrase(qtbot, page, second="something else")
    assert "differ" in page.passphrase_form.new.second_field.note.text()
    assert shown(page, 1, ACCESS) == "no passphrase yet"


def test_a_nameless_person_is_told_in_the_form(qtbot: QtBot, page: PeoplePage) -> None:
    page.add_action.trigger()
    page.person_form.do.click()
    settle(qtbot, page)
    assert "needs a name" in page.person_form.fault.text()
    assert page.side.currentWidget() is page.person_form


def test_a_person_is_corrected(qtbot: QtBot, page: PeoplePage) -> None:
    page.correct_action.trigger()
    page.person_form.name.setText("林致远")
    page.person_form.do.click()
    settle(qtbot, page)
    assert shown(page, 0, NAME) == "林致远 (here now)"
    assert page.side.currentIndex() == 0


def test_changing_a_passphrase_asks_for_the_present_one(qtbot: QtBot, page: PeoplePage, do: Any) -> None:
    page.passphrase_action.trigger()
    form = page.passphrase_form
    assert form.old_field.isVisible()
    form.old.setText("wrong words")
    form.new.first.setText(OTHER_WORDS)
    form.new.second.setText(OTHER_WORDS)
    form.do.click()
    settle(qtbot, page)
    assert "not the passphrase" in form.fault.text()
    form.old.setText(WORDS)
    form.do.click()
    settle(qtbot, page)
    person = do(lambda a: a.desk.person.id)
    assert do(lambda a: a.workspace.confirm(person, OTHER_WORDS))


def test_access_is_ended(qtbot: QtBot, page: PeoplePage) -> None:
    add_zhou(qtbot, page, role=Role.INSPECTOR)
    page.table.setCurrentIndex(page.model.index(1, NAME))
    give_passphrase(qtbot, page)
    page.table.setCurrentIndex(page.model.index(1, NAME))
    assert page.end_action.isEnabled()
    page.end_action.trigger()
    settle(qtbot, page)
    assert shown(page, 1, ACCESS) == "no passphrase yet"


def test_who_lost_access_comes_back_with_the_recovery_key_typed_beside(
    qtbot: QtBot, page: PeoplePage, do: Any
) -> None:
    add_zhou(qtbot, page, role=Role.INSPECTOR)
    page.table.setCurrentIndex(page.model.index(1, NAME))
    give_passphrase(qtbot, page)
    groups = do(lambda a: a.workspace.make_recovery_key())
    page.table.setCurrentIndex(page.model.index(1, NAME))
    page.end_action.trigger()
    settle(qtbot, page)
    page.table.setCurrentIndex(page.model.index(1, NAME))
    give_passphrase(qtbot, page)
    assert "taken away" in page.passphrase_form.fault.text()
    assert page.passphrase_form.old_field.caption.text().startswith("Recovery key")
    page.passphrase_form.old.setText(" ".join(groups))
    page.passphrase_form.do.click()
    settle(qtbot, page)
    assert shown(page, 1, ACCESS).startswith("set by recovery key, 20")


def test_a_second_lead_is_entered_with_a_leads_passphrase(qtbot: QtBot, page: PeoplePage) -> None:
    add_zhou(qtbot, page)
    page.table.setCurrentIndex(page.model.index(1, NAME))
    give_passphrase(qtbot, page)
    page.add_action.trigger()
    form = page.person_form
    form.name.setText("何清越")
    assert not form.lead_field.isVisible()
    choose(form.role, Role.LEAD)
    assert form.lead_field.isVisible()
    form.do.click()
    settle(qtbot, page)
    assert "confirmed by a lead" in form.fault.text()
    form.lead_passphrase.setText(OTHER_WORDS)
    form.do.click()
    settle(qtbot, page)
    assert shown(page, 2, NAME) == "何清越"
    assert form.lead_passphrase.text() == ""


def test_a_certificate_is_imported_from_a_file(qtbot: QtBot, page: PeoplePage, tmp_path: Path) -> None:
    file = tmp_path / "lin.p12"
    file.write_bytes(pkcs12_of(outside_signer(), b"file words"))
    page.certificate_action.trigger()
    form = page.certificate_form
    form.file.setText(str(file))
    form.file_passphrase.setText("wrong")
    form.passphrase.setText(WORDS)
    form.do.click()
    settle(qtbot, page)
    assert "does not open this certificate file" in form.fault.text()
    form.file_passphrase.setText("file words")
    form.do.click()
    settle(qtbot, page)
    assert "云岭数字证书" in shown(page, 0, CERTIFICATE)
    assert form.file_passphrase.text() == ""


def test_a_missing_certificate_file_is_a_sentence(qtbot: QtBot, page: PeoplePage, tmp_path: Path) -> None:
    page.bureau_action.trigger()
    form = page.certificate_form
    assert not form.own_field.isVisible(), "the bureau has no passphrase of its own"
    form.file.setText(str(tmp_path / "gone.p12"))
    form.do.click()
    settle(qtbot, page)
    assert "gone.p12" in form.fault.text()
    form.back.click()
    assert page.side.currentIndex() == 0


def test_every_action_has_a_key_or_a_button_and_every_field_a_name(page: PeoplePage) -> None:
    assert all(edit.accessibleName() for edit in page.findChildren(QLineEdit))
    keys = [action.shortcut().toString() for action in page.actions() if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys)) == 7


def test_a_certificate_that_ends_soon_is_marked(page: PeoplePage, clock: FakeClock) -> None:
    row = page.model.row(0)
    assert row.certificate is not None
    late = replace(row, today=official_day(row.certificate.valid_until) - timedelta(days=59))
    page.model.set_rows([late])
    assert "ends soon" in shown(page, 0, CERTIFICATE)
    assert page.model.data(page.model.index(0, CERTIFICATE), Qt.ItemDataRole.DecorationRole) is not None
    page.model.set_rows([replace(late, today=official_day(row.certificate.valid_until) - timedelta(days=61))])
    assert "ends soon" not in shown(page, 0, CERTIFICATE)


def test_a_passphrase_that_a_person_changed_themselves_is_shown_as_their_own(
    page: PeoplePage, do: Any, qtbot: QtBot
) -> None:
    def change(a: Any) -> None:
        lin = a.desk.person
        zhou = a.workspace.add_person("周叙白", passphrase=WORDS)
        a.workspace.unlock(zhou.id, WORDS)
        a.workspace.change_passphrase(zhou.id, WORDS, OTHER_WORDS)
        a.workspace.unlock(lin.id, WORDS)

    do(change)
    page.refresh()
    settle(qtbot, page)
    assert shown(page, 1, ACCESS).startswith("own, changed 20")


def test_what_was_typed_of_a_new_person_stays_until_it_is_saved_or_cancelled(
    qtbot: QtBot, page: PeoplePage
) -> None:
    form = page.person_form
    page.add_action.trigger()
    form.name.setText("何清")
    page.add_action.trigger()
    assert form.name.text() == "何清"
    page.correct_action.trigger()
    assert form.name.text() == "林知远"
    page.add_action.trigger()
    assert form.name.text() == "何清"
    qtbot.mouseClick(form.back, Qt.MouseButton.LeftButton)
    page.add_action.trigger()
    assert form.name.text() == ""
    add_zhou(qtbot, page)
    page.add_action.trigger()
    assert form.name.text() == ""


def test_the_buttons_show_their_keys_and_follow_the_chosen_person(qtbot: QtBot, page: PeoplePage) -> None:
    add_zhou(qtbot, page)
    shown = {one.text(): one.keys for one in page.findChildren(ActionButton)}
    assert shown["Correct the details"] == "F2"
    assert shown["Set a passphrase"] == "F6"
    page.select(page.model.row(0).person.id)
    assert "Change the passphrase" in {one.text() for one in page.findChildren(ActionButton)}


def test_a_link_asks_whoever_is_here_for_a_passphrase_of_their_own(qtbot: QtBot, page: PeoplePage) -> None:
    add_zhou(qtbot, page)
    page.select("passphrase")
    settle(qtbot, page)
    assert page.side.currentWidget() is page.passphrase_form
    assert "林知远" in page.passphrase_form.title.text()


def _type_person(qtbot: QtBot, page: PeoplePage, name: str) -> None:
    qtbot.keyClicks(page.person_form.name, name)
    qtbot.keyClicks(page.person_form.number, "YL-TEST-0009")
    qtbot.keyClick(page.person_form.unit, Qt.Key.Key_Return)  # the last field: Enter enters the person


def test_a_person_wanted_for_a_new_inspection_is_asked_for_and_led_back(
    qtbot: QtBot, page: PeoplePage
) -> None:
    page.select("new")
    settle(qtbot, page)
    assert page.side.currentWidget() is page.person_form
    with qtbot.waitSignal(page.goTo) as followed:
        _type_person(qtbot, page, "Shen")
    settle(qtbot, page)
    chosen = page.chosen
    assert chosen is not None
    assert chosen.person.name == "Shen"
    assert followed.args == [f"new/{chosen.person.id}", ""]


def test_leaving_the_form_leads_back_to_the_new_inspection_once(qtbot: QtBot, page: PeoplePage) -> None:
    followed: list[str] = []
    page.goTo.connect(lambda place, _inspection: followed.append(place))
    page.select("new")
    settle(qtbot, page)
    page.person_form.left.emit()
    assert followed == ["new"]
    page.add_action.trigger()
    page.person_form.left.emit()
    assert followed == ["new"]
