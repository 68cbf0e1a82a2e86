"""Consent: an invite link is opened, and its bearer reads, agrees or declines.

Until somebody agrees nothing of their account is kept. The buttons carry the link's token, as the
link itself did: whoever presses without having had the link has nothing to press with.
"""

from dataclasses import dataclass, replace
from typing import Any

from handlers.buttons import packed
from handlers.house import House
from handlers.joining_profile import show_profile
from handlers.keys import Keys, key
from handlers.menus import offered
from handlers.turn import Cast, Turn
from rules.joining import CONSENT, Admission, Invite, Token, admission, hash_of
from rules.language import Language
from storage import groups, invites, members, offices, people

STEP = "joining.consent"


@packed("ja")
@dataclass(frozen=True, slots=True)
class Agree:
    """I agree, and this is the language I read it in."""

    language: Language
    token: Token


@packed("jd")
@dataclass(frozen=True, slots=True)
class Decline:
    """I don't agree."""

    language: Language
    token: Token


@packed("jr")
@dataclass(frozen=True, slots=True)
class Read:
    """Show me the consent (again), in this language."""

    language: Language
    token: Token


async def open_link(house: House, turn: Turn, token: str) -> None:
    """Somebody pressed an invite link."""
    invite = await _admitted(house, turn, token)
    if invite is None:
        return
    await turn.enter(STEP)
    keys = _choices(Language.of(turn.scene.language_code), Token(token))
    turn.say("joining-consent", keys=keys, **_told(turn, invite))


async def on_read(house: House, turn: Turn, tap: Read) -> None:
    """Show the consent in place of the message that was pressed."""
    _speak(turn, tap.language)
    invite = await _admitted(house, turn, tap.token)
    if invite is None:
        return
    await turn.enter(STEP)
    turn.edit("joining-consent", keys=_choices(tap.language, tap.token), **_told(turn, invite))


async def on_decline(house: House, turn: Turn, tap: Decline) -> None:
    """Somebody does not agree: nothing is bound, the link stays good, and there is a way out."""
    _speak(turn, tap.language)
    invite = await _admitted(house, turn, tap.token)
    if invite is None:
        return
    await turn.leave()
    await people.change(turn.db, invite.person.id, declined_at=turn.now)
    turn.drop_keys()
    again = key("joining-button-again", Read(tap.language, tap.token))
    contact = turn.contact(turn.words)
    turn.say("joining-declined", keys=[[again]], contact=contact, until=invite.expires_at)


async def on_agree(house: House, turn: Turn, tap: Agree) -> None:
    """Somebody agrees: the link is used up and the account bound, both or neither."""
    _speak(turn, tap.language)
    invite = await _admitted(house, turn, tap.token)
    user_id = turn.scene.user_id
    if invite is None or user_id is None:
        return
    if not await invites.use_up(turn.db, invite, turn.now):
        _refuse(house, turn, Admission.USED)  # another process was quicker by a moment
        return
    await people.agree(turn.db, invite.person.id, (user_id, tap.language), CONSENT, turn.now)
    await turn.leave()
    await _become(turn, invite.person.id)
    turn.drop_keys()
    show_profile(turn)


async def on_words(turn: Turn, _known: dict[str, Any]) -> None:
    """Somebody wrote where a button was asked for."""
    turn.say("joining-pick-a-button")


async def _admitted(house: House, turn: Turn, token: str) -> Invite | None:
    """The invite, if it can be used now; else the refusal is said."""
    invite = await invites.by_hash(turn.db, hash_of(token))
    verdict = admission(invite, turn.cast.person, turn.now)
    if invite is None or verdict is not Admission.OPEN:
        _refuse(house, turn, verdict)
        return None
    # A stranger is spoken to in the name of the first office; this one belongs to another perhaps.
    turn.office = await offices.office(turn.db, invite.person.office_id) or turn.office
    return invite


def _refuse(house: House, turn: Turn, verdict: Admission) -> None:
    person = turn.cast.person
    if turn.scene.callback_id:
        turn.drop_keys()
    if person is None:
        turn.say(f"joining-refused-{verdict}", contact=turn.contact(turn.words))
    elif verdict is Admission.MINE and turn.scene.callback_id:
        turn.toast("joining-refused-mine", name=person.name)  # pressed twice: say nothing twice
    elif verdict is Admission.MINE and person.registered_at is None:
        show_profile(turn)  # agreed already, and stopped half-way
    else:
        keys = offered(house, turn.posts, turn.words)
        told: dict[str, Any] = {"name": person.name, "contact": turn.contact(turn.words)}
        turn.say(f"joining-refused-{verdict}", keys=keys, **told)


def _speak(turn: Turn, language: Language) -> None:
    """A stranger is answered in the language they chose by button, whatever their phone says."""
    turn.scene = replace(turn.scene, language_code=language.value)


def _told(turn: Turn, invite: Invite) -> dict[str, Any]:
    contact = turn.contact(turn.words)
    return {"name": invite.person.name, "office": turn.office.name, "contact": contact}


def _choices(language: Language, token: Token) -> Keys:
    other = Language.EN if language is Language.KO else Language.KO
    return [
        [key("joining-button-agree", Agree(language, token))],
        [key("joining-button-decline", Decline(language, token))],
        [key(f"joining-button-{other}", Read(other, token))],
    ]


async def _become(turn: Turn, person_id: int) -> None:
    """From here on the turn is acted by somebody known."""
    person = await people.by_id(turn.db, person_id)
    programme = await offices.current(turn.db, turn.office.id)
    member = await members.of_person(turn.db, person_id, programme.id) if programme else None
    group = await groups.by_id(turn.db, member.group_id) if member and member.group_id else None
    turn.cast = Cast(person, member, programme, group)
