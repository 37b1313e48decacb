"""Finds the header among banner lines and guesses what each column of a roster means, saying why."""

from __future__ import annotations

import re
from collections.abc import Mapping as Mapped
from collections.abc import Sequence
from dataclasses import replace

from inspector_app.domain.roster import ColumnGuess, GuessGround, Mapping, RosterField, narrow
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.ledgers.header_lines import find_header_lines, header_key, join_header_lines

_SAMPLES = 3
_SAMPLED_ROWS = 200
SYNONYMS: Mapped[RosterField, tuple[str, ...]] = {
    field: tuple(words.split())
    for field, words in {
        RosterField.WARD: (
            "病区 病区名称 科室 科室名称 科别 住院科室 所在科室 所在病区 入院科室 当前科室 "
            "当前病区 护理单元 出入院科室 病房科室 ward dept department adm_dept_name"
        ),
        RosterField.BED: "床号 床位 床位号 床 病床号 病床 床位编号 房床号 房间床号 bed bedno bed_no",
        RosterField.NAME: "姓名 患者姓名 病人姓名 人员姓名 参保人姓名 名字 患者 病人 住院人 psn_name name",
        RosterField.SEX: "性别 gender sex gend",
        RosterField.AGE: "年龄 岁数 周岁 age",
        RosterField.ID_NUMBER: (
            "身份证 身份证号 身份证号码 证件号 证件号码 公民身份号码 患者身份证号 社会保障号 "
            "社会保障号码 certno idcard id_no"
        ),
        RosterField.HOSPITAL_NUMBER: (
            "住院号 住院编号 住院号码 病案号 病历号 住院流水号 就诊号 就诊流水号 就诊id 患者编号 "
            "病人id 患者id 登记号 mdtrt_id ipt_no"
        ),
        RosterField.ADMITTED_AT: (
            "入院时间 入院日期 入院 住院日期 住院时间 入科时间 入科日期 入区时间 入院日 adm_date "
            "admission begntime"
        ),
        RosterField.DIAGNOSIS: (
            "诊断 入院诊断 主要诊断 主诊断 诊断名称 临床诊断 初步诊断 疾病名称 病种 dise_name"
        ),
        RosterField.DOCTOR: (
            "医生 医师 主管医生 主管医师 主治医生 主治医师 管床医生 管床医师 责任医生 经治医师 "
            "住院医师 床位医生 doctor atddr_name"
        ),
        RosterField.ADDRESS: (
            "地址 住址 家庭住址 家庭地址 现住址 户籍地址 联系地址 居住地址 户口地址 住所 address addr"
        ),
        RosterField.INSURANCE: (
            "险种 险种类型 医保类型 医保类别 参保类型 参保类别 费别 费用类别 费用性质 身份 "
            "病人类别 患者类别 付费方式 结算方式 insutype"
        ),
        RosterField.LEAVE_TIMES: "请假次数 累计请假次数 外出次数 离院次数",
        RosterField.LEAVE_DAYS: "请假天数 累计请假天数 离院天数 外出天数",
        RosterField.LEAVE_NOTE: "请假 请假情况 请假状态 请假信息 是否请假 外出情况 在院状态 患者状态",
    }.items()
}

_PARTIAL: tuple[tuple[str, RosterField], ...] = (
    ("姓名", RosterField.NAME),
    ("身份证", RosterField.ID_NUMBER),
    ("证件号", RosterField.ID_NUMBER),
    ("住院号", RosterField.HOSPITAL_NUMBER),
    ("病案号", RosterField.HOSPITAL_NUMBER),
    ("入院日期", RosterField.ADMITTED_AT),
    ("入院时间", RosterField.ADMITTED_AT),
    ("床号", RosterField.BED),
    ("床位", RosterField.BED),
    ("病区", RosterField.WARD),
    ("科室", RosterField.WARD),
    ("地址", RosterField.ADDRESS),
    ("住址", RosterField.ADDRESS),
    ("诊断", RosterField.DIAGNOSIS),
    ("医生", RosterField.DOCTOR),
    ("医师", RosterField.DOCTOR),
    ("年龄", RosterField.AGE),
    ("性别", RosterField.SEX),
)
_NOT_THE_PATIENT = re.compile(r"(联系人|家属|护士|担保|编码|代码|费|金额|出院|医院|机构|操作|经办|签字)")


_KNOWN = {header_key(word): field for field, words in SYNONYMS.items() for word in words}


def find_header(
    rows: Sequence[Sequence[str]], remembered: Mapped[str, RosterField] | None = None
) -> tuple[int, int]:
    """Return index and number of the header lines; ``(-1, 0)`` where no line looks like a header."""
    known = {**_KNOWN, **{header_key(header): field for header, field in (remembered or {}).items()}}
    return find_header_lines(rows, known)


def join_headers(lines: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """One name per column from one or two header lines, the upper of which may be merged across columns."""
    return join_header_lines(lines, _KNOWN)


def guess_columns(
    rows: Sequence[Sequence[str]],
    remembered: Mapped[str, RosterField] | None = None,
    header: tuple[int, int] | None = None,
) -> tuple[Mapping, tuple[ColumnGuess, ...]]:
    """Guess the meaning of every column from its header, what was approved before, and its values.

    ``header`` (index and number of lines) stands where a person said so; else it is searched for.
    """
    start, lines = header or find_header(rows, remembered)
    headers = join_headers(rows[start : start + lines]) if lines else ()
    data = rows[start + lines : start + lines + _SAMPLED_ROWS] if lines else rows[:_SAMPLED_ROWS]
    width = max([len(headers), *(len(row) for row in data)], default=0)
    values = [[row[column] for row in data if column < len(row) and row[column]] for column in range(width)]
    names = [headers[column] if column < len(headers) else "" for column in range(width)]
    chosen: dict[int, tuple[RosterField, GuessGround]] = {}
    known = {header_key(header): field for header, field in (remembered or {}).items()}

    def offer(column: int, field: RosterField | None, ground: GuessGround) -> None:
        if field and column not in chosen and field not in {taken for taken, _ in chosen.values()}:
            chosen[column] = (field, ground)

    keys = [header_key(name) for name in names]
    for column, key in enumerate(keys):
        offer(column, known.get(key) if key else None, GuessGround.REMEMBERED)
    for field, words in SYNONYMS.items():
        for word in words:
            for column, key in enumerate(keys):
                if key and key == header_key(word):
                    offer(column, field, GuessGround.KNOWN_HEADER)
    for word, field in _PARTIAL:
        for column, key in enumerate(keys):
            if word in key and not _NOT_THE_PATIENT.search(key):
                offer(column, field, GuessGround.PARTIAL_HEADER)
    for column in range(width):
        offer(column, _by_values(values[column]), GuessGround.VALUES)
    guesses = tuple(
        _guess(column, names[column], chosen.get(column), tuple(dict.fromkeys(values[column]))[:_SAMPLES])
        for column in range(width)
    )
    mapping = Mapping(
        header_row=start,
        header_lines=lines,
        columns=tuple((column, field) for column, (field, _) in sorted(chosen.items())),
    )
    return mapping, guesses


def with_chosen(columns: Sequence[ColumnGuess], mapping: Mapping) -> tuple[ColumnGuess, ...]:
    """The columns as a mapping has them; whatever differs from the guess was chosen by hand."""
    meanings = dict(mapping.columns)
    return tuple(
        column
        if column.field is meanings.get(column.index)
        else replace(
            column,
            field=meanings.get(column.index),
            ground=GuessGround.CHOSEN,
            reason=reason_of(GuessGround.CHOSEN, column.header),
        )
        for column in columns
    )


def _guess(
    column: int, header: str, choice: tuple[RosterField, GuessGround] | None, samples: tuple[str, ...]
) -> ColumnGuess:
    field, ground = choice or (None, GuessGround.NONE)
    return ColumnGuess(
        index=column,
        header=header,
        field=field,
        ground=ground,
        reason=reason_of(ground, header),
        samples=samples,
    )


def reason_of(ground: GuessGround, header: str) -> Sentence:
    """Why a column was taken for a field, for people."""
    match ground:
        case GuessGround.REMEMBERED:
            return sentence("Chosen for this institution before.")
        case GuessGround.KNOWN_HEADER:
            return sentence("The header “{header}” is a usual name.", header=header)
        case GuessGround.PARTIAL_HEADER:
            return sentence("The header “{header}” contains a usual name.", header=header)
        case GuessGround.VALUES:
            return sentence("The values look like it; the header does not say.")
        case GuessGround.CHOSEN:
            return sentence("Chosen by hand.")
        case GuessGround.NONE:
            return sentence("Not recognised; left out unless you choose a meaning.")


def _by_values(values: Sequence[str]) -> RosterField | None:
    if len(values) < 3:
        return None
    folded = [narrow(value).strip() for value in values]

    def mostly(pattern: str) -> bool:
        return sum(bool(re.fullmatch(pattern, value)) for value in folded) >= 0.8 * len(folded)

    if mostly(r"\d{17}[\dXx]"):
        return RosterField.ID_NUMBER
    if mostly(r"[男女]性?"):
        return RosterField.SEX
    if mostly(r"(加)?\d{1,3}[-+]?\d{0,2}床"):
        return RosterField.BED
    if mostly(r"\d{1,3}岁(\d+个?月)?"):
        return RosterField.AGE
    return None
