"""What is decided about notices."""

from datetime import UTC, datetime

import pytest

from rules.notice import (
    LONGEST,
    AlreadySent,
    Audience,
    Confirming,
    Count,
    Empty,
    Gone,
    Heads,
    Nobody,
    Notice,
    NoticeState,
    Reach,
    Receipt,
    Recipient,
    Sending,
    Sent,
    TooLong,
    Why,
    count,
    judge_body,
    judge_confirming,
    judge_sending,
    progress,
    reach,
    why,
)
from rules.people import Role

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HEADS = [Heads(Role.LEAD, 19, 18), Heads(Role.MENTOR, 19, 19), Heads(Role.MENTEE, 73, 60)]


def notice(state: NoticeState = NoticeState.DRAFT) -> Notice:
    return Notice(1, 1, 1, Audience.ALL, "내일 결연식이 있어요.", state, NOW, None)


def receipt(
    name: str = "김하늘",
    *,
    registered: bool = True,
    reachable: bool = True,
    unreachable_why: str | None = None,
    call: str | None = None,
    trouble: str | None = None,
    confirmed: bool = False,
) -> Receipt:
    at = NOW if confirmed else None
    return Receipt(name, "총무과", registered, reachable, unreachable_why, call, trouble, at)


@pytest.mark.parametrize(
    ("audience", "people"),
    [
        (Audience.ALL, Count(111, 97)),
        (Audience.MENTORS, Count(38, 37)),
        (Audience.MENTEES, Count(73, 60)),
    ],
)
def test_an_audience_is_counted_by_role(audience: Audience, people: Count) -> None:
    assert count(HEADS, audience) == people
    assert people.not_yet == people.everybody - people.ready


def test_a_notice_has_words_and_fits_a_message() -> None:
    assert judge_body(" \n", 2) == Empty()
    assert judge_body("내일 결연식", LONGEST) is None
    assert judge_body("내일 결연식", LONGEST + 1) == TooLong(LONGEST + 1)


@pytest.mark.parametrize(
    ("draft", "people", "outcome"),
    [
        (None, Count(3, 3), Gone()),
        (notice(NoticeState.DROPPED), Count(3, 3), Gone()),
        (notice(NoticeState.SENT), Count(3, 3), AlreadySent()),
        (notice(), Count(0, 0), Nobody()),
        (notice(), Count(3, 0), Sent(Count(3, 0))),
    ],
)
def test_a_draft_goes_out_once_and_to_somebody(
    draft: Notice | None, people: Count, outcome: Sending
) -> None:
    assert judge_sending(draft, people) == outcome


def test_only_a_recipient_confirms_and_once() -> None:
    sent = notice(NoticeState.SENT)
    assert judge_confirming(sent, Recipient(None)) == Confirming.CONFIRMED
    assert judge_confirming(sent, Recipient(NOW)) == Confirming.AGAIN
    assert judge_confirming(sent, None) == Confirming.NOT_YOURS
    assert judge_confirming(notice(), None) == Confirming.PREVIEW
    assert judge_confirming(None, None) == Confirming.NOT_YOURS


@pytest.mark.parametrize(
    ("known", "far"),
    [
        (receipt(call="sent"), Reach.DELIVERED),
        (receipt(call="waiting"), Reach.WAITING),
        (receipt(call="waiting", confirmed=True), Reach.CONFIRMED),
        (receipt(call="failed"), Reach.UNREACHED),
        (receipt(), Reach.UNREACHED),
    ],
)
def test_how_far_a_notice_came(known: Receipt, far: Reach) -> None:
    assert reach(known) == far


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        (receipt(registered=False), Why.NOT_STARTED),
        (receipt(call="failed", trouble="blocked"), Why.BLOCKED),
        (receipt(call="failed", trouble="deactivated"), Why.DEACTIVATED),
        (receipt(call="failed", trouble="never started"), Why.NOT_STARTED),
        (receipt(call="failed", trouble="refused"), Why.OTHER),
        (receipt(call="failed"), Why.OTHER),
        (receipt(reachable=False, unreachable_why="blocked"), Why.BLOCKED),
        (receipt(reachable=False), Why.OTHER),
        (receipt(), Why.LATER),
    ],
)
def test_the_reason_has_a_name(known: Receipt, reason: Why) -> None:
    assert why(known) == reason


def test_progress_adds_up() -> None:
    people = [
        receipt("김하늘", call="sent", confirmed=True),
        receipt("정바다", call="sent"),
        receipt("이중간", call="waiting"),
        receipt("박대표", call="failed", trouble="blocked"),
        receipt("최선배", registered=False),
        receipt("오새내", registered=False),
    ]
    now = progress(people)
    assert (now.got_it, len(now.waiting), now.missed, now.everybody) == (2, 1, 3, 6)
    assert [(reason, [one.name for one in some]) for reason, some in now.unreached] == [
        (Why.NOT_STARTED, ["최선배", "오새내"]),
        (Why.BLOCKED, ["박대표"]),
    ]
