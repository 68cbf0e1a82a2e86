"""Rosters for the tests of groups, put in place directly."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from handlers.desk import Desk
from rules.people import Role
from sandbox.player import Player
from storage.offices import first
from tests.town import Town

LEADS = ("박대표", "오대표")
MENTORS = ("이중간", "조중간")
MENTEES = ("김하늘", "정바다", "신하나", "문별이", "강산들")
WAITING = ("안늦게",)


async def roster(town: Town, *, waiting: Sequence[str] = WAITING, **more: Any) -> dict[str, Player]:
    """Two lead mentors, two mentors and five mentees who are registered, and some who are not."""
    about: dict[str, Any] = {"department": "총무과", "interests": "독서, 등산"} | more
    roles = {Role.LEAD: LEADS, Role.MENTOR: MENTORS, Role.MENTEE: MENTEES}
    everybody = {
        name: await town.resident(name, role, **about)
        for role, names in roles.items()
        for name in names
    }
    for name in waiting:
        await town.on_roster(name)
    return everybody


async def drafted(town: Town, boss: Player) -> None:
    """Have a draft made in chat."""
    boss.say("/match")
    await town.settle()
    boss.tap("그룹 짜기 시작")
    await town.settle()


async def approved(town: Town, boss: Player) -> None:
    """Approve the draft that stands in the coordinator's chat."""
    boss.tap("이대로 확정하기")
    await town.settle()
    boss.tap("네, 확정하고 알릴게요")
    await town.settle()


def told(player: Player) -> list[str]:
    """What somebody was told of their group."""
    return [each.text for each in player.heard() if "멘토링 그룹이 정해졌어요" in each.text]


@asynccontextmanager
async def desk(town: Town) -> AsyncIterator[Desk]:
    """A desk of the office, as the command line has one."""
    async with town.writing() as db:
        office = await first(db)
        assert office
        opened = Desk(town.now, db, office, town.app.ticks.terms, "test")
        yield opened
        await opened.hand_over()
