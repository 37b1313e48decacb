"""The section of a region's pack that rules the dialysis reconciliation."""

from __future__ import annotations

from inspector_app.domain.dialysis_rules import (
    DialyserModel,
    DialysisMaterial,
    DialysisMode,
    DialysisRules,
    DialysisService,
    Flux,
    MaterialKind,
)
from inspector_app.system.pack_table import Once, Table

_NONE = DialysisRules()
_MOST = 62


def read_dialysis_rules(table: Table | None) -> DialysisRules:
    """Read ``[dialysis]``; a pack without it recognises no service and accuses nobody."""
    if table is None:
        return _NONE
    models = Once(set())
    rules = DialysisRules(
        services=tuple(_service(one) for one in _tables(table, "service")),
        materials=tuple(_material(one) for one in _tables(table, "material")),
        models=tuple(_model(one, models) for one in _tables(table, "model")),
        epo_names=table.texts("epo_names"),
        epo_codes=table.texts("epo_codes"),
        sessions_per_month=table.whole_or_none("sessions_per_month", least=1, most=_MOST),
        edge_days=table.whole("edge_days", most=15, default=_NONE.edge_days),
    )
    table.finish()
    return rules


def _tables(table: Table, key: str) -> list[Table]:
    return table.tables(key) if key in table else []


def _service(table: Table) -> DialysisService:
    service = DialysisService(
        mode=table.choice("mode", DialysisMode),
        codes=table.texts("codes"),
        names=table.texts("names"),
        includes_materials=table.flag("includes_materials", False),
        cap_per_month=table.whole_or_none("cap_per_month", least=1, most=_MOST),
    )
    table.finish()
    return service


def _material(table: Table) -> DialysisMaterial:
    modes = table.texts("modes")
    if not set(modes) <= {mode.value for mode in DialysisMode}:
        raise table.wrong("modes", " | ".join(f'"{mode}"' for mode in DialysisMode))
    material = DialysisMaterial(
        kind=table.choice("kind", MaterialKind),
        codes=table.texts("codes"),
        names=table.texts("names"),
        per_session=table.amount_or_none("per_session"),
        per_session_by_catheter=table.amount_or_none("per_session_by_catheter"),
        modes=tuple(DialysisMode(mode) for mode in modes),
    )
    table.finish()
    return material


def _model(table: Table, models: Once) -> DialyserModel:
    name = models.check(table, "name", table.text("name"))
    model = DialyserModel(model=name, flux=table.choice("flux", Flux))
    table.finish()
    return model
