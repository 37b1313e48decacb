"""Notices for tests, from invented names."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from inspector_app.domain.finding import Amounts
from inspector_app.domain.money import capitals, figures
from inspector_app.domain.notice import Inspector, NoticeContent, NoticeRow, Party, Wording, totals_of

WORDING_FILE = Path(__file__).parents[2] / "resources" / "wording" / "default.toml"


def wording() -> Wording:
    data = tomllib.loads(WORDING_FILE.read_text(encoding="utf-8"))
    return Wording(data["version"], data["notice"])


def a_row(number: int = 1, **changes: object) -> NoticeRow:
    row = NoticeRow(
        number=number,
        category="分解住院、挂床住院",
        item="挂床住院",
        description="在床核查时，内一科登记在院20人，实际在床16人；3床、11床患者查无此人，"
        "院方未能提供请假手续，病程记录缺失（详见证据）。",
        extent="4人次",
        department="内一科",
        amounts=Amounts(total=Decimal("43218.60"), fund=Decimal("38210.20"), deduction=Decimal("100.00")),
        requirement="立即停止挂床住院，核对在院名单，完善请假和查房制度。",
        deadline="2026年12月7日",
        evidence=("A-1", "A-2"),
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def a_notice(rows: tuple[NoticeRow, ...] | None = None, **changes: object) -> NoticeContent:
    words = wording()
    if rows is None:
        second = a_row(
            2,
            category="串换药品、医用耗材、诊疗项目和服务设施",
            item="串换医用耗材",
            description="库存“进—销—存”比对显示，一次性使用无菌注射器（规格：5 ml）"
            "采购18,000支，医保结算25,340支，差额7,340支；你单位未能提供合理说明……经追溯码核查，有37个追溯码存在重复结算情形。",
            extent="7,340支",
            amounts=Amounts(total=Decimal("12906"), fund=Decimal("12906"), deduction=Decimal(0)),
            requirement="按实际使用的耗材结算，建立出入库逐笔登记。",
            department="康复科",
            evidence=("B-1",),
        )
        third = a_row(
            3,
            category="内部管理",
            item="未公开收费项目",
            description="住院楼一层未公示收费标准。",
            extent="",
            amounts=Amounts(),
            requirement="公示收费项目和标准。",
            evidence=(),
        )
        rows = (a_row(), second, third)
    totals = totals_of(rows)
    people = (
        Inspector(person="p1", name="林知远", certificate_number="YL-9901-0001"),
        Inspector(person="p2", name="周叙白", certificate_number="YL-9901-0002"),
    )
    named = "、".join(
        words.say("inspector", name=one.name, certificate=one.certificate_number) for one in people
    )
    content = NoticeContent(
        wording=words,
        bureau="青禾县医疗保障局",
        red_header="青禾县医疗保障局",
        title="责令整改通知书",
        number="青医保责改〔2026〕5号",
        is_draft=False,
        party=Party(
            name="青禾县仁安医院",
            credit_code="52999999MJ0000001A",
            institution_code="H99990000001",
            address="云岭市青禾县杏林路1号",
            legal_representative="苏㛃",
        ),
        opening=(
            words.say(
                "opening",
                basis="《医疗保障基金使用监督管理条例》（国务院令第735号）第二十七条、第二十九条",
                dates="2026年11月21日至11月22日",
                period="2025年1月1日至2026年10月31日期间",
                inspectors=named,
            ),
        ),
        facts=(words.say("facts", count=len(rows)),),
        rows=rows,
        amounts_paragraph=words.say(
            "amounts",
            total=figures(totals.total),
            fund=figures(totals.fund),
            deduction=figures(totals.deduction),
            capitals=totals.to_return_capitals,
            figures=totals.to_return_figures,
        ),
        citations=(
            words.say(
                "grounds_broken",
                citations="《医疗保障基金使用监督管理条例》（国务院令第735号）第十五条、第十六条",
            ),
            words.say(
                "grounds_liability",
                citations="《医疗保障基金使用监督管理条例》（国务院令第735号）第三十八条第（一）项、第（四）项、第三十九条",
            ),
        ),
        requirements=(
            words["requirement_stop"],
            words.say(
                "requirement_return",
                deadline="2026年12月7日",
                capitals=capitals(totals.to_return),
                figures=figures(totals.to_return),
            ),
            words.say(
                "requirement_report", deadline="2026年12月7日", bureau="青禾县医疗保障局", office="基金监管科"
            ),
        ),
        consequences=(words["consequences"],),
        remedies=(words["remedies"],),
        contact=words.say("contact", office="基金监管科", phone="0000-0000000"),
        inspectors=people,
        signed_on=date(2026, 11, 22),
        closing_notes=(
            words.say("note_evidence", numbers="A-1、A-2、B-1"),
            words.say(
                "note_versions",
                packs="law-CN 2026.1、region-default 2026.1、categories-CN 2026.1、holidays-CN 2026.1",
                wording=words.version,
            ),
            words.say("note_head", code="ABCD-EFGH-IJKL"),
            words.say("note_copies", copies=2),
        ),
    )
    return replace(content, **changes)  # type: ignore[arg-type]
