"""Models of dialysers in the texts of ledgers: compared as whole tokens, never as parts of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from inspector_app.domain.dialysis_rules import DialyserModel, Flux

_TOKEN = re.compile(r"[A-Z0-9]+(?:[-.][A-Z0-9]+)*")
_MEASURE = re.compile(r"\d+(\.\d+)?(M2|MM|CM|M|ML|L|MG|G|KG|U|IU|H|S|C|CC)?")
_FLUX = {
    Flux.HIGH: frozenset({"高通", "高通量", "高", "HIGH", "H", "高通透析", "HF"}),
    Flux.LOW: frozenset({"低通", "低通量", "低", "LOW", "L", "低通透析", "LF"}),
}


@lru_cache(maxsize=65_536)
def text_key(text: str | None) -> str:
    """A text so that only its letters count: width, case and spaces do not."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "")).upper()


def flux_of(text: str | None) -> Flux | None:
    """What a cell says of the flux, if it says just that."""
    key = text_key(text)
    return next((flux for flux, words in _FLUX.items() if key in words), None)


class ModelBook:
    """The models that a region knows; others are recognised by their form, letters with figures."""

    def __init__(self, models: Iterable[DialyserModel]) -> None:
        self._flux = {_joined(text_key(one.model)): one.flux for one in models}

    def models(self, *texts: str | None) -> frozenset[str]:
        """Models that stand in the texts: FX 80, FX-80 and fx80 are one, FX8 is another."""
        found: set[str] = set()
        for text in texts:
            tokens = _TOKEN.findall(unicodedata.normalize("NFKC", text or "").upper())
            pairs = [
                before + after
                for before, after in pairwise(tokens)
                if (before.isalpha() and after[0].isdigit() and _MEASURE.fullmatch(after) is None)
                or (before.isalpha() and after.isdigit())
            ]
            found.update(model for token in (*tokens, *pairs) if self._is_model(model := _joined(token)))
        return frozenset(found)

    def flux(self, models: Iterable[str]) -> Flux | None:
        """The flux of models, where the region knows it and they agree."""
        found = {self._flux[model] for model in models if model in self._flux}
        return found.pop() if len(found) == 1 else None

    def known(self, models: Iterable[str]) -> frozenset[str]:
        """Those that the region lists."""
        return frozenset(models) & self._flux.keys()

    def _is_model(self, token: str) -> bool:
        if token in self._flux:
            return True
        has_both = any(sign.isalpha() for sign in token) and any(sign.isdigit() for sign in token)
        return has_both and _MEASURE.fullmatch(token) is None


def _joined(token: str) -> str:
    return token.replace("-", "").replace("/", "")
