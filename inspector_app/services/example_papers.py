"""Invented content for every type of document, so that a template can be looked at before it is used."""

from __future__ import annotations

from typing import Any

from inspector_app.domain.document import DocumentType
from inspector_app.domain.papers import (
    CONTENTS,
    AreaFacts,
    Attendee,
    ConfirmationLine,
    DeliveredLine,
    DetailGroup,
    DetailLine,
    EvidenceLine,
    HandedLine,
    InterviewLine,
    Officer,
    Paper,
    PersonConcerned,
    ProblemLine,
    RegisteredLine,
)
from inspector_app.services import fiction

_OFFICERS = tuple(Officer(name=name, certificate=number) for name, number in fiction.INSPECTORS)
_DAY = "2026年11月22日"
_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
_NUMBER = f"{fiction.NUMBER_WORD}例〔2026〕1号"


def example(document_type: DocumentType) -> Paper:
    """Return invented content for one type; every field that a template may name has a value."""
    return CONTENTS[document_type](**_COMMON, **_OWN.get(document_type, {}))


_COMMON: dict[str, Any] = {
    "bureau": fiction.BUREAU,
    "red_header": fiction.BUREAU,
    "number": _NUMBER,
    "institution": fiction.HOSPITAL,
    "credit_code": fiction.CREDIT_CODE,
    "institution_code": fiction.HOSPITAL_CODE,
    "address": fiction.ADDRESS,
    "legal_representative": fiction.REPRESENTATIVE,
    "phone": "0000-0000001",
    "level": "二级",
    "basis": "《医疗保障基金使用监督管理条例》（国务院令第735号）第二十七条、第二十九条",
    "office": "基金监管科",
    "office_phone": "0000-0000000",
    "signed_on": _DAY,
    "inspectors": _OFFICERS,
    "inspectors_text": "、".join(f"{one.name}（执法证号{one.certificate}）" for one in _OFFICERS),
    "notes": ("规则版本：示例；文书模板 示例。", "检查日志校验码：EXAM-PLE0。"),
}

_EVIDENCE = tuple(
    EvidenceLine(
        clean=str(number),
        label=f"A-{number}",
        name=name,
        type=kind,
        quantity="1",
        pages="1",
        source="现场拍摄",
        proves=f"问题{number}",
        provided_by="苏映秋",
        received_by=_OFFICERS[0].name,
        taken=f"11月22日19时{number:02d}分",
        sha256=_HASH,
    )
    for number, (name, kind) in enumerate(
        (
            ("内一科3床，床上无人，被褥整齐", "视听资料"),
            ("药品出入库账页第12页", "书证"),
            ("在院名单（导出）", "电子数据"),
        ),
        start=1,
    )
)  # fmt: skip

_FACTS = (
    AreaFacts(
        area="病区：内一科",
        facts=(
            "在院名单登记20人，已逐床核查20人；按统计规则计为在床16人，纳入统计20人，在床率16/20（80.0%）。",
            "11月22日19时05分，3床，登记姓名青一山：现场未见本人（证据A-1）。",
        ),
    ),
    AreaFacts(area="西药房", facts=("现场查看出入库登记，抽查品种1个，账页第12页缺失（证据A-2）。",)),
)

_FINDINGS = (
    ConfirmationLine(
        category="分解住院、挂床住院",
        item="挂床住院",
        description="在床核查时，内一科登记在院20人，实际在床16人，4人不在床，未能提供请假手续。",
        extent="4人次",
        department="内一科",
        total="13,145.60",
        deduction="0.00",
        fund="9,859.20",
        to_return="9,859.20",
        grounds="《医疗保障基金使用监督管理条例》（国务院令第735号）第十五条",
        evidence="证据A-1",
    ),
)

_OWN: dict[DocumentType, dict[str, Any]] = {
    DocumentType.RECORD: {
        "subject": "住院患者在床情况及医疗保障基金使用情况检查",
        "begun": f"{_DAY}19时00分",
        "ended": f"{_DAY}21时35分",
        "place": fiction.ADDRESS,
        "recorder": _OFFICERS[1].name,
        "present": (Attendee(name="苏映秋", post="医务科"),),
        "present_text": "苏映秋（医务科）",
        "certificates_shown": f"{_DAY}19时02分",
        "rights_told": f"{_DAY}19时03分",
        "rights_answer": "已听清，不申请回避。",
        "areas": _FACTS,
        "evidence": _EVIDENCE,
        "handed_over": (HandedLine(name="在院患者一览表（电子表格）", quantity="1份", note="U盘拷贝"),),
        "statement": "以上情况属实，具体原因待核实后书面说明。",
        "refusal": "",
    },
    DocumentType.INTERVIEW: {
        "session": "一",
        "begun": f"{_DAY}20时10分",
        "ended": f"{_DAY}20时40分",
        "place": "医务科办公室",
        "recorder": _OFFICERS[1].name,
        "role": "护士",
        "person": "白鹭洲",
        "sex": "女",
        "age": "36",
        "identity_number": "（略）",
        "unit": fiction.HOSPITAL,
        "post": "内一科护士长",
        "person_phone": "0000-0000002",
        "home": "云岭市青禾县第3街8号",
        "rights_answer": "听清了，不申请回避。",
        "lines": (
            InterviewLine(question="本班次交班时在院患者多少人？", answer="二十人。", correction="十九人。"),
            InterviewLine(question="不在床的患者何时离开？有无交接记录？", answer="下午离开，没有记录。"),
        ),
    },
    DocumentType.CONFIRMATION: {
        "dates": _DAY,
        "period": "2025年11月1日至2026年10月31日",
        "findings": _FINDINGS,
        "count": "1",
        "sum_total": "13,145.60",
        "sum_deduction": "0.00",
        "sum_fund": "9,859.20",
        "sum_to_return": "9,859.20",
        "sum_capitals": "玖仟捌佰伍拾玖元贰角",
        "statement": "",
    },
    DocumentType.EVIDENCE_LIST: {"dates": _DAY, "provider": "苏映秋", "evidence": _EVIDENCE, "count": "3"},
    DocumentType.PHOTOGRAPHS: {"dates": _DAY, "photographs": (), "count": "0"},
    DocumentType.DETAIL_LIST: {
        "dates": _DAY,
        "period": "2025年11月1日至2026年10月31日",
        "groups": (
            DetailGroup(
                problem="1",
                heading="购销存与结算数量不符：青禾片",
                rows=(
                    DetailLine(source="收费明细.csv 第18行", day="2026-03-02", person="甲一", code="XA01",
                               name="青禾片", spec="12片", unit="片", quantity="24", price="0.50",
                               total="12.00", fund="9.60"),
                ),
                rows_count="1",
                sum_total="12.00",
                sum_fund="9.60",
            ),
        ),
        "count": "1",
    },
    DocumentType.PROBLEM_TABLE: {
        "dates": _DAY,
        "problems": (
            ProblemLine(serial="1", province="云岭省", city="云岭市", institution=fiction.HOSPITAL,
                        ownership="公立", level="二级", group="一般违规问题", category="购销存与结算数量不符",
                        department="药剂科", item="青禾片", description="多计84片。", extent="84片",
                        total="42.00", fund="33.60", grounds="《条例》第三十八条"),
        ),
        "count": "1",
        "sum_total": "42.00",
        "sum_fund": "33.60",
    },
    DocumentType.REGISTRATION: {
        "reason": "涉嫌违反医疗保障基金使用管理规定",
        "kept_at": "医院库房",
        "custodian": "穆青砚",
        "begun": f"{_DAY}20时50分",
        "deadline": "2026年12月1日",
        "approval": "何清越批准（2026年11月22日）",
        "items": (
            RegisteredLine(name="药品出入库登记册", model="2026年第3册", quantity="1", unit="册",
                           state="缺第12页", kept_at="库房柜1"),
        ),
    },
    DocumentType.INSPECTION_NOTICE: {
        "scope": "住院服务、药品耗材进销存",
        "period": "2025年1月1日至2026年10月31日",
        "when": "2026年11月25日上午9时起",
        "duties": ("指定熟悉业务的人员负责联络", "准备财务账目、病历、出入库记录"),
        "contact": "联系单位：基金监管科　　联系电话：0000-0000000",
    },
    DocumentType.TALK_NOTICE: {
        "reason": "检查发现你单位在使用医疗保障基金方面存在问题",
        "when": "2026年11月30日上午9时30分",
        "place": "青禾县医疗保障局二楼会议室",
        "invited": ("法定代表人或者主要负责人", "医保管理部门负责人"),
        "to_bring": ("医疗保障服务协议", "内部管理制度", "自查和整改情况报告"),
    },
    DocumentType.TRANSFER: {
        "recipient": "青禾县公安局",
        "recipient_kind": "公安机关",
        "reason": "有关行为涉嫌犯罪。",
        "facts": ("内一科4名登记在院患者检查时不在床，未能提供请假手续。",),
        "amount": "9,859.20",
        "amount_capitals": "玖仟捌佰伍拾玖元贰角",
        "persons": (PersonConcerned(name="某某", post="内一科", part="主管患者"),),
        "attachments": _EVIDENCE,
    },
    DocumentType.PROPOSAL: {
        "recipient": fiction.HOSPITAL,
        "dates": _DAY,
        "problems": ("请假审批和交接登记不完整。",),
        "proposals": ("完善请假和查房制度。", "建立自查自纠机制。"),
        "reply_by": "2026年12月22日",
    },
    DocumentType.PROPOSAL_LETTER: {
        "recipient": "青禾县卫生健康局",
        "dates": _DAY,
        "problems": ("部分住院患者不在床，病程记录不完整。",),
        "proposals": ("加强对有关机构的日常管理和业务指导。",),
        "reply_by": "2026年12月22日",
    },
    DocumentType.COMMITMENT: {
        "promises": ("严格遵守医疗保障基金使用管理的有关规定。", "杜绝虚构服务。", "积极配合监督检查。"),
    },
    DocumentType.DELIVERY: {
        "recipient": fiction.HOSPITAL,
        "documents": (DeliveredLine(title="责令整改通知书", number="青医保责改〔2026〕12号"),),
        "mode": "留置送达",
        "when": f"{_DAY}21时40分",
        "place": fiction.ADDRESS,
        "received_by": "苏映秋",
        "relation": "医务科工作人员",
        "refusal": "称须请示负责人后再签收。",
        "witness": "云中鹤",
        "witness_unit": "柳湾社区居民委员会工作人员",
        "left": "送达人将文书留置于医务科办公室，并以拍照方式记录留置过程（照片：证据A-9）。",
    },
}  # fmt: skip
