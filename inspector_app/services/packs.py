"""Packs in force: the shipped ones, unless the workspace's folder holds a higher version of the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from inspector_app.domain.calendar import HolidayCalendar
from inspector_app.domain.categories import CategoryPack, Proposal
from inspector_app.domain.deadline import deadline
from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import Problem, UnusableInput
from inspector_app.domain.finding import Finding
from inspector_app.domain.law import Clause, LawPack, unconfirmed
from inspector_app.domain.packs import PackKind, PackLabel
from inspector_app.domain.region import DocumentRules, RegionPack
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.system.packs import Pack, keep_pack, pack_bytes, pack_files, parse_pack, read_pack
from inspector_app.system.paths import RESOURCES

Wanted = TypeVar("Wanted", LawPack, RegionPack, HolidayCalendar, CategoryPack)

SHIPPED = RESOURCES / "packs"
DEFAULT_REGION = "default"


class PackService:
    """Offers law, regions, holidays and categories; every one is replaceable without a release.

    ``folder`` is the workspace's folder of packs. A pack there that cannot be used leaves the one
    in force before in force; :meth:`problems` says so in sentences. A shipped pack that cannot be
    used raises.
    """

    def __init__(self, folder: Path, *, shipped: Path = SHIPPED) -> None:
        self._folder = folder
        self._shipped = shipped
        self._packs: dict[tuple[PackKind, str], Pack] = {}
        self._problems: list[Sentence] = []
        self.reload()

    def reload(self) -> None:
        """Read both folders again, after packs were put in or taken away."""
        packs: dict[tuple[PackKind, str], Pack] = {}
        for path in pack_files(self._shipped):
            _take(packs, read_pack(path), path.name)
        problems = []
        for path in pack_files(self._folder):
            try:
                _take(packs, read_pack(path), path.name)
            except Problem as problem:
                problems.append(problem.sentence)
        self._packs, self._problems = packs, problems

    def take_in(self, path: Path) -> PackLabel:
        """Put a pack file into the workspace's folder and in force; one that would not rule is refused."""
        content = pack_bytes(path)
        pack = parse_pack(content, path.name)
        in_force = self._packs.get((pack.label.kind, pack.label.id))
        if in_force is not None and in_force.label.version >= pack.label.version:
            raise UnusableInput(
                sentence(
                    "The pack {file} was not taken: {pack} is already in force. "
                    "Give the file a higher version than that.",
                    file=path.name,
                    pack=in_force.label,
                )
            )
        keep_pack(self._folder, pack, content)
        self.reload()
        return pack.label

    def problems(self) -> tuple[Sentence, ...]:
        """Return what is wrong with packs in the workspace's folder and between packs in force."""
        return (*self._problems, *self._contradictions())

    def versions(self) -> tuple[PackLabel, ...]:
        """Return the labels of all packs in force, in a stable order."""
        return tuple(sorted((pack.label for pack in self._packs.values()), key=str))

    def versions_for(self, region_id: str) -> tuple[PackLabel, ...]:
        """Return the labels that a document made under this region prints."""
        region = self.region(region_id)
        return (
            self.law(region.law).label,
            region.label,
            self.categories(region.categories).label,
            self.holidays(region.holidays).label,
        )

    def regions(self) -> tuple[RegionPack, ...]:
        return tuple(pack for pack in self._packs.values() if isinstance(pack, RegionPack))

    def region(self, region_id: str = DEFAULT_REGION) -> RegionPack:
        return self._find(RegionPack, PackKind.REGION, region_id)

    def law(self, law_id: str = "CN") -> LawPack:
        return self._find(LawPack, PackKind.LAW, law_id)

    def holidays(self, holidays_id: str = "CN") -> HolidayCalendar:
        return self._find(HolidayCalendar, PackKind.HOLIDAYS, holidays_id)

    def categories(self, categories_id: str = "CN") -> CategoryPack:
        return self._find(CategoryPack, PackKind.CATEGORIES, categories_id)

    def proposals_for(self, category_id: str, region_id: str = DEFAULT_REGION) -> Proposal:
        """Return clauses and requirement that the editor offers for a category."""
        return self.categories(self.region(region_id).categories).proposals_for(category_id)

    def clauses_for(
        self, finding: Finding, visited_on: date, region_id: str = DEFAULT_REGION
    ) -> tuple[Clause, ...]:
        """Return the clauses a finding may cite: by the conduct's days, for procedure by the visit's.

        Conduct whose days are not entered is taken to be what was seen on the visit; conduct with
        one end only is taken as that one day.
        """
        law = self.law(self.region(region_id).law)
        first = finding.conduct_from or finding.conduct_to or visited_on
        last = finding.conduct_to or first
        return (*law.for_conduct(first, last), *law.for_procedure(visited_on))

    def cited_outside(
        self, finding: Finding, visited_on: date, region_id: str = DEFAULT_REGION
    ) -> tuple[Clause, ...]:
        """Return the clauses a finding cites that were not in force on the days of its conduct."""
        law = self.law(self.region(region_id).law)
        offered = {clause.id for clause in self.clauses_for(finding, visited_on, region_id)}
        cited = (law.clause(one) for one in finding.clauses if one not in offered)
        return tuple(clause for clause in cited if clause is not None)

    def category_name(self, category_id: str, region_id: str = DEFAULT_REGION) -> str:
        """Return what the region's categories call this one; nothing where they do not know it."""
        category = self.categories(self.region(region_id).categories).category(category_id)
        return "" if category is None else category.name

    def cited_clauses(self, finding: Finding, region_id: str = DEFAULT_REGION) -> tuple[Clause, ...]:
        """Return the clauses that a finding cites, in its order; one that the law pack lacks is refused."""
        law = self.law(self.region(region_id).law)
        cited = []
        for clause_id in finding.clauses:
            clause = law.clause(clause_id)
            if clause is None:
                raise UnusableInput(
                    sentence(
                        "The finding {item} cites the clause {clause}, which {pack} does not hold. "
                        "Choose another clause, or put back the pack it came from.",
                        item=finding.item,
                        clause=clause_id,
                        pack=law.label,
                    )
                )
            cited.append(clause)
        return tuple(cited)

    def clauses_to_confirm(self, finding: Finding, region_id: str = DEFAULT_REGION) -> tuple[Clause, ...]:
        """Return the clauses a finding cites that are neither verified nor confirmed by the lead."""
        return unconfirmed(self.cited_clauses(finding, region_id), finding.clause_confirmations)

    def document(self, document_type: DocumentType, region_id: str = DEFAULT_REGION) -> DocumentRules:
        """Return the rules of a type of document, or say that the region has none."""
        rules = self.region(region_id).document(document_type)
        if rules is None:
            raise UnusableInput(
                sentence(
                    "The rules of the region {region} say nothing about the document {type}. "
                    "Add it to the region's pack.",
                    region=region_id,
                    type=document_type,
                )
            )
        return rules

    def deadline(
        self, document_type: DocumentType, delivered_on: date, region_id: str = DEFAULT_REGION
    ) -> date | None:
        """Return the last day in time for a document delivered on a day; ``None`` where none is set."""
        term = self.document(document_type, region_id).term
        if term is None:
            return None
        return deadline(term, delivered_on, self.holidays(self.region(region_id).holidays))

    def _find(self, wanted: type[Wanted], kind: PackKind, pack_id: str) -> Wanted:
        pack = self._packs.get((kind, pack_id))
        if not isinstance(pack, wanted):
            raise UnusableInput(
                sentence(
                    "The pack {pack} is not on this laptop. Put its file into the workspace's packs folder.",
                    pack=f"{kind}-{pack_id}",
                )
            )
        return pack

    def _contradictions(self) -> Iterable[Sentence]:
        for region in self.regions():
            builds_on = (
                (PackKind.LAW, region.law),
                (PackKind.HOLIDAYS, region.holidays),
                (PackKind.CATEGORIES, region.categories),
            )
            for key in builds_on:
                if key not in self._packs:
                    yield sentence(
                        "The pack {pack} builds on {missing}, which is not on this laptop. "
                        "Put its file into the workspace's packs folder.",
                        pack=region.label,
                        missing=f"{key[0]}-{key[1]}",
                    )
            law = self._packs.get((PackKind.LAW, region.law))
            categories = self._packs.get((PackKind.CATEGORIES, region.categories))
            if isinstance(law, LawPack) and isinstance(categories, CategoryPack):
                for category in categories.categories:
                    for clause_id in category.clauses:
                        if law.clause(clause_id) is None:
                            yield sentence(
                                "The pack {pack} proposes the clause {clause} for {category}, which {law} "
                                "does not hold. Choose the clause by hand, or correct one of the packs.",
                                pack=categories.label,
                                clause=clause_id,
                                category=category.name,
                                law=law.label,
                            )


def _take(packs: dict[tuple[PackKind, str], Pack], pack: Pack, file: str) -> None:
    """Put a pack in force when its version is higher; the same version with other content is refused."""
    key = (pack.label.kind, pack.label.id)
    known = packs.get(key)
    if known is not None and known.label.version == pack.label.version and known != pack:
        raise UnusableInput(
            sentence(
                "The pack {file} was not taken: another {pack} with the same version but other content is "
                "in force. Give it a higher version.",
                file=file,
                pack=pack.label,
            )
        )
    if known is None or known.label.version < pack.label.version:
        packs[key] = pack
