"""Letters that only look like the ones that are meant: Ð for Đ, Cyrillic and wide letters.

What nobody can see goes, what looks the same becomes the same, and marks that were typed in
another order stand in the usual one. A word in another script stays what it is.
"""

import re
import unicodedata

# Beyond these a text is looked at: what is typed on a Vietnamese keyboard, and usual signs.
SOUND = "\t\n\r -~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–—‘’“”…•·°×÷≤≥≠→€₫½¼¾±"
LONGEST_NUMBER = 12
# Or where two letters stand that only bytes read as the wrong letters bring together.
NEXT = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_ODD = re.compile(
    f"[^{SOUND}]|[ÃĂÄÅÆ]{NEXT}|[a-z][ÃĂÄÆ]|\\d[Oo]\\d|\\d[*\\])]|[*\\]]$|\\(\\d\\d?\\)$"
)
_TELLING = re.compile("[^" + re.sub("[ÃĂ]", "", SOUND.replace(" -~", r" -)+-\[\^-~")) + "\\\\]")
_DIGIT_O = re.compile(r"\d[Oo]\d")
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_ESCAPED = re.compile(r"_x(00[01][0-9A-F]|00AD|200[B-F]|FEFF)_")  # as some programs write them
_SIGNS = str.maketrans("\u2010\u2011\u2212\u2215\u2044\u02b9", "---//'")
_WIDE = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff\ufb00-\ufb06\u2160-\u217f]+")
_STROKE = re.compile("([Dd])[\u0335-\u0338]|₫(?=[^\\W\\d_])")
_D = str.maketrans("ÐƉðɖ", "ĐĐđđ")
_MARKS = str.maketrans("\u030c\u0342", "\u0306\u0303")  # ǎ is ă, the Greek tilde a tilde
_CARON = re.compile("(?<=[Aa])\u030c|\u0342")
_TONE_FIRST = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306])")
_TWICE = re.compile("([\u0300-\u036f])\\1+")
_WORD = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_GREEK = re.compile("[α-ω]")  # letters that are signs by themselves
_LATIN = re.compile("[A-Za-zĐđ]")
_TWINS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮаеѕіјкорсухүһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυ",
    "ABESIJKMHOPCTYXYaesijkopcyxyhdqwlABEZHIKMNOPTYXaikvopu",
)
_LOOKS = str.maketrans("ɑɡıⅼ", "agil")
# A number typed with letters: 4OO, 2O23, l5/8. Never a text that begins with a capital letter.
_DIGITS = re.compile(
    r"(?=[^Ool]*[Ool])(?:\d|l(?=\d))(?:\d|[Oo](?!\w)|[Oo](?=[\dOo])|l(?=\d)|[.,/-](?=[\dOol]))*\s*%?"
)


_WITHIN = re.compile(r"(?<![^\W_])\d+(?:[Oo]+\d+)+(?![^\W_])")
_ZERO = str.maketrans("Oo", "00")


def is_plain(text: str) -> bool:
    """Whether there is nothing to look at: most texts, found out by a class of letters alone."""
    if _TELLING.search(text) or text.endswith(")"):
        return _ODD.search(text) is None
    return _DIGIT_O.search(text) is None


def without_unseen(text: str) -> str:
    """The text without what nobody can see."""
    if "_x" in text:
        text = _ESCAPED.sub(" ", text)
    return _UNSEEN.sub("", text)


def untwinned(text: str) -> str:
    """The text in the letters that are meant.

    >>> untwinned("Ðã hоàn thành"), untwinned("４０0"), untwinned("Россия")
    ('Đã hoàn thành', '400', 'Россия')
    """
    text = _WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), text)
    text = "".join(map(_digit, text)) if not text.isascii() else text
    apart = unicodedata.normalize("NFD", text.translate(_SIGNS).translate(_D).translate(_LOOKS))
    apart = _STROKE.sub(lambda d: {"D": "Đ", "d": "đ"}.get(d[1], "đ"), apart)
    apart = _CARON.sub(lambda mark: mark[0].translate(_MARKS), apart)
    apart = _TWICE.sub(r"\1", _TONE_FIRST.sub(r"\2\1", apart))
    if _FOREIGN.search(apart):
        apart = _one_script(apart)
    return unicodedata.normalize("NFC", apart)


def is_mixed(text: str) -> bool:
    """Whether a word still has letters of two scripts: what it says nobody knows."""
    words = (word[0] for word in _WORD.finditer(text)) if _FOREIGN.search(text) else ()
    return any(_FOREIGN.search(word) and _LATIN.search(word) for word in words)


def number_of_letters(text: str) -> str | None:
    """A number that was typed with O for 0 or l for 1; None where it is no such.

    >>> number_of_letters("4OO"), number_of_letters("l5/8/2O23"), number_of_letters("10")
    ('400', '15/8/2023', None)
    """
    if len(text) > LONGEST_NUMBER or not _DIGITS.fullmatch(text):
        return None
    return text.translate(str.maketrans("Ool", "001"))


def years_of_letters(text: str) -> str:
    """The text with 0 for an O between digits: "Quý II/2O23"; N2O5 is no number."""
    return _WITHIN.sub(lambda number: number[0].translate(_ZERO), text)


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


def _one_script(text: str) -> str:
    """Words that mix scripts, and single letters beside Latin words, in Latin letters."""
    words = [word[0] for word in _WORD.finditer(text)]
    foreign = [word for word in words if _FOREIGN.search(word) and not _LATIN.search(word)]
    truly = any(_FOREIGN.search(word.translate(_TWINS)) for word in foreign)

    def latin(word: re.Match[str]) -> str:
        found = word[0].translate(_TWINS)
        if _FOREIGN.search(found):
            return word[0]
        alone = len(unicodedata.normalize("NFC", found)) == 1 and not _GREEK.match(word[0])
        return found if _LATIN.search(word[0]) or (alone and not truly) else word[0]

    return _WORD.sub(latin, text)
