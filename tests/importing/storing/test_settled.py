"""A large survey is committed to the writer's copy before its scores: nobody sees it half done."""

import pytest

from dashboard.importing.model.coded_columns import encode_column
from dashboard.importing.model.reading import Options, Reading, SheetReading
from dashboard.importing.model.records import Question, QuestionRow, Respondent
from dashboard.importing.storing import write
from dashboard.importing.storing.commit import commit
from dashboard.store.store import Store


def survey(forms: int) -> Reading:
    people = [Respondent(row, None, "Thôn Đông", f"P{row:06d}") for row in range(1, forms + 1)]
    said = {"Q1": encode_column([float(row % 10) for row in range(forms)])}
    answers = SheetReading("Phiếu", "answers", 2023, "Xã An", records=people, answers=said)
    question = QuestionRow(2, Question("Q1", "1.1", "Câu Q1", 0, 10))
    asked = SheetReading("Câu hỏi", "questions", 2023, "Xã An", records=[question])
    return Reading("phiếu.xlsx", "1", [answers, asked])


def counts(store: Store) -> tuple[int, int]:
    with store.read() as cursor:
        return tuple(
            cursor.execute(f"select count(*) from {table}").fetchone()[0]
            for table in ("answer", "score")
        )


@pytest.fixture
def store(tmp_path) -> Store:
    made = Store(tmp_path)
    made.prepare()
    return made


def test_what_fails_in_the_scores_of_a_large_survey_publishes_nothing(store, monkeypatch):
    settled = []

    def fill(cursor, _):
        cursor.rollback()  # what is left of it now was committed before
        settled.append(cursor.execute("select count(*) from answer").fetchone()[0])
        cursor.begin()
        raise RuntimeError

    monkeypatch.setattr(write.stored_scores, "fill", fill)
    version = store.version
    reading = survey(write.MANY_FORMS)
    with pytest.raises(RuntimeError):
        store.write(lambda cursor: commit(cursor, reading, b"1", Options(), False))
    assert settled == [write.MANY_FORMS]
    assert store.version == version and counts(store) == (0, 0)
    assert not [file for file in store.folder.iterdir() if file.name.startswith("writing")]


def test_a_large_survey_has_its_scores(store):
    reading = survey(write.MANY_FORMS)
    receipt = store.write(lambda cursor: commit(cursor, reading, b"1", Options(), False))
    answers, scores = counts(store)
    assert receipt.status == "imported" and answers == write.MANY_FORMS and scores > 0
    with store.read() as cursor:
        found = cursor.execute(
            "select distinct estimate from score where level = 'question_raw' and component = 'Q1'"
        ).fetchall()
    assert found == [(4.5,)]  # the mean of 0 to 9
