"""The wards of an inspection: those entered, those a list or a walk names, their order and who takes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.headcount import Ward, WardBed
from inspector_app.domain.ids import InspectionId, PersonId
from inspector_app.domain.roster import bed_key, ward_key
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk


class WardBook:
    """Keeps the wards; ``named`` are the names that a list or a walk brought up."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, inspection_id: InspectionId, named: Iterable[str]) -> list[Ward]:
        """Return the wards in walking order."""
        known = {ward.id: ward for ward in self._desk.inspection(inspection_id).all(Ward)}
        for name in named:
            key = ward_key(name)
            if key not in known:
                known[key] = Ward(id=key, name=name, position=len(known))
        return sorted(known.values(), key=lambda ward: (ward.position, ward.name))

    def one(self, inspection_id: InspectionId, ward_id: str, named: Iterable[str]) -> Ward:
        found = next((ward for ward in self.all(inspection_id, named) if ward.id == ward_id), None)
        if found is None:
            raise UnusableInput(sentence("This ward is no longer there. Choose another."))
        return found

    def add(self, inspection_id: InspectionId, name: str, named: Iterable[str]) -> Ward:
        key = ward_key(name)
        if not key:
            raise UnusableInput(sentence("A ward needs a name. Enter it as on its door."))
        known = {ward.id: ward for ward in self.all(inspection_id, named)}
        if key in known:
            return known[key]
        ward = Ward(id=key, name=name.strip(), position=len(known))
        self._put(inspection_id, [ward], "ward entered")
        return ward

    def order(self, inspection_id: InspectionId, ward_ids: tuple[str, ...], named: Iterable[str]) -> None:
        known = {ward.id: ward for ward in self.all(inspection_id, named)}
        moved = [
            replace(known[ward_id], position=position)
            for position, ward_id in enumerate(ward_ids)
            if ward_id in known and known[ward_id].position != position
        ]
        self._put(inspection_id, moved, "wards put in order")

    def assign(self, inspection_id: InspectionId, ward: Ward, group: str) -> None:
        self._put(inspection_id, [replace(ward, group=group.strip().upper())], "ward assigned")

    def give(self, inspection_id: InspectionId, ward: Ward, people: tuple[PersonId, ...]) -> None:
        given = replace(ward, taken_by=tuple(dict.fromkeys(people)))
        if given != ward:
            self._put(inspection_id, [given], "ward given")

    def beds(self, inspection_id: InspectionId, ward_id: str) -> list[WardBed]:
        """Return the beds that were typed for a ward, whether or not somebody looked at them since."""
        return [bed for bed in self._desk.inspection(inspection_id).all(WardBed) if bed.ward == ward_id]

    def enter_beds(
        self, inspection_id: InspectionId, ward: Ward, beds: Iterable[tuple[str, str]]
    ) -> tuple[WardBed, ...]:
        entered = tuple(
            WardBed(id=f"{ward.id}/{bed_key(bed)}/{name}", ward=ward.id, bed=bed, name=name)
            for bed, name in ((bed.strip(), name.strip()) for bed, name in beds)
            if bed
        )
        if not entered:
            raise UnusableInput(sentence("Enter the bed's number."))
        store = self._desk.inspection(inspection_id)
        new = [bed for bed in entered if store.get(WardBed, bed.id) is None]
        if new:
            with store.intention("beds entered", self._desk.author) as unit:
                if store.get(Ward, ward.id) is None:  # a ward that only a list named so far
                    unit.put(ward)
                for bed in new:
                    unit.put(bed)
        return entered

    def drop_bed(self, inspection_id: InspectionId, bed_id: str) -> None:
        store = self._desk.inspection(inspection_id)
        if store.get(WardBed, bed_id) is not None:
            with store.intention("bed taken out", self._desk.author) as unit:
                unit.remove(WardBed, bed_id)

    def _put(self, inspection_id: InspectionId, wards: list[Ward], what: str) -> None:
        if wards:
            with self._desk.inspection(inspection_id).intention(what, self._desk.author) as unit:
                for ward in wards:
                    unit.put(ward)
