"""The streams of a compound file (.xls, .doc, a workbook with a password), by their names.

Only as much of the format as that takes; a broken file has no streams.
"""

import struct

FREE = 0xFFFFFFFA  # and above: no sector
ENTRY = 128  # bytes of an entry of the directory
SMALL = 4096  # bytes of a stream that lies in the small sectors


class Compound:
    """streams: name -> (first sector, size)."""

    def __init__(self, content: bytes):
        self.content = content
        self.streams: dict[str, tuple[int, int]] = {}
        self._fat: list[int] = []
        self._small_fat: list[int] = []
        self._small = b""
        try:
            self._open()
        except (struct.error, IndexError, ValueError):
            self.streams = {}

    def read(self, *names: str) -> bytes:
        """The first stream of these names that there is; empty without one."""
        for name in names:
            if name in self.streams:
                first, size = self.streams[name]
                if size < SMALL:
                    parts = [self._small[n * 64 : n * 64 + 64] for n in self._small_chain(first)]
                    return b"".join(parts)[:size]
                return self._chained(first)[:size]
        return b""

    def _open(self) -> None:
        (shift,) = struct.unpack_from("<H", self.content, 30)
        if shift not in (9, 12):
            raise ValueError(shift)
        self._size = 1 << shift
        directory, small_fat = (struct.unpack_from("<I", self.content, at)[0] for at in (48, 60))
        for sector in self._fat_sectors():
            self._fat += struct.unpack(f"<{self._size // 4}I", self._sector(sector))
        content = self._chained(small_fat)
        self._small_fat = list(struct.unpack(f"<{len(content) // 4}I", content))
        entries = self._chained(directory)
        for at in range(0, len(entries) - ENTRY + 1, ENTRY):
            self._entry(entries[at : at + ENTRY])

    def _entry(self, entry: bytes) -> None:
        (length,) = struct.unpack_from("<H", entry, 64)
        name = entry[: max(0, length - 2)].decode("utf-16-le", "replace")
        first, size = struct.unpack_from("<II", entry, 116)
        if entry[66] == 5:  # the root holds the small sectors
            self._small = self._chained(first)[:size]
        elif entry[66] == 2:
            self.streams.setdefault(name, (first, size))

    def _fat_sectors(self) -> list[int]:
        found = list(struct.unpack_from("<109I", self.content, 76))
        (further,) = struct.unpack_from("<I", self.content, 68)
        seen: set[int] = set()
        while further < FREE and further not in seen:
            seen.add(further)
            *more, further = struct.unpack(f"<{self._size // 4}I", self._sector(further))
            found += more
        return [sector for sector in found if sector < FREE]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self.content[start : start + self._size].ljust(self._size, b"\0")

    def _chain(self, first: int, table: list[int]) -> list[int]:
        found: list[int] = []
        seen: set[int] = set()
        while first < FREE and first not in seen and first < len(table):
            seen.add(first)
            found.append(first)
            first = table[first]
        return found

    def _small_chain(self, first: int) -> list[int]:
        return self._chain(first, self._small_fat)

    def _chained(self, first: int) -> bytes:
        return b"".join(map(self._sector, self._chain(first, self._fat)))
