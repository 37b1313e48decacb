"""A window is refused in a sentence where there is nothing to draw on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.domain.errors import EnvironmentProblem
from inspector_app.system.display import draw_without_display, has_display, require_display

ROOT = Path(__file__).resolve().parents[2]
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a desktop")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@on_linux
@pytest.mark.usefixtures("bare")
def test_without_a_display_a_window_is_refused_and_pictures_are_drawn() -> None:
    assert not has_display()
    with pytest.raises(EnvironmentProblem):
        require_display()
    draw_without_display()
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    require_display()


@on_linux
@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_what_a_person_has_set_up_stays(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "0")
    draw_without_display()
    assert os.environ.get("QT_QPA_PLATFORM") == ("0" if name == "QT_QPA_PLATFORM" else None)


@on_linux
@pytest.mark.parametrize("command", [[], ["demo"]])
def test_the_program_itself_says_so_instead_of_aborting(tmp_path: Path, command: list[str]) -> None:
    surroundings = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    surroundings.pop("QT_QPA_PLATFORM", None)
    told = subprocess.run(
        [sys.executable, "-m", "inspector_app", "--language", "en", "--workspace", str(tmp_path), *command],
        cwd=ROOT,
        env={**surroundings, "XDG_STATE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("There is no display here")
