"""What is being typed into a checklist, kept at every key so that a killed program loses none of it.

It is no answer yet: it stands outside the journal and is gone as soon as the answer is saved.
"""

from __future__ import annotations

import json

from inspector_app.domain.checklist import Answer, ChecklistRun, Draft
from inspector_app.domain.ids import ChecklistRunId
from inspector_app.storage.store import Store

_KEY = "draft:"


def keep(store: Store, run: ChecklistRunId, draft: Draft) -> None:
    """Keep one draft a checklist, the last one typed."""
    words = {
        "path": draft.path,
        "text": draft.text,
        "remark": draft.is_remark,
        "reason": draft.is_reason,
    }
    store.derived.put(f"{_KEY}{run}", json.dumps(words, ensure_ascii=False).encode())


def kept(store: Store, run: ChecklistRunId) -> Draft | None:
    found = store.derived.get(f"{_KEY}{run}")
    if found is None:
        return None
    words = json.loads(found)
    return Draft(
        path=words["path"],
        text=words["text"],
        is_remark=words["remark"],
        is_reason=words.get("reason", False),
    )


def saved(answer: Answer, draft: Draft) -> str:
    """Return what stands saved where the draft is being typed."""
    if draft.is_reason:
        return answer.exempt
    return answer.remark if draft.is_remark else answer.value


def going_on(store: Store) -> ChecklistRunId | None:
    """Return the checklist somebody is in the middle of: the one being typed into, else the last answered."""
    runs = {run.id: run.started_at for run in store.all(ChecklistRun)}
    typed = [run for run in runs if store.derived.get(f"{_KEY}{run}") is not None]
    for answer in store.all(Answer):
        if answer.run in runs:
            runs[answer.run] = max(runs[answer.run], answer.answered_at)
    return max(typed or runs, key=lambda run: runs[run], default=None)


def forget(store: Store, run: ChecklistRunId) -> None:
    if store.derived.get(f"{_KEY}{run}") is not None:
        store.derived.drop(f"{_KEY}{run}")
