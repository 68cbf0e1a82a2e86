"""Invite links, join requests, and what the bot says of itself."""

from datetime import timedelta
from typing import Any

from sandbox.player import Player
from sandbox.state import Chat
from sandbox.world import World
from tests.sandbox.conftest import Told

Json = dict[str, Any]

YES = {"inline_keyboard": [[{"text": "동의", "callback_data": "yes"}]]}


def say(world: World, chat_id: int, text: str = "안녕하세요", **more: Any) -> Json:
    sent: Json = world.do("sendMessage", {"chat_id": chat_id, "text": text} | more)
    return sent


class TestInvites:
    def link(self, world: World, room: Chat, **more: Any) -> Json:
        made: Json = world.do("createChatInviteLink", {"chat_id": room.id} | more)
        return made

    def test_a_request_is_approved(
        self, world: World, bada: Player, room: Chat, told: Told
    ) -> None:
        link = self.link(world, room, creates_join_request=True, name="1조")
        told()
        assert bada.request_to_join(link["invite_link"]) == "requested"
        request = told()[0]["chat_join_request"]
        assert request["invite_link"]["name"] == "1조"
        assert request["user_chat_id"] == bada.id
        person = {"chat_id": room.id, "user_id": bada.id}
        assert world.do("approveChatJoinRequest", person)
        member, welcome = told()
        assert member["chat_member"]["via_join_request"] is True
        assert member["chat_member"]["from"]["id"] == world.bot.id
        assert welcome["message"]["new_chat_members"][0]["id"] == bada.id
        assert bada.is_in(room)
        assert not world.call("approveChatJoinRequest", person).ok

    def test_a_request_is_declined(self, world: World, bada: Player, room: Chat) -> None:
        link = self.link(world, room, creates_join_request=True)["invite_link"]
        bada.request_to_join(link)
        person = {"chat_id": room.id, "user_id": bada.id}
        assert world.do("declineChatJoinRequest", person)
        assert not bada.is_in(room)
        assert not world.call("declineChatJoinRequest", person).ok

    def test_who_asked_to_join_may_be_written_to_for_five_minutes(
        self, world: World, room: Chat
    ) -> None:
        stranger = world.person("정솔")
        stranger.request_to_join(self.link(world, room, creates_join_request=True)["invite_link"])
        say(world, stranger.id, "명단에서 찾고 있어요")
        world.advance(timedelta(minutes=5, seconds=1))
        late = world.call("sendMessage", {"chat_id": stranger.id, "text": "a"})
        assert late.body["description"].endswith("can't initiate conversation with a user")

    def test_links_end(self, world: World, haneul: Player, bada: Player, room: Chat) -> None:
        soon = self.link(world, room, expire_date=world.unix_now + 60)["invite_link"]
        single = self.link(world, room, member_limit=1)["invite_link"]
        sora = world.person("윤소라")
        assert sora.request_to_join(single) == "joined"
        assert sora.request_to_join(single) == "already in"
        assert bada.request_to_join(single) == "expired"
        world.advance(timedelta(minutes=1))
        assert bada.request_to_join(soon) == "expired"
        assert bada.request_to_join("https://t.me/+nothing") == "expired"
        haneul.remove(room, sora)
        again = self.link(world, room)["invite_link"]
        assert sora.request_to_join(again) == "banned"

    def test_links_are_edited_and_revoked(self, world: World, bada: Player, room: Chat) -> None:
        link = self.link(world, room)["invite_link"]
        target = {"chat_id": room.id, "invite_link": link}
        edited = world.do("editChatInviteLink", target | {"creates_join_request": True})
        assert edited["creates_join_request"] is True
        assert bada.request_to_join(link) == "requested"
        assert world.do("revokeChatInviteLink", target)["is_revoked"] is True
        assert bada.request_to_join(link) == "expired"
        assert not world.call("editChatInviteLink", target).ok

    def test_the_primary_link_is_replaced(self, world: World, room: Chat) -> None:
        other = self.link(world, room)["invite_link"]
        first = world.do("exportChatInviteLink", {"chat_id": room.id})
        second = world.do("exportChatInviteLink", {"chat_id": room.id})
        assert room.links[first].is_revoked
        assert not room.links[other].is_revoked
        target = {"chat_id": room.id, "invite_link": second}
        assert not world.call("editChatInviteLink", target).ok
        world.do("revokeChatInviteLink", target)
        assert [one.is_primary and not one.is_revoked for one in room.links.values()].count(
            True
        ) == 1


class TestTheBotItself:
    def test_getme(self, world: World) -> None:
        me = world.do("getMe")
        assert (me["username"], me["is_bot"]) == ("todak_bot", True)
        assert me["can_read_all_group_messages"] is False

    def test_commands_per_scope_and_language(self, world: World) -> None:
        start = [{"command": "start", "description": "시작"}]
        scope = {"type": "all_private_chats"}
        assert world.do("setMyCommands", {"commands": start, "scope": scope, "language_code": "ko"})
        asked = {"scope": scope, "language_code": "ko"}
        assert world.do("getMyCommands", asked) == start
        assert world.do("getMyCommands") == []
        assert world.do("deleteMyCommands", asked)
        assert world.do("getMyCommands", asked) == []

    def test_profile_texts_and_menu(self, world: World, haneul: Player) -> None:
        assert world.do("setMyName", {"name": "토닥"})
        assert world.do("setMyDescription", {"description": "멘토링을 돕습니다"})
        assert world.do("setMyShortDescription", {"short_description": "멘토링"})
        menu = {"chat_id": haneul.id, "menu_button": {"type": "commands"}}
        assert world.do("setChatMenuButton", menu)
        assert world.do("setChatMenuButton")
        assert world.state.profile["description/"] == "멘토링을 돕습니다"
        assert world.state.profile[f"menu_button/{haneul.id}"] == "commands"
