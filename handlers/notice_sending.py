"""What is done with notices, from chat and from the command line alike."""

from typing import Any

from handlers.desk import Desk
from handlers.keys import key
from handlers.notice_cards import Confirm
from rules.language import Language
from rules.notice import (
    Audience,
    Count,
    Empty,
    Notice,
    Progress,
    Sending,
    Sent,
    TooLong,
    count,
    judge_body,
    judge_sending,
    progress,
)
from storage import notices, offices
from storage.outbox import Urgency
from texts.escape import units
from texts.words import Words


async def write(
    desk: Desk, programme_id: int, audience: Audience, body: str, by: int | None
) -> Notice | Empty | TooLong:
    """Keep a draft; `by` is the coordinator's person id, None from the command line."""
    body = body.strip()
    wrong = judge_body(body, units(body))
    if wrong is not None:
        return wrong
    return await notices.write(desk.db, programme_id, audience, body, by=by, now=desk.now)


async def counted(desk: Desk, notice: Notice) -> Count:
    """How many people a notice is for, and how many of them can be written to."""
    return count(await notices.heads(desk.db, notice.programme_id), notice.audience)


async def send(desk: Desk, notice_id: int) -> Sending:
    """Send a draft of this office to everybody it is for. Repeating it changes nothing."""
    notice = await notices.by_id(desk.db, notice_id, desk.office.id)
    people = await counted(desk, notice) if notice else Count(0, 0)
    outcome = judge_sending(notice, people)
    if notice is not None and isinstance(outcome, Sent):
        await notices.mark_sent(desk.db, notice.id, desk.now)
        await notices.address(desk.db, notice)
        await _hand_out(desk, notice)
    return outcome


async def send_rest(desk: Desk, notice: Notice) -> int:
    """Send a sent notice to those who can be written to only by now; return how many."""
    return await _hand_out(desk, notice)


async def _hand_out(desk: Desk, notice: Notice) -> int:
    """Lay the calls for everybody who can be written to; one rendering per language.

    They are handed over at once, so that the progress shown in this turn counts them.
    """
    title = await title_of(desk, notice)
    post = Desk(desk.now, desk.db, desk.office, desk.terms, f"notice:{notice.id}", Urgency.BULK)
    rendered = dict[Language, dict[str, Any]]()
    recipients = await notices.ready_people(desk.db, notice.id)
    for person in recipients:
        if person.language not in rendered:
            rendered[person.language] = framed(desk, desk.words_for(person), title, notice)
        post.call(
            "sendMessage",
            person.user_id,
            rendered[person.language],
            once=notices.call_key(notice.id, person.id),
            tag=f"notice:{notice.id}",
            person_id=person.id,
        )
    await post.hand_over()
    return len(recipients)


async def title_of(desk: Desk, notice: Notice) -> str:
    """The name of the programme a notice belongs to."""
    programme = await offices.programme(desk.db, notice.programme_id)
    return programme.name if programme else desk.office.name


def framed(desk: Desk, spoken: Words, title: str, notice: Notice) -> dict[str, Any]:
    """A notice exactly as people get it: heading, text and the button to confirm."""
    keys = [[key("notice-button-confirm", Confirm(notice.id))]]
    args = {"title": title, "body": notice.body}
    return desk.message(spoken, "notice-frame", keys, None, args)


async def progress_of(desk: Desk, notice: Notice) -> Progress:
    """How far a notice came with each of its people."""
    return progress(await notices.receipts(desk.db, notice))
