"""Office files held to the schemas of ISO 29500 and Microsoft's additions, part by part, as
Microsoft's own Open XML SDK does it (its rules, in Python: openxml-audit)."""

import io
import zipfile
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator

# Said of sound files, each with what speaks against it.
NO_FAULTS = {
    # A label from a cell, as PowerPoint 2013 and later write it, with both children; the SDK lets
    # one of them stand, of Office's own files too (dotnet/Open-XML-SDK, issue 760).
    "Choice allows at most 1 occurrence(s), found 2": "/charts/",
    # Ours has neither on purpose: no font of a theme may win over the decree's. The SDK itself
    # does not ask for them.
    "relationships/fontTable' is missing": "/word/document.xml",
    "relationships/theme' is missing": "/word/document.xml",
}


def faults(content: bytes, ending: str, folder: Path) -> list[str]:
    """What is against the schemas in a file and in the workbooks inside it: "part: sentence"."""
    path = folder / f"checked{ending}"
    path.write_bytes(content)
    checked = OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0).validate(path)
    found = [
        f"{one.part_uri}{one.path}: {one.description}"
        for one in checked.errors
        if not any(
            said in one.description and part in str(one.part_uri)
            for said, part in NO_FAULTS.items()
        )
    ]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                inner = faults(archive.read(name), ".xlsx", folder)
                found += [f"{name} {one}" for one in inner]
    return found
