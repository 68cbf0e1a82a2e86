"""What a person can do: press, type, send, block. Tests and the demo play with it.

Every act happens at once on the world's state and leaves updates for the bot. What a real client
would not let a person do raises AssertionError with the reason.
"""

import re
from collections.abc import Iterable
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from sandbox import groups
from sandbox.membership import GroupActs, Joining
from sandbox.methods.files import document_shape, photo_shape, store
from sandbox.opinions import Opinions
from sandbox.person import ChatLike
from sandbox.post import edit_by_person, pin, post, remove, service, text_content
from sandbox.rights import granted, may, member_shape, rights_of
from sandbox.shapes import message_shape, private_chat_shape, user_shape
from sandbox.state import Callback, Chat, Member, Message, Status
from sandbox.updates import KEPT_CALLBACK
from sandbox.view import Shown

Json = dict[str, Any]
Order = Literal["shared first", "member first"]

PAYLOAD = re.compile(r"^[A-Za-z0-9_-]{0,64}$")


class Player(GroupActs, Opinions):
    # --- private ----------------------------------------------------------------------------

    def start(self, payload: str = "") -> Message:
        """Press Start, or open t.me/<bot>?start=<payload>; unblocks the bot."""
        if not PAYLOAD.match(payload):
            raise AssertionError(f"Telegram opens no link with this payload: {payload!r}")
        if self.user.blocked_bot:
            self.unblock_bot()
        return self.say(f"/start {payload}".strip())

    def open_link(self, url: str, chat: ChatLike = None) -> Message | Joining | Chat:
        """Open a t.me link of the bot or of a group.

        A startgroup link needs the `chat` the person picks; returns that chat as it is then.
        """
        parts = urlsplit(url if "//" in url else f"https://{url}")
        asked = parse_qs(parts.query, keep_blank_values=True)
        if parts.path.startswith("/+"):
            return self.request_to_join(f"https://t.me{parts.path}")
        if parts.path.strip("/").lower() != self.world.bot.username.lower():
            raise AssertionError(f"{url} leads to no bot and no group here")
        if "startgroup" in asked:
            rights = [f"can_{one}" for one in asked.get("admin", [""])[0].split() if one]
            return self._start_in_group(self._chat(chat), asked["startgroup"][0], rights)
        return self.start(asked.get("start", [""])[0])

    def _start_in_group(self, group: Chat, payload: str, rights: list[str]) -> Chat:
        if group is self.private:
            raise AssertionError("pick a group for a startgroup link: open_link(url, chat=...)")
        group = self.add_bot(group, rights)
        self.say(f"/start@{self.world.bot.username} {payload}".strip(), group)
        return group

    def say(
        self,
        text: str,
        chat: ChatLike = None,
        reply_to: Shown | Message | int | None = None,
        topic: int = 0,
    ) -> Message:
        """Type a message, in private unless a chat is named."""
        return self._send(self._chat(chat), text_content(text), reply_to, topic)

    def _send(
        self,
        chat: Chat,
        content: Json,
        reply_to: Shown | Message | int | None = None,
        topic: int = 0,
    ) -> Message:
        self._need_able(chat)
        replied = self._message(reply_to, chat) if reply_to is not None else None
        thread = topic or (replied.thread_id if replied is not None else 0)
        reply_id = replied.id if replied is not None else 0
        return post(self.world, chat, self.id, content, thread_id=thread, reply_to=reply_id)

    def _need_able(self, chat: Chat) -> None:
        if self.user.deactivated:
            raise AssertionError(f"{self.name}'s account is deactivated")
        self._need_in(chat)
        allowed = chat is self.private or may(chat, self.id, "can_send_messages")
        if not (allowed or may(chat, self.id, "can_manage_chat")):
            raise AssertionError(f"{self.name} may not write in {chat.title!r}")
        if chat is self.private:
            if self.user.blocked_bot:
                raise AssertionError(f"{self.name} has blocked the bot")
            self.user.started = self.user.seen_by_bot = True

    def send_document(
        self, name: str, data: bytes, chat: ChatLike = None, caption: str = "", mime_type: str = ""
    ) -> Message:
        content = document_shape(store(self.world, name, data, mime_type))
        return self._send(self._chat(chat), content | _caption(caption))

    def send_photo(self, data: bytes, chat: ChatLike = None, caption: str = "") -> Message:
        content = photo_shape(store(self.world, "photo.jpg", data))
        return self._send(self._chat(chat), content | _caption(caption))

    def edit(self, message: Shown | Message, text: str) -> None:
        edit_by_person(self.world, self._message(message), text_content(text))

    def delete(self, message: Shown | Message) -> None:
        """The bot is not told, as with the real Telegram."""
        remove(self.world, self._message(message))

    def pin(self, message: Shown | Message) -> None:
        pin(self.world, self._message(message), self.id)

    def block_bot(self) -> None:
        self._blocking(True)

    def unblock_bot(self) -> None:
        self._blocking(False)

    def _blocking(self, blocked: bool) -> None:
        self.user.blocked_bot = blocked
        self.user.seen_by_bot = True
        bot = user_shape(self.world.bot)
        shapes = [
            member_shape(Member(self.world.bot.id, status), bot)
            for status in (Status.MEMBER, Status.KICKED)
        ]
        old, new = shapes if blocked else shapes[::-1]
        update = {
            "chat": private_chat_shape(self.user),
            "from": user_shape(self.user),
            "date": self.world.unix_now,
            "old_chat_member": old,
            "new_chat_member": new,
        }
        self.world.emit("my_chat_member", update)

    def deactivate(self) -> None:
        """The account is deleted; the bot learns it only when it writes."""
        self.user.deactivated = True

    # --- buttons ----------------------------------------------------------------------------

    def tap(
        self,
        label_or_data: str,
        chat: ChatLike = None,
        message: Shown | Message | int | None = None,
    ) -> Callback | Message | Joining | Chat:
        """Press an inline button by visible label (a part of it) or exact callback data.

        Looks in `message`, or in the newest message of the chat that has such a button. A button
        with an address opens it.
        """
        where = self._chat(chat)
        self._need_in(where)
        if self.user.deactivated:
            raise AssertionError(f"{self.name}'s account is deactivated")
        found, button = self._button(where, label_or_data, message)
        if "url" in button:
            return self.open_link(button["url"])
        return self._press(found, str(button.get("callback_data", "")))

    def _button(
        self, chat: Chat, wanted: str, message: Shown | Message | int | None
    ) -> tuple[Message, Json]:
        if message is not None:
            candidates = [self._message(message, chat)]
        else:
            candidates = [one for one in reversed(chat.messages.values()) if not one.deleted]
        for candidate in candidates:
            buttons = [one for row in candidate.inline_keyboard or [] for one in row]
            for fits in (_exactly, _partly):
                for button in buttons:
                    if fits(button, wanted):
                        return candidate, button
        seen = [Shown(self.world, one).buttons for one in candidates if one.inline_keyboard]
        raise AssertionError(f"no button {wanted!r} for {self.name}; there were {seen[:5]}")

    def _press(self, message: Message, data: str) -> Callback:
        number = self.world.state.count("callback", 4_000_000_000_000_001)
        callback = Callback(
            str(number), self.id, message.chat_id, message.id, data, self.world.unix_now
        )
        self.world.state.callbacks[callback.id] = callback
        update = {
            "id": callback.id,
            "from": user_shape(self.user),
            "message": message_shape(self.world.state, message),
            "chat_instance": str(-message.chat_id * 7919),
            "data": data,
        }
        self.world.emit("callback_query", update, KEPT_CALLBACK)
        return callback

    def press_reply_button(self, label: str) -> Message:
        """Press a plain button of the reply keyboard: its label is sent as a message."""
        button = self._reply_button(label)
        if "request_chat" in button:
            raise AssertionError("this button asks for a group: create_group_from_button(...)")
        sent = self.say(str(button["text"]))
        self._fold_keyboard()
        return sent

    def _fold_keyboard(self) -> None:
        """A one-time keyboard goes once it was used."""
        holder = self.private.messages[self.private.keyboard_message]
        if (holder.keyboard or {}).get("one_time_keyboard"):
            self.private.keyboard_message = 0

    def _reply_button(self, label: str) -> Json:
        for button in self._reply_keyboard():
            if label in str(button["text"]):
                return button
        raise AssertionError(f"no reply button {label!r}; there were {self.reply_buttons}")

    def _request_chat(self, label: str) -> Json:
        button = self._reply_button(label)
        if "request_chat" not in button:
            raise AssertionError(f"{button['text']!r} does not ask for a group")
        request: Json = button["request_chat"]
        return request

    def create_group_from_button(
        self,
        label: str,
        title: str | None = None,
        *,
        grant: Iterable[str] | None = None,
        order: Order = "shared first",
        supergroup: bool = True,
    ) -> Chat:
        """Let the client open a group there and then, with the bot in it.

        `grant`: the rights given, all that were asked for by default. `supergroup=False`: the
        client opens a basic group and shares its id, then the promotion makes it a supergroup.
        Returns the chat as it is afterwards.
        """
        request = self._request_chat(label)
        name = title or f"{self.name}의 그룹"
        group = groups.create_group(self.world, name, self.id, supergroup=supergroup)
        group.is_forum = bool(request.get("chat_is_forum")) and supergroup
        return self._share(request, group, grant, order)

    def pick_group_from_button(
        self,
        label: str,
        chat: ChatLike,
        *,
        grant: Iterable[str] | None = None,
        order: Order = "shared first",
    ) -> Chat:
        """Answer a request_chat button with a group that exists; the bot is brought in."""
        request = self._request_chat(label)
        return self._share(request, self._chat(chat), grant, order)

    def _share(self, request: Json, group: Chat, grant: Iterable[str] | None, order: Order) -> Chat:
        asked = rights_of(request.get("bot_administrator_rights") or {})
        rights = asked if grant is None else granted(set(grant) & set(asked))
        shared: Json = {"request_id": request["request_id"], "chat_id": group.id}
        if request.get("request_title"):
            shared["title"] = group.title
        if order == "shared first":
            service(self.world, self.private, self.id, {"chat_shared": shared})
        after = group
        if rights or request.get("bot_is_member"):
            after = self.add_bot(group, rights)
        if order == "member first":
            service(self.world, self.private, self.id, {"chat_shared": shared})
        self._fold_keyboard()
        return after


def _caption(caption: str) -> Json:
    return text_content(caption, caption=True) if caption else {}


def _exactly(button: Json, wanted: str) -> bool:
    return wanted in {button.get("callback_data"), button["text"]}


def _partly(button: Json, wanted: str) -> bool:
    return wanted in button["text"]
