"""`days plan` and `checkins open`: a mentoring day in a script's hands."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Table, select, update

from bot.clock import SystemClock
from rules.people import Role
from storage.days import days
from storage.due import due_rows
from storage.groups import groups
from storage.members import members
from storage.offices import ensure_office, ensure_programme
from storage.outbox import outbox
from storage.people import people
from tests.cli.conftest import Shell

LONG_AGO = datetime(2026, 1, 5, tzinfo=UTC)
CAST = (("박대표", Role.LEAD), ("김하늘", Role.MENTEE))


@pytest.fixture
async def groups_shell(shell: Shell) -> Shell:
    """A shell whose database holds groups 1 and 2, of one lead mentor and one mentee each."""
    assert (await shell.run("db", "upgrade")).exit_code == 0
    store = shell.store()
    async with store.writing() as db:
        own = {"name": "우리 기관", "zone": "Asia/Seoul", "language": "ko", "contact": ""}
        office_id = await ensure_office(db, **own)
        programme = await ensure_programme(db, office_id, "2026", LONG_AGO)
        for number in (1, 2):
            row = {"programme_id": programme.id, "number": number, "formed_at": LONG_AGO}
            group_id = await db.add(groups, **row)
            for place, (name, role) in enumerate(CAST):
                person = {"office_id": office_id, "name": name, "user_id": number * 10 + place}
                since = {"registered_at": LONG_AGO, "created_at": LONG_AGO, "language": "ko"}
                person_id = await db.add(people, **person, **since)
                about = dict.fromkeys(("department", "job_series", "grade", "interests"), "")
                ids = {"programme_id": programme.id, "person_id": person_id, "group_id": group_id}
                await db.add(members, role=role.value, **ids, **about)
    await store.close()
    return shell


async def rows(shell: Shell, table: Table) -> Sequence[Any]:
    store = shell.store()
    async with store.reading() as db:
        found = await db.all(select(table).order_by(*table.primary_key))
    await store.close()
    return found


async def test_a_day_is_planned_for_the_running_bot_to_tell(groups_shell: Shell) -> None:
    done = await groups_shell.run("days", "plan", "1", "내일 18:30", "--place", "구청 앞")
    assert done.exit_code == 0
    number, at, place = done.stdout.rstrip("\n").split("\t")
    assert (number, at[10:], place) == ("1", "T18:30+09:00", "구청 앞")
    (day,) = await rows(groups_shell, days)
    assert (day.place, day.set_by) == ("구청 앞", None)
    said = await rows(groups_shell, outbox)
    assert len([each for each in said if each.key.startswith("day:1:0:set:")]) == 2
    assert any("담당자가 정했어요" in (each.params or "") for each in said)
    assert "checkin:1:0:ask" in {each.key for each in await rows(groups_shell, due_rows)}


async def test_the_place_may_stand_behind_the_time(groups_shell: Shell) -> None:
    done = await groups_shell.run("days", "plan", "2", "내일 저녁 7시 서울숲에서")
    assert done.stdout.rstrip("\n").endswith("T19:00+09:00\t서울숲")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("9", "내일 18:30"), "There is no group 9"),
        (("1", "sometime"), "WHEN can't be read"),
        (("1", "내일"), "WHEN has no time"),
        (("1", "2월 31일 18:30"), "no such date"),
        (("1", "2020-12-04 18:30"), "has passed"),
        (("1", "내일 18:30", "--place", "가" * 101), "up to 100 characters"),
    ],
)
async def test_what_can_not_be_planned_is_refused_with_a_sentence(
    groups_shell: Shell, words: tuple[str, ...], said: str
) -> None:
    refused = await groups_shell.run("days", "plan", *words)
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert await rows(groups_shell, days) == []


async def test_a_clash_names_the_day_in_the_way(groups_shell: Shell) -> None:
    await groups_shell.run("days", "plan", "1", "내일 18:30")
    refused = await groups_shell.run("days", "plan", "1", "내일 19:00")
    assert refused.exit_code == 2
    assert "18:30+09:00" in refused.stderr
    assert len(await rows(groups_shell, days)) == 1


async def test_an_hour_the_clocks_skip_is_refused(groups_shell: Shell) -> None:
    groups_shell.env["TODAK_OFFICE__ZONE"] = "America/New_York"
    refused = await groups_shell.run("days", "plan", "1", f"{_spring()} 02:30")
    assert refused.exit_code == 2
    assert "no such time" in refused.stderr


def _spring() -> date:
    """The second Sunday of the next March, when New York sets its clocks forward."""
    now = SystemClock().now().date()
    years = (now.year, now.year + 1)
    found = (_second_sunday(year) for year in years)
    return next(day for day in found if day > now)


def _second_sunday(year: int) -> date:
    first_of_march = date(year, 3, 1)
    return first_of_march + timedelta(days=(6 - first_of_march.weekday()) % 7 + 7)


async def test_a_holiday_is_mentioned_and_not_forbidden(groups_shell: Shell) -> None:
    today = SystemClock().now().date()
    days_off = (date(today.year + n, *day) for n in (0, 1) for day in ((3, 1), (10, 3)))
    holiday = next(day for day in days_off if day > today)
    done = await groups_shell.run("days", "plan", "1", f"{holiday} 10:00")
    assert done.exit_code == 0
    assert "is a public holiday: " in done.stderr


async def test_a_check_in_is_opened_for_the_newest_day_that_has_begun(
    groups_shell: Shell,
) -> None:
    for group in ("1", "2"):
        await groups_shell.run("days", "plan", group, "내일 18:30")
    await _began(groups_shell, day=1)
    done = await groups_shell.run("checkins", "open")
    assert done.stdout == "group\tday\tasked\tanswered\n1\t1\t2\t0\n"
    asked = [each.key for each in await rows(groups_shell, outbox) if "checkin" in each.key]
    assert len(asked) == 2
    await groups_shell.run("checkins", "open", "--group", "1")
    again = [each.key for each in await rows(groups_shell, outbox) if "checkin" in each.key]
    assert again == asked
    refused = await groups_shell.run("checkins", "open", "--group", "2")
    assert refused.exit_code == 2
    assert "No mentoring day of group 2" in refused.stderr


async def _began(shell: Shell, day: int) -> None:
    store = shell.store()
    async with store.writing() as db:
        an_hour_ago = SystemClock().now() - timedelta(hours=1)
        await db.run(update(days).where(days.c.id == day).values(starts_at=an_hour_ago))
    await store.close()


async def test_without_a_programme_there_is_nothing_to_ask_about(shell: Shell) -> None:
    refused = await shell.run("checkins", "open")
    assert refused.exit_code == 2
    assert "There is no programme yet" in refused.stderr
