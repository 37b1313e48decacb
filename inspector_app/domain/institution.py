"""Designated medical institutions (定点医药机构), the parties that are inspected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.ids import InstitutionId


class InstitutionKind(StrEnum):
    """What the institution is."""

    HOSPITAL = "hospital"
    COMMUNITY_CENTRE = "community_centre"
    CLINIC = "clinic"
    PHARMACY = "pharmacy"
    AGENCY = "agency"


class InstitutionLevel(StrEnum):
    """Level of a medical institution (医药机构级别)."""

    THIRD = "third"
    SECOND = "second"
    FIRST = "first"
    UNGRADED = "ungraded"


class Ownership(StrEnum):
    """Economic type of the institution (医药机构经济类型)."""

    PUBLIC = "public"
    PRIVATE = "private"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """One institution as it stands in the bureau's register."""

    id: InstitutionId
    name: str
    code: str = ""
    """National code of the designated institution: H or P and eleven digits."""
    credit_code: str = ""
    """Unified social credit code (GB 32100), 18 characters with check character."""
    kind: InstitutionKind = InstitutionKind.HOSPITAL
    level: InstitutionLevel = InstitutionLevel.UNGRADED
    ownership: Ownership = Ownership.PUBLIC
    address: str = ""
    legal_representative: str = ""
    contact_person: str = ""
    contact_phone: str = ""
    hospital_software: str = ""
