"""Workbooks as offices have them, written part by part: what no library would write is in them."""

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATED = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WHEN = (2023, 3, 17, 9, 41, 6)
HEADS = ("STT", "Nhiệm vụ", "Chủ trì", "Tiến độ", "Ngày hoàn thành", "Kết quả", "Ghi chú")
COLUMNS = {
    "number": "A", "text": "B", "lead": "C", "progress": "D", "done": "E", "result_year": "F",
    "note": "G",
}  # fmt: skip
# General, per cent, day, unlocked, unlocked day
STYLES = """<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1">
<protection locked="0"/></xf>
<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1">
<protection locked="0"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>"""


def text(place: str, said: str, style: int = 0) -> str:
    """A cell with a text of its own."""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{said}</t></is></c>'


def number(place: str, value: float, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def blank(place: str, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"/>'


def row(place: int, *cells: str, more: str = "") -> str:
    return f'<row r="{place}"{more}>{"".join(cells)}</row>'


def heads(place: int = 1) -> str:
    """The row of headings."""
    return row(place, *(text(f"{chr(65 + c)}{place}", head) for c, head in enumerate(HEADS)))


def task(place: int, *cells: str, more: str = "") -> str:
    """A row of a task; cells: those from D on."""
    own = number(f"A{place}", place - 1), text(f"B{place}", said(place)), text(f"C{place}", "VP")
    return row(place, *own, *cells, more=more)


def said(place: int) -> str:
    """What the task in a row is."""
    return f"Niêm yết công khai danh sách hộ nghèo, đợt {place}"


def sheet(rows: str, before: str = "", after: str = "", space: str = MAIN) -> str:
    """A worksheet's part."""
    related = STRICT_RELATED if space == STRICT else RELATED
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{space}" '
        f'xmlns:r="{related}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def book(
    sheets: Mapping[str, str],
    more: Mapping[str, bytes] | None = None,
    space: str = MAIN,
    in_book: str = "",
    properties: str = "",
    shared: tuple[str, ...] = (),
    overrides: str = "",
    root_rels: str = "",
) -> bytes:
    """An .xlsx of these sheets (name -> part) and further parts, all of one old moment."""
    related = STRICT_RELATED if space == STRICT else RELATED
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1)
    )
    rels = [(n, "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    rels += [(90, "styles", "styles.xml")] + [(91, "sharedStrings", "sharedStrings.xml")] * bool(
        shared
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override '
        'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        + (
            '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
            if shared
            else ""
        )
        + f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{related}/officeDocument" Target="xl/workbook.xml"/>{root_rels}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{related}">{properties}'
        f"<sheets>{listed}</sheets>{in_book}</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{related}/{kind}" Target="{target}"/>'
            for n, kind, target in rels
        )
        + "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{space}">{STYLES}</styleSheet>',
        **{f"xl/worksheets/sheet{n}.xml": part for n, part in enumerate(sheets.values(), 1)},
    }
    if shared:
        items = "".join(f"<si>{one}</si>" for one in shared)
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{items}</sst>'
    return zipped({**parts, **(more or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            kind = zipfile.ZIP_STORED if name.endswith((".png", ".bin")) else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, WHEN), content, kind)
    return stream.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a file, in its order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}
