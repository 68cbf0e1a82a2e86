"""Particles as Koreans say them after names, numbers, foreign words and decorations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.particles import PAIRS, Ending, ending, particle

SAID = [
    # Hangul
    ("멘토", "은/는", "는"),
    ("멘토링", "은/는", "은"),
    ("김하늘", "이/가", "이"),
    ("박서우", "이/가", "가"),
    ("활동일지", "을/를", "를"),
    ("공지", "과/와", "와"),
    ("질문방", "과/와", "과"),
    ("하늘", "아/야", "아"),
    ("서우", "아/야", "야"),
    ("담당자", "이에요/예요", "예요"),
    ("팀장", "이에요/예요", "이에요"),
    ("서울", "이라/라", "이라"),
    ("중랑구", "이라/라", "라"),
    ("책", "이나/나", "이나"),
    ("언니", "이랑/랑", "랑"),
    # the ㄹ exception belongs to 으로/로 alone
    ("서울", "으로/로", "로"),
    ("부산", "으로/로", "으로"),
    ("대구", "으로/로", "로"),
    ("서울", "을/를", "을"),
    # digits, as they are read
    ("0", "은/는", "은"),
    ("1", "으로/로", "로"),
    ("2", "이/가", "가"),
    ("3", "이/가", "이"),
    ("4", "을/를", "를"),
    ("5", "을/를", "를"),
    ("6", "으로/로", "으로"),
    ("7", "으로/로", "로"),
    ("8", "과/와", "과"),
    ("9", "과/와", "와"),
    ("10", "이/가", "이"),
    ("10,000", "이/가", "이"),
    ("1,000,000,000,000", "이/가", "가"),
    ("92%", "을/를", "를"),
    # capitals are read letter by letter
    ("URL", "으로/로", "로"),
    ("PM", "은/는", "은"),
    ("ON", "을/를", "을"),
    ("HR", "은/는", "은"),
    ("PDF", "을/를", "를"),
    ("A", "이/가", "가"),
    ("l", "을/를", "을"),
    # other Latin words are read as words
    ("Kim", "이/가", "이"),
    ("Park", "이/가", "가"),
    ("Peter", "이/가", "가"),
    ("Ming", "은/는", "은"),
    ("Google", "으로/로", "로"),
    ("Excel", "을/를", "을"),
    ("Jane", "이/가", "이"),
    ("Slack", "을/를", "을"),
    ("Bot", "이/가", "이"),
    ("René", "은/는", "는"),
    ("É", "은/는", "는"),
    # what isn't read at the end
    ("「공지」", "은/는", "는"),
    ("'질문방'", "은/는", "은"),
    ("박서우(총무과)", "은/는", "는"),
    ("김하늘 [3조]", "은/는", "은"),
    ("(총무과)", "은/는", "는"),
    ("김하늘🎉👍🏽", "이/가", "이"),
    ("서우...!", "이/가", "가"),
    ("서우️⃣ ", "이/가", "가"),
    # other ways to write the same
    ("김하늘", "이/가", "이"),
    ("３", "이/가", "이"),
    ("ㅋㅋ", "은/는", "은"),
    ("ㄹ", "으로/로", "로"),
    ("ㅠ", "은/는", "는"),
    ("さん", "은/는", "은"),
    ("ケア", "은/는", "는"),
    # no reading known: both, as it is written by hand
    ("中浪", "은/는", "은(는)"),
    ("😀", "이/가", "이(가)"),
    ("", "으로/로", "(으)로"),
    ("…", "이에요/예요", "이에요(예요)"),
]


@pytest.mark.parametrize(("word", "pair", "expected"), SAID)
def test_a_particle_fits_the_word_as_it_is_read(word: str, pair: str, expected: str) -> None:
    assert particle(word, pair) == expected


def test_a_pair_nobody_writes_is_refused() -> None:
    with pytest.raises(ValueError, match="는/은"):
        particle("멘토", "는/은")


@given(st.text(max_size=200), st.sampled_from(sorted(PAIRS)))
def test_no_name_however_odd_stops_a_sentence(word: str, pair: str) -> None:
    chosen = particle(word, pair)
    assert chosen in pair.split("/") or (ending(word) is Ending.UNKNOWN and "(" in chosen)


@given(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")))
def test_every_syllable_is_read_by_its_final_consonant(syllable: str) -> None:
    has_final = (ord(syllable) - 0xAC00) % 28 != 0
    assert particle(syllable, "은/는") == ("은" if has_final else "는")


def test_a_page_of_brackets_is_read_as_quickly_as_a_name() -> None:
    assert particle("()" * 100_000 + "서우", "은/는") == "는"
