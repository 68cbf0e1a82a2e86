"""What must be in the database before the first turn: the office, the bot's name, the menus."""

import hashlib
import json

from bot.clock import Clock
from bot.settings import Settings
from handlers.desk import Desk, Terms
from handlers.house import House
from handlers.menus import menus, set_coordinator_menu
from storage import facts, offices, people
from storage.door import Store, Writing

MENU_FACT = "menus"
NAME_FACT = "bot name"


def terms_of(settings: Settings, bot_name: str) -> Terms:
    """What features may know of the settings."""
    programme = settings.programme
    return Terms(
        bot_name=bot_name,
        invite_days=programme.invite_days,
        remind_before_hours=programme.remind_before_hours,
        day_minutes=programme.day_length_minutes,
        again_hours=programme.checkin_again_hours,
        working_hours=programme.opens_and_closes,
        matching_seconds=settings.matching.seconds,
        matching_seed=settings.matching.seed,
    )


async def ensure_office(db: Writing, settings: Settings) -> int:
    """The office of the settings, current."""
    office = settings.office
    return await offices.ensure_office(
        db, name=office.name, zone=office.zone, language=office.language, contact=office.contact
    )


async def found(store: Store, settings: Settings, clock: Clock, house: House, terms: Terms) -> None:
    """Put office, name and menus in place. Repeating it changes nothing."""
    async with store.writing() as db:
        office = await offices.office(db, await ensure_office(db, settings))
        if office is None:
            raise LookupError("the office was not kept")
        await facts.learn(db, NAME_FACT, terms.bot_name)
        scopes = menus(house)
        mark = hashlib.sha256(json.dumps(scopes, sort_keys=True).encode()).hexdigest()[:16]
        if await facts.learnt(db, MENU_FACT) == mark:
            return
        desk = Desk(clock.now(), db, office, terms, f"menus:{mark}")
        for params in scopes:
            desk.call("setMyCommands", None, params)
        for person in await people.coordinators(db, office.id):
            set_coordinator_menu(desk, house, person.user_id or 0)
        await desk.hand_over()
        await facts.learn(db, MENU_FACT, mark)
