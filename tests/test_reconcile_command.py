"""The command ``reconcile stock``: exact columns, nothing invented, and a sentence where it cannot."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.__main__ import main

CODE = "XJ01CAA040E001010105862"
BILLED = f"医保编码,项目名称,单位,数量,费用发生时间\n{CODE},=青禾片,片,3100,2025-03-01\n"
PURCHASES = f"药品编码,药品名称,单位,入库数量,入库日期\n{CODE},=青禾片,盒,120,2025-02-01\n"
STOCK = f"药品编码,单位,期初库存,期末库存\n{CODE},盒,10,4\n{CODE},片,0,8\n"
UNITS = f"药品编码,包装单位,最小单位,转换比\n{CODE},盒,片,24\n"
COLUMNS = (
    "code,name,unit,opening,purchased,returned,loss,billed,counted,difference,status,billed_fund,billed_own,"
    "purchase_returned,sales_returned,transfer_in,transfer_out,own_use,factor,factor_source"
)


def _files(folder: Path, **texts: str) -> list[str]:
    given = {"billed": BILLED, "purchases": PURCHASES, "stock": STOCK, "units": UNITS} | texts
    arguments = ["--language", "en", "reconcile", "stock", "--out", str(folder / "RESULT.csv")]
    for option, text in given.items():
        if text:
            (folder / f"{option}.csv").write_text(text, encoding="utf-8")
            arguments += [f"--{option}", str(folder / f"{option}.csv")]
    return arguments


def _result(folder: Path) -> list[dict[str, str]]:
    with (folder / "RESULT.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_worked_example_gives_84_tablets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(_files(tmp_path)) == 0
    (line,) = _result(tmp_path)
    assert ",".join(line) == COLUMNS
    assert line["difference"] == "84"
    assert (line["opening"], line["purchased"], line["billed"], line["counted"]) == (
        "240",
        "2880",
        "3100",
        "104",
    )
    assert (line["unit"], line["status"], line["factor"]) == ("片", "surplus", "24")
    said = capsys.readouterr().out
    assert "rows_read=9 rows_used=5 rows_quarantined=0 rows_not_data=4" in said
    assert "Peak memory" in said


def test_no_cell_of_the_result_is_a_formula(tmp_path: Path) -> None:
    main(_files(tmp_path))
    assert _result(tmp_path)[0]["name"] == "'=青禾片"


def test_without_a_factor_no_figure_is_made_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(_files(tmp_path, units="")) == 0
    (line,) = _result(tmp_path)
    assert (line["status"], line["difference"], line["purchased"], line["factor"]) == (
        "unknown_factor",
        "",
        "",
        "",
    )
    assert "rows_quarantined=4" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("texts", "options"),
    [
        (
            {"stock": f"药品编码,单位,库存数量,盘存日期\n{CODE},盒,10,2024-12-31\n{CODE},盒,4,2025-12-31\n"},
            [],
        ),
        (
            {"stock": f"药品编码,单位,库存数量\n{CODE},盒,10\n"},
            ["--from", "2025-01-01", "--to", "2025-12-31"],
        ),
        ({}, ["--from", "2025-12-31", "--to", "2025-01-01"]),
        ({"stock": "这里,什么,也没有\n1,2,3\n"}, []),
        ({"billed": "%PDF-1.7 no table at all"}, []),
        ({}, ["--mapping", "nowhere.json"]),
        ({}, ["--pack", "nowhere.toml"]),
        ({}, ["--units", "nowhere.csv"]),
        ({}, ["--out", "no/such/folder/RESULT.csv"]),
    ],
)
def test_what_cannot_be_computed_is_a_sentence_and_exit_code_2(
    texts: dict[str, str], options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*_files(tmp_path, **texts), *options]) == 2
    told = capsys.readouterr()
    assert told.err.strip().endswith(".")
    assert "Traceback" not in told.err
    assert "rows_read" not in told.out
    assert not (tmp_path / "RESULT.csv").exists()


def test_the_result_is_never_written_over_what_is_read(tmp_path: Path) -> None:
    arguments = _files(tmp_path)
    arguments[arguments.index("--out") + 1] = str(tmp_path / "stock.csv")
    assert main(arguments) == 2
    assert (tmp_path / "stock.csv").read_text(encoding="utf-8") == STOCK


def test_the_same_file_given_twice_counts_once_and_a_copy_of_it_is_refused(tmp_path: Path) -> None:
    arguments = _files(tmp_path)
    assert main([*arguments, "--purchases", str(tmp_path / "purchases.csv")]) == 0
    assert _result(tmp_path)[0]["purchased"] == "2880"
    (tmp_path / "copy.csv").write_text(PURCHASES, encoding="utf-8")
    assert main([*arguments, "--purchases", str(tmp_path / "copy.csv")]) == 2


def test_a_mapping_goes_before_every_guess(tmp_path: Path) -> None:
    (tmp_path / "mapping.json").write_text(
        '{"format": "ledger-mapping/1", "ledgers": [{"kind": "billing", "columns": '
        '{"code": "甲", "quantity": "乙", "unit": "丙"}}]}',
        encoding="utf-8",
    )
    billed = f"甲,乙,丙,数量\n{CODE},3100,片,1\n"
    assert main([*_files(tmp_path, billed=billed), "--mapping", str(tmp_path / "mapping.json")]) == 0
    assert _result(tmp_path)[0]["difference"] == "84"


def test_a_region_s_tolerance_is_kept_to(tmp_path: Path) -> None:
    from inspector_app.services.packs import SHIPPED

    shipped = (SHIPPED / "region-default.toml").read_text(encoding="utf-8")
    assert shipped.count("absolute = 0") == 1
    (tmp_path / "region.toml").write_text(shipped.replace("absolute = 0", "absolute = 84"), encoding="utf-8")
    assert main([*_files(tmp_path), "--pack", str(tmp_path / "region.toml")]) == 0
    assert (_result(tmp_path)[0]["status"], _result(tmp_path)[0]["difference"]) == ("within_tolerance", "84")


def test_it_runs_without_display_qt_and_workspace(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "class NoQt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] == 'PySide6':\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, NoQt())\n"
        "from inspector_app.__main__ import main\n"
        "raise SystemExit(main(sys.argv[1:]))\n"
    )
    arguments = [one for one in _files(tmp_path) if one not in ("--language", "en")]
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr.decode()
    assert _result(tmp_path)[0]["difference"] == "84"
