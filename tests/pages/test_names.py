"""Tên gọi: two names are joined as the page shows them, parted and taken back."""

from dashboard.importing.storing import name_actions
from dashboard.store import shown
from dashboard.store.store import open_store
from tests.pages.conftest import about, click, opened, title, well
from tests.pages.test_actions import refused

POLICE, CLERK = "Công an xã", "Công chức Văn phòng - Thống kê"
UNIT = "Xã Đức Hợp"


def officials() -> set[str]:
    with open_store().read() as cursor:
        found = cursor.execute(
            "select distinct p.official from joined_party as p join current_task as t "
            "on t.import_id = p.import_id and t.task_id = p.task_id "
            "where t.unit = 'xa-duc-hop' and p.role = 'lead'"
        )
        return {name for (name,) in found.fetchall()}


def key(name: str) -> str:
    return f"official xa-duc-hop {name}"


def chosen(app, into: str):
    """The page with two names chosen, the second among the names of the first one's commune."""
    app = well(app.selectbox(key="name_joined").set_value(key(POLICE)).run())
    return well(app.selectbox(key="name_into").set_value(key(into)).run())


def test_names_are_joined_parted_and_the_last_is_taken_back(own_filled):
    before = officials()
    assert {POLICE, CLERK} <= before
    app = opened("names")
    assert title(app).startswith("Mỗi tên")
    app = click(chosen(app, CLERK), "Gộp")
    assert officials() == before - {POLICE} and title(app).startswith("1 tên")
    app = well(app.selectbox(key="name_parted").set_value(key(POLICE)).run())
    app = click(app, "Tách")
    assert officials() == before
    click(app, "Hoàn tác lần cuối")
    assert officials() == before - {POLICE}


def test_join_of_a_name_that_somebody_joined_meanwhile_does_nothing_and_says_so(own_filled):
    app = chosen(opened("names"), CLERK)
    with open_store().read() as cursor:
        seen = shown.listed(cursor, "name")
    name_actions.join(open_store(), seen[key(POLICE)], seen[key("Chủ tịch UBND xã")])
    now = officials()
    app = click(app, "Gộp")
    assert refused(app) and officials() == now


def test_only_names_of_one_commune_are_offered_for_another(own_filled):
    app = opened("names")
    app = well(app.selectbox(key="name_joined").set_value(key(POLICE)).run())
    offered = app.selectbox(key="name_into").options
    assert offered and all(label.endswith(f"({UNIT})") for label in offered)


def test_a_unit_says_until_when_it_stands_and_what_comes_after(filled):
    app = opened("names")
    assert "valid_to" not in app.dataframe[0].value  # of officials there is none
    app.session_state["names_kind"] = "unit"
    table = well(app.run()).dataframe[0].value.set_index("written_name")
    district = table.loc["Huyện mô phỏng (Tỉnh Hưng Yên)"]
    assert district[["valid_to", "successor"]].tolist() == ["30/06/2025", "Tỉnh Hưng Yên"]
    assert table.loc["Xã số 01 (Huyện mô phỏng)", "valid_to"] == "–"


def test_a_unit_that_stands_no_more_at_the_date_looked_at_says_so(own_filled):
    def end(cursor) -> None:
        cursor.execute(
            "update unit_row set valid_to = '2023-08-31' where unit_id = 'huyen-mo-phong'"
        )

    open_store().write(end)
    said = "đơn vị chỉ đến hết 31/08/2023, kế thừa: Tỉnh Hưng Yên"
    assert said in about(opened("overview", xa="huyen-mo-phong"))
    assert said not in about(opened("overview", xa="huyen-mo-phong", ngay="2023-08-31"))
    assert said not in about(opened("overview", xa="xa-so-01"))
