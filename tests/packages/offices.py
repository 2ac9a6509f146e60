"""A commune's office and the district's, each with a store of its own."""

import io
import warnings
import zipfile
from datetime import date

from dashboard.packages.package_export import package
from dashboard.papers.state import frozen_state
from dashboard.store.store import Store
from tests.queries.rows import (
    Form,
    add_scope,
    add_task,
    add_unit,
    store_scores,
    survey,
    whole_questionnaire,
)

DISTRICT, PERIOD = "Huyện Bắc", "2023-H1"
AN, BINH = "Xã An", "Xã Bình"
# Of each year the answers of twelve people each, on scales of 0 to 10; of the last village three.
SURVEYS = {
    AN: {2022: ((4, 6), (3, 5)), 2023: ((6, 8), (7, 9), (2,))},
    BINH: {2022: ((5, 5), (4, 6)), 2023: ((3, 5), (4, 5))},
}


def filled(cursor, *communes: str) -> None:
    """Surveys of two years and a plan of each commune; a village of three people in Xã An."""
    add_unit(cursor, DISTRICT, "district")
    for commune in communes:
        add_unit(cursor, commune, "commune", DISTRICT)
        for year, villages in SURVEYS[commune].items():
            questions = whole_questionnaire(year)
            asked = {code: (question[0], 0, 10) for code, question in questions.items()}
            people = {
                f"Thôn {place}": [
                    Form(dict.fromkeys(asked, float(share + (n % 2))))
                    for share in shares
                    for n in range(12 if len(shares) > 1 else 3)
                ]
                for place, shares in enumerate(villages, 1)
            }
            survey(cursor, people, asked, dict.fromkeys(people, 200), commune, year)
            store_scores(cursor, commune, year)
        add_scope(cursor, 1, "answers", commune)
        late = {"due": date(2023, 5, 1), "progress": 0.5, "unit": commune}
        add_task(cursor, "Họp thôn", leads=["Công chức Văn hóa"], **late)
        add_task(
            cursor, "Niêm yết", leads=["Công chức Tư pháp"], unit=commune,
            due=date(2023, 5, 1), done=date(2023, 4, 30), result_h1="Hoàn thành",
        )  # fmt: skip


def made(store: Store, commune: str, closing: int | None = None, period: str = PERIOD) -> bytes:
    """The commune's package."""
    with store.read() as cursor:
        state = frozen_state(cursor, commune, period, closing=closing)
        return package(cursor, state, store.folder).content


def entries(content: bytes) -> dict[str, bytes]:
    """What is in a zip, by name and in its order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    """Such entries as the program writes them; of a list names may come twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items() if isinstance(files, dict) else files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            archive.writestr(entry, content)
    return out.getvalue()
