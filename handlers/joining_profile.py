"""After consent: the person looks at their profile, and is registered either way."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from handlers.buttons import packed
from handlers.doors import Amiss
from handlers.house import House
from handlers.keys import key
from handlers.menus import offered, set_coordinator_menu
from handlers.profile import post_of, profile
from handlers.turn import Turn
from rules.joining import NOTE_LENGTH
from rules.programme import Person
from storage import people, steps
from texts.escape import units
from texts.words import Words

T = TypeVar("T")
Handler = Callable[[House, Turn, T], Awaitable[None]]

STEP = "joining.amiss"


@packed("jp")
@dataclass(frozen=True, slots=True)
class Right:
    """My profile is right."""


@packed("js")
@dataclass(frozen=True, slots=True)
class Skip:
    """I'd rather not write what is wrong with it."""


def show_profile(turn: Turn) -> None:
    """Ask somebody who agreed whether what the roster says is right."""
    keys = [[key("joining-button-right", Right())], [key("joining-button-amiss", Amiss())]]
    turn.say("joining-profile", keys=keys, profile=profile(turn.words, turn.office, turn.cast))


def by_known(handler: Handler[T]) -> Handler[T]:
    """Answer only somebody who has agreed, whichever programme they are in: roles don't matter."""

    async def answer(house: House, turn: Turn, tap: T) -> None:
        if turn.cast.person is None:
            turn.toast("common-old-button", alert=True)
        else:
            await handler(house, turn, tap)

    return answer


async def on_right(house: House, turn: Turn, _tap: Right) -> None:
    """The profile is right: registered."""
    turn.drop_keys()
    if await _register(house, turn):
        _welcome(house, turn)


async def on_amiss(house: House, turn: Turn, _tap: Amiss) -> None:
    """Something is wrong with it: registered all the same, and the coordinators know at once.

    What exactly is wrong may follow as the person's next message.
    """
    known = await _awaited(turn) or {"new": turn.person.registered_at is None}
    if await _register(house, turn):
        turn.drop_keys()  # the question is answered; under /me the button stays
    told = await _tell_coordinators(turn, "joining-amiss-told", f"amiss:{turn.now:%Y-%m-%d}")
    if told:
        await turn.enter(STEP, **known)
        turn.say("joining-amiss-asked", keys=[[key("joining-button-skip", Skip())]])
    else:
        turn.say("joining-amiss-nobody", contact=turn.contact(turn.words))
        _after_amiss(house, turn, known)


async def on_note(house: House, turn: Turn, known: dict[str, Any]) -> None:
    """What is wrong, in the person's own words; it is passed on and not kept."""
    if units(turn.text) > NOTE_LENGTH:
        turn.say("joining-note-long", most=NOTE_LENGTH)
        return
    await turn.leave()
    await _tell_coordinators(turn, "joining-note-told", None, note=turn.text)
    turn.say("joining-note-passed")
    _after_amiss(house, turn, known)


async def on_skip(house: House, turn: Turn, _tap: Skip) -> None:
    """Nothing more to say about it."""
    turn.drop_keys()
    known = await _awaited(turn)
    if known is not None:
        await turn.leave()
        _after_amiss(house, turn, known)


async def _awaited(turn: Turn) -> dict[str, Any] | None:
    """What is known while the note is awaited; None while it is not."""
    step = await steps.of_user(turn.db, turn.scene.user_id or 0)
    return step.known if step and step.name == STEP else None


def _after_amiss(house: House, turn: Turn, known: dict[str, Any]) -> None:
    if known["new"]:
        _welcome(house, turn)


async def _register(house: House, turn: Turn) -> bool:
    """True the first time only."""
    first = await people.register(turn.db, turn.person.id, turn.now)
    if first and turn.person.coordinator and turn.person.user_id:
        set_coordinator_menu(turn, house, turn.person.user_id)
    if first and turn.cast.group:  # groups were approved before this person came
        place = turn.member.id
        await turn.plan("match", "joined", place, turn.now, f"match:joined:{place}")
        await turn.plan("chat", "link", place, turn.now, f"chat:link:{place}")
    return first


def _welcome(house: House, turn: Turn) -> None:
    spoken, group = turn.words, turn.cast.group
    if group:
        following = spoken.html("joining-grouped", number=group.number)
    else:
        following = spoken.html(f"joining-next-{post_of(turn.cast)}")
    keys = offered(house, turn.posts, spoken)
    turn.say("joining-welcome", keys=keys, name=turn.person.name, next=following)


async def _tell_coordinators(turn: Turn, text: str, once: str | None, **said: Any) -> bool:
    """Tell every coordinator who can be written to; False if there is none."""
    found = await people.coordinators(turn.db, turn.office.id)
    here = [each for each in found if each.reachable and each.id != turn.person.id]
    for each in here:
        mark = once and f"profile:{turn.person.id}:{once}:to:{each.id}"
        turn.tell(each, text, once=mark, **_about(turn, each), **said)
    return bool(here)


def _about(turn: Turn, reader: Person) -> dict[str, Any]:
    spoken: Words = turn.words_for(reader)
    return {"name": turn.person.name, "profile": profile(spoken, turn.office, turn.cast)}
