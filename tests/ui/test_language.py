"""The window speaks Chinese completely, and English as it is written in the sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from inspector_app.domain.wording import sentence
from inspector_app.ui import language
from inspector_app.ui.language import say
from inspector_app.ui.states import word

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TS = RESOURCES / "translations" / "app_zh_CN.ts"


@pytest.fixture
def chinese(qapp: Any) -> Iterator[None]:
    language.use(qapp, RESOURCES, language.CHINESE)
    yield
    language.use(qapp, RESOURCES, language.ENGLISH)


def messages() -> Iterator[tuple[str, str]]:
    for message in ElementTree.parse(TS).getroot().iter("message"):  # noqa: S314 - our own file
        yield message.findtext("source") or "", message.findtext("translation") or ""


def test_no_translation_is_unfinished() -> None:
    assert [source for source, translation in messages() if not translation] == []
    assert 'type="unfinished"' not in TS.read_text(encoding="utf-8")


def test_a_translation_has_the_same_values_as_its_source() -> None:
    names = re.compile(r"(?<!{){(\w+)}")
    differing = [s for s, t in messages() if sorted(names.findall(s)) != sorted(names.findall(t))]
    assert differing == []


def test_a_sentence_is_said_in_the_language_in_force(chinese: None) -> None:
    told = say(sentence("The visit has no closing time."))
    assert told == "现场检查尚未记录结束时间。"


def test_values_are_data_and_never_translated(chinese: None) -> None:
    told = say(sentence("{count} suspicions are neither confirmed nor dismissed.", count=17))
    assert "17" in told
    assert "suspicions" not in told


def test_words_of_states_are_chinese(chinese: None) -> None:
    assert word("open_visit") == "进入现场"


def test_the_compiled_translation_is_not_older_than_its_source(chinese: None) -> None:
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load("app_zh_CN", str(RESOURCES / "translations"))
    sources = {}
    for context in ElementTree.parse(TS).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            key = (context.findtext("name") or "", message.findtext("source") or "")
            sources[key] = message.findtext("translation") or ""
    stale = [key for key, text in sources.items() if translator.translate(*key) != text]
    assert stale == []


def test_standard_buttons_are_chinese_too(chinese: None, qtbot: Any) -> None:
    from PySide6.QtWidgets import QDialogButtonBox

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()


def test_no_sentence_hides_in_an_f_string_where_translations_are_not_collected() -> None:
    hidden = [
        f"{path.name}:{node.lineno}"
        for path in sorted((RESOURCES.parent / "inspector_app" / "ui").rglob("*.py"))
        for outer in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
    ]
    assert hidden == []
