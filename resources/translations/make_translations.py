"""Brings the Chinese translation up to date: collects the words, keeps what is translated, compiles.

    python resources/translations/make_translations.py

``pyside6-lupdate`` collects what the window says. It does not know ``sentence("…")``, so the
literals of these calls are added here, in the context "Sentence". Ends with 1 while a translation
is missing, and names what is.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import sysconfig
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "inspector_app"
TS = ROOT / "resources" / "translations" / "app_zh_CN.ts"
QM = TS.with_suffix(".qm")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def sentences() -> list[str]:
    """Every literal that begins a ``sentence(…)`` of the package, each once, in order of the alphabet."""
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "sentence" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return sorted(found)


def tool(name: str) -> str:
    """The path of a tool that came with PySide6."""
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(Path(sysconfig.get_path("scripts")) / f"{name}{suffix}")


def known() -> dict[tuple[str, str], str]:
    """What is translated already, by context and source; words that are gone for now are kept too."""
    if not TS.exists():
        return {}
    found: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(TS).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            text = message.findtext("translation") or ""
            if text:
                found[context.findtext("name") or "", message.findtext("source") or ""] = text
    return found


def update() -> list[str]:
    """Write the file anew; return what has no translation yet."""
    translated = known()
    fresh = TS.with_name("fresh_zh_CN.ts")
    files = sorted(str(file) for file in (PACKAGE / "ui").rglob("*.py"))
    try:
        subprocess.run(
            [tool("pyside6-lupdate"), "-locations", "none", *files, "-ts", str(fresh)],
            check=True,
            capture_output=True,
        )
        root = ElementTree.parse(fresh).getroot()  # noqa: S314 - just made from our own sources
    finally:
        fresh.unlink(missing_ok=True)
    words = {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in root.iter("context")
        for message in context.iter("message")
    }
    words |= {("Sentence", template) for template in sentences()}
    _write(words, translated)
    return sorted(f"{name}: {source}" for name, source in words if not translated.get((name, source)))


def _write(words: set[tuple[str, str]], translated: dict[tuple[str, str], str]) -> None:
    root = ElementTree.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    for name in sorted({name for name, _source in words}):
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = name
        for source in sorted(source for owner, source in words if owner == name):
            message = ElementTree.SubElement(context, "message")
            ElementTree.SubElement(message, "source").text = source
            text = translated.get((name, source), "")
            translation = ElementTree.SubElement(message, "translation")
            translation.text = text
            if not text:
                translation.set("type", "unfinished")
    ElementTree.indent(root)
    TS.write_text(HEAD + ElementTree.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def main() -> int:
    """Update, compile, and say what is missing."""
    missing = update()
    subprocess.run([tool("pyside6-lrelease"), "-silent", str(TS), "-qm", str(QM)], check=True)
    for line in missing:
        sys.stdout.write(f"not translated: {line}\n")
    sys.stdout.write(f"{len(missing)} words without a translation\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
