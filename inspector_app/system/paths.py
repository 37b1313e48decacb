"""Where things lie: the workspace, the log, and the read-only data that ships with the program."""

from __future__ import annotations

from pathlib import Path

PROGRAM_ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package, ``resources`` and ``forms``; a frozen program keeps the same shape."""

RESOURCES = PROGRAM_ROOT / "resources"
FORMS = PROGRAM_ROOT / "forms"

_PROGRAM = "inspector-app"


def default_workspace() -> Path:
    """Return the folder of the person's own workspace on this system."""
    from platformdirs import user_data_dir  # a named folder does not wait for this import

    return Path(user_data_dir(_PROGRAM, appauthor=False)) / "workspace"


def default_logs() -> Path:
    """Return the folder of the log; outside the workspace, for a log is written while that is locked."""
    from platformdirs import user_log_dir

    return Path(user_log_dir(_PROGRAM, appauthor=False))
