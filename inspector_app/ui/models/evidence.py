"""Evidence as a list of small pictures; pictures are fetched when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QPixmap

from inspector_app.domain.evidence import Citation, Evidence, IntakeWay
from inspector_app.domain.ids import EvidenceId, Sha256
from inspector_app.services.evidence import Gallery
from inspector_app.ui.evidence_words import heading, type_word, when, why_not_original

EVIDENCE = Qt.ItemDataRole.UserRole + 1
IS_CITED = Qt.ItemDataRole.UserRole + 2
IS_MARKED = Qt.ItemDataRole.UserRole + 3
SHOWN = QSize(232, 174)
"""How large a picture stands in the gallery, in pixels; the width of the window lets it grow a little."""
KEPT = 260
"""Pictures held in memory: some screens' worth, 42 MB at most."""

Index = QModelIndex | QPersistentModelIndex


class Filter(StrEnum):
    """Which part of the evidence is shown."""

    ALL = "all"
    NOT_CITED = "not_cited"
    NOT_ORIGINAL = "not_original"
    PHOTOGRAPHS = "photographs"
    DOCUMENTS = "documents"
    RECORDINGS = "recordings"


class EvidenceModel(QAbstractListModel):
    """Rows of evidence, the newest first, searched and filtered in memory."""

    picturesWanted = Signal(object)
    """``list[Evidence]`` that came into view without a picture."""
    captionEdited = Signal(str, str)
    """Identity and new caption."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._gallery = Gallery()
        self._rows: list[Evidence] = []
        self._row_of: dict[EvidenceId, int] | None = None
        self._row_of_bytes: dict[Sha256, int] | None = None
        self._texts: dict[EvidenceId, tuple[Evidence, tuple[Citation, ...], str]] = {}
        self._marked: frozenset[EvidenceId] = frozenset()
        self._words = ""
        self._filter = Filter.ALL
        self._pictures: OrderedDict[Sha256, QPixmap] = OrderedDict()
        self._waiting: dict[Sha256, Evidence] = {}
        self._asked: set[Sha256] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    def show_gallery(self, gallery: Gallery) -> None:
        """Take over what is there now; pieces that only came leave scroll and selection alone."""
        before, now = self._gallery.evidence, gallery.evidence
        cited, self._gallery = self._gallery.cited, gallery
        older = _place(before, now)
        if older is None or self._words or self._filter is not Filter.ALL:
            self._arrange()
            return
        newer = len(now) - older - len(before)
        if newer:
            self.beginInsertRows(QModelIndex(), 0, newer - 1)
        self._set_rows(now[older:][::-1])
        if newer:
            self.endInsertRows()
        if older:
            self.beginInsertRows(QModelIndex(), newer + len(before), len(now) - 1)
            self._set_rows(now[::-1])
            self.endInsertRows()
        last = newer + len(before) - 1
        for place, (old, new) in enumerate(zip(before, now[older:], strict=False)):
            if old is not new or cited.get(old.id) != gallery.cited.get(new.id):
                index = self.index(last - place)
                self.dataChanged.emit(index, index)

    def show_marked(self, marked: frozenset[EvidenceId]) -> None:
        """Take over which pieces have a marked copy."""
        changed, self._marked = self._marked ^ marked, marked
        for row in filter(lambda row: row >= 0, map(self.row_of, changed)):
            self.dataChanged.emit(self.index(row), self.index(row), [IS_MARKED])

    def show_only(self, words: str, part: Filter) -> None:
        """Keep rows whose caption, number, name, provider or device contains every word."""
        self._words, self._filter = words.casefold().strip(), part
        self._arrange()

    def evidence(self, row: int) -> Evidence:
        return self._rows[row]

    def row_of(self, evidence_id: str) -> int:
        """The row of a piece, or -1 while it is filtered away."""
        if self._row_of is None:
            self._row_of = {evidence.id: row for row, evidence in enumerate(self._rows)}
        return self._row_of.get(EvidenceId(evidence_id), -1)

    @property
    def total(self) -> int:
        return len(self._gallery.evidence)

    def put_picture(self, sha256: Sha256, image: QImage) -> None:
        """Keep a picture that was asked for; a null image stands for one that cannot be drawn."""
        self._asked.discard(sha256)
        self._pictures[sha256] = QPixmap.fromImage(image) if not image.isNull() else QPixmap()
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        if self._row_of_bytes is None:
            self._row_of_bytes = {evidence.sha256: row for row, evidence in enumerate(self._rows)}
        row = self._row_of_bytes.get(sha256)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        evidence = self._rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(evidence)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return heading(evidence)
        if role == Qt.ItemDataRole.EditRole:
            return evidence.caption
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(evidence)
        if role == EVIDENCE:
            return evidence
        if role == IS_CITED:
            return bool(self._gallery.cited.get(evidence.id))
        if role == IS_MARKED:
            return evidence.id in self._marked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        evidence = self._rows[index.row()]
        if str(value).strip() != evidence.caption:
            self.captionEdited.emit(evidence.id, str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = self._gallery.evidence[::-1]
        if self._filter is not Filter.ALL:
            shown = [evidence for evidence in shown if self._is_in_part(evidence)]
        for word in self._words.split():
            shown = [evidence for evidence in shown if word in self._text(evidence)]
        self._set_rows(shown)
        self.endResetModel()

    def _set_rows(self, rows: list[Evidence]) -> None:
        self._rows = rows
        self._row_of = self._row_of_bytes = None

    def _is_in_part(self, evidence: Evidence) -> bool:
        is_picture = evidence.media_type.startswith("image/")
        is_recording = evidence.way is IntakeWay.REGISTERED
        match self._filter:
            case Filter.NOT_CITED:
                return not self._gallery.cited.get(evidence.id)
            case Filter.NOT_ORIGINAL:
                return not evidence.is_original
            case Filter.PHOTOGRAPHS:
                return is_picture
            case Filter.DOCUMENTS:
                return not is_picture and not is_recording
            case Filter.RECORDINGS:
                return is_recording
            case Filter.ALL:
                return True

    def _text(self, evidence: Evidence) -> str:
        """What a search looks at, kept until the piece or its bindings change."""
        cited = self._gallery.cited.get(evidence.id, ())
        known = self._texts.get(evidence.id)
        if known is not None and known[0] is evidence and known[1] == cited:
            return known[2]
        parts = (
            evidence.number,
            evidence.caption,
            evidence.original_name,
            evidence.provided_by,
            evidence.capture_device,
            *(citation.target.label for citation in cited),
        )
        text = " ".join(parts).casefold()
        self._texts[evidence.id] = (evidence, cited, text)
        return text

    def _picture(self, evidence: Evidence) -> QPixmap | None:
        if not evidence.stored:
            return None
        found = self._pictures.get(evidence.sha256)
        if found is not None:
            self._pictures.move_to_end(evidence.sha256)
            return None if found.isNull() else found
        if evidence.sha256 not in self._asked:
            self._waiting[evidence.sha256] = evidence
            self._soon.start()
        return None

    @Slot()
    def _ask(self) -> None:
        wanted = list(self._waiting.values())
        self._waiting.clear()
        self._asked.update(evidence.sha256 for evidence in wanted)
        self.picturesWanted.emit(wanted)


def _place(before: list[Evidence], now: list[Evidence]) -> int | None:
    """How many pieces came before all that were there; ``None`` where it is not the same row of pieces."""
    if not before:
        return None
    first = next((place for place, piece in enumerate(now) if piece.id == before[0].id), None)
    if first is None or len(now) - first < len(before):
        return None
    return first if all(map(_is_same, before, now[first:])) else None


def _is_same(one: Evidence, other: Evidence) -> bool:
    return one is other or one.id == other.id


def _tip(evidence: Evidence) -> str:
    lines = [heading(evidence), type_word(evidence.evidence_type), when(evidence.taken_in_at)]
    return "\n".join(line for line in (*lines, why_not_original(evidence)) if line)
