"""The national interfaces and the headers of the trade are known by heart, and guesses give their reason."""

from __future__ import annotations

import pytest

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import FIELDS, LedgerField, LedgerKind
from inspector_app.domain.ledger_mapping import (
    LedgerMapping,
    MappedColumn,
    mapping_from_json,
    mapping_to_json,
)
from inspector_app.domain.roster import GuessGround
from inspector_app.ledgers.ledger_headers import guess_columns, guess_kind, guess_layout, layout_of
from inspector_app.ledgers.ledger_reading import guess, read_ledger
from inspector_app.ledgers.sources import SourceFile
from inspector_app.ledgers.synonyms import known_headers

F, K = LedgerField, LedgerKind

NATIONAL = {
    "3501 盘存": (
        K.STOCK,
        "医疗目录编码 定点医药机构目录编号 定点医药机构目录名称 处方药标志 盘存日期 库存数量 "
        "生产批号 定点医药机构批次流水号 "
        "生产日期 有效期止 备注",
        {F.CODE: 0, F.LOCAL_CODE: 1, F.NAME: 2, F.DATE: 4, F.QUANTITY: 5, F.BATCH: 6},
    ),
    "3501 fields": (
        K.STOCK,
        "med_list_codg fixmedins_hilist_id fixmedins_hilist_name rx_flag invdate inv_cnt manu_lotnum "
        "fixmedins_bchno manu_date expy_end memo",
        {F.CODE: 0, F.LOCAL_CODE: 1, F.NAME: 2, F.DATE: 4, F.QUANTITY: 5, F.BATCH: 6},
    ),
    "3502 库存变更": (
        K.STOCK_CHANGES,
        "医疗目录编码 库存变更类型 定点医药机构目录编号 定点医药机构目录名称 定点医药机构批次流水号 "
        "单价 数量 处方药标志 "
        "库存变更时间 库存变更经办人姓名 备注 拆零标志",
        {F.CODE: 0, F.CHANGE: 1, F.LOCAL_CODE: 2, F.NAME: 3, F.PRICE: 5, F.QUANTITY: 6, F.DATE: 8},
    ),
    "3503 采购": (
        K.PURCHASES,
        "医疗目录编码 定点医药机构目录编号 定点医药机构目录名称 随货单号 定点医药机构批次流水号 "
        "供应商名称 供应商许可证号 "
        "生产批号 生产厂家名称 批准文号 生产日期 有效期止 最终成交单价 采购/退货数量 采购发票编码 "
        "采购发票号 处方药标志 "
        "采购/退货入库时间 采购/退货经办人姓名 商品赠送标志 备注",
        {F.CODE: 0, F.DELIVERY_NOTE: 3, F.SUPPLIER: 5, F.BATCH: 7, F.MAKER: 8, F.PRICE: 12, F.QUANTITY: 13,
         F.INVOICE: 15, F.DATE: 17},
    ),
    "3503 fields": (
        K.PURCHASES,
        "med_list_codg fixmedins_hilist_id fixmedins_hilist_name dynt_no fixmedins_bchno spler_name "
        "spler_pmtno manu_lotnum prodentp_name aprvno manu_date expy_end finl_trns_pric purc_retn_cnt "
        "purc_invo_codg purc_invo_no rx_flag purc_retn_stoin_time purc_retn_opter_name prod_geay_flag memo",
        {F.DELIVERY_NOTE: 3, F.SUPPLIER: 5, F.MAKER: 8, F.PRICE: 12, F.QUANTITY: 13, F.INVOICE: 15,
         F.DATE: 17},
    ),
    "3504 采购退货": (
        K.PURCHASE_RETURNS,
        "医疗目录编码 定点医药机构目录编号 定点医药机构目录名称 定点医药机构批次流水号 供应商名称 "
        "生产批号 最终成交单价 "
        "采购/退货数量 采购发票号 采购/退货入库时间 备注",
        {F.CODE: 0, F.SUPPLIER: 4, F.QUANTITY: 7, F.DATE: 9},
    ),
    "3505 销售": (
        K.SALES,
        "医疗目录编码 定点医药机构目录编号 定点医药机构目录名称 定点医药机构批次流水号 开方医师姓名 "
        "药师姓名 药师执业资格证号 "
        "医保费用结算类型 结算ID 就医流水号 人员编号 人员证件类型 证件号码 人员姓名 生产批号 "
        "生产日期 有效期止 处方药标志 "
        "拆零标志 最终成交单价 处方号 外购处方标志 零售单据号 货架位 销售/退货数量 销售/退货时间 "
        "销售/退货经办人姓名 备注 "
        "就诊结算类型 药品追溯码",
        {F.CODE: 0, F.SETTLEMENT: 8, F.VISIT: 9, F.PATIENT_ID: 12, F.PATIENT: 13, F.UNPACKED: 18, F.PRICE: 19,
         F.RECEIPT: 22, F.QUANTITY: 24, F.TIME: 25, F.SETTLED_AS: 28, F.TRACE: 29},
    ),
    "3506 销售退货": (
        K.SALES_RETURNS,
        "医疗目录编码 定点医药机构目录编号 定点医药机构目录名称 定点医药机构批次流水号 结算ID "
        "人员编号 证件号码 人员姓名 "
        "最终成交单价 销售/退货数量 销售/退货时间 就诊结算类型",
        {F.CODE: 0, F.QUANTITY: 9, F.TIME: 10, F.SETTLED_AS: 11},
    ),
    "追溯码重复通知": (
        K.SETTLED,
        "追溯流水号 定点医药机构编号 定点医药机构名称 医疗目录编码 医药机构目录编码 医药机构目录名称 "
        "定点医药机构批次流水号 定点医药机构商品销售流水号 就诊id 就诊结算类型 记账流水号 药品追溯码 "
        "经办人id 经办人姓名 "
        "经办时间 经办机构编号 统筹区编号 拆零标志 人员编号 人员证件类型 证件号码 人员姓名",
        {F.INSTITUTION_CODE: 1, F.INSTITUTION: 2, F.CODE: 3, F.LOCAL_CODE: 4, F.NAME: 5, F.TRACE: 11,
         F.DATE: 14,
         F.UNPACKED: 17, F.PATIENT_ID: 20, F.PATIENT: 21},
    ),
    "2301 费用明细": (
        K.BILLING,
        "就诊ID 结算ID 人员编号 人员姓名 证件号码 医疗类别 费用发生时间 医疗目录编码 "
        "医药机构目录编码 医药机构目录名称 数量 "
        "单价 明细项目费用总额 规格 剂型 医疗收费项目类别 收费项目等级 开单科室名称 拆零标志",
        {F.VISIT: 0, F.SETTLEMENT: 1, F.PATIENT: 3, F.PATIENT_ID: 4, F.MED_TYPE: 5, F.TIME: 6, F.CODE: 7,
         F.LOCAL_CODE: 8, F.NAME: 9, F.QUANTITY: 10, F.PRICE: 11, F.AMOUNT: 12, F.SPEC: 13, F.CATEGORY: 15,
         F.LEVEL: 16, F.DEPARTMENT: 17, F.UNPACKED: 18},
    ),
    "his fields": (
        K.BILLING,
        "mdtrt_id setl_id psn_no psn_name certno med_type fee_ocur_time med_list_codg medins_list_codg "
        "medins_list_name cnt pric det_item_fee_sumamt "
        "spec med_chrgitm_type chrgitm_lv bilg_dept_name trdn_flag",
        {F.VISIT: 0, F.SETTLEMENT: 1, F.PATIENT: 3, F.PATIENT_ID: 4, F.TIME: 6, F.CODE: 7, F.LOCAL_CODE: 8,
         F.NAME: 9, F.QUANTITY: 10, F.PRICE: 11, F.AMOUNT: 12, F.UNPACKED: 17},
    ),
    "药品入库单": (
        K.PURCHASES,
        "序号 商品编码 通用名称 规格 剂型 单位 生产厂家 供应商 批号 生产日期 有效期 验收日期 "
        "入库数量 进价 金额 发票号 发票日期 "
        "随货同行单号 入库类型",
        {F.LOCAL_CODE: 1, F.NAME: 2, F.SPEC: 3, F.UNIT: 5, F.MAKER: 6, F.SUPPLIER: 7, F.BATCH: 8, F.DATE: 11,
         F.QUANTITY: 12, F.PRICE: 13, F.AMOUNT: 14, F.INVOICE: 15, F.DELIVERY_NOTE: 17, F.ENTRY_TYPE: 18},
    ),
    "进销存汇总": (
        K.STOCK,
        "商品编码 商品名称 规格 单位 期初库存 本期入库 本期出库 本期损耗 库存合计",
        {F.OPENING: 4, F.TAKEN_IN: 5, F.GIVEN_OUT: 6, F.LOSS: 7, F.CLOSING: 8},
    ),
    "盘点表": (
        K.STOCK,
        "物资编码 物资名称 规格型号 单位 账面数量 实盘数量 盈亏数量 盘点日期",
        {F.LOCAL_CODE: 0, F.NAME: 1, F.SPEC: 2, F.QUANTITY: 5, F.DATE: 7},
    ),
    "透析治疗记录": (
        K.TREATMENTS,
        "透析号 患者姓名 透析日期 班次 透析机号 透析方式 透析器型号 血管通路 上机时间 下机时间 干体重 超滤量",
        {F.PATIENT_ID: 0, F.PATIENT: 1, F.DATE: 2, F.SHIFT: 3, F.MACHINE: 4, F.MODE: 5, F.DIALYSER_MODEL: 6,
         F.ACCESS: 7, F.START: 8, F.END: 9},
    ),
    "透析排班": (
        K.SCHEDULE,
        "排班日期 班次 机位 患者姓名 身份证号 透析机号",
        {F.DATE: 0, F.SHIFT: 1, F.PATIENT: 3, F.PATIENT_ID: 4},
    ),
    "单位换算": (
        K.UNITS,
        "药品编码 药品名称 包装单位 最小制剂单位 转换比 来源",
        {F.LOCAL_CODE: 0, F.UNIT: 2, F.BASE_UNIT: 3, F.NUMERATOR: 4, F.SOURCE: 5},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NATIONAL)
def test_formats_of_the_trade_are_known(name: str) -> None:
    kind, headers, wanted = NATIONAL[name]
    rows = [tuple(headers.split())]
    assert guess_kind(rows, name) is kind
    columns = dict(guess_layout(rows, kind).columns)
    assert {field: columns.get(field) for field in wanted} == wanted


def test_a_list_of_deletions_is_told_from_a_ledger() -> None:
    content = "定点医药机构批次流水号,进销存数据类型\nB1,3\n".encode()
    with pytest.raises(UnusableInput, match="deletions"):
        read_ledger([SourceFile.of_bytes("3507.csv", content)], K.PURCHASES)


@pytest.mark.parametrize("kind", list(LedgerKind))
def test_every_field_of_a_kind_can_be_named_by_its_own_column_name(kind: LedgerKind) -> None:
    reachable = {field for field, _ in known_headers(kind).values()}
    assert set(FIELDS[kind]) - reachable <= {F.TAKEN_IN, F.GIVEN_OUT}


def test_a_column_without_a_known_header_is_told_by_its_values() -> None:
    rows = [("扫码", "药品名称", "经办时间")] + [
        (f"8{number:019}", "甲药", "2026-03-01") for number in range(5)
    ]
    layout, columns = guess_columns(rows, K.SETTLED)
    assert dict(layout.columns)[F.TRACE] == 0
    assert columns[0].ground is GuessGround.VALUES
    assert str(columns[0].reason) == "The values look like it; the header does not say."
    assert columns[0].samples == tuple(f"8{number:019}" for number in range(3))


def test_a_known_header_counts_more_than_one_that_contains_it_and_that_more_than_values() -> None:
    rows = [("院内数量合并", "数量"), ("1", "2"), ("1", "2")]
    layout, columns = guess_columns(rows, K.BILLING, header=(0, 1))
    assert dict(layout.columns)[F.QUANTITY] == 1
    assert columns[1].confidence > columns[0].confidence


def test_what_was_chosen_before_goes_before_everything() -> None:
    remembered = LedgerMapping(kind=K.BILLING, columns=(MappedColumn(field=F.QUANTITY, header="次"),))
    rows = [("项目名称", "次", "数量", "医保编码"), ("甲", "1", "2", "x")]
    layout, columns = guess_columns(rows, K.BILLING, remembered)
    assert dict(layout.columns)[F.QUANTITY] == 1
    assert columns[1].ground is GuessGround.REMEMBERED


def test_a_mapping_follows_its_headers_when_the_columns_move() -> None:
    source = SourceFile.of_bytes("a.csv", "项目名称,数量,医保编码\n甲,2,X1\n".encode())
    mapping = guess(source, K.BILLING).mapping
    assert mapping is not None
    moved = [("标题", "", ""), ("医保编码", "项目名称", "数量"), ("X1", "甲", "2")]
    layout = layout_of(moved, mapping)
    assert (layout.header_row, dict(layout.columns)) == (1, {F.CODE: 0, F.NAME: 1, F.QUANTITY: 2})


def test_mappings_survive_their_file() -> None:
    first = LedgerMapping(
        kind=K.BILLING,
        columns=(
            MappedColumn(field=F.QUANTITY, header="数量"),
            MappedColumn(field=F.AMOUNT, header="金额", column=7),
            MappedColumn(field=F.CODE, column=0),
        ),
        sheet="明细",
    )
    second = LedgerMapping(
        kind=K.PURCHASES, columns=(MappedColumn(field=F.DATE, column=3),), header_row=0, header_lines=1
    )
    assert mapping_from_json("m.json", mapping_to_json(first, second)) == {
        K.BILLING: first,
        K.PURCHASES: second,
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"format": "ledger-mapping/1"}',
        '{"format": "ledger-mapping/2", "ledgers": [{"kind": "billing", "columns": {}}]}',
        '{"format": "ledger-mapping/1", "ledgers": [{"kind": "bills", "columns": {}}]}',
        '{"format": "ledger-mapping/1", "ledgers": [{"kind": "billing", "columns": {"shift": "班次"}}]}',
        '{"format": "ledger-mapping/1", "ledgers": [{"kind": "billing", "columns": {"quantity": 3}}]}',
        '{"format": "ledger-mapping/1", "ledgers": [{"kind": "units", "columns": {"unit": {"column": 0}}}]}',
        '{"format": "ledger-mapping/1", "ledgers": [{"kind": "billing", "header_row": -1, "columns": {}}]}',
    ],
)
def test_a_wrong_mapping_file_is_refused_by_its_fault(text: str) -> None:
    with pytest.raises(UnusableInput, match="no mapping of columns"):
        mapping_from_json("m.json", text)
