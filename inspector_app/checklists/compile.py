"""XLSForm (Markdown tables, xlsx, xls, csv) to XForm by pyxform; faults told in sentences."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from pathlib import PurePath

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

_READABLE = {".md", ".xlsx", ".xlsm", ".xls", ".csv"}
LARGEST = 20 * 1024 * 1024
_LARGEST_UNPACKED = 200 * 1024 * 1024


def compile_xlsform(content: bytes, name: str) -> str:
    """Return the XForm of a form written as a table; ``name`` decides how the bytes are read."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in _READABLE:
        raise UnusableInput(
            sentence(
                "{name} is no checklist this program reads. Checklists come as .xlsx, .xls, .csv or .md.",
                name=name,
            )
        )
    if len(content) > LARGEST:
        raise UnusableInput(
            sentence("{name} is larger than 20 MB, which no checklist is. Check the file.", name=name)
        )
    # pyxform costs a quarter of a second to import, so it waits until a form is compiled.
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert
    from xlrd import XLRDError

    try:
        _refuse_bomb(content, suffix)
        source: str | io.BytesIO = content.decode("utf-8-sig") if suffix == ".md" else io.BytesIO(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = convert(xlsform=source, file_type=suffix, validate=False)
    except PyXFormError as error:
        raise UnusableInput(
            sentence(
                "The checklist {name} cannot be read: {fault} Correct the table and import it again.",
                name=name,
                fault=str(error),
            )
        ) from error
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        EOFError,
        struct.error,
        zipfile.BadZipFile,
        XLRDError,
    ) as error:
        # pyxform lets plain errors of its readers through when a workbook is damaged.
        raise UnusableInput(
            sentence(
                "The file {name} is no readable checklist ({fault}). Ask for it again.",
                name=name,
                fault=type(error).__name__,
            )
        ) from error
    return str(result.xform)


def _refuse_bomb(content: bytes, suffix: str) -> None:
    """Refuse a workbook that grows beyond reason when it is unpacked."""
    if suffix not in {".xlsx", ".xlsm"}:
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _LARGEST_UNPACKED:
            raise zipfile.BadZipFile("too large")
