"""Local rules of dialysis as data: services, materials, models, caps, what a price covers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class DialysisMode(StrEnum):
    """Kinds of blood purification, as treatment records name them."""

    HD = "HD"
    HFHD = "HFHD"
    HDF = "HDF"
    HF = "HF"
    HP = "HP"
    CRRT = "CRRT"


class Flux(StrEnum):
    """How permeable a dialyser is."""

    LOW = "low"
    HIGH = "high"


class MaterialKind(StrEnum):
    """What is used up in a session."""

    DIALYSER = "dialyser"
    FILTER = "filter"
    """Of filtration, in place of the dialyser or behind it."""
    LINES = "lines"
    NEEDLE = "needle"
    CARE_PACK = "care_pack"
    PERFUSER = "perfuser"


WITH_MODELS = frozenset({MaterialKind.DIALYSER, MaterialKind.FILTER})
"""Materials that records name by their model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DialysisService:
    """A billed service and the mode it stands for: by the beginning of its code, or its whole name."""

    mode: DialysisMode
    codes: tuple[str, ...] = ()
    """Beginnings of national or local service codes."""
    names: tuple[str, ...] = ()
    """Whole names; a part of a name never counts (呼吸过滤器 is no dialyser)."""
    includes_materials: bool = False
    """Whether its price covers what is used up, so that none is billed beside it."""
    cap_per_month: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DialysisMaterial:
    """A consumable of a session, and how many of it a session needs."""

    kind: MaterialKind
    codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Whole names, as for services."""
    per_session: Decimal | None = None
    """Most that one session uses; ``None`` where the region says nothing."""
    per_session_by_catheter: Decimal | None = None
    """The same where the access is a catheter."""
    modes: tuple[DialysisMode, ...] = ()
    """Modes whose sessions use it; empty for every mode."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DialyserModel:
    """A model and its flux."""

    model: str
    flux: Flux


@dataclass(frozen=True, slots=True, kw_only=True)
class DialysisRules:
    """Everything about dialysis that a region decides."""

    services: tuple[DialysisService, ...] = ()
    materials: tuple[DialysisMaterial, ...] = ()
    models: tuple[DialyserModel, ...] = ()
    epo_names: tuple[str, ...] = ()
    """Whole names of 促红素 as they are billed."""
    epo_codes: tuple[str, ...] = ()
    """Beginnings of national drug codes of 促红素."""
    sessions_per_month: int | None = None
    """Sessions of a patient in a month above which a case must have been agreed upon (会诊备案)."""
    edge_days: int = 3
    """Days by which a bill may stand before or after its session."""
