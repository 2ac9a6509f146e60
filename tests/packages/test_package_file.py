"""A package is read only where every byte of it is as it was signed; else one sentence says why."""

import json
import random
import struct
import zipfile
from dataclasses import replace

import pytest

from dashboard.errors import DashboardError
from dashboard.packages import manifest, package_file, signing
from dashboard.packages.package_file import FIGURES, MANIFEST, SIGNATURE
from dashboard.words import words
from tests.packages.offices import entries, zipped

TRIES = 60  # places at which a byte is changed


def refusal(content: bytes) -> str:
    """Why it is refused: the code; its sentence stands in both languages."""
    with pytest.raises(DashboardError) as caught:
        package_file.opened(content)
    assert caught.value.sentence(words("vi")) and caught.value.sentence(words("en"))
    return caught.value.code


def changed(content: bytes, name: str, new: bytes | None, **more: bytes) -> bytes:
    """The package with another content of an entry (None: without it), and more entries."""
    files = entries(content) | ({name: new} if new is not None else {}) | more
    if new is None:
        del files[name]
    return zipped(files)


def resigned(content: bytes, written: bytes, key: signing.OwnKey) -> bytes:
    files = entries(content)
    files[MANIFEST] = written
    files[SIGNATURE] = bytes.fromhex(key.public) + key.sign(written)
    return zipped(files)


@pytest.fixture
def other(tmp_path) -> signing.OwnKey:
    (tmp_path / "other").mkdir()
    return signing.own_key(tmp_path / "other")


def test_whole_one_is_read(of_an):
    assert zipped(entries(of_an)) == of_an  # what the tampered ones below are made like
    package = package_file.opened(of_an)
    assert (package.manifest.name, package.manifest.period) == ("Xã An", "2023-H1")
    assert list(package.files) == [FIGURES]


def test_a_changed_byte_is_refused_wherever_it_is(of_an):
    chance = random.Random(14)
    places = [*range(40), *range(len(of_an) - 60, len(of_an))]
    places += [chance.randrange(len(of_an)) for _ in range(TRIES)]
    for place in places:
        worn = bytearray(of_an)
        worn[place] ^= 1 << chance.randrange(8)
        assert refusal(bytes(worn)).startswith("package_"), place


def test_cut_and_lengthened_ones_are_refused(of_an):
    chance = random.Random(15)
    for length in [0, 1, 30, *(chance.randrange(len(of_an)) for _ in range(20)), len(of_an) - 1]:
        assert refusal(of_an[:length]) == "package_broken", length
    assert refusal(of_an + b"x") == "package_rewritten"
    assert refusal(b"x" + of_an) == "package_rewritten"
    assert refusal(b"") == refusal(b"no zip at all") == "package_broken"


def test_what_is_edited_is_refused(of_an, other):
    files = entries(of_an)
    written, signature, figures = files[MANIFEST], files[SIGNATURE], files[FIGURES]
    key = bytes.fromhex(other.public)
    cases = {
        "figure": (changed(of_an, FIGURES, figures.replace(b"overdue", b"overdu3", 1)),
                   "package_file_changed"),
        "shorter": (changed(of_an, FIGURES, figures[:-1]), "package_file_changed"),
        "emptied": (changed(of_an, FIGURES, b""), "package_file_changed"),
        "manifest": (changed(of_an, MANIFEST, written.replace(b"An", "Ân".encode(), 1)),
                     "package_not_signed_so"),
        "space": (changed(of_an, MANIFEST, written + b" "), "package_not_signed_so"),
        "added": (changed(of_an, FIGURES, figures, **{"data/more.csv": b"1"}),
                  "package_other_files"),
        "out of the folder": (changed(of_an, FIGURES, figures, **{"../evil.sh": b"1"}),
                              "package_other_files"),
        "at the root": (changed(of_an, FIGURES, figures, **{"/etc/evil": b"1"}),
                        "package_other_files"),
        "folder": (changed(of_an, FIGURES, figures, **{"data/": b""}), "package_other_files"),
        "removed": (changed(of_an, FIGURES, None), "package_other_files"),
        "renamed": (changed(of_an, FIGURES, None, **{"data/Figures.jsonl": figures}),
                    "package_other_files"),
        "doubled": (zipped([*files.items(), (FIGURES, figures)]), "package_other_files"),
        "two manifests": (zipped([*files.items(), (MANIFEST, written)]), "package_other_files"),
        "no signature": (changed(of_an, SIGNATURE, None), "package_unsigned"),
        "no manifest": (changed(of_an, MANIFEST, None), "package_unsigned"),
        "empty signature": (changed(of_an, SIGNATURE, b""), "package_not_signed_so"),
        "cut signature": (changed(of_an, SIGNATURE, signature[:-1]), "package_not_signed_so"),
        "long signature": (changed(of_an, SIGNATURE, signature + b"\0"), "package_not_signed_so"),
        "zero signature": (changed(of_an, SIGNATURE, bytes(96)), "package_not_signed_so"),
        "another's key": (changed(of_an, SIGNATURE, key + signature[32:]), "package_not_signed_so"),
        "another signs": (resigned(of_an, written, other), "package_not_signed_so"),
        "other order": (zipped(dict(reversed(files.items()))), "package_rewritten"),
        "a comment": (of_an[:-2] + struct.pack("<H", 4) + b"evil", "package_rewritten"),
    }  # fmt: skip
    found = {name: refusal(content) for name, (content, _) in cases.items()}
    assert found == {name: code for name, (_, code) in cases.items()}


def test_packed_anew_is_refused(of_an, tmp_path):
    out = tmp_path / "anew.zip"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries(of_an).items():
            archive.writestr(name, content)
    assert refusal(out.read_bytes()) == "package_rewritten"


def test_too_many_and_too_large_are_refused_unread(of_an, monkeypatch):
    many = {f"data/{n}": b"" for n in range(300)}
    assert refusal(zipped(entries(of_an) | many)) == "package_too_large"
    monkeypatch.setattr(package_file, "LARGEST", len(of_an) - 1)
    assert refusal(of_an) == "package_too_large"


@pytest.mark.parametrize(
    "edit",
    [
        {"format": "papi-package/2"},
        {"year": "2023"},
        {"year": True},
        {"closing": -1},
        {"as_of": "31/05/2023"},
        {"name": "Xã\u202e An"},
        {"name": ""},
        {"above": [{"level": "commune", "name": "Xã B"}]},
        {"files": [{"name": "../x", "size": 1, "sha256": "0" * 64}]},
        {"code": "none"},
        {"more": 1},
    ],
)
def test_a_signed_manifest_of_another_shape_is_refused(of_an, other, edit):
    said = json.loads(entries(of_an)[MANIFEST]) | {"key": other.public} | edit
    content = resigned(of_an, json.dumps(said).encode(), other)
    assert refusal(content) == "package_other_format"


def test_manifest_reads_as_it_was_written(of_an):
    about = package_file.opened(of_an).manifest
    assert manifest.read(about.written()) == about
    assert manifest.read(replace(about, closing=2, above=()).written()).closing == 2


def test_what_is_a_package_is_told_by_its_entries(of_an, tmp_path):
    assert package_file.is_package(of_an)
    assert package_file.is_package(of_an[: len(of_an) // 2])  # cut: refused as one
    assert not package_file.is_package(zipped({"xl/workbook.xml": b"<x/>"}))
    assert not package_file.is_package(b"STT;manifest.json")
    assert package_file.read_if_package(tmp_path / "none.zip") is None


@pytest.mark.parametrize("head", [bytes(4), b"chep", b"%PDF"])
def test_a_package_whose_first_bytes_are_others_is_refused_as_a_package(of_an, tmp_path, head):
    """It was taken for a sheet, and called a file of the kind "?"."""
    damaged = head + of_an[4:]
    file = tmp_path / "goi.zip"
    file.write_bytes(damaged)
    assert package_file.read_if_package(file) == damaged
    assert refusal(damaged) == "package_broken"
