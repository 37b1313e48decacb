"""``reconcile trace``, ``headcount``, ``rules``, ``stays``: files in, one suspicion a line out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from inspector_app.__main__ import main

COLUMNS = ["kind", "subject", "ward_or_item", "period", "quantity", "amount", "rows", "rule", "explanation"]


def lines_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        found = list(reader)
    assert reader.fieldnames == COLUMNS
    return found


def test_trace_codes_are_compared_from_the_national_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settled, bought, out = tmp_path / "已结算.csv", tmp_path / "采购.csv", tmp_path / "result.csv"
    one, two = f"8{1:019d}", f"8{2:019d}"
    settled.write_text(
        "追溯流水号,定点医药机构编号,定点医药机构名称,医药机构目录名称,药品追溯码,拆零标志,经办时间,人员姓名\n"
        f"1,H99990000001,青禾县仁安医院,阿莫西林,{one},0,2026-01-03 09:00:00,沈一禾\n"
        f"2,H99990000001,青禾县仁安医院,阿莫西林,{one},0,2026-02-03 09:00:00,顾南枝\n"
        f"3,H99990000001,青禾县仁安医院,阿司匹林,{two},1,2026-01-04 09:00:00,沈一禾\n"
        f"4,H99990000001,青禾县仁安医院,阿司匹林,{two},1,2026-01-05 09:00:00,顾南枝\n",
        encoding="gb18030",
    )
    bought.write_text(
        "入库日期,商品名称,单位,入库数量,随货同行单号,药品追溯码\n"
        f"2026-01-01,阿莫西林,盒,1,SH-1,{one}\n2026-01-01,阿司匹林,盒,1,SH-1,{two}\n",
        encoding="utf-8",
    )
    code = main(
        ["reconcile", "trace", "--settled", str(settled), "--purchases", str(bought), "--out", str(out)]
    )
    assert code == 0
    (line,) = lines_of(out)
    assert (line["kind"], line["subject"], line["quantity"]) == ("trace_duplicate", one, "2")
    assert line["rows"] == "已结算.csv:2;已结算.csv:3"
    assert line["period"] == "2026-01-03/2026-02-03"
    assert "rows_read=8 rows_used=6 rows_quarantined=0 rows_not_data=2" in capsys.readouterr().out


def test_what_cannot_be_read_is_a_sentence_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n", encoding="utf-8")
    out = tmp_path / "result.csv"
    assert main(["--language", "en", "reconcile", "trace", "--settled", str(wrong), "--out", str(out)]) == 2
    assert "no column was recognised" in capsys.readouterr().err
    assert not out.exists()


ROSTER = """在院患者名单
病区,床号,姓名,性别,年龄,身份证号,住院号,入院时间
内一科,01床,沈一禾,女,56,,ZY001,2026-01-02 10:00
内一科,02床,顾南枝,女,61,,ZY002,2026-01-03 10:00
内一科,03床,陆知微,男,47,,ZY003,2026-01-03 11:00
内一科,04床,何清源,男,70,,ZY004,2026-01-04 09:00
内二科,01床,苏映秋,女,33,,ZY005,2026-01-04 12:00
"""
CHECKS = """病区,床号,姓名,核查结果,核查时间
内一科,1,沈一禾,在床,2026-01-05 21:10
内一科,2,,空床,2026-01-05 21:11
内一科,3,陆知微,请假有条,2026-01-05 21:12
内一科,4,何清源,查无此人,2026-01-05 21:13
内一科,4,何清源,在床,2026-01-05 23:40
内一科,5,周叙白,在床,2026-01-05 21:14
内二科,1,苏映秋,在床,2026-01-05 21:20
"""


def test_a_headcount_names_the_absent_by_number_with_both_rows(tmp_path: Path) -> None:
    roster, checks, out = tmp_path / "在院.csv", tmp_path / "核查.csv", tmp_path / "result.csv"
    roster.write_text(ROSTER, encoding="gb18030")
    checks.write_text(CHECKS, encoding="utf-8")
    code = main(
        ["reconcile", "headcount", "--roster", str(roster), "--checks", str(checks), "--out", str(out)]
    )
    assert code == 0
    found = {(line["kind"], line["subject"]): line for line in lines_of(out)}
    absent = found["not_in_bed", "ZY002"]
    assert absent["rows"] == "核查.csv:3;在院.csv:4"
    assert absent["ward_or_item"] == "内一科"
    assert ("unlisted", "周叙白") in found
    assert not [key for key in found if key[1] in ("ZY001", "ZY003", "ZY005")]
    assert ("not_in_bed", "ZY004") not in found, "the second pass found him"


BILLED = """人员编号,住院号,医疗类别,入院日期,出院日期,费用发生时间,项目名称,数量,单价,金额,基金支付金额
A1,ZY1,普通住院,2026-03-01 09:00,2026-03-03,2026-03-01 10:00,重症监护,1,100,100,80
A1,ZY1,普通住院,2026-03-01 09:00,2026-03-03,2026-03-01 10:05,心电监护,1,20,20,16
A1,ZY1,普通住院,2026-03-01 09:00,2026-03-03,2026-03-07 10:00,注射,1,10,10,7
小计,,,,,,,3,,130,103
"""


@pytest.mark.parametrize(
    ("work", "kind", "rows", "amount"),
    [
        ("rules", "charge_with", "明细.csv:3;明细.csv:2", "16.00"),
        ("stays", "stay_fees_outside", "明细.csv:4", "7.00"),
    ],
)
def test_billing_alone_is_held_against_rules_and_against_its_stays(
    work: str, kind: str, rows: str, amount: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    billed, out = tmp_path / "明细.csv", tmp_path / "result.csv"
    billed.write_text(BILLED, encoding="gb18030")
    assert main(["reconcile", work, "--billed", str(billed), "--out", str(out)]) == 0
    (line,) = lines_of(out)
    assert (line["kind"], line["rows"], line["amount"]) == (kind, rows, amount)
    assert line["rule"]
    assert line["explanation"].endswith("。")
    assert "rows_read=5 rows_used=3 rows_quarantined=0 rows_not_data=2" in capsys.readouterr().out


def test_a_result_never_overwrites_the_billing_it_was_made_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    billed = tmp_path / "明细.csv"
    billed.write_text(BILLED, encoding="gb18030")
    assert main(["reconcile", "stays", "--billed", str(billed), "--out", str(billed)]) == 2
    assert capsys.readouterr().err
    assert billed.read_text(encoding="gb18030") == BILLED


def test_fees_that_run_on_after_a_look_at_an_empty_bed_are_found_in_the_billing(tmp_path: Path) -> None:
    roster, checks, billed, out = (tmp_path / name for name in ("在院.csv", "核查.csv", "明细.csv", "r.csv"))
    roster.write_text(ROSTER, encoding="gb18030")
    checks.write_text(CHECKS, encoding="utf-8")
    billed.write_text(
        "住院号,姓名,费用发生时间,项目名称,数量,单价,金额,基金支付金额\n"
        "ZY002,顾南枝,2026-01-05 09:00,护理费,1,10,10,8\n"
        "ZY002,顾南枝,2026-01-05 22:00,护理费,1,10,10,8\n"
        "ZY004,何清源,2026-01-05 22:00,护理费,1,10,10,8\n"
        "ZY004,何清源,2026-01-06 09:00,护理费,1,10,10,8\n",
        encoding="utf-8",
    )
    files = ["--roster", str(roster), "--checks", str(checks), "--billed", str(billed)]
    assert main(["reconcile", "headcount", *files, "--out", str(out)]) == 0
    found = {line["subject"]: line for line in lines_of(out) if line["kind"] == "absent_billed"}
    assert found["ZY002"]["rows"] == "明细.csv:3;核查.csv:3;在院.csv:4"
    assert (found["ZY002"]["amount"], found["ZY004"]["rows"].split(";")[0]) == ("8.00", "明细.csv:4")
    assert "当日核查以前另有1行，未计入" in found["ZY002"]["explanation"]
    assert "至2026-01-05 23:40" in found["ZY004"]["explanation"], "until he was seen again"


def test_lists_of_two_moments_show_who_was_discharged_after_the_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evening, morning = tmp_path / "在院20260105-2000.csv", tmp_path / "在院2026-01-06 0800.csv"
    checks, out = tmp_path / "核查.csv", tmp_path / "r.csv"
    evening.write_text(ROSTER, encoding="gb18030")
    left = [line for line in ROSTER.splitlines() if "ZY002" not in line and "ZY003" not in line]
    morning.write_text("\n".join(left), encoding="gb18030")
    checks.write_text(CHECKS, encoding="utf-8")
    given = ["--checks", str(checks), "--out", str(out)]
    assert main(["reconcile", "headcount", "--roster", str(morning), str(evening), *given]) == 0
    found = {(line["kind"], line["subject"]): line for line in lines_of(out)}
    assert [subject for kind, subject in found if kind == "gone_after_look"] == ["ZY002"]
    assert found["gone_after_look", "ZY002"]["rows"] == "核查.csv:3;在院20260105-2000.csv:4"
    assert ("not_in_bed", "ZY002") in found, "the evening's list holds for the walk"
    undated = evening.rename(tmp_path / "在院.csv")
    assert main(["reconcile", "headcount", "--roster", str(morning), str(undated), *given]) == 2
    assert "在院.csv" in capsys.readouterr().err
