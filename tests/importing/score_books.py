"""Made-up score tables in the layouts of the official workbooks, for the tests of the reader."""

from dashboard.importing.model.reading import Reading
from dashboard.importing.model.records import ScoreRow

# English and Vietnamese headings of the sheets of 2011 to 2015, dimension 1 to 3 alone.
ENGLISH = ["Participation at Local Levels", "Civic Knowledge", "Opportunities for Participation",
           "Quality of Elections", "Voluntary Contributions", "Transparency", "Poverty Lists",
           "Communal Budget and Expenditure", "Land-Use Plans/Price Frames",
           "Vertical Accountability", "Interactions With Local Authorities",
           "People's Inspection Boards", "Community Investment Boards"]  # fmt: skip
VIETNAMESE = ["Tham gia của người dân ở cấp cơ sở", "Tri thức công dân", "Cơ hội tham gia",
              "Chất lượng bầu cử", "Đóng góp tự nguyện", "Công khai, minh bạch",
              "Danh sách hộ nghèo", "Thu, chi ngân sách cấp xã/phường",
              "Kế hoạch sử dụng đất, khung giá đền bù", "Trách nhiệm giải trình với người dân",
              "Hiệu quả tương tác với các cấp chính quyền", "Ban thanh tra nhân dân",
              "Ban Giám sát đầu tư cộng đồng"]  # fmt: skip
CODES = ["1", "1.1", "1.2", "1.3", "1.4", "2", "2.2", "2.3", "2.4", "3", "3.1", "3.x1", "3.x2"]
NAMES = ["tinhid", "tentinh_eng", "tentinh_vie"]
SCORES = [5.0, 1.0, 1.5, 1.25, 1.25, 6.0, 2.5, 1.5, 2.0, 5.5, 1.5, 2.0, 2.0]  # wholes are sums
HA_NOI = [1, "Ha Noi", "Hà Nội", *SCORES]


def official(*rows: list[object], total: list[object] = ()) -> list[list[object]]:
    """A sheet of 2011 to 2015: headings in two languages, then the rows."""
    ends = (["Un-weighted2015PAPI"], ["Chỉ số PAPI (không có trọng số)"]) if total else ([], [])
    return [[*NAMES, *ENGLISH, *ends[0]], [*NAMES, *VIETNAMESE, *ends[1]], *rows]


def found(reading: Reading) -> dict[tuple[int, str, str], float | None]:
    """(year, province, component) -> score, of every sheet."""
    scores = [
        score
        for sheet in reading.sheets
        for record in sheet.records
        if isinstance(record, ScoreRow)
        for score in record.scores
    ]
    return {(s.year, s.province, s.component): s.score for s in scores}


def of_one(reading: Reading, year: int, province: str) -> dict[str, float | None]:
    """component -> score of a province in a year."""
    return {c: score for (y, p, c), score in found(reading).items() if (y, p) == (year, province)}


def counts(reading: Reading, sheet: int = 0) -> tuple[int, int, int]:
    """Rows imported, refused and recognised of a sheet."""
    one = reading.sheets[sheet]
    return one.rows_imported, one.rows_refused, one.rows_recognised
