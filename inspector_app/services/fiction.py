"""An invented hospital for demonstrations: nobody and nothing in it exists."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from inspector_app.domain.codes import credit_check_character, identity_check_character
from inspector_app.domain.headcount import BedStatus

if TYPE_CHECKING:
    from PIL import Image

HOSPITAL = "青禾县仁安医院"
HOSPITAL_CODE = "H99990000001"
_UNREGISTERED = "12990000MB0000001"
CREDIT_CODE = _UNREGISTERED + credit_check_character(_UNREGISTERED)
ADDRESS = "云岭市青禾县杏林路1号"
BUREAU = "青禾县医疗保障局"
NUMBER_WORD = "青医保"
INSPECTORS = (("林知远", "YL-9901-0001"), ("周叙白", "YL-9901-0002"))
LEAD = ("何清越", "YL-9901-0003")
REPRESENTATIVE = "叶观澜"
RECEIVED_BY = "医务科 苏映秋"
REFUSAL = "称须请示负责人后再签收，拒绝当场签收。"
WITNESS = ("云中鹤", "柳湾社区居民委员会工作人员")
COST_A_PERSON = Decimal("3286.40")
FUND_A_PERSON = Decimal("2464.80")
FIRST_PASSPHRASE = "nothing here is lasting"  # noqa: S105 - of an invented workspace
PASSPHRASE = "nothing here is real"  # noqa: S105 - of an invented workspace
"""The passphrase of every invented person."""
WARDS = ("内一科", "康复科")
BEDS_A_WARD = 20

CHECKLIST = "drug_in_out"
ANSWERS = (
    ("scope/site", "west"),
    ("scope/software", "青禾药房管理 3.2"),
    ("scope/gross", "no"),
    ("scope/tolerance", "3"),
    ("papers/person", "yes"),
    ("papers/delivery_notes", "yes"),
    ("papers/invoices", "yes"),
    ("papers/acceptance", "yes"),
    ("papers/upload", "yes"),
    ("papers/trace", "yes"),
    ("papers/forged", "yes"),
    ("item[1]/item_name", "青禾感冒颗粒 10g×9袋 云岭制药（虚构）"),
    ("item[1]/unit", "gram"),
    ("item[1]/pack", "9"),
    ("item[1]/opening", "180"),
    ("item[1]/bought", "900"),
    ("item[1]/closing", "270"),
    ("item[1]/billed", "783"),
    ("item[1]/cash", "27"),
    ("result/keeper", "穆青砚"),
)
"""What the pharmacist's books say, by place in the checklist of drugs in and out."""
FAULT = ("papers/inout_kept", "no")
"""The one answer that becomes a finding."""

_SURNAMES = "青蓝云竹松兰石岩溪谷泉岭江河湖海星晨霜雪"
_GIVEN = ("一山", "二川", "三木", "四禾", "五石", "六溪", "七弦", "八里", "九思", "十方")
_VILLAGE = "青禾县石桥镇柳湾村"
_DIAGNOSES = ("高血压病2级", "慢性支气管炎", "腰椎间盘突出", "脑梗死恢复期", "2型糖尿病")

# What the walk will find, by ward and bed; every other bed has its patient in it.
_FOUND: dict[tuple[str, str], BedStatus] = {
    ("内一科", "3"): BedStatus.NOT_FOUND,
    ("内一科", "7"): BedStatus.LEAVE_WITH_SLIP,
    ("内一科", "11"): BedStatus.NOT_FOUND,
    ("内一科", "16"): BedStatus.OUT_FOR_EXAMINATION,
    ("康复科", "2"): BedStatus.LEAVE_WITHOUT_SLIP,
    ("康复科", "5"): BedStatus.NOT_FOUND,
    ("康复科", "9"): BedStatus.LEAVE_OVERDUE,
    ("康复科", "14"): BedStatus.NOT_FOUND,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inpatient:
    """One invented person, as the hospital's system has them and as the walk finds them."""

    ward: str
    bed: str
    name: str
    sex: str
    age: int
    id_number: str
    hospital_number: str
    admitted_at: datetime
    diagnosis: str
    address: str
    leave_times: int
    leave_days: int
    found: BedStatus


def inpatients(today: datetime) -> tuple[Inpatient, ...]:
    """Return the forty people of two wards; every second one of the second ward is of one village."""
    people = []
    for ward_number, ward in enumerate(WARDS):
        for bed in range(1, BEDS_A_WARD + 1):
            number = ward_number * BEDS_A_WARD + bed
            same_village = ward_number == 1 and bed % 2 == 1
            people.append(
                Inpatient(
                    ward=ward,
                    bed=str(bed),
                    name=_SURNAMES[(number - 1) % len(_SURNAMES)]
                    + _GIVEN[(number * 7 + ward_number) % len(_GIVEN)],
                    sex="女" if number % 2 else "男",
                    age=48 + number,
                    id_number=_id_number(number),
                    hospital_number=f"ZY{today:%Y}{number:05d}",
                    admitted_at=today - timedelta(days=3 + number % 9, hours=number % 7),
                    diagnosis=_DIAGNOSES[number % len(_DIAGNOSES)],
                    address=f"{_VILLAGE}{bed}号" if same_village else f"云岭市青禾县第{number}街{number}号",
                    leave_times=5 if (ward, str(bed)) == ("康复科", "9") else 0,
                    leave_days=4 if (ward, str(bed)) == ("康复科", "9") else 0,
                    found=_FOUND.get((ward, str(bed)), BedStatus.IN_BED),
                )
            )
    return tuple(people)


def roster_workbook(people: tuple[Inpatient, ...], exported_at: datetime) -> bytes:
    """Return an export as hospitals' systems make them: a banner, numbers as text, a total at the end."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "在院病人"
    sheet.append([f"{HOSPITAL}在院患者一览表"])
    sheet.append([f"导出时间：{exported_at:%Y-%m-%d %H:%M}", "", "操作员：苏映秋"])
    sheet.append(
        ["序号", "科室", "床号", "住院号", "姓名", "性别", "年龄", "身份证号", "入院日期", "入院诊断",
         "家庭住址", "请假次数", "请假天数"]
    )  # fmt: skip
    for number, person in enumerate(people, start=1):
        sheet.append(
            [
                str(number),
                person.ward,
                f"{int(person.bed):02d}",
                person.hospital_number,
                person.name,
                person.sex,
                f"{person.age}岁",
                person.id_number,
                f"{person.admitted_at:%Y-%m-%d %H:%M}",
                person.diagnosis,
                person.address,
                str(person.leave_times),
                str(person.leave_days),
            ]
        )
    sheet.append(["合计", "", "", "", f"{len(people)}人"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def picture_of_an_empty_bed(ward: str, bed: str, taken_at: datetime, *, width: int = 1600) -> bytes:
    """Return a drawn bed as a JPEG with the date a camera would write; plainly no photograph."""
    from PIL import Image, ImageDraw, ImageFilter

    height = width * 3 // 4
    image = Image.new("RGB", (width, height), (214, 221, 218))
    draw = ImageDraw.Draw(image)
    unit = width / 16
    # Wall and floor, a lamp over the bed, the bed with a made blanket, its sign.
    draw.rectangle((0, 8.2 * unit, width, height), fill=(168, 160, 148))
    draw.ellipse((6 * unit, 0.6 * unit, 10 * unit, 1.5 * unit), fill=(255, 246, 214))
    draw.rounded_rectangle((2 * unit, 3.6 * unit, 2.6 * unit, 10 * unit), unit / 5, fill=(120, 130, 134))
    draw.rounded_rectangle((13.4 * unit, 5 * unit, 14 * unit, 10 * unit), unit / 5, fill=(120, 130, 134))
    draw.rounded_rectangle((2.3 * unit, 6.4 * unit, 13.7 * unit, 8.4 * unit), unit / 3, fill=(242, 244, 244))
    draw.rounded_rectangle((2.7 * unit, 5.4 * unit, 5.2 * unit, 6.6 * unit), unit / 3, fill=(250, 250, 250))
    draw.rounded_rectangle((6 * unit, 6 * unit, 13.5 * unit, 8.4 * unit), unit / 3, fill=(118, 158, 160))
    draw.rectangle(
        (10.6 * unit, 2 * unit, 13.6 * unit, 3.6 * unit), fill=(255, 255, 255), outline=(90, 90, 90)
    )
    sign = f"{WARDS.index(ward) + 1 if ward in WARDS else 0} - {bed}"
    draw.text((11.1 * unit, 2.2 * unit), sign, fill=(30, 60, 70), font_size=round(unit))
    image = image.filter(ImageFilter.GaussianBlur(1.2))
    return _as_photograph(image, taken_at)


def picture_of_a_ledger(taken_at: datetime, *, width: int = 1200) -> bytes:
    """Return a drawn page of a stock ledger with torn-out lines as a JPEG; plainly no photograph."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (width, width * 4 // 3), (196, 190, 180))
    draw = ImageDraw.Draw(image)
    unit = width / 20
    draw.rectangle((2 * unit, 2 * unit, 18 * unit, 25 * unit), fill=(252, 250, 242))
    for line in range(4, 24):
        draw.line((3 * unit, line * unit, 17 * unit, line * unit), fill=(170, 190, 200), width=2)
    for column in (6, 11, 14):
        draw.line((column * unit, 3 * unit, column * unit, 24 * unit), fill=(200, 150, 150), width=2)
    draw.polygon(
        [(2 * unit, 12 * unit), (9 * unit, 13 * unit), (18 * unit, 11.6 * unit), (18 * unit, 16 * unit),
         (10 * unit, 15.2 * unit), (2 * unit, 16.4 * unit)],
        fill=(196, 190, 180),
    )  # fmt: skip
    return _as_photograph(image, taken_at)


def _as_photograph(image: Image.Image, taken_at: datetime) -> bytes:
    """Encode with what a camera would write beside the picture."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Drawn", "Demonstration"  # make and model
    exif[0x0132] = f"{taken_at:%Y:%m:%d %H:%M:%S}"
    details = exif.get_ifd(0x8769)
    details[0x9003] = f"{taken_at:%Y:%m:%d %H:%M:%S}"  # DateTimeOriginal
    details[0x9011] = f"{taken_at:%z}"[:3] + ":00"  # OffsetTimeOriginal
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=92, exif=exif)
    return buffer.getvalue()


def _name(number: int, turn: int) -> str:
    return _SURNAMES[(number - 1) % len(_SURNAMES)] + _GIVEN[(number * 7 + turn) % len(_GIVEN)]


def _id_number(number: int) -> str:
    """Return an identity number of a region that does not exist (99…), with a right check digit."""
    body = f"999999{1930 + number}0101{number:03d}"
    return body + identity_check_character(body)
