"""Score workbooks through the whole import: shown, listed where they differ, undone and redone."""

from dashboard.importing import samples
from dashboard.importing.import_file import import_file
from dashboard.importing.storing.undo import redo, undo
from dashboard.store import sql
from tests.importing.score_books import HA_NOI, official
from tests.seen import seen

BLANK = [24, "Bac Giang", "Bắc Giang", *[None] * 13]


def asked(store, name, **given):
    with store.read() as cursor:
        result = sql.run(cursor, name, **given)
        heads = [head[0] for head in result.description]
        return [dict(zip(heads, row, strict=True)) for row in result.fetchall()]


def shown(store, year, province="Hà Nội"):
    rows = asked(store, "published_scores", year=year, province=province)
    return {row["component"]: row["score"] for row in rows}


def test_import_undo_and_redo(store, workbook):
    before = shown(store, 2011)
    path = workbook({"2011_PAPI": official(HA_NOI), "2014_PAPI": official(HA_NOI, BLANK)})
    receipt = import_file(store, path)
    assert receipt.status == "imported" and receipt.is_whole
    assert [sheet["kind"] for sheet in receipt.as_json()["sheets"]] == ["scores", "scores"]
    after = shown(store, 2011)
    assert (after["1.1"], after["1"], after["3.x2"]) == (1.0, 5.0, 2.0)
    assert after["4"] == before["4"]
    assert shown(store, 2014, "Bắc Giang")["1.1"] is None
    undo(store, seen(store, "import", receipt.import_id))
    assert shown(store, 2011) == before
    assert asked(store, "published_differences") == []
    redo(store, seen(store, "import", receipt.import_id))
    assert shown(store, 2011) == after
    assert asked(store, "verify") == []


def test_rows_keep_their_file_sheet_row_and_cell(store, workbook):
    import_file(store, workbook({"2011_PAPI": official(HA_NOI)}, name="diem.xlsx"))
    (row,) = (r for r in asked(store, "published_differences") if r["component"] == "1.1")
    kept = (row["source_file"], row["source_sheet"], row["source_row"], row["imported"])
    assert kept == ("diem.xlsx", "2011_PAPI", 3, 1.0)
    with store.read() as cursor:
        cell = "select cell from published_score where component = '1.1'"
        assert cursor.execute(cell).fetchall() == [("E3",)]
        scopes = "select kind, unit, year from import_scope"
        assert cursor.execute(scopes).fetchall() == [("scores", "P01", 2011)]


def test_score_that_two_sheets_give_is_stored_once_and_a_contradiction_is_told(store, workbook):
    rows = [["Tỉnh", "1.1", "1.2"], ["Hà Nội", 1.1, 1.2]]
    other = [["Tỉnh", "1.1", "1.2"], ["Hà Nội", 1.1, 1.3]]
    receipt = import_file(store, workbook({"PAPI A 2023": rows, "PAPI B 2023": other}))
    assert [(f.code, f.sheet, f.cell) for f in receipt.all_findings()] == [
        ("score_in_other_sheet", "PAPI B 2023", "C2")
    ]
    assert shown(store, 2023)["1.2"] == 1.2
    with store.read() as cursor:
        assert cursor.execute("select count(*) from published_score").fetchone() == (2,)


def test_same_file_again_changes_nothing_and_a_newer_one_is_the_newest_source(store, workbook):
    first = workbook({"2023": [["Tỉnh", "1.1", "1.2"], ["Hà Nội", 1.1, 1.2]]}, name="a.xlsx")
    second = workbook({"2023": [["Tỉnh", "1.1", "1.3"], ["Hà Nội", 1.4, 1.5]]}, name="b.xlsx")
    assert import_file(store, first).status == "imported"
    assert import_file(store, first).status == "unchanged"
    assert import_file(store, second).status == "imported"
    scores = shown(store, 2023)
    assert (scores["1.1"], scores["1.2"], scores["1.3"]) == (1.4, 1.2, 1.5)


def test_table_of_communes_stores_nothing(store, workbook):
    rows = [["STT", "Xã", "1.1", "1.2"], [1, "Xã Đức Hợp", 1.1, 1.2]]
    receipt = import_file(store, workbook({"2023": rows}))
    assert receipt.status == "refused"
    assert asked(store, "imports") == []


def test_check_stores_nothing(store, workbook):
    before = shown(store, 2011)
    receipt = import_file(store, workbook({"2011": official(HA_NOI)}), keep=False)
    assert receipt.status == "imported"
    assert shown(store, 2011) == before


def test_simulated_scores_go_with_the_button_that_removes_the_samples(store, workbook):
    before = shown(store, 2023)
    title = [["DỮ LIỆU MÔ PHỎNG - ĐIỂM PAPI NĂM 2023"]]
    rows = [["Tỉnh", "1.1", "1.2"], ["Hà Nội", 1.1, 1.2]]
    receipt = import_file(store, workbook({"Bảng": [*title, *rows]}))
    assert receipt.simulated and shown(store, 2023) != before
    samples.remove(store, seen(store, "samples"))
    assert shown(store, 2023) == before
