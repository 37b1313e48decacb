"""Problem categories in the nation's two levels, causes of action, and what each proposes."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.domain.packs import PackLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryGroup:
    """First level of the national table of problems (问题类别一级)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseOfAction:
    """One cause of action (案由) of the dictionary, with whom it concerns."""

    number: int
    name: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCategory:
    """Second level (问题类别二级), with the defaults a finding of this kind starts from."""

    id: str
    name: str
    group: str
    causes: tuple[int, ...] = ()
    clauses: tuple[str, ...] = ()
    requirement: str = ""
    """Chinese text proposed as the requirement; the inspector edits it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the editor offers for a category; nothing of it is decided."""

    clauses: tuple[str, ...] = ()
    requirement: str = ""
    causes: tuple[CauseOfAction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryPack:
    """One version of the categories."""

    label: PackLabel
    groups: tuple[CategoryGroup, ...]
    categories: tuple[ProblemCategory, ...]
    causes: tuple[CauseOfAction, ...]

    def category(self, category_id: str) -> ProblemCategory | None:
        return next((known for known in self.categories if known.id == category_id), None)

    def group(self, group_id: str) -> CategoryGroup | None:
        return next((known for known in self.groups if known.id == group_id), None)

    def group_of(self, category_id: str) -> CategoryGroup | None:
        """Return the first level above a category."""
        category = self.category(category_id)
        return None if category is None else self.group(category.group)

    def in_group(self, group_id: str) -> tuple[ProblemCategory, ...]:
        return tuple(category for category in self.categories if category.group == group_id)

    def proposals_for(self, category_id: str) -> Proposal:
        """Return what the pack proposes; an unknown category proposes nothing."""
        category = self.category(category_id)
        if category is None:
            return Proposal()
        return Proposal(
            clauses=category.clauses,
            requirement=category.requirement,
            causes=tuple(cause for cause in self.causes if cause.number in category.causes),
        )
