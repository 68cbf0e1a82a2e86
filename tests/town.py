"""A town to test in: the whole bot on the sandbox, a database file, and a clock set by hand.

People are named and act through `sandbox.player.Player`. Nothing runs by itself: a test acts, then
lets the bot work with `await town.settle()`.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select
from telegram import Bot

from bot.app import App, build
from bot.bench import end_with_parent
from bot.settings import Settings, load
from rules.language import Language
from rules.people import Role
from rules.programme import Stage
from sandbox.player import Player
from sandbox.request import SandboxRequest
from sandbox.world import World
from storage.door import Store, Writing
from storage.groups import groups
from storage.members import members
from storage.offices import ensure_programme, first, programmes
from storage.people import people
from storage.upgrade import upgrade
from tests.circle import Circle

__all__ = ["MORNING", "SWIFT", "Circle", "Town", "WorldClock", "open_town", "swift_settings"]

MORNING = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)  # nine o'clock in Seoul, a Monday
CONSENT = "test"

# Fast and without pauses: the limits have tests of their own.
SWIFT = {
    "TODAK_DELIVERY__PER_SECOND": "1000",
    "TODAK_DELIVERY__PER_CHAT_PER_SECOND": "1000",
    "TODAK_DELIVERY__CHAT_BURST": "100",
    "TODAK_DELIVERY__PER_GROUP_PER_MINUTE": "60000",
    "TODAK_MATCHING__SECONDS": "2",
    "TODAK_TELEGRAM__POLL_TIMEOUT": "0",
    "TODAK_OFFICE__NAME": "한빛구청",
    "TODAK_OFFICE__CONTACT": "인사팀 02-000-0000",
}


@dataclass(slots=True)
class WorldClock:
    """The bot's clock in tests: the sandbox's time."""

    world: World

    def now(self) -> datetime:
        return self.world.now


@dataclass(slots=True)
class Town:
    """The bot, its database and its Telegram. Rows may be put in place directly, to begin with."""

    world: World
    app: App
    store: Store
    path: Path
    players: dict[int, Player] = field(default_factory=dict)  # by person id

    @property
    def now(self) -> datetime:
        return self.world.now

    # --- letting the bot work -------------------------------------------------------------

    async def settle(self) -> None:
        """Let the bot take in, work off and send until nothing moves any more."""
        for _ in range(200):
            if not await self._stirred():
                return
        raise AssertionError("the bot never came to rest")

    async def _stirred(self) -> bool:
        stirred = await self.app.intake.poll() > 0
        stirred = await self.app.edge.step() > 0 or stirred
        stirred = await self.app.ticks.tick() > 0 or stirred
        stirred = await self.app.bench.step() or stirred
        return await self._sent() or stirred

    async def _sent(self) -> bool:
        delivery = self.app.delivery
        await delivery.claim()
        delivery.start_ready(time.monotonic())
        going = list(delivery._going)
        if going:
            await asyncio.wait(going)
        await delivery.write_down()
        return bool(going)

    async def pass_time(self, **by: float) -> None:
        """Let time pass (`hours=2`), then let the bot work."""
        self.world.advance(timedelta(**by))
        await self.settle()

    async def until(self, moment: datetime) -> None:
        """Let time come to a moment, then let the bot work."""
        self.world.set_time(moment)
        await self.settle()

    async def restart(self) -> None:
        """Kill the bot (nothing is said farewell to) and start it anew on the same database."""
        await gone(self.app)
        self.store = Store.open(f"sqlite+aiosqlite:///{self.path}")
        self.app = await _app(self.world, self.store)
        await self.app.start()

    def lend_process(self) -> None:
        """Let slow work use the process apart of all tests, for those that do not end it."""
        self.app.bench._apart = process_apart()

    # --- what the database holds ----------------------------------------------------------

    async def rows(self, table: Table, **where: Any) -> Sequence[Any]:
        """Rows of a table whose columns have these values, by primary key."""
        query = select(table).order_by(*table.primary_key)
        for name, value in where.items():
            query = query.where(table.c[name] == value)
        async with self.store.reading() as db:
            return await db.all(query)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Writing]:
        async with self.store.writing() as db:
            yield db

    # --- people and groups put in place ---------------------------------------------------

    async def programme(self, name: str = "2026 토닥토닥 멘토링") -> int:
        """The programme of that name; returns its id."""
        async with self.store.writing() as db:
            office = await first(db)
            assert office
            return (await ensure_programme(db, office.id, name, self.now)).id

    async def coordinator(self, name: str = "한지우") -> Player:
        """A registered coordinator with an open private chat."""
        return (await self._person(name, Language.KO, coordinator=True))[1]

    async def resident(
        self,
        name: str,
        role: Role = Role.MENTEE,
        *,
        group_id: int | None = None,
        language: Language = Language.KO,
        **roster: Any,
    ) -> Player:
        """A registered participant of the current programme with an open private chat."""
        programme_id = await self.programme()
        person_id, player = await self._person(name, language)
        await self.enrol(person_id, programme_id, role, group_id=group_id, **roster)
        return player

    async def stranger(self, name: str = "나그네") -> Player:
        """Somebody no roster knows."""
        return self.world.person(name)

    async def enrol(self, person_id: int, programme_id: int, role: Role, **roster: Any) -> int:
        """Give a person a place in a programme; returns the member id."""
        place: dict[str, Any] = {
            "department": "행정지원과",
            "job_series": "행정",
            "grade": "9급",
            "born_on": date(1998, 5, 5),
            "appointed_on": date(2026, 1, 5),
            "interests": "",
        }
        ids = {"programme_id": programme_id, "person_id": person_id, "role": role.value}
        async with self.store.writing() as db:
            return await db.add(members, **place | ids | roster)

    async def on_roster(
        self, name: str, role: Role = Role.MENTEE, *, coordinator: bool = False
    ) -> int:
        """Somebody of the roster who has not registered yet; returns the person id."""
        programme_id = await self.programme()
        person_id = await self._row(name, Language.KO, coordinator=coordinator, user_id=None)
        if not coordinator:
            await self.enrol(person_id, programme_id, role)
        return person_id

    async def group(
        self,
        number: int = 1,
        *,
        lead: str = "박대표",
        mentor: str | None = "이중간",
        mentees: Sequence[str] = ("김하늘", "정바다"),
    ) -> Circle:
        """An approved group with registered members and no chat yet."""
        programme_id = await self.programme()
        async with self.store.writing() as db:
            row = {"programme_id": programme_id, "number": number, "formed_at": self.now}
            group_id = await db.add(groups, **row)
            await db.run(programmes.update().values(stage=Stage.RUNNING.value))
        leader = await self.resident(lead, Role.LEAD, group_id=group_id)
        second = await self.resident(mentor, Role.MENTOR, group_id=group_id) if mentor else None
        young = [await self.resident(n, Role.MENTEE, group_id=group_id) for n in mentees]
        return Circle(self, group_id, leader, second, young)

    async def _person(
        self, name: str, language: Language, *, coordinator: bool = False
    ) -> tuple[int, Player]:
        player = self.world.person(name, language_code=language.value)
        more = {"coordinator": coordinator, "user_id": player.id}
        person_id = await self._row(name, language, **more)
        self.players[person_id] = player
        player.user.started = player.user.seen_by_bot = True  # long ago
        return person_id, player

    async def _row(self, name: str, language: Language, **more: Any) -> int:
        known = more["user_id"] is not None
        since = {"consented_at": self.now, "registered_at": self.now} if known else {}
        async with self.store.writing() as db:
            office = await first(db)
            assert office
            row = {"name": name, "language": language.value, "created_at": self.now}
            return await db.add(people, office_id=office.id, **row, **more, **since)

    async def person_id(self, player: Player) -> int:
        """The person behind a player."""
        return int((await self.rows(people, user_id=player.id))[0].id)

    async def member_id(self, player: Player) -> int:
        """The newest place of the person behind a player."""
        return int((await self.rows(members, person_id=await self.person_id(player)))[-1].id)


def swift_settings(**more: str) -> Settings:
    """Settings for tests: the defaults, without waiting."""
    return load(Path("/dev/null"), SWIFT | more)


@cache
def process_apart() -> ProcessPoolExecutor:
    """One process for the slow work of all tests: starting it takes longer than the work."""
    return ProcessPoolExecutor(1, get_context("spawn"), end_with_parent)


async def gone(app: App) -> None:
    """The bot is gone; the process apart is not its own."""
    if process_apart.cache_info().currsize and app.bench._apart is process_apart():
        app.bench._apart = None
    await app.bot_gone()


async def _app(world: World, store: Store, settings: Settings | None = None) -> App:
    bot = Bot(world.token, request=SandboxRequest(world), get_updates_request=SandboxRequest(world))
    await bot.initialize()
    app = await build(settings or swift_settings(), store, bot, WorldClock(world))
    app.bench.pause = 0
    return app


_empty: list[bytes] = []


async def empty_database(folder: Path) -> bytes:
    """A database of the current shape without a row, made once per test process."""
    if not _empty:
        path = folder / "empty.db"
        store = Store.open(f"sqlite+aiosqlite:///{path}")
        await upgrade(store)
        await store.close()
        _empty.append(path.read_bytes())
    return _empty[0]


@asynccontextmanager
async def open_town(folder: Path, *, settings: Settings | None = None) -> AsyncIterator[Town]:
    """A town with an empty database of the current shape. At its end both readers must agree."""
    path, world = folder / "todak.db", World(start=MORNING)
    if not path.exists():
        path.write_bytes(await empty_database(folder))
    store = Store.open(f"sqlite+aiosqlite:///{path}")
    town = Town(world, await _app(world, store, settings), store, path)
    await town.app.start()
    await town.settle()
    try:
        yield town
        world.check()
    finally:
        await gone(town.app)
