"""Lists of findings as workbooks: the same lines as the paper, for those who go on computing with them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.document import Document, DocumentType
from inspector_app.domain.errors import EnvironmentProblem
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.papers import DetailGroup, IssuedLines, ProblemLine
from inspector_app.domain.wording import sentence
from inspector_app.services.detail_lists import detail_list, problem_table
from inspector_app.system.exports import write_beside
from inspector_app.system.workbooks import SheetOf, Value, workbook_bytes

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.paper_matter import Matter
    from inspector_app.services.paper_records import PaperRecords

WORKBOOKS = frozenset({DocumentType.DETAIL_LIST, DocumentType.PROBLEM_TABLE})
"""Types of document that also leave as a workbook."""
_DETAILS: tuple[tuple[str, int], ...] = (
    ("问题序号", 8), ("问题", 30), ("序号", 6), ("来源（文件、行）", 28), ("日期", 12), ("人员", 12),
    ("编码", 26), ("名称", 24), ("规格", 18), ("单位", 8), ("数量", 10), ("单价（元）", 12),
    ("金额（元）", 14), ("基金（元）", 14), ("备注", 14),
)  # fmt: skip
_PROBLEMS: tuple[tuple[str, int], ...] = (
    ("序号", 6), ("省", 10), ("地市", 10), ("被检机构名称", 26), ("医药机构经济类型", 12),
    ("医药机构级别", 10), ("问题类别（一级）", 18), ("问题类别（二级）", 24), ("科室", 12), ("问题项目", 24),
    ("问题情形描述", 60), ("问题数量", 10), ("违规医药费用总额（元）", 16), ("违规使用医保基金（元）", 16),
    ("认定依据", 40), ("备注", 16),
)  # fmt: skip


def lines_to_freeze(matter: Matter) -> IssuedLines:
    """Return the lines of a list as they are issued."""
    if matter.document.type is DocumentType.DETAIL_LIST:
        return IssuedLines(id=matter.document.id, groups=detail_list(matter, "", "").groups)
    return IssuedLines(id=matter.document.id, problems=problem_table(matter, "", "").problems)


class PaperWorkbooks:
    """Writes lists as workbooks; an issued one says what its paper says, whatever changed since."""

    def __init__(self, desk: Desk, records: PaperRecords) -> None:
        self._desk = desk
        self._records = records

    def workbook(self, inspection_id: InspectionId, document_id: DocumentId) -> bytes:
        """Return the list as xlsx."""
        document = self._records.document(inspection_id, document_id)
        matter = self._records.matter(inspection_id, document)
        issued = self._desk.inspection(inspection_id).get(IssuedLines, document_id)
        lines = issued or lines_to_freeze(matter)
        above = [
            f"{matter.inspection.bureau}　{matter.rules.title}",
            f"被检查单位：{matter.inspection.institution.name}　{_standing(document)}",
        ]
        if document.type is DocumentType.DETAIL_LIST:
            rows, head = _details(lines.groups), _DETAILS
        else:
            rows, head = _problems(lines.problems), _PROBLEMS
        return workbook_bytes(SheetOf(title=matter.rules.title, above=above, head=head, rows=rows))

    def write(self, inspection_id: InspectionId, document_id: DocumentId, path: Path) -> Path:
        """Write the workbook outside, unencrypted; that it left is journalled."""
        content = self.workbook(inspection_id, document_id)
        try:
            write_beside(path, [content])
        except OSError as error:
            raise EnvironmentProblem(
                sentence(
                    "{name} cannot be written there. Check room and rights of the folder; "
                    "the document itself is untouched.",
                    name=path.name,
                )
            ) from error
        document = self._records.document(inspection_id, document_id)
        self._records.put(inspection_id, "document exported unencrypted", document)
        return path


def _standing(document: Document) -> str:
    return f"校验码：{document.head_code}" if document.head_code else "草稿"


def _details(groups: tuple[DetailGroup, ...]) -> list[list[Value]]:
    return [
        [
            int(group.problem), group.heading, place, line.source, line.day, line.person, line.code,
            line.name, line.spec, line.unit, _number(line.quantity), _number(line.price),
            _number(line.total), _number(line.fund), line.note,
        ]
        for group in groups
        for place, line in enumerate(group.rows, start=1)
    ]  # fmt: skip


def _problems(problems: tuple[ProblemLine, ...]) -> list[list[Value]]:
    return [
        [
            int(line.serial), line.province, line.city, line.institution, line.ownership, line.level,
            line.group, line.category, line.department, line.item, line.description, line.extent,
            _number(line.total), _number(line.fund), line.grounds, line.note,
        ]
        for line in problems
    ]  # fmt: skip


def _number(figure: str) -> Value:
    """Figures come back as numbers, so that a spreadsheet adds them up."""
    return Decimal(figure.replace(",", "")) if figure else None
