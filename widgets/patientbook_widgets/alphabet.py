"""Words from A to Z: the letter a word stands under, and its place among others, whatever its case and accents."""

import re
import unicodedata

LATIN = tuple("abcdefghijklmnopqrstuvwxyz")
DIGITS = "0-9"

# Letters that Unicode does not take for a letter with an accent.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_NO_LETTER = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """`text` in lower case, without accents, every run of anything else than letters and digits one space."""
    lower = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", lower)  # to fold case can join a letter and its accent again
    plain = "".join(each for each in apart if not unicodedata.combining(each)).translate(_PLAIN)
    return _NO_LETTER.sub(" ", plain).strip()


def place_of(word: str) -> tuple[bool, str, str]:
    """What to sort words by: digits first, and words that differ in case or accents alone in one order."""
    return letter_of(word) != DIGITS, folded(word), word


def letter_of(word: str) -> str:
    """The letter that a word stands under, in lower case; `0-9` for digits, and for words without any letter."""
    first = folded(word)[:1]
    return first if first.isalpha() else DIGITS


def alphabet(letters: set[str]) -> tuple[str, ...]:
    """The letters to offer: A to Z, and before and after them others that words stand under."""
    digits = (DIGITS,) if DIGITS in letters else ()
    return (*digits, *LATIN, *sorted(letters - set(LATIN) - {DIGITS}))
