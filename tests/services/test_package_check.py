"""What a known laptop's signature does not excuse: lines that can be read and still say nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from inspector_app.domain.chain import NOTHING, canonical_json, hash_of
from inspector_app.domain.ids import DeviceId, InspectionId, LineId, PersonId
from inspector_app.domain.journal import Line
from inspector_app.domain.ports import finish
from inspector_app.services.package_check import check_lines, check_subject
from inspector_app.storage.kinds import KINDS, to_plain
from tests import builders

SUBJECT = builders.inspection()
WORD = KINDS[type(SUBJECT)]


def a_line(**changes: Any) -> Line:
    body = {
        "put": [{"kind": WORD, "id": SUBJECT.id, "value": to_plain(SUBJECT)}],
        "removed": [],
        "blobs": [],
        **changes,
    }
    line = Line(
        id=LineId("line-1"), device=DeviceId("lin"), sequence=1, clock=1, at=datetime(2026, 3, 4, tzinfo=UTC),
        person=PersonId("lin"), what="inspection opened", entity_kind=WORD, entity_id=SUBJECT.id, revision=1,
        body=canonical_json(json.loads(json.dumps(body))), previous=NOTHING, hash="",
    )  # fmt: skip
    return replace(line, hash=hash_of(line))


@pytest.mark.parametrize("identity", [{}, 2**80, None, "", [1], "another"])
def test_a_thing_has_one_name_and_it_is_a_text(identity: object) -> None:
    put = [{"kind": WORD, "id": identity, "value": to_plain(SUBJECT)}]
    with pytest.raises(ValueError, match="thing"):
        finish(check_lines([a_line(put=put)]))


@pytest.mark.parametrize("size", ["1", -1, True, None])
def test_an_original_has_a_size(size: object) -> None:
    with pytest.raises(ValueError, match="without a size"):
        finish(check_lines([a_line(blobs=[{"sha256": "sha256:" + "0" * 64, "size": size}])]))


def test_a_package_holds_the_inspection_that_it_says_and_leaves_it() -> None:
    read = finish(check_lines([a_line()]))
    check_subject(read, SUBJECT.id, is_new=True)
    for lines, name, is_new in (
        ([], SUBJECT.id, True),
        ([a_line()], InspectionId("another"), False),
        ([a_line(put=[], removed=[{"kind": WORD, "id": SUBJECT.id}])], SUBJECT.id, False),
    ):
        with pytest.raises(ValueError, match="not the inspection"):
            check_subject(finish(check_lines(lines)), name, is_new=is_new)
