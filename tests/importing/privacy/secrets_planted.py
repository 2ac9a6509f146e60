"""Made-up people: names of the shape that Vietnamese names have, numbers that nobody has.

No list of real names: the given name is a syllable of random parts that no word of an office is.
"""

import random
import unicodedata
from dataclasses import dataclass, field

_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương")
_MIDDLES = ("Văn", "Thị", "Đình", "Ngọc", "Hữu")
_ONSETS = ("Kh", "Tr", "Ph", "Nh", "Ch", "Thr", "Xh", "Gh", "Ngh", "Kr", "Dh", "Bl")
_VOWELS = ("uyễ", "oằ", "uyế", "oẵ", "iễu", "ượ", "oắ", "uề", "ưỡ", "iệu", "oẹ", "uỵ")
_CODAS = ("nght", "cht", "nhc", "ngk", "chp", "mht")
_GIVEN = [o + v + c for o in _ONSETS for v in _VOWELS for c in _CODAS]
random.Random(7).shuffle(_GIVEN)
_unused = iter(_GIVEN)  # no two people of all files share one


@dataclass
class Secrets:
    """What is planted in one file; all that is given out must be found nowhere afterwards."""

    seed: str
    given: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._draw = random.Random(self.seed)

    def person(self) -> str:
        """A name; its last word alone must not be found either."""
        last = next(_unused)
        self.given.append(last)
        return f"{self._draw.choice(_SURNAMES)} {self._draw.choice(_MIDDLES)} {last}"

    def mark(self) -> str:
        """A text of no known shape: what is said in a note."""
        word = "".join(self._draw.choice("qwxzkjv") for _ in range(9))
        self.given.append(word)
        return word

    def phone(self) -> str:
        """A number of ten digits."""
        digits = f"09{self._draw.randrange(10**8):08d}"
        self.given.append(digits[1:])
        return digits

    def identity(self) -> str:
        """A number of twelve digits."""
        digits = f"03{self._draw.randrange(10**10):010d}"
        self.given.append(digits[1:])
        return digits

    def mail(self) -> str:
        """An address of mail."""
        return f"{self.mark()}@example.vn"

    def spelled(self) -> list[bytes]:
        """Every secret in the encodings and spellings in which a file may hold it."""
        found: dict[bytes, None] = {}
        for text in self.given:
            for form in ("NFC", "NFD"):
                for said in (text, text.lower(), text.upper(), plain(text), plain(text).lower()):
                    same = unicodedata.normalize(form, said)
                    found[same.encode()] = found[same.encode("utf-16-le")] = None
        return list(found)


def plain(text: str) -> str:
    """Without accents."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
