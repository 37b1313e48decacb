"""The rectification notice (责令整改通知书) as values: everything that its layout needs, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from inspector_app.domain.finding import Amounts, to_fen
from inspector_app.domain.money import capitals, figures


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed words of a bureau's documents, of one version; a phrase may hold ``{name}`` places."""

    version: str
    phrases: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.phrases[key]

    def say(self, key: str, **values: object) -> str:
        """Return a phrase with its places filled; an unknown phrase or place is a bug of the wording file."""
        return self.phrases[key].format(**values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """The inspected party as it stands in the notice."""

    name: str
    credit_code: str = ""
    institution_code: str = ""
    address: str = ""
    legal_representative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspector:
    """Somebody who signs as inspector."""

    person: str
    """Identity of the person, so that the signing place is found again."""
    name: str
    certificate_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One finding as the table prints it."""

    number: int
    category: str
    item: str
    description: str
    extent: str
    """Persons, times or quantity in words, such as ``6人``; empty where it does not apply."""
    department: str = ""
    amounts: Amounts = field(default_factory=Amounts)
    requirement: str = ""
    deadline: str = ""
    """A printed date."""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums of the rows as printed: each amount is rounded to fen first, so that the table adds up."""

    total: Decimal
    fund: Decimal
    deduction: Decimal
    to_return: Decimal

    @property
    def to_return_figures(self) -> str:
        return figures(self.to_return)

    @property
    def to_return_capitals(self) -> str:
        return capitals(self.to_return)


def totals_of(rows: tuple[NoticeRow, ...]) -> Totals:
    """Add up the table."""
    return Totals(
        total=_sum(row.amounts.total for row in rows),
        fund=_sum(row.amounts.fund for row in rows),
        deduction=_sum(row.amounts.deduction for row in rows),
        to_return=sum((row.amounts.to_return for row in rows), Decimal(0)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContent:
    """A notice before it is laid out; the same content gives the same bytes."""

    wording: Wording
    bureau: str
    red_header: str
    title: str
    number: str
    """Official number or draft number, as printed."""
    is_draft: bool
    """A draft carries a watermark across every page."""
    corrects: str = ""
    """Number of the notice that this one withdraws or corrects."""
    party: Party
    opening: tuple[str, ...]
    """Paragraphs before the first heading: legal basis, period, who came, certificates and rights."""
    facts: tuple[str, ...]
    """Paragraphs above the table of findings."""
    rows: tuple[NoticeRow, ...]
    amounts_paragraph: str
    citations: tuple[str, ...]
    """Paragraphs: which rules were broken, and on which rules the order rests."""
    requirements: tuple[str, ...]
    consequences: tuple[str, ...]
    remedies: tuple[str, ...]
    contact: str
    annexes: str = ""
    """What goes with the notice, printed above the signatures (附件说明); empty where nothing does."""
    inspectors: tuple[Inspector, ...]
    signed_on: date
    approval: str = ""
    """Who approved it and how independent they were; a verifier reads it without this laptop."""
    closing_notes: tuple[str, ...]
    """Small print: evidence list, versions of the packs, head code of the journal, copies."""

    def texts(self) -> tuple[str, ...]:
        """Return every text that is printed, for the check that fonts have all its characters."""
        rows = tuple(
            text
            for row in self.rows
            for text in (row.category, row.item, row.description, row.extent, row.department, row.requirement)
        )
        people = tuple(text for one in self.inspectors for text in (one.name, one.certificate_number))
        return (
            *(self.bureau, self.red_header, self.title, self.number, self.corrects),
            *(self.party.name, self.party.credit_code, self.party.institution_code, self.party.address),
            self.party.legal_representative,
            *self.opening,
            *self.facts,
            *rows,
            self.amounts_paragraph,
            *self.citations,
            *self.requirements,
            *self.consequences,
            *self.remedies,
            self.contact,
            self.annexes,
            *people,
            *self.closing_notes,
        )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum((to_fen(amount) for amount in amounts), Decimal(0))
