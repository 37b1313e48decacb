"""The language of the window: translators loaded once, sentences put into words where they are shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from inspector_app.domain.errors import Problem
from inspector_app.domain.wording import Sentence

if TYPE_CHECKING:
    from inspector_app.domain.checklist import ChecklistForm, ChecklistRun

CHINESE = "zh_CN"
ENGLISH = "en"
LANGUAGES = {CHINESE: "简体中文", ENGLISH: "English"}
"""Codes and the languages' own names; the first is the default."""

_UNTRANSLATED = {"&Look in:": "查找范围(&I)：", "Files of &type:": "文件类型(&T)："}
"""What Qt's own Chinese leaves in English in its file dialog."""


class _FileDialogWords(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return _UNTRANSLATED.get(sourceText) if context == "QFileDialog" else None


_loaded: list[QTranslator] = []
_papers: dict[str, QTranslator] = {}
"""The Chinese words under their code, for paper, whatever the window speaks."""


def use(app: QApplication, resources: Path, code: str = CHINESE) -> None:
    """Speak that language from now on; widgets that exist already keep their words."""
    for translator in _loaded:
        app.removeTranslator(translator)
    _loaded.clear()
    locale = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    if code != CHINESE:
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    QLocale.setDefault(locale)
    paper = QTranslator(app)
    if paper.load("app_zh_CN", str(resources / "translations")):
        _papers[CHINESE] = paper
    if code == CHINESE:
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase_zh_CN", qt_folder), ("app_zh_CN", str(resources / "translations"))):
            translator = QTranslator(app)
            if translator.load(name, folder):
                app.installTranslator(translator)
                _loaded.append(translator)
        words = _FileDialogWords(app)
        app.installTranslator(words)
        _loaded.append(words)


def on_paper(context: str, source: str) -> str:
    """Return the Chinese words, which documents carry also where the window speaks English."""
    paper = _papers.get(CHINESE)
    return (paper.translate(context, source) if paper is not None else "") or source


def titled(checklist: ChecklistForm | ChecklistRun) -> str:
    """Return a checklist's title in the window's language."""
    chinese = QLocale().language() == QLocale.Language.Chinese
    return checklist.title_in("zh" if chinese else "en")


def say(words: Sentence | Problem | str) -> str:
    """Put a sentence of the program into the language in force."""
    if isinstance(words, Problem):
        words = words.sentence
    if isinstance(words, str):
        return QCoreApplication.translate("Sentence", words)
    return words.said(lambda template: QCoreApplication.translate("Sentence", template))
