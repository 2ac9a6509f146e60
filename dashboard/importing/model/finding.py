"""A remark on one place of a file; its sentence stands in the texts."""

from dataclasses import dataclass, field

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Finding:
    """One remark on one place. code names its sentence: texts finding.<code>.

    cell is "F23", or "" when the remark is on the whole sheet or file; column is the
    heading above the cell; value is as typed; holes are further words for the sentence.
    """

    code: str
    severity: str
    sheet: str = ""
    cell: str = ""
    column: str = ""
    value: str = ""
    holes: dict[str, str] = field(default_factory=dict)
