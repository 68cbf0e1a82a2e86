"""Korean particles that fit the word before them: 멘토는, 담당자는, 멘토링은.

The choice depends on how the word is read aloud: after a final consonant 은, after a
vowel 는. For words not written in Hangul the usual Korean reading is followed; where no
reading is known the written convention for both, 은(는), is the honest answer.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import Final

PAIRS: Final = frozenset(
    {
        "은/는",
        "이/가",
        "을/를",
        "과/와",
        "으로/로",
        "아/야",
        "이에요/예요",
        "이라/라",
        "이나/나",
        "이랑/랑",
    }
)
"""Pairs as they are written in texts: the form after a consonant comes first."""

TAIL: Final = 64
"""Only so many last characters of a word are looked at: names and titles are shorter."""


class Ending(Enum):
    """How a word ends when it is read aloud."""

    VOWEL = auto()
    RIEUL = auto()
    CONSONANT = auto()
    UNKNOWN = auto()


_V, _R, _C = Ending.VOWEL, Ending.RIEUL, Ending.CONSONANT
# 영 일 이 삼 사 오 육 칠 팔 구
_DIGITS: Final = dict(zip("0123456789", (_C, _R, _V, _C, _V, _V, _C, _R, _R, _V), strict=True))
# 엘 엠 엔 알: the letters whose Korean names end in a consonant
_LETTERS: Final = {"L": _R, "M": _C, "N": _C, "R": _R}
_TRILLIONS: Final = re.compile(r"(?<!\d)[1-9]\d*?0{12,15}$")  # 조, the one great unit in a vowel
_ASIDE: Final = re.compile(r"[(\[][^()\[\]]*[)\]]\W*$")
_VOWEL_THEN_STOP: Final = re.compile(r"[AEIOUY](?:[BCKPT]|CK)$")


def particle(word: str, pair: str) -> str:
    """Return the half of `pair` (one of `PAIRS`) that fits after `word`; without the word.

    Brackets, quotes, emoji and punctuation at the end are not read. A pair that isn't in
    `PAIRS` raises `ValueError`: it is a slip in a text, not something a person can cause.
    """
    if pair not in PAIRS:
        raise ValueError(f"{pair!r} is not a pair of particles known here")
    after_consonant, after_vowel = pair.split("/")
    match ending(word):
        case Ending.UNKNOWN:
            return _both(after_consonant, after_vowel)
        case Ending.RIEUL if after_consonant.startswith("으"):
            return after_vowel
        case Ending.VOWEL:
            return after_vowel
        case _:
            return after_consonant


def ending(word: str) -> Ending:
    """Tell how `word` ends when a Korean reads it aloud."""
    spoken = _spoken(word)
    if not spoken:
        return Ending.UNKNOWN
    last = spoken[-1]
    if "가" <= last <= "힣":
        return _of_final((ord(last) - ord("가")) % 28, rieul=8)
    if last == "%":
        return Ending.VOWEL  # 퍼센트
    if last in _DIGITS:
        return _of_number(spoken)
    if last.isascii():
        return _of_latin(spoken)
    return _of_jamo_or_kana(last)


def _spoken(word: str) -> str:
    """Fold widths and accents away, and cut the end back to the last thing that is read."""
    # Only the tail is looked at, before and after folding: one character may unfold to 18.
    folded = unicodedata.normalize("NFKC", word[-TAIL:])[-TAIL:]
    whole = _cut(folded)
    # What stands in brackets is not read: 홍길동(총무과)은, not 는.
    return _cut(_ASIDE.sub("", folded)) or whole


def _cut(text: str) -> str:
    end = len(text)
    while end and not _is_read(text[end - 1]):
        end -= 1
    return text[:end]


def _is_read(char: str) -> bool:
    # Modifier letters and combining marks (Lm, Mn) are no sounds of their own.
    return char == "%" or unicodedata.category(char) in {"Lo", "Ll", "Lu", "Lt", "Nd"}


def _of_final(index: int, *, rieul: int) -> Ending:
    if index == 0:
        return Ending.VOWEL
    return Ending.RIEUL if index == rieul else Ending.CONSONANT


def _of_number(spoken: str) -> Ending:
    if _TRILLIONS.search(spoken.replace(",", "")):
        return Ending.VOWEL
    return _DIGITS[spoken[-1]]


def _of_latin(spoken: str) -> Ending:
    """Read capitals letter by letter (HR: 에이치알) and anything else as a word (Kim: 킴)."""
    run = re.split(r"[^A-Za-z]", spoken)[-1]
    if run.isupper() or len(run) == 1:
        return _LETTERS.get(run[-1].upper(), Ending.VOWEL)
    return _of_latin_word(run.upper())


def _of_latin_word(run: str) -> Ending:
    if run.endswith(("L", "LE")):
        return Ending.RIEUL
    if run.endswith(("M", "N", "NG", "ME", "NE")) or _VOWEL_THEN_STOP.search(run):
        return Ending.CONSONANT
    return Ending.VOWEL


def _of_jamo_or_kana(last: str) -> Ending:
    if "\u1100" <= last <= "\u1112":  # a lone ㄱ is read 기역; ㄹ is 리을
        return Ending.RIEUL if last == "\u1105" else Ending.CONSONANT
    if "\u1161" <= last <= "\u1175":
        return Ending.VOWEL
    if last in "んン":
        return Ending.CONSONANT
    if "\u3041" <= last <= "\u30fa":
        return Ending.VOWEL
    base = unicodedata.normalize("NFD", last)[0]
    return _of_latin(base) if base.isascii() else Ending.UNKNOWN


def _both(after_consonant: str, after_vowel: str) -> str:
    if after_consonant.endswith(after_vowel):
        return f"({after_consonant.removesuffix(after_vowel)}){after_vowel}"
    return f"{after_consonant}({after_vowel})"
