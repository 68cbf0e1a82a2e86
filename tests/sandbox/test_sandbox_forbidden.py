"""Who can't be written to, and why."""

from sandbox.player import Player
from sandbox.state import Chat
from sandbox.world import World


class TestForbidden:
    """Who can't be written to, and why."""

    def send(self, world: World, chat_id: int) -> str:
        answer = world.call("sendMessage", {"chat_id": chat_id, "text": "a"})
        assert answer.status == answer.body["error_code"]
        return f"{answer.status} {answer.body['description']}"

    def test_a_person_never_met(self, world: World) -> None:
        stranger = world.person("정솔")
        assert self.send(world, stranger.id) == "400 Bad Request: chat not found"

    def test_a_person_met_in_a_group_who_never_started(self, world: World, room: Chat) -> None:
        stranger = world.person("정솔")
        world.player("김하늘").add_member(room, stranger)
        wanted = "403 Forbidden: bot can't initiate conversation with a user"
        assert self.send(world, stranger.id) == wanted
        stranger.start()
        world.do("sendMessage", {"chat_id": stranger.id, "text": "a"})

    def test_a_person_who_blocked_the_bot(self, world: World, haneul: Player) -> None:
        haneul.block_bot()
        assert self.send(world, haneul.id) == "403 Forbidden: bot was blocked by the user"
        haneul.start()
        assert haneul.user.blocked_bot is False
        assert world.call("sendMessage", {"chat_id": haneul.id, "text": "a"}).ok

    def test_a_person_whose_account_is_gone(self, world: World, haneul: Player) -> None:
        haneul.deactivate()
        assert self.send(world, haneul.id) == "403 Forbidden: user is deactivated"

    def test_the_bot_itself(self, world: World) -> None:
        assert self.send(world, world.bot.id) == "400 Bad Request: chat not found"

    def test_groups_the_bot_was_thrown_out_of(
        self, world: World, haneul: Player, room: Chat
    ) -> None:
        basic = haneul.add_bot(haneul.create_group("2조"))
        haneul.remove_bot(room)
        haneul.remove_bot(basic)
        assert self.send(world, room.id) == "403 Forbidden: bot was kicked from the supergroup chat"
        assert self.send(world, basic.id) == "403 Forbidden: bot was kicked from the group chat"
        assert not world.call("getChat", {"chat_id": room.id}).ok
        assert world.call("getChat", {"chat_id": basic.id}).ok

    def test_groups_the_bot_left_or_never_joined(
        self, world: World, haneul: Player, room: Chat
    ) -> None:
        world.do("leaveChat", {"chat_id": room.id})
        wanted = "403 Forbidden: bot is not a member of the supergroup chat"
        assert self.send(world, room.id) == wanted
        strange = haneul.create_group("남의 방")
        assert self.send(world, strange.id) == "400 Bad Request: chat not found"

    def test_a_group_that_became_a_supergroup(self, world: World, haneul: Player) -> None:
        basic = haneul.create_group("2조")
        haneul.add_bot(basic)
        new = haneul.upgrade(basic)
        answer = world.call("sendMessage", {"chat_id": basic.id, "text": "a"})
        assert answer.body == {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": new.id},
        }
        assert world.call("getChatMemberCount", {"chat_id": basic.id}).status == 400
        assert world.call("sendMessage", {"chat_id": new.id, "text": "a"}).ok

    def test_a_group_that_lets_nobody_write(self, world: World, haneul: Player, room: Chat) -> None:
        haneul.demote_bot(room)
        room.permissions = []
        wanted = "400 Bad Request: not enough rights to send text messages to the chat"
        assert self.send(world, room.id) == wanted
        poll = {"chat_id": room.id, "question": "a", "options": ["a"]}
        assert "send polls to the chat" in world.call("sendPoll", poll).body["description"]
        haneul.promote_bot(room)
        assert world.call("sendMessage", {"chat_id": room.id, "text": "a"}).ok
