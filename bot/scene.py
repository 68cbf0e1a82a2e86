"""Reading an update: where it takes place, who acts, and what the database knows of both."""

from telegram import Chat, Update
from telegram.constants import ChatType

from handlers.turn import Cast, Scene
from storage import casts
from storage.casts import Found
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
    if not scene.private:
        here = await casts.in_group(db, scene.chat_id, scene.user_id)
        if here.chat is not None:
            return _cast(here)
    known = Found() if scene.user_id is None else await casts.in_private(db, scene.user_id)
    if scene.private:
        return _cast(known)
    # In a chat nobody knows a person is still themselves: `/bind` must work there.
    return Cast(known.person, known.member, known.programme)


def _cast(found: Found) -> Cast:
    return Cast(found.person, found.member, found.programme, found.group, found.chat)
