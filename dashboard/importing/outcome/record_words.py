"""What a record and a file say of a task's state, in words."""

from datetime import date

from dashboard import numbers
from dashboard.words import Words


def state(said: tuple[str, str], words: Words) -> str:
    """A field of RecordQuestion with its value: "xong ngày 20/05/2023"."""
    field, value = said
    if field == "done":
        return words.say("record.done", day=plain(said))
    if field == "progress":
        return words.say("record.progress", share=plain(said))
    return words.say(f"record.{field}", text=value)


def plain(said: tuple[str, str]) -> str:
    """The value alone, as it is written in a cell."""
    field, value = said
    if field == "done":
        return numbers.day(date.fromisoformat(value))
    return numbers.percent(float(value)) if field == "progress" else value


def who(written_by: str, words: Words) -> str:
    """Who typed it."""
    return written_by or words["record.by_nobody"]


def holes(said: dict[str, str], words: Words) -> dict[str, str]:
    """Those of the findings record_disagrees and record_answered, in the language of words."""
    answer = said["answer"]
    return {
        "typed": state((said["typed_field"], said["typed_value"]), words),
        "in_file": state((said["file_field"], said["file_value"]), words),
        "by": who(said["written_by"], words),
        "answer": words[f"record.answer_{answer}"] if answer else "",
    }
