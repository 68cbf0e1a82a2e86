"""Listings of people: the roster as it stands, the groups, and whom nobody has heard of."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Subquery, case, func, select

from rules.people import Role
from rules.question import QuestionState
from rules.report import Silent
from storage.chats import chats
from storage.checkins import checkins
from storage.columns import as_value
from storage.days import days
from storage.door import Reading
from storage.groups import groups
from storage.members import members
from storage.people import people
from storage.questions import answers, questions
from storage.reports_shape import Scope, held
from storage.summaries import summaries

_rank = case({role.value: at for at, role in enumerate(Role)}, value=members.c.role)
_by_name = questions.c.named & (questions.c.state != QuestionState.UNPOSTED.value)


def people_query(scope: Scope) -> Select[Any]:
    """Everybody in roster order, with what they have left with the bot."""
    left = _left_by_members()
    query = (
        select(
            people.c.name,
            members.c.role,
            groups.c.number.label("group"),
            members.c.department,
            members.c.job_series,
            members.c.grade,
            people.c.registered_at,
            people.c.reachable,
            *(func.coalesce(each.c.n, 0).label(each.name) for each in left),
        )
        .join_from(members, people, members.c.person_id == people.c.id)
        .outerjoin(groups, members.c.group_id == groups.c.id)
        .where(members.c.programme_id == scope.programme_id)
    )
    for each in left:
        query = query.outerjoin(each, each.c.member_id == members.c.id)
    return query.order_by(members.c.id)


def _left_by_members() -> Sequence[Subquery]:
    asker = questions.c.asker_id.label("member_id")
    counts = {
        "checkins": select(checkins.c.member_id, func.count().label("n")),
        "questions": select(asker, func.count().label("n")).where(_by_name),
        "answers": select(answers.c.member_id, func.count().label("n")),
        "summaries": select(summaries.c.member_id, func.count().label("n")),
    }
    return [
        query.group_by(query.selected_columns.member_id).subquery(name)
        for name, query in counts.items()
    ]


def groups_query(scope: Scope) -> Select[Any]:
    """The groups with their members, mentors first."""
    return (
        select(
            groups.c.number.label("group"),
            members.c.role,
            people.c.name,
            members.c.department,
            members.c.job_series,
            members.c.grade,
            chats.c.state.label("chat_state"),
        )
        .join_from(groups, members, members.c.group_id == groups.c.id)
        .join(people, members.c.person_id == people.c.id)
        .outerjoin(chats, chats.c.group_id == groups.c.id)
        .where(groups.c.programme_id == scope.programme_id)
        .order_by(groups.c.number, _rank, members.c.id)
    )


async def silent(db: Reading, scope: Scope) -> Sequence[Silent]:
    """Registered members whose group has met and who have left nothing, by group and name."""
    met = members.c.group_id.in_(select(days.c.group_id).where(held(scope.now)))
    # Each of these is listed once, where a look per member would go through a whole table.
    spoke = (
        select(checkins.c.member_id),
        select(questions.c.asker_id).where(_by_name),
        select(answers.c.member_id),
        select(summaries.c.member_id),
    )
    query = (
        select(people.c.name, groups.c.number.label("group"))
        .join_from(members, people, members.c.person_id == people.c.id)
        .join(groups, members.c.group_id == groups.c.id)
        .where(members.c.programme_id == scope.programme_id, people.c.registered_at.is_not(None))
        .where(met, *(members.c.id.not_in(each) for each in spoke))
        .order_by(groups.c.number, people.c.name)
    )
    return [as_value(Silent, row) for row in await db.all(query)]
