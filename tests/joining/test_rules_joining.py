"""What a link means for the one who holds it."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.joining import Admission, Invite, Token, admission, hash_of, proper_name
from rules.language import Language
from rules.programme import Person

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def person(number: int, user_id: int | None = None) -> Person:
    return Person(
        id=number,
        office_id=1,
        name="김하늘",
        user_id=user_id,
        language=Language.KO,
        coordinator=False,
        reachable=True,
        consented_at=None,
        registered_at=None,
    )


HANEUL, HANEUL_INSIDE, BADA = person(1), person(1, user_id=71), person(2, user_id=72)


def invite(owner: Person = HANEUL, used_at: datetime | None = None, days: int = 30) -> Invite:
    return Invite(9, owner, NOON + timedelta(days=days), used_at)


@pytest.mark.parametrize(
    ("found", "presser", "verdict"),
    [
        (invite(), None, Admission.OPEN),
        (None, None, Admission.UNKNOWN),
        (None, BADA, Admission.UNKNOWN),
        (invite(used_at=NOON), None, Admission.USED),
        (invite(HANEUL_INSIDE), None, Admission.USED),
        (invite(days=0), None, Admission.EXPIRED),
        (invite(used_at=NOON, days=0), None, Admission.USED),
        (invite(HANEUL_INSIDE, used_at=NOON), HANEUL_INSIDE, Admission.MINE),
        (invite(HANEUL_INSIDE, days=-1), HANEUL_INSIDE, Admission.MINE),
        (invite(), BADA, Admission.NOT_MINE),
        (invite(used_at=NOON), BADA, Admission.NOT_MINE),
    ],
)
def test_a_link_means_one_thing_for_each_who_holds_it(
    found: Invite | None, presser: Person | None, verdict: Admission
) -> None:
    assert admission(found, presser, NOON) is verdict


def test_a_token_has_the_length_and_alphabet_of_those_we_make() -> None:
    assert Token("aZ09_-" * 5 + "ab") == "aZ09_-" * 5 + "ab"
    for wrong in ("", "a" * 31, "a" * 33, "a" * 31 + "!", "가" * 32, "a" * 31 + "\n"):
        with pytest.raises(ValueError, match="no token"):
            Token(wrong)


def test_what_is_kept_of_a_token_does_not_give_it_away() -> None:
    token = "a" * 32
    assert len(hash_of(token)) == 64
    assert hash_of(token) != hash_of("b" * 32)
    assert token not in hash_of(token)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  한   지우 ", "한 지우"),
        ("O'Brien & <b>", "O'Brien & <b>"),
        ("가" * 60, "가" * 60),
        ("가" * 61, None),
        (" \n\t", None),
    ],
)
def test_a_name_is_cleaned_or_refused(typed: str, name: str | None) -> None:
    assert proper_name(typed) == name
