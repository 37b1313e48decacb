"""Every shipped checklist through the window: started where it belongs, answered by keys, finding kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.institution import InstitutionKind
from inspector_app.ui.states import word
from inspector_app.ui.worker import Worker
from tests.checklists.filling import SHIPPED, fitting
from tests.checklists.walks import WALKS
from tests.ui.checklist_screen import Screen

HOSPITAL, PHARMACY, AGENCY = InstitutionKind.HOSPITAL, InstitutionKind.PHARMACY, InstitutionKind.AGENCY
_KEYS_FIRST = 4
"""How many questions are answered from the beginning before the one that does not comply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Where a checklist is used, the answer that does not comply, and what is offered for it."""

    form: str
    kind: InstitutionKind
    question: str
    """Where the finding is offered."""
    typed: tuple[tuple[str, str], ...]
    """Places and what is typed there; what is not named is left open."""
    category: str
    clause: str
    text: str
    heading: InstitutionKind | None


def journey(form: str, kind: InstitutionKind, question: str, answer: str = "", **over: Any) -> Journey:
    """``answer`` is what is typed at the question itself, unless ``over`` names each place."""
    usual = {"typed": ((question, answer),), "heading": kind}
    return Journey(**{"form": form, "kind": kind, "question": question} | usual | over)


JOURNEYS = (
    journey(
        "ward_headcount",
        HOSPITAL,
        "counts/impostor",
        "2",
        category="false-visit",
        clause="第四十条第（一）项",
        text="云岭有2名在床人员与其登记的参保身份不符。",
    ),
    journey(
        "inpatient_stay",
        HOSPITAL,
        "identity/cards",
        "5",
        category="false-visit",
        clause="第四十条第（一）项",
        text="现场在机构内发现存放的患者医保凭证5张，登记见附件。",
    ),
    journey(
        "charges",
        HOSPITAL,
        "not_given/results",
        "n",
        category="invented-service",
        clause="第四十条第（三）项",
        text="抽查明细中部分检查检验项目有收费，检查时未能提供结果报告。",
    ),
    journey(
        "drug_in_out",
        HOSPITAL,
        "papers/inout_kept",
        "n",
        category="records-not-kept",
        clause="第三十九条第（二）项",
        text="2026年2月1日至2026年2月28日期间药品（耗材）出入库记录保存不完整。",
    ),
    journey(
        "dialysis_consumables",
        HOSPITAL,
        "goods/dead",
        "n",
        category="invented-service",
        clause="第四十条第（三）项",
        text="有患者在死亡日期之后仍有血液透析计费记录。",
    ),
    journey(
        "retail_pharmacy",
        PHARMACY,
        "inside/no_hidden",
        category="pharmacy-agreement",
        clause="零售药店医疗保障定点管理暂行办法",
        text="在二楼另有商品陈列，未在许可经营场所平面图内，品种见照片。",
        typed=(("inside/no_hidden", "n"), ("inside/hidden_place", "二楼")),
    ),
    journey(
        "agency_review",
        AGENCY,
        "paying/dead_paid",
        "3",
        category="agency-duties",
        clause="第三十六条",
        text="期间有3笔支付的费用发生时间在参保人员死亡日期之后，明细见附件。",
    ),
    journey(
        "special_drug_assessment",
        PHARMACY,
        "shared/fridge",
        "12.5",
        category="condition-not-met",
        clause="",
        text="现场测得冷藏温度12.5℃，要求为2℃至8℃。",
    ),
    journey(
        "self_check_review",
        HOSPITAL,
        "report/traced",
        "n",
        category="not-reported",
        clause="第三十九条第（四）项",
        text="自查报告的部分问题未对应到具体结算明细，金额无法核对。",
    ),
    journey(
        "patient_visit",
        HOSPITAL,
        "paying/paid",
        category="induced-admission",
        clause="第四十条第（一）项",
        text="编号007受访人陈述个人应付的600元由机构免除或者垫付。",
        heading=None,
        typed=(
            ("start/code", "007"),
            ("start/total", "3200"),
            ("start/own_share", "600"),
            ("paying/paid", "3"),
        ),
    ),
    journey(
        "rectification_review",
        HOSPITAL,
        "money/refund_open",
        category="not-rectified",
        clause="",
        text="应退回800元，有凭证的退回300元，尚有500元未退回。",
        heading=None,
        typed=(("earlier/refund_due", "800"), ("money/refunded", "300")),
    ),
)


def enter(screen: Screen, text: str) -> None:
    """Answer the question shown by keys, and go on with Enter."""
    screen.type(text)
    screen.settle()
    screen.key(Qt.Key.Key_Return)


def key_for(screen: Screen, form: str) -> str:
    """Return what is typed at the question shown: the digit of its first choice, or its text."""
    question = screen.page.pane.question
    assert question is not None
    if question.choices:
        return "1"
    return WALKS[form].get(question.path.rpartition("/")[2], fitting(question))


def headings(screen: Screen) -> dict[str, str]:
    """Return the heading above each checklist of the menu, by the form's own id."""
    found, heading = {}, ""
    for entry in screen.page.menu.actions():
        if entry.data():
            found[str(entry.data()).partition(":")[0]] = heading
        elif not entry.isSeparator():
            heading = entry.text()
    return found


def test_there_is_a_journey_for_every_shipped_checklist() -> None:
    assert sorted(one.form for one in JOURNEYS) == sorted(SHIPPED)


@pytest.mark.parametrize("way", JOURNEYS, ids=lambda way: way.form)
def test_a_shipped_checklist_is_started_answered_by_keys_and_its_finding_confirmed(
    qtbot: QtBot, worker: Worker, do: Any, way: Journey
) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    screen = Screen(qtbot, worker, do, kind=way.kind)
    assert headings(screen)[way.form] == (word(way.heading) if way.heading else "Any institution")
    screen.start(way.form)
    screen.page.pane.take_focus()
    given = set(screen.answers())
    for _ in range(_KEYS_FIRST):
        enter(screen, key_for(screen, way.form))
    assert len(set(screen.answers()) - given) >= _KEYS_FIRST

    for place, typed in way.typed:
        screen.go(f"/data/{place}")
        enter(screen, typed)
    screen.go(f"/data/{way.question}")
    offer = screen.page.offer
    qtbot.waitUntil(offer.isVisible)
    assert offer.text.toPlainText() == way.text
    assert way.clause in offer.clauses.text()

    screen.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (finding,) = do(lambda a: a.findings.findings(screen.here))
    assert (finding.category, finding.description) == (way.category, way.text)
    assert offer.link.isVisible()


def test_an_english_window_names_every_checklist_in_english(qtbot: QtBot, worker: Worker, do: Any) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    screen = Screen(qtbot, worker, do, kind=HOSPITAL)
    offered = [entry.text() for entry in screen.page.menu.actions() if entry.data()]
    assert len(offered) == len(SHIPPED)
    assert all(text.isascii() for text in offered), offered
    screen.start("ward_headcount")
    assert screen.page.tabs.tabText(0).startswith("Ward headcount")
    (run,) = do(lambda a: a.checklists.runs(screen.here))
    assert run.run.title == "病区在床核查"
