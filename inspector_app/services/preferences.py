"""What a person prefers on this laptop; known before anything is unlocked, so it holds nothing secret."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from inspector_app.system.durable import write_durably

APPEARANCES = ("system", "light", "dark")
LANGUAGES = ("zh_CN", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Every preference with its default."""

    appearance: str = "system"
    language: str = "zh_CN"
    auto_lock_minutes: int = 10
    """Minutes without a key or a click after which the desk locks; 0 for never."""


class PreferenceService:
    """Reads and keeps the preferences of a workspace folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "preferences.json"
        self._unknown: dict[str, Any] = {}
        self.now = self._read()

    def change(self, **values: object) -> Preferences:
        """Keep new values; what a newer program wrote beside them stays."""
        self.now = _checked(replace(self.now, **values))  # type: ignore[arg-type]
        self._file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({**self._unknown, **asdict(self.now)}, indent=1, sort_keys=True)
        write_durably(self._file, text.encode())
        return self.now

    def _read(self) -> Preferences:
        try:
            plain = json.loads(self._file.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return Preferences()  # a damaged file of preferences costs nothing but the preferences
        if not isinstance(plain, dict):
            return Preferences()
        known = asdict(Preferences())
        self._unknown = {key: value for key, value in plain.items() if key not in known}
        mine = {
            key: value for key, value in plain.items() if key in known and isinstance(value, type(known[key]))
        }
        return _checked(replace(Preferences(), **mine))


def _checked(preferences: Preferences) -> Preferences:
    default = Preferences()
    return Preferences(
        appearance=preferences.appearance if preferences.appearance in APPEARANCES else default.appearance,
        language=preferences.language if preferences.language in LANGUAGES else default.language,
        auto_lock_minutes=min(max(preferences.auto_lock_minutes, 0), 240),
    )
