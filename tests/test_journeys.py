"""Whole ways through the program, from an empty laptop to a notice that others accept."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.services import fiction

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.journey


def _run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "XDG_STATE_HOME": str(folder), "PYTHONUTF8": "1"}
    variables.pop("DISPLAY", None)
    return subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, encoding="utf-8", check=False
    )


def _tool(name: str, *arguments: str, folder: Path) -> str:
    """Run a program that is not ours; skip where it is missing (``dev.py test`` installs it)."""
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    done = _run(name, *arguments, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The notice of the demonstration and what it told, made once without a display."""
    folder = tmp_path_factory.mktemp("demo")
    command = (sys.executable, "-m", "inspector_app", "demo", "--headless", "--out", str(folder))
    done = _run(*command, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "notice.pdf", done.stdout


@pytest.fixture(scope="module")
def notice(demonstration: tuple[Path, str]) -> Path:
    return demonstration[0]


def test_the_demonstration_tells_every_step_with_its_time(demonstration: tuple[Path, str]) -> None:
    steps = [line for line in demonstration[1].splitlines() if re.match(r"\s*\d+\.\d\d s\s+\d+ ms  \S", line)]
    assert len(steps) >= 15
    for word in ("walked with an empty list", "list taken in", "approved by", "signed by", "issued"):
        assert any(word in step for step in steps), word


def test_record_confirmation_and_receipt_lie_beside_the_notice(
    demonstration: tuple[Path, str], tmp_path: Path
) -> None:
    folder = demonstration[0].parent
    said = {
        "record.pdf": ("现场检查笔录", "病区：内一科", "在床率", "结束时间", "出入库记录"),
        "confirmation.pdf": ("签字反馈表", "合计", "核减后金额合计人民币"),
        "details.pdf": ("问题明细清单", "费用明细", "追溯码结算明细", "合计"),
        "delivery.pdf": ("送达回证", "留置送达", "见证人", "青医保责改"),
    }
    for name, words in said.items():
        text = "".join(_tool("pdftotext", "-raw", str(folder / name), "-", folder=tmp_path).split())
        assert not [word for word in words if word not in text], name
        assert "草稿" not in text


@pytest.mark.parametrize("name", ["record.pdf", "confirmation.pdf", "details.pdf", "delivery.pdf"])
def test_papers_signed_by_pen_verify_by_the_laptops_seal(
    demonstration: tuple[Path, str], tmp_path: Path, name: str
) -> None:
    path = str(demonstration[0].parent / name)
    done = _run(sys.executable, "-m", "inspector_app", "--language", "en", "verify", path, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the seal of a device and nobody's signature" in done.stdout
    strokes = 1 if name == "delivery.pdf" else 0
    assert _tool("pdfsig", "-nocert", path, folder=tmp_path).count("Signature is Valid") == 1 + strokes


def test_the_witness_of_the_refusal_has_signed_on_the_screen_and_who_refused_has_not(
    demonstration: tuple[Path, str], tmp_path: Path
) -> None:
    path = str(demonstration[0].parent / "delivery.pdf")
    told = _run(sys.executable, "-m", "inspector_app", "--language", "en", "verify", path, folder=tmp_path)
    assert "云中鹤（柳湾社区居民委员会工作人员）于" in told.stdout
    assert "在“见证人签名”处手写签名，林知远、周叙白在场" in told.stdout
    assert "no electronic signature in the sense of the law" in told.stdout
    assert "苏映秋" not in told.stdout


def test_a_second_laptop_takes_it_in_returns_it_and_accepts_it(demonstration: tuple[Path, str]) -> None:
    folder = demonstration[0].parent / "handover"
    assert len(list(folder.glob("*.handover"))) == 3
    assert len(list(folder.glob("*.receipt"))) == 2
    told = demonstration[1]
    assert told.count("1 of 1 laptops hold everything") == 2
    assert "returned to the team" in told
    assert "accepted by" in told
    assert "5 of 5 packages and receipts are complete and intact" in told
    assert "the very bytes of confirmation.pdf, delivery.pdf, details.pdf, notice.pdf, record.pdf" in told


def test_packages_and_receipts_of_the_demonstration_verify(
    demonstration: tuple[Path, str], tmp_path: Path
) -> None:
    folder = demonstration[0].parent / "handover"
    for path in (*folder.glob("*.handover"), *folder.glob("*.receipt")):
        done = _run(sys.executable, "-m", "inspector_app", "verify", str(path), folder=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr


def test_it_ends_with_a_notice_that_our_own_verifier_accepts(
    demonstration: tuple[Path, str], tmp_path: Path
) -> None:
    assert "文书完好" in demonstration[1]
    assert demonstration[1].count("签名电脑时间") == 3
    assert "没有外部机构为其身份作证" in demonstration[1]
    command = ("-m", "inspector_app", "--language", "en", "verify", str(demonstration[0]))
    done = _run(sys.executable, *command, folder=tmp_path)
    assert done.returncode == 0
    assert "The document is intact" in done.stdout
    assert done.stdout.count("Signed by") == 3
    assert "nobody outside vouches for the name" in done.stdout


def test_the_verifier_refuses_the_notice_after_one_changed_byte(notice: Path, tmp_path: Path) -> None:
    content = bytearray(notice.read_bytes())
    content[len(content) // 3] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(content)
    done = _run(sys.executable, "-m", "inspector_app", "verify", str(changed), folder=tmp_path)
    assert done.returncode == 1
    assert "请勿采信" in done.stdout


def test_pdfsig_finds_three_valid_signatures(notice: Path, tmp_path: Path) -> None:
    said = _tool("pdfsig", "-nocert", str(notice), folder=tmp_path)
    assert said.count("Signature is Valid.") == 3
    assert "Total document signed" in said


def test_qpdf_finds_nothing_to_complain_about(notice: Path, tmp_path: Path) -> None:
    said = _tool("qpdf", "--check", str(notice), folder=tmp_path)
    assert "No syntax or stream encoding errors found" in said


def test_every_font_is_embedded_with_its_text(notice: Path, tmp_path: Path) -> None:
    rows = _tool("pdffonts", str(notice), folder=tmp_path).splitlines()[2:]
    assert rows
    for row in rows:
        embedded, subset, unicode = row.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), row


def test_the_text_copies_out_exactly(notice: Path, tmp_path: Path) -> None:
    text = re.sub(r"\s", "", _tool("pdftotext", "-raw", str(notice), "-", folder=tmp_path))
    for words in (
        "责令整改通知书",
        fiction.HOSPITAL + "：",
        f"统一社会信用代码：{fiction.CREDIT_CODE}",
        f"执法人员{fiction.INSPECTORS[0][0]}（执法证号{fiction.INSPECTORS[0][1]}）",
        "人民币壹万柒仟贰佰叁拾叁元贰角肆分（¥17,233.24）",
        "第1次核查时，内一科3床住院患者现场查无此人。",
        "未按规定保管资料",
        "逐项见问题明细清单",
        "附件：问题明细清单",
        f"{fiction.NUMBER_WORD}责改〔",
        "〕12号",
    ):
        assert words in text, words
    assert "草稿" not in text
