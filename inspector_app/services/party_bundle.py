"""The bundle for the inspected party: their documents, the evidence with hashes, how to check them."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.ids import ExportId, InspectionId, Sha256
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.party_bundle import PARTYS, BundleFile, PartyBundle
from inspector_app.domain.readable import decode
from inspector_app.domain.record import EvidenceList
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.number_register import harmless
from inspector_app.services.revisions import Revisions
from inspector_app.storage.store import Store
from inspector_app.system.exports import write_beside
from inspector_app.system.paths import RESOURCES

WRITTEN = "bundle for the inspected party written unencrypted"
SUMS, EVIDENCE, MANUAL = "校验值.txt", "证据清单.csv", "核验说明.txt"
_WORDS = RESOURCES / "wording" / "party_bundle.txt"
_TITLES = {
    DocumentType.INSPECTION_NOTICE: "检查通知书",
    DocumentType.TALK_NOTICE: "约谈通知书",
    DocumentType.RECORD: "现场检查笔录",
    DocumentType.REGISTRATION: "先行登记保存通知书",
    DocumentType.CONFIRMATION: "签字反馈表",
    DocumentType.EVIDENCE_LIST: "证据清单",
    DocumentType.RECTIFICATION_NOTICE: "责令整改通知书",
    DocumentType.DETAIL_LIST: "问题明细清单",
    DocumentType.PROPOSAL: "整改建议书",
    DocumentType.DELIVERY: "送达回证",
}


class PartyBundleService:
    """Writes what the inspected party may take along, and remembers that it left."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._revisions = Revisions(desk)

    def documents(self, inspection_id: InspectionId) -> list[Document]:
        """Return what would be in the bundle: issued, not withdrawn, and the party's."""
        issued = [
            one
            for one in self._desk.inspection(inspection_id).all(Document)
            if one.state is DocumentState.ISSUED
            and one.type in PARTYS
            and self._revisions.of(inspection_id, one.id)
        ]
        return sorted(issued, key=lambda one: (PARTYS.index(one.type), one.id))

    def bundles(self, inspection_id: InspectionId) -> list[PartyBundle]:
        """Return every bundle that left."""
        return self._desk.inspection(inspection_id).all(PartyBundle)

    def write(self, inspection_id: InspectionId, folder: Path) -> Path:
        """Write the bundle, unencrypted, as a new folder in ``folder``; return that folder."""
        documents = self.documents(inspection_id)
        store = self._desk.inspection(inspection_id)
        inspection = store.get(Inspection, inspection_id)
        if not documents or inspection is None:
            raise NotAllowed(
                sentence("Nothing was issued to the inspected party yet, so there is nothing to hand out.")
            )
        now = self._desk.clock.now()
        target = folder / f"检查文书_{now.astimezone(BEIJING):%Y%m%d_%H%M%S}"
        if target.exists():
            raise UnusableInput(
                sentence("{name} exists in that folder already and was left as it is.", name=target.name)
            )
        contents = self._papers(inspection_id, documents)
        contents[EVIDENCE] = _evidence_csv(store, documents).encode("utf-8-sig")
        manual = _WORDS.read_text(encoding="utf-8").format(
            institution=inspection.institution.name,
            bureau=inspection.bureau,
            day=f"{now.astimezone(BEIJING):%Y年%m月%d日}",
            count=len(documents),
            authorities="\n".join(_authorities(contents)),
        )
        contents[MANUAL] = "\r\n".join(manual.splitlines()).encode("utf-8-sig")
        # GNU and BSD tools read neither a byte-order mark nor carriage returns here.
        contents[SUMS] = "".join(
            f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in contents.items()
        ).encode()
        bundle = PartyBundle(
            id=ExportId(self._desk.ids.new()),
            made_at=now,
            made_by=self._desk.person.id,
            files=tuple(
                BundleFile(name=name, sha256=Sha256(hashlib.sha256(data).hexdigest()), size=len(data))
                for name, data in contents.items()
            ),
        )
        # Inside the intention: what could not be written is not journalled, what is refused is not written.
        with store.intention(WRITTEN, self._desk.author) as unit:
            unit.put(bundle)
            _write(target, contents)
        return target

    def _papers(self, inspection_id: InspectionId, documents: list[Document]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for number, document in enumerate(documents, start=1):
            newest = self._revisions.of(inspection_id, document.id)[-1]
            name = f"{number:02}_{_TITLES[document.type]}.pdf"
            found[name] = self._revisions.read(inspection_id, newest)
        return found


def _authorities(contents: Mapping[str, bytes]) -> Iterator[str]:
    """Say of each authority under the papers its code and how the fingerprint of its certificate begins."""
    from inspector_app.documents.ink import authorities_of

    papers: dict[str, list[str]] = {}
    for name, data in contents.items():
        if name.endswith(".pdf"):
            for code in authorities_of(data):
                papers.setdefault(code, []).append(name)
    for code, names in papers.items():
        numbers = "、".join(name.partition("_")[0] for name in names)
        yield f"    {code}　SHA-256指纹以{decode(code).hex().upper()}开头　文书{numbers}"


def _evidence_csv(store: Store, documents: list[Document]) -> str:
    """Return labels, sizes and hashes; captions and file names stay, they may name patients."""
    pieces = {piece.id: piece for piece in store.all(Evidence)}
    lists = [one.id for one in documents if one.type is DocumentType.EVIDENCE_LIST]
    frozen = store.get(EvidenceList, lists[-1]) if lists else None
    if frozen is not None:
        rows = [
            (
                line.number,
                line.label,
                pieces[line.evidence].size if line.evidence in pieces else "",
                line.sha256,
            )
            for line in frozen.lines
        ]
    else:
        rows = [
            (number, piece.number, piece.size, piece.sha256)
            for number, piece in enumerate(pieces.values(), start=1)
        ]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("序号", "编号", "字节数", "SHA-256"))
    for row in rows:
        writer.writerow([harmless(str(cell)) for cell in row])
    return text.getvalue()


def _write(target: Path, contents: dict[str, bytes]) -> None:
    """Write beside and rename: half a bundle never carries its name."""
    beside = target.with_name(f".{target.name}.unfinished")
    try:
        beside.mkdir()
        for name, data in contents.items():
            write_beside(beside / name, [data])
        beside.replace(target)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        raise EnvironmentProblem(
            sentence(
                "{name} cannot be written there. Check room and rights of the folder; "
                "the documents themselves are untouched.",
                name=target.name,
            )
        ) from error
