"""Folders of the program's own: readable for their owner alone, and in a sentence where they cannot be."""

from __future__ import annotations

from pathlib import Path

from inspector_app.domain.errors import EnvironmentProblem
from inspector_app.domain.wording import sentence

OWNER_ONLY = 0o700


def private_folder(folder: Path) -> Path:
    """Return the folder, made for its owner alone; one that exists stays as it is."""
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentProblem(
            sentence(
                "{folder} cannot be used as the workspace's folder ({reason}). Nothing was changed; "
                "choose another folder.",
                folder=folder,
                reason=error.strerror or type(error).__name__,
            )
        ) from error
    return folder
