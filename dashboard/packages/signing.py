"""The key by which a store signs its packages, and keys as people read them to each other.

Ed25519. The key is made at the first export and stays in the store's folder beside the versions,
for its owner only: it is in no version, table or package, so that copies of these carry no key.
A signature tells that a file comes from that computer unaltered; it is no legal digital signature.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.errors import DashboardError
from dashboard.store import appending, refusals

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FILE = "package-key.pem"
# What a signature is over begins with it: none of another kind of file passes as a package's.
_PURPOSE = b"papi-package/1\n"
KEY_BYTES = 32
SHORT = 16  # hexadecimal digits that people compare


def short(public: str) -> str:
    """A public key (64 hexadecimal digits) as it is read over the telephone.

    >>> short("00" * 32)
    '6668-7AAD-F862-BD77'
    """
    digits = appending.sha256(bytes.fromhex(public))[:SHORT].upper()
    return "-".join(digits[at : at + 4] for at in range(0, SHORT, 4))


def is_named(public: str, said: str) -> bool:
    """Whether a key was said by its short form, however it is typed, or by all its digits."""
    typed = "".join(letter for letter in said if letter.isalnum()).lower()
    return typed in (short(public).replace("-", "").lower(), public)


class OwnKey:
    """The key of a store's folder."""

    def __init__(self, private: "Ed25519PrivateKey"):
        self._private = private

    @property
    def public(self) -> str:
        """The public half, 64 hexadecimal digits."""
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> bytes:
        """64 bytes; of the same message always the same."""
        return self._private.sign(_PURPOSE + message)


def own_key(folder: Path) -> OwnKey:
    """The store's key, made if there is none. Raises DashboardError key_unreadable of a file that
    holds no such key, and as a folder does that can't be written to."""
    path = folder / FILE
    try:
        if not path.exists():
            _make(path)
        written = path.read_bytes()
    except OSError as error:
        raise refusals.in_writing(error, folder) or error from error
    return OwnKey(_read(written, path))


def _read(written: bytes, path: Path) -> "Ed25519PrivateKey":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    with suppress(ValueError, TypeError, UnsupportedAlgorithm):
        private = load_pem_private_key(written, password=None)
        if isinstance(private, Ed25519PrivateKey):
            return private
    raise DashboardError("key_unreadable", path=path)


def _make(path: Path) -> None:
    """Whole or not at all; of two who make one at once the first one's stays."""
    from cryptography.hazmat.primitives import serialization as forms
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    written = Ed25519PrivateKey.generate().private_bytes(
        forms.Encoding.PEM, forms.PrivateFormat.PKCS8, forms.NoEncryption()
    )
    new = path.with_name(f"{FILE}-{os.getpid()}")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(written)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(new, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links (FAT)
        os.replace(new, path)
    new.unlink(missing_ok=True)


def holds(public: str, signature: bytes, message: bytes) -> bool:
    """Whether the owner of the key signed the message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(signature, _PURPOSE + message)
    except (InvalidSignature, ValueError):
        return False
    return True
