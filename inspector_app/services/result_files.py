"""Files around a reconciliation of the command line: the mapping it reads, the result it writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.ledger_mapping import LedgerMapping, mapping_from_json
from inspector_app.domain.refusals import refusal
from inspector_app.domain.wording import sentence
from inspector_app.system.durable import write_durably


def mappings_of(path: Path | None) -> Mapping[LedgerKind, LedgerMapping]:
    """The mappings of a file, one a kind; none without a file."""
    if path is None:
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = refusal(error) if isinstance(error, OSError) else "UTF-8"
        raise UnusableInput(
            sentence("The mapping {name} could not be read ({reason}).", name=path.name, reason=reason)
        ) from error
    return mapping_from_json(path.name, text)


def refuse_to_overwrite(out: Path, given: Iterable[Path | None]) -> None:
    """Refuse a result that would take the place of what is to be read, or of a folder."""
    target = out.resolve()
    if any(path is not None and path.resolve() == target for path in given):
        raise UnusableInput(
            sentence(
                "The result would be written over {name}, which is to be read. Nothing was computed; give "
                "the result another name.",
                name=out.name,
            )
        )


def write_result(path: Path, content: bytes) -> None:
    """Write the result whole or not at all."""
    try:
        write_durably(path, content)
    except OSError as error:
        raise EnvironmentProblem(
            sentence(
                "The result {name} could not be written ({reason}). Check the folder and try again.",
                name=path.name,
                reason=refusal(error),
            )
        ) from error
