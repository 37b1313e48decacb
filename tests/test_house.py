"""The rules of the house, as tests."""

from __future__ import annotations

import ast
import re
import string
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.sentences import sentences_in, templates

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "inspector_app"
MODULES = sorted([*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "dev.py"])
TRANSLATIONS = sorted((ROOT / "resources" / "translations").glob("*zh_CN*.ts"))
LONGEST_FILE = 450
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}


def _relative(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_every_module_says_in_one_line_what_it_is() -> None:
    said = {module: ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) for module in MODULES}
    first = {module: (words or "").partition("\n")[0].strip() for module, words in said.items()}
    assert [_relative(module) for module, line in first.items() if not line.endswith((".", "?"))] == []


def test_every_file_stays_short_enough_to_have_one_reason_to_change() -> None:
    lines = {module: len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert [_relative(module) for module, count in lines.items() if count > LONGEST_FILE] == []


def test_modules_are_nouns_of_the_trade() -> None:
    assert [_relative(m) for m in MODULES if m.stem in NAMES_THAT_SAY_NOTHING] == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    hosts = re.compile(rb"(pypi|pythonhosted|npmjs|debian|ubuntu|maven|crates)\.(org|io|com)/", re.IGNORECASE)
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.split(b"\0")
    files = [ROOT / name.decode() for name in listed if name]
    kinds = {".py", ".toml", ".txt", ".in", ".md", ".spec", ".json", ".ts", ""}
    # A licence is quoted as it is, addresses included.
    texts = [f for f in files if f.suffix in kinds and not f.name.startswith("LICENSE")]
    assert [_relative(f) for f in texts if f.is_file() and hosts.search(f.read_bytes())] == []


def test_every_sentence_for_people_begins_with_a_literal() -> None:
    at_fault = [
        f"{_relative(module)}:{line}"
        for module in PACKAGE.rglob("*.py")
        if module.name != "wording.py"
        for line, template in sentences_in(module)
        if template is None
    ]
    assert at_fault == []


@pytest.mark.skipif(not TRANSLATIONS, reason="no Chinese translation has been made yet")
def test_every_sentence_for_people_has_a_chinese_translation_with_the_same_values() -> None:
    translated: dict[str, str] = {}
    for file in TRANSLATIONS:
        for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
            if context.findtext("name") == "Sentence":
                for message in context.iter("message"):
                    translated[message.findtext("source") or ""] = message.findtext("translation") or ""
    wrong = [
        f"{place}: {template}"
        for template, place in templates(PACKAGE).items()
        if not translated.get(template) or _values(translated[template]) != _values(template)
    ]
    assert wrong == []


def _values(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
