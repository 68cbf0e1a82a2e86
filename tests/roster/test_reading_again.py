"""Importing a list twice enrols nobody twice; and the words that rosters are written in."""

from __future__ import annotations

from datetime import date

import pytest

from rules.language import Language
from rules.people import Role
from rules.roster_identity import Identity, compare, identity_of
from rules.roster_row import RosterPerson

BIRTHDAY = date(1999, 4, 5)


def mentee(name: str, department: str = "", born_on: date | None = None) -> RosterPerson:
    return RosterPerson(2, Role.MENTEE, name, department, born_on=born_on)


BORA = mentee("이보라", "세무과", BIRTHDAY)
HANEUL = mentee("최하늘", "건축과")


def test_the_same_list_again_brings_nobody_new() -> None:
    first = compare([], [BORA, HANEUL])
    assert (first.new, first.known) == ((BORA, HANEUL), ())
    again = compare([identity_of(person) for person in first.new], [BORA, HANEUL])
    assert (again.new, again.known) == ((), (BORA, HANEUL))


def test_a_longer_list_brings_only_those_who_are_new() -> None:
    found = compare([identity_of(BORA)], [BORA, HANEUL])
    assert (found.new, found.known) == ((HANEUL,), (BORA,))


@pytest.mark.parametrize(
    ("enrolled", "listed"),
    [
        (Identity("이보라", "세무과", BIRTHDAY), mentee("이보라", "복지과", BIRTHDAY)),
        (Identity("이보라", "세무과", None), mentee("이보라", "세무과", BIRTHDAY)),
        (Identity("이보라", "세무과", BIRTHDAY), mentee("이보라", "세무과")),
        (Identity("이 보라", "세무 과", None), mentee("이보라", "세무과")),
        (Identity("👩‍💻", "", None), mentee("👩‍💻")),
    ],
)
def test_a_person_is_known_again(enrolled: Identity, listed: RosterPerson) -> None:
    assert compare([enrolled], [listed]).known == (listed,)


@pytest.mark.parametrize(
    ("enrolled", "listed"),
    [
        (Identity("이보라", "세무과", BIRTHDAY), mentee("이보라", "세무과", date(2000, 1, 1))),
        (Identity("이보라", "세무과", None), mentee("이보라", "건축과")),
        (Identity("이보라", "세무과", BIRTHDAY), mentee("이보람", "세무과", BIRTHDAY)),
        (Identity("👩‍💻", "", None), mentee("🦊")),
    ],
)
def test_a_namesake_is_somebody_else(enrolled: Identity, listed: RosterPerson) -> None:
    assert compare([enrolled], [listed]).new == (listed,)


def test_both_tiers_are_mentors_and_mentees_are_not() -> None:
    assert [role.is_mentor for role in (Role.LEAD, Role.MENTOR, Role.MENTEE)] == [True, True, False]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("ko", Language.KO),
        ("en", Language.EN),
        ("en-GB", Language.EN),
        ("EN_us", Language.EN),
        ("enm", Language.KO),
        ("ja", Language.KO),
        ("", Language.KO),
        (None, Language.KO),
    ],
)
def test_english_phones_hear_english_and_all_others_korean(
    code: str | None, language: Language
) -> None:
    assert Language.of(code) is language
