"""Tries of one who had not read the rules: names of every people, phones glued to numbers, people
in names of sheets and in questions. They stand beside those of tries.py, in the same store."""

from tests.importing.privacy.secrets_planted import Secrets, plain
from tests.importing.privacy.tries import (
    HEADS,
    QUESTIONS,
    TRIES,
    File,
    Rows,
    book,
    forms,
    saved,
    tried,
    with_cell,
)

PEOPLES = ("Vàng Mí {}", "Sùng A {}", "Lường Văn {}", "Chẻo Mùi {}", "Tẩn Láo {}", "H'{} Niê")


def given(s: Secrets) -> str:
    """A given name alone."""
    return s.person().split()[-1]


def syllable(s: Secrets) -> str:
    """A given name in capitals that letters of a form's number may be."""
    word = plain(given(s)).upper()[:6]
    s.given[-1] = word
    return word


for people in PEOPLES:
    TRIES[f"{people} behind a village"] = with_cell(
        1, lambda s, people=people: f"Thôn Đông {people.format(given(s))}"
    )
    TRIES[f"{people} in brackets"] = with_cell(
        1, lambda s, people=people: f"Thôn Đông ({people.format(given(s))})"
    )
TRIES["a person before a village"] = with_cell(1, lambda s: f"nhà bà {s.person()} Thôn Đông")
TRIES["b. for a woman before a village"] = with_cell(1, lambda s: f"b. {s.person()} – Thôn Đông")
TRIES["a phone glued to a form's number"] = with_cell(0, lambda s: f"DH-003-{s.phone()}")
TRIES["a name in capitals for letters"] = with_cell(0, lambda s: f"{syllable(s)}-12")
TRIES["a name in capitals behind"] = with_cell(0, lambda s: f"DH-003-{syllable(s)}")


@tried("b. for a woman behind a commune")
def _(s: Secrets) -> File:
    rows = [["Xã số 1", *row] for row in forms()]
    rows[2][0] = f"Xã số 1 (b. {s.person()})"
    return saved(book(rows, ["Xã", *HEADS]))


@tried("a sheet of one who asked")
def _(s: Secrets) -> File:
    return saved(book(sheet=f"Phiếu Lã {given(s)}"))


@tried("people in the words of questions")
def _(s: Secrets) -> File:
    questions: Rows = [[*row, None] for row in QUESTIONS]
    questions[0][-1] = "Cách ghi"
    questions[1][2] = f"{questions[1][2]} (hỏi chú {s.person()} {s.phone()})"
    questions[1][-1] = f"Có = 1; Không = 0; ai không rõ gọi {s.person()}"
    made = book()
    del made["Bộ câu hỏi"]
    page = made.create_sheet("Bộ câu hỏi")
    for row in questions:
        page.append(row)
    return saved(made)


@tried("a table turned over, with a column a person")
def _(s: Secrets) -> File:
    turned: Rows = [["Câu hỏi", *(s.person() for _ in range(3))], ["Biết Luật", "Có", "Có", "Có"]]
    return saved(book(**{"Sheet9": turned}))
