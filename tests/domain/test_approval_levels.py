"""Who is high enough for what the pack asks for: offices, not the lead of a team."""

from __future__ import annotations

import pytest

from inspector_app.domain.people import Role
from inspector_app.domain.region import ApprovalLevel

HEADS = (Role.SECTION_HEAD, Role.DIVISION_HEAD, Role.DIRECTOR)


@pytest.mark.parametrize(
    ("level", "roles"),
    [
        (ApprovalLevel.NONE, set(Role)),
        (ApprovalLevel.SECOND_PERSON, set(Role)),
        (ApprovalLevel.SECTION, set(HEADS)),
        (ApprovalLevel.DIVISION, {Role.DIVISION_HEAD, Role.DIRECTOR}),
        (ApprovalLevel.DIRECTOR, {Role.DIRECTOR}),
    ],
)
def test_an_office_approves_what_is_asked_of_it_and_of_those_below(
    level: ApprovalLevel, roles: set[Role]
) -> None:
    assert {role for role in Role if level.is_met_by(role)} == roles


def test_heads_of_offices_may_do_what_leads_do() -> None:
    assert {role for role in Role if role.leads} == {Role.LEAD, *HEADS}
