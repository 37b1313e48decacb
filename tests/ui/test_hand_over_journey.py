"""A hand-over through the windows of two laptops: cards, package, receipt, review, return, acceptance."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.exchange import ReviewState
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Person, Role
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Source
from inspector_app.services.readiness import obstacles
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock
from tests.services.bureau import WORDS
from tests.ui.laptops import BUREAU, Laptop


@pytest.fixture(autouse=True)
def many_lines_at_once(commit_rule: CommitRule) -> Iterator[None]:
    with commit_rule.while_merging():
        yield


@pytest.fixture
def lin(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Laptop]:
    made = Laptop.make(qtbot, tmp_path / "lin", clock, "林知远", Role.INSPECTOR)
    yield made
    made.worker.close()


@pytest.fixture
def he(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Laptop]:
    made = Laptop.make(qtbot, tmp_path / "he", clock, "何清越", Role.LEAD)
    yield made
    made.worker.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _begin(a: Activities) -> InspectionId:
    institution = a.inspections.new_institution("青禾县仁安医院", "H99990000001")
    opened = a.inspections.open(institution, bureau=BUREAU, team=(a.desk.person,))
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), (120, 40, 40)).save(buffer, "JPEG")
    a.evidence.take_in(opened.id, [Source(name="bed.jpg", way=IntakeWay.FILE, data=buffer.getvalue())])
    a.headcounts.check_bed(opened.id, ward="内一科", bed="1", status=BedStatus.IN_BED)
    return opened.id


@pytest.fixture
def inspection(lin: Laptop) -> InspectionId:
    return InspectionId(lin.do(_begin))


def _introduce(one: Laptop, other: Laptop, stick: Path) -> None:
    """Exchange a card by the page: written, read, and the code typed as it was read out."""
    other.laptops.refresh()
    other.laptops.write_to(stick)
    other.rest()
    (card,) = stick.glob("*.card")
    one.laptops.read_card(card)
    one.rest()
    one.laptops.typed.setText(other.laptops.code.text())
    one.laptops.introduce.click()
    one.rest()
    card.unlink()


@pytest.fixture
def known(lin: Laptop, he: Laptop, stick: Path) -> None:
    _introduce(lin, he, stick)
    _introduce(he, lin, stick)


def test_a_card_counts_only_with_the_code_that_was_read_out(lin: Laptop, he: Laptop, stick: Path) -> None:
    he.do(lambda a: a.cards.write(stick))
    (card,) = stick.glob("*.card")
    lin.laptops.refresh()
    lin.laptops.read_card(card)
    lin.rest()
    assert not lin.laptops.coming.isHidden()
    lin.laptops.typed.setText("AAAA-BBBB-CCCC-DDDD")
    lin.laptops.introduce.click()
    lin.rest()
    assert "does not fit" in lin.laptops.typed_field.note.text()
    assert lin.do(lambda a: a.cards.known()) == []


@pytest.mark.usefixtures("known")
def test_a_known_laptop_is_forgotten(lin: Laptop) -> None:
    lin.laptops.refresh()
    lin.rest()
    row = lin.laptops.known_rows.itemAt(0).widget()
    forget = next(one for one in row.children() if getattr(one, "text", lambda: "")() == "Forget")
    forget.click()
    lin.rest()
    assert lin.do(lambda a: a.cards.known()) == []
    assert not lin.laptops.none.isHidden()


def test_nobody_known_leads_to_where_cards_are_exchanged(lin: Laptop, inspection: InspectionId) -> None:
    lin.open(inspection)
    assert not lin.page.hand_action.isEnabled()
    lin.page.form.introduce.click()
    assert lin.links[-1] == ("laptops", "")


@pytest.mark.usefixtures("known")
def test_handed_over_receipted_returned_settled_and_accepted(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path, clock: FakeClock
) -> None:
    lin.open(inspection)
    assert lin.page.form.volume.text().startswith("1 original,")
    he.take(lin.hand_over(inspection, stick))
    he.follow()
    assert "Taken in from 林知远" in he.page.told.text()
    assert not he.page.decision.isHidden()

    (receipt,) = stick.glob("*.receipt")
    lin.take(receipt)
    lin.follow()
    assert "receipt of 何清越" in lin.page.told.text()
    assert lin.page.held.texts() == ["1 of 1 original and every entry held by 何清越"]
    assert "receipt of" in lin.page.sent.texts()[0]
    assert not lin.page.purge.isHidden()

    clock.advance(60)
    he.do(
        lambda a: a.reviewing.comment(
            inspection, kind="bed_check", thing="x", label="内一科 1", text="请补拍床头卡"
        )
    )
    he.page.decision.reason.setText("证据不足")
    he.page.decision.passphrase.setText("not the passphrase")
    he.page.decision.return_button.click()
    he.rest()
    assert "passphrase" in he.page.decision.field.note.text()
    he.page.decision.passphrase.setText(WORDS)
    he.page.decision.return_button.click()
    he.rest()
    assert he.page.decision.isHidden()
    lin.take(he.hand_over(inspection, stick))
    lin.follow()
    assert "Returned by 何清越" in lin.page.review.text()
    assert "证据不足" in lin.page.review.text()

    (remark,) = lin.page.remarks.rows
    remark.link.click()
    assert lin.links[-1] == ("wards/x", inspection)
    clock.advance(60)
    remark.answer.setText("已补拍")
    remark.settle.click()
    lin.rest()
    assert lin.page.remarks.rows[0].answer is None
    clock.advance(60)
    he.take(lin.hand_over(inspection, stick))
    he.follow()
    assert he.do(lambda a: a.reviewing.state(inspection)) is ReviewState.WAITING
    he.page.decision.passphrase.setText(WORDS)
    he.page.decision.accept_button.click()
    he.rest()
    lin.take(he.hand_over(inspection, stick))
    lin.follow()
    assert "Accepted by 何清越" in lin.page.review.text()
    assert lin.page.chip.text() == "Accepted"
    assert lin.do(lambda a: a.inspections.refresh_card(inspection)).review is ReviewState.ACCEPTED
    assert not lin.problems
    assert not he.problems


@pytest.mark.usefixtures("known")
def test_both_values_stand_side_by_side_and_one_key_decides(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path, clock: FakeClock
) -> None:
    lead: Person = he.do(lambda a: a.desk.person)

    def prepare(a: Activities) -> object:
        a.inspections.revise(replace(a.inspections.inspection(inspection), team=(a.desk.person, lead)))
        found = replace(a.findings.new(category="absent_stay", item="挂床住院"), description="三人不在床")
        return a.findings.record(inspection, found)

    lin.do(prepare)
    he.take(lin.hand_over(inspection, stick))
    (finding,) = lin.do(lambda a: a.findings.findings(inspection))
    clock.advance(10)
    lin.do(lambda a: a.findings.record(inspection, replace(finding, description="林：四人不在床")))
    clock.advance(10)
    he.do(lambda a: a.findings.record(inspection, replace(finding, description="何：五人不在床")))
    lin.take(he.hand_over(inspection, stick))
    lin.follow()
    view = lin.page.conflicts
    assert "挂床住院" in view.title.text()
    shown = [view.grid.itemAt(number).widget().text() for number in range(view.grid.count())]
    assert "林：四人不在床" in shown
    assert "何：五人不在床" in shown
    waiting = lin.do(lambda a: obstacles(a.desk, inspection))[0]
    assert waiting.place == "handover"
    assert "One thing was changed on two laptops" in str(waiting.words)
    lin.page.left_action.trigger()
    lin.rest()
    assert view.isHidden()
    (kept,) = lin.do(lambda a: a.findings.findings(inspection))
    assert kept.description == "林：四人不在床"


@pytest.mark.usefixtures("known")
def test_a_package_taken_in_twice_gets_its_receipt_again(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    path = lin.hand_over(inspection, stick)
    he.take(path)
    (receipt,) = stick.glob("*.receipt")
    receipt.unlink()
    he.take(path)
    assert "already" in str(he.problems[0])
    lin.take(next(stick.glob("*.receipt")))
    assert lin.links[-1][0].startswith("handover/receipted:")


@pytest.mark.usefixtures("known")
def test_what_is_dropped_on_home_is_taken_in(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    path = lin.hand_over(inspection, stick)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    assert he.home.acceptDrops()
    assert he.home.taking.eventFilter(he.home, QDropEvent(QPointF(5, 5), *held))
    he.rest()
    assert he.links[-1][1] == inspection


@pytest.mark.usefixtures("known")
def test_removing_says_what_stays_and_asks_once(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    he.take(lin.hand_over(inspection, stick))
    lin.take(next(stick.glob("*.receipt")))
    lin.follow()
    offer = lin.page.purge
    offer.first.click()
    assert "何清越" in offer.what.text()
    offer.really.click()
    lin.rest()
    assert lin.links[-1] == ("home", "")
    assert lin.do(lambda a: a.desk.inspection_files()) == []
