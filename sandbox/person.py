"""What a person sees: their private chat with the bot, their groups, and what pops up."""

from typing import TYPE_CHECKING, Any

from sandbox.state import Chat, Message, Toast, User
from sandbox.view import Shown

if TYPE_CHECKING:
    from sandbox.world import World

ChatLike = Chat | int | None


class Person:
    """Reading only; `sandbox.player.Player` adds what a person can do."""

    def __init__(self, world: "World", user: User) -> None:
        self.world = world
        self.user = user
        self._read_up_to = 0

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.first_name

    @property
    def private(self) -> Chat:
        """The private chat with the bot."""
        return self.world.state.chats[self.id]

    def _chat(self, chat: ChatLike) -> Chat:
        """The chat meant: none is the private one, a migrated one leads on."""
        if chat is None:
            return self.private
        return self.world.chat(chat.id if isinstance(chat, Chat) else chat)

    def messages(self, chat: ChatLike = None) -> list[Shown]:
        """What stands in the chat now, oldest first; service messages included."""
        return [
            Shown(self.world, one) for one in self._chat(chat).messages.values() if not one.deleted
        ]

    @property
    def inbox(self) -> list[Shown]:
        """The private chat with the bot, both sides, in order."""
        return self.messages()

    def heard(self, chat: ChatLike = None) -> list[Shown]:
        """What the bot said there, oldest first."""
        return [one for one in self.messages(chat) if one.from_bot and not one.message.is_service]

    @property
    def last(self) -> Shown:
        """The newest message of the bot in private; AssertionError when it never said a word."""
        return self.last_in(None)

    def last_in(self, chat: ChatLike) -> Shown:
        heard = self.heard(chat)
        if not heard:
            raise AssertionError(f"the bot has said nothing to {self.name} there")
        return heard[-1]

    @property
    def unread(self) -> list[Shown]:
        """What the bot said in private since `read` was last called."""
        return [one for one in self.heard() if one.id > self._read_up_to]

    def read(self) -> list[Shown]:
        """The unread messages, which are read from now on."""
        unread = self.unread
        if unread:
            self._read_up_to = unread[-1].id
        return unread

    @property
    def toasts(self) -> list[Toast]:
        """Answers to this person's presses, oldest first."""
        return [one for one in self.world.state.toasts if one.user_id == self.id]

    @property
    def waiting_presses(self) -> int:
        """Presses whose little clock still turns: the bot has not answered them."""
        return sum(
            not one.answered and one.user_id == self.id
            for one in self.world.state.callbacks.values()
        )

    @property
    def reply_buttons(self) -> list[str]:
        """Labels of the reply keyboard under the private chat's input field."""
        return [str(one["text"]) for one in self._reply_keyboard()]

    def _reply_keyboard(self) -> list[dict[str, Any]]:
        holder = self.private.messages.get(self.private.keyboard_message)
        keyboard = (holder.keyboard if holder is not None else None) or {}
        return [one for row in keyboard.get("keyboard", []) for one in row]

    def is_in(self, chat: ChatLike) -> bool:
        member = self._chat(chat).members.get(self.id)
        return member is not None and member.inside

    def _need_in(self, chat: Chat) -> None:
        if chat is not self.private and not self.is_in(chat):
            raise AssertionError(f"{self.name} is not in {chat.title!r}")

    def _message(self, message: Shown | Message | int, chat: ChatLike = None) -> Message:
        if isinstance(message, Shown):
            return message.message
        if isinstance(message, Message):
            return message
        return self._chat(chat).messages[message]
