"""Sentences on the command line: the window's translation, without a window or a display."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTranslator

from inspector_app.domain.wording import Sentence


class Spoken:
    """Puts sentences into Chinese; one that has no translation stays English."""

    def __init__(self, resources: Path) -> None:
        self._translator = QTranslator()
        self._translator.load("app_zh_CN", str(resources / "translations"))

    def __call__(self, words: Sentence) -> str:
        """Return the sentence with its values; values are data and stay as they are."""
        return words.said(lambda template: self._translator.translate("Sentence", template) or template)
