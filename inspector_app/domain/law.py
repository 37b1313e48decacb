"""Clauses of law as data: what may be cited, for which day, and how the citation is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from inspector_app.domain.chinese_numerals import chinese_numeral
from inspector_app.domain.finding import ClauseConfirmation
from inspector_app.domain.packs import PackLabel


class Track(StrEnum):
    """One fact, two tracks: the bureau's (行政) and the agency's under the agreement (协议)."""

    ADMINISTRATIVE = "administrative"
    AGREEMENT = "agreement"


class ClauseRole(StrEnum):
    """What a clause does in a notice."""

    DUTY = "duty"
    """The rule that was broken (违反)."""
    LIABILITY = "liability"
    """What follows from it (依据)."""
    PROCEDURE = "procedure"
    """How inspectors must act; chosen by the day of the visit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One citable place in a law.

    ``conduct`` and ``measures`` are our own words for the screen; documents print the citation, and
    ``wording`` only where the bureau's own pack supplies it.
    """

    id: str
    law: str
    issued: str = ""
    """Issuing number, such as 国务院令第735号; empty where a law is cited by its title alone."""
    article: int | None = None
    """``None`` while the article's number is not known: the law as a whole is cited."""
    paragraph: int | None = None
    item: int | None = None
    role: ClauseRole
    track: Track = Track.ADMINISTRATIVE
    subject: str = ""
    """Whom it binds: 定点医药机构, 参保人员, 经办机构."""
    conduct: str
    measures: tuple[str, ...] = ()
    wording: str = ""
    effective_from: date
    effective_to: date | None = None
    """Last day in force."""
    source: str
    verified: bool

    def in_force_on(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)

    def in_force_within(self, first: date, last: date) -> bool:
        """Tell whether the clause was in force on at least one day of the span."""
        return self.effective_from <= last and (self.effective_to is None or first <= self.effective_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPack:
    """One version of the clauses of one region of law."""

    label: PackLabel
    clauses: tuple[Clause, ...]

    def clause(self, clause_id: str) -> Clause | None:
        return next((clause for clause in self.clauses if clause.id == clause_id), None)

    def for_conduct(self, first: date, last: date | None = None) -> tuple[Clause, ...]:
        """Duties and liabilities in force while the conduct lasted; ``last`` is ``first`` for one day."""
        last = first if last is None else last
        first, last = min(first, last), max(first, last)
        return tuple(
            clause
            for clause in self.clauses
            if clause.role is not ClauseRole.PROCEDURE and clause.in_force_within(first, last)
        )

    def for_procedure(self, visited_on: date) -> tuple[Clause, ...]:
        """Rules of procedure in force on the day of the visit."""
        return tuple(
            clause
            for clause in self.clauses
            if clause.role is ClauseRole.PROCEDURE and clause.in_force_on(visited_on)
        )


def cite(clause: Clause) -> str:
    """Write the citation as notices do: 《…》（国务院令第735号）第三十八条第（一）项."""
    return _law(clause) + _article(clause) + _below(clause)


def cite_all(clauses: Iterable[Clause]) -> str:
    """Write several citations in one list; laws in the order they first come, each named once."""
    chosen = tuple(dict.fromkeys(clauses))
    laws = tuple(dict.fromkeys(_law(clause) for clause in chosen))
    by_place = sorted(chosen, key=lambda clause: (laws.index(_law(clause)), _place(clause)))
    written = []
    for law, of_law in groupby(by_place, key=_law):
        articles = []
        for article, of_article in groupby(of_law, key=_article):
            places = [_below(clause) for clause in of_article]
            if "" in places:
                # An article cited as a whole keeps standing beside its own items.
                articles.append(article)
            inside = "、".join(place for place in places if place)
            if inside:
                articles.append(article + inside)
        written.append(law + "、".join(article for article in articles if article))
    return "，".join(written)


def unconfirmed(clauses: Iterable[Clause], confirmations: Iterable[ClauseConfirmation]) -> tuple[Clause, ...]:
    """Return the clauses that nobody verified and no lead confirmed: they may not be cited yet."""
    confirmed = {confirmation.clause for confirmation in confirmations}
    return tuple(clause for clause in clauses if not clause.verified and clause.id not in confirmed)


def _place(clause: Clause) -> tuple[int, int, int]:
    return (clause.article or 0, clause.paragraph or 0, clause.item or 0)


def _law(clause: Clause) -> str:
    return f"《{clause.law}》" + (f"（{clause.issued}）" if clause.issued else "")


def _article(clause: Clause) -> str:
    return f"第{chinese_numeral(clause.article)}条" if clause.article else ""


def _below(clause: Clause) -> str:
    paragraph = f"第{chinese_numeral(clause.paragraph)}款" if clause.paragraph else ""
    return paragraph + (f"第（{chinese_numeral(clause.item)}）项" if clause.item else "")
