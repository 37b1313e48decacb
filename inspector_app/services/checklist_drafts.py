"""What is being typed into a checklist, kept at every key so that a killed program loses none of it.

It is no answer yet: it stands outside the journal and is gone as soon as the answer is saved.
"""

from __future__ import annotations

import json

from inspector_app.domain.checklist import Draft
from inspector_app.domain.ids import ChecklistRunId
from inspector_app.storage.store import Store

_KEY = "draft:"


def keep(store: Store, run: ChecklistRunId, draft: Draft) -> None:
    """Keep one draft a checklist, the last one typed."""
    words = {"path": draft.path, "text": draft.text, "remark": draft.is_remark}
    store.derived.put(f"{_KEY}{run}", json.dumps(words, ensure_ascii=False).encode())


def kept(store: Store, run: ChecklistRunId) -> Draft | None:
    found = store.derived.get(f"{_KEY}{run}")
    if found is None:
        return None
    words = json.loads(found)
    return Draft(path=words["path"], text=words["text"], is_remark=words["remark"])


def forget(store: Store, run: ChecklistRunId) -> None:
    if store.derived.get(f"{_KEY}{run}") is not None:
        store.derived.drop(f"{_KEY}{run}")
