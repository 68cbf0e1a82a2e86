"""Joining: from an invite link over consent and profile to being registered; and being reachable.

The link is used up and the account bound in the transaction in which the person agrees.
"""

from functools import partial

from telegram.constants import ChatMemberStatus

from handlers.doors import Amiss, InviteLinks
from handlers.house import Event, House
from handlers.joining_consent import (
    STEP as CONSENT_STEP,
)
from handlers.joining_consent import (
    Agree,
    Decline,
    Read,
    on_agree,
    on_decline,
    on_read,
    on_words,
    open_link,
)
from handlers.joining_links import invite_coordinator, invite_links, on_links
from handlers.joining_profile import (
    STEP as AMISS_STEP,
)
from handlers.joining_profile import (
    Right,
    Skip,
    by_known,
    on_amiss,
    on_note,
    on_right,
    on_skip,
    show_profile,
)
from handlers.menus import show_menu
from handlers.turn import Turn
from rules.programme import COORDINATORS
from storage import people

__all__ = ["invite_coordinator", "invite_links", "register"]


def register(house: House) -> None:
    """Answer /start, the buttons on the way in, and blocking and unblocking."""
    house.command("start", partial(on_start, house))
    house.press(Agree, partial(on_agree, house))
    house.press(Decline, partial(on_decline, house))
    house.press(Read, partial(on_read, house))
    house.step(CONSENT_STEP, on_words)
    house.press(Right, partial(by_known(on_right), house))
    house.press(Amiss, partial(by_known(on_amiss), house))
    house.press(Skip, partial(by_known(on_skip), house))
    house.step(AMISS_STEP, partial(on_note, house))
    house.press(InviteLinks, on_links, who=COORDINATORS)
    house.offer("joining-button-links", InviteLinks(), who=COORDINATORS)
    house.event(Event.STANDING, on_standing)


async def on_start(house: House, turn: Turn, token: str) -> None:
    """/start alone, or with the token of an invite link."""
    person = turn.cast.person
    if person and not person.reachable:
        await people.mark_reachable(turn.db, person.id)
    if token:
        await open_link(house, turn, token)
    elif person is None:
        turn.say("common-stranger")
    elif person.registered_at is None:
        show_profile(turn)
    else:
        show_menu(house, turn)


async def on_standing(turn: Turn) -> bool:
    """Somebody blocked the bot, or took it back."""
    person, change = turn.cast.person, turn.update.my_chat_member
    if person is None or change is None:
        return False
    if change.new_chat_member.status == ChatMemberStatus.BANNED:
        await people.mark_unreachable(turn.db, {person.id: "blocked"})
    else:
        await people.mark_reachable(turn.db, person.id)
    return True
