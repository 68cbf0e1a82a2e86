"""What a person thinks of a message: reactions, and votes in polls."""

from typing import Any

from sandbox.person import Person
from sandbox.shapes import chat_shape, user_shape
from sandbox.state import Chat, Message, Poll, Status
from sandbox.view import Shown

Json = dict[str, Any]


class Opinions(Person):
    def react(self, message: Shown | Message, emoji: str = "👍") -> None:
        """Set (or with "" take back) a reaction; a bot that administers hears of it if it asked."""
        target = self._message(message)
        chat = self.world.state.chats[target.chat_id]
        self._need_in(chat)
        old = target.reactions.get(self.id, [])
        new = [emoji] if emoji else []
        target.reactions[self.id] = new
        if not self._bot_watches(chat):
            return
        update = {
            "chat": chat_shape(self.world.state, chat),
            "message_id": target.id,
            "user": user_shape(self.user),
            "date": self.world.unix_now,
            "old_reaction": [{"type": "emoji", "emoji": one} for one in old],
            "new_reaction": [{"type": "emoji", "emoji": one} for one in new],
        }
        self.world.emit("message_reaction", update)

    def _bot_watches(self, chat: Chat) -> bool:
        administers = self.world.bot_member(chat).status is Status.ADMINISTRATOR
        return chat is self.private or administers

    def vote(self, message: Shown | Message, *options: str) -> None:
        """Choose these options (by text) of a poll; none takes the vote back."""
        target = self._message(message)
        self._need_in(self.world.state.chats[target.chat_id])
        poll = self.world.state.polls[target.content["poll"]["id"]]
        texts = [one["text"] for one in poll.shape["options"]]
        if missing := set(options) - set(texts):
            raise AssertionError(f"no option {sorted(missing)}; there were {texts}")
        poll.votes[self.id] = [texts.index(one) for one in options]
        _count(poll)
        self.world.emit("poll", poll.shape | {"options": [dict(o) for o in poll.shape["options"]]})
        if not poll.shape["is_anonymous"]:
            self.world.emit("poll_answer", self._answer(poll))

    def _answer(self, poll: Poll) -> Json:
        chosen = poll.votes[self.id]
        return {
            "poll_id": poll.id,
            "user": user_shape(self.user),
            "option_ids": chosen,
            "option_persistent_ids": [str(number) for number in chosen],
        }


def _count(poll: Poll) -> None:
    votes = [chosen for chosen in poll.votes.values() if chosen]
    poll.shape["total_voter_count"] = len(votes)
    for number, option in enumerate(poll.shape["options"]):
        option["voter_count"] = sum(number in chosen for chosen in votes)
