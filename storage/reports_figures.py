"""A programme in numbers, counted by the database in one statement."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Float, Label, Select, cast, exists, func, select

from rules.day import DayState
from rules.notice import NoticeState
from rules.people import Role
from rules.programme import ChatState
from rules.question import QuestionState
from rules.report import Figures
from storage.chats import chats
from storage.checkins import checkins
from storage.columns import as_value
from storage.days import days
from storage.door import Reading
from storage.groups import groups
from storage.members import members
from storage.notices import notice_people, notices
from storage.outbox import outbox
from storage.people import people
from storage.questions import answers, questions
from storage.reports_said import carried, reached
from storage.reports_shape import Scope, held
from storage.summaries import summaries

_count = func.count()
_registered = func.count(people.c.registered_at)


async def figures(db: Reading, scope: Scope) -> Figures:
    """Count everything the report tells."""
    parts = (_of_people, _of_groups, _of_days, _of_questions, _of_notices)
    labels = [label for part in parts for label in part(scope)]
    return as_value(Figures, (await db.all(select(*labels)))[0])


def _of_people(scope: Scope) -> Iterable[Label[Any]]:
    seats = (
        select(_count)
        .join_from(members, people, members.c.person_id == people.c.id)
        .where(members.c.programme_id == scope.programme_id)
    )
    yield _as("people", seats)
    yield _as("registered", _instead(seats, _registered))
    for role in Role:
        these = seats.where(members.c.role == role.value)
        yield _as(f"{role}s", these)
        yield _as(f"{role}s_registered", _instead(these, _registered))


def _of_groups(scope: Scope) -> Iterable[Label[Any]]:
    here = groups.c.programme_id == scope.programme_id
    yield _as("groups", select(_count).select_from(groups).where(here))
    ready = select(_count).join_from(chats, groups, chats.c.group_id == groups.c.id).where(here)
    yield _as("chats_ready", ready.where(chats.c.state == ChatState.READY.value))


def _of_days(scope: Scope) -> Iterable[Label[Any]]:
    here = groups.c.programme_id == scope.programme_id
    mine = select(_count).join_from(days, groups, days.c.group_id == groups.c.id).where(here)
    planned = days.c.state == DayState.PLANNED.value
    yield _as("days_planned", mine.where(planned, ~held(scope.now)))
    yield _as("days_held", mine.where(held(scope.now)))
    yield _as("days_cancelled", mine.where(days.c.state == DayState.CANCELLED.value))
    given = mine.join(checkins, checkins.c.day_id == days.c.id)
    yield _as("checkins", given)
    yield _as("checkins_mean", _instead(given, cast(func.avg(checkins.c.score), Float)))
    asked = mine.join(members, members.c.group_id == groups.c.id)
    asked = asked.join(people, members.c.person_id == people.c.id)
    yield _as("checkins_expected", _instead(asked.where(held(scope.now)), _registered))
    yield _as("summaries", mine.join(summaries, summaries.c.day_id == days.c.id))


def _of_questions(scope: Scope) -> Iterable[Label[Any]]:
    mine = (
        select(_count)
        .join_from(questions, groups, questions.c.group_id == groups.c.id)
        .where(groups.c.programme_id == scope.programme_id)
        .where(questions.c.state != QuestionState.UNPOSTED.value)
    )
    yield _as("questions", mine)
    answered = exists().where(answers.c.question_id == questions.c.id)
    yield _as("questions_answered", mine.where(answered))
    accepted = questions.c.state == QuestionState.ACCEPTED.value
    yield _as("questions_accepted", mine.where(accepted))


def _of_notices(scope: Scope) -> Iterable[Label[Any]]:
    sent = (notices.c.programme_id == scope.programme_id) & (
        notices.c.state == NoticeState.SENT.value
    )
    yield _as("notices", select(_count).select_from(notices).where(sent))
    one_each = (
        select(_count)
        .join_from(notice_people, notices, notice_people.c.notice_id == notices.c.id)
        .outerjoin(outbox, carried())
        .where(sent)
    )
    yield _as("notices_people", one_each)
    yield _as("notices_reached", one_each.where(reached()))
    yield _as("notices_confirmed", _instead(one_each, func.count(notice_people.c.confirmed_at)))


def _instead(query: Select[Any], column: ColumnElement[Any]) -> Select[Any]:
    """The same rows, another number of them."""
    return query.with_only_columns(column, maintain_column_froms=True)


def _as(name: str, query: Select[Any]) -> Label[Any]:
    return query.scalar_subquery().label(name)
