"""06: words and other numbers in a progress cell. 12: dates typed day first into an Excel that
is set to month first."""

from datetime import date

from tests.importing.cases.unseen.books import TASKS, Book, Sheet, column
from tests.importing.cases.unseen.forms import HEAD, PEOPLE, answers, numbers, survey
from tests.importing.cases.unseen.judging import (
    ASK,
    Case,
    Point,
    Seen,
    Want,
    either,
    quiet,
    said,
    sure,
)
from tests.importing.cases.unseen.points import forms, in_column, of_task, task_count


def share(clothes: str, *pairs: tuple[object, Want], **looks: object) -> Case:
    return in_column("06", clothes, "progress", *pairs, **looks)


PROGRESS = (
    share(
        "a share in words",
        ("80%", quiet(0.8)),
        ("Khoảng 80 %", either(0.8)),
        ("Đạt 80%", sure(0.8)),
        ("100", sure(1.0)),
        ("đã được 65 phần trăm", either(0.65)),
        ("37,5%", quiet(0.375)),
        ("Một nửa", either(0.5)),
    ),
    share(
        "numbers of documents",
        ("Đã có CV 30/UBND", ASK),
        ("BC số 75", ASK),
        ("Nghị quyết 60/NQ-HĐND", ASK),
        ("Văn bản 90 của huyện", ASK),
        (70, quiet(0.7)),
        ("Theo QĐ 1 ngày 10/3/2023", ASK),
    ),
    share(
        "things counted",
        ("Xong 5 thôn", ASK),
        ("Còn 2 hộ", ASK),
        ("40 hộ đã ký cam kết", ASK),
        ("12 buổi", ASK),
        (50, quiet(0.5)),
        ("3/8 thôn", either(0.375)),
        ("Đã phát 100 tờ rơi", ASK),
    ),
    share(
        "days, weeks, money",
        ("Quá hạn 20 ngày", ASK),
        ("Còn 10 ngày", ASK),
        ("Chậm 2 tuần", ASK),
        ("Trễ 1 tháng", ASK),
        ("Giải ngân 50 triệu đồng", ASK),
        ("Hẹn 30/9", ASK),
        (0, quiet(0.0)),
    ),
    share(
        "a share among other numbers",
        ("80% (BC 45/BC-UBND)", sure(0.8)),
        ("Đạt 60%, còn 3 thôn", sure(0.6)),
        ("3 thôn đã xong, đạt 75 %", sure(0.75)),
        ("Chậm 15 ngày, mới 40%", sure(0.4)),
        ("KH 12/KH-UBND: 55%", sure(0.55)),
        ("Còn lại 20%", either(0.8)),
        ("Thiếu 10% nữa mới xong", either(0.9)),
    ),
    share(
        "ranges and bounds",
        ("70-80%", said(0.7)),
        ("Từ 60 đến 70%", said(0.6)),
        ("Trên 90%", said(0.9)),
        ("Gần 100%", ASK),
        ("Dưới 50%", ASK),
        ("Từ 50% lên 80%", either(0.8)),
        ("Quý I 30%, quý II 60%", either(0.6)),
    ),
    share(
        "what Excel holds",
        (0.8, quiet(0.8)),
        (80, quiet(0.8)),
        ("150%", ASK),
        (-5, ASK),
        (1, either(0.01)),
        (250, ASK),
        ("0,8%", either(0.008)),
        formats={"E5": "0%"},
    ),
)
DAYS = (date(2023, 4, 5), date(2023, 4, 13), date(2023, 6, 2), date(2023, 6, 25),
        date(2023, 8, 10), date(2023, 8, 31), date(2023, 9, 7), date(2023, 9, 15))  # fmt: skip


def swapped(day: date) -> date:
    """What Excel set to month first makes of a day first date of the first twelve days."""
    return date(day.year, day.day, day.month)


def typed(days: tuple[date, ...] = DAYS, form: str = "%d/%m/%Y") -> list[object]:
    """The days as such an Excel holds them."""
    return [swapped(day) if day.day <= 12 else day.strftime(form) for day in days]


def dates(
    clothes: str, values: list[object], wants: list[Want], field: str = "due", **looks: object
) -> Case:
    return in_column("12", clothes, field, *zip(values, wants, strict=True), **looks)


def as_typed(days: tuple[date, ...] = DAYS) -> list[Want]:
    """The turned ones told of, the others right."""
    return [said(day) if day.day <= 12 else sure(day) for day in days]


def _ordinary_beside() -> Case:
    first = column("due", *typed(DAYS[:4]), name="Văn phòng")
    others = (date(2023, 5, 4), date(2023, 6, 28), date(2023, 7, 3), date(2023, 9, 30))
    second = column("due", *others, start=4, name="Công an")
    points = [p for t, w in zip(TASKS[:4], as_typed(DAYS[:4]), strict=True)
              for p in of_task(first, t, due=w)]  # fmt: skip
    points += [p for t, d in zip(TASKS[4:], others, strict=True)
               for p in of_task(second, t, due=quiet(d))]  # fmt: skip
    return Case("12", "one sheet of two", (Book((first, second)),), (*points, task_count(8)))


def _interviews() -> Case:
    """Days of interviews, which no query tells: they are looked up in the table."""
    rows = [
        [mark, *who[:3], day, *who[3:]]
        for mark, who, day in zip(numbers(), PEOPLE, typed(), strict=True)
    ]
    sheet: Sheet = answers(rows, head=(*HEAD, "Ngày phỏng vấn"))

    def get(row: int) -> object:
        def look(seen: Seen) -> object:
            found = seen.select(
                f"select interviewed_on from current_respondent where row = {row + 3}"
            )
            return found[0][0] if found else None

        return look

    points = [
        Point(f"day of the form in row {row + 3}", (sheet.cell(row + 2, 4), sheet.cell(1, 4)),
              get(row), want)
        for row, want in enumerate(as_typed())
    ]  # fmt: skip
    return Case("12", "days of interviews", (survey(sheet),), (*points, forms(8)))


AMERICAN = (date(2023, 4, 25), date(2023, 6, 13), date(2023, 4, 5), date(2023, 9, 30))
TRUE_DAYS = (date(2023, 5, 4), date(2023, 6, 25), date(2023, 7, 10), date(2023, 9, 30))
CLOCK = (
    dates("done dates", typed(), as_typed(), field="done"),
    _interviews(),
    dates(
        "texts month first",
        [day.strftime("%m/%d/%Y") for day in AMERICAN],
        [sure(AMERICAN[0]), sure(AMERICAN[1]), said(AMERICAN[2]), sure(AMERICAN[3])],
    ),
    dates("nothing amiss: true dates of every day", list(TRUE_DAYS), [quiet(d) for d in TRUE_DAYS]),
    dates(
        "a true date above twelve says that Excel reads day first",
        [date(2023, 5, 4), date(2023, 6, 27), " 25/08/2023", date(2023, 9, 6)],
        [either(date(2023, 5, 4)), sure(date(2023, 6, 27)), sure(date(2023, 8, 25)),
         either(date(2023, 9, 6))],
    ),
    dates("years of two digits", typed(form="%d/%m/%y"), as_typed()),
    _ordinary_beside(),
)  # fmt: skip
CASES = PROGRESS + CLOCK
