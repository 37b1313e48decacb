"""Packs in force: replacing, falling back, and what a finding may cite under them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from inspector_app.domain.calendar import MissingHolidayYear
from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.finding import ClauseConfirmation, Finding
from inspector_app.domain.headcount_suspicions import ABSENT_STAY, FALSE_VISIT
from inspector_app.domain.ids import FindingId, PersonId
from inspector_app.services.packs import SHIPPED, PackService

NOTICE = DocumentType.RECTIFICATION_NOTICE
REGION = (SHIPPED / "region-default.toml").read_text(encoding="utf-8")
VISIT = date(2026, 11, 20)

FINDING = Finding(
    id=FindingId("f"),
    category="absent-stay",
    item="挂床住院",
    description="示例",
    recorded_at=datetime(2026, 11, 20, 12, tzinfo=UTC),
    recorded_by=PersonId("p"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    packs = tmp_path / "packs"
    packs.mkdir()
    return packs


def _drop(folder: Path, name: str, *changes: tuple[str, str]) -> None:
    text = REGION
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / name).write_text(text, encoding="utf-8")


def _newer(version: str) -> tuple[str, str]:
    return 'version = "2026.1"', f'version = "{version}"'


def test_the_shipped_packs_fit_each_other(folder: Path) -> None:
    assert PackService(folder).problems() == ()


def test_a_workspace_without_a_folder_of_packs_uses_the_shipped_ones(tmp_path: Path) -> None:
    packs = PackService(tmp_path / "none")
    assert packs.problems() == ()
    assert [str(label) for label in packs.versions_for("default")] == [
        "law-CN 2026.2",
        "region-default 2026.1",
        "categories-CN 2026.2",
        "holidays-CN 2026.1",
    ]


@pytest.mark.parametrize(("version", "days"), [("2026.2", 7), ("2026.10", 7), ("2027", 7), ("2025.9", 15)])
def test_a_pack_of_a_higher_version_takes_over_and_a_lower_one_does_not(
    folder: Path, version: str, days: int
) -> None:
    _drop(folder, "ours.toml", _newer(version), ("count = 15", "count = 7"))
    packs = PackService(folder)
    term = packs.document(NOTICE).term
    assert term is not None
    assert term.count == days
    assert packs.problems() == ()


def test_the_highest_of_several_is_in_force_whatever_their_names(folder: Path) -> None:
    _drop(folder, "a.toml", _newer("2026.10"), ("count = 15", "count = 10"))
    _drop(folder, "b.toml", _newer("2026.9"), ("count = 15", "count = 9"))
    assert PackService(folder).region().label.version == (2026, 10)


def test_the_same_version_with_other_content_is_refused_with_a_sentence(folder: Path) -> None:
    _drop(folder, "edited.toml", ("count = 15", "count = 7"))
    packs = PackService(folder)
    assert ["edited.toml" in str(problem) for problem in packs.problems()] == [True]
    term = packs.document(NOTICE).term
    assert term is not None
    assert term.count == 15


def test_an_exact_copy_of_a_shipped_pack_is_no_problem(folder: Path) -> None:
    _drop(folder, "copy.toml")
    assert PackService(folder).problems() == ()


def test_a_broken_pack_leaves_the_one_before_in_force_and_is_named(folder: Path) -> None:
    _drop(folder, "broken.toml", _newer("2026.2"), ("number_padding = 0", 'number_padding = "none"'))
    packs = PackService(folder)
    (problem,) = map(str, packs.problems())
    assert "broken.toml" in problem
    assert "number_padding" in problem
    assert "region" in problem
    assert packs.region().label.version == (2026, 1)


def test_a_broken_shipped_pack_is_never_passed_over(tmp_path: Path) -> None:
    (tmp_path / "law-CN.toml").write_text("[pack]", encoding="utf-8")
    with pytest.raises(UnusableInput, match=r"law-CN\.toml"):
        PackService(tmp_path / "none", shipped=tmp_path)


def test_a_region_of_its_own_is_offered_beside_the_shipped_ones(folder: Path) -> None:
    _drop(folder, "ours.toml", ('id = "default"', 'id = "qinghe"'), ("count = 15", "count = 30"))
    packs = PackService(folder)
    assert {region.label.id for region in packs.regions()} == {"default", "example-strict", "qinghe"}
    assert packs.deadline(NOTICE, date(2026, 11, 1), "qinghe") == date(2026, 12, 1)


def test_a_region_that_builds_on_a_missing_pack_is_told(folder: Path) -> None:
    _drop(folder, "ours.toml", _newer("2026.2"), ('law = "CN"', 'law = "QH"'))
    packs = PackService(folder)
    assert any("law-QH" in str(problem) for problem in packs.problems())
    with pytest.raises(UnusableInput, match="law-QH"):
        packs.clauses_for(FINDING, VISIT)


def test_a_pack_put_in_later_is_found_on_reload(folder: Path) -> None:
    packs = PackService(folder)
    _drop(folder, "ours.toml", _newer("2026.2"))
    packs.reload()
    assert packs.region().label.version == (2026, 2)


def test_a_pack_that_is_taken_in_rules_at_once_and_after_a_restart(tmp_path: Path) -> None:
    _drop(tmp_path, "from the stick.toml", _newer("2026.2"), ("count = 15", "count = 7"))
    packs = PackService(tmp_path / "packs")
    before = packs.region().label
    label = packs.take_in(tmp_path / "from the stick.toml")
    assert label == packs.region().label == PackService(tmp_path / "packs").region().label
    assert [path.name for path in (tmp_path / "packs").iterdir()] == ["region-default-2026.2.toml"]
    assert label.fingerprint.startswith("sha256:")
    assert label.fingerprint != before.fingerprint


@pytest.mark.parametrize(
    "changes", [(), (_newer("2025.12"),), (_newer("2026.2"), ("count = 15", "count = 0"))]
)
def test_a_pack_that_would_not_rule_or_is_broken_is_not_taken_in(
    tmp_path: Path, changes: tuple[tuple[str, str], ...]
) -> None:
    _drop(tmp_path, "theirs.toml", *changes)
    packs = PackService(tmp_path / "packs")
    with pytest.raises(UnusableInput, match=r"theirs\.toml"):
        packs.take_in(tmp_path / "theirs.toml")
    assert not (tmp_path / "packs").exists()
    assert packs.region().label.version == (2026, 1)


def test_an_unknown_region_is_told() -> None:
    with pytest.raises(UnusableInput, match="region-atlantis"):
        PackService(Path("nowhere")).region("atlantis")


def test_a_deadline_is_in_calendar_days_unless_the_region_says_working_days(folder: Path) -> None:
    packs = PackService(folder)
    assert packs.deadline(NOTICE, date(2026, 11, 22)) == date(2026, 12, 7)
    assert packs.deadline(NOTICE, date(2026, 9, 29), "example-strict") == date(2026, 10, 19)
    assert packs.deadline(DocumentType.WARD_SHEET, date(2026, 11, 22)) is None


def test_working_days_into_a_year_without_a_schedule_are_refused(folder: Path) -> None:
    packs = PackService(folder)
    assert packs.deadline(NOTICE, date(2026, 12, 25)) == date(2027, 1, 9)
    with pytest.raises(MissingHolidayYear, match="2027"):
        packs.deadline(NOTICE, date(2026, 12, 25), "example-strict")


def test_choices_follow_the_day_of_the_conduct_and_for_procedure_of_the_visit(folder: Path) -> None:
    packs = PackService(folder)

    def offered(day: date | None, visit: date) -> set[str]:
        finding = replace(FINDING, conduct_from=day)
        return {clause.id for clause in packs.clauses_for(finding, visit)}

    before = offered(date(2026, 3, 1), VISIT)
    assert "regulation-38-1" in before
    assert "rules-2026-absent-stay" not in before
    assert "penalty-law-55" in before
    assert "rules-2026-absent-stay" in offered(date(2026, 4, 1), VISIT)
    assert "rules-2026-absent-stay" in offered(None, VISIT)
    assert "rules-2026-absent-stay" not in offered(None, date(2026, 3, 31))
    assert "penalty-law-55" not in offered(date(2026, 4, 1), date(2021, 7, 14))


def test_conduct_with_only_a_last_day_is_judged_by_that_day(folder: Path) -> None:
    finding = replace(FINDING, conduct_to=date(2026, 3, 31))
    offered = {clause.id for clause in PackService(folder).clauses_for(finding, VISIT)}
    assert "rules-2026-absent-stay" not in offered


def test_a_cited_clause_that_was_not_in_force_then_is_told_and_stays(folder: Path) -> None:
    packs = PackService(folder)
    cited = replace(FINDING, clauses=("regulation-38-1", "rules-2026-absent-stay"))
    early = replace(cited, conduct_from=date(2025, 1, 1), conduct_to=date(2025, 12, 31))
    assert [clause.id for clause in packs.cited_outside(early, VISIT)] == ["rules-2026-absent-stay"]
    assert packs.cited_outside(replace(cited, conduct_from=date(2026, 4, 1)), VISIT) == ()


def test_an_unverified_clause_waits_for_the_leads_word(folder: Path) -> None:
    packs = PackService(folder)
    finding = replace(FINDING, clauses=("regulation-38-1", "rules-2026-absent-stay"))
    assert [clause.id for clause in packs.clauses_to_confirm(finding)] == ["rules-2026-absent-stay"]
    word = ClauseConfirmation(clause="rules-2026-absent-stay", by=PersonId("lead"), at=FINDING.recorded_at)
    assert packs.clauses_to_confirm(replace(finding, clause_confirmations=(word,))) == ()


def test_a_clause_that_the_pack_lacks_is_never_dropped_from_a_finding(folder: Path) -> None:
    with pytest.raises(UnusableInput, match="gone-1"):
        PackService(folder).cited_clauses(replace(FINDING, clauses=("regulation-15", "gone-1")))


def test_a_category_proposes_clauses_and_a_requirement(folder: Path) -> None:
    packs = PackService(folder)
    proposal = packs.proposals_for("absent-stay")
    assert proposal.clauses == ("regulation-15", "regulation-38-1")
    assert "挂床" in proposal.requirement
    assert [cause.number for cause in proposal.causes] == [11]
    assert packs.proposals_for("unheard-of").clauses == ()


def test_every_category_stands_in_a_group_and_proposes_something(folder: Path) -> None:
    pack = PackService(folder).categories()
    assert sum(len(pack.in_group(group.id)) for group in pack.groups) == len(pack.categories)
    for category in pack.categories:
        assert pack.group_of(category.id) is not None
        follows_the_case = category.id in {"not-rectified", "condition-not-met"}
        assert pack.proposals_for(category.id).clauses or follows_the_case
        assert pack.proposals_for(category.id).requirement
    assert pack.group_of("unheard-of") is None


@pytest.mark.parametrize("category", [ABSENT_STAY, FALSE_VISIT, "induced-admission"])
def test_what_the_ward_walk_suspects_is_a_category_of_the_pack(folder: Path, category: str) -> None:
    assert PackService(folder).categories().category(category) is not None
