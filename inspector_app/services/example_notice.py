"""An invented notice, so that a bureau's own words can be looked at before they are used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from inspector_app.domain.finding import Amounts
from inspector_app.domain.money import capitals, figures
from inspector_app.domain.notice import Inspector, NoticeContent, NoticeRow, Party, Wording, totals_of
from inspector_app.services import fiction

_DAY, _DEADLINE = "2026年11月22日", "2026年12月7日"
_REGULATION = "《医疗保障基金使用监督管理条例》（国务院令第735号）"


def example_notice(wording: Wording, title: str) -> NoticeContent:
    """Write a notice of two findings in these words; every phrase of the text is used once."""
    rows = (
        NoticeRow(
            number=1,
            category="挂床住院",
            item="挂床住院",
            description="内一科登记在院20人，现场核查3床、11床患者不在床，未能提供请假手续。",
            extent="2人次",
            department="内一科",
            amounts=Amounts(total=Decimal("6572.80"), fund=Decimal("4929.60"), deduction=Decimal("100.00")),
            requirement="立即停止上述行为，完善请假和查房制度。",
            deadline=_DEADLINE,
            evidence=("A-1", "A-2"),
        ),
        NoticeRow(
            number=2,
            category="购销存与结算数量不符",
            item="青禾片计费多于理论可售",
            description="期初10盒，购进120盒，期末实盘4盒，计费多于理论可售84片。",
            extent="84片",
            department="药剂科",
            amounts=Amounts(total=Decimal("42.00"), fund=Decimal("33.60")),
            requirement="核对出入库记录，退回多结算的费用。",
            deadline=_DEADLINE,
            evidence=("A-3",),
        ),
    )
    totals = totals_of(rows)
    people = tuple(
        Inspector(person=name, name=name, certificate_number=number) for name, number in fiction.INSPECTORS
    )
    named = "、".join(
        wording.say("inspector", name=one.name, certificate=one.certificate_number) for one in people
    )
    period = wording.say("period", first="2025年11月1日", last="2026年10月31日")
    returned = {"capitals": capitals(totals.to_return), "figures": figures(totals.to_return)}
    return NoticeContent(
        wording=wording,
        bureau=fiction.BUREAU,
        red_header=fiction.BUREAU,
        title=title,
        number=f"{fiction.NUMBER_WORD}责改例〔2026〕1号",
        is_draft=True,
        party=Party(
            name=fiction.HOSPITAL,
            credit_code=fiction.CREDIT_CODE,
            institution_code=fiction.HOSPITAL_CODE,
            address=fiction.ADDRESS,
            legal_representative=fiction.REPRESENTATIVE,
        ),
        opening=(
            wording.say(
                "opening",
                basis=f"{_REGULATION}第二十七条、第二十九条",
                dates=_DAY,
                period=period,
                inspectors=named,
            ),
        ),
        facts=(wording.say("facts", count=len(rows)),),
        rows=rows,
        amounts_paragraph=wording.say(
            "amounts",
            total=figures(totals.total),
            fund=figures(totals.fund),
            deduction=figures(totals.deduction),
            **returned,
        ),
        citations=(
            wording.say("grounds_broken", citations=f"{_REGULATION}第十五条、第十六条"),
            wording.say("grounds_liability", citations=f"{_REGULATION}第三十八条"),
        ),
        requirements=(
            wording["requirement_stop"],
            wording.say("requirement_return", deadline=_DEADLINE, **returned),
            wording.say("requirement_report", deadline=_DEADLINE, bureau=fiction.BUREAU, office="基金监管科"),
        ),
        consequences=(wording["consequences"],),
        remedies=(wording["remedies"],),
        contact=wording.say("contact", office="基金监管科", phone="0000-0000000"),
        annexes=wording["annexes"],
        inspectors=people,
        signed_on=date(2026, 11, 22),
        closing_notes=(wording.say("note_evidence", numbers="A-1、A-2、A-3"),),
    )
