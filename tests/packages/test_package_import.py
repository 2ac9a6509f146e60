"""A package comes into the superior's store as one import, once its key is trusted; nothing of one
that does not hold is stored."""

import json
from dataclasses import replace

import pytest

from dashboard.cli import main
from dashboard.importing.storing.undo import redo, undo
from dashboard.packages import package_file, signing
from dashboard.packages.package_file import FIGURES, MANIFEST, SIGNATURE
from dashboard.packages.package_import import import_package
from dashboard.store import sql
from tests.packages.offices import AN, DISTRICT, entries, made, zipped
from tests.seen import seen


def asked(store, name, **given):
    with store.read() as cursor:
        result = sql.run(cursor, name, **given)
        heads = [head[0] for head in result.description]
        return [dict(zip(heads, row, strict=True)) for row in result.fetchall()]


def key_of(content: bytes) -> str:
    return package_file.opened(content).manifest.key


def imported(store, content: bytes, name: str = "an.zip"):
    return import_package(store, content, name, trusted=[key_of(content)])


def codes(receipt) -> list[str]:
    return [finding.code for finding in receipt.all_findings()]


def why(receipt) -> str:
    (finding,) = receipt.findings
    assert (receipt.status, finding.code) == ("refused", "file_refused")
    return finding.holes["refused"]


def test_figures_are_asked_as_they_were_signed(store, of_an):
    receipt = imported(store, of_an)
    assert (receipt.status, codes(receipt)) == ("imported", ["package_of"])
    (row,) = asked(store, "packages")
    about = package_file.opened(of_an).manifest
    assert (row["unit"], row["period"], row["fingerprint"]) == (AN, "2023-H1", about.code)
    assert (row["survey"], row["tasks"]) == ("package", "package")
    figures = asked(store, "package_figures", unit=AN, period="2023-H1")
    sent = [json.loads(line) for line in entries(of_an)[FIGURES].decode().splitlines()]
    names = ("query", "params", "key", "column", "value")
    assert [[row[name] for name in names] for row in figures] == sent
    assert len(figures) == row["figures"] == receipt.rows_imported


def test_unit_is_known_with_what_it_lies_in(store, of_an):
    imported(store, of_an)
    rows = store_rows(store, "select unit_id, level, name, parent_id from unit order by unit_id")
    assert rows == [
        ("huyen-bac", "district", DISTRICT, None),
        ("xa-an", "commune", AN, "huyen-bac"),
    ]


def store_rows(store, statement: str) -> list[tuple]:
    with store.read() as cursor:
        return cursor.execute(statement).fetchall()


def test_unknown_key_asks_and_stores_nothing(store, of_an):
    before = store.version
    receipt = import_package(store, of_an, "an.zip")
    assert why(receipt) == "package_key_unknown"
    assert signing.short(key_of(of_an)) == receipt.findings[0].holes["short"]
    wrong = import_package(store, of_an, "an.zip", trusted=["0000-0000-0000-0000"])
    assert why(wrong) == "package_key_unknown"
    assert store.version == before and not asked(store, "imports")


def test_key_that_was_trusted_is_not_asked_again_until_it_is_withdrawn(store, both, of_an, capsys):
    imported(store, of_an)
    period = made(both, AN, period="2023-Y")
    assert import_package(store, period, "y.zip").status == "imported"
    short = signing.short(key_of(of_an))
    assert main(["key", "withdraw", short, "--unit", AN]) == 0
    other = made(both, AN, period="2022-Y")
    assert why(import_package(store, other, "z.zip")) == "package_key_unknown"
    assert main(["key", "trust", key_of(of_an), "--unit", AN, "--by", "Văn phòng"]) == 0
    assert import_package(store, other, "z.zip").status == "imported"
    assert main(["key", "list"]) == 0
    assert f"{AN}  {short}  đang tin" in capsys.readouterr().out
    assert len(store_rows(store, "select * from trusted_key")) == 3


def test_another_key_of_a_known_unit_is_said(store, both, of_an):
    imported(store, of_an)
    (both.folder / signing.FILE).unlink()
    assert why(import_package(store, made(both, AN), "an.zip")) == "package_key_other"


def test_same_bytes_twice_are_unchanged(store, of_an):
    imported(store, of_an)
    version = store.version
    assert imported(store, of_an, "again.zip").status == "unchanged"
    assert store.version == version


def test_it_is_taken_back_and_stands_again(store, of_an):
    receipt = imported(store, of_an)
    undo(store, seen(store, "import", receipt.import_id))
    assert not asked(store, "packages") and not asked(store, "unit_ranking", year=2023)
    assert not asked(store, "unit_completion", year=2023, period="2023-H1")
    redo(store, seen(store, "import", receipt.import_id))
    assert [row["unit"] for row in asked(store, "unit_ranking", year=2023)] == [AN]


def test_looked_at_it_stores_nothing(store, of_an):
    before = store.version
    receipt = import_package(store, of_an, "an.zip", trusted=[key_of(of_an)], keep=False)
    assert receipt.status == "imported" and store.version == before


def resigned(content: bytes, both, edit) -> bytes:
    """A package whose figures the sender's own key signed."""
    files = entries(content)
    files[FIGURES] = edit(files[FIGURES])
    about = package_file.opened(content).manifest
    key = signing.own_key(both.folder)
    return package_file.packed(about, {FIGURES: files[FIGURES]}, key)


@pytest.mark.parametrize(
    "edit",
    [
        lambda lines: lines + lines.splitlines(keepends=True)[0],  # a figure twice
        lambda lines: lines.replace(b'\\"xa-an\\"', b'\\"xa-b\\"', 1),
        lambda lines: lines.replace(b'\\"year\\":2022', b'\\"year\\":1922', 1),
        lambda lines: lines.replace(b'"estimate","', b'"estimate","nan', 1),
        lambda lines: lines.replace(b'"status","ok"', b'"status","sure"', 1),
        lambda lines: lines + b'["a"]\n',
        lambda lines: lines + b'{"a": 1}\n',
        lambda lines: lines + b"no json\n",
        lambda lines: lines + b'["tasks","{}","[]","task","x"]\n',
        lambda lines: lines + b"\xff\n",
        lambda lines: b"",
    ],
)
def test_signed_figures_that_are_not_sound_are_refused(store, both, of_an, edit):
    content = resigned(of_an, both, edit)
    assert content != of_an
    receipt = import_package(store, content, "an.zip", trusted=[key_of(content)])
    assert why(receipt) == "package_odd_figures"
    assert not asked(store, "imports")


def test_command_line_refuses_asks_and_imports(store, of_an, tmp_path, capsys):
    file, worn = tmp_path / "an.zip", tmp_path / "worn.zip"
    file.write_bytes(of_an)
    files = entries(of_an)
    worn.write_bytes(zipped({**files, FIGURES: files[FIGURES] + b" "}))
    short = signing.short(key_of(of_an))
    assert main(["import", str(file)]) == 1
    assert f"--trust {short}" in capsys.readouterr().out
    assert main(["import", str(worn), "--trust", short]) == 1
    assert FIGURES in capsys.readouterr().out
    assert main(["check", str(file), "--trust", short]) == 0 and not asked(store, "imports")
    capsys.readouterr()
    assert main(["import", str(file), "--trust", short, "--format", "json"]) == 0
    (said,) = json.loads(capsys.readouterr().out)["files"]
    assert (said["status"], said["sheets"][0]["kind"]) == ("imported", "package")
    assert {MANIFEST, SIGNATURE, FIGURES} == set(files)


def test_two_units_of_its_name_are_asked_about(store, of_an):
    def two(cursor) -> None:
        for place in ("Huyện Đông", "Huyện Tây"):
            cursor.execute(
                "insert into unit values ($1, 'district', $1, null), ($2, 'commune', $3, $1)",
                [place, f"{AN} {place}", AN],
            )

    store.write(two)
    about = package_file.opened(of_an)
    key = signing.own_key(store.folder)
    bare = package_file.packed(replace(about.manifest, above=()), dict(about.files), key)
    assert (
        why(import_package(store, bare, "an.zip", trusted=[key.public])) == "package_unit_unclear"
    )
    # with its district it is none of the two: a third
    assert imported(store, of_an).status == "imported"
    assert len(store_rows(store, f"select * from unit where name = '{AN}'")) == 3
