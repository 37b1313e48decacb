"""All functions that expressions may call; importing this module makes them known."""

from __future__ import annotations

from inspector_app.checklists.xpath import (
    functions_core,
    functions_dates,
    functions_forms,
    functions_numbers,
)
from inspector_app.checklists.xpath.registry import FUNCTIONS, call

MODULES = (functions_core, functions_numbers, functions_dates, functions_forms)

__all__ = ["FUNCTIONS", "MODULES", "call"]
