"""``checklist check``, as a team lead types it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector_app import __main__, app
from inspector_app.app import build_activities
from inspector_app.services.checklist_check import beside
from inspector_app.system.logs import stop_logging
from tests.checklists.filling import table

FORMS = Path(__file__).parents[1] / "forms"


@pytest.fixture(autouse=True)
def own_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(__main__, "default_logs", lambda: tmp_path / "logs")
    yield
    stop_logging()


def check(file: Path) -> int:
    return __main__.main(["--language", "en", "checklist", "check", str(file)])


@pytest.mark.parametrize("form", sorted(path.name for path in FORMS.glob("[!R]*.md")))
def test_shipped_checklists_can_be_imported(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(FORMS / form) == 0
    assert capsys.readouterr().out == f"{form} can be imported.\n"


def test_each_mistake_is_named_with_its_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ("text | a | A |", "text | b | B | selectd(${a})", "text | c | C | ${a} = 'x")
    file = tmp_path / "own.md"
    settings = table("settings", "form_id | version", "own | 1")
    file.write_text("\n".join((table("survey", "type | name | label | relevant", *rows), settings)), "utf-8")
    assert check(file) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(",")[0] for line in said] == ["Sheet survey", "Sheet survey"]
    assert "row 3" in said[0]
    assert "row 4" in said[1]


def test_a_table_beside_the_checklist_is_read_and_nothing_further_away(tmp_path: Path) -> None:
    folder = tmp_path / "forms"
    folder.mkdir()
    (tmp_path / "secret.csv").write_text("name,label\n1,a\n", encoding="utf-8")
    (folder / "wards.csv").write_text("name,label\n1,a\n", encoding="utf-8")
    for name, found in (("wards.csv", True), ("../secret.csv", False)):
        content = table("survey", "type | name | label", f"select_one_from_file {name} | w | W").encode()
        assert bool(beside(folder / "own.md", content)) is found


def test_a_missing_table_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path / "none.xlsx") == 1
    assert "none.xlsx" in capsys.readouterr().err


def convert(*arguments: object) -> int:
    return __main__.main(["--language", "en", "checklist", "convert", *(str(one) for one in arguments)])


def test_a_checklist_goes_to_a_spreadsheet_and_back_word_for_word(tmp_path: Path) -> None:
    source, workbook, back = FORMS / "ward_headcount.md", tmp_path / "w.xlsx", tmp_path / "w.md"
    assert convert(source, workbook) == 0
    assert check(workbook) == 0
    assert convert(workbook, back) == 0
    assert back.read_bytes() == source.read_bytes()


def test_converting_never_writes_over_a_file_unless_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "w.xlsx"
    target.write_text("mine", encoding="utf-8")
    assert convert(FORMS / "ward_headcount.md", target) == 1
    assert target.read_text(encoding="utf-8") == "mine"
    assert "left as it is" in capsys.readouterr().err
    assert convert(FORMS / "ward_headcount.md", target, "--replace") == 0
    assert target.read_bytes().startswith(b"PK")


def test_converting_to_an_unknown_format_or_folder_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(FORMS / "ward_headcount.md", tmp_path / "w.pdf") == 1
    assert ".md or .xlsx" in capsys.readouterr().err
    assert convert(FORMS / "ward_headcount.md", tmp_path / "nowhere" / "w.xlsx") == 1
    assert "could not be written" in capsys.readouterr().err


def preview(file: Path) -> int:
    return __main__.main(["--language", "en", "checklist", "preview", str(file)])


def test_a_preview_opens_the_form_page_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def window(folder: Path, _log: Path, **rest: Any) -> int:
        activities = build_activities(folder)
        inspection = rest["prepare"](activities)
        (run,) = activities.checklists.runs(inspection)
        assert run.run.form_id == "ward_headcount"
        assert rest["begin_at"] == "checklists"
        activities.workspace.lock()
        seen.append(folder)
        return 0

    monkeypatch.setattr(app, "open_window", window)
    monkeypatch.setattr(__main__, "require_display", lambda: None)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert preview(FORMS / "ward_headcount.md") == 0
    assert len(seen) == 1
    assert not seen[0].exists()


def test_a_preview_of_a_table_with_mistakes_tells_them_instead(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.md"
    file.write_text(table("survey", "type | name | label", "texxt | a | A"), encoding="utf-8")
    assert preview(file) == 1
    assert "Is text meant?" in capsys.readouterr().out
