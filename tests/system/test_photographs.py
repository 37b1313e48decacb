"""What a picture says about itself, and what hostile bytes do."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inspector_app.domain.errors import DamagedFile, Problem, UnusableInput
from inspector_app.domain.evidence import NotOriginal
from inspector_app.system.photographs import (
    examine,
    preview,
    thumbnail,
    with_capture_data,
)
from inspector_app.system.picture_files import media_type_of
from tests import pictures


def colour(jpeg: bytes, x: float, y: float) -> str:
    """Name the strongest colour at a place given as fractions."""
    with Image.open(BytesIO(jpeg)) as image:
        red, _, blue = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    return "red" if red > blue else "blue"


def test_a_photograph_tells_when_and_by_what_it_was_taken():
    seen = examine(pictures.photograph(position=True), "IMG_0001.JPG")
    assert seen.media_type == "image/jpeg"
    assert (seen.width, seen.height) == (320, 240)
    assert seen.captured_at == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    assert seen.capture_device == "Fiction F-1"
    assert seen.has_position
    assert seen.not_original is None


def test_a_time_without_a_zone_is_read_as_chinese_time():
    seen = examine(pictures.photograph(offset=""), "a.jpg")
    assert seen.captured_at == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "yesterday", "2026:13:40 99:00:00", ""])
def test_a_time_that_is_none_is_left_out(taken):
    assert examine(pictures.photograph(taken=taken), "a.jpg").captured_at is None


@pytest.mark.parametrize(
    ("kind", "media_type", "name"),
    [("PNG", "image/png", "a.png"), ("TIFF", "image/tiff", "a.tif"), ("HEIF", "image/heic", "a.heic")],
)
def test_other_formats_are_told_by_their_content(kind, media_type, name):
    seen = examine(pictures.encoded(kind), name)
    assert seen.media_type == media_type
    assert (seen.width, seen.height) == (320, 240)
    assert seen.other_extension == ""
    assert colour(thumbnail(pictures.encoded(kind)), 0.1, 0.5) == "red"


def test_a_pdf_is_taken_in_as_a_document():
    assert examine(pictures.PDF, "scan.pdf").media_type == "application/pdf"


def test_the_extension_is_not_believed():
    seen = examine(pictures.encoded("PNG"), "photo.jpg")
    assert seen.media_type == "image/png"
    assert seen.other_extension == "jpg"


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (pictures.encoded("JPEG"), "a.jpg", NotOriginal.NO_EXIF),
        (pictures.photograph(), "mmexport1700000000000.jpg", NotOriginal.CHAT_PROGRAM),
        (pictures.photograph(), "微信图片_20261122.jpg", NotOriginal.CHAT_PROGRAM),
        (pictures.encoded("PNG"), "Screenshot_2026.png", NotOriginal.SCREENSHOT),
        (pictures.photograph(software="Adobe Photoshop 27.0"), "a.jpg", NotOriginal.EDITED),
        (pictures.photograph(written=(4000, 3000)), "a.jpg", NotOriginal.RESIZED),
    ],
)
def test_a_picture_that_no_camera_wrote_like_this_is_not_original(data, name, reason):
    assert examine(data, name).not_original is reason


def test_a_picture_taken_upright_stays_original_though_sides_are_exchanged():
    seen = examine(pictures.photograph(orientation=6), "a.jpg")
    assert seen.not_original is None
    assert (seen.width, seen.height) == (240, 320)


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [
        (1, (0.1, 0.5)),
        (2, (0.9, 0.5)),
        (3, (0.9, 0.5)),
        (4, (0.1, 0.5)),
        (5, (0.5, 0.1)),
        (6, (0.5, 0.1)),
        (7, (0.5, 0.9)),
        (8, (0.5, 0.9)),
    ],
)
def test_thumbnails_stand_upright(orientation, red_at):
    small = thumbnail(pictures.photograph(orientation=orientation))
    assert colour(small, *red_at) == "red"
    assert colour(small, 1 - red_at[0], 1 - red_at[1]) == "blue"


def test_thumbnails_are_small_and_say_nothing_about_place_or_device():
    small = thumbnail(pictures.photograph(width=2400, height=1200, position=True))
    with Image.open(BytesIO(small)) as image:
        assert image.size == (512, 256)
        assert not image.getexif()


def test_a_preview_is_upright_pixels():
    raster = preview(pictures.photograph(width=800, height=600, orientation=6), 400)
    assert (raster.width, raster.height) == (300, 400)
    assert len(raster.rgb) == 300 * 400 * 3


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_pixel_can_be_shown(mode):
    source = (
        pictures.scene().convert("L").convert("I").convert("I;16")
        if mode == "I;16"
        else pictures.scene().convert(mode)
    )
    data = pictures.encoded("TIFF", source)
    with Image.open(BytesIO(thumbnail(data))) as image:
        assert image.mode == "RGB"


def test_a_still_gets_its_time_without_touching_the_picture():
    plain = pictures.encoded("JPEG")
    still = with_capture_data(
        plain,
        at=datetime(2026, 11, 22, 15, 4, 11, 250000, tzinfo=UTC),
        device="USB camera",
        software="desk 1",
    )
    seen = examine(still, "still.jpg")
    assert seen.captured_at == datetime(2026, 11, 22, 15, 4, 11, tzinfo=UTC)
    assert seen.capture_device == "inspection desk USB camera"
    assert still.endswith(plain[2:])
    assert seen.not_original is None


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"MZ\x90\x00 program", "photo.jpg", "is a program"),
        (b"PK\x03\x04 archive", "photo.jpg", "ZIP"),
        (b"GIF89a........", "photo.gif", "GIF"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "photo.webp", "WebP"),
        (b"\x00\x00\x00\x18ftypisom", "photo.jpg", "video"),
        (b"hello", "photo.jpg", "not a picture"),
        (b"", "empty.jpg", "not a picture"),
    ],
)
def test_a_disguised_file_is_refused_in_a_sentence(data, name, said):
    with pytest.raises(UnusableInput, match=said):
        examine(data, name)


@pytest.mark.parametrize(
    "bomb", [pictures.png_bomb(16000, 12500), pictures.with_size(pictures.photograph(), 20000, 10000)]
)
def test_a_bomb_of_200_megapixels_is_refused_before_it_is_unpacked(bomb):
    with pytest.raises(UnusableInput, match="more than can be opened safely"):
        examine(bomb, "bomb.png")
    with pytest.raises(UnusableInput, match="more than can be opened safely"):
        thumbnail(bomb)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "HEIF"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.97])
def test_a_file_that_breaks_off_is_refused(kind, share):
    whole = pictures.photograph() if kind == "JPEG" else pictures.encoded(kind)
    with pytest.raises(DamagedFile):
        examine(whole[: int(len(whole) * share)], "a")


def test_a_pdf_that_breaks_off_is_refused():
    with pytest.raises(DamagedFile, match="cut off"):
        examine(pictures.PDF[:120], "scan.pdf")


def test_an_animated_picture_is_refused():
    frames = [pictures.scene(), pictures.scene().rotate(90), pictures.scene().rotate(180)]
    data = pictures.encoded("PNG", frames[0], save_all=True, append_images=frames[1:])
    with pytest.raises(UnusableInput, match="animated"):
        examine(data, "a.png")


def test_a_flipped_byte_in_a_png_is_noticed():
    data = bytearray(pictures.encoded("PNG"))
    data[len(data) // 2] ^= 1
    with pytest.raises(DamagedFile, match="check sum"):
        examine(bytes(data), "a.png")


HOSTS = [pictures.photograph(position=True, width=64, height=48)] + [
    pictures.encoded(kind, pictures.scene(64, 48)) for kind in ("PNG", "TIFF", "HEIF")
]


@settings(max_examples=250, deadline=None)
@given(
    host=st.sampled_from(HOSTS),
    places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_whatever_bytes_are_changed_the_answer_is_a_result_or_a_sentence(host, places):
    data = bytearray(host)
    for where, value in places:
        data[int(where * len(data))] = value
    for look in (lambda d: examine(d, "x.jpg"), thumbnail):
        with suppress(Problem):  # any other error fails the test
            look(bytes(data))


@given(st.binary(max_size=64))
def test_any_beginning_has_a_media_type_or_none(head):
    assert media_type_of(head) in {
        None,
        "image/jpeg",
        "image/png",
        "image/heic",
        "image/tiff",
        "application/pdf",
    }
