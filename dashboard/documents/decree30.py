"""The form of official documents: Decree 30/2020/NĐ-CP, annex I, as values for every writer.

Lengths are millimetres, sizes points. Word and PDF are set by them, and tests hold documents to
them. The line with the data code is ours: the decree knows none.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Letters:
    """How a text is set."""

    size: float
    bold: bool = False
    italic: bool = False
    is_capital: bool = False


PAPER = (210.0, 297.0)
TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 15.0  # top, bottom 20-25; left 30-35; right 15-20
# What the decree allows, where an office's own template says something else.
MARGINS = {"top": (20.0, 25.0), "bottom": (20.0, 25.0), "left": (30.0, 35.0), "right": (15.0, 20.0)}
BODY_SIZES = (13.0, 14.0)
FONT = "Times New Roman"
FONT_FILES = "Liberation Serif"  # of the same widths, free: beside the program in data/fonts
INDENT = 12.7  # 10 or 12.7: the first line of a paragraph
BETWEEN = 6.0  # points between paragraphs, at least
SPACING = 1.15  # single to 1.5 lines
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LETTERHEAD = (62.0, 103.0)  # left and right column: the nation's line is 95 wide at 13 bold

PAGE_NUMBER = Letters(13)  # centred in the top margin from page 2, an annex for itself
OF_NATION = Letters(13, bold=True, is_capital=True)
OF_MOTTO = Letters(14, bold=True)  # a line below as long as the text
ABOVE = Letters(13, is_capital=True)
OFFICE = Letters(13, bold=True, is_capital=True)  # a line below, 1/3 to 1/2 of its length
NUMBER = Letters(13)
PLACE_AND_DAY = Letters(14, italic=True)
HEADING = Letters(14, bold=True, is_capital=True)  # BÁO CÁO
SUBJECT = Letters(14, bold=True)  # a line below, 1/3 to 1/2 of its length
ADDRESSEE = Letters(14)
BODY = Letters(14)
BASES = Letters(14, italic=True)  # each ends in ";", the last in "."
SECTION = Letters(14, bold=True, is_capital=True)  # I. KẾT QUẢ
PART = Letters(14, bold=True)  # 1. Kết quả theo nội dung
TABLE = Letters(12)  # the decree leaves tables open
NOTE = Letters(11, italic=True)
SIGNS = Letters(14, bold=True, is_capital=True)
# Folded first words of a post's field: it begins a line where both have no room in one.
FIELDS = ("van", "dia", "tai", "tu")
RECIPIENTS = Letters(12, bold=True, italic=True)  # "Nơi nhận:"
RECIPIENT = Letters(11)
ANNEX = Letters(14, bold=True)  # "Phụ lục", "Phụ lục II" where there are several
ANNEX_TITLE = Letters(14, bold=True, is_capital=True)
STAMP = Letters(8.5)  # ours, in the footer
SHORT_LINE = 0.4  # of the text above it, where the decree says 1/3 to 1/2
END = "./."
SIGNED = 2  # lines of text, at least, on the page of the signature: offices' practice


def place_and_day(place: str, day: date | None) -> str:
    """Days under ten and the months 1 and 2 with a zero before; blanks to fill in without a day.

    >>> place_and_day("Đức Hợp", date(2023, 6, 2))
    'Đức Hợp, ngày 02 tháng 6 năm 2023'
    """
    if day is None:
        return f"{place}, ngày … tháng … năm …"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{place}, ngày {day.day:02} tháng {month} năm {day.year}"


def number(symbol: str) -> str:
    """The number that the clerk's register gives is left blank: "Số:      /BC-UBND"."""
    return f"Số:      /{symbol}"
