"""An office's own template and logo: used whatever they look like, or refused in a sentence."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace

import pptx
import pytest
from PIL import Image
from pptx.util import Pt

from dashboard.charts.look import LIGHT
from dashboard.documents.slides import slides_writer, template_file
from dashboard.documents.slides.template_file import ground_of, logo_of
from dashboard.errors import DashboardError
from dashboard.words import LANGUAGES, words
from tests.documents import papers_made
from tests.documents.slides import templates_made
from tests.documents.slides.decks import opened, parts, shapes
from tests.documents.slides.decks import words as words_of
from tests.documents.slides.templates_made import SECRET, WEIRD, picture, retyped
from tests.documents.slides.test_slides import check_sound

PAPER = papers_made.paper("slides")
PAPER = replace(PAPER, parts=tuple(PAPER.parts[n] for n in (0, 1, 3, 5)))
GREEN_PIXELS = picture("#00FF00")


@pytest.fixture(scope="module")
def decks() -> dict[str, bytes]:
    """Each weird template with our slides on it."""
    return {name: slides_writer.write(PAPER, template=made()) for name, made in WEIRD.items()}


@pytest.mark.parametrize("name", WEIRD)
def test_any_template_is_used(name, decks):
    content = decks[name]
    check_sound(content)
    made, template = opened(content), pptx.Presentation(io.BytesIO(templates_made.saved(
        templates_made.wide()) if name == "potx" else WEIRD[name]()))  # fmt: skip
    assert (made.slide_width, made.slide_height) == (template.slide_width, template.slide_height)
    assert [x.shapes.title.text_frame.text for x in made.slides] == [
        str(part.title) for part in PAPER.parts
    ]
    for slide in made.slides:
        assert papers_made.STAMP.line in words_of(slide)
        for holder in slide.placeholders:
            body = holder._element.txBody.bodyPr
            assert body.get("vert") == "horz"
    assert len({layout.name for layout in made.slide_layouts}) <= 2
    assert len(made.slide_masters) == 1


@pytest.mark.parametrize("name", WEIRD)
def test_letters_can_be_read_on_it(name, decks):
    """Below the title is white, by itself or by a panel; letters there are ours."""
    made = opened(decks[name])
    slide = made.slides[1]
    panels = [s for s in slide.shapes if s.name == "Panel"]
    is_dark = name in ("photograph", "dark", "band")
    assert bool(panels) == is_dark
    if panels:
        assert slide.shapes[0].name == "Panel"
        for shape in slide.shapes:
            if shape.name in ("Findings", "Stamp", "Note"):
                assert shape.top >= panels[0].top and shape.left >= panels[0].left
    title = slide.shapes.title.text_frame.paragraphs[0].runs[0].font
    is_own = name not in ("photograph", "narrow", "upright", "turned", "untitled")
    assert (title.color.type is None) == is_own
    if not is_own:
        assert str(title.color.rgb) == LIGHT.text[1:]
        assert not panels or panels[0].top <= slide.shapes.title.top


def test_titles_stand_where_they_have_room(decks):
    for name in ("narrow", "upright", "turned", "untitled"):
        title = opened(decks[name]).slides[1].shapes.title
        assert title.width > opened(decks[name]).slide_width * 0.8 and title.top < Pt(40)
    kept = opened(decks["dark"]).slides[1].shapes.title
    own = pptx.Presentation(io.BytesIO(WEIRD["dark"]())).slide_layouts[5].placeholders[0]
    assert (kept.top, kept.height) == (own.top, own.height)


def test_huge_letters_in_capitals_become_ours(decks):
    for slide in opened(decks["huge"]).slides:
        for run in slide.shapes.title.text_frame.paragraphs[0].runs:
            assert run.font.size <= Pt(40) and run.font.name == "Arial"
            assert run._r.rPr.get("cap") == "none"


def test_nothing_of_the_template_s_own_slides_stays(decks):
    content = decks["full"]
    secret = SECRET.encode()
    assert any(secret in data for data in parts(WEIRD["full"]()).values())
    for name, data in parts(content).items():
        assert secret not in data and data != GREEN_PIXELS, name
    assert len(opened(content).slides) == len(PAPER.parts)
    numbered = [name for name in parts(content) if name.startswith("ppt/slides/slide")]
    assert len(numbered) == len(PAPER.parts)
    assert b"hlinkClick" not in b"".join(parts(content).values())


def test_a_template_by_its_content_type_becomes_a_presentation(decks):
    types = parts(decks["potx"])["[Content_Types].xml"]
    assert b"presentation.main+xml" in types and b"template.main" not in types


@pytest.mark.process_apart
def test_the_same_bytes_on_a_template():
    template = WEIRD["dark"]()
    first = slides_writer.write(PAPER, template=template)
    template_file._ready.clear()  # as another process finds it
    assert slides_writer.write(PAPER, template=template) == first


def test_a_template_is_made_ready_once(monkeypatch):
    template = WEIRD["old_size"]()
    ground_of(template)
    monkeypatch.setattr(template_file.apart, "run", None)
    assert ground_of(template).width == 720


def ole(stream: str) -> bytes:
    """The head of a compound file with the name of a stream in its directory."""
    head = bytearray(512)
    head[:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIIII", head, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    for at in range(76, 512, 4):
        struct.pack_into("<I", head, at, 0xFFFFFFFF)
    struct.pack_into("<I", head, 76, 0)
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    entries = b""
    for name, kind in (("Root Entry", 5), (stream, 2)):
        entry = bytearray(128)
        coded = name.encode("utf-16-le") + b"\0\0"
        entry[: len(coded)] = coded
        struct.pack_into("<HBB", entry, 64, len(coded), kind, 1)
        struct.pack_into("<III", entry, 68, 0xFFFFFFFF, 0xFFFFFFFF, 1 if kind == 5 else 0xFFFFFFFF)
        struct.pack_into("<I", entry, 116, 0xFFFFFFFE)
        entries += bytes(entry)
    return bytes(head) + table + entries.ljust(512, b"\0")


def bomb() -> bytes:
    """A deck with an entry of 60 MB of nothing."""
    stream = io.BytesIO(templates_made.old_size())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/nothing.bin", bytes(60 * 2**20))
    return stream.getvalue()


def without_layouts() -> bytes:
    deck = templates_made.wide()
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)
    return templates_made.saved(deck)


def damaged() -> bytes:
    """A deck whose master is no XML."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(templates_made.old_size())) as given,
        zipfile.ZipFile(stream, "w") as made,
    ):
        for name in given.namelist():
            data = given.read(name)
            made.writestr(name, data[: len(data) // 2] if "slideMaster1.xml" in name else data)
    return stream.getvalue()


def locked_entry() -> bytes:
    """A zip with a password of its own."""
    content = bytearray(templates_made.old_size())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


MACROS = b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
PLAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
REFUSED = {
    "foreign": (lambda: b"Kinh thua dong chi", "slides_template_foreign"),
    "empty": (lambda: b"", "slides_template_foreign"),
    "picture": (picture, "slides_template_foreign"),
    "workbook": (lambda: other_office(), "slides_template_foreign"),
    "cut": (lambda: templates_made.old_size()[:-3_000], "slides_template_broken"),
    "damaged": (damaged, "slides_template_broken"),
    "locked": (lambda: ole("EncryptedPackage"), "slides_template_locked"),
    "locked_entry": (locked_entry, "slides_template_locked"),
    "old": (lambda: ole("PowerPoint Document"), "slides_template_old"),
    "macros": (
        lambda: retyped(templates_made.old_size(), PLAIN, MACROS), "slides_template_macros",
    ),
    "program": (
        lambda: retyped(templates_made.old_size(), PLAIN, PLAIN, ppt__vbaProject_dot_bin=b"x"),
        "slides_template_macros",
    ),
    "bomb": (bomb, "slides_template_too_large"),
    "large": (lambda: bytes(51 * 2**20), "slides_template_too_large"),
    "bare": (without_layouts, "slides_template_bare"),
}  # fmt: skip


def other_office() -> bytes:
    import openpyxl

    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_a_sentence(name):
    make, code = REFUSED[name]
    with pytest.raises(DashboardError) as error:
        slides_writer.write(PAPER, template=make())
    assert error.value.code == code
    for language in LANGUAGES:
        assert error.value.sentence(words(language)).endswith(".")


@pytest.mark.process_apart
def test_what_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(template_file, "SECONDS", 0.01)
    with pytest.raises(DashboardError) as error:
        ground_of(WEIRD["crowded"]())
    assert error.value.code == "slides_template_hard"


def test_a_logo_on_every_slide():
    content = slides_writer.write(PAPER, logo=picture("#0A5FA5", (3_000, 1_000)))
    check_sound(content)
    pictures = [s for _, s in shapes(content) if s.shape_type == 13]
    assert len(pictures) == len(PAPER.parts)
    (media,) = [d for n, d in parts(content).items() if n.startswith("ppt/media/")]
    with Image.open(io.BytesIO(media)) as small:
        assert small.size == (800, 267) and small.format == "PNG"
    for _, shape in shapes(content):
        if shape.shape_type == 13:
            assert shape.width / shape.height == pytest.approx(3, rel=0.01)
    for slide in list(opened(content).slides)[1:]:
        (logo,) = [s for s in slide.shapes if s.shape_type == 13]
        assert slide.shapes.title.left + slide.shapes.title.width <= logo.left
    on_template = slides_writer.write(PAPER, template=WEIRD["dark"](), logo=picture())
    check_sound(on_template)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP"])
def test_kinds_of_logos(kind):
    with Image.open(io.BytesIO(logo_of(picture(kind=kind)))) as small:
        assert (small.format, small.size) == ("PNG", (64, 48))


def png_of(width: int, height: int) -> bytes:
    """A PNG that says it is so large; nothing of it is there."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (bytes(100 * 2**20), "slides_logo_too_large"),
        (png_of(20_000, 20_000), "slides_logo_too_large"),
        (png_of(20_000, 10), "slides_logo_too_large"),
        (png_of(7_999, 7_999), "slides_logo_too_large"),
        (picture()[:90], "slides_logo_foreign"),
        (b"", "slides_logo_foreign"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "slides_logo_foreign"),
        (picture(kind="TIFF"), "slides_logo_foreign"),
    ],
    ids=["100 MB", "20000", "wide", "64 megapixels", "cut", "empty", "svg", "tiff"],
)
def test_logos_refused_in_a_sentence(content, code):
    with pytest.raises(DashboardError) as error:
        slides_writer.write(PAPER, logo=content)
    assert error.value.code == code
    for language in LANGUAGES:
        assert error.value.sentence(words(language)).endswith(".")
