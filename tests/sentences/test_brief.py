"""The sentences for the chairperson, on frames made by hand: what is said, in which order, and
what never is."""

import random
import re
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.sentences import brief
from dashboard.sentences.brief import Facts, Finding
from dashboard.words import words

VI = words("vi")
NAMES = {"5.1": "Chứng thực", "5.3": "Giấy đất", "1.3": "Bầu cử", "8.2": "Internet"}
SUBS = {"muc": "Nội dung thành phần"}


def change_row(component: str, before, after, verdict=None, statuses=("ok", "ok")) -> dict:
    level = "total" if component == "PAPI" else "sub_dimension" if "." in component else "dimension"
    seen = not any(status not in ("ok", "caution") for status in statuses)
    return {
        "component": component,
        "level": level,
        "name": NAMES.get(component, f"Nội dung {component}"),
        "scale_high": 80.0,
        "estimate_from": before,
        "estimate_to": after,
        "change": after - before if seen and verdict != "not_comparable" else None,
        "verdict": verdict,
        "status_from": statuses[0],
        "status_to": statuses[1],
    }


def change_of(*rows: dict) -> pd.DataFrame:
    frame = pd.DataFrame(rows)
    figures = ["estimate_from", "estimate_to", "change"]
    return frame.astype(dict.fromkeys(figures, float))


TOTAL = change_row("PAPI", 43.0, 44.5, "unclear")
NOBODY = pd.DataFrame({"official": [], "unit": [], "overdue": []}).astype({"overdue": int})
COUNTS = ("assigned", "done_on_time", "done_late", "done_undated", "overdue")


def plan(*counts: int) -> pd.DataFrame:
    return pd.DataFrame([dict(zip(COUNTS, counts, strict=True))])


def late(*rows: tuple) -> pd.DataFrame:
    columns = ["task_id", "task", "official", "unit", "days_late", "is_overdue"]
    return pd.DataFrame(rows, columns=columns).astype({"days_late": float, "is_overdue": bool})


def scored(*rows: tuple) -> pd.DataFrame:
    columns = ["village", "estimate", "verdict", "status"]
    return pd.DataFrame(rows, columns=columns).assign(level="total")


def published(after, before, relative, rule) -> pd.DataFrame:
    reason = "Từ 1/7/2025 Hưng Yên gồm Hưng Yên, Thái Bình" if rule == "not_comparable" else None
    row = ["PAPI", after, before, relative, rule, reason]
    columns = ["component", "score_to", "score_from", "relative_change", "rule_5_percent", "reason"]
    return pd.DataFrame([row], columns=columns)


def facts(*changes: dict, **more) -> Facts:
    """A commune with a total and these changes, and nothing else."""
    change = change_of(TOTAL, *changes)
    duties = change[change.level == "sub_dimension"].assign(uncovered=False)
    nothing = {
        "duties": duties,
        "completion": pd.DataFrame(columns=COUNTS),
        "officials": NOBODY,
        "follow_up": late(),
        "villages": scored(),
        "own": scored(("", 44.5, None, "ok")),
        "published": published(None, None, None, "missing"),
    }
    return Facts("Xã An", "Hưng Yên", 2022, 2023, change, **(nothing | more))


def said(known: Facts) -> list[str]:
    return [finding.text for finding in brief.findings(known, VI)]


NO_PLAN = "Chưa có biểu nhiệm vụ năm 2023."


def test_total_without_enough_evidence_is_two_numbers_and_no_claim():
    first, *_ = brief.findings(facts(), VI)
    assert first == Finding(
        "Điểm theo phương pháp PAPI của Xã An năm 2023 là 44,50 trên 80; năm 2022 là 43,00, chênh "
        "+1,50, chưa đủ căn cứ để kết luận là có thay đổi.",
        "components",
    )


@pytest.mark.parametrize(
    ("row", "ending"),
    [
        (
            change_row("PAPI", 44.5, 43.0, "down"),
            "là 43,00 trên 80, giảm rõ rệt so với năm 2022 (44,50; chênh −1,50).",
        ),
        (
            change_row("PAPI", 43.0, 44.5, "up"),
            "là 44,50 trên 80, tăng rõ rệt so với năm 2022 (43,00; chênh +1,50).",
        ),
        (
            change_row("PAPI", 43.0, 44.5, "not_comparable"),
            "không so sánh được với năm 2022 vì phiếu khảo sát hai năm hỏi khác nhau.",
        ),
        (
            change_row("PAPI", None, 44.5, None, ("missing", "ok")),
            "năm 2022 không có điểm để so sánh.",
        ),
        (
            change_row("PAPI", None, 44.5, None, ("hidden_n", "ok")),
            "điểm năm 2022 được ẩn nên không so sánh.",
        ),
        (
            change_row("PAPI", 43.0, None, None, ("ok", "hidden_n")),
            "Điểm năm 2023 của Xã An được ẩn để không lộ nhóm dưới 10 người.",
        ),
        (
            change_row("PAPI", 43.0, None, None, ("ok", "missing")),
            "Xã An chưa có tổng điểm năm 2023: chưa có khảo "
            "sát, hoặc còn nội dung không có số liệu.",
        ),
    ],
    ids=["down", "up", "not comparable", "no earlier", "earlier hidden", "hidden", "missing"],
)
def test_total_says_what_may_be_said(row, ending):
    first = said(replace(facts(), change=change_of(row)))[0]
    assert first.endswith(ending)
    assert ("rõ rệt" in first) == (row["verdict"] in ("up", "down"))


def test_falls_come_before_rises_the_widest_first_and_three_of_each_at_most():
    rows = [change_row(f"1.{n}", 2.0, 2.0 + n / 10, "up") for n in range(1, 6)]
    falls = [change_row("5.1", 2.65, 2.53, "down"), change_row("5.3", 2.49, 2.16, "down")]
    whole = change_row("1", 5.3, 5.4, "up")  # the dimension goes before its parts
    found = brief.findings(facts(whole, *rows, *falls), VI)
    assert [f.text for f in found[1:3]] == [
        "Giảm rõ rệt: nội dung 5.3 Giấy đất (2,16; chênh −0,33), "
        "5.1 Chứng thực (2,53; chênh −0,12).",
        "Tăng rõ rệt: lĩnh vực 1 Nội dung 1 (5,40; chênh +0,10); "
        "nội dung 1.5 Nội dung 1.5 (2,50; chênh +0,50), 1.4 Nội dung 1.4 (2,40; chênh +0,40), "
        "1.3 Bầu cử (2,30; chênh +0,30) và 2 nội dung khác.",
    ]
    assert {(f.page, f.query["muc"]) for f in found[1:3]} == {("components", SUBS["muc"])}


def test_where_no_part_is_clear_the_dimensions_speak():
    rows = change_row("5", 7.65, 7.36, "down"), change_row("5.1", 2.65, 2.53, "unclear")
    found = brief.findings(facts(*rows), VI)[1]
    assert found == Finding("Giảm rõ rệt: lĩnh vực 5 Nội dung 5 (7,36; chênh −0,29).", "components")


def test_no_clear_change_is_said_and_nothing_named():
    texts = said(facts(change_row("5", 7.65, 7.36, "unclear"), change_row("5.1", 2, 1, "unclear")))
    assert texts[1] == (
        "Chưa lĩnh vực hay nội dung nào có thay đổi đủ căn cứ để kết luận so với năm 2022."
    )
    assert texts[-1] == "Chưa kết luận được về thay đổi ở 1 trong 1 nội dung: chưa đủ căn cứ."


def test_what_fell_and_nobody_works_on_is_named():
    known = facts(change_row("5.1", 2.65, 2.53, "down"), change_row("5.3", 2.49, 2.16, "down"))
    known = replace(known, duties=known.duties.assign(uncovered=[False, True]))
    found = brief.findings(known, VI)[2]
    assert found == Finding(
        "Giảm rõ rệt mà không còn nhiệm vụ nào đang mở: 5.3 Giấy đất.", "components", SUBS
    )


OFFICIALS = pd.DataFrame(
    {"official": ["Ông A", "Bà B", "Ông C"], "unit": "Xã An", "overdue": [2, 1, 0]}
)
FOLLOWED = late(
    ("x", "Việc x", "Bà B", "Xã An", 298, True),
    ("y", "Việc y", "Ông A", "Xã An", 12, True),
    ("z", "Việc z", "Ông A", "Xã An", 400, False),
)


def test_overdue_tasks_have_who_has_most_and_which_waits_longest():
    known = facts(completion=plan(56, 39, 6, 2, 3), officials=OFFICIALS, follow_up=FOLLOWED)
    assert said(known)[1] == (
        "47/56 nhiệm vụ đã hoàn thành, 3 nhiệm vụ quá hạn: nhiều nhất là Ông A (2 nhiệm vụ); "
        "lâu nhất là “Việc x”, quá 298 ngày (Bà B)."
    )
    assert brief.findings(known, VI)[1].page == "follow_up"


def test_as_many_overdue_stand_together_and_two_leads_both():
    same = OFFICIALS.assign(overdue=[2, 2, 2])
    both = late(
        ("x", "Việc x", "Bà B", "Xã An", 9, True), ("x", "Việc x", "Ông A", "Xã An", 9, True)
    )
    text = said(facts(completion=plan(9, 1, 0, 0, 6), officials=same, follow_up=both))[1]
    assert "nhiều nhất là Ông A, Bà B, Ông C (mỗi đầu mối 2 nhiệm vụ); " in text
    assert text.endswith("lâu nhất là “Việc x”, quá 9 ngày (Bà B, Ông A).")


def test_tasks_that_have_waited_as_long_are_counted():
    several = late(
        ("x", "Việc x", "Bà B", "Xã An", 9, True),
        ("y", "Việc y", "Ông A", "Xã An", 9, True),
        ("z", "Việc z", "Ông A", "Xã An", 8, True),
    )
    text = said(facts(completion=plan(9, 1, 0, 0, 6), officials=OFFICIALS, follow_up=several))[1]
    assert text.endswith("2 nhiệm vụ cùng quá hạn lâu nhất, 9 ngày, trong đó có “Việc x” (Bà B).")


def test_in_a_district_an_official_has_a_commune():
    units = pd.concat([plan(3, 1, 0, 0, 2), plan(3, 1, 0, 0, 1)])
    text = said(facts(completion=units, officials=OFFICIALS, follow_up=FOLLOWED))[1]
    assert text.startswith("2/6 nhiệm vụ đã hoàn thành, 3 nhiệm vụ quá hạn: ")
    assert "Ông A (Xã An)" in text and "(Bà B (Xã An))" in text


def test_no_overdue_task_and_no_plan_are_said():
    assert said(facts(completion=plan(5, 5, 0, 0, 0)))[1] == (
        "5/5 nhiệm vụ đã hoàn thành, không có nhiệm vụ quá hạn."
    )
    assert NO_PLAN in said(facts())
    nobody = late(("x", "Việc x", "", "Xã An", 9, True))
    assert said(facts(completion=plan(5, 4, 0, 0, 1), follow_up=nobody))[1].endswith(
        "1 nhiệm vụ quá hạn: lâu nhất là “Việc x”, quá 9 ngày (chưa ghi người chủ trì)."
    )


def test_a_village_is_named_only_where_the_test_says_so_and_its_status_is_ok():
    near, far = ("Thôn A", 43.0, "unclear", "ok"), ("Thôn B", 41.0, "below", "ok")
    assert not any("Thôn" in text for text in said(facts(villages=scored(near))))
    every = scored(("Thôn C", 43.5, "below", "ok"), far, near)
    (found,) = (f for f in brief.findings(facts(villages=every), VI) if "Thôn" in f.text)
    assert found == Finding(
        "Thôn B được 41,00 điểm, thấp hơn rõ rệt so với phần còn lại của xã (cả xã 44,50).",
        "villages",
        {"thon": "Thôn B"},
    )
    careful = facts(villages=scored((*far[:3], "caution")))
    assert not any("Thôn" in text for text in said(careful))
    above = facts(villages=scored(("Thôn C", 48.0, "above", "ok")))
    assert any(text.startswith("Thôn C được 48,00 điểm, cao hơn") for text in said(above))


RULE = "thay đổi đáng kể (quy tắc của PAPI, không phải kiểm định thống kê)."


@pytest.mark.parametrize(
    ("scores", "ending"),
    [
        (
            (42.0, 40.0, 0.05, "higher"),
            "42,00 điểm năm 2023, 40,00 điểm năm 2022; chênh "
            "+5,0 %, đạt ngưỡng 5\u00a0% mà PAPI coi là " + RULE,
        ),
        ((38.0, 40.0, -0.05, "lower"), "chênh −5,0 %, đạt ngưỡng 5\u00a0% mà PAPI coi là " + RULE),
        (
            (41.0, 40.0, 0.025, "within"),
            "chênh +2,5 %, dưới ngưỡng 5\u00a0% mà PAPI coi là thay đổi đáng kể.",
        ),
        ((41.0, None, None, "missing"), "41,00 điểm năm 2023; không có điểm năm 2022 để đặt cạnh."),
        (
            (41.0, 40.0, None, "not_comparable"),
            "41,00 điểm năm 2023; không đặt cạnh điểm năm 2022 được: "
            "Từ 1/7/2025 Hưng Yên gồm Hưng Yên, Thái Bình.",
        ),
    ],
    ids=["reached above", "reached below", "within", "one year", "break"],
)
def test_the_province_s_score_is_another_survey_s_with_papi_s_rule(scores, ending):
    (found,) = (
        f for f in brief.findings(facts(published=published(*scores)), VI) if f.page == "compare"
    )
    assert found.text.startswith("PAPI đã công bố của Hưng Yên, một khảo sát khác của cả tỉnh: ")
    assert found.text.endswith(ending) and found.query == {"nhom": "Bên cạnh PAPI"}


def test_what_cannot_be_said_is_counted_by_its_reason():
    rows = [
        change_row("5.1", 2.0, 2.1, "unclear"),
        change_row("5.3", 2.0, 2.1, "not_comparable"),
        change_row("5.4", None, 2.1, None, ("missing", "ok")),
        change_row("6.1", None, 2.1, None, ("hidden_complement", "ok")),
        change_row("6.2", 2.0, 2.5, "up"),
    ]
    found = brief.findings(facts(*rows), VI)[-1]
    assert found == Finding(
        "Chưa kết luận được về thay đổi ở 4 trong 5 nội dung: 1 chưa đủ căn cứ; 1 không so sánh "
        "được vì hai năm hỏi khác nhau; 1 không có đủ số liệu "
        "hai năm; 1 được ẩn để không lộ nhóm dưới 10 người.",
        "components",
        SUBS,
    )


def test_at_most_seven_the_province_gives_way():
    falls = change_row("5.1", 2.65, 2.53, "down"), change_row("8.2", 2.4, 2.7, "up")
    known = facts(
        *falls,
        change_row("7.1", 1.0, 1.0, "unclear"),
        completion=plan(5, 4, 0, 0, 1),
        villages=scored(("Thôn B", 41.0, "below", "ok")),
        published=published(41.0, 40.0, 0.025, "within"),
    )
    assert len(said(known)) == 7 and any("PAPI đã công bố" in text for text in said(known))
    known = replace(known, duties=known.duties.assign(uncovered=[True, False, False]))
    assert len(said(known)) == 7 and not any("PAPI đã công bố" in text for text in said(known))


def test_the_text_to_send_has_every_sentence_on_a_line():
    found = [Finding("Một.", "components"), Finding("Hai.", "villages")]
    assert brief.plain_text("TÓM TẮT", found) == "TÓM TẮT\n\n- Một.\n- Hai.\n"


CLAIM = re.compile(r"(tăng|giảm)(?! rõ rệt)|lên hạng|tụt|cải thiện|nan|None|[{}]", re.IGNORECASE)
STATUSES = ("ok", "caution", "hidden_n", "hidden_complement", "missing")


def random_change(chance: random.Random, component: str) -> dict:
    statuses = chance.choice(STATUSES), chance.choice(STATUSES)
    before, after = (
        chance.uniform(1, 8) if status in ("ok", "caution") else None for status in statuses
    )
    verdict = chance.choice(["up", "down", "unclear", "not_comparable"])
    row = change_row(component, before, after, None, statuses)
    return row | {"verdict": verdict if None not in (before, after) else None}


@pytest.mark.parametrize("seed", range(80))
def test_whatever_the_data_nothing_is_claimed_without_its_verdict(seed):
    chance = random.Random(seed)
    codes = ["PAPI", "1", "5", "8", "1.3", "5.1", "5.3", "8.2"]
    change = change_of(*(random_change(chance, code) for code in codes))
    duties = change[change.level == "sub_dimension"]
    duties = duties.assign(uncovered=(duties.verdict == "down") & (chance.random() < 0.5))
    known = replace(facts(), change=change, duties=duties)
    found = brief.findings(known, VI)
    assert found == brief.findings(known, VI)
    assert 2 <= len(found) <= 7
    for finding in found:
        assert not CLAIM.search(finding.text), finding.text
    names = change.component + " " + change.name
    names = names.where(change.level != "total", "Điểm theo phương pháp")
    for word, verdict in (("tăng rõ rệt", "up"), ("giảm rõ rệt", "down")):
        backed = set(names[change.verdict == verdict])
        for finding in found:
            if word in finding.text.lower():
                assert {name for name in names if name in finding.text} <= backed, finding.text
