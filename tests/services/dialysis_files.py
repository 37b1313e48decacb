"""Ledgers of dialysis as an institution hands them over; a session and a dialyser are planted."""

from __future__ import annotations

from pathlib import Path

BILLED = """医保编码,项目名称,规格,数量,单价,金额,统筹支付,费用发生时间,患者姓名,身份证号
003110000060000,血液透析,,1,400,400,340,2026-02-10,沈一禾,990000197001010011
003110000060000,血液透析,,1,400,400,340,2026-02-12,沈一禾,990000197001010011
003110000060000,血液透析,,1,400,400,340,2026-02-11,顾南枝,990000197001010022
,空心纤维血液透析器,F7 1.3㎡,1,120,120,96,2026-02-10,沈一禾,990000197001010011
"""
RECORDS = """透析日期,患者姓名,身份证号,透析方式,透析器型号,班次,血管通路
2026-02-10,沈一禾,990000197001010011,HD,F6,上午,内瘘
2026-02-11,顾南枝,990000197001010022,HD,F6,上午,内瘘
"""
PURCHASES = """入库日期,材料名称,规格型号,单位,入库数量,供应商
2026-01-05,血液透析器,F6,支,10,云岭器械
2026-01-05,血液透析器,F7,支,10,云岭器械
"""


def write_dialysis_files(folder: Path) -> list[Path]:
    """Write the three files."""
    files = [folder / "透析费用明细.csv", folder / "透析治疗记录.csv", folder / "透析器采购入库.csv"]
    for path, text in zip(files, (BILLED, RECORDS, PURCHASES), strict=True):
        path.write_text(text, encoding="utf-8-sig")
    return files
