"""The unlock page waits for nothing that only the work behind it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "PIL",
    "asn1crypto",
    "cattrs",
    "cryptography",
    "polars",
    "pyhanko",
    "pyxform",
    "python_calamine",
    "reportlab",
    "sqlcipher3",
    "sqlite_utils",
}
OPEN_THE_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
import inspector_app.__main__
from inspector_app.app import make_worker
from inspector_app.services.preferences import PreferenceService
from inspector_app.system.paths import RESOURCES
from inspector_app.ui.shell import Shell
folder = Path(sys.argv[1])
inspector_app.__main__._parser([])
application = QApplication([])
worker = make_worker(folder)
window = Shell(application, worker, PreferenceService(folder), RESOURCES, folder / "log").open()
while not worker.idle:
    application.processEvents()
application.processEvents()
assert window.is_locked
print(*sorted(sys.modules), sep="\\n", flush=True)
worker.close()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every module that is there when the unlock page of a workspace with one person is shown."""
    folder = tmp_path_factory.mktemp("workspace")
    set_up = (
        "import sys; from pathlib import Path; from inspector_app.app import build_activities;"
        "from inspector_app.system.wrapping import Cost;"
        "a = build_activities(Path(sys.argv[1]), cost=Cost(memory_kib=32, passes=1));"
        "a.workspace.create(bureau='青禾县', name='林知远', certificate_number='1',"
        " passphrase='nothing here is real'); a.workspace.lock()"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", script, str(folder)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            text=True,
            check=True,
        )
        for script in (set_up, OPEN_THE_WINDOW)
    ]
    return set(told[-1].stdout.split())


def test_the_unlock_page_is_shown_before_any_heavy_library_is_imported(loaded: set[str]) -> None:
    assert "inspector_app.ui.pages.unlock" in loaded
    assert not HEAVY & {name.partition(".")[0] for name in loaded}


def test_the_unlock_page_is_shown_before_the_pages_behind_it_are_imported(loaded: set[str]) -> None:
    pages = {name for name in loaded if name.startswith("inspector_app.ui.pages.")}
    assert pages == {f"inspector_app.ui.pages.{name}" for name in ("gate", "page", "unlock")}
    assert (
        not {
            "inspector_app.ui.inspection_view",
            "inspector_app.ui.frame",
            "inspector_app.ui.single_instance",
            "inspector_app.services.workspace",
            "platformdirs",
        }
        & loaded
    )


def test_the_unlock_page_is_shown_before_what_inspections_are_made_of_is_imported(loaded: set[str]) -> None:
    """Each module of dataclasses takes milliseconds; an import for a type alone is easily added."""
    of_the_domain = {name for name in loaded if name.startswith("inspector_app.domain.")}
    needed = ("access", "errors", "ids", "ports", "readable", "refusals", "wording")
    assert of_the_domain <= {f"inspector_app.domain.{name}" for name in needed}
    assert (
        not {
            "inspector_app.reconcile_command",
            "inspector_app.ui.widgets.key_button",
            "logging.handlers",
        }
        & loaded
    )
