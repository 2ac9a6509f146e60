"""Two places of one name stay two: files of two districts, each with its Xã Tân Lập."""

import json
import shutil

import openpyxl
import pytest

from dashboard.cli import main
from dashboard.importing.import_file import import_file
from dashboard.store import sql
from dashboard.store.store import Store

A, B = "xa-tan-lap", "xa-tan-lap-2"
LIST_HEADINGS = ["Cấp", "Tên đơn vị", "Trực thuộc", "Từ ngày", "Đến ngày"]
TWO_DISTRICTS = [
    ["Tỉnh", "Tỉnh Hưng Yên"],
    ["Huyện", "Huyện Ân Thi", "Tỉnh Hưng Yên"],
    ["Huyện", "Huyện Yên Mỹ", "Tỉnh Hưng Yên"],
    ["Xã", "Xã Tân Lập", "Huyện Ân Thi"],
    ["Xã", "Xã Tân Lập", "Huyện Yên Mỹ"],
]


@pytest.fixture
def office(tmp_path, prepared):
    """An office with a store: writes files and imports them by the command line."""
    made = Office(tmp_path)
    made.store.folder.mkdir()
    shutil.copy(prepared, made.store.folder)
    return made


class Office:
    """name: the next file's; every file is another one."""

    def __init__(self, folder):
        self.folder = folder
        self.store = Store(folder / "kho")
        self.files = 0

    def book(self, **sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        self.files += 1
        path = self.folder / f"tep-{self.files}.xlsx"
        book.save(path)
        return path

    def units(self, *rows):
        return self.book(DonVi=[["DANH MỤC ĐƠN VỊ"], LIST_HEADINGS, *rows])

    def plan(self, *title, columns=(), values=(), year=2023, task="Niêm yết danh sách"):
        """One task; columns and values: what else its row says."""
        headings = ["STT", *columns, "Nội dung thành phần", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
        row = [1, *values, "1.1", task, "Chủ tịch UBND xã", "30/9"]
        return self.book(KH=[*([line] for line in title), [f"KẾ HOẠCH NĂM {year}"], headings, row])

    def survey(self, *title, columns=(), values=(), answer="Có", forms=3):
        headings = ["Mã phiếu", *columns, "Thôn", "Giới tính", "Tuổi", "C01"]
        rows = [[f"P{n}", *values, "Thôn Đông", "Nam", 40, answer] for n in range(forms)]
        asked = [
            [
                "Mã câu",
                "Nội dung thành phần",
                "Câu hỏi",
                "Điểm thấp nhất",
                "Điểm cao nhất",
                "Chiều",
            ],
            ["C01", "1.1", "Ông/Bà có biết Luật không?", 0, 1, "Thuận"],
        ]
        return self.book(
            Phieu=[*([line] for line in title), ["KHẢO SÁT NĂM 2023"], headings, *rows],
            CauHoi=asked,
        )

    def run(self, capsys, file, *options):
        """(exit code, the file's answer)."""
        left = main(
            ["import", str(file), "--store", str(self.store.folder), "--format", "json"]
            + list(options)
        )
        (told,) = json.loads(capsys.readouterr().out)["files"]
        return left, told

    def take(self, capsys, file, *options):
        left, told = self.run(capsys, file, *options)
        assert (left, told["status"]) == (0, "imported"), findings(told)
        return told

    def ask(self, name, **params):
        with self.store.read() as cursor:
            result = sql.run(cursor, name, **params)
            columns = [column[0] for column in result.description]
            return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]

    def tasks(self, unit, year=2023):
        return len(self.ask("tasks", unit=unit, year=year))

    def forms(self, unit):
        rows = self.ask("villages", unit=unit, year=2023)
        return sum(row["respondents"] for row in rows)


def findings(told):
    every = [*told["findings"], *(f for sheet in told["sheets"] for f in sheet["findings"])]
    return [f for f in every if f["severity"] != "info"]


def codes(told):
    return [(f["code"], f["cell"]) for f in findings(told)]


@pytest.fixture(scope="module")
def two_known(prepared, tmp_path_factory):
    """A store to which the two communes are known."""
    made = Office(tmp_path_factory.mktemp("two"))
    made.store.folder.mkdir()
    shutil.copy(prepared, made.store.folder)
    assert import_file(made.store, made.units(*TWO_DISTRICTS)).status == "imported"
    return made.store.folder


@pytest.fixture
def two(two_known, tmp_path):
    made = Office(tmp_path)
    shutil.copytree(two_known, made.store.folder)
    return made


@pytest.mark.parametrize(
    "title",
    [
        ["UBND HUYỆN YÊN MỸ", "UBND XÃ TÂN LẬP"],
        ["ỦY BAN NHÂN DÂN", "HUYỆN YÊN MỸ", "XÃ TÂN LẬP"],
        ["ỦY BAN NHÂN DÂN HUYỆN YÊN MỸ\nỦY BAN NHÂN DÂN XÃ TÂN LẬP"],
        ["HUYỆN YÊN MỸ - XÃ TÂN LẬP"],
        ["UBND XÃ TÂN LẬP, HUYỆN YÊN MỸ, TỈNH HƯNG YÊN"],
        ["ĐẢNG ỦY XÃ TÂN LẬP", "HUYỆN YÊN MỸ"],
        ["UBND XÃ TÂN LẬP - HUYỆN YÊN MỸ", "Kính gửi: UBND huyện Ân Thi"],
        pytest.param(["UBND HUYỆN YÊN MỸ - UBND XÃ TÂN LẬP"], marks=pytest.mark.long),
        pytest.param(["Kế hoạch của UBND xã Tân Lập huyện Yên Mỹ"], marks=pytest.mark.long),
        pytest.param(["Xã Tân Lập (Huyện Yên Mỹ)"], marks=pytest.mark.long),
    ],
)
def test_letterhead_says_which(two, capsys, title):
    two.take(capsys, two.plan(*title))
    assert (two.tasks(A), two.tasks(B)) == (0, 1)


ADDRESSES = [
    "Xã Tân Lập (Huyện Yên Mỹ)",
    "Xã Tân Lập huyện Yên Mỹ tỉnh Hưng Yên",
    "X. Tân Lập, H. Yên Mỹ",
    "UBND xã Tân Lập, huyện Yên Mỹ",
    "xa-tan-lap-2",
]
SPELLED = [
    "Xã Tân Lập, Huyện Yên Mỹ",
    "xã Tân Lập - huyện Yên Mỹ",
    "Tân Lập, Yên Mỹ",
    "xa tan lap, huyen yen my",
    "Huyện Yên Mỹ - Xã Tân Lập",
]


@pytest.mark.parametrize(
    "written", [*ADDRESSES, *(pytest.param(one, marks=pytest.mark.long) for one in SPELLED)]
)
def test_name_with_its_district_is_understood_in_the_option_a_column_and_a_query(
    two, capsys, written
):
    two.take(capsys, two.plan(), "--unit", written)
    two.take(capsys, two.plan(columns=["Xã"], values=[written], task="Việc khác"))
    assert (two.tasks(A), two.tasks(B)) == (0, 2)
    if not written.startswith("UBND"):
        assert two.tasks(written) == 2


@pytest.mark.parametrize(
    ("columns", "values"),
    [
        (["Huyện", "Xã"], ["Huyện Yên Mỹ", "Xã Tân Lập"]),
        (["Xã", "Huyện"], ["Tân Lập", "Yên Mỹ"]),
        (["Tỉnh", "Quận/huyện", "Xã"], ["Hưng Yên", "Yên Mỹ", "Tân Lập"]),
        (["Xã", "Huyện/thị xã/thành phố"], ["Xã Tân Lập", "H. Yên Mỹ"]),
    ],
)
def test_column_of_districts_beside_that_of_communes(two, capsys, columns, values):
    two.take(capsys, two.survey(columns=columns, values=values))
    assert (two.forms(A), two.forms(B)) == (0, 3)


def test_survey_of_a_district_is_of_the_district_s_commune(two, capsys):
    told = two.take(capsys, two.survey("UBND HUYỆN YÊN MỸ", columns=["Xã"], values=["Xã Tân Lập"]))
    assert (two.forms(A), two.forms(B), codes(told)) == (0, 3, [])


def test_district_of_another_commune_s_letterhead_says_nothing(office, capsys):
    office.take(capsys, office.plan("UBND HUYỆN ÂN THI", "UBND XÃ TÂN LẬP"))
    heads = ("UBND HUYỆN YÊN MỸ", "UBND XÃ KHÁC")
    told = office.take(capsys, office.plan(*heads, task="Hai"), "--unit", "Xã Tân Lập")
    assert (office.tasks(A), codes(told)) == (2, [])


def test_bare_name_of_two_is_a_question_at_its_cell_and_nothing_is_stored(two, capsys):
    left, told = two.run(capsys, two.survey(columns=["Xã"], values=["Xã Tân Lập"]))
    assert (left, told["status"], codes(told)) == (1, "refused", [("unit_ambiguous_cell", "B3")])
    said = findings(told)[0]["message_vi"]
    assert "Xã Tân Lập (Huyện Ân Thi)" in said and "Xã Tân Lập (Huyện Yên Mỹ)" in said
    assert (two.forms(A), two.forms(B)) == (0, 0)


@pytest.mark.parametrize(
    "answer",
    [
        A,
        pytest.param("Xã Tân Lập (Huyện Ân Thi)", marks=pytest.mark.long),
        pytest.param("Xã Tân Lập, huyện Ân Thi", marks=pytest.mark.long),
    ],
)
def test_answer_sends_no_other_file_s_rows_there(two, capsys, answer):
    """The second district's survey overwrote the first's after one answer."""
    first = two.survey(columns=["Xã"], values=["Xã Tân Lập"])
    two.take(capsys, first, "--same", f"Xã Tân Lập={answer}")
    second = two.survey(columns=["Xã"], values=["Xã Tân Lập"], answer="Không", forms=4)
    left, told = two.run(capsys, second)
    assert (left, codes(told)) == (1, [("unit_ambiguous_cell", "B3")])
    assert (two.forms(A), two.forms(B)) == (3, 0)
    two.take(capsys, second, "--unit", "Xã Tân Lập, Huyện Yên Mỹ")
    assert (two.forms(A), two.forms(B)) == (3, 4)
    again = two.run(capsys, first, "--same", f"Xã Tân Lập={answer}")
    assert (again[0], again[1]["status"]) == (0, "unchanged")


def test_same_answer_for_another_file_is_news_of_that_file(office, capsys):
    second = office.plan("UBND XÃ TÂN LẬP")
    office.take(capsys, second)  # while one commune is known
    office.take(capsys, office.plan("UBND HUYỆN YÊN MỸ", "UBND XÃ TÂN LẬP", task="Khác"))
    office.take(capsys, office.plan("UBND HUYỆN ÂN THI", "UBND XÃ TÂN LẬP", task="Khác nữa"))
    first = office.plan("UBND XÃ TÂN LẬP", task="Việc thứ ba")
    office.take(capsys, first, "--same", f"Xã Tân Lập={B}")
    office.take(capsys, second, "--same", f"Xã Tân Lập={B}")
    assert (office.tasks(A), office.tasks(B)) == (1, 3)


def test_second_district_s_file_makes_a_commune_of_its_own_and_says_so(office, capsys):
    office.take(capsys, office.survey("UBND HUYỆN ÂN THI", "UBND XÃ TÂN LẬP"))
    second = office.survey("UBND HUYỆN YÊN MỸ", "UBND XÃ TÂN LẬP", answer="Không", forms=4)
    told = office.take(capsys, second)
    assert codes(told) == [("namesake_added", "")]
    assert (office.forms(A), office.forms(B)) == (3, 4)
    shown = {row["unit_id"]: row["unit"] for row in office.ask("units")}
    assert shown[A] == "Xã Tân Lập (Huyện Ân Thi)" and shown[B] == "Xã Tân Lập (Huyện Yên Mỹ)"


def test_district_of_a_commune_met_without_it_is_learned_and_said_once(office, capsys):
    office.take(capsys, office.plan("UBND XÃ TÂN LẬP"))
    heads = ("UBND HUYỆN ÂN THI", "UBND XÃ TÂN LẬP")
    assert codes(office.take(capsys, office.plan(*heads, task="Hai"))) == [
        ("unit_above_learned", "")
    ]
    assert codes(office.take(capsys, office.plan(*heads, task="Ba"))) == []
    assert office.tasks("Xã Tân Lập, Huyện Ân Thi") == 3


def test_who_says_that_it_is_another_commune_gets_another(office, capsys):
    office.take(capsys, office.plan("UBND XÃ TÂN LẬP"))
    other = office.plan("UBND HUYỆN ÂN THI", "UBND XÃ TÂN LẬP", task="Hai")
    office.take(capsys, other, "--same", "Xã Tân Lập=Xã Tân Lập, Huyện Ân Thi")
    assert (office.tasks(A), office.tasks(B)) == (1, 1)


def test_list_in_which_a_commune_s_villages_follow_it(office, capsys):
    """Villages of one name in two communes of one name."""
    rows = [
        [*TWO_DISTRICTS[3]],
        ["Thôn", "Thôn Đông", "Xã Tân Lập"],
        ["Thôn", "Thôn Bắc", "Xã Tân Lập"],
    ]
    rows += [[*TWO_DISTRICTS[4]], ["Thôn", "Thôn Đông", "Xã Tân Lập"]]
    office.take(capsys, office.units(*TWO_DISTRICTS[:3], *rows))
    names = {
        unit: [v["village"] for v in office.ask("villages", unit=unit, year=2023)]
        for unit in (A, B)
    }
    assert names == {A: ["Thôn Bắc", "Thôn Đông"], B: ["Thôn Đông"]}


def test_parent_of_a_village_that_two_bear_is_asked_at_its_cell(office, capsys):
    rows = [*TWO_DISTRICTS, ["Xã", "Xã Khác", "Huyện Ân Thi"], ["Thôn", "Thôn Đông", "Xã Tân Lập"]]
    left, told = office.run(capsys, office.units(*rows))
    assert (left, codes(told)) == (1, [("unit_ambiguous_cell", "C9")])
    rows[-1][2] = "Xã Tân Lập, Huyện Yên Mỹ"
    office.take(capsys, office.units(*rows))
    assert [v["village"] for v in office.ask("villages", unit=B, year=2023)] == ["Thôn Đông"]


def test_list_asks_which_one_of_two_the_commune_of_no_known_district_is(office, capsys):
    office.take(capsys, office.plan("UBND XÃ TÂN LẬP"))
    units = office.units(*TWO_DISTRICTS)
    left, told = office.run(capsys, units)
    assert (left, codes(told)) == (1, [("unit_of_no_place_cell", "B6")])
    office.take(
        capsys,
        units,
        "--same",
        f"Xã Tân Lập, Huyện Yên Mỹ={A}",
        "--same",
        "Xã Tân Lập, Huyện Ân Thi=Xã Tân Lập, Huyện Ân Thi",
    )
    assert office.tasks("Xã Tân Lập, Huyện Yên Mỹ") == 1
    assert office.tasks("Xã Tân Lập, Huyện Ân Thi") == 0


BEFORE_AND_AFTER = [
    ["Tỉnh", "Tỉnh Hưng Yên"],
    ["Huyện", "Huyện Ân Thi", "Tỉnh Hưng Yên", None, "30/6/2025"],
    ["Xã", "Xã Tân Lập", "Huyện Ân Thi", None, "30/6/2025"],
    ["Xã", "Xã Tân Lập", "Tỉnh Hưng Yên", "1/7/2025"],
]


@pytest.mark.parametrize("unit", ["Xã Tân Lập", "Xã Tân Lập, tỉnh Hưng Yên"])
@pytest.mark.parametrize(("year", "counts"), [(2023, (1, 0)), (2026, (0, 1))])
def test_commune_of_before_and_of_today_are_told_by_the_year(office, capsys, unit, year, counts):
    office.take(capsys, office.units(*BEFORE_AND_AFTER))
    office.take(capsys, office.plan(year=year), "--unit", unit)
    assert (office.tasks(A, year), office.tasks(B, year)) == counts


def test_in_the_year_of_the_change_it_is_a_question(office, capsys):
    office.take(capsys, office.units(*BEFORE_AND_AFTER))
    left, told = office.run(capsys, office.plan("UBND XÃ TÂN LẬP", year=2025))
    assert (left, codes(told)) == (1, [("unit_ambiguous", "")])


def test_new_unit_of_one_name_and_district_is_another_from_its_day_on(office, capsys):
    rows = [["Huyện", "Huyện Ân Thi"], ["Xã", "Xã Tân Lập", "Huyện Ân Thi", None, "31/12/2023"]]
    rows += [["Xã", "Xã Tân Lập", "Huyện Ân Thi", "1/1/2024"]]
    units = office.units(*rows)
    office.take(capsys, units)
    office.take(capsys, office.plan("UBND XÃ TÂN LẬP"))
    office.take(capsys, office.plan("UBND XÃ TÂN LẬP", year=2024))
    assert (office.tasks(A, 2023), office.tasks(B, 2024)) == (1, 1)


@pytest.mark.parametrize(("year", "unit"), [(2026, A), (2023, B)])
def test_province_s_successor_holds_from_its_year_on(office, capsys, year, unit):
    """Thái Bình became a part of Hưng Yên on 1/7/2025."""
    rows = [["Tỉnh", "Tỉnh Thái Bình"], ["Huyện", "Huyện Vũ Thư", "Tỉnh Thái Bình"]]
    office.take(capsys, office.units(*rows, ["Xã", "Xã Tân Lập", "Huyện Vũ Thư"]))
    office.take(capsys, office.plan("TỈNH HƯNG YÊN", "XÃ TÂN LẬP", year=year))
    assert office.tasks(unit, year) == 1


def test_districts_of_one_name_in_two_provinces(office, capsys):
    for province in ("Tỉnh Long An", "Tỉnh Tiền Giang"):
        place = f"Xã Tân Lập, Huyện Châu Thành, {province}"
        office.take(capsys, office.plan(task=province), "--unit", place)
    assert (office.tasks(A), office.tasks(B)) == (1, 1)
    shown = {row["unit"] for row in office.ask("units")}
    assert "Xã Tân Lập (Huyện Châu Thành, Tỉnh Long An)" in shown
    left, told = office.run(
        capsys, office.plan(task="Ba"), "--unit", "Xã Tân Lập, Huyện Châu Thành"
    )
    assert (left, codes(told)) == (1, [("unit_ambiguous", "")])


@pytest.mark.parametrize(
    "name",
    [
        "Xã Tân Lập (cũ)",
        "Xã Tân Lập - Phú Mỹ",
        "Thị trấn Phan Rang - Tháp Chàm",
        "Phường Tam Quan Bắc",
    ],
)
def test_name_with_signs_that_is_no_address_is_one_name(office, capsys, name):
    office.take(capsys, office.plan(columns=["Xã"], values=[name]))
    assert [row["unit"] for row in office.ask("units")] == [name]
