"""verify names every rule that the store's rows break, and nothing in a sound store."""

import re
from datetime import date

import pytest

from dashboard.store import progress, remarks, sql
from dashboard.store.progress import Progress
from tests.queries.rows import (
    add_published,
    add_task,
    add_unit,
    ask,
    log_import,
    same_answers,
    survey,
)

# Rule -> a statement that breaks it in the sound store below.
BREAKS = {
    "two units with one id": "insert into unit select * from unit where unit_id = 'xa-an'",
    "village without its commune": (
        "insert into unit values ('xa-khac/thon', 'village', 'Thôn', 'xa-khac')"
    ),
    "question without a valid range": "update question set high = low",
    "answer outside its question's range": "update answer set value = 11",
    "more respondents than adults": "update population set adults = 2",
    "rows do not add up": "update import_sheet set rows_read = 8",
    "import without its file": "delete from source_file",
    "published score of no known province": "update published_score set province = 'P64'",
    "published score that cannot be": "update published_score set score = 0",
    "two records with one number": "update remark set record_id = 2",
    "record of a done task that is not whole": "update progress_record set progress = 0.9",
}


def of_every_kind(cursor) -> None:
    survey(cursor, {"Thôn": same_answers(3, Q1=5)}, {"Q1": ("1.1", 0, 10)}, {"Thôn": 3})
    add_task(cursor)
    cursor.execute("insert into import_sheet values (1, 'Phiếu', 'answers', 9, 3, 2, 4)")
    add_published(cursor, {(2023, "P21", "1.1"): 1.2})
    about = remarks.Subject("xa-an", 2023, "task", "xa-an 2023 Việc")
    remarks.write(cursor, about, "note", "Đã nhắc")
    progress.write(cursor, about.key, Progress(done=date(2023, 6, 1)))


@pytest.fixture
def sound(within):
    with within(of_every_kind) as cursor:
        yield cursor


def rules(cursor) -> set[str]:
    return {row["rule"] for row in ask(cursor, "verify")}


def test_sound_store_breaks_no_rule(sound):
    assert rules(sound) == set()


@pytest.mark.parametrize("rule", BREAKS)
def test_broken_rule_is_named(sound, rule):
    sound.execute(BREAKS[rule])
    assert rules(sound) >= {rule}
    assert rules(sound) <= {rule, "answer outside its question's range"}


def test_every_rule_of_the_query_is_tested():
    named = re.findall(r"^select '((?:[^']|'')+)'", sql.load("verify").sql, re.MULTILINE)
    assert {rule.replace("''", "'") for rule in named} == set(BREAKS)


@pytest.mark.parametrize("parent", [None, "thon-khac"])
def test_village_whose_parent_is_no_commune_is_named(sound, parent):
    sound.execute("insert into unit values ('thon-khac', 'village', 'Thôn', 'xa-an')")
    sound.execute("insert into unit values ('x/thon', 'village', 'Thôn', $1)", [parent])
    assert rules(sound) == {"village without its commune"}


def test_rows_of_an_undone_import_are_not_looked_at(sound):
    log_import(sound, 2, undone=True)
    survey(sound, {"Thôn": same_answers(9, Q1=99)}, {"Q1": ("1.1", 5, 5)}, {"Thôn": 1}, import_id=2)
    assert rules(sound) == set()


def test_unit_without_villages_is_sound(sound):
    add_unit(sound, "Huyện Hạ", "district")
    assert rules(sound) == set()
