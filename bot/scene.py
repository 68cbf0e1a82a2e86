"""Reading an update: where it takes place, who acts, and what the database knows of both."""

from telegram import Chat, Update
from telegram.constants import ChatType

from handlers.turn import Cast, Scene
from rules.programme import Member, Person, Programme
from storage import chats, groups, members, offices, people
from storage.door import Reading


def scene_of(update: Update) -> Scene | None:
    """The scene of an update; None where there is no chat to speak of."""
    user, chat = update.effective_user, update.effective_chat
    press, message = update.callback_query, update.effective_message
    if press and not message:
        return _vanished(update)
    if chat is None:
        return None
    return Scene(
        user_id=user.id if user else None,
        language_code=user.language_code if user else None,
        chat_id=chat.id,
        private=_private(chat),
        message_id=message.message_id if message else None,
        callback_id=press.id if press else None,
    )


def _vanished(update: Update) -> Scene | None:
    """A press on a message Telegram no longer shows: answered to the presser in private."""
    press = update.callback_query
    if press is None:
        return None
    user = press.from_user
    return Scene(user.id, user.language_code, user.id, private=True, callback_id=press.id)


def _private(chat: Chat) -> bool:
    return chat.type == ChatType.PRIVATE


async def cast_of(db: Reading, scene: Scene) -> Cast:
    """Look up who acts and, in a group, whose chat it is."""
    person = None if scene.user_id is None else await people.by_user(db, scene.user_id)
    if not scene.private:
        return await _in_group(db, scene, person)
    if person is None:
        return Cast()
    programme, member = await _place_of(db, person)
    if member is None or member.group_id is None:
        return Cast(person, member, programme)
    group = await groups.by_id(db, member.group_id)
    return Cast(person, member, programme, group, await chats.by_group(db, member.group_id))


async def _place_of(db: Reading, person: Person) -> tuple[Programme | None, Member | None]:
    programme = await offices.current(db, person.office_id)
    if programme is None:
        return None, None
    return programme, await members.of_person(db, person.id, programme.id)


async def _in_group(db: Reading, scene: Scene, person: Person | None) -> Cast:
    chat = await chats.by_chat(db, scene.chat_id)
    group = await groups.by_id(db, chat.group_id) if chat else None
    if chat is None or group is None:
        # In a chat nobody knows a person is still themselves: `/bind` must work there.
        programme, member = await _place_of(db, person) if person else (None, None)
        return Cast(person, member, programme)
    programme = await offices.programme(db, group.programme_id)
    member = await members.of_person(db, person.id, group.programme_id) if person else None
    return Cast(person, member, programme, group, chat)
