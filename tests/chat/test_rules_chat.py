"""The decisions about a group's chat, by themselves."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rules.chat import (
    Asker,
    Binding,
    Course,
    Entry,
    Record,
    Right,
    Seen,
    Standing,
    course,
    decide_binding,
    entry,
    keepers,
    read_code,
)
from rules.language import Language
from rules.people import Role
from rules.programme import ChatState, GroupChat, Member, Person, Seat

NOW = datetime(2026, 3, 2, tzinfo=UTC)
RECORD = Record(
    group_id=1,
    chat_id=-5,
    state=ChatState.BOUND,
    invite_link=None,
    missing_rights=None,
    opened_by=1,
    bound_at=NOW,
    ready_at=None,
)
LINK = "https://t.me/+abc"
READY = replace(RECORD, state=ChatState.READY, invite_link=LINK, missing_rights="", ready_at=NOW)
LOST = replace(RECORD, state=ChatState.LOST, ready_at=NOW)
ENOUGH = Standing(inside=True, rights=frozenset({Right.INVITE, Right.PIN}))
NO_PIN = Standing(inside=True, rights=frozenset({Right.INVITE}))
OUTSIDE = Standing(inside=False)
PIN_TOLD = replace(RECORD, missing_rights="can_pin_messages")

LEAD = Asker(Role.LEAD, coordinator=False, led=True)
MENTOR = Asker(Role.MENTOR, coordinator=False, led=True)
ALONE = Asker(Role.MENTOR, coordinator=False, led=False)
MENTEE = Asker(Role.MENTEE, coordinator=False, led=True)
COORDINATOR = Asker(None, coordinator=True, led=True)
NOBODY = Asker(None, coordinator=False, led=True)


@pytest.mark.parametrize(
    ("asker", "may_open", "may_bind", "belongs"),
    [
        (LEAD, True, True, True),
        (MENTOR, False, True, True),
        (ALONE, True, True, True),
        (MENTEE, False, False, True),
        (COORDINATOR, True, True, True),
        (NOBODY, False, False, False),
    ],
)
def test_who_may_open_and_who_may_use_the_code(
    asker: Asker, may_open: bool, may_bind: bool, belongs: bool
) -> None:
    assert (asker.may_open, asker.may_bind, asker.belongs) == (may_open, may_bind, belongs)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ABCD2345", "ABCD2345"),
        (" abcd-2345 ", "ABCD2345"),
        ("ABCD234", ""),
        ("ABCD23456", ""),
        ("", ""),
        ("가나다", ""),
    ],
)
def test_a_code_is_read_however_it_was_typed(typed: str, code: str) -> None:
    assert read_code(typed) == code


OTHERS = GroupChat(2, -5, ChatState.READY, None)


@pytest.mark.parametrize(
    ("asker", "own", "there", "public", "binding"),
    [
        (LEAD, None, None, False, Binding.FRESH),
        (COORDINATOR, None, None, False, Binding.FRESH),
        (NOBODY, None, None, False, Binding.NOT_YOURS),
        (LEAD, None, None, True, Binding.PUBLIC),
        (LEAD, READY, None, False, Binding.SAME),
        (LEAD, replace(READY, chat_id=-6), None, False, Binding.GROUP_TAKEN),
        (LEAD, replace(LOST, chat_id=-6), None, False, Binding.FRESH),
        (LEAD, None, OTHERS, False, Binding.CHAT_TAKEN),
    ],
)
def test_a_chat_and_a_group_are_tied_only_if_both_are_free(
    asker: Asker, own: Record | None, there: GroupChat | None, public: bool, binding: Binding
) -> None:
    assert decide_binding(asker, -5, own=own, there=there, public=public) is binding


@pytest.mark.parametrize(
    ("chat", "standing", "seen", "expected"),
    [
        (RECORD, ENOUGH, Seen.EVENT, Course.MAKE),
        (RECORD, ENOUGH, Seen.LOOK, Course.MAKE),
        (replace(RECORD, missing_rights=""), ENOUGH, Seen.LOOK, Course.NOTHING),
        (replace(RECORD, missing_rights=""), ENOUGH, Seen.ASKED, Course.MAKE),
        (READY, ENOUGH, Seen.EVENT, Course.NOTHING),
        (READY, ENOUGH, Seen.ASKED, Course.FINE),
        (replace(READY, state=ChatState.BOUND), ENOUGH, Seen.EVENT, Course.REOPEN),
        (replace(READY, invite_link=None, missing_rights=None), ENOUGH, Seen.LOOK, Course.MAKE),
        (LOST, ENOUGH, Seen.EVENT, Course.MAKE),
        (RECORD, NO_PIN, Seen.EVENT, Course.NOTHING),
        (RECORD, NO_PIN, Seen.LOOK, Course.SHORT),
        (RECORD, NO_PIN, Seen.ASKED, Course.SHORT),
        (PIN_TOLD, NO_PIN, Seen.LOOK, Course.NOTHING),
        (PIN_TOLD, NO_PIN, Seen.EVENT, Course.NOTHING),
        (PIN_TOLD, Standing(inside=True), Seen.EVENT, Course.SHORT),
        (READY, NO_PIN, Seen.EVENT, Course.SHORT),
        (LOST, NO_PIN, Seen.EVENT, Course.LOOK),
        (LOST, NO_PIN, Seen.LOOK, Course.SHORT),
        (READY, OUTSIDE, Seen.EVENT, Course.LOST),
        (LOST, OUTSIDE, Seen.EVENT, Course.NOTHING),
        (LOST, OUTSIDE, Seen.ASKED, Course.LOST),
    ],
)
def test_what_follows_from_the_bots_standing(
    chat: Record, standing: Standing, seen: Seen, expected: Course
) -> None:
    assert course(chat, standing, seen) is expected


def someone(number: int, role: Role, *, registered: bool = True, group: int = 1) -> Seat:
    person = Person(
        id=number,
        office_id=1,
        name=f"{number}",
        user_id=number,
        language=Language.KO,
        coordinator=False,
        reachable=True,
        consented_at=None,
        registered_at=NOW if registered else None,
    )
    return Seat(
        person,
        Member(
            id=number,
            programme_id=1,
            person_id=number,
            role=role,
            department="",
            job_series="",
            grade="",
            born_on=None,
            appointed_on=None,
            interests="",
            group_id=group,
        ),
    )


def test_exactly_the_registered_people_of_the_group_come_in() -> None:
    mine, early = someone(1, Role.MENTEE), someone(2, Role.MENTEE, registered=False)
    other = someone(3, Role.MENTEE, group=2)
    assert entry(mine.person, mine.member, 1) is Entry.WELCOME
    assert entry(early.person, early.member, 1) is Entry.UNREGISTERED
    assert entry(other.person, other.member, 1) is Entry.ELSEWHERE
    assert entry(mine.person, None, 1) is Entry.ELSEWHERE
    assert entry(None, None, 1) is Entry.STRANGER


def test_the_lead_keeps_the_chat_else_a_mentor_and_whoever_opened_it_too() -> None:
    lead, mentor, mentee = (someone(n, r) for n, r in enumerate(Role, 1))
    assert keepers([lead, mentor, mentee], None) == [lead.person]
    assert keepers([mentor, mentee], None) == [mentor.person]
    assert keepers([lead, mentor], lead.person) == [lead.person]
    assert keepers([lead, mentor], mentor.person) == [lead.person, mentor.person]
