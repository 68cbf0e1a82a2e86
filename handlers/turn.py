"""A turn: one update, one transaction, and everything a feature may know and do in it."""

from dataclasses import dataclass
from typing import Any

from telegram import Update

from handlers.desk import TOAST_LIFE, Desk, quote
from handlers.fit import TOAST_LIMIT
from handlers.keys import Keys, inline
from rules.language import Language
from rules.programme import Group, GroupChat, Member, Person, Post, Programme
from storage import steps
from storage.outbox import Urgency
from storage.steps import Step
from texts.escape import clip
from texts.words import Words, words


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a turn takes place and who acts, as Telegram told it.

    `user_id` is None where nobody acts (a service message of a channel, say). `message_id` is the
    message that was sent or pressed on; `callback_id` is set for presses only.
    """

    user_id: int | None
    language_code: str | None
    chat_id: int
    private: bool
    message_id: int | None = None
    callback_id: str | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """What the database knows of a scene. All None for a stranger in a chat nobody knows."""

    person: Person | None = None
    member: Member | None = None
    programme: Programme | None = None
    group: Group | None = None
    chat: GroupChat | None = None

    @property
    def posts(self) -> frozenset[Post]:
        """What the acting person is here: several at once, or only STRANGER."""
        here = set[Post]()
        if self.person and self.person.coordinator:
            here.add(Post.COORDINATOR)
        if self.person and self.member:
            here.add(Post(self.member.role.value))
        return frozenset(here or {Post.STRANGER})


@dataclass(slots=True, kw_only=True)
class Turn(Desk):
    """One update on its way through one feature."""

    scene: Scene
    cast: Cast
    update: Update
    toasted: bool = False

    @property
    def person(self) -> Person:
        """Who acts. Only for handlers whose registration keeps strangers out."""
        if self.cast.person is None:
            raise LookupError("a stranger came through to a handler for known people")
        return self.cast.person

    @property
    def member(self) -> Member:
        """The acting person's place. Only for handlers registered for participants."""
        if self.cast.member is None:
            raise LookupError("somebody without a place came through to a handler for participants")
        return self.cast.member

    @property
    def posts(self) -> frozenset[Post]:
        """What the acting person is here."""
        return self.cast.posts

    @property
    def words(self) -> Words:
        """The words of the acting person in private; the office's in a group."""
        if not self.scene.private:
            return words(self.office.language, self.zone)
        if self.cast.person:
            return words(self.cast.person.language, self.zone)
        return words(Language.of(self.scene.language_code), self.zone)

    @property
    def own_words(self) -> Words:
        """The words of the acting person, also in a group: for what only they see."""
        person = self.cast.person
        spoken = person.language if person else Language.of(self.scene.language_code)
        return words(spoken, self.zone)

    @property
    def text(self) -> str:
        """The text of the message, empty if it has none. Bounded by Telegram to 4,096 units."""
        message = self.update.effective_message
        return (message.text or "") if message else ""

    def say(
        self,
        text: str,
        /,
        *,
        keys: Keys = (),
        markup: dict[str, Any] | None = None,
        once: str | None = None,
        tag: str | None = None,
        **args: Any,
    ) -> None:
        """Answer where the turn takes place; in a group as a reply to what was said."""
        params = self.message(self.words, text, keys, markup, args)
        if not self.scene.private and self.scene.message_id and not self.scene.callback_id:
            params["reply_parameters"] = quote(self.scene.message_id)
        who = self.cast.person.id if self.cast.person and self.scene.private else None
        self.call("sendMessage", self.scene.chat_id, params, once=once, tag=tag, person_id=who)

    def edit(self, text: str, /, *, keys: Keys = (), **args: Any) -> None:
        """Change the message whose button was pressed. Without keys its buttons go away."""
        params = self.message(self.words, text, keys, None, args)
        params.setdefault("reply_markup", inline((), self.words))
        params["message_id"] = self.scene.message_id
        self.call("editMessageText", self.scene.chat_id, params)

    def drop_keys(self) -> None:
        """Take the buttons away from the message that was pressed."""
        params = {"message_id": self.scene.message_id, "reply_markup": inline((), self.words)}
        self.call("editMessageReplyMarkup", self.scene.chat_id, params)

    def toast(self, text: str | None = None, /, *, alert: bool = False, **args: Any) -> None:
        """Answer the press itself, seen by the presser alone. Only the first toast counts."""
        if self.scene.callback_id is None or self.toasted:
            return
        self.toasted = True
        params: dict[str, Any] = {"callback_query_id": self.scene.callback_id}
        if text:
            said = clip(self.own_words.plain(text, **args), TOAST_LIMIT)
            params |= {"text": said, "show_alert": alert}
        expires = self.now + TOAST_LIFE
        self.call("answerCallbackQuery", None, params, urgency=Urgency.ANSWER, expires_at=expires)

    async def enter(self, step: str, **known: Any) -> None:
        """Expect the acting user's next text in private for a step. `known` must be JSON."""
        if self.scene.user_id is not None:
            await steps.enter(self.db, self.scene.user_id, Step(step, known), self.now)

    async def leave(self) -> None:
        """Expect nothing any more."""
        if self.scene.user_id is not None:
            await steps.leave(self.db, self.scene.user_id)
