"""The summary on the overview against the sample workbooks and the published tables."""

import csv
import re
from collections import Counter
from datetime import date

from dashboard.config import REFERENCE
from tests.pages import by_hand
from tests.pages.conftest import PAGES, about, chip_labels, html, opened, title
from tests.pages.test_duties import links
from tests.pages.test_figures import change, vietnamese
from tests.pages.test_hidden import FEW, group, shown_of, write
from tests.queries.rows import add_task

FELL = ["5.3", "5.1"]  # tests/queries/test_oracle.py holds the test to R's
ROSE = ["1.3", "8.2", "4.1"]  # and two more


def sentences(app) -> list[str]:
    below = html(app).partition("Tóm tắt cho Chủ tịch")[2]
    return re.findall(r'<p class="papi-finding">(.*?)</p>', below)


def published(year: int) -> float:
    """Hưng Yên's total, added up from the reference file."""
    with (REFERENCE / "provinces.csv").open(encoding="utf-8", newline="") as file:
        code = next(row["code"] for row in csv.DictReader(file) if row["name_vi"] == "Hưng Yên")
    with (REFERENCE / "published_scores.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["year"] == str(year)]
    return sum(float(row["score"]) for row in rows if row["province_code"] == code)


def named(codes: list[str]) -> str:
    """Code and figures as the sentence has them, in its order; the names stand between."""
    before, now = by_hand.scores(2022), by_hand.scores(2023)
    return ", ".join(
        rf"{re.escape(code)} [^(]+ \({vietnamese(now[code])}; "
        rf"chênh {re.escape(change(before[code], now[code]))}\)"
        for code in codes
    )


def test_the_summary_of_the_samples_by_hand(filled):
    before, now = by_hand.scores(2022)["PAPI"], by_hand.scores(2023)["PAPI"]
    plan = by_hand.tasks(date(2023, 10, 25))
    late = [task for task in plan if task["late"]]
    ((most, count), *_) = Counter(task["lead"] for task in late).most_common(1)
    longest = max(late, key=lambda task: task["late"])
    total, fell, rose, tasks, papi, unsaid = sentences(opened("overview"))
    assert total == (
        f"Điểm theo phương pháp PAPI của Xã Đức Hợp năm 2023 là {vietnamese(now)} trên 80; "
        f"năm 2022 là {vietnamese(before)}, chênh {change(before, now)}, "
        "chưa đủ căn cứ để kết luận là có thay đổi."
    )
    assert re.fullmatch(f"Giảm rõ rệt: lĩnh vực {named(['5'])}; nội dung {named(FELL)}.", fell), (
        fell
    )
    assert re.fullmatch(
        f"Tăng rõ rệt: lĩnh vực {named(['8'])}; nội dung {named(ROSE)} và 2 nội dung khác.", rose
    ), rose
    assert tasks == (
        f"47/56 nhiệm vụ đã hoàn thành, 8 nhiệm vụ quá hạn: nhiều nhất là {most} ({count} "
        f"nhiệm vụ); lâu nhất là “{longest['task']}”, quá 298 ngày ({longest['lead']})."
    )
    relative = 100 * (published(2023) / published(2022) - 1)
    assert papi == (
        "PAPI đã công bố của Hưng Yên, một khảo sát khác của cả tỉnh: "
        f"{vietnamese(published(2023))} điểm năm 2023, {vietnamese(published(2022))} điểm năm "
        f"2022; chênh +{vietnamese(relative, 1)} %, dưới ngưỡng 5\u00a0% mà PAPI coi là thay đổi "
        "đáng kể."
    )
    # 28 sub-dimensions, of which 2 fell and 5 rose
    assert unsaid == "Chưa kết luận được về thay đổi ở 21 trong 28 nội dung: chưa đủ căn cứ."


def test_each_sentence_leads_to_its_view(filled):
    app = opened("overview")
    ways = [way for way in links(app) if way[0] in ("Xem biểu đồ", "Xem danh sách")]
    assert len(ways) == len(sentences(app))
    pages = {address: page for page, address in PAGES.items()}
    titles = [
        title(opened(pages[address], **{key: value[0] for key, value in query.items()}))
        for _, address, query in ways
    ]
    whole = "2023 so với 2022, 8 lĩnh vực: 1 tăng rõ rệt, 1 giảm rõ rệt, 6 chưa đủ căn cứ"
    parts = "2023 so với 2022, 28 nội dung: 5 tăng rõ rệt, 2 giảm rõ rệt, 21 chưa đủ căn cứ"
    assert titles[:3] == [whole, parts, parts] and titles[-1] == parts
    assert titles[3].startswith("8 nhiệm vụ quá hạn")
    assert titles[4].startswith("Xã Đức Hợp và PAPI Hưng Yên: hai khảo sát khác nhau")


def test_the_summary_can_be_taken_away_as_a_text(filled):
    labels = [button.proto.label for button in opened("overview").get("link_button")]
    assert "Tải bản chữ (.txt)" in labels


def test_a_village_that_lies_apart_is_said_and_opened(store):
    """Forty who say yes to nine in ten, and forty who say yes to one in ten: 72.8 and 15.2."""
    high = [*group(36, 1.0), *group(4, 0.0)]
    low = [*group(4, 1.0), *group(36, 0.0)]
    write(
        store, {"Thôn Cao": high, "Thôn Vừa": [*group(20, 1.0), *group(20, 0.0)], "Thôn Kém": low}
    )
    app = opened("overview")
    (said,) = (text for text in sentences(app) if text.startswith("Thôn"))
    # all three villages have 400 adults: (72.8 + 44 + 15.2) / 3 = 44
    assert said.startswith("Thôn Cao được 72,80 điểm, cao hơn rõ rệt so với ")
    (way,) = (way for way in links(app) if "thon" in way[2])
    assert chip_labels(opened("villages", thon=way[2]["thon"][0])) == {"Thôn Cao"}


def test_hidden_figures_are_not_in_the_summary(store):
    write(store, {"Thôn Đông": group(5, FEW), "Thôn Tây": group(4, FEW)})
    store.write(lambda cursor: add_task(cursor, "Họp", component="5.1", leads=["Ông A"]))
    app = opened("overview")
    assert shown_of(app, FEW) == []
    assert sentences(app)[0] == "Điểm năm 2023 của Xã An được ẩn để không lộ nhóm dưới 10 người."
    assert not any("rõ rệt" in text for text in sentences(app))


def test_what_there_are_no_data_for_takes_no_room(store):
    """A survey without a plan: no figures of tasks, and the way to import them."""
    write(store, {"Thôn Đông": group(40, FEW), "Thôn Tây": group(40, FEW)})
    app = opened("overview")
    assert [metric.label for metric in app.metric] == [
        "Điểm theo phương pháp PAPI 2023 (/80)",
        "Hạn gửi báo cáo",
    ]
    assert "Cần xử lý" not in html(app)
    assert "Nhập biểu nhiệm vụ để theo dõi tiến độ" in [label for label, *_ in links(app)]


def test_a_plan_without_a_survey_has_no_chart(store):
    store.write(lambda cursor: add_task(cursor, "Họp", component="5.1", leads=["Ông A"]))
    app = opened("overview")
    assert "Nhiệm vụ quá hạn" in [metric.label for metric in app.metric]
    assert not any("PAPI" in metric.label for metric in app.metric)
    assert "Nhập phiếu khảo sát để có điểm" in [label for label, *_ in links(app)]
    assert "so với" not in title(app) + about(app)
