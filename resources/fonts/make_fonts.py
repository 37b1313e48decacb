"""Makes the bundled fonts from the packages named in SOURCES; see README.md for where to get those.

    python resources/fonts/make_fonts.py FOLDER

``FOLDER`` holds the packages as downloaded (``npm pack``, ``apt-get download``). Needs fontTools and
``dpkg-deb``. The same packages and the same fontTools give the same bytes; README.md's table is rewritten.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import version as font_tools_version
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).parent

NOTO_SANS = "expo-google-fonts-noto-sans-sc-0.4.3.tgz"
NOTO_SERIF = "expo-google-fonts-noto-serif-sc-0.4.3.tgz"
WENKAI = "fonts-lxgw-wenkai_1.250+repack-1_all.deb"
TEXLIVE = "texlive-lang-chinese_2022.20230122-1_all.deb"
FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf"

LAST_FALL_BACK = "NotoSerifSC-Regular.ttf"
"""Made before the fonts that fill its gaps."""

COMMON_BEYOND_URO = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃"
    "䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)
"""Characters of Extension A in the General Standard Chinese Characters: they occur in names."""

MAXP_FIELDS = (
    "maxZones",
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentDepth",
)


@dataclass(frozen=True)
class Source:
    """One font: where it comes from and what is made of it."""

    target: str
    package: str
    member: str
    licence: str
    repertoire: str
    """``all``, ``common`` (URO and the standard characters beyond), ``gb2312``, or ``gb2312 and rare``: with
    it every Han character that the complete Serif lacks."""
    family: str = ""
    """A new family name, where the licence reserves the old one for unmodified fonts."""


SOURCES = (
    Source(
        "NotoSansSC-Regular.ttf", NOTO_SANS, "package/400Regular/NotoSansSC_400Regular.ttf", "OFL-1.1", "all"
    ),
    Source("NotoSansSC-Bold.ttf", NOTO_SANS, "package/700Bold/NotoSansSC_700Bold.ttf", "OFL-1.1", "common"),
    Source(
        "NotoSerifSC-Regular.ttf",
        NOTO_SERIF,
        "package/400Regular/NotoSerifSC_400Regular.ttf",
        "OFL-1.1",
        "all",
    ),
    Source(
        "NotoSerifSC-Bold.ttf", NOTO_SERIF, "package/700Bold/NotoSerifSC_700Bold.ttf", "OFL-1.1", "gb2312"
    ),
    Source(
        "InspectionKai-Regular.ttf",
        WENKAI,
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        "OFL-1.1",
        "gb2312 and rare",
        family="Inspection Kai",
    ),
    Source(
        "InspectionFang-Regular.ttf",
        TEXLIVE,
        FANDOL,
        "GPL-3.0 with font exception",
        "all",
        family="Inspection Fang",
    ),
)


def unpack(package: Path, member: str, folder: Path) -> Path:
    """Take one member out of a package."""
    if package.suffix == ".deb":
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        return folder / member
    with tarfile.open(package) as archive:
        archive.extract(member, folder, filter="data")
    return folder / member


def gb2312() -> set[int]:
    """All characters of GB 2312."""
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def is_han(code: int) -> bool:
    return 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF


def wanted(codes: Iterable[int], repertoire: str) -> set[int]:
    """Choose what to keep; what is not Han (Latin, punctuation, symbols) always stays."""
    if repertoire == "all":
        return set(codes)
    han = set(gb2312())
    if repertoire == "common":
        beyond = {ord(character) for character in COMMON_BEYOND_URO}
        han |= beyond | set(range(0x4E00, 0xA000)) | set(range(0x20000, 0x40000))
    if repertoire == "gb2312 and rare":
        han |= set(codes) - set(TTFont(HERE / LAST_FALL_BACK, lazy=True).getBestCmap())
    return {code for code in codes if not is_han(code) or code in han}


def subset(font: TTFont, codes: set[int]) -> None:
    options = Options()
    options.layout_features = ["tnum", "vert"]
    options.name_IDs = ["*"]
    options.hinting = False
    options.drop_tables += ["BASE", "GPOS", "STAT", "VORG"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def to_quadratic(font: TTFont) -> None:
    """Turn CFF outlines into TrueType ones, to a thousandth of the em."""
    order = font.getGlyphOrder()
    glyph_set = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for name in MAXP_FIELDS:
        setattr(maxp, name, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font.sfntVersion = "\000\001\000\000"


def rename(font: TTFont, family: str) -> None:
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17):
            names.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
    plain = family.replace(" ", "")
    for identity, text in ((1, family), (2, "Regular"), (3, plain), (4, family), (6, f"{plain}-Regular")):
        names.setName(text, identity, 3, 1, 0x409)


def make(source: Source, packages: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = unpack(packages / source.package, source.member, Path(folder))
        font = TTFont(path, recalcTimestamp=False)
        subset(font, wanted(font.getBestCmap(), source.repertoire))
        if "CFF " in font:
            to_quadratic(font)
        if source.family:
            rename(font, source.family)
        font.save(HERE / source.target)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    packages = Path(sys.argv[1])
    rows = []
    for source in SOURCES:
        make(source, packages)
        target = HERE / source.target
        covered = len(TTFont(target).getBestCmap())
        rows.append(
            f"| {source.target} | {source.package} | {source.licence} | {source.repertoire} ({covered}) "
            f"| {target.stat().st_size / 1e6:.1f} | `{digest(target)}` |"
        )
    readme = HERE / "README.md"
    text = readme.read_text(encoding="utf-8")
    head = text[: text.index("| File |")]
    table = "| File | Made from | Licence | Characters | MB | SHA-256 |\n|---|---|---|---|---|---|\n"
    sources = "\n".join(
        f"- {name} `{digest(packages / name)}`" for name in sorted({source.package for source in SOURCES})
    )
    readme.write_text(
        f"{head}{table}{chr(10).join(rows)}\n\n"
        f"Packages (SHA-256), fontTools {font_tools_version}:\n\n{sources}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
