"""Seven ways in which a file of a store gets damaged, at a place of chance."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

HOLE = 20 * 1024
Damage = Callable[[bytes, random.Random], bytes]


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def hole(content: bytes, chance: random.Random) -> bytes:
    """Zeros where there was something else."""
    while True:
        start = chance.randrange(len(content) - HOLE)
        holed = content[:start] + bytes(HOLE) + content[start + HOLE :]
        if holed != content:
            return holed


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 100])):
        changed[chance.randrange(len(changed))] ^= chance.randrange(1, 256)
    return bytes(changed)


def foreign(_: bytes, chance: random.Random) -> bytes:
    """A file of another program, a zip like every .xlsx."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", chance.randbytes(50_000))
    return file.getvalue()


KINDS: dict[str, Damage] = {
    "empty": lambda content, chance: b"",
    "cut": cut,
    "header gone": lambda content, chance: bytes(3 * 4096) + content[3 * 4096 :],
    "zeroed": lambda content, chance: bytes(len(content)),
    "hole": hole,
    "flipped": flipped,
    "foreign": foreign,
}
