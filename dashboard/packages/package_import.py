"""A commune's package into the store: one import, looked at first, taken back as any other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dashboard.errors import DashboardError
from dashboard.importing.import_file import Agreed, as_it_is, import_file
from dashboard.importing.kinds import PACKAGE
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Options, Reading, SheetReading
from dashboard.importing.outcome.receipt import Receipt, receipt_of
from dashboard.importing.storing import import_log, table_rows
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.places import AmbiguousName, Places, Spot
from dashboard.packages import package_file, received, signing, trust
from dashboard.packages.manifest import Manifest
from dashboard.packages.package_file import FIGURES, Package
from dashboard.packages.received import Received
from dashboard.store import appending, sql
from dashboard.store.store import Cursor, Discard, Store


@dataclass(frozen=True)
class Seen:
    """A package that holds and how it stands with its key: trusted for the unit, or is another
    trusted for it?"""

    receipt: Receipt
    about: Manifest
    is_trusted: bool
    has_another: bool

    @property
    def short(self) -> str:
        """The key as it is read over the telephone."""
        return signing.short(self.about.key)

    @property
    def waits(self) -> bool:
        """Whether a person is asked about the key before it can be imported."""
        return not self.is_trusted and self.receipt.status != "unchanged"


def import_package(
    store: Store,
    content: bytes,
    file: str,
    options: Options = Options(),
    trusted: Sequence[str] = (),
    keep: bool = True,
    agreed: Agreed = as_it_is,
) -> Receipt:
    """Commit a package in one transaction; one that does not hold, or whose key is not known yet,
    gives a refused Receipt. trusted: keys that a person says are the unit's (signing.is_named)."""
    try:
        seen = look(store, content, file, options, trusted, keep, agreed)
    except DashboardError as error:
        if not error.code.startswith("package_"):
            raise
        return refused(file, content, error)
    if not seen.waits:
        return seen.receipt
    return refused(file, content, question(seen))


def question(seen: Seen) -> DashboardError:
    """What is asked about a key that is not trusted yet."""
    holes = {"unit": seen.about.told, "short": seen.short}
    if seen.has_another:
        return DashboardError("package_key_other", **holes)
    return DashboardError("package_key_unknown", **holes)


def import_any(
    store: Store,
    path: Path,
    options: Options = Options(),
    complete: bool = False,
    trusted: Sequence[str] = (),
    keep: bool = True,
    agreed: Agreed = as_it_is,
) -> Receipt:
    """A package, known by its manifest, as import_package does, any other file as import_file."""
    content = package_file.read_if_package(path)
    if content is None:
        return import_file(store, path, options, complete, keep=keep, agreed=agreed)
    return import_package(store, content, path.name, options, trusted, keep, agreed)


def refused(file: str, content: bytes, error: DashboardError) -> Receipt:
    """A file of which nothing is stored, and why."""
    holes = {name: str(value) for name, value in error.holes.items()}
    finding = Finding("file_refused", "error", holes={"refused": error.code, **holes})
    return Receipt(file, appending.sha256(content), "refused", findings=(finding,))


def look(
    store: Store,
    content: bytes,
    file: str,
    options: Options = Options(),
    trusted: Sequence[str] = (),
    keep: bool = False,
    agreed: Agreed = as_it_is,
) -> Seen:
    """What a package would become; with keep it is stored, if its key is trusted.

    Raises DashboardError package_... of one that does not hold, before anything is read of the
    store.
    """
    package = package_file.opened(content)
    rows = received.received(package)

    def work(cursor: Cursor) -> Seen:
        seen = _written(cursor, package, rows, content, file, options, trusted)
        if seen.receipt.status != "imported" or seen.waits:
            raise Discard(seen)
        agreed(cursor, seen.receipt)
        return seen

    return store.write(work) if keep else store.rehearse(work)


def _written(
    cursor: Cursor,
    package: Package,
    rows: Received,
    content: bytes,
    file: str,
    options: Options,
    trusted: Sequence[str],
) -> Seen:
    about = package.manifest
    places, unit = _unit(cursor, about, options)
    own, another = trust.state(cursor, unit, about.key)
    reading = _reading(about, rows, content, file)
    if sql.run(cursor, "same_package", "write", sha256=reading.sha256).fetchall():
        return Seen(receipt_of(reading, "unchanged"), about, own, another)
    new = NewImport.begun(cursor, places)
    _store(new, unit, about, rows, reading, content, options)
    if not own and any(signing.is_named(about.key, said) for said in trusted):
        trust.record(cursor, unit, about.key)
        own = True
    reading = replace(reading, findings=_taken(cursor, new.import_id, about))
    import_log.log_findings(new, reading)
    label = places.label(unit)
    scopes = ((PACKAGE.name, label, about.year),)
    receipt = replace(receipt_of(reading, "imported"), import_id=new.import_id, scopes=scopes)
    return Seen(receipt, about, own, another)


def _unit(cursor: Cursor, about: Manifest, options: Options) -> tuple[Places, str]:
    """The unit that the package is of, made if it is new; --unit decides between namesakes."""
    places = Places.of(cursor)
    if options.unit and (known := sql.unit_named(cursor, options.unit)):
        return places, known
    spot = Spot(about.told if about.above else "", about.year, options.unit)
    try:
        return places, places.unit(about.name, "commune", spot=spot)
    except AmbiguousName as error:
        labels = "; ".join(error.labels)
        raise DashboardError("package_unit_unclear", unit=about.name, units=labels) from None


def _reading(about: Manifest, rows: Received, content: bytes, file: str) -> Reading:
    records: list[Any] = list(rows.figures)
    sheet = SheetReading(
        FIGURES, PACKAGE.name, about.year, about.name, about.simulated, records=records
    )
    return Reading(file, appending.sha256(content), sheets=[sheet])


def _store(
    new: NewImport,
    unit: str,
    about: Manifest,
    rows: Received,
    reading: Reading,
    content: bytes,
    options: Options,
) -> None:
    import_log.log_import(new, reading, replace(options, year=None), complete=False)
    new.append("unit", [table_rows.unit(place) for place in new.places.added])
    new.append("unit_row", table_rows.learned(new.import_id, new.places.learned))
    number = {"import_id": new.import_id}
    new.append("package", [{**number, **_row(unit, about)}])
    columns = dict(zip(_FIGURE, map(list, zip(*rows.figures, strict=True)), strict=True))
    count = len(rows.figures)
    where: dict[str, list[object]] = {
        "import_id": [new.import_id] * count,
        "position": list(range(count)),
    }
    appending.append(new.cursor, "package_figure", {**where, **columns})
    new.append("package_score", [{**number, **row} for row in rows.scores])
    new.append("package_completion", [{**number, **row} for row in rows.completion])
    new.append("package_change", [{**number, **row} for row in rows.changes])
    scope = {"kind": PACKAGE.name, "unit": unit, "year": about.year}
    new.append("import_scope", [{**number, **scope}])
    import_log.log_file(new, reading, content)
    import_log.log_sheets(new, reading)


_FIGURE = ("query", "params", "key", "column", "value")


def _row(unit: str, about: Manifest) -> dict[str, object]:
    same = ("year", "period", "as_of", "closing", "program")
    return {
        "unit": unit,
        "sent_unit": about.unit,
        **{name: getattr(about, name) for name in same},
        "fingerprint": about.code,
        "made_at": about.made,
        "public_key": about.key,
    }


def _taken(cursor: Cursor, import_id: int, about: Manifest) -> list[Finding]:
    """What of it counts here, and what does not because files are there or another package
    holds."""
    result = sql.run(cursor, "packages")
    columns = [column[0] for column in result.description]
    rows = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    (own,) = (row for row in rows if row["import_id"] == import_id)
    said = {"unit": str(own["unit"]), "year": str(about.year), "period": about.period}
    said |= {"code": about.code, "day": f"{about.as_of:%d/%m/%Y}"}
    found = [Finding("package_of", "info", FIGURES, holes=said)]
    if own["survey"] == "files":
        found.append(Finding("package_survey_files", "warning", FIGURES, holes=said))
    if own["tasks"] == "files":
        found.append(Finding("package_tasks_files", "warning", FIGURES, holes=said))
    if "other" in (own["survey"], own["tasks"]):
        found.append(Finding("package_older", "warning", FIGURES, holes=said))
    return found
