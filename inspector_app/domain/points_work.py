"""Reconciliations whose result are points: what each reads, what each point is called and leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.ids import PersonId
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.wording import Sentence, sentence


class PointsWork(StrEnum):
    """One kind of reconciliation; the value is stable, it stands in keys of suspicions."""

    TRACE = "trace"
    DIALYSIS = "dialysis"
    CHARGES = "charges"
    STAYS = "stays"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLedgers:
    """The ledgers that a reconciliation reads; it cannot begin without ``needed``."""

    needed: tuple[LedgerKind, ...]
    also: tuple[LedgerKind, ...] = ()

    @property
    def kinds(self) -> tuple[LedgerKind, ...]:
        return (*self.needed, *self.also)


LEDGERS: Mapping[PointsWork, WorkLedgers] = {
    PointsWork.TRACE: WorkLedgers(needed=(LedgerKind.SETTLED,), also=(LedgerKind.PURCHASES,)),
    PointsWork.DIALYSIS: WorkLedgers(
        needed=(LedgerKind.BILLING, LedgerKind.TREATMENTS),
        also=(
            LedgerKind.PURCHASES,
            LedgerKind.PURCHASE_RETURNS,
            LedgerKind.SCHEDULE,
            LedgerKind.STOCK,
            LedgerKind.STOCK_CHANGES,
            LedgerKind.DEATHS,
        ),
    ),
    PointsWork.CHARGES: WorkLedgers(needed=(LedgerKind.BILLING,)),
    PointsWork.STAYS: WorkLedgers(needed=(LedgerKind.BILLING,)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PointKind:
    """What a kind of point is called: ``name`` on the screen, ``title`` in documents."""

    name: Sentence
    title: str
    category: str
    """Identity of the second-level category that a finding of it would have."""
    clauses: tuple[str, ...] = ()


POINT_KINDS: Mapping[str, PointKind] = {
    "trace_invalid": PointKind(
        name=sentence("Not a trace code"), title="追溯码不是20位数字", category="trace-code"
    ),
    "trace_duplicate": PointKind(
        name=sentence("Settled more than once"), title="同一追溯码多次结算", category="trace-code"
    ),
    "trace_two_institutions": PointKind(
        name=sentence("Settled in two institutions"), title="同一追溯码在多家机构结算", category="trace-code"
    ),
    "trace_not_purchased": PointKind(
        name=sentence("Settled, never bought"), title="结算的追溯码无采购入库记录", category="trace-code"
    ),
    "trace_before_purchase": PointKind(
        name=sentence("Settled before it was bought"), title="追溯码结算早于采购入库", category="trace-code"
    ),
    "trace_without_delivery_note": PointKind(
        name=sentence("No delivery note"), title="追溯码入库无随货同行单", category="trace-code"
    ),
    "dialysis_billed_not_recorded": PointKind(
        name=sentence("Billed, not recorded"), title="透析计费次数多于治疗记录", category="dialysis-count"
    ),
    "dialysis_recorded_not_billed": PointKind(
        name=sentence("Recorded, not billed"), title="透析治疗记录多于计费次数", category="dialysis-count"
    ),
    "dialysis_not_scheduled": PointKind(
        name=sentence("No machine ran"), title="治疗记录无排班或透析机运行记录", category="dialysis-count"
    ),
    "dialysis_mode": PointKind(
        name=sentence("Other mode billed"), title="透析计费方式与治疗记录不一致", category="swap"
    ),
    "dialysis_model": PointKind(
        name=sentence("Other dialyser billed"), title="计费透析器型号与治疗记录不一致", category="swap"
    ),
    "dialysis_flux": PointKind(
        name=sentence("High flux billed, low flux used"), title="使用低通透析器按高通计费", category="swap"
    ),
    "dialysis_model_not_purchased": PointKind(
        name=sentence("Dialyser never bought"),
        title="使用的透析器型号无采购入库记录",
        category="dialysis-count",
    ),
    "dialysis_consumption": PointKind(
        name=sentence("Dialysers used up differ"), title="透析器消耗与治疗记录不符", category="dialysis-count"
    ),
    "dialysis_materials": PointKind(
        name=sentence("More material than sessions need"),
        title="透析耗材计费多于每次用量",
        category="over-standard-charge",
    ),
    "dialysis_included": PointKind(
        name=sentence("Charged beside a price that covers it"),
        title="已含耗材的透析项目另收耗材费",
        category="duplicate-charge",
    ),
    "dialysis_cap": PointKind(
        name=sentence("More sessions than agreed"), title="透析次数超过规定", category="overtreatment"
    ),
    "dialysis_epo": PointKind(
        name=sentence("EPO without treatment"), title="无透析治疗记录而计费促红素", category="overtreatment"
    ),
    "dialysis_after_death": PointKind(
        name=sentence("Billed after death"), title="患者死亡后仍计费", category="invented-service"
    ),
    "dialysis_stay_elsewhere": PointKind(
        name=sentence("Billed during a stay elsewhere"),
        title="患者在其他机构住院期间计费透析",
        category="invented-service",
    ),
    "charge_with": PointKind(
        name=sentence("Billed beside what covers it"),
        title="已含项目另行收费",
        category="duplicate-charge",
    ),
    "charge_without": PointKind(
        name=sentence("Billed without what it needs"),
        title="收取项目无前提项目",
        category="invented-service",
    ),
    "charge_instead_of": PointKind(
        name=sentence("Parts billed for the whole"), title="分解项目收费", category="unbundled-charge"
    ),
    "charge_more_than": PointKind(
        name=sentence("Billed more than allowed"), title="收费数量超过规定", category="over-standard-charge"
    ),
    "charge_over_price": PointKind(
        name=sentence("Price above the standard"), title="收费单价超过标准", category="over-standard-charge"
    ),
    "charge_sex": PointKind(
        name=sentence("Billed for the other sex"), title="项目与患者性别不符", category="invented-service"
    ),
    "charge_age": PointKind(
        name=sentence("Billed outside the age"), title="项目与患者年龄不符", category="swap"
    ),
    "charge_level": PointKind(
        name=sentence("Not for this level"), title="收取本机构级别不得收取的项目", category="outside-scope"
    ),
    "charge_setting": PointKind(
        name=sentence("Not paid in this kind of visit"),
        title="项目与医疗类别不符",
        category="outside-scope",
    ),
    "stay_fees_outside": PointKind(
        name=sentence("Fees outside the stay"), title="住院日期以外计收费用", category="invented-service"
    ),
    "stay_overlap": PointKind(
        name=sentence("Stays on the same days"), title="同一人员住院日期重叠", category="false-visit"
    ),
    "stay_outpatient": PointKind(
        name=sentence("Outpatient bills during a stay"),
        title="住院期间发生门诊费用",
        category="absent-stay",
    ),
    "stay_readmitted": PointKind(
        name=sentence("Admitted again soon"), title="短期内再次入院", category="split-stay"
    ),
    "absent_billed": PointKind(
        name=sentence("Billed while absent"), title="核查不在床后仍计收费用", category="absent-stay"
    ),
    "listed_no_service": PointKind(
        name=sentence("Listed without any service"),
        title="在院名单患者连续无收费项目",
        category="absent-stay",
    ),
    "listed_discharged": PointKind(
        name=sentence("Listed after the discharge"), title="已出院患者仍列在院名单", category="absent-stay"
    ),
    "stay_no_service": PointKind(
        name=sentence("Days without any service"), title="住院期间连续无收费项目", category="absent-stay"
    ),
}
"""By the stable word of the point."""


def group_of(point: LedgerPoint) -> str:
    """What is raised together: a kind of point; where a kind has many rules, one rule of it."""
    return f"{point.kind}/{point.rule}" if point.title else point.kind


def key_of(point: LedgerPoint) -> str:
    """What a point is about, the same each time it is found in the same ledgers."""
    return "|".join((point.kind, point.rule, point.subject, point.ward_or_item, point.period))


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSetAside:
    """A person's word that a point does not hold, with the reason; its id is the point's key."""

    id: str
    reason: str
    by: PersonId
    at: datetime
