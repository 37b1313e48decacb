"""The command ``reconcile dialysis``: one suspicion a line, and a sentence where it cannot."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from inspector_app.__main__ import main

BILLED = """医保编码,项目名称,规格,数量,单价,金额,统筹支付,费用发生时间,患者姓名,身份证号
003110000060000,血液透析,,1,400,400,340,2026-02-10,沈一禾,A1
003110000060000,血液透析,,1,400,400,340,2026-02-12,沈一禾,A1
,空心纤维血液透析器,F7 1.3㎡,1,120,120,96,2026-02-10,沈一禾,A1
"""
RECORDS = """透析日期,患者姓名,身份证号,透析方式,透析器型号,班次
2026-02-10,沈一禾,A1,HD,F6,上午
"""
PURCHASES = """入库日期,材料名称,规格型号,单位,入库数量,供应商
2026-01-05,血液透析器,F6,支,10,云岭器械
2026-01-05,血液透析器,F7,支,10,云岭器械
"""
COLUMNS = "kind,subject,ward_or_item,period,quantity,amount,rows,rule,explanation"


def _arguments(folder: Path, **texts: str) -> list[str]:
    given = {"billed": BILLED, "records": RECORDS, "purchases": PURCHASES} | texts
    arguments = ["--language", "en", "reconcile", "dialysis", "--out", str(folder / "RESULT.csv")]
    for option, text in given.items():
        (folder / f"{option}.csv").write_text(text, encoding="utf-8")
        arguments += [f"--{option}", str(folder / f"{option}.csv")]
    return arguments


def _result(folder: Path) -> list[dict[str, str]]:
    with (folder / "RESULT.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_suspicion_is_a_line_that_names_its_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_arguments(tmp_path)) == 0
    session, model = _result(tmp_path)
    assert ",".join(session) == COLUMNS
    assert (session["kind"], session["period"], session["amount"], session["rows"]) == (
        "dialysis_billed_not_recorded",
        "2026-02-12",
        "340.00",
        "billed.csv:3",
    )
    assert (model["kind"], model["rows"]) == ("dialysis_model", "billed.csv:4;records.csv:2")
    said = capsys.readouterr().out
    assert "rows_read=9 rows_used=6 rows_quarantined=0 rows_not_data=3" in said


def test_schedule_and_stock_are_compared_where_they_are_given(tmp_path: Path) -> None:
    schedule = "排班日期,患者姓名,班次,机器号\n2026-02-13,顾南枝,上午,1\n"
    stock = "材料名称,规格型号,单位,期初库存,期末库存\n血液透析器,F6,支,0,10\n"
    assert main(_arguments(tmp_path, schedule=schedule, stock=stock)) == 0
    assert {"dialysis_not_scheduled", "dialysis_consumption"} <= {row["kind"] for row in _result(tmp_path)}


@pytest.mark.parametrize(
    "texts",
    [
        {"records": "这里,什么,也没有\n1,2,3\n"},
        {
            "billed": BILLED.replace("003110000060000,血液透析", "001109000010000,床位费").replace(
                "透析器", "枕头"
            )
        },
        {"purchases": "%PDF-1.7 no table at all"},
    ],
)
def test_what_cannot_be_computed_is_a_sentence_and_exit_code_2(
    texts: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_arguments(tmp_path, **texts)) == 2
    assert capsys.readouterr().err.strip().endswith(".")
    assert not (tmp_path / "RESULT.csv").exists()
