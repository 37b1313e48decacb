"""People who inspect, and the laptop they do it on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.ids import DeviceId, PersonId


class Role(StrEnum):
    """What a person does in the bureau's team."""

    INSPECTOR = "inspector"
    LEAD = "lead"
    SECTION_HEAD = "section_head"
    """科室负责人."""
    DIVISION_HEAD = "division_head"
    """处室负责人."""
    DIRECTOR = "director"
    """局负责人."""
    EXPERT = "expert"
    SUPERVISOR = "supervisor"

    @property
    def leads(self) -> bool:
        """Whether somebody of this role may do what a team lead does; heads of an office may too."""
        return self in (Role.LEAD, Role.SECTION_HEAD, Role.DIVISION_HEAD, Role.DIRECTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who uses this laptop or is named in a document."""

    id: PersonId
    name: str
    certificate_number: str = ""
    role: Role = Role.INSPECTOR
    unit: str = ""

    @property
    def may_inspect(self) -> bool:
        """Only holders of a certificate count as inspectors (条例 §29, 行政处罚法 §42)."""
        return bool(self.certificate_number.strip()) and (self.role is Role.INSPECTOR or self.role.leads)


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A laptop, known by its own signing key."""

    id: DeviceId
    name: str
    public_key: str
    """Ed25519 public key, ``ed25519:`` and lower-case hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who writes, and on which laptop."""

    person: PersonId
    device: DeviceId
