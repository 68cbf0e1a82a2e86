"""Listings of what was said: questions, notices, feedback, and the calls that carried it all."""

from typing import Any

from sqlalchemy import ColumnElement, Select, String, case, cast, func, literal, or_, select

from rules.feedback import LEAST, TOPICS
from rules.notice import NoticeState
from storage.door import Reading
from storage.feedback import feedback_answers, feedback_rounds
from storage.notices import call_key, notice_people, notices
from storage.outbox import outbox
from storage.people import people
from storage.questions import asked
from storage.reports_shape import Cell, Listing, Scope

_SENT_META = ("id", "key", "method", "chat_id", "urgency", "tag", "state", "tries", "trouble")
_SENT_TIMES = ("made_at", "due_at", "expires_at", "settled_at")


async def list_questions(db: Reading, scope: Scope) -> Listing:
    """Every question with the answer that solved it; no asker where it was asked without a name."""
    columns = ("group", "asker", "body", "question_state", "asked_at", "answers")
    rows = [
        (
            *(each.group_number, each.asker, each.body, each.state.value, each.asked_at),
            *(each.answers, each.answer, each.answerer, each.accepted_at),
        )
        for each in await asked(db, scope.programme_id)
    ]
    return Listing("questions", (*columns, "answer", "answerer", "accepted_at"), rows)


def reached() -> ColumnElement[bool]:
    """Whether a notice got to one of its people, in a join of `notice_people` with `outbox`."""
    return or_(notice_people.c.confirmed_at.is_not(None), outbox.c.state == "sent")


def carried() -> ColumnElement[bool]:
    """What joins `notice_people` with the calls in `outbox`."""
    start, between = call_key(0, 0).split("0")[:2]
    notice, person = (cast(notice_people.c[n], String) for n in ("notice_id", "person_id"))
    return outbox.c.key == literal(start) + notice + literal(between) + person


def notices_query(scope: Scope) -> Select[Any]:
    """Every notice that was sent, and how far it got."""
    return (
        select(
            notices.c.sent_at,
            notices.c.audience,
            notices.c.body,
            people.c.name.label("writer"),
            func.count(notice_people.c.person_id).label("people"),
            func.count().filter(reached()).label("reached"),
            func.count(notice_people.c.confirmed_at).label("confirmed"),
        )
        .join_from(notices, notice_people, notice_people.c.notice_id == notices.c.id, isouter=True)
        .outerjoin(outbox, carried())
        .outerjoin(people, notices.c.written_by == people.c.id)
        .where(notices.c.programme_id == scope.programme_id)
        .where(notices.c.state == NoticeState.SENT.value)
        .group_by(notices.c.id, people.c.name)
        .order_by(notices.c.id)
    )


async def list_feedback(db: Reading, scope: Scope) -> Listing:
    """The sheets of closed rounds with enough of them, in no order that tells anything."""
    sheets = feedback_answers.c
    enough = select(sheets.round_id).group_by(sheets.round_id).having(func.count() >= LEAST)
    query = (
        select(feedback_rounds.c.closed_at, sheets.scores, sheets.word)
        .join_from(feedback_answers, feedback_rounds, sheets.round_id == feedback_rounds.c.id)
        .where(feedback_rounds.c.programme_id == scope.programme_id)
        .where(feedback_rounds.c.closed_at.is_not(None), sheets.round_id.in_(enough))
        .order_by(feedback_rounds.c.id, sheets.id)
    )
    rows: list[tuple[Cell, ...]] = [
        (row.closed_at, *map(int, row.scores), row.word) for row in await db.all(query)
    ]
    return Listing("feedback", ("closed_at", *TOPICS, "word"), rows)


def outbox_query(_scope: Scope) -> Select[Any]:
    """Every call of the installation: what became of it, and never what was said in it.

    Whom an answer was carried to is left out: they may have asked without a name.
    """
    secret = outbox.c.key.startswith("answer:")
    names = (*_SENT_META, *_SENT_TIMES)
    shown: dict[str, ColumnElement[Any]] = {name: outbox.c[name] for name in names}
    shown["chat_id"] = case((secret, None), else_=outbox.c.chat_id).label("chat_id")
    named = case((secret, None), else_=people.c.name).label("person")
    meta = list(shown.values())
    query = select(*meta[:4], named, *meta[4:]).join_from(
        outbox, people, outbox.c.person_id == people.c.id, isouter=True
    )
    return query.order_by(outbox.c.id)
