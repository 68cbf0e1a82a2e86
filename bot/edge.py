"""The edge: one update, one turn, one savepoint; many turns, one transaction.

Turns are short and never wait for the network, so they run one after the other on the one writing
connection: the order per person needs no locks, and a burst costs one commit for up to 200 turns.
A turn that fails is undone alone; its lane waits for the retry while everybody else goes on.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from telegram import Update

from bot.clock import Clock
from bot.news import wait_for_news
from bot.routing import route
from bot.scene import cast_of, scene_of
from handlers.buttons import unpack
from handlers.desk import Desk, Terms
from handlers.house import House, Outcome
from handlers.turn import Turn
from rules.programme import Office
from storage import inbox, offices
from storage.door import Store, Writing
from storage.inbox import Arrival
from storage.outbox import Urgency

log = structlog.get_logger(__name__)

BATCH = 200
RETRIES = (timedelta(seconds=0.5), timedelta(seconds=3))


class Unreadable(Exception):
    """An update PTB can't parse: repeating it would not help."""


@dataclass(slots=True)
class Edge:
    """Takes inbox rows and runs them through the house."""

    store: Store
    house: House
    clock: Clock
    terms: Terms
    wake: Callable[[], None]
    beat: Callable[[], None] = lambda: None

    async def run(self, woken: asyncio.Event) -> None:
        """Work off the inbox until cancelled; looks by itself each second."""
        while True:
            while await self.step():
                self.beat()  # a long backlog is no reason to be thought stuck
            self.beat()
            woken.clear()
            await wait_for_news(woken, 1)

    async def step(self) -> int:
        """One batch in one transaction; returns how many rows were looked at."""
        async with self.store.reading() as db:
            if not await inbox.waiting(db, self.clock.now(), 1):
                return 0
        async with self.store.writing() as db:
            rows = await inbox.waiting(db, self.clock.now(), BATCH)
            office = await offices.first(db)
            if office is None:
                raise LookupError("no office: the process was started without its settings")
            await self._batch(db, office, rows)
        self.wake()
        return len(rows)

    async def _batch(self, db: Writing, office: Office, rows: Any) -> None:
        done, held = list[int](), set[int]()
        for row in rows:
            if row.lane in held:
                continue
            if await self._guarded(db, office, row):
                done.append(row.id)
            else:
                held.add(row.lane)
        await inbox.done(db, done, self.clock.now())

    async def _guarded(self, db: Writing, office: Office, row: Arrival) -> bool:
        """Run one row; on failure undo it alone and decide what becomes of it."""
        try:
            async with db.savepoint():
                await self._one(db, office, row)
        except Unreadable:
            log.error("update set aside", row=row.key, why="unreadable")
            await inbox.set_aside(db, row.id, self.clock.now(), "unreadable")
        except Exception as trouble:  # the one place that catches the unexpected
            await self._failed(db, office, row, trouble)
        else:
            return True
        return False

    async def _failed(self, db: Writing, office: Office, row: Arrival, trouble: Exception) -> None:
        now, name = self.clock.now(), type(trouble).__name__
        if row.tries == 0:
            log.error("turn failed", row=row.key, exc_info=trouble)
        if row.tries < len(RETRIES):
            await inbox.again(db, row.id, now + RETRIES[row.tries], name)
            return
        log.error("update set aside", row=row.key, why=name)
        await inbox.set_aside(db, row.id, now, name)
        try:
            async with db.savepoint():
                await self._apologise(db, office, row)
        except Exception as again:  # what broke the turn may break this too, and nobody else
            log.error("no apology", row=row.key, exc_info=again)

    async def _apologise(self, db: Writing, office: Office, row: Arrival) -> None:
        body = json.loads(row.body)
        if "update_id" not in body:
            return
        turn = await self._turn(db, office, row, Update.de_json(body, None))
        if turn is None or not (turn.scene.private or turn.scene.callback_id):
            return
        if turn.scene.callback_id:
            turn.toast("common-sorry", alert=True, contact=turn.contact(turn.own_words))
        else:
            turn.say("common-sorry", contact=turn.contact(turn.own_words))
        turn.name += ":sorry"
        await turn.hand_over()

    async def _one(self, db: Writing, office: Office, row: Arrival) -> None:
        body = json.loads(row.body)
        if "update_id" not in body:
            await self._outcome(db, office, row, body)
            return
        turn = await self._turn(db, office, row, _read(body))
        if turn is not None:
            await route(self.house, turn)
            await turn.hand_over()

    async def _turn(self, db: Writing, office: Office, row: Arrival, update: Update) -> Turn | None:
        scene = scene_of(update)
        if scene is None:
            return None
        cast = await cast_of(db, scene)
        if cast.person and cast.person.office_id != office.id:
            office = await offices.office(db, cast.person.office_id) or office
        return Turn(
            now=self.clock.now(),
            db=db,
            office=office,
            terms=self.terms,
            name=f"in:{row.id}",
            urgency=Urgency.ANSWER,
            scene=scene,
            cast=cast,
            update=update,
        )

    async def _outcome(
        self, db: Writing, office: Office, row: Arrival, body: dict[str, Any]
    ) -> None:
        """The result of a call or a job, on its way back to the feature that asked."""
        what = unpack(body["then"])
        handler = self.house.results.get(type(what))
        if handler is None:
            log.warning("result nobody wants", row=row.key)
            return
        desk = Desk(self.clock.now(), db, office, self.terms, f"in:{row.id}")
        await handler(desk, what, Outcome(body.get("result"), body.get("trouble")))
        await desk.hand_over()


def _read(body: dict[str, Any]) -> Update:
    try:
        return Update.de_json(body, None)
    except Exception as trouble:  # PTB raises whatever the nonsense led it to
        raise Unreadable from trouble
