"""The headers that hospitals, pharmacies and the national interfaces give to each field of a ledger."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from inspector_app.domain.ledger import FIELDS, LedgerField, LedgerKind
from inspector_app.ledgers.header_lines import header_key

_F = LedgerField
_K = LedgerKind

_COMMON: Mapping[LedgerField, str] = {
    _F.CODE: (
        "med_list_codg 医疗目录编码 医保编码 医保代码 国家编码 国家医保编码 国家医保代码 国家代码 "
        "国家贯标码 贯标码 "
        "贯标编码 医保药品编码 医保目录编码 药品医保编码 国家药品编码 国家药品代码 医保码 国家码 目录编码 "
        "医保项目编码 医保项目代码 国家项目编码 医保耗材编码 耗材编码 医用耗材代码 医用耗材编码 code"
    ),
    _F.LOCAL_CODE: (
        "medins_list_codg fixmedins_hilist_id 医药机构目录编码 定点医药机构目录编号 "
        "定点医药机构目录编码 院内编码 "
        "院内代码 院内码 医院编码 医院项目编码 医院收费编码 本院编码 商品编码 商品编号 商品代码 货号 "
        "药品编码 "
        "药品代码 药品编号 物资编码 物资编号 材料编码 物料编码 项目编码 项目代码 收费编码 "
        "收费项目编码 收费代码 "
        "品种编码 自编码 编码 代码 编号 local_code item_code drug_code"
    ),
    _F.NAME: (
        "medins_list_name fixmedins_hilist_name 医药机构目录名称 定点医药机构目录名称 项目名称 "
        "收费项目 收费项目名称 "
        "明细项目名称 医院项目名称 院内名称 药品名称 药品通用名 通用名称 通用名 商品名称 品名 药品 "
        "名称 物资名称 "
        "材料名称 耗材名称 物料名称 产品名称 品种名称 费用名称 医疗目录名称 医保项目名称 prodname "
        "商品名 name "
        "item_name drug_name"
    ),
    _F.SPEC: "spec 规格 规格型号 型号规格 药品规格 商品规格 包装规格 产品规格 规格及型号 型号 包装",
    _F.UNIT: (
        "unit 单位 计价单位 计量单位 计费单位 包装单位 药品单位 销售单位 库存单位 发药单位 零售单位 基本单位"
    ),
    _F.MAKER: (
        "prodentp_name 生产厂家 生产厂家名称 厂家名称 生产企业 厂家 生产厂商 生产商 产地 厂商 制造商 "
        "生产单位 生产企业名称 "
        "上市许可持有人 注册人 maker manufacturer"
    ),
    _F.SUPPLIER: (
        "spler_name 供应商 供应商名称 供货商 供货单位 供货企业 配送企业 配送商 供应单位 往来单位 "
        "供方 supplier"
    ),
    _F.BATCH: "manu_lotnum 生产批号 批号 药品批号 产品批号 批次号 batch lot",
    _F.QUANTITY: "cnt 数量 计费数量 收费数量 总量 总数量 发药数量 数目 qty quantity",
    _F.PRICE: (
        "pric 单价 价格 收费单价 计费单价 零售单价 零售价 售价 销售单价 执行价 finl_trns_pric 最终成交单价 "
        "成交单价 unit_price price"
    ),
    _F.AMOUNT: (
        "det_item_fee_sumamt 明细项目费用总额 金额 总金额 费用金额 收费金额 费用总额 总费用 合计金额 "
        "总额 应收金额 "
        "实收金额 零售金额 销售金额 医疗费用 amount total"
    ),
    _F.FUND: (
        "fund 统筹支付 统筹金额 统筹支付金额 医保支付 医保支付金额 基金支付 基金支付金额 "
        "基金支付总额 医保基金 "
        "医保基金支付 医保统筹支付 医保范围内金额 记账金额 报销金额 fund_pay_sumamt hifp_pay 统筹基金支付"
    ),
    _F.SELF_PAY: "self_pay 自费标志 是否自费 自费 自费标识 医保自费标志 结算方式 费别",
    _F.REFUND: "refund 退费标志 退费标识 是否退费 冲销标志 退费 红冲标志",
    _F.UNPACKED: "trdn_flag 拆零标志 是否拆零 拆零 拆零标识 unpacked",
    _F.PATIENT: "psn_name 人员姓名 患者姓名 病人姓名 姓名 参保人姓名 患者 病人 就诊人 购药人 patient",
    _F.PATIENT_ID: (
        "certno 证件号码 身份证号 身份证号码 身份证 证件号 公民身份号码 社会保障号码 社会保障号 "
        "psn_no 人员编号 "
        "个人编号 医保卡号 社保卡号 医保编号 参保号 电脑号 患者编号 病人id 患者id 透析号 patient_id"
    ),
    _F.VISIT: (
        "mdtrt_id 就诊id 就诊流水号 就诊号 就医流水号 mdtrt_sn 住院号 住院流水号 门诊号 病案号 ipt_no "
        "就诊编号 登记号 病历号 visit"
    ),
    _F.SETTLEMENT: "setl_id 结算id 结算单号 结算流水号 结算编号 结算号 单据号 发票流水号 settlement",
    _F.DEPARTMENT: (
        "bilg_dept_name bilg_dept_codg 开单科室 开单科室名称 科室 科室名称 所在科室 收费科室 计费科室 病区 "
        "acord_dept_name 受单科室 执行科室 领用科室 住院科室 department dept"
    ),
    _F.CATEGORY: (
        "med_chrgitm_type 收费项目类别 医疗收费项目类别 费用类别 费用类型 费用分类 收费类别 项目类别 "
        "发票项目 "
        "药品类别 财务分类 category"
    ),
    _F.LEVEL: "chrgitm_lv 收费项目等级 医保等级 项目等级 甲乙类 甲乙丙 甲乙分类 报销类别 level",
    _F.TIME: (
        "fee_ocur_time 费用发生时间 费用发生日期 费用时间 费用日期 收费时间 收费日期 计费时间 "
        "计费日期 记账时间 记账日期 "
        "发生时间 发生日期 结算时间 结算日期 setl_time 开单时间 开单日期 医嘱时间 执行时间 time"
    ),
    _F.DATE: "date 日期 业务日期",
    _F.ADMITTED: "adm_date 入院日期 入院时间 住院日期 begndate begntime admitted",
    _F.DISCHARGED: "dscg_date 出院日期 出院时间 enddate endtime discharged",
    _F.SEX: "gend 性别 sex",
    _F.AGE: "age 年龄 岁数",
    _F.BIRTH: "brdy 出生日期 生日 出生年月 birth",
    _F.MED_TYPE: "med_type 医疗类别 就医类型 就诊类型 医疗类型 业务类型",
    _F.INSTITUTION_CODE: (
        "fixmedins_code 定点医药机构编号 定点医药机构编码 定点机构编码 机构编码 医疗机构代码 医疗机构编码 "
        "institution_code 药店编码 定点医疗机构编号"
    ),
    _F.INSTITUTION: (
        "fixmedins_name 定点医药机构名称 机构名称 医疗机构名称 定点机构名称 医院名称 药店名称 门店 "
        "门店名称 institution "
        "定点医疗机构名称"
    ),
    _F.INVOICE: (
        "purc_invo_no 发票号 发票号码 采购发票号 采购发票号码 票据号 purc_invo_codg 采购发票编码 "
        "发票代码 invoice"
    ),
    _F.DELIVERY_NOTE: (
        "dynt_no 随货单号 随货同行单号 随货同行单 送货单号 配送单号 随货同行单编号 delivery_note"
    ),
    _F.TRACE: "drug_trac_codg 药品追溯码 追溯码 追溯编码 溯源码 药品溯源码 溯源码节点信息 电子监管码 trace",
    _F.ENTRY_TYPE: "入库类型 单据类型 业务类型 入库方式 出入库类型 类型 entry_type",
    _F.RECEIPT: "rtal_docno 零售单据号 销售单号 小票号 流水号 销售流水号 单据编号 receipt",
    _F.SETTLED_AS: "mdtrt_setl_type 就诊结算类型 结算类型 付款方式 支付方式 settled_as",
    _F.NOTE: "memo 备注 说明 note",
    _F.BED: "bed 床号 床位 床位号 病床号 机位 bed_no",
    _F.WARD: "ward 病区 病区名称 护理单元 科室 科室名称",
    _F.STATUS: "status 状态 核查结果 在床情况 在床状态 核查情况 检查结果 结果",
    _F.DIAGNOSIS: "诊断 入院诊断 主要诊断 主诊断 诊断名称 dise_name diagnosis",
    _F.DOCTOR: "医生 医师 主管医生 主管医师 管床医生 atddr_name doctor",
    _F.ADDRESS: "地址 住址 家庭住址 家庭地址 现住址 户籍地址 联系地址 address",
    _F.INSURANCE: "险种 险种类型 医保类型 医保类别 参保类型 insutype 费别 insurance",
    _F.LEAVE_TIMES: "请假次数 累计请假次数 leave_times",
    _F.LEAVE_DAYS_E4: "请假天数 累计请假天数 leave_days",
    _F.CHANGE: "inv_chg_type 库存变更类型 变更类型 变动类型 出入库类型 业务类型 单据类型 类型 change",
    _F.OPENING: (
        "期初库存 期初数量 期初库存数量 期初结存 期初结存数量 上期结存 上期结存数量 期初 年初库存 "
        "月初库存 期初实盘 期初实盘数量 期初盘点数量 期初盘存数量 opening opening_stock"
    ),
    _F.TAKEN_IN: (
        "本期入库 本期入库数量 入库数量 本期购入 本期购入数量 本期增加 本期收入 入库合计 购入数量 购进数量"
    ),
    _F.GIVEN_OUT: "本期出库 本期出库数量 出库数量 本期减少 本期发出 本期支出 出库合计 发出数量 消耗数量",
    _F.LOSS: "本期损耗 损耗数量 报损数量 损耗 报损 本期报损 盘亏数量 loss",
    _F.CLOSING: (
        "期末库存 期末数量 期末库存数量 期末结存 期末结存数量 本期结存 本期结存数量 库存合计 结存数量 期末 "
        "期末实盘 期末实盘数量 期末盘点数量 期末盘存数量 closing closing_stock"
    ),
    _F.BASE_UNIT: "base_unit 最小制剂单位 最小单位 最小使用单位 制剂单位 拆零单位 换算单位 基本单位 目标单位",
    _F.NUMERATOR: (
        "numerator 换算系数 转换系数 转换比 包装系数 转换率 包装数量 最小包装数量 换算比 换算关系 "
        "系数 factor "
        "换算数量 单位系数 拆零系数 拆零数量"
    ),
    _F.DENOMINATOR: "denominator 分母",
    _F.SOURCE: "source 来源 依据 系数来源 数据来源 出处",
    _F.SHIFT: "shift 班次 透析班次 上机班次 排班 班",
    _F.MACHINE: "machine 机器号 透析机 机号 透析机号 透析机编号 设备号 机器编号 透析机型号 透析机型",
    _F.MODE: "mode 透析方式 治疗方式 透析模式 治疗模式 净化方式 血液净化方式 透析类型 治疗项目",
    _F.DIALYSER_MODEL: (
        "dialyser_model 透析器型号 透析器型号/膜面积 透析器型号及膜面积 透析器型号规格 "
        "透析器规格型号 透析器/滤器型号 血液透析器型号 透析器 滤器型号 透析器规格 血滤器型号 灌流器型号 "
        "透析器名称 "
        "dialyzer 滤器 耗材型号"
    ),
    _F.FLUX: "flux 通量 膜通量 高低通 通透性",
    _F.START: "start 开始时间 上机时间 透析开始时间 治疗开始时间",
    _F.END: "end 结束时间 下机时间 透析结束时间 治疗结束时间",
    _F.ACCESS: "access 血管通路 通路 通路类型 血管通路类型",
}

_BOUGHT: Mapping[LedgerField, str] = {
    _F.QUANTITY: (
        "purc_retn_cnt 采购/退货数量 采购退货数量 入库数量 采购数量 购进数量 购入数量 验收数量 "
        "进货数量 实收数量 数量 "
        "退货数量 退库数量"
    ),
    _F.PRICE: (
        "finl_trns_pric 最终成交单价 进价 购进价 采购价 采购单价 购进单价 进货价 入库单价 购入价 "
        "成本价 含税单价 单价"
    ),
    _F.AMOUNT: "金额 进价金额 采购金额 购进金额 进货金额 入库金额 含税金额 价税合计 总金额 成本金额 退货金额",
    _F.DATE: (
        "purc_retn_stoin_time 采购/退货入库时间 采购退货入库时间 入库日期 入库时间 验收日期 购进日期 "
        "采购日期 验收入库日期 "
        "进货日期 购入日期 退货日期 退货时间 退库日期 出库日期 单据日期 制单日期 日期 时间 业务日期"
    ),
    _F.TRACE: "drug_trac_codg 药品追溯码 追溯码 溯源码",
}
_SOLD: Mapping[LedgerField, str] = {
    _F.QUANTITY: "sel_retn_cnt 销售/退货数量 销售退货数量 销售数量 数量 零售数量 退货数量",
    _F.PRICE: "finl_trns_pric 最终成交单价 单价 零售价 售价 销售单价",
    _F.AMOUNT: "金额 销售金额 零售金额 总金额 实收金额",
    _F.TIME: "sel_retn_time 销售/退货时间 销售退货时间 销售时间 退货时间 交易时间",
    _F.DATE: "销售日期 退货日期 日期 业务日期 交易日期 单据日期",
}
_DIALYSED: Mapping[LedgerField, str] = {
    _F.DATE: "date 透析日期 治疗日期 治疗时间 日期 上机日期 排班日期 透析时间 记录日期",
    _F.QUANTITY: "次数 透析次数 治疗次数 quantity",
    _F.PATIENT_ID: "certno 证件号码 身份证号 身份证 psn_no 人员编号 透析号 病人id 患者id 医保卡号 patient_id",
}
_BY_KIND: Mapping[LedgerKind, Mapping[LedgerField, str]] = {
    _K.PURCHASES: _BOUGHT,
    _K.PURCHASE_RETURNS: _BOUGHT,
    _K.SALES: _SOLD,
    _K.SALES_RETURNS: _SOLD,
    _K.TREATMENTS: _DIALYSED,
    _K.SCHEDULE: _DIALYSED,
    _K.STOCK: {
        _F.QUANTITY: (
            "inv_cnt 实盘数量 盘点数量 实存数量 实际库存 盘存数量 库存数量 现存数量 当前库存 "
            "结余数量 库存 账面数量 数量 counted count quantity"
        ),
        _F.DATE: "invdate 盘存日期 盘点日期 盘存时间 盘点时间 库存日期 截止日期 统计日期 日期 date",
        _F.PRICE: "进价 购进价 采购价 成本价 单价 price",
    },
    _K.STOCK_CHANGES: {
        _F.QUANTITY: "cnt 数量 变更数量 变动数量 出库数量 报损数量 调拨数量 领用数量 损耗数量 quantity",
        _F.DATE: (
            "inv_chg_time 库存变更时间 变更时间 变更日期 变动日期 出库日期 报损日期 调拨日期 "
            "领用日期 单据日期 日期 时间 date"
        ),
    },
    _K.UNITS: {_F.UNIT: "unit 包装单位 最小包装单位 大单位 采购单位 入库单位 单位 原单位 销售单位 计价单位"},
    _K.SETTLED: {
        _F.DATE: "opt_time 经办时间 结算时间 结算日期 销售时间 销售日期 使用时间 扫码时间 date 日期",
        _F.QUANTITY: "数量 销售数量 结算数量 sel_retn_cnt cnt quantity",
        _F.SETTLEMENT: "setl_id 结算id 结算单号 记账流水号 就诊id mdtrt_id settlement",
        _F.RECEIPT: "追溯流水号 定点医药机构商品销售流水号 rtal_docno receipt",
    },
    _K.DEATHS: {_F.DATE: "死亡日期 死亡时间 死亡年月日 身故日期 殁日 death_date"},
    _K.CHECKS: {_F.TIME: "核查时间 检查时间 查房时间 time", _F.DATE: "核查日期 检查日期 日期 date"},
    _K.ROSTER: {
        _F.VISIT: "住院号 住院编号 病案号 ipt_no 就诊号 住院流水号 就诊id mdtrt_id visit 登记号 患者编号"
    },
}

MARKS: Mapping[LedgerKind, str] = {
    _K.BILLING: (
        "费用发生时间 收费日期 计费时间 明细项目费用总额 收费项目 就诊id 住院号 患者姓名 费用类别 开单科室 "
        "fee_ocur_time det_item_fee_sumamt mdtrt_id 统筹支付 收费时间 结算id 医保等级"
    ),
    _K.PURCHASES: (
        "供应商 供货单位 入库日期 入库数量 采购数量 购进数量 进价 发票号 随货同行单号 验收日期 "
        "spler_name purc_retn_cnt "
        "采购/退货数量 dynt_no 购进日期 采购/退货入库时间 purc_invo_no 随货单号 供应商名称 采购日期"
    ),
    _K.PURCHASE_RETURNS: "退货日期 退货数量 退库数量 退货原因 退货金额",
    _K.STOCK: (
        "盘存日期 库存数量 实盘数量 账面数量 盘盈 盘亏 期初库存 期末库存 本期入库 本期出库 库存合计 "
        "invdate inv_cnt 期初数量 "
        "期末数量 盘点日期 盘点数量 盈亏数量 上期结存 本期结存"
    ),
    _K.STOCK_CHANGES: (
        "库存变更类型 inv_chg_type inv_chg_time 库存变更时间 变更类型 变更数量 报损数量 调拨数量 "
        "领用数量 领用科室"
    ),
    _K.SALES: (
        "销售/退货数量 sel_retn_cnt sel_retn_time 零售单据号 rtal_docno 销售数量 销售日期 销售时间 "
        "小票号 就诊结算类型 "
        "mdtrt_setl_type 处方号 药师姓名 货架位"
    ),
    _K.SALES_RETURNS: "退货原因 原零售单据号",
    _K.UNITS: "换算系数 转换系数 转换比 包装系数 最小制剂单位 最小包装数量 换算关系 factor base_unit",
    _K.TREATMENTS: (
        "透析日期 透析器型号 透析方式 治疗方式 干体重 超滤量 上机时间 透析器 血管通路 治疗日期 透析液 抗凝剂"
    ),
    _K.SCHEDULE: "排班日期 班次 机位 透析机号 机号 机器号 排班",
    _K.CHECKS: "核查结果 在床情况 核查时间 在床状态",
    _K.ROSTER: "床号 入院时间 入院日期 住院号 入院诊断 管床医生 主管医生 床位",
    _K.DEATHS: "死亡日期 死亡时间 身故日期 死亡原因",
    _K.SETTLED: "药品追溯码 追溯流水号 追溯码 drug_trac_codg 记账流水号 溯源码",
}
"""Headers that speak for one kind more than for the others."""

NAMES: Mapping[LedgerKind, str] = {
    _K.BILLING: "费用明细 收费明细 结算明细 计费 收费 费用 billing 处方明细",
    _K.PURCHASES: "3503 采购 购进 入库 进货 验收 purchase",
    _K.PURCHASE_RETURNS: "3504 采购退货 购进退出 退供 退货出库 采购退",
    _K.STOCK: "3501 盘存 盘点 库存 结存 进销存 stock 盘库",
    _K.STOCK_CHANGES: "3502 库存变更 报损 调拨 领用 损耗 change",
    _K.SALES: "3505 销售 零售 sales",
    _K.SALES_RETURNS: "3506 销售退货 销售退 退货入库 销退",
    _K.UNITS: "单位换算 换算 转换比 系数 units",
    _K.TREATMENTS: "透析记录 治疗记录 透析治疗 treatment",
    _K.SCHEDULE: "排班 签到 机器日志 schedule",
    _K.CHECKS: "核查 查床 checks",
    _K.ROSTER: "在院 在床 住院病人 住院清单 roster",
    _K.DEATHS: "死亡 殡葬 火化 deaths",
    _K.SETTLED: "追溯 trace 重复使用",
}
"""What a file of each kind is often called; it only decides between kinds that fit alike."""

PARTS: tuple[tuple[str, LedgerField], ...] = (
    ("追溯码", _F.TRACE),
    ("医保编码", _F.CODE),
    ("医保代码", _F.CODE),
    ("国家编码", _F.CODE),
    ("目录编码", _F.CODE),
    ("院内编码", _F.LOCAL_CODE),
    ("商品编", _F.LOCAL_CODE),
    ("药品编", _F.LOCAL_CODE),
    ("供应商", _F.SUPPLIER),
    ("供货", _F.SUPPLIER),
    ("厂家", _F.MAKER),
    ("生产企业", _F.MAKER),
    ("身份证", _F.PATIENT_ID),
    ("证件号", _F.PATIENT_ID),
    ("姓名", _F.PATIENT),
    ("住院号", _F.VISIT),
    ("规格", _F.SPEC),
    ("批号", _F.BATCH),
    ("发票号", _F.INVOICE),
    ("随货", _F.DELIVERY_NOTE),
    ("统筹", _F.FUND),
    ("名称", _F.NAME),
    ("数量", _F.QUANTITY),
    ("单价", _F.PRICE),
    ("金额", _F.AMOUNT),
    ("日期", _F.DATE),
    ("时间", _F.TIME),
)
NOT_PART = [
    "机构",
    "医院",
    "科室",
    "供应商名",
    "厂家名",
    "病区",
    "诊断",
    "操作",
    "经办",
    "审核",
    "医师",
    "医生",
    "药师",
    "护士",
    "制单",
    "打印",
    "生产日期",
    "有效",
    "效期",
    "失效",
    "联系人",
    "家属",
    "出生",
    "开方",
    "保管",
    "领用人",
    "复核",
    "剂型名",
    "账面",
    "批准",
    "赠送",
    "盈亏",
    "差异",
    "折扣",
    "税",
]
"""A header with one of these in it is taken only where it is known whole."""


@cache
def known_headers(kind: LedgerKind) -> Mapping[str, tuple[LedgerField, int]]:
    """Keys of all known headers of a kind, with the field and how far back in its list the word stands."""
    found: dict[str, tuple[LedgerField, int]] = {}
    for source in (_BY_KIND.get(kind, {}), _COMMON):
        for field in FIELDS[kind]:
            start = 100 if source is _COMMON and field in _BY_KIND.get(kind, {}) else 0
            for place, word in enumerate(source.get(field, "").split()):
                key = header_key(word)
                if key not in found:
                    found[key] = (field, start + place)
    return found


_RETURNED = {_K.PURCHASE_RETURNS: _K.PURCHASES, _K.SALES_RETURNS: _K.SALES}


@cache
def marks(kind: LedgerKind) -> frozenset[str]:
    """Keys of the headers that speak for a kind."""
    words = MARKS[kind] + " " + MARKS.get(_RETURNED.get(kind, kind), "")
    return frozenset(header_key(word) for word in words.split())


@cache
def any_header() -> frozenset[str]:
    """Keys of every known header of any kind."""
    return frozenset(key for kind in LedgerKind for key in known_headers(kind))
