"""What of the plan may be told to everybody: work, never who does it."""

import re
from collections.abc import Iterable

import pandas as pd

from dashboard.folding import fold
from dashboard.readings.plan_readings import PlanReadings

SHOWN = ("task_id", "task", "component", "due", "state")
# A person by title and name ("ông Nguyễn Văn A"), or by position.
_TITLED = re.compile(r"(?i)\b(?:ông|bà|anh|chị|đồng chí|đ/c)\s+(\w+)\s+(\w+)")
_POSITION = re.compile(
    r"(?i)\b(?:chủ tịch|bí thư|trưởng thôn|trưởng ban|trưởng công an|công chức|chủ nhiệm"
    r"|hiệu trưởng|trưởng trạm|giám đốc|kế toán trưởng)\b"
)
# An office or body is nobody: "UB MTTQ xã", "Trường Tiểu học".
_BODY = re.compile(
    r"^(?:cac|ub|uy ban|hoi|doan|cong an|tram|truong (?:tieu|mam|trung|thcs|th)|dai|ban|bo phan"
    r"|hdnd|thuong truc|chi|quan|to|mat tran|lien|hop tac|van phong|mttq|don vi)\b"
)


class PublicReadings:
    """The plan's tasks as the public may read them."""

    def __init__(self, plan: PlanReadings):
        self._plan = plan

    def tasks(self, unit: str, year: int, **when: object) -> pd.DataFrame:
        """task_id, task, component, due, state of what is not cancelled; the text is blank where
        it names a person or a position, so that such a task is counted and not read."""
        tasks = self._plan.tasks(unit, year, **when)
        people = _people(name for side in (tasks.lead, tasks.support) for name in side)
        kept = tasks[tasks.state != "cancelled"][list(SHOWN)].reset_index(drop=True)
        return kept.assign(task=["" if _names(text, people) else text for text in kept.task])


def _people(names: Iterable[str]) -> set[str]:
    """The leads and supporters that are no body, folded."""
    each = {fold(name) for several in names for name in several.split("; ")}
    return {name for name in each if " " in name and not _BODY.match(name)}


def _names(text: str, people: set[str]) -> bool:
    titled = any(
        all(name[0].isupper() for name in found.groups()) for found in _TITLED.finditer(text)
    )
    return titled or bool(_POSITION.search(text)) or any(name in fold(text) for name in people)
