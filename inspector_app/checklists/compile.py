"""XLSForm (Markdown tables, xlsx, xls, csv) to XForm by pyxform; faults told in sentences."""

from __future__ import annotations

import csv
import io
import struct
import warnings
import zipfile

from inspector_app.checklists.compiler_words import TableRefused, in_our_words
from inspector_app.checklists.tables import LARGEST, as_xlsx, kind_of_file, plain, read_tables, refuse_hostile
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

_READABLE = {".md", ".xlsx", ".xlsm", ".xls", ".csv"}


def compile_xlsform(content: bytes, name: str) -> str:
    """Return the XForm of a form written as a table; ``name`` decides how the bytes are read."""
    suffix = kind_of_file(content, name)
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
    from xlrd.compdoc import CompDocError

    try:
        if suffix in {".xlsx", ".xlsm"}:
            refuse_hostile(content, name)
        if suffix == ".md" and b"<br>" in content:
            # pyxform knows no line end within a cell of Markdown; a workbook has them.
            content, suffix = as_xlsx(read_tables(content, name)), ".xlsx"
        content = plain(content, suffix)
        source: str | io.BytesIO = content.decode("utf-8") if suffix == ".md" else io.BytesIO(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = convert(xlsform=source, file_type=suffix, validate=False)
    except PyXFormError as error:
        raise TableRefused(in_our_words(str(error)), name) from error
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        EOFError,
        csv.Error,
        struct.error,
        zipfile.BadZipFile,
        XLRDError,
        CompDocError,
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
