"""The drawn copy: what a mosaic leaves, where steps land, what hostile pictures do."""

from __future__ import annotations

import warnings
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inspector_app.domain.errors import DamagedFile, UnusableInput
from inspector_app.domain.markup import LONGEST_TEXT, Shape, Tool
from inspector_app.system import marked_pictures
from inspector_app.system.marked_pictures import draw_copy
from inspector_app.system.photographs import examine, printable, thumbnail
from tests import pictures

SIZE = (320, 240)
HIDDEN = Shape(tool=Tool.MOSAIC, x=64, y=48, width=96, height=80)
PLACE = (64, 48, 160, 128)


def drawn(jpeg: bytes) -> Image.Image:
    with Image.open(BytesIO(jpeg)) as image:
        return image.convert("RGB")


def written(secret: Image.Image) -> bytes:
    """A grey page with a secret in the place that will be hidden."""
    page = Image.new("RGB", SIZE, (120, 120, 120))
    page.paste(secret, PLACE[:2])
    return pictures.encoded("PNG", page)


def stripes(*, upright: bool) -> Image.Image:
    """Two different secrets with the same average: black and white lines across or down."""
    secret = Image.new("RGB", (96, 80), (0, 0, 0))
    for at in range(0, 96 if upright else 80, 4):
        secret.paste((255, 255, 255), (at, 0, at + 2, 80) if upright else (0, at, 96, at + 2))
    return secret


def test_two_secrets_of_equal_average_leave_the_very_same_copy():
    one, other = written(stripes(upright=True)), written(stripes(upright=False))
    assert one != other
    assert draw_copy(one, [HIDDEN], size=SIZE).jpeg == draw_copy(other, [HIDDEN], size=SIZE).jpeg
    assert draw_copy(one, [], size=SIZE).jpeg != draw_copy(other, [], size=SIZE).jpeg


def test_a_mosaic_of_a_picture_made_smaller_hides_what_mixed_into_its_edge():
    def large(secret: tuple[int, int, int]) -> bytes:
        page = Image.new("RGB", (1600, 1200), (120, 120, 120))
        for at in range(400, 800, 40):  # up to the very edge, with equal averages
            page.paste(secret, (at, 400, at + 20, 800))
            page.paste((255 - secret[0],) * 3, (at + 20, 400, at + 40, 800))
        return pictures.encoded("PNG", page)

    hidden = Shape(tool=Tool.MOSAIC, x=400, y=400, width=400, height=400)
    copies = {
        draw_copy(large((tone,) * 3), [hidden], size=(1600, 1200), largest=400).jpeg for tone in (0, 255, 60)
    }
    assert len(copies) == 1


def test_a_mosaic_holds_two_tones_and_nothing_finer():
    noisy = Image.effect_noise((96, 80), 120).convert("RGB")
    image = Image.new("RGB", SIZE, (120, 120, 120))
    image.paste(noisy, PLACE[:2])
    marked_pictures._mosaic(image, HIDDEN, 1.0)
    colours = image.crop(PLACE).getcolors()
    assert colours is not None
    assert len(colours) == 2


def test_a_mosaic_over_a_text_hides_the_text():
    text = Shape(tool=Tool.TEXT, x=70, y=60, text="张三丰")
    other = Shape(tool=Tool.TEXT, x=70, y=60, text="李四光")
    wide = Shape(tool=Tool.MOSAIC, x=40, y=30, width=160, height=120)
    page = written(stripes(upright=True))
    assert drawn(draw_copy(page, [text, wide], size=SIZE).jpeg).crop((60, 50, 150, 110)).getcolors(64)
    assert len({draw_copy(page, [one], size=SIZE).jpeg for one in (text, other)}) == 2


def test_the_same_steps_give_the_same_bytes_and_no_metadata():
    original = pictures.photograph(position=True)
    with Image.open(BytesIO(original)) as image:
        commented = pictures.encoded("JPEG", image.convert("RGB"), comment=b"secret", exif=image.getexif())
    shapes = [HIDDEN, Shape(tool=Tool.ARROW, x=200, y=200, width=-90, height=-80)]
    copy = draw_copy(commented, shapes, size=SIZE)
    assert copy == draw_copy(commented, shapes, size=SIZE)
    for made in (copy.jpeg, thumbnail(commented), printable(commented, 200)[0]):
        with Image.open(BytesIO(made)) as image:
            assert not image.getexif()
            assert not {"exif", "comment", "icc_profile", "xmp"} & set(image.info)
        assert b"secret" not in made
        assert b"Fiction" not in made


@pytest.mark.parametrize("orientation", range(1, 9))
def test_steps_land_where_they_were_drawn_on_the_upright_picture(orientation):
    original = pictures.photograph(orientation=orientation, width=320, height=240)
    seen = examine(original, "a.jpg")
    size = (seen.width, seen.height)
    plain = drawn(draw_copy(original, [], size=size).jpeg)
    assert plain.size == size
    hidden = Shape(tool=Tool.MOSAIC, x=0, y=0, width=40, height=24)
    copy = drawn(draw_copy(original, [hidden], size=size).jpeg)
    far = (64, 48, *size)
    assert copy.crop((0, 0, 32, 16)).tobytes() != plain.crop((0, 0, 32, 16)).tobytes()
    assert copy.crop(far).tobytes() == plain.crop(far).tobytes()


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "HEIF"])
def test_other_formats_are_drawn_as_well(kind):
    copy = draw_copy(pictures.encoded(kind), [HIDDEN], size=SIZE)
    assert (copy.width, copy.height) == SIZE


def test_arrow_box_and_text_are_drawn_in_red():
    grey = pictures.encoded("PNG", Image.new("RGB", SIZE, (120, 120, 120)))
    for shape, at in (
        (Shape(tool=Tool.ARROW, x=20, y=120, width=200, height=0), (120, 120)),
        (Shape(tool=Tool.BOX, x=40, y=40, width=100, height=80), (42, 80)),
        (Shape(tool=Tool.TEXT, x=10, y=10, text="空床"), (10, 10)),
    ):
        red, green, _ = drawn(draw_copy(grey, [shape], size=SIZE).jpeg).getpixel(at)
        assert red > green + 30, shape.tool


def test_the_strip_lies_below_the_picture_and_hides_nothing():
    grey = pictures.encoded("PNG", Image.new("RGB", SIZE, (120, 120, 120)))
    plain, copy = draw_copy(grey, [], size=SIZE), draw_copy(grey, [], size=SIZE, strip=["证据A-1", "长" * 90])
    assert (copy.width, plain.height) == SIZE
    assert copy.height > plain.height + 3 * 12
    assert drawn(copy.jpeg).getpixel((160, 120)) == drawn(plain.jpeg).getpixel((160, 120))


def test_a_picture_that_claims_to_be_huge_is_refused_without_a_word_of_the_decoder():
    bomb = pictures.png_bomb(11_500, 11_500)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        for refuse in (
            lambda: examine(bomb, "b.png"),
            lambda: draw_copy(bomb, [], size=(11_500, 11_500), name="b.png"),
        ):
            with pytest.raises(UnusableInput, match="more than can be opened safely"):
                refuse()
    assert said == []


def test_a_cut_picture_is_told_as_damage():
    with pytest.raises(DamagedFile):
        draw_copy(pictures.photograph()[:700], [HIDDEN], size=SIZE)


_WHOLE = st.integers(-(10**12), 10**12)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(Tool), _WHOLE | st.integers(-9, 350), _WHOLE | st.integers(-9, 350),
    _WHOLE | st.integers(-50, 50), _WHOLE | st.integers(-50, 50), st.text(max_size=2 * LONGEST_TEXT),
)  # fmt: skip
def test_no_step_breaks_the_drawing(tool, x, y, width, height, text):
    shape = Shape(tool=tool, x=x, y=y, width=width, height=height, text=text)
    copy = draw_copy(pictures.encoded("PNG", pictures.scene(160, 120)), [shape], size=(160, 120))
    assert (copy.width, copy.height) == (160, 120)
