"""The laptop's battery, where it has one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Battery:
    percent: int
    is_plugged_in: bool


def battery() -> Battery | None:
    """Return the charge; ``None`` on a machine without a battery."""
    import psutil

    found = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    if found is None:
        return None
    return Battery(percent=round(found.percent), is_plugged_in=bool(found.power_plugged))
