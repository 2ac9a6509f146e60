"""`export`: a document by its ending, whole or not at all; what can't be is one sentence."""

import csv
import os
import shutil
import sys
import zipfile
from types import ModuleType

import pytest

from dashboard import export_all, export_apart, exported, whole_files
from dashboard.cli import main
from dashboard.errors import DashboardError
from dashboard.packages import package_file
from dashboard.papers import catalogue, writers
from dashboard.papers.writers import Form
from dashboard.store import closings
from dashboard.store.store import Store, open_store
from dashboard.words import words
from tests.documents.papers_made import paper
from tests.packages.offices import AN, BINH, DISTRICT, PERIOD, filled


@pytest.fixture(scope="module")
def office_folder(prepared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    shutil.copy(prepared, folder)
    Store(folder).write(lambda cursor: filled(cursor, AN, BINH))
    return folder


@pytest.fixture
def office(office_folder, own_store_folder) -> Store:
    shutil.copytree(office_folder, own_store_folder)
    return open_store()


@pytest.fixture
def written(monkeypatch) -> list:
    """Papers by hand and a writer that keeps what it was given, in place of all."""
    kept: list = []
    room = ModuleType("writer_of_tests")

    def write(made, template=None):
        kept.append((made.kind, template))
        return f"{made.kind} of {made.stamp.code}".encode()

    room.write = write
    monkeypatch.setitem(sys.modules, room.__name__, room)
    forms = (Form("report", ".docx", room.__name__, True), Form("report", ".pdf", room.__name__))
    monkeypatch.setattr(writers, "FORMS", forms)
    monkeypatch.setattr(catalogue, "PAPERS", {"report": lambda state: paper("report")})
    return kept


def export(*given: str, unit: str = AN) -> int:
    return main(["export", *given, "--unit", unit])


def test_ending_decides_the_form_and_figures_are_listed(office, written, tmp_path, capsys):
    out, figures = tmp_path / "báo cáo.DOCX", tmp_path / "figures.csv"
    assert export("report", "--period", PERIOD, "--out", str(out), "--figures", str(figures)) == 0
    assert out.read_bytes() == b"report of ab12-cd34" and written == [("report", None)]
    assert sorted(os.listdir(tmp_path)) == sorted([out.name, figures.name, "store"])
    rows = list(csv.DictReader(figures.open(encoding="utf-8", newline="")))
    listed = exported.listed(paper("report"))
    assert [tuple(row.values()) for row in rows] == [
        tuple(value or "" for value in figure) for figure in listed
    ]
    assert list(rows[0]) == ["place", "text", "value", "query", "params", "key", "column"]
    assert str(out) in capsys.readouterr().out


def test_template_goes_to_the_form_that_takes_one(office, written, tmp_path, capsys):
    given = tmp_path / "mau.docx"
    given.write_bytes(b"mine")
    assert export("report", "--out", str(tmp_path / "a.docx"), "--template", str(given)) == 0
    assert written == [("report", b"mine")]
    assert "đầu trang, logo và chân trang của mẫu không lấy" in capsys.readouterr().out
    assert export("report", "--out", str(tmp_path / "a.pdf"), "--template", str(given)) == 2
    assert export("report", "--out", str(tmp_path / "b.docx"), "--template", "none.docx") == 2
    assert not (tmp_path / "a.pdf").exists() and not (tmp_path / "b.docx").exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("poem", "--out", "{}/a.docx"), "poem"),
        (("report", "--out", "{}/a.pptx"), ".docx, .pdf"),
        (("report", "--out", "{}/a"), ".docx, .pdf"),
        (("package", "--out", "{}/a.docx"), ".zip"),
        (("report", "--out", "{}/a.pdf", "--period", "2023-Q9"), "2023-Q9"),
        (("report", "--out", "{}/a.pdf", "--year", "2031"), "2031"),
        (("report", "--out", "{}/a.pdf", "--year", "2022", "--period", PERIOD), "2022"),
        (("report", "--out", "{}/a.pdf", "--from", "2001"), "2001"),
        (("report", "--out", "{}/a.pdf", "--period", PERIOD, "--closing", "3"), "3"),
        (("report", "--out", "{}/a.pdf", "--closing", "1", "--as-of", "2023-05-01"), "--as-of"),
        (("report", "--out", "{}/a.pdf", "--as-of", "hôm qua"), "hôm qua"),
        (("report", "--out", "{}/a.pdf", "--as-of", "2199-01-01"), "01/01/2199"),
        (("report", "--out", "{}/a.pdf", "--as-of", "1999-01-01"), "Ngày 01/01/1999 ở trước"),
        (("report", "--out", "{}/none/a.pdf"), "a.pdf"),
        (("report", "--out", "{}/store.pdf/"), "store.pdf"),
        (("report", "--out", "{}/a.pdf", "--figures", "{}/none/f.csv"), "f.csv"),
        (("report", "--out", "{}/a.pdf", "--figures", "{}/a.pdf"), "a.pdf"),
        (("all", "--out", "{}/all", "--figures", "{}/f.csv"), "--figures"),
    ],
)
def test_what_can_t_be_is_one_sentence_and_no_file(office, written, tmp_path, capsys, given, said):
    (tmp_path / "store.pdf").mkdir()
    before = sorted(os.listdir(tmp_path))
    assert export(*(part.format(tmp_path) for part in given)) == 2
    told = capsys.readouterr()
    assert told.out == "" and len(told.err.splitlines()) == 1 and said in told.err
    assert sorted(os.listdir(tmp_path)) == before


def test_unknown_unit_names_those_there_are(office, written, tmp_path, capsys):
    assert export("report", "--out", str(tmp_path / "a.pdf"), unit="Xã Không") == 2
    assert AN in capsys.readouterr().err


def test_a_file_that_was_there_stays_when_a_document_fails(office, written, tmp_path, monkeypatch):
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")
    monkeypatch.setattr(
        writers,
        "printed",
        lambda *given: (_ for _ in ()).throw(DashboardError("no_query", known="")),
    )
    assert export("report", "--out", str(out)) == 2
    assert out.read_bytes() == b"old" and sorted(os.listdir(tmp_path)) == ["a.pdf", "store"]


def test_two_files_are_written_or_none(tmp_path):
    with pytest.raises(DashboardError):
        whole_files.write({tmp_path / "a": b"1", tmp_path / "none" / "b": b"2"})
    assert os.listdir(tmp_path) == []


def test_package_of_a_closing(office, tmp_path):
    with office.read() as cursor:
        about = closings.about("xa-an", closings.period_named(cursor, PERIOD))
    code = closings.close(office, about).fingerprint
    out, figures = tmp_path / "an.zip", tmp_path / "an.csv"
    given = ("--period", PERIOD, "--closing", "1", "--out", str(out), "--figures", str(figures))
    assert export("package", *given) == 0
    opened = package_file.opened(out.read_bytes())
    assert (opened.manifest.code, opened.manifest.closing) == (code, 1)
    lines = figures.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + opened.files[package_file.FIGURES].count(b"\n")


def test_every_form_has_its_names():
    for language in ("vi", "en"):
        said = words(language)
        for what in {form.what for form in writers.FORMS} | {what for what, _ in exported.OTHERS}:
            assert said[f"export.{what}"] and said[f"export.file_{what}"].isascii()


def test_all_of_a_district_goes_into_folders_with_contents(office, written, tmp_path, capsys):
    out = tmp_path / "all"
    assert export("all", "--period", PERIOD, "--out", str(out), unit=DISTRICT) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == [f"1/2 {AN}: 4 tệp", f"2/2 {BINH}: 4 tệp"]
    files = sorted(str(file.relative_to(out)) for file in out.rglob("*") if file.is_file())
    names = ("bao-cao.docx", "bao-cao.pdf", "goi-so-lieu.zip", "nhiem-vu.xlsx")
    folders = ("01-xa-an", "02-xa-binh")
    expected = [os.path.join(folder, name) for folder in folders for name in names]
    assert files == sorted([*expected, "index.html", "index.txt"])
    page = (out / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{one.replace(os.sep, "/")}"' in page for one in expected)
    package = package_file.opened((out / "02-xa-binh" / "goi-so-lieu.zip").read_bytes())
    assert package.manifest.name == BINH and package.manifest.code in page
    assert written == 4 * [("report", None)]  # two forms of two communes: the packages' are these
    assert export("all", "--period", PERIOD, "--out", str(out), unit=DISTRICT) == 2  # not over it


def test_a_commune_that_fails_is_said_and_the_others_go_on(
    office, written, tmp_path, capsys, monkeypatch
):
    def make(state):
        if state.unit.unit == AN:
            raise ValueError("broken")
        return paper("report")

    monkeypatch.setattr(catalogue, "PAPERS", {"report": make})
    office.write(
        lambda cursor: cursor.execute(
            "insert into unit values ('xa-la', 'commune', '<b>&\u202eLạ', 'huyen-bac')"
        )
    )
    out = tmp_path / "all"
    assert export("all", "--period", PERIOD, "--out", str(out), unit=DISTRICT) == 1
    told = capsys.readouterr().out
    assert f"1/2 {AN}: 1 tệp" in told and f"2/2 {BINH}: 4 tệp" in told
    assert "bao-cao.docx: chưa xuất được" in (out / "index.txt").read_text(encoding="utf-8")


def test_processes_apart_write_the_same_packages(office, tmp_path, monkeypatch):
    """As many communes as one process does not do alone."""
    told = []
    asked = {"period": PERIOD, "as_of": None, "language": "vi"}
    monkeypatch.setattr(catalogue, "PAPERS", {})

    def tell(*one) -> None:
        told.append(one)

    here = export_all.export(office, DISTRICT, tmp_path / "a", asked, tell)
    monkeypatch.setattr(export_all, "FEW", 0)
    apart = export_all.export(
        office, DISTRICT, tmp_path / "b", asked, lambda *one: told.append(one)
    )
    assert [(one.place, one.name, one.code) for one in apart] == [
        (one.place, one.name, one.code) for one in here
    ]
    assert [count for _, count, _ in told] == [1, 2, 1, 2]
    for folder in ("01-xa-an", "02-xa-binh"):
        name = f"{folder}/goi-so-lieu.zip"
        both = [zipfile.ZipFile(tmp_path / side / name) for side in "ab"]
        figures = {file.read(package_file.FIGURES) for file in both}  # here without the report
        assert len(figures) == 1


def test_communes_of_a_process_that_died_are_said(office, tmp_path, monkeypatch):
    monkeypatch.setattr(export_all, "FEW", 0)
    monkeypatch.setattr(export_apart, "_COMMAND", (sys.executable, "-c", "raise SystemExit(3)"))
    asked = {"period": PERIOD, "as_of": None, "language": "vi"}
    found = export_all.export(office, DISTRICT, tmp_path / "all", asked, lambda *one: None)
    assert [(one.name, len(one.failures)) for one in found] == [(AN, 1), (BINH, 1)]
    assert AN in (tmp_path / "all" / "index.html").read_text(encoding="utf-8")


def test_nothing_is_written_over_what_it_is_made_of(office, written, tmp_path, capsys):
    """The same file by another name: a list of figures once took the place of its document."""
    (tmp_path / "sub").mkdir()
    out, again = tmp_path / "mau.docx", tmp_path / "sub" / ".." / "mau.docx"
    out.write_bytes(b"mine")
    for option, word in (("--figures", "hai tên"), ("--template", "tệp mẫu")):
        assert export("report", "--out", str(out), option, str(again)) == 2
        assert word in capsys.readouterr().err
        assert out.read_bytes() == b"mine" and not written


def test_an_empty_template_is_one_all_the_same(office, written, tmp_path):
    empty = tmp_path / "mau.docx"
    empty.write_bytes(b"")
    assert export("report", "--out", str(tmp_path / "a.docx"), "--template", str(empty)) == 0
    assert written == [("report", b"")]  # the writer refuses it


def test_a_village_is_of_a_bulletin_alone(office, written, tmp_path, capsys):
    assert export("report", "--village", "Thôn Một", "--out", str(tmp_path / "x.docx")) == 2
    assert "bỏ --village" in capsys.readouterr().err
    assert not (tmp_path / "x.docx").exists()


def test_the_office_s_own_table_keeps_its_ending(office, monkeypatch, tmp_path, capsys):
    """Under another one Excel does not open it: nothing is written, and the right one is named."""
    made = exported.Made(b"with macros", [], "Đã điền", ".xlsm")
    monkeypatch.setitem(exported.OTHERS, ("tasks", ".xlsx"), lambda source: made)
    wrong, right = tmp_path / "F.xlsx", tmp_path / "F.xlsm"
    assert export("tasks", "--period", PERIOD, "--out", str(wrong)) == 2
    assert not wrong.exists() and ".xlsm" in capsys.readouterr().err
    assert export("tasks", "--period", PERIOD, "--out", str(right)) == 0
    assert right.read_bytes() == b"with macros"
    assert export("tasks", "--period", PERIOD, "--out", str(tmp_path / "F.docx")) == 2
    assert "--out" not in capsys.readouterr().out
