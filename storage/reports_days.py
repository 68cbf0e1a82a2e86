"""Listings of mentoring days, and of what members left about them."""

from typing import Any

from sqlalchemy import Float, Select, Table, case, cast, func, select

from storage.checkins import checkins
from storage.days import days
from storage.groups import groups
from storage.members import members
from storage.people import people
from storage.reports_shape import Scope, held
from storage.summaries import summaries


def days_query(scope: Scope) -> Select[Any]:
    """Every day of every group, cancelled ones too, in the order of their beginning."""
    size = select(members.c.group_id, func.count().label("n")).group_by(members.c.group_id)
    mean = cast(func.avg(checkins.c.score), Float).label("mean")
    given = select(checkins.c.day_id, func.count().label("n"), mean).group_by(checkins.c.day_id)
    sizes, marks = size.subquery("sizes"), given.subquery("marks")
    return (
        select(
            groups.c.number.label("group"),
            days.c.starts_at,
            days.c.place,
            case((held(scope.now), "held"), else_=days.c.state).label("day_state"),
            func.coalesce(sizes.c.n, 0).label("people"),
            func.coalesce(marks.c.n, 0).label("checkins"),
            marks.c.mean,
            summaries.c.written_at.label("summary_at"),
        )
        .join_from(days, groups, days.c.group_id == groups.c.id)
        .outerjoin(sizes, sizes.c.group_id == groups.c.id)
        .outerjoin(marks, marks.c.day_id == days.c.id)
        .outerjoin(summaries, summaries.c.day_id == days.c.id)
        .where(groups.c.programme_id == scope.programme_id)
        .order_by(days.c.starts_at, groups.c.number)
    )


def checkins_query(scope: Scope) -> Select[Any]:
    """Every check-in."""
    return _left_about_days(scope, checkins, "score", "word", "tapped_at")


def summaries_query(scope: Scope) -> Select[Any]:
    """Every meeting summary."""
    return _left_about_days(scope, summaries, "body", "written_at")


def _left_about_days(scope: Scope, table: Table, *columns: str) -> Select[Any]:
    return (
        select(
            groups.c.number.label("group"),
            days.c.starts_at,
            days.c.place,
            people.c.name,
            members.c.role,
            *(table.c[name] for name in columns),
        )
        .join_from(table, days, table.c.day_id == days.c.id)
        .join(groups, days.c.group_id == groups.c.id)
        .join(members, table.c.member_id == members.c.id)
        .join(people, members.c.person_id == people.c.id)
        .where(groups.c.programme_id == scope.programme_id)
        .order_by(days.c.starts_at, groups.c.number, members.c.id)
    )
