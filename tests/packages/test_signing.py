"""The key of a store: made once, for its owner only; its short form is read over the telephone."""

import os
import stat

import pytest

from dashboard.errors import DashboardError
from dashboard.packages import signing


def test_key_is_made_once_and_is_its_owner_s_alone(tmp_path):
    first = signing.own_key(tmp_path)
    assert signing.own_key(tmp_path).public == first.public
    assert os.listdir(tmp_path) == [signing.FILE]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / signing.FILE).stat().st_mode) == 0o600


def test_signature_is_of_these_bytes_by_this_key(tmp_path):
    (tmp_path / "b").mkdir()
    own, other = signing.own_key(tmp_path), signing.own_key(tmp_path / "b")
    signature = own.sign(b"figures")
    assert signature == own.sign(b"figures")
    assert signing.holds(own.public, signature, b"figures")
    assert not signing.holds(own.public, signature, b"figurez")
    assert not signing.holds(other.public, signature, b"figures")
    assert not signing.holds("", signature, b"figures")


def test_key_is_named_by_its_short_or_its_whole_form():
    public = "ab" * 32
    short = signing.short(public)
    assert short == "9A2D-B2E2-3F15-04CD"  # sha256sum of 32 bytes ab
    assert signing.is_named(public, short) and signing.is_named(public, public)
    assert signing.is_named(public, short.lower().replace("-", " "))
    assert not signing.is_named(public, short[:-1]) and not signing.is_named(public, "")


@pytest.mark.parametrize("written", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAA\n"])
def test_file_that_is_no_key_is_not_replaced(tmp_path, written):
    (tmp_path / signing.FILE).write_bytes(written)
    with pytest.raises(DashboardError) as caught:
        signing.own_key(tmp_path)
    assert caught.value.code == "key_unreadable"
    assert (tmp_path / signing.FILE).read_bytes() == written
