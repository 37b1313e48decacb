"""Which rows of all ledgers speak of one item: by code first, by exact name and specification last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from inspector_app.ledgers.stock_sums import Book, Tag

_NATIONAL = re.compile(r"[XZTB][A-Z0-9]{19,22}|C\d{14,26}|00\d{13}")
_SERVICE = re.compile(r"00\d{13}")
_STRENGTH = re.compile(r"\d+(?:\.\d+)?(?:mg|g|ml|μg|ug|iu|万单位|单位|%)")


@dataclass(frozen=True, slots=True)
class Mention:
    """One way in which a book names an item, with what it says beside the codes."""

    book: Book
    tag: Tag
    name: str
    spec: str
    maker: str
    rows: int = 1


@dataclass(slots=True)
class Item:
    """One item and everything that names it."""

    key: str
    codes: set[str] = field(default_factory=set)
    local_codes: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)

    @property
    def books(self) -> set[Book]:
        return {mention.book for mention in self.mentions if mention.book is not Book.UNITS}

    def text(self, what: str) -> str:
        """The most usual name or specification, that of the billing before others."""
        votes: dict[str, tuple[int, int]] = {}
        for mention in self.mentions:
            said = getattr(mention, what)
            if said:
                rank = (
                    2 if mention.book in (Book.BILLING, Book.SALES) else int(mention.book is not Book.UNITS)
                )
                best, rows = votes.get(said, (0, 0))
                votes[said] = (max(best, rank), rows + mention.rows)
        return min(votes, key=lambda said: (-votes[said][0], -votes[said][1], said), default="")


def is_national(code: str) -> bool:
    return _NATIONAL.fullmatch(code) is not None


def is_service(code: str) -> bool:
    """Services are billed and never bought or stocked."""
    return _SERVICE.fullmatch(code) is not None


def plain_name(text: str) -> str:
    """A name without blanks, case and remarks in brackets."""
    return re.sub(r"\s+|[(\[【（].*?[)\]】）]", "", text).lower()


def plain_spec(text: str) -> str:
    return re.sub(r"\s+", "", text).lower().replace("×", "*").replace("x", "*")


def strength(spec: str) -> str:
    """The strength that a specification begins with, such as 0.25g; empty where it names none."""
    match = _STRENGTH.search(plain_spec(spec))
    return match[0] if match else ""


class ItemBook:
    """Assigns every mention to an item; what cannot be told apart is put together, never guessed."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(set(mentions), key=lambda one: (one.book, str(one.tag), one.name))
        self._codes_of_local: dict[str, set[str]] = defaultdict(set)
        self._codes: set[str] = set()
        self._names: dict[str, set[str]] = defaultdict(set)
        self._parent: dict[str, str] = {}
        self._keys: dict[tuple[Tag, str, str, str], str] = {}
        self._learn()
        self.items = self._gather()
        self._item_of_tag = {
            (mention.book, mention.tag): item for item in self.items for mention in item.mentions
        }

    def item_of(self, book: Book, tag: Tag) -> Item:
        return self._item_of_tag[book, tag]

    def possible_successions(self) -> list[list[Item]]:
        """Items with another national code under the same own code, name and strength (changed maker)."""
        by_code = {code: item for item in self.items for code in item.codes}
        groups: dict[frozenset[str], list[Item]] = {}
        for local in sorted(self._codes_of_local):
            found = {item.key: item for code in self._codes_of_local[local] if (item := by_code.get(code))}
            members = sorted(found.values(), key=lambda item: item.key)
            alike = [item for item in members if _alike(item, members[0])]
            if len(alike) > 1:
                groups.setdefault(frozenset(item.key for item in alike), alike)
        return list(groups.values())

    def _learn(self) -> None:
        for mention in self._mentions:
            code, local = mention.tag.code, mention.tag.local_code
            if code and local and code != local:
                self._codes_of_local[local].add(code)
            if code and mention.name:
                self._names[code].add(plain_name(mention.name))
        for mention in self._mentions:
            code = mention.tag.code
            # Where a ledger has one column of codes, the institution's own may stand in it.
            if code and (is_national(code) or code not in self._codes_of_local):
                self._codes.add(code)
        self._codes |= {code for codes in self._codes_of_local.values() for code in codes}

    def _gather(self) -> list[Item]:
        items: dict[str, Item] = {}
        named: list[Mention] = []
        for mention in self._mentions:
            key = self._key_by_code(mention)
            if key is None:
                named.append(mention)
            else:
                self._add(items, key, mention)
        by_name = _by_name(items.values())
        for mention in named:
            key = self._key_by_name(mention, by_name)
            self._add(items, key or f"name:{plain_name(mention.name)}|{plain_spec(mention.spec)}", mention)
        return self._joined(items)

    def _key_by_code(self, mention: Mention) -> str | None:
        code, local = mention.tag.code, mention.tag.local_code
        if code and code in self._codes:
            return f"code:{code}"
        own = code or local
        if not own:
            return None
        codes = self._codes_of_local.get(own, set())
        if not codes:
            return f"code:{own}" if own in self._codes else f"own:{own}"
        meant = sorted(codes)
        if len(meant) > 1 and mention.name:
            meant = [code for code in meant if plain_name(mention.name) in self._names[code]]
        if not meant:
            return f"own:{own}"  # two systems gave the same own code to different things
        for other in meant[1:]:  # nobody can say which of them a row means that gives the own code alone
            self._unite(f"code:{meant[0]}", f"code:{other}")
        return f"code:{meant[0]}"

    def _key_by_name(self, mention: Mention, by_name: dict[str, list[Item]]) -> str | None:
        found = by_name.get(plain_name(mention.name), []) if mention.name else []
        for what, plain in (("spec", plain_spec), ("maker", plain_name)):
            said = plain(getattr(mention, what))
            if not said:
                continue
            exact = [
                item
                for item in found
                if said in {plain(getattr(one, what)) for one in item.mentions if getattr(one, what)}
            ]
            silent = [item for item in found if not any(getattr(one, what) for one in item.mentions)]
            found = exact or silent
        return found[0].key if len(found) == 1 else None

    def _add(self, items: dict[str, Item], key: str, mention: Mention) -> None:
        item = items.setdefault(key, Item(key=key))
        item.mentions.append(mention)
        code, local = mention.tag.code, mention.tag.local_code
        if code and code in self._codes:
            item.codes.add(code)
        elif code:
            item.local_codes.add(code)
        if local:
            item.local_codes.add(local)

    def _joined(self, items: dict[str, Item]) -> list[Item]:
        joined: dict[str, Item] = {}
        for key in sorted(items):
            root = self._root(key)
            whole = joined.setdefault(root, Item(key=root))
            whole.codes |= items[key].codes
            whole.local_codes |= items[key].local_codes
            whole.mentions += items[key].mentions
        return [joined[key] for key in sorted(joined)]

    def _root(self, key: str) -> str:
        while key in self._parent:
            key = self._parent[key]
        return key

    def _unite(self, one: str, other: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        if first != second:
            self._parent[second] = first


def _by_name(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for name in sorted({plain_name(mention.name) for mention in item.mentions if mention.name}):
            found[name].append(item)
    return found


def _alike(one: Item, other: Item) -> bool:
    names = {plain_name(mention.name) for mention in one.mentions if mention.name}
    others = {plain_name(mention.name) for mention in other.mentions if mention.name}
    if not names & others:
        return False
    strengths = {strength(mention.spec) for mention in one.mentions} - {""}
    other_strengths = {strength(mention.spec) for mention in other.mentions} - {""}
    return not strengths or not other_strengths or bool(strengths & other_strengths)
