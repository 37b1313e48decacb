"""What a billed or bought item is to dialysis: by the beginning of its code, its whole name or its model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from inspector_app.domain.dialyser_models import ModelBook, text_key
from inspector_app.domain.dialysis_rules import (
    DialysisMaterial,
    DialysisMode,
    DialysisRules,
    DialysisService,
    MaterialKind,
)

_GOODS = re.compile(r"C\d{9}|[XZ][A-Z]\d{2}[A-Z]")
"""Beginnings of national codes of consumables and drugs, which are never services."""
_DRUG = re.compile(r"[XZ][A-Z]\d{2}[A-Z]")
_ASIDE = re.compile(r"\((?:低通量?|高通量?|次|常规|普通|每次)\)")
"""What stands in brackets behind a mode and makes it no other."""
_PART = re.compile(r"[+/、,;＋和及&|]")
_WORDS = {
    "HD": DialysisMode.HD,
    "IHD": DialysisMode.HD,
    "血透": DialysisMode.HD,
    "透析": DialysisMode.HD,
    "普通透析": DialysisMode.HD,
    "HFHD": DialysisMode.HFHD,
    "高通透析": DialysisMode.HFHD,
    "高通血透": DialysisMode.HFHD,
    "HDF": DialysisMode.HDF,
    "OL-HDF": DialysisMode.HDF,
    "OLHDF": DialysisMode.HDF,
    "透析滤过": DialysisMode.HDF,
    "血透滤过": DialysisMode.HDF,
    "在线血液透析滤过": DialysisMode.HDF,
    "HF": DialysisMode.HF,
    "血滤": DialysisMode.HF,
    "HP": DialysisMode.HP,
    "灌流": DialysisMode.HP,
    "CRRT": DialysisMode.CRRT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item; exactly one of mode, material and ``is_epo`` says what it is."""

    key: str
    name: str
    mode: DialysisMode | None = None
    service: DialysisService | None = None
    material: MaterialKind | None = None
    rule: DialysisMaterial | None = None
    models: frozenset[str] = frozenset()
    is_epo: bool = False


class ItemBook:
    """Recognises items by the region's rules, and dialysers also by the models that were recorded."""

    def __init__(self, rules: DialysisRules, book: ModelBook, recorded: Collection[str] = ()) -> None:
        self._rules = rules
        self._book = book
        self._recorded = frozenset(recorded)
        self._services = {text_key(name): one for one in rules.services for name in one.names}
        self._materials = {text_key(name): one for one in rules.materials for name in one.names}
        self._epo = frozenset(map(text_key, rules.epo_names))
        self._dialyser = next((one for one in rules.materials if one.kind is MaterialKind.DIALYSER), None)

    def item(self, code: object, local: object, name: object, spec: object) -> Item | None:
        """What the item is, or nothing where it has no part in dialysis."""
        codes = [text_key(str(one)) for one in (code, local) if one]
        named = text_key(str(name)) if name else ""
        shown = str(name or code or local or "")
        key = "|".join(str(one or "") for one in (code, local, name, spec))
        if any(_starts(one, self._rules.epo_codes) for one in codes) or named in self._epo:
            return Item(key=key, name=shown, is_epo=True)
        is_goods = any(_GOODS.match(one) for one in codes)
        service = None if is_goods else self._service(codes, named)
        if service is not None:
            return Item(key=key, name=shown, mode=service.mode, service=service)
        models = self._book.models(str(spec or ""), str(name or ""))
        rule = self._material(codes, named)
        if rule is not None:
            return Item(key=key, name=shown, material=rule.kind, rule=rule, models=models)
        if not any(_DRUG.match(one) for one in codes):
            known = self._book.known(models) | (models & self._recorded)
            if known:
                kind = MaterialKind.DIALYSER
                return Item(key=key, name=shown, material=kind, rule=self._dialyser, models=known)
        return None

    def models(self, *texts: object) -> frozenset[str]:
        """Models that stand in the texts of any item."""
        return self._book.models(*(str(text or "") for text in texts))

    def _service(self, codes: Iterable[str], named: str) -> DialysisService | None:
        by_name = self._services.get(named)
        for code in codes:
            for service in self._rules.services:
                if _starts(code, service.codes):
                    is_finer = by_name is not None and by_name.mode is DialysisMode.HFHD
                    return by_name if is_finer and service.mode is DialysisMode.HD else service
        return by_name

    def _material(self, codes: Iterable[str], named: str) -> DialysisMaterial | None:
        for code in codes:
            for material in self._rules.materials:
                if _starts(code, material.codes):
                    return material
        return self._materials.get(named)


def modes_of(text: str, rules: DialysisRules) -> frozenset[DialysisMode] | None:
    """The modes that a record names, each as a whole word; ``None`` where one of them is not known."""
    if not text.strip():
        return None
    words = {text_key(name): one.mode for one in rules.services for name in one.names} | _WORDS
    whole = words.get(text_key(text))
    if whole is not None:
        return frozenset({whole})
    plain = _ASIDE.sub("", unicodedata.normalize("NFKC", text))
    parts = [text_key(part) for part in _PART.split(plain) if part.strip()]
    if not parts or any(part not in words for part in parts):
        return None
    return frozenset(words[part] for part in parts)


def family(mode: DialysisMode) -> DialysisMode:
    """Dialysis with a high-flux dialyser is dialysis; the dialyser is looked at by itself."""
    return DialysisMode.HD if mode is DialysisMode.HFHD else mode


def _starts(code: str, beginnings: Iterable[str]) -> bool:
    return any(code.startswith(text_key(beginning)) for beginning in beginnings)
