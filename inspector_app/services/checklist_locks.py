"""One locked version of a checklist for a team (一把尺子): set by a lead, carried by inspections."""

from __future__ import annotations

from inspector_app.domain.checklist import ChecklistForm
from inspector_app.domain.checklist_shelf import ChecklistLock
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.people import Role
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.storage.store import Store, Unit


def lock_version(desk: Desk, form: ChecklistForm) -> ChecklistLock:
    """Let every new inspection of this laptop, and whoever gets it, start with this version."""
    _require_lead(desk)
    lock = ChecklistLock(
        id=form.form_id,
        form=form.id,
        version=form.version,
        locked_at=desk.clock.now(),
        locked_by=desk.person.id,
        name=desk.person.name,
    )
    with desk.workspace.intention("checklist version locked", desk.author) as unit:
        unit.put(lock)
    return lock


def unlock_version(desk: Desk, form_id: str) -> None:
    """Let new inspections start with the newest version again; those that carry the lock keep it."""
    _require_lead(desk)
    if desk.workspace.get(ChecklistLock, form_id) is not None:
        with desk.workspace.intention("checklist version unlocked", desk.author) as unit:
            unit.remove(ChecklistLock, form_id)


def carry_locks(desk: Desk, unit: Unit) -> None:
    """Put the locked versions of this laptop into an inspection that is being opened."""
    for lock in desk.workspace.all(ChecklistLock):
        form = desk.workspace.get(ChecklistForm, lock.form)
        if form is not None:
            unit.put(form)
            unit.put(lock)


def carried(store: Store) -> dict[str, ChecklistForm]:
    """Return the locked versions that an inspection carries, by their ``form_id``."""
    forms = ((lock.id, store.get(ChecklistForm, lock.form)) for lock in store.all(ChecklistLock))
    return {form_id: form for form_id, form in forms if form is not None}


def adopt_locks(desk: Desk, inspection: Store, sender: Role) -> tuple[ChecklistLock, ...]:
    """Let a lead's locked versions, which came with an inspection, count for new inspections here too.

    A lock that was set here later stays; what comes from anybody else counts in that inspection only.
    """
    if not sender.leads:
        return ()
    adopted = []
    for lock in inspection.all(ChecklistLock):
        own = desk.workspace.get(ChecklistLock, lock.id)
        form = inspection.get(ChecklistForm, lock.form)
        if form is not None and (own is None or own.locked_at < lock.locked_at):
            adopted.append((lock, form))
    if adopted:
        with desk.workspace.intention("checklist version locked", desk.author) as unit:
            for lock, form in adopted:
                unit.put(form)
                unit.put(lock)
    return tuple(lock for lock, _ in adopted)


def _require_lead(desk: Desk) -> None:
    if not desk.person.role.leads:
        raise NotAllowed(
            sentence("Only a team lead sets one version for everybody. Ask the lead to unlock and do it.")
        )
