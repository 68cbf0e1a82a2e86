"""People and their groups: opening them, bringing the bot in, coming and going."""

import pytest

from sandbox.groups import create_group
from sandbox.player import Player
from sandbox.state import Chat, ChatType, InviteLink, Status
from sandbox.world import World
from tests.sandbox.conftest import Told
from tests.sandbox.offers import offer_group


class TestGroupFromAButton:
    def test_the_client_opens_the_group_and_the_bot_administers(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        offer_group(world, haneul)
        told()
        group = haneul.create_group_from_button("그룹 열기", "1조")
        updates = told()
        shared = updates[0]["message"]
        assert shared["chat"]["id"] == haneul.id
        assert shared["chat_shared"] == {"request_id": 7, "chat_id": group.id, "title": "1조"}
        raised = updates[-1]["my_chat_member"]["new_chat_member"]
        assert (raised["status"], raised["can_invite_users"]) == ("administrator", True)
        assert world.bot_member(group).rights == [one for one in raised if raised[one] is True]
        assert haneul.reply_buttons == []

    def test_the_two_updates_may_come_in_the_other_order(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        offer_group(world, haneul, request_title=False)
        told()
        group = haneul.create_group_from_button("그룹", order="member first")
        last = told()[-1]["message"]
        assert last["chat_shared"] == {"request_id": 7, "chat_id": group.id}
        assert group.title == "김하늘의 그룹"

    def test_fewer_rights_than_asked(self, world: World, haneul: Player) -> None:
        offer_group(world, haneul)
        group = haneul.create_group_from_button("그룹", grant=["can_pin_messages", "is_anonymous"])
        assert world.bot_member(group).rights == ["can_manage_chat", "can_pin_messages"]

    def test_no_rights_at_all(self, world: World, haneul: Player) -> None:
        offer_group(world, haneul)
        group = haneul.create_group_from_button("그룹", grant=[])
        assert world.bot_member(group).status is Status.MEMBER
        offer_group(world, haneul, bot_is_member=False)
        group = haneul.create_group_from_button("그룹", grant=[])
        assert not world.bot_member(group).inside

    def test_a_basic_group_is_shared_and_then_migrates(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        offer_group(world, haneul)
        told()
        group = haneul.create_group_from_button("그룹", supergroup=False)
        updates = told()
        old_id = updates[0]["message"]["chat_shared"]["chat_id"]
        assert old_id != group.id
        assert group.type is ChatType.SUPERGROUP
        assert world.chat(old_id) is group
        moved = [one["message"] for one in updates if "message" in one]
        assert [one["migrate_to_chat_id"] for one in moved if "migrate_to_chat_id" in one] == [
            group.id
        ]
        assert [one["chat"]["id"] for one in moved if "migrate_from_chat_id" in one] == [group.id]

    def test_a_forum_if_one_is_asked_for(self, world: World, haneul: Player) -> None:
        offer_group(world, haneul, chat_is_forum=True)
        assert haneul.create_group_from_button("그룹").is_forum

    def test_a_group_that_exists_is_picked(self, world: World, haneul: Player, told: Told) -> None:
        group = haneul.create_group("있던 방", supergroup=True)
        offer_group(world, haneul)
        told()
        assert haneul.pick_group_from_button("그룹", group) is group
        assert told.kinds() == ["message", "my_chat_member", "message", "my_chat_member"]
        assert world.bot_member(group).status is Status.ADMINISTRATOR


class TestGroups:
    def test_the_bot_comes_to_a_basic_group_and_is_raised(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        group = haneul.create_group("1조")
        assert haneul.add_bot(group) is group
        assert haneul.add_bot(group) is group
        told()
        after = haneul.promote_bot(group, "can_invite_users", "can_pin_messages")
        assert after is world.chat(group.id)
        assert after is not group
        old, new = (one for one in told() if "my_chat_member" in one)
        assert old["my_chat_member"]["new_chat_member"]["status"] == "member"
        assert new["my_chat_member"]["chat"]["id"] == after.id
        assert haneul.is_in(group.id)

    def test_a_group_with_the_bot_from_the_first_moment(self, world: World, haneul: Player) -> None:
        group = create_group(world, "1조", haneul.id, with_bot=[])
        assert world.bot_member(group).status is Status.MEMBER
        group = create_group(
            world, "2조", haneul.id, supergroup=True, with_bot=["can_invite_users"]
        )
        assert world.bot_member(group).rights == ["can_manage_chat", "can_invite_users"]

    def test_the_startgroup_link(self, haneul: Player, told: Told, world: World) -> None:
        group = haneul.create_group("1조")
        told()
        link = "https://t.me/todak_bot?startgroup=g_7&admin=invite_users+pin_messages"
        after = haneul.open_link(link, chat=group)
        assert isinstance(after, Chat)
        assert world.bot_member(after).rights == [
            "can_manage_chat",
            "can_invite_users",
            "can_pin_messages",
        ]
        assert told()[-1]["message"]["text"] == "/start@todak_bot g_7"

    def test_rights_are_taken_and_the_bot_is_removed_and_taken_back(
        self, world: World, haneul: Player, room: Chat, told: Told
    ) -> None:
        told()
        haneul.promote_bot(room, can_pin_messages=False, can_promote_members=False)
        assert "can_pin_messages" not in world.bot_member(room).rights
        haneul.demote_bot(room)
        haneul.remove_bot(room)
        haneul.add_bot(room)
        states = [
            one["my_chat_member"]["new_chat_member"]["status"]
            for one in told()
            if "my_chat_member" in one
        ]
        assert states == ["administrator", "member", "kicked", "member"]

    def test_coming_and_going_is_told(
        self, haneul: Player, bada: Player, room: Chat, told: Told
    ) -> None:
        told()
        haneul.add_member(room, bada)
        bada.leave(room)
        haneul.add_member(room, bada)
        haneul.remove(room, bada)
        updates = told()
        states = [
            (
                one["chat_member"]["old_chat_member"]["status"],
                one["chat_member"]["new_chat_member"]["status"],
            )
            for one in updates
            if "chat_member" in one
        ]
        assert states == [
            ("left", "member"),
            ("member", "left"),
            ("left", "member"),
            ("member", "kicked"),
        ]
        fields = [
            field
            for one in updates
            if "message" in one
            for field in ("new_chat_members", "left_chat_member")
            if field in one["message"]
        ]
        assert fields == ["new_chat_members", "left_chat_member"] * 2

    def test_another_administrator_decides_first(
        self, world: World, haneul: Player, bada: Player, room: Chat
    ) -> None:
        link = world.do("createChatInviteLink", {"chat_id": room.id, "creates_join_request": True})[
            "invite_link"
        ]
        sora = world.person("윤소라")
        bada.open_link(link)
        sora.open_link(link)
        haneul.approve(room, bada)
        haneul.decline(room, sora)
        reasons = [
            world.call("approveChatJoinRequest", {"chat_id": room.id, "user_id": one.id}).body[
                "description"
            ]
            for one in (bada, sora)
        ]
        assert reasons == [
            "Bad Request: USER_ALREADY_PARTICIPANT",
            "Bad Request: HIDE_REQUESTER_MISSING",
        ]

    def test_without_the_right_the_bot_hears_of_no_request(
        self, world: World, haneul: Player, bada: Player, room: Chat, told: Told
    ) -> None:
        link = world.do("createChatInviteLink", {"chat_id": room.id, "creates_join_request": True})[
            "invite_link"
        ]
        haneul.promote_bot(room, can_invite_users=False)
        told()
        bada.request_to_join(link)
        assert told() == []

    def test_what_a_client_would_not_allow(
        self, world: World, haneul: Player, bada: Player, room: Chat
    ) -> None:
        for refused in (
            lambda: bada.say("안녕", room),
            lambda: bada.tap("네", room),
            lambda: bada.leave(room),
            lambda: bada.add_bot(room),
            lambda: bada.remove(room, haneul),
            lambda: bada.rename_chat(room, "내 방"),
            lambda: bada.make_forum(room),
            lambda: bada.promote_bot(room),
        ):
            with pytest.raises(AssertionError):
                refused()
        haneul.add_member(room, bada)
        haneul.promote(room, bada, "can_restrict_members")
        sora = world.person("윤소라")
        haneul.add_member(room, sora)
        bada.remove(room, sora)

    def test_names_pins_and_forums(
        self, world: World, haneul: Player, room: Chat, told: Told
    ) -> None:
        told()
        haneul.rename_chat(room, "새 이름")
        haneul.pin(haneul.say("규칙", room))
        basic = haneul.create_group("3조")
        forum = haneul.make_forum(basic)
        assert forum.is_forum
        assert forum.type is ChatType.SUPERGROUP
        topic = haneul.open_topic(forum, "잡담")
        haneul.say("여기요", forum, topic=topic.thread_id)
        assert [one.text for one in haneul.messages(forum)][-1] == "여기요"
        kinds = [one["message"] for one in told()]
        assert kinds[0]["new_chat_title"] == "새 이름"
        assert kinds[2]["pinned_message"]["text"] == "규칙"
        assert haneul.heard(room) == []
        with pytest.raises(AssertionError):
            haneul.last_in(room)
        world.call("sendMessage", {"chat_id": room.id, "text": "안녕하세요"})
        assert haneul.last_in(room).text == "안녕하세요"

    def test_a_migration_keeps_members_and_closes_the_old_group(
        self, world: World, haneul: Player, bada: Player, told: Told
    ) -> None:
        basic = haneul.create_group("1조")
        haneul.add_member(basic, bada)
        new = haneul.upgrade(basic)
        assert told.kinds().count("my_chat_member") == 0
        assert bada.is_in(new)
        link = "https://t.me/+closed"
        basic.links[link] = InviteLink(link, basic.id, haneul.id)
        assert world.person("정솔").request_to_join(link) == "expired"
