"""Folders of the program's own: readable for their owner alone, and in a sentence where they cannot be."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from inspector_app.domain.errors import EnvironmentProblem
from inspector_app.domain.refusals import refusal
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
                reason=refusal(error),
            )
        ) from error
    return folder


def folder_to_write_in(folder: Path) -> Path:
    """Return the folder, made where it is missing; refuse one in which nothing can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, "not writable")
    except OSError as error:
        raise EnvironmentProblem(
            sentence(
                "Nothing can be written to {folder} ({reason}). Nothing was made; choose another folder.",
                folder=folder,
                reason=refusal(error),
            )
        ) from error
    return folder
