"""What a stranger hears of packages and receipts, whole and damaged, without a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app import __main__
from inspector_app.domain.errors import EnvironmentProblem
from inspector_app.domain.ids import InspectionId
from inspector_app.services.package_verification import verify_exchanged
from inspector_app.system.logs import stop_logging
from tests.services.test_exchange import (  # noqa: F401 - fixtures
    Laptop,
    he,
    inspection,
    known,
    lin,
    stick,
)


@pytest.fixture(autouse=True)
def own_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(__main__, "default_logs", lambda: tmp_path / "logs")
    yield
    stop_logging()


@pytest.fixture
def package(
    lin: Laptop,  # noqa: F811
    he: Laptop,  # noqa: F811
    inspection: InspectionId,  # noqa: F811
    stick: Path,  # noqa: F811
    known: None,  # noqa: F811
) -> Path:
    return lin.hand_over(inspection, he, stick)


def _part(package: Path) -> Path:
    (part,) = package.parent.glob("*.part")
    return part


def _told(path: Path) -> str:
    return "\n".join(map(str, verify_exchanged(path).sentences))


def test_a_whole_package_says_who_signed_for_whom_and_that_it_was_not_opened(
    package: Path,
    lin: Laptop,  # noqa: F811
    he: Laptop,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert __main__.main(["--language", "en", "verify", str(package)]) == 0
    said = capsys.readouterr().out
    assert "complete and intact" in said
    assert f"gives {lin.a.cards.own().fingerprint}" in said
    assert f"for the laptop with the code {he.a.cards.own().fingerprint}" in said
    assert "was not opened" in said
    assert "青禾县" not in said


@pytest.mark.parametrize("place", [0.02, 0.2, 0.5, 0.8, 0.999])
def test_one_flipped_byte_of_the_naming_file_is_noticed(package: Path, place: float) -> None:
    data = bytearray(package.read_bytes())
    data[int(len(data) * place)] ^= 1
    package.write_bytes(data)
    report = verify_exchanged(package)
    assert not report.intact
    assert "complete" not in _told(package)


@pytest.mark.parametrize("place", [0.0, 0.5, 0.999])
def test_one_flipped_byte_of_a_part_names_the_part(
    package: Path, place: float, capsys: pytest.CaptureFixture[str]
) -> None:
    part = _part(package)
    data = bytearray(part.read_bytes())
    data[int(len(data) * place)] ^= 1
    part.write_bytes(data)
    assert __main__.main(["--language", "en", "verify", str(package)]) == 1
    assert f"Part 1 of 1 is damaged: {part.name}" in capsys.readouterr().out


def test_a_cut_part_and_a_missing_one_are_told_apart(package: Path) -> None:
    part = _part(package)
    part.write_bytes(part.read_bytes()[:-1])
    assert "is damaged" in _told(package)
    part.unlink()
    assert "Part 1 of 1 is missing" in _told(package)
    assert not verify_exchanged(package).intact


def test_a_receipt_says_what_it_answers_and_any_flipped_byte_is_noticed(
    package: Path,
    he: Laptop,  # noqa: F811
    stick: Path,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    taken = he.take(package)
    receipt = he.a.receiving.receipt(taken, stick)
    assert __main__.main(["--language", "en", "verify", str(receipt)]) == 0
    said = capsys.readouterr().out
    assert f"answers the package {taken.package.id[:12]}" in said
    assert "confirms 1 original " in said
    assert taken.package.id[:12] in _told(package)
    whole = receipt.read_bytes()
    for at in range(0, len(whole), 7):
        receipt.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not verify_exchanged(receipt).intact, at
    receipt.write_bytes(whole[:-1])
    assert __main__.main(["verify", str(receipt)]) == 1


def test_what_is_not_there_or_is_no_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.handover", tmp_path / "gone.receipt"):
        with pytest.raises(EnvironmentProblem, match="cannot be read"):
            verify_exchanged(path)


def test_a_package_under_another_name_is_no_package(package: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.receipt"
    other.write_bytes(package.read_bytes())
    assert "not a receipt" in _told(other)


def test_a_part_stands_for_its_package_and_a_card_tells_its_code(
    package: Path,
    lin: Laptop,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    part, card = _part(package), lin.a.cards.write(package.parent)
    assert __main__.main(["--language", "en", "verify", str(part)]) == 0
    assert "complete and intact" in capsys.readouterr().out
    assert lin.a.cards.own().fingerprint in _told(card)
    data = card.read_bytes()
    card.write_bytes(data.replace("青禾县".encode(), "青木县".encode()))
    assert not verify_exchanged(card).intact
    package.unlink()
    assert __main__.main(["--language", "en", "verify", str(part)]) == 1
    assert "says nothing alone" in capsys.readouterr().out
