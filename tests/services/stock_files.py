"""The worked example of the stock reconciliation as an institution hands it over: 84 tablets too many."""

from __future__ import annotations

from pathlib import Path

CODE = "XA01ABD075A002010100001"
BILLED = f"""收费日期,医保编码,项目名称,规格,单位,数量,金额,自费标志,患者姓名
2026-01-05,{CODE},阿莫西林胶囊,12片*2板/盒,片,1500,750.00,否,沈一禾
2026-02-11,{CODE},阿莫西林胶囊,12片*2板/盒,片,1650,825.00,否,顾南枝
2026-02-12,{CODE},阿莫西林胶囊,12片*2板/盒,片,-50,-25.00,否,顾南枝
"""
BOUGHT = f"""入库日期,医保编码,商品名称,规格,单位,入库数量,进价,金额,供应商,发票号
2026-01-10,{CODE},阿莫西林胶囊,12片*2板/盒,盒,120,9.60,1152.00,云岭医药,00012345
"""
COUNTED = f"""医保编码,商品名称,规格,单位,盘存日期,库存数量
{CODE},阿莫西林胶囊,12片*2板/盒,盒,2026-01-01,10
{CODE},阿莫西林胶囊,12片*2板/盒,盒,2026-03-31,4
{CODE},阿莫西林胶囊,12片*2板/盒,片,2026-03-31,8
"""
FACTORS = f"""医保编码,商品名称,单位,最小单位,转换比,来源
{CODE},阿莫西林胶囊,盒,片,24,药品说明书
"""


def write_example(folder: Path) -> list[Path]:
    """Write the four files; the billing as a system in China writes it, in GB18030."""
    files = []
    for name, text, encoding in (
        ("收费明细.csv", BILLED, "gb18030"),
        ("采购入库.csv", BOUGHT, "utf-8-sig"),
        ("盘存表.csv", COUNTED, "utf-8"),
        ("单位换算.csv", FACTORS, "utf-8"),
    ):
        path = folder / name
        path.write_text(text, encoding=encoding)
        files.append(path)
    return files
