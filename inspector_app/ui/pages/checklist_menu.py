"""The menu of checklists that can be started, under headings of what they are for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from inspector_app.domain.checklist_shelf import FormGroup
from inspector_app.ui.language import titled
from inspector_app.ui.states import word


def fill_menu(menu: QMenu, groups: tuple[FormGroup, ...], chosen: Callable[[], object]) -> None:
    """Show each checklist once; an entry's data is the form's id, a heading has none and cannot be chosen."""
    menu.clear()
    alone = sum(len(group.forms) for group in groups) == 1
    for group in groups:
        if not alone:
            menu.addSeparator()
            heading = menu.addAction(
                QCoreApplication.translate("ChecklistsPage", "Any institution")
                if group.kind is None
                else word(group.kind)
            )
            heading.setEnabled(False)
        for form in group.forms:
            entry = menu.addAction(f"{titled(form)}  {form.version}")
            entry.setData(form.id)
            entry.triggered.connect(chosen)
