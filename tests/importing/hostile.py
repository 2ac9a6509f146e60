"""Files made to hang or eat the machine that opens them: each a few lines, small on disk.

A builder takes the path to write. HARMLESS look hostile and hold a table that is to be read;
REFUSED are refused in one sentence, whose codes stand beside them.
"""

import random
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Build = Callable[[Path], None]

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
TITLE = "KẾ HOẠCH của UBND xã An năm 2023"
HEADINGS = ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Mã nội dung")
TASKS = 5

MEGABYTE = 2**20


def inline(column: str, row: int, text: str) -> str:
    return f'<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>'


def table_rows(tasks: int = TASKS, last: str = "") -> str:
    """A plan: title, headings, tasks; last is put at the end of the last row."""
    lines = [(TITLE,), HEADINGS]
    lines += [(str(n), f"Việc thứ {n}", "Văn phòng", "Quý II/2023", "1.1") for n in range(tasks)]
    found = []
    for number, cells in enumerate(lines, start=1):
        row = "".join(inline("ABCDE"[i], number, text) for i, text in enumerate(cells))
        end = last if number == len(lines) else ""
        found.append(f'<row r="{number}">{row}{end}</row>')
    return "".join(found)


def sheet(rows: str, before: str = "", after: str = "", head: str = "") -> str:
    """The XML of a worksheet."""
    return f"{head}<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


Content = str | bytes | Iterable[bytes]


def put(packed: zipfile.ZipFile, name: str, content: Content) -> None:
    """An entry of the zip; content in pieces never stands in memory as a whole."""
    with packed.open(name, "w") as entry:
        for piece in [content] if isinstance(content, str | bytes) else content:
            entry.write(piece.encode() if isinstance(piece, str) else piece)


def again(piece: bytes, times: int, first: str = "", last: str = "") -> Iterator[bytes]:
    """first, the piece so many times, last."""
    yield first.encode()
    for _ in range(times):
        yield piece
    yield last.encode()


def book(
    path: Path,
    xml: Content,
    shared: Content | None = None,
    sheets: int = 1,
    target: str = "worksheets/sheet1.xml",
    more: dict[str, bytes] | None = None,
    head: str = "",
) -> None:
    """An .xlsx whose sheets are all the one worksheet of that XML."""
    names = "".join(
        f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, sheets + 1)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="{target}"/>'
        for n in range(1, sheets + 1)
    )
    if shared is not None:
        links += (
            f'<Relationship Id="rs" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
        )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/workbook.xml",
            f'{head}<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>',
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        )
        put(packed, "xl/worksheets/sheet1.xml", xml)
        if shared is not None:
            put(packed, "xl/sharedStrings.xml", shared)
        for name, content in (more or {}).items():
            packed.writestr(name, content)


def lies_about_sizes(path: Path) -> None:
    """Every entry of the zip says that it unpacks to 100 bytes."""
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.find(signature)
        while at >= 0:
            content[at + offset : at + offset + 4] = struct.pack("<I", 100)
            at = content.find(signature, at + 4)
    path.write_bytes(content)


# -- zips -------------------------------------------------------------------------------------


def zip_bomb(path: Path) -> None:
    book(path, again(b" " * MEGABYTE, 320))


def zip_bomb_that_lies(path: Path) -> None:
    book(path, again(b" " * MEGABYTE, 400, sheet(table_rows())))
    lies_about_sizes(path)


def row_bomb_that_lies(path: Path) -> None:
    cells = b'<row><c t="inlineStr"><is><t>a</t></is></c></row>' * 20_000
    book(path, again(cells, 400, f"<worksheet {MAIN}><sheetData>", "</sheetData></worksheet>"))
    lies_about_sizes(path)


def shared_bomb_that_lies(path: Path) -> None:
    many = b"<si><t>x</t></si>" * 60_000
    book(path, sheet(table_rows()), again(many, 300, f"<sst {MAIN}>", "</sst>"))
    lies_about_sizes(path)


def nested_zips(path: Path) -> None:
    inner = b"\x00" * MEGABYTE
    for _ in range(10):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for n in range(10):
                packed.writestr(f"{n}.zip", inner)
        inner = path.read_bytes()


def thousands_of_entries(path: Path) -> None:
    book(path, sheet(table_rows()), more={f"xl/media/{n}": b"" for n in range(12_000)})


def truncated(path: Path) -> None:
    book(path, sheet(table_rows(2000)))
    path.write_bytes(path.read_bytes()[:-3000])


def random_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + random.Random(1).randbytes(MEGABYTE))


def random_sheet(path: Path) -> None:
    book(path, random.Random(2).randbytes(MEGABYTE))


# -- XML --------------------------------------------------------------------------------------

LAUGHS = (
    "<!DOCTYPE w ["
    + '<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
    + "]>"
)


def billion_laughs(path: Path) -> None:
    book(path, sheet(table_rows() + f"<row r='9'>{inline('A', 9, '&a10;')}</row>", head=LAUGHS))


def billion_laughs_shared(path: Path) -> None:
    cell = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    book(path, sheet(cell), f"{LAUGHS}<sst {MAIN}><si><t>&a10;</t></si></sst>")


def external_entity(path: Path) -> None:
    head = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    book(path, sheet(table_rows() + f"<row r='9'>{inline('A', 9, '&a;')}</row>", head=head))


def deep_nesting(path: Path) -> None:
    book(path, again(b"<x>" * 100_000, 100, f"<worksheet {MAIN}><sheetData>"))


def wide_and_full(path: Path) -> None:
    """16,384 columns by 750 rows, all of them filled."""
    row = b"<row>" + b"<c><v>1</v></c>" * 16_384 + b"</row>"
    book(path, again(row, 750, f"<worksheet {MAIN}><sheetData>", "</sheetData></worksheet>"))


def wide_headings(path: Path) -> None:
    """Forty rows of 16,384 headings, each another text, above a table."""
    rows = (
        "<row>"
        + "".join(
            f'<c t="inlineStr"><is><t>Nhiệm vụ chủ trì thời hạn {r} {c}</t></is></c>'
            for c in range(16_384)
        )
        + "</row>"
        for r in range(40)
    )
    book(
        path,
        (
            b"".join(part)
            for part in [
                [f"<worksheet {MAIN}><sheetData>".encode()],
                (r.encode() for r in rows),
                [b"</sheetData></worksheet>"],
            ]
        ),
    )


def huge_text(path: Path) -> None:
    text = again(
        b"a" * MEGABYTE,
        32,
        f"<worksheet {MAIN}><sheetData>"
        + table_rows()
        + '<row r="9"><c r="B9" t="inlineStr"><is><t>',
        "</t></is></c></row></sheetData></worksheet>",
    )
    book(path, text)


def one_text_everywhere(path: Path) -> None:
    """A shared text of 32,767 characters in 100,000 cells: 3 GB once read."""
    cells = b"<row>" + b'<c t="s"><v>0</v></c>' * 10 + b"</row>"
    long = "Hoàn thành 1 1 " * 2184
    book(
        path,
        again(cells * 100, 100, f"<worksheet {MAIN}><sheetData>", "</sheetData></worksheet>"),
        f"<sst {MAIN}><si><t>{long}</t></si></sst>",
    )


def huge_shared_table(path: Path) -> None:
    """Two million shared texts for a sheet of seven rows."""
    parts = ("".join(f"<si><t>{k}{n}</t></si>" for n in range(50_000)).encode() for k in range(40))
    head = f"<sst {MAIN}>".encode()
    book(path, sheet(table_rows()), (p for ps in ([head], parts, [b"</sst>"]) for p in ps))


def many_sheets(path: Path) -> None:
    """Five thousand sheets that are one and the same."""
    book(path, sheet(table_rows(200)), sheets=5000)


def merges(path: Path) -> None:
    """Thirty thousand merges over the whole sheet, one upon the other."""
    every = '<mergeCell ref="A3:E1048576"/>' * 30_000
    book(path, sheet(table_rows(2000), after=f"<mergeCells>{every}</mergeCells>"))


def formatted_rows(path: Path) -> None:
    """A million rows with a format and without a value, below a table."""
    rows = (
        "".join(
            f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>'
            for n in range(k, k + 50_000)
        ).encode()
        for k in range(10, 1_000_010, 50_000)
    )
    head = f"<worksheet {MAIN}><sheetData>{table_rows()}".encode()
    book(path, (p for ps in ([head], rows, [b"</sheetData></worksheet>"]) for p in ps))


def blank_texts(path: Path) -> None:
    """Half a million rows that hold one space, below a table."""
    rows = (
        "".join(
            f'<row r="{n}"><c r="E{n}" t="inlineStr"><is><t> </t></is></c></row>'
            for n in range(k, k + 50_000)
        ).encode()
        for k in range(10, 500_010, 50_000)
    )
    head = f"<worksheet {MAIN}><sheetData>{table_rows()}".encode()
    book(path, (p for ps in ([head], rows, [b"</sheetData></worksheet>"]) for p in ps))


def formatted_columns(path: Path) -> None:
    """Three hundred rows of 16,384 formatted cells without a value."""
    row = "<row>" + "<c s='1'/>" * 16_384 + "</row>"
    book(path, sheet(table_rows() + row * 300))


def lying_dimension(path: Path) -> None:
    book(path, sheet(table_rows(), before='<dimension ref="A1:XFD1048576"/>'))


def far_mark(path: Path) -> None:
    """A stray mark in the last cell of all."""
    book(path, sheet(table_rows() + f'<row r="1048576">{inline("XFD", 1048576, "x")}</row>'))


def far_column(path: Path) -> None:
    """A stray mark in the last column of a table of 300 tasks."""
    book(path, sheet(table_rows(300, last=inline("XFD", 302, "x"))))


def formula_loop(path: Path) -> None:
    cells = '<c r="F7"><f>G7</f></c><c r="G7"><f>F7</f></c>'
    book(path, sheet(table_rows(last=cells)))


def commands(path: Path) -> None:
    """Formulas that call the machine, a link to another book, a macro, a relation outside."""
    cell = '<c r="F7" t="str"><f>cmd|\'/c calc\'!A0</f><v>x</v></c>'
    cell += '<c r="G7"><f>[1]S!A1+WEBSERVICE("http://example.invalid")</f></c>'
    link = f'<externalLink {MAIN} xmlns:r="{RELATIONS}"><externalBook r:id="rId1"/></externalLink>'
    out = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" TargetMode="External" '
        f'Type="{RELATIONS}/externalLinkPath" Target="file:///../../khac.xlsx"/></Relationships>'
    )
    more = {
        "xl/externalLinks/externalLink1.xml": link.encode(),
        "xl/externalLinks/_rels/externalLink1.xml.rels": out.encode(),
        "xl/vbaProject.bin": OLE + b"Auto_Open" * 100,
        "../../thoat.txt": b"x",
    }
    book(path, sheet(table_rows(last=cell)), more=more)


def sheet_outside(path: Path) -> None:
    book(path, sheet(table_rows()), target="../../../../../etc/passwd")


# -- other formats ----------------------------------------------------------------------------

ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(path: Path, rows: str) -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", ODS)
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
        packed.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{office}:office:1.0" '
            f'xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )


def ods_rows(tasks: int = TASKS) -> str:
    lines = [(TITLE,), HEADINGS]
    lines += [(str(n), f"Việc thứ {n}", "Văn phòng", "Quý II/2023", "1.1") for n in range(tasks)]
    return "".join(
        "<table:table-row>" + "".join(ods_cell(text) for text in line) + "</table:table-row>"
        for line in lines
    )


def ods_cell(text: str, times: int = 1) -> str:
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{times}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def ods_row(cells: str, times: int) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def ods_empty_rows(path: Path) -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    ods(path, ods_rows() + empty)


def ods_repeated_rows(path: Path) -> None:
    ods(path, ods_rows() + ods_row(ods_cell("x", 1000), 2**20))


def ods_repeated_more(path: Path) -> None:
    ods(path, ods_rows() + ods_row(ods_cell("x", 4_000_000_000), 4_000_000_000))


def ods_laughs(path: Path) -> None:
    ods(path, ods_rows() + f"<table:table-row>{ods_cell('&a10;')}</table:table-row>")


def xls_garbage(path: Path) -> None:
    path.write_bytes(OLE + "Workbook".encode("utf-16-le") + random.Random(3).randbytes(MEGABYTE))


def xls_loop(path: Path) -> None:
    """A compound file whose chain of sectors leads back to itself."""
    head = OLE + b"\x00" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\x00" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, 0, 0, 4096, 0, 0, 0, 0)
    head += struct.pack("<I", 0) + b"\xff" * 432
    loop = struct.pack("<128I", *([0] * 128))
    entry = "Workbook".encode("utf-16-le").ljust(64, b"\x00") + struct.pack("<H", 18) + b"\x02" * 62
    path.write_bytes(head[:512] + loop + entry * 100)


def csv_one_line(path: Path) -> None:
    with path.open("wb") as stream:
        for _ in range(190):
            stream.write(b"a," * (MEGABYTE // 2))


def csv_one_field(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write("STT,Nhiệm vụ,Chủ trì\n".encode() * 5 + b'1,"')
        for _ in range(100):
            stream.write(b"a" * MEGABYTE)


def csv_delimiters(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write("STT,Nhiệm vụ,Chủ trì,Thời hạn\n1,a,b,Quý II\n".encode() * 5)
        stream.write(b"," * 10_000_000)


def csv_short_lines(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write("STT,Nhiệm vụ,Chủ trì,Thời hạn\n".encode())
        for _ in range(60):
            stream.write(b"1,a\n" * (MEGABYTE // 4))


def csv_quotes(path: Path) -> None:
    path.write_bytes("STT;Nhiệm vụ;Chủ trì\n".encode() * 3 + b'"' * 6_000_000)
