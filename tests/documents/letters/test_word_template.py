"""The office's own .docx: its styles and margins stay, its words go, what is unsafe is refused."""

import io
import struct
import zipfile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.shared import Mm, Pt, RGBColor

import tests.office
from dashboard.documents.letters.word_writer import write
from dashboard.errors import DashboardError
from dashboard.words import words
from tests.documents.letters.decree_rules import problems
from tests.documents.letters.word_reading import Read, W
from tests.documents.papers_made import paper

SECRET = "Nội dung mật {{ 7*7 }}"


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def office():
    """A template with words, pictures of text, links and theme fonts of its own."""
    document = Document()
    document.add_paragraph(SECRET)
    document.add_table(2, 2).cell(0, 0).text = SECRET
    section = document.sections[0]
    section.header.paragraphs[0].text = section.footer.paragraphs[0].text = SECRET
    section.left_margin, section.right_margin = Mm(35), Mm(20)
    section.top_margin, section.bottom_margin = Mm(40), Mm(22)
    document.part.relate_to("http://example.com/x", RT.HYPERLINK, is_external=True)
    target = "file://example.com/mau.dotm"
    kind = RT.OFFICE_DOCUMENT.rpartition("/")[0] + "/attachedTemplate"
    document.part._settings_part.relate_to(target, kind, is_external=True)
    return document


OFFICE = saved(office())


def test_words_go_and_margins_that_the_decree_allows_stay():
    content = write(paper("report"), OFFICE)
    read = Read(content)
    for name in read.names:
        raw = read.archive.read(name)
        assert SECRET.encode() not in raw and b"example.com" not in raw, name
    section = read.document.sections[0]
    sides = [getattr(section, f"{side}_margin").mm for side in ("left", "right", "top", "bottom")]
    assert [round(one) for one in sides] == [35, 20, 20, 22]
    assert problems(content, "report") == []
    assert not any(b"Theme=" in read.archive.read(name) for name in read.names)


def test_template_is_written_with_twice_the_same():
    for kind in ("report", "bulletin"):
        assert write(paper(kind), OFFICE) == write(paper(kind), OFFICE)


def body_style(document):
    """The office's own body text: Times New Roman 13, 1 cm, 8 pt between."""
    style = document.styles["Body Text"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    about = style.paragraph_format
    about.first_line_indent, about.space_after, about.line_spacing = Mm(10), Pt(8), 1.3
    about.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return style


def test_styles_by_the_decree_stay_and_others_do_not():
    document = office()
    body_style(document)
    content = write(paper("report"), saved(document))
    line = next(one for one in Read(content).lines() if one.style == "Body Text")
    assert (line.look["sz"], line.look["spacing.after"]) == ("26", "160")
    assert round(line.number("ind.firstLine") / 56.69) == 10
    assert problems(content, "report") == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda style: setattr(style.font, "name", "Arial"),
        lambda style: setattr(style.font, "size", Pt(12)),
        lambda style: setattr(style.font, "hidden", True),
        lambda style: setattr(style.font, "bold", True),
        lambda style: setattr(style.font.color, "rgb", RGBColor(255, 0, 0)),
        lambda style: setattr(style.paragraph_format, "space_after", Pt(2)),
        lambda style: setattr(style.paragraph_format, "line_spacing", Pt(14)),
        lambda style: setattr(style.paragraph_format, "page_break_before", True),
        lambda style: setattr(style.paragraph_format, "alignment", WD_ALIGN_PARAGRAPH.LEFT),
    ],
)
def test_style_that_breaks_the_decree_is_ours(spoil):
    document = office()
    spoil(body_style(document))
    content = write(paper("report"), saved(document))
    line = next(one for one in Read(content).lines() if one.style == "Body Text")
    assert (line.look["sz"], line.look["spacing.after"]) == ("28", "120")
    assert problems(content, "report") == []
    assert "vanish" not in line.look


def test_size_of_the_normal_letters_is_the_offices():
    document = office()
    document.styles["Normal"].font.size = Pt(13)
    content = write(paper("report"), saved(document))
    assert next(one for one in Read(content).lines() if one.style == "Body Text").look["sz"] == "26"
    assert problems(content, "report") == []


def test_styles_are_known_by_name_not_by_id():
    document = office()
    style = document.styles["heading 1"]
    style.element.set(f"{W}styleId", "u1")  # as a Vietnamese Word writes it
    document.styles.add_style("PAPI Cell", WD_STYLE_TYPE.PARAGRAPH).font.name = "Arial"
    content = write(paper("report"), saved(document))
    heading = next(one for one in Read(content).lines() if one.style == "heading 1")
    assert heading.element.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "u1"
    names = [one.find(f"{W}name").get(f"{W}val").lower() for one in Read(content).styles.values()]
    assert len(names) == len(set(names))
    assert problems(content, "report") == []


def with_entries(change):
    """The template with its zip's entries changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(OFFICE)) as given,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        entries = {name: given.read(name) for name in given.namelist()}
        for name, content in change(entries).items():
            made.writestr(name, content)
    return stream.getvalue()


def macros(entries):
    types = entries["[Content_Types].xml"].replace(
        b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
    )
    return entries | {"[Content_Types].xml": types}


def bomb():
    """A zip that says that an entry unpacks to 4 GB."""
    content = bytearray(with_entries(lambda entries: entries))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", 0xFFFFFF00)
    return bytes(content)


def locked():
    content = bytearray(with_entries(lambda entries: entries))
    place = content.rindex(b"PK\x01\x02")
    content[place + 8] |= 1
    return bytes(content)


def without(name):
    return with_entries(lambda entries: {key: entries[key] for key in entries if key != name})


def typed(entries, kind):
    """The entries where the document is of that content type."""
    types = entries["[Content_Types].xml"]
    name = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    assert types.count(name) == 1
    return entries | {"[Content_Types].xml": types.replace(name, kind)}


DOTX = b"vnd.openxmlformats-officedocument.wordprocessingml.template.main"
DOTM = b"vnd.ms-word.template.macroEnabledTemplate.main"


def by_libreoffice(folder):
    """The template as LibreOffice saves one (.dotx)."""
    (folder / "mau.docx").write_bytes(OFFICE)
    kind = "dotx:MS Word 2007 XML Template"
    (path,) = tests.office.saved(folder / "home", kind, folder / "mau.docx")
    return path.read_bytes()


@pytest.mark.parametrize("is_saved", [False, pytest.param(True, marks=pytest.mark.long)])
def test_a_template_of_word_is_taken_as_a_document_is(is_saved, tmp_path):
    made = by_libreoffice(tmp_path) if is_saved else with_entries(lambda e: typed(e, DOTX))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert DOTX in archive.read("[Content_Types].xml")
    content = write(paper("report"), made)
    read = Read(content)
    types = read.archive.read("[Content_Types].xml")
    assert b"wordprocessingml.document.main" in types and b"template" not in types
    assert round(read.document.sections[0].left_margin.mm) == 35
    assert not any(SECRET.encode() in read.archive.read(name) for name in read.names)
    assert problems(content, "report") == []


SPREADSHEET = with_entries(
    lambda entries: (
        entries
        | {
            "[Content_Types].xml": entries["[Content_Types].xml"].replace(
                b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"
            )
        }
    )
)
ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
    b'<!ENTITY d SYSTEM "file:///etc/hostname">]>'
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "foreign"),
        (b"van ban", "foreign"),
        (b"%PDF-1.7", "foreign"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "locked"),
        (locked(), "locked"),
        (OFFICE[:6_000], "broken"),
        (with_entries(lambda entries: {"a.txt": b"x"}), "broken"),
        (without("word/document.xml"), "broken"),
        (without("word/styles.xml"), "broken"),
        (with_entries(lambda entries: entries | {"word/document.xml": b"<w:document"}), "broken"),
        (with_entries(lambda entries: entries | {"word/styles.xml": b"\x00" * 99}), "broken"),
        (SPREADSHEET, "foreign"),
        (with_entries(macros), "macros"),
        (with_entries(lambda entries: typed(entries, DOTM)), "macros"),
        (with_entries(lambda entries: entries | {"word/vbaProject.bin": b"x"}), "macros"),
        (bomb(), "large"),
        (with_entries(lambda entries: entries | {"a": bytes(90 * 2**20)}), "large"),
        (with_entries(lambda e: e | {f"{n}": b"" for n in range(3_000)}), "large"),
        (b"PK\x03\x04" + bytes(21 * 2**20), "large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_template_that_is_no_use_is_one_sentence(content, code):
    with pytest.raises(DashboardError) as caught:
        write(paper("report"), content)
    assert caught.value.code == f"word_template_{code}"
    for language in ("vi", "en"):
        assert caught.value.sentence(words(language))


def test_entities_of_a_template_are_not_read():
    def change(entries):
        xml = entries["word/document.xml"]
        head, _, rest = xml.partition(b"?>")
        rest = rest.replace(SECRET.encode(), b"&c;&d;")
        return entries | {"word/document.xml": head + b"?>" + ENTITIES + rest}

    read = Read(write(paper("report"), with_entries(change)))
    assert not any(b"xxxxxxxxxx" in read.archive.read(name) for name in read.names)
