"""The invented dialysis unit's quarter as files, as dirty as hospitals' systems make them."""

from __future__ import annotations

import random

from inspector_app.services.fiction_dialysis import DialysisFiction
from inspector_app.services.fiction_stock_files import Dirt, DirtyFile

_BILLED = {
    "code": ("医保编码", "医疗目录编码"),
    "name": ("项目名称", "收费项目名称", "項目名稱"),
    "spec": ("规格", "规格型号"),
    "unit": ("单位", "计价单位"),
    "quantity": ("数量", "計費數量"),
    "price": ("单价(元)", "单价"),
    "amount": ("金额(元)", "明细项目费用总额"),
    "fund": ("统筹支付", "基金支付金额"),
    "date": ("费用发生时间", "收费日期"),
    "patient": ("患者姓名", "人员姓名"),
    "id": ("证件号码", "身份证号"),
    "institution": ("定点医药机构编号", "机构编码"),
    "settlement": ("结算ID", "结算单号"),
    "admitted": ("入院日期",),
    "discharged": ("出院日期",),
}
_RECORDED = {
    "date": ("透析日期", "治疗日期"),
    "patient": ("患者姓名", "姓名"),
    "id": ("透析号", "身份证号"),
    "mode": ("透析方式", "治疗方式"),
    "model": ("透析器型号",),
    "flux": ("通量",),
    "shift": ("班次",),
    "machine": ("透析机号",),
    "access": ("血管通路",),
}
_PLANNED = {
    "date": ("排班日期", "上机日期"),
    "patient": ("患者姓名",),
    "id": ("透析号",),
    "shift": ("班次",),
    "machine": ("机器号",),
}
_BOUGHT = {
    "name": ("材料名称", "物资名称"),
    "spec": ("规格型号", "型号"),
    "unit": ("单位",),
    "quantity": ("入库数量", "采购数量"),
    "price": ("进价", "采购单价"),
    "amount": ("采购金额",),
    "date": ("入库日期", "验收日期"),
    "supplier": ("供应商",),
}
_RETURNED = {
    "name": ("材料名称",),
    "spec": ("规格型号",),
    "unit": ("单位",),
    "quantity": ("退货数量",),
    "date": ("退货日期",),
    "supplier": ("供应商",),
}
_STOCKED = {
    "name": ("材料名称",),
    "spec": ("规格型号",),
    "unit": ("单位",),
    "opening": ("期初库存",),
    "closing": ("期末库存", "期末实盘数量"),
}
_DIED = {"patient": ("姓名",), "id": ("身份证号",), "date": ("死亡日期",)}


def dialysis_files(fiction: DialysisFiction, seed: int) -> tuple[DirtyFile, ...]:
    """Write every ledger with its own headers, encoding, dates and lines that are no data."""
    dirt = Dirt(random.Random(seed))  # noqa: S311 - dirt, no secrets
    files = [
        dirt.file("billed", "费用明细", _BILLED, fiction.billing),
        dirt.file("records", "透析治疗记录", _RECORDED, fiction.records),
        dirt.file("schedule", "透析排班", _PLANNED, fiction.schedule),
        dirt.file("purchases", "采购入库", _BOUGHT, fiction.purchases),
        dirt.file("stock", "透析器盘存", _STOCKED, fiction.stock),
    ]
    if fiction.returns:
        files.append(dirt.file("purchases", "采购退货", _RETURNED, fiction.returns))
    if fiction.deaths:
        files.append(dirt.file("deaths", "死亡人员名单", _DIED, fiction.deaths))
    return tuple(files)
