"""Settled trace codes and purchases as an institution hands them over; three things are planted."""

from __future__ import annotations

from pathlib import Path

TWICE, UNKNOWN, FINE = (f"8{number:019d}" for number in (1, 2, 3))
SETTLED = f"""机构编码,机构名称,药品追溯码,医保药品编码,药品名称,数量,结算时间,患者姓名,结算单号
H99990000001,青禾县人民医院,{TWICE},X1,阿莫西林胶囊,1,2026-02-03 09:10:00,沈一禾,JS001
H99990000001,青禾县人民医院,{TWICE},X1,阿莫西林胶囊,1,2026-02-20 10:00:00,顾南枝,JS002
H99990000001,青禾县人民医院,{UNKNOWN},X1,阿莫西林胶囊,1,2026-02-21 10:00:00,顾南枝,JS003
H99990000001,青禾县人民医院,{FINE},X1,阿莫西林胶囊,1,2026-02-22 10:00:00,顾南枝,JS004
H99990000001,青禾县人民医院,123,X1,阿莫西林胶囊,1,2026-02-23 10:00:00,顾南枝,JS005
"""
BOUGHT = f"""入库日期,医保药品编码,商品名称,单位,入库数量,进价,金额,供应商,随货同行单号,追溯码
2026-01-10,X1,阿莫西林胶囊,盒,1,9.60,9.60,云岭医药,SH0001,{TWICE}
2026-01-10,X1,阿莫西林胶囊,盒,1,9.60,9.60,云岭医药,SH0001,{FINE}
"""


def write_trace_files(folder: Path) -> list[Path]:
    """Write both files."""
    files = [folder / "追溯码结算.csv", folder / "采购追溯码.csv"]
    for path, text in zip(files, (SETTLED, BOUGHT), strict=True):
        path.write_text(text, encoding="utf-8-sig")
    return files
