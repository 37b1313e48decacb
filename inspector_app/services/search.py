"""Search over everything: what every inspection holds, the clauses of law, the people who work here."""

from __future__ import annotations

import json
import logging
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from inspector_app.domain.errors import Problem, UnusableInput
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.law import Clause, cite
from inspector_app.domain.people import Person
from inspector_app.domain.roster import narrow
from inspector_app.domain.search import Found, Hit, HitKind, Term
from inspector_app.domain.wording import sentence
from inspector_app.services.damage import is_noted
from inspector_app.services.desk import Desk
from inspector_app.services.packs import PackService
from inspector_app.services.search_terms import terms_of
from inspector_app.storage.store import Store, reading_store

SHOWN_OF_A_KIND = 8
_TEXTS, _ROWS = "terms:", "rows:"
_WHERE, _HASH = "\x1f", "\x1e"
_BEGINNING_OF_A_HASH = re.compile(r"[0-9a-f]{4,64}")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Index:
    """The searched text of one inspection, a line a thing, and what its file was when it was read."""

    file: str
    """Sizes and time of the closed file; empty while only the open one is known."""
    head: str
    """Count, clock and hash at the end of its journal."""
    texts: tuple[str, ...]


class SearchService:
    """Finds things by a part of their name or number.

    The texts are kept with the cards of the list, in the workspace's own encrypted file, and in memory
    until the desk is locked. A query opens no file of an inspection: it says which ones changed, and
    whoever asks has them read one at a time.
    """

    def __init__(self, desk: Desk, packs: PackService) -> None:
        self._desk = desk
        self._packs = packs
        self._kept: dict[InspectionId, _Index] | None = None
        self._refused: dict[InspectionId, str] = {}
        """Files that could not be read, as they then were."""
        desk.forget_when_locked(self.forget)

    def forget(self) -> None:
        """Drop every text from memory."""
        self._kept = None
        self._refused.clear()

    def find(self, query: str) -> Found:
        """Return what holds every word of the query; one letter or digit alone finds nothing."""
        words = _plain(query).split()
        if not words or (len(words) == 1 and len(words[0]) == 1 and words[0].isascii()):
            return Found(query=query)
        files = set(self._desk.inspection_files())
        hits: dict[HitKind, list[Hit]] = defaultdict(list)
        counts: dict[HitKind, int] = defaultdict(int)
        kept = self._indexes()
        for inspection in sorted(files & kept.keys(), reverse=True):  # identities follow time
            self._find_in(inspection, kept[inspection].texts, words, hits, counts)
        self._find_outside(words, hits, counts)
        kinds = [kind for kind in HitKind if counts[kind]]
        return Found(
            query=query,
            hits=tuple(hit for kind in kinds for hit in hits[kind]),
            counts=tuple((kind, counts[kind]) for kind in kinds),
            unread=tuple(one for one in sorted(files, reverse=True) if self._is_stale(one)),
        )

    def read(self, inspection: InspectionId) -> None:
        """Read one inspection for the search; a file that is not open is only looked into.

        A file that cannot be read is passed over until it changes: opening it says what is wrong.
        """
        mark = self._file_mark(inspection)
        try:
            if self._desk.is_open(inspection):
                self._read(inspection, self._desk.inspection(inspection), "")
            else:
                path, key = self._desk.inspection_path(inspection), self._desk.inspection_key(inspection)
                with reading_store(path, key, clock=self._desk.clock, ids=self._desk.ids) as store:
                    self._read(inspection, store, mark)
        except Problem:
            log.info("an inspection could not be read for the search", exc_info=True)
            self._refused[inspection] = mark

    def clause(self, clause_id: str) -> Clause:
        """Return a clause of the law in force here."""
        clause = self._packs.law().clause(clause_id)
        if clause is None:
            raise UnusableInput(
                sentence(
                    "The law on this laptop does not hold the clause {clause}. Search for it again.",
                    clause=clause_id,
                )
            )
        return clause

    def _indexes(self) -> dict[InspectionId, _Index]:
        if self._kept is None:
            derived = self._desk.workspace.derived
            files = set(self._desk.inspection_files())
            self._kept = {}
            for key, value in derived.starting_with(_TEXTS).items():
                inspection = InspectionId(key.removeprefix(_TEXTS))
                if inspection not in files:
                    derived.drop(key)
                    derived.drop(f"{_ROWS}{inspection}")
                    continue
                plain = json.loads(value)
                self._kept[inspection] = _Index(plain["file"], plain["head"], tuple(plain["texts"]))
        return self._kept

    def _keep(self, inspection: InspectionId, index: _Index) -> None:
        plain = {"file": index.file, "head": index.head, "texts": index.texts}
        value = json.dumps(plain, ensure_ascii=False).encode()
        self._desk.workspace.derived.put(f"{_TEXTS}{inspection}", value)
        self._indexes()[inspection] = index

    def _read(self, inspection: InspectionId, store: Store, mark: str) -> None:
        index, head = self._indexes().get(inspection), _head(store)
        if index is not None and index.head == head:  # only the file's time is new
            self._keep(inspection, _Index(mark, head, index.texts))
            return
        root = store.get(Inspection, inspection)
        terms = list(terms_of(root, store)) if root is not None else []
        name = root.institution.name if root is not None else ""
        rows = {"name": name, "rows": [[term.kind, term.place, term.label, term.word] for term in terms]}
        value = json.dumps(rows, ensure_ascii=False).encode()
        self._desk.workspace.derived.put(f"{_ROWS}{inspection}", value)
        self._keep(inspection, _Index(mark, head, tuple(_searched(term) for term in terms)))

    def _is_stale(self, inspection: InspectionId) -> bool:
        mark = self._file_mark(inspection)
        if is_noted(self._desk, inspection) or self._refused.get(inspection) == mark:
            return False
        index = self._indexes().get(inspection)
        if index is None:
            return True
        if self._desk.is_open(inspection):
            return _head(self._desk.inspection(inspection)) != index.head
        return index.file != mark

    def _file_mark(self, inspection: InspectionId) -> str:
        path = self._desk.inspection_path(inspection)
        marks = []
        for file in (path, path.with_name(f"{path.name}-wal")):
            if file.exists():
                status = file.stat()
                marks.append(f"{status.st_size}/{status.st_mtime_ns}")
        return " ".join(marks)

    def _find_in(
        self,
        inspection: InspectionId,
        texts: tuple[str, ...],
        words: list[str],
        hits: dict[HitKind, list[Hit]],
        counts: dict[HitKind, int],
    ) -> None:
        places: Iterable[int] = range(len(texts))
        for word in words:
            places = [place for place in places if word in texts[place]]
        found = [place for place in places if _answers(texts[place], words)]
        if not found:
            return
        kept = self._desk.workspace.derived.get(f"{_ROWS}{inspection}")
        if kept is None:
            return
        plain = json.loads(kept)
        for place in found:
            row_kind, link, label, word = plain["rows"][place]
            kind = HitKind(row_kind)
            if kind is HitKind.PATIENT and not _is_named(texts[place], words):
                kind = HitKind.BED
            counts[kind] += 1
            if len(hits[kind]) < SHOWN_OF_A_KIND:
                hits[kind].append(
                    Hit(
                        kind=kind,
                        place=link,
                        label=label,
                        word=word,
                        inspection=inspection,
                        institution=plain["name"],
                    )
                )

    def _find_outside(
        self, words: list[str], hits: dict[HitKind, list[Hit]], counts: dict[HitKind, int]
    ) -> None:
        people = [
            (HitKind.INSPECTOR, f"people/{person.id}", person.name, person.certificate_number)
            for person in self._desk.workspace.all(Person)
        ]
        clauses = [
            (HitKind.CLAUSE, f"clause/{clause.id}", cite(clause), f"{clause.conduct} {clause.wording}")
            for clause in self._packs.law().clauses
        ]
        for kind, place, label, more in (*people, *clauses):
            text = _plain(f"{label} {more}")
            if all(word in text for word in words):
                counts[kind] += 1
                # Whoever works here stands before the inspections that name them.
                if kind is HitKind.INSPECTOR:
                    hits[kind].insert(0, Hit(kind=kind, place=place, label=label))
                    del hits[kind][SHOWN_OF_A_KIND:]
                elif len(hits[kind]) < SHOWN_OF_A_KIND:
                    hits[kind].append(Hit(kind=kind, place=place, label=label))


def _head(store: Store) -> str:
    latest = store.journal.latest()
    end = latest.hash if latest is not None else ""
    return f"{store.journal.count()}/{store.journal.highest_clock()}/{end}"


def _plain(text: str) -> str:
    """Text as it is compared: half width, without case, one line."""
    return " ".join(narrow(text).casefold().split())


def _searched(term: Term) -> str:
    return f"{_plain(term.text)}{_WHERE}{_plain(term.where)}{_HASH}{term.sha256.casefold()}"


def _answers(text: str, words: list[str]) -> bool:
    """Whether every word is in the text, or is the beginning of its hash in at least four digits."""
    shown, _, sha256 = text.partition(_HASH)
    return all(
        word in shown or (_BEGINNING_OF_A_HASH.fullmatch(word) is not None and sha256.startswith(word))
        for word in words
    )


def _is_named(text: str, words: list[str]) -> bool:
    """Whether a word is in what names the person, and not only in where the person lies."""
    named = text.partition(_WHERE)[0]
    return any(word in named for word in words)
