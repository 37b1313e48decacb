"""A block of cells from a spreadsheet, read and brought into new entries of a repeat."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import state_of
from inspector_app.checklists.views import question_at, questions
from inspector_app.domain.checklist import QuestionKind, QuestionView
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.pasted_rows import PastedCell
from inspector_app.domain.wording import Sentence, sentence

MOST_ROWS = 500
_LONGEST = 2_000_000
_LONGEST_CELL = 32_767
"""As many characters as a cell of a spreadsheet can hold."""
_SEVERAL = re.compile(r"[、,，;；|\s]+")
_MIDNIGHT = re.compile(r"[ T]+0?0:00(:00)?$")
_NUMBERS = frozenset({QuestionKind.INTEGER, QuestionKind.DECIMAL, QuestionKind.RANGE})
_YES = frozenset({"ok", "yes", "y", "1", "true", "是", "√", "✓"})


def _no_rows() -> UnusableInput:
    return UnusableInput(
        sentence("What was copied cannot be read as rows. Copy them in the spreadsheet again.")
    )


def cells_of(text: str) -> list[list[str]]:
    """Return the lines that hold anything, cell by cell; a cell in quotation marks may hold line breaks."""
    if len(text) > _LONGEST:
        raise UnusableInput(
            sentence("This is too much to paste at once. Copy at most {count} rows.", count=MOST_ROWS)
        )
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if plain.count('"') % 2:
        lines = [line.split("\t") for line in plain.split("\n")]  # a quotation mark that is only a mark
    else:
        try:
            lines = list(csv.reader(io.StringIO(plain, newline=""), delimiter="\t"))
        except csv.Error as error:
            raise _no_rows() from error
    if any(len(cell) > _LONGEST_CELL for line in lines for cell in line):
        raise _no_rows()
    found = [[cell.strip() for cell in line] for line in lines if any(cell.strip() for cell in line)]
    if not found:
        raise UnusableInput(sentence("There are no rows to paste. Copy them in the spreadsheet first."))
    if len(found) > MOST_ROWS + 1:
        raise UnusableInput(
            sentence(
                "{found} rows are too many to paste at once. Copy at most {count}.",
                found=len(found),
                count=MOST_ROWS,
            )
        )
    return found


@dataclass(slots=True)
class Filled:
    """What was brought into a form: new entries, cells, and texts that fit no answer."""

    first: str = ""
    """The entry of the first line: new, or the last one there where nothing was answered in it yet."""
    entries: list[str] = field(default_factory=list)
    """Those that are new."""
    rows: list[tuple[PastedCell, ...]] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    has_heading: bool = False
    left_out: tuple[str, ...] = ()
    changed: dict[str, None] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    """Texts that are none of the choices, by the path of their question."""


def fill(session: FormSession, repeat: str, cells: Sequence[Sequence[str]], keys: Iterator[str]) -> Filled:
    """Add an entry for each line and answer its questions in their order, or by a heading that names them."""
    parent, _, name = repeat.rpartition("/")
    if not session.may_grow((*state_of(session.node(parent)).names, name)):
        raise UnusableInput(
            sentence("The form itself decides how many entries there are. Answer them one by one.")
        )
    filled = Filled()
    views = questions(session)
    blank = _blank(views, repeat)
    first = filled.first = blank or session.add_instance(repeat, next(keys))
    asked = _asked(views if blank else questions(session), first)
    if not asked:
        raise UnusableInput(sentence("The entries here ask for nothing that can be pasted."))
    places = _by_heading(session, asked, cells[0])
    filled.has_heading = places is not None
    lines = cells[1:] if places is not None else cells
    if not lines:
        raise UnusableInput(sentence("Only the heading was copied. Copy the rows below it as well."))
    width = max(len(line) for line in cells)
    if places is None:
        places = {place: one for place, one in enumerate(asked) if place < width}
    heading = cells[0] if filled.has_heading else ()
    filled.left_out = tuple(
        (heading[place] if place < len(heading) else "") or str(place + 1)
        for place in range(width)
        if place not in places and any(place < len(line) and line[place] for line in lines)
    )
    filled.columns = tuple(one.label for one in places.values())
    entries = [first, *session.add_instances(repeat, [next(keys) for _ in lines[1:]])]
    filled.entries = entries[1:] if blank else entries
    _fill_entries(session, entries, lines, {at: _below(one.path) for at, one in places.items()}, filled)
    filled.changed.update(dict.fromkeys(session.take_changed()))
    return filled


def _fill_entries(
    session: FormSession,
    entries: Sequence[str],
    lines: Sequence[Sequence[str]],
    places: dict[int, str],
    filled: Filled,
) -> None:
    """Answer column by column: a choice may depend on one before it; totals are computed once for each."""
    unknown: dict[str, Sentence] = {}
    for place, name in places.items():
        values: dict[str, str] = {}
        for entry, line in zip(entries, lines, strict=True):
            text = line[place] if place < len(line) else ""
            path = f"{entry}/{name}"
            view = question_at(session, path) if text else None
            if view is None:
                continue
            value = _value(session, view, text)
            if value is None:
                unknown[path] = sentence("{text} is none of the choices. It is kept as a remark.", text=text)
                filled.remarks[path] = text
            else:
                values[path] = value
        session.answer_all(values)
    # Told when everything stands: later columns may decide about earlier ones.
    for entry, line in zip(entries, lines, strict=True):
        filled.rows.append(
            tuple(
                _told(session, f"{entry}/{name}", line[at] if at < len(line) else "", unknown)
                for at, name in places.items()
            )
        )


def _told(session: FormSession, path: str, text: str, unknown: dict[str, Sentence]) -> PastedCell:
    view = question_at(session, path)
    if view is None or not text:
        return PastedCell(text=text)
    told = unknown.get(path) or view.error
    if told is None and not view.relevant:
        told = sentence("Other answers of this row say that this is not asked. It counts for nothing.")
    return PastedCell(text=text, words=view.value_label or view.value, told=told, told_text=view.error_text)


def _blank(views: Sequence[QuestionView], repeat: str) -> str:
    """Return the last entry where it has no answer yet: forms begin with one, and it is not left over."""
    there = [
        one.path
        for one in views
        if one.kind is QuestionKind.REPEAT_INSTANCE and one.path.rpartition("[")[0] == repeat
    ]
    if not there or any(one.path.startswith(f"{there[-1]}/") and not _is_blank(one) for one in views):
        return ""
    return there[-1]


def _is_blank(view: QuestionView) -> bool:
    return view.readonly or not view.value


def _asked(views: Sequence[QuestionView], entry: str) -> list[QuestionView]:
    """Return the questions of one entry in the order of the form, without those of entries inside it."""
    return [
        view
        for view in views
        if view.path.startswith(f"{entry}/")
        and view.path.rpartition("]/")[0] == entry[:-1]
        and view.kind.is_answerable
        and not view.readonly
    ]


def _below(path: str) -> str:
    """The place of a question within its entry."""
    return path.rpartition("]/")[2]


def _by_heading(
    session: FormSession, asked: Sequence[QuestionView], line: Sequence[str]
) -> dict[int, QuestionView] | None:
    """Return the question of each column that a heading names; ``None`` where most of it names nothing."""
    known = {_plain(one.path.rpartition("/")[2]): one for one in asked}
    spoken = [(view, said.label) for view in reversed(asked) for said in _in_every_language(session, view)]
    for view, label in spoken:  # a label such as 就诊号（住院号） is known by either of its names
        known |= dict.fromkeys(_names(label), view)
    known |= {_plain(label): view for view, label in spoken}
    named: dict[int, QuestionView] = {}
    for place, cell in enumerate(line):
        one = known.get(_plain(cell))
        if one is not None and one not in named.values():
            named[place] = one
    filled = sum(1 for cell in line if cell)
    return named if named and 2 * len(named) >= filled else None


def _names(label: str) -> list[str]:
    parts = re.fullmatch(r"([^()]+)\(([^()]+)\)", _plain(label))
    return [part for part in parts.groups() if part] if parts else []


def _plain(text: str) -> str:
    return re.sub(r"[\s*:：]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _in_every_language(session: FormSession, view: QuestionView) -> list[QuestionView]:
    """Return a question as each language of the form says it: spreadsheets do not follow the window."""
    shown = session.labels.language
    found = [view]
    try:
        for language in session.form.texts.languages:
            session.labels.language = language
            said = question_at(session, view.path)
            if said is not None:
                found.append(said)
    finally:
        session.labels.language = shown
    return found


def _value(session: FormSession, view: QuestionView, text: str) -> str | None:
    """Return what is answered; ``None`` where the text is none of the choices."""
    if view.kind is QuestionKind.ACKNOWLEDGE:
        return "OK" if _plain(text) in _YES else None
    if view.kind.has_choices:
        known = {_plain(choice.value): choice.value for choice in view.choices}
        for said in _in_every_language(session, view):
            known |= {_plain(choice.label): choice.value for choice in said.choices}
        whole = known.get(_plain(text))
        if whole is not None or view.kind is QuestionKind.SELECT_ONE:
            return whole
        parts = [known.get(_plain(part)) for part in _SEVERAL.split(text) if part]
        return " ".join(dict.fromkeys(part for part in parts if part)) if parts and all(parts) else None
    if view.kind in _NUMBERS:
        return text.lstrip("¥￥ ")
    if view.kind is QuestionKind.DATE:
        return _MIDNIGHT.sub("", text)  # spreadsheets write a day as its midnight
    return text
