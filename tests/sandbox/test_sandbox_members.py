"""Chats and members: what methods answer, and what the group looks like afterwards."""

from typing import Any

import pytest

from sandbox.player import Player
from sandbox.state import Chat, Status
from sandbox.world import World
from tests.sandbox.conftest import Told

Json = dict[str, Any]

YES = {"inline_keyboard": [[{"text": "동의", "callback_data": "yes"}]]}


def say(world: World, chat_id: int, text: str = "안녕하세요", **more: Any) -> Json:
    sent: Json = world.do("sendMessage", {"chat_id": chat_id, "text": text} | more)
    return sent


class TestChats:
    def test_what_getchat_says(self, world: World, haneul: Player, room: Chat) -> None:
        private = world.do("getChat", {"chat_id": haneul.id})
        assert (private["type"], private["first_name"]) == ("private", "김하늘")
        world.do("setChatDescription", {"chat_id": room.id, "description": "우리 조"})
        link = world.do("exportChatInviteLink", {"chat_id": room.id})
        group = world.do("getChat", {"chat_id": room.id})
        assert (group["title"], group["description"]) == ("1조", "우리 조")
        assert group["invite_link"] == link
        assert group["permissions"]["can_send_messages"] is True

    def test_a_new_title_is_told(self, world: World, room: Chat, told: Told) -> None:
        told()
        world.do("setChatTitle", {"chat_id": room.id, "title": "가" * 200})
        assert room.title == "가" * 128
        assert told()[0]["message"]["new_chat_title"] == room.title
        world.do("setChatTitle", {"chat_id": room.id, "title": room.title})
        assert told() == []

    def test_topics(self, world: World, haneul: Player, room: Chat, told: Told) -> None:
        haneul.make_forum(room)
        told()
        topic = world.do(
            "createForumTopic",
            {"chat_id": room.id, "name": "1조", "icon_custom_emoji_id": "5"},
        )
        thread = {"chat_id": room.id, "message_thread_id": topic["message_thread_id"]}
        assert told()[0]["message"]["forum_topic_created"]["name"] == "1조"
        said = say(world, room.id, message_thread_id=topic["message_thread_id"])
        assert said["is_topic_message"] is True
        answered = haneul.say("네", room, reply_to=said["message_id"])
        assert answered.thread_id == topic["message_thread_id"]
        back = say(world, room.id, reply_parameters={"message_id": answered.id})
        assert back["message_thread_id"] == topic["message_thread_id"]
        told()
        assert world.do("editForumTopic", thread | {"name": "2조"})
        again = world.call("editForumTopic", thread | {"name": "2조"})
        assert again.body["description"] == "Bad Request: TOPIC_NOT_MODIFIED"
        assert world.do("editForumTopic", thread | {"icon_custom_emoji_id": "6"})
        assert world.do("closeForumTopic", thread)
        assert told.kinds() == ["message"] * 3
        closed = world.call("sendMessage", thread | {"text": "a"})
        assert closed.body["description"] == "Bad Request: TOPIC_CLOSED"
        assert not world.call("closeForumTopic", thread).ok
        chat = world.do("getChat", {"chat_id": room.id})
        assert chat["is_forum"] is True

    def test_a_topic_without_an_icon_and_one_a_person_opens(
        self, world: World, haneul: Player, room: Chat
    ) -> None:
        haneul.make_forum(room)
        topic = world.do("createForumTopic", {"chat_id": room.id, "name": "1조"})
        assert "icon_custom_emoji_id" not in topic
        assert room.topics[haneul.open_topic(room, "잡담").thread_id].name == "잡담"

    def test_topics_need_the_right(self, world: World, haneul: Player, room: Chat) -> None:
        haneul.make_forum(room)
        topic = haneul.open_topic(room, "하늘의 주제")
        haneul.promote_bot(room, can_manage_topics=False)
        reasons = [
            world.call(
                method, {"chat_id": room.id, "message_thread_id": topic.thread_id, "name": "a"}
            )
            .body["description"]
            .removeprefix("Bad Request: not enough rights to ")
            for method in ("createForumTopic", "editForumTopic")
        ]
        thread = {"chat_id": room.id, "message_thread_id": topic.thread_id}
        reasons.append(world.call("closeForumTopic", thread).body["description"])
        assert reasons == [
            "create a topic",
            "edit the topic",
            "Bad Request: not enough rights to close or open the topic",
        ]
        world.verdicts.clear()  # `name`/`message_thread_id` are sent to both methods on purpose

    def test_outside_a_forum_a_thread_is_passed_over(self, world: World, room: Chat) -> None:
        assert "message_thread_id" not in say(world, room.id, message_thread_id=5)


class TestMembers:
    def test_everybody_is_shown_as_they_stand(
        self, world: World, haneul: Player, bada: Player, room: Chat
    ) -> None:
        def status(user_id: int) -> str:
            asked = {"chat_id": room.id, "user_id": user_id}
            return str(world.do("getChatMember", asked)["status"])

        assert status(haneul.id) == "creator"
        assert status(world.bot.id) == "administrator"
        assert status(bada.id) == "left"
        haneul.add_member(room, bada)
        assert status(bada.id) == "member"
        assert world.do("getChatMemberCount", {"chat_id": room.id}) == 3
        raised = world.do("getChatAdministrators", {"chat_id": room.id})
        assert [one["status"] for one in raised] == ["creator", "administrator"]
        haneul.remove(room, bada)
        assert status(bada.id) == "kicked"

    def test_private_chats_have_two(self, world: World, haneul: Player) -> None:
        assert world.do("getChatMemberCount", {"chat_id": haneul.id}) == 2
        asked = {"chat_id": haneul.id, "user_id": haneul.id}
        assert world.do("getChatMember", asked)["status"] == "member"

    def test_a_ban_with_and_without_end(
        self, world: World, haneul: Player, bada: Player, room: Chat, told: Told
    ) -> None:
        haneul.add_member(room, bada)
        said = bada.say("안녕", room)
        told()
        ban = {"chat_id": room.id, "user_id": bada.id}
        until = world.unix_now + 3600
        world.do("banChatMember", ban | {"until_date": until, "revoke_messages": True})
        assert said.deleted
        member, left = told()
        assert member["chat_member"]["new_chat_member"]["until_date"] == until
        assert left["message"]["left_chat_member"]["id"] == bada.id
        world.do("banChatMember", ban | {"until_date": world.unix_now + 5})
        assert told()[0]["chat_member"]["new_chat_member"]["until_date"] == 0

    def test_an_unban_and_its_trap(
        self, world: World, haneul: Player, bada: Player, room: Chat
    ) -> None:
        person = {"chat_id": room.id, "user_id": bada.id}
        assert world.do("unbanChatMember", person)
        haneul.add_member(room, bada)
        assert world.do("unbanChatMember", person | {"only_if_banned": True})
        assert bada.is_in(room)
        assert world.do("unbanChatMember", person)
        assert not bada.is_in(room)
        world.do("banChatMember", person)
        world.do("unbanChatMember", person | {"only_if_banned": True})
        assert room.members[bada.id].status is Status.LEFT

    def test_a_muted_member(
        self, world: World, haneul: Player, bada: Player, room: Chat, told: Told
    ) -> None:
        haneul.add_member(room, bada)
        told()
        person = {"chat_id": room.id, "user_id": bada.id}
        mute = {"permissions": {"can_send_messages": False, "can_send_polls": True}}
        world.do("restrictChatMember", person | mute)
        shape = told()[0]["chat_member"]["new_chat_member"]
        assert (shape["status"], shape["can_send_polls"]) == ("restricted", True)
        with pytest.raises(AssertionError, match="may not write"):
            bada.say("말하고 싶어요", room)
        everything = dict.fromkeys(shape, True)
        free = {name: True for name in everything if name.startswith("can_")}
        world.do("restrictChatMember", person | {"permissions": free})
        bada.say("고마워요", room)

    def test_the_bot_raises_and_lowers_somebody(
        self, world: World, haneul: Player, bada: Player, room: Chat
    ) -> None:
        haneul.add_member(room, bada)
        person = {"chat_id": room.id, "user_id": bada.id}
        assert world.do("promoteChatMember", person | {"can_pin_messages": True})
        shown = world.do("getChatMember", person)
        assert (shown["can_pin_messages"], shown["can_be_edited"]) == (True, True)
        assert world.do("promoteChatMember", person)
        assert room.members[bada.id].status is Status.MEMBER

    def test_the_bot_leaves(self, world: World, room: Chat, told: Told) -> None:
        told()
        world.do("leaveChat", {"chat_id": room.id})
        assert told.kinds() == ["my_chat_member", "message"]
