"""What each document says of a commune whose figures are known."""

import io
import re
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from dashboard.documents.model.paper import Paper, Part
from dashboard.documents.sheets import workbook_writer
from dashboard.errors import DashboardError
from dashboard.papers import (
    catalogue,
    decided_parts,
    due_parts,
    findings_part,
    letterhead,
    proposed_parts,
    writers,
)
from dashboard.papers.bulletin_paper import LONGEST_PLAIN, villages_shown
from dashboard.papers.slides_paper import SLIDES
from dashboard.words import LANGUAGES
from tests.papers.conftest import DECISIONS, LAND, LATE, STATES
from tests.papers.walking import texts


def part(paper: Paper, name: str) -> Part:
    (found,) = (one for one in paper.every_part if one.name == name)
    return found


def cells(of: Part) -> list[list[str]]:
    return [[str(cell) for cell in row.cells] for row in of.table.rows]


def test_what_documents_share_is_made_once_a_state(state_of):
    """And not that of another language, or of another state."""
    state = state_of("commune")
    assert findings_part.findings(state) is findings_part.findings(state)
    english = replace(state, language="en")
    title = findings_part.findings(english).title.text
    assert title == findings_part.findings(state_of("commune", "en")).title.text
    assert title != findings_part.findings(state).title.text


def test_slides_stand_in_the_order_of_a_meeting_and_none_is_empty(state_of):
    paper = catalogue.make("slides", state_of("commune"))
    names = [one.name for one in paper.parts]
    assert names == [name for name in SLIDES if name != "communes"]  # the district has one
    assert names[-3:] == ["explanations", "proposals", "decisions"]
    for name in STATES:
        for one in catalogue.make("slides", state_of(name)).parts:
            assert str(one.title) and (one.name == "title" or one.say or one.figure or one.table)


def test_slides_are_chosen_by_name_in_any_order(state_of):
    paper = catalogue.make("slides", state_of("commune"), ["decisions", "title", "decisions"])
    assert [one.name for one in paper.parts] == ["decisions", "title"]
    for names, code in (
        (["title", "nothing"], "slides_unknown"),
        ([], "slides_none"),
        (["villages"], "slides_none"),  # the state has tasks alone
    ):
        with pytest.raises(DashboardError) as caught:
            catalogue.make("slides", state_of("tasks"), names)
        assert caught.value.code == code


@pytest.mark.parametrize("name", STATES)
def test_a_report_has_the_plans_contents_whatever_there_is(name, state_of):
    paper = catalogue.make("report", state_of(name))
    headings = [section.heading for section in paper.sections]
    assert [re.match("[IV]+", heading)[0] for heading in headings] == ["I", "II", "III", "IV", "V"]
    assert "TRUYỀN THÔNG VÀ GIÁM SÁT" in headings[2] and "PHƯƠNG HƯỚNG" in headings[4]
    assert all(section.say or section.parts for section in paper.sections)
    bases = [str(one) for one in paper.opening if str(one).startswith("Căn cứ")]
    assert len(bases) == 2 and all(one.endswith(";") for one in bases)
    assert bool(paper.annexes) == state_of(name).has_tasks


def test_a_report_says_why_a_task_waits_and_what_is_done(state_of):
    rows = cells(part(catalogue.make("report", state_of("commune")), "reasons"))
    assert rows[0][1] == LATE and rows[0][4] == "quá hạn 151 ngày"
    assert rows[0][5:] == ["chưa ghi", "Niêm yết ở bảng tin tạm."]
    late = {f"quá hạn {days} ngày" for days in (151, 120, 92, 61, 31)}
    assert {row[4] for row in rows} == late | {"đang thực hiện"}  # due on the day and not done
    told = part(catalogue.make("report", state_of("commune")), "supervision")
    assert [row[2:] for row in cells(told)] == [
        ["Thu phí không niêm yết.", "–", "chưa khắc phục, 90 ngày"],
        ["Đường thôn xuống cấp.", "Đã khắc phục ngày 20/4/2023 (thôn)", "đã khắc phục 20/04/2023"],
    ]


def test_what_is_explained_stands_beside_its_figure(state_of):
    rows = cells(part(catalogue.make("slides", state_of("commune")), "explanations"))
    found = {row[0]: row[1:] for row in rows if len(row) > 1}
    assert found["5.3 Giấy chứng nhận quyền sử dụng đất"] == [
        "giảm rõ rệt, −0,33",
        "Hồ sơ trả chậm so với giấy hẹn.",
        "Thiếu người đo đạc ở 3 thôn.",
        "",
        "Trả hồ sơ tồn đọng vào thứ Sáu.",
    ]
    assert found["5.1 Chứng thực, xác nhận"][1] == "chưa có giải trình"
    assert found["Thôn Hạ"][0] == "46,11"
    assert found["Công chức Tư pháp - Hộ tịch"][0] == "2 nhiệm vụ quá hạn"
    assert found[LATE][0] == "quá hạn 151 ngày"


def test_each_proposal_names_what_it_rests_on(state_of):
    said = [
        (str(one.text), str(one.finding)) for one in proposed_parts.proposed(state_of("commune"))
    ]
    remedied, unexplained, late = said[:3]
    assert remedied[0].endswith(
        "5.3 Giấy chứng nhận quyền sử dụng đất: Trả hồ sơ tồn đọng vào thứ Sáu"
    )
    assert remedied[1].endswith("giảm rõ rệt (−0,33); nguyên nhân: Thiếu người đo đạc ở 3 thôn")
    assert (
        unexplained[0] == "Yêu cầu giải trình và rà soát các nhiệm vụ của 5.1 Chứng thực, xác nhận"
    )
    assert late[0] == f"Hoàn thành dứt điểm “{LATE}”: Niêm yết ở bảng tin tạm"
    assert late[1] == "Quá hạn 151 ngày; chủ trì: Công chức Văn hóa - Xã hội"
    assert said[5][0].startswith("Làm việc với Thôn Trung")
    assert said[6][0] == "Khắc phục kiến nghị giám sát: Thu phí không niêm yết"
    assert said[6][1] == "UB MTTQ xã phát hiện, 90 ngày chưa khắc phục"
    assert len(said) == 7, "a remedy is proposed once"


def test_what_fell_and_nobody_works_on_comes_first(state_of, monkeypatch):
    monkeypatch.setattr(proposed_parts, "_uncovered", lambda state: {"5.1"})
    first = proposed_parts.proposed(state_of("commune"))[0]
    assert str(first.text).startswith("Bổ sung nhiệm vụ và giao người chủ trì cho 5.1")
    assert str(first.finding).endswith("(−0,12) mà không còn nhiệm vụ nào đang mở")


@pytest.mark.parametrize("name", ["commune", "closing"])
def test_minutes_hold_the_meetings_decisions_and_how_earlier_ones_stand(name, state_of):
    paper = catalogue.make("minutes", state_of(name))
    rows = cells(part(paper, "decisions"))
    assert [(row[0], row[1]) for row in rows] == [(text, who) for text, who, _ in DECISIONS]
    assert [row[2] for row in rows] == ["30/06/2023", "15/06/2023"]
    assert cells(part(paper, "earlier_decisions")) == [
        ["Lập danh sách hộ chưa có giấy", LAND, "30/04/2023", "quá hạn 31 ngày"]
    ]
    assert [post for _, post in paper.office.signs] == ["THƯ KÝ", "CHỦ TỌA"]
    blanks = [str(one) for one in paper.opening]
    assert [one.split(":")[0] for one in blanks[:5]] == [
        "Thời gian bắt đầu",
        "Địa điểm",
        "Thành phần tham dự",
        "Chủ trì",
        "Thư ký",
    ]
    assert all("…" in one for one in blanks[:5])


def test_documents_of_a_closing_are_of_a_whole_second(state_of):
    """The dates that files hold of themselves have no parts of one: a PDF refuses these."""
    state = state_of("closing")
    assert state.made.microsecond == 0 and state.made.tzinfo is None
    assert writers.written(catalogue.make("minutes", state), ".pdf").startswith(b"%PDF")


def test_a_decision_after_a_closing_stands_in_its_minutes_without_a_figure(state_of):
    """The closing does not know the task: the day is a text, and nothing is said of its state."""
    state = state_of("closing")
    known = tuple(f for f in state.figures if f.query != "tasks" or "Hop" in f.key)
    rows = decided_parts.of_meeting(replace(state, figures=known)).table.rows
    assert [row.cells[2] for row in rows] == ["30/06/2023", "15/06/2023"]


def test_every_urgent_task_stands_in_a_letter_to_who_leads_it(state_of):
    paper = catalogue.make("reminders", state_of("commune"))
    told = {
        (letter.to, row[1])
        for letter in paper.letters
        for one in letter.parts
        for row in cells(one)
    }
    wanted = {(row.official, row.task) for row in due_parts.urgent(state_of("commune"))}
    assert told == wanted and len(wanted) > 15
    first = paper.letters[0]
    assert first.to == "Công chức Văn hóa - Xã hội"
    assert "có 2 nhiệm vụ quá hạn" in str(first.say[0])
    assert "trước 03/06/2023" in str(first.say[1])
    assert cells(first.parts[0])[0] == ["2.2", LATE, "31/12/2022", "151", "Danh sách niêm yết"]
    with pytest.raises(DashboardError) as caught:
        catalogue.make("reminders", state_of("survey"))
    assert caught.value.code == "document_no_tasks"  # whom to remind is not known


@pytest.mark.parametrize("name", ["commune", "closing", "district", "year"])
def test_a_bulletin_names_nobody(name, state_of):
    state = state_of(name)
    tasks = state.ask.plan.tasks(state.unit.unit_id, state.year, **state.when)
    people = {
        one for side in (tasks.lead, tasks.support) for all_ in side for one in all_.split("; ")
    }
    people = {one for one in people if one.startswith(("Công chức", "Chủ tịch", "Phó", "Trưởng"))}
    assert people
    for village in ["", *villages_shown(state)]:
        paper = catalogue.make("bulletin", state, village=village)
        said = "\n".join(texts(paper))
        assert not [one for one in people if one in said]
        assert 0 < len(paper.plain) <= LONGEST_PLAIN and "dữ liệu mô phỏng" in paper.plain
        assert "http" not in paper.plain


def test_a_villages_bulletin_tells_its_own_score_and_work(state_of):
    paper = catalogue.make("bulletin", state_of("commune"), village="thôn hạ")
    assert str(paper.title) == (
        "Thôn Hạ: 46,11/80 điểm theo phương pháp PAPI năm 2023; cả xã 44,37"
    )
    whole = {str(one) for one in part(catalogue.make("bulletin", state_of("commune")), "ahead").say}
    own = {str(one) for one in part(paper, "ahead").say}
    assert own and own != whole
    assert paper.stamp.line.startswith("Thôn Hạ, Xã Đức Hợp · ")
    asked = "n = 254 phiếu năm 2023"
    assert asked in catalogue.make("bulletin", state_of("commune")).stamp.line
    assert asked not in paper.stamp.line
    closed = catalogue.make("bulletin", state_of("closing"), village="Thôn Hạ")
    assert {str(one) for one in part(closed, "ahead").say} == own


def test_the_body_above_is_that_of_the_day(state_of):
    state = state_of("commune")
    paper = catalogue.make("report", state)
    assert paper.office.above == "ỦY BAN NHÂN DÂN HUYỆN KIM ĐỘNG"
    assert paper.office.addressees == ("Ủy ban nhân dân huyện Kim Động",)
    assert (paper.office.symbol, paper.office.place) == ("BC-UBND", "Đức Hợp")
    last, first = date(2025, 6, 30), date(2025, 7, 1)
    assert (
        letterhead.above(replace(state, about=state.about._replace(as_of=last))) == "Huyện Kim Động"
    )
    later = replace(state, about=state.about._replace(as_of=first))
    assert letterhead.above(later) == "Tỉnh Hưng Yên"
    assert letterhead.office(later, "BC", is_upward=True).above == "ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN"
    assert catalogue.make("report", state_of("district")).office.above.endswith("TỈNH HƯNG YÊN")


@pytest.mark.parametrize("name", STATES)
def test_wording(name, state_of):
    """A survey's score is none of PAPI's own; a rise or fall is said with its verdict alone."""
    for what in catalogue.PAPERS:
        if what == "reminders":
            continue
        for text in texts(catalogue.make(what, state_of(name))):
            assert not re.search(r"(?<!không phải )điểm PAPI(?! cấp tỉnh đã công bố)", text), text
            if len(text) < 200 and "hoặc giảm khi" not in text:
                assert not re.search(r"(?i)chênh.*\b(tăng|giảm)\b(?! rõ rệt)", text), text
            assert not re.search(r"\bnan\b|\bNone\b|\bNaT\b", text), (what, text)


def test_the_workbook_lists_what_the_pages_list(state_of):
    state = state_of("commune")
    paper = catalogue.make("workbook", state)
    names = [one.name for one in paper.parts]
    assert names == [
        *("components", "change", "sub_dimensions", "sub_dimension_change", "villages", "heat"),
        *("village_scores", "officials", "tasks", "follow_up", "communication"),
        *("communication_tasks", "activities", "supervision", "explanations", "proposals"),
        "decisions",
    ]
    tasks = state.ask.plan.tasks(state.unit.unit_id, state.year, **state.when)
    assert len(part(paper, "tasks").table.rows) == len(tasks)
    assert len(part(paper, "components").table.rows) == 9
    assert len(part(paper, "sub_dimensions").table.rows) == 28
    assert len(part(paper, "village_scores").table.rows) == 8 * 37
    row = next(row for row in cells(part(paper, "components")) if row[0] == "5")
    assert row[2:8] == ["7,65", "7,36", "−0,29", "−0,48", "−0,11", "▼ giảm rõ rệt"]


def test_the_brief_begins_with_what_needs_a_decision(state_of):
    paper = catalogue.make("brief", state_of("commune"))
    assert [one.name for one in paper.parts][:3] == ["proposals", "overdue", "due_soon"]
    assert all(len(one.table.rows) <= 3 for one in paper.parts[1:] if one.table)
    assert part(paper, "overdue").table.more and paper.office is None


def test_no_two_slides_have_one_title_and_every_finding_is_a_sentence(state_of):
    paper = catalogue.make("slides", state_of("commune"))
    titles = [str(one.title) for one in paper.parts]
    assert len(set(titles)) == len(titles)
    assert all(str(line).endswith(".") for line in part(paper, "findings").say)


def test_what_a_table_of_tasks_says_of_its_order_is_so(state_of):
    state = state_of("commune")
    late = [int(row[-1]) for row in cells(part(catalogue.make("slides", state), "overdue"))]
    assert late == sorted(late, reverse=True)
    assert str(part(catalogue.make("slides", state), "overdue").title).endswith(f"{late[0]} ngày")
    assert "lâu nhất" not in part(catalogue.make("report", state), "tasks").measure


def test_minutes_say_that_what_was_just_decided_is_counted(state_of):
    """The wall showed one task fewer before a decision was typed: nobody may wonder which holds."""
    said = "Số liệu đã gồm các việc vừa kết luận"
    assert any(said in text for text in texts(catalogue.make("minutes", state_of("commune"))))
    for name in ("tasks", "survey", "one_year"):  # nothing was decided
        assert not any(said in text for text in texts(catalogue.make("minutes", state_of(name))))


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("commune", "Nguồn: phiếu khảo sát và biểu nhiệm vụ của đơn vị"),
        ("tasks", "Nguồn: biểu nhiệm vụ và kết quả của đơn vị"),
        ("survey", "Nguồn: phiếu khảo sát riêng của đơn vị"),
    ],
)
def test_findings_name_the_sources_that_there_are(name, source, state_of):
    assert part(catalogue.make("slides", state_of(name)), "findings").source == source


def test_the_moment_of_a_state_is_that_of_its_last_change(stores, state_of):
    """A decision is typed after the last import: the code changes, and so does the moment."""
    with stores("whole").read() as cursor:
        ((imported, decided),) = cursor.execute(
            "select (select max(imported_at) from import_log),"
            " (select max(written_at) from decision_record)"
        ).fetchall()
    assert decided > imported
    assert state_of("commune").made == decided.replace(microsecond=0, tzinfo=None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATES)
def test_every_sheet_of_a_workbook_has_a_short_name_of_its_own(name, language, state_of):
    """Not a sentence cut in its middle: 31 letters are all that Excel takes."""
    made = catalogue.make("workbook", state_of(name, language))
    titles = openpyxl.load_workbook(io.BytesIO(workbook_writer.write(made))).sheetnames
    measured = {part.measure[:20] for part in made.every_part if part.measure}
    assert len(titles) > 3 and not any("…" in one or "(2)" in one for one in titles)
    assert not any(title.startswith(tuple(measured)) for title in titles)
