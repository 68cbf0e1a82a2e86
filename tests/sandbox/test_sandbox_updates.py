"""getUpdates and the queue behind it: what is kept, confirmed, forgotten and refused."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.player import Player
from sandbox.state import Chat
from sandbox.timeline import Timeline
from sandbox.world import Answer, World
from tests.sandbox.conftest import MONDAY, Told


def ids(answer: Answer) -> list[int]:
    return [one["update_id"] for one in answer.result]


class TestOffsets:
    @pytest.fixture
    def three(self, world: World) -> list[int]:
        """The numbers of three waiting updates."""
        person = world.person("김하늘")
        for text in "가나다":
            person.say(text)
        return ids(world.call("getUpdates"))

    def test_updates_come_again_until_they_are_confirmed(
        self, world: World, three: list[int]
    ) -> None:
        assert ids(world.call("getUpdates")) == three
        assert ids(world.call("getUpdates", {"offset": three[1]})) == three[1:]
        assert ids(world.call("getUpdates")) == three[1:]

    def test_an_offset_past_the_end_confirms_everything(
        self, world: World, three: list[int]
    ) -> None:
        assert ids(world.call("getUpdates", {"offset": three[2] + 1})) == []
        assert world.updates.count() == 0

    def test_an_offset_from_far_in_the_future_is_passed_over(
        self, world: World, three: list[int]
    ) -> None:
        assert ids(world.call("getUpdates", {"offset": three[2] + 11})) == three

    def test_a_negative_offset_forgets_all_but_the_last(
        self, world: World, three: list[int]
    ) -> None:
        assert ids(world.call("getUpdates", {"offset": -1})) == three[2:]
        assert ids(world.call("getUpdates")) == three[2:]

    def test_the_limit_lies_between_1_and_100(self, world: World, three: list[int]) -> None:
        assert ids(world.call("getUpdates", {"limit": 2})) == three[:2]
        assert ids(world.call("getUpdates", {"limit": -3})) == three[:1]


class TestWhatIsKept:
    def test_a_message_waits_a_day_and_a_press_150_seconds(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        keys = {"inline_keyboard": [[{"text": "네", "callback_data": "y"}]]}
        world.call("sendMessage", {"chat_id": haneul.id, "text": "?", "reply_markup": keys})
        haneul.tap("네")
        assert told.kinds() == ["message", "callback_query"]
        haneul.tap("네")
        haneul.say("하루를 기다릴 말")
        world.advance(timedelta(seconds=150))
        assert told.kinds() == ["message"]
        haneul.say("또 하루")
        world.advance(timedelta(days=1))
        assert told() == []

    def test_by_default_members_and_reactions_are_left_out(self) -> None:
        world = World(start=MONDAY)
        owner, friend = world.person("박산"), world.person("정솔")
        group = owner.promote_bot(owner.add_bot(owner.create_group("1조", supergroup=True)))
        owner.add_member(group, friend)
        owner.react(owner.say("안녕", group))
        told = Told(world)
        assert told.kinds() == ["my_chat_member", "message", "my_chat_member", "message", "message"]
        world.check()

    def test_what_was_asked_for_stays_asked_for(self, world: World, haneul: Player) -> None:
        world.updates.clear()
        world.call("getUpdates", {"allowed_updates": ["callback_query", "nonsense"]})
        world.call("getUpdates")
        haneul.say("nobody hears this")
        assert world.updates.count() == 0
        assert world.do("getWebhookInfo")["allowed_updates"] == ["callback_query"]
        world.call("getUpdates", {"allowed_updates": []})
        haneul.say("안녕")
        assert world.updates.count() == 1
        assert "allowed_updates" not in world.do("getWebhookInfo")


class TestLongPolling:
    @pytest.fixture
    def lively(self) -> World:
        """A world whose people act while the bot waits."""
        return World(reader=None)

    async def test_a_poll_ends_when_somebody_speaks(self, lively: World) -> None:
        waiting = asyncio.create_task(lively.answer("getUpdates", {"timeout": 30}))
        await asyncio.sleep(0)
        lively.person("김하늘").say("안녕")
        answer = await asyncio.wait_for(waiting, 1)
        assert answer.result[0]["message"]["text"] == "안녕"

    async def test_a_poll_ends_empty_when_its_time_is_up(self, lively: World) -> None:
        assert (await lively.answer("getUpdates", {"timeout": 1})).result == []
        assert lively.updates.waiters == []
        assert lively.poller is None

    async def test_a_poll_ends_empty_when_the_worlds_time_is_moved(self, lively: World) -> None:
        waiting = asyncio.create_task(lively.answer("getUpdates", {"timeout": 30}))
        await asyncio.sleep(0)
        lively.advance(timedelta(days=1))
        assert (await asyncio.wait_for(waiting, 1)).result == []

    async def test_the_second_poller_throws_the_first_out(self, lively: World) -> None:
        first = asyncio.create_task(lively.answer("getUpdates", {"timeout": 30}))
        await asyncio.sleep(0)
        second = asyncio.create_task(lively.answer("getUpdates", {"timeout": 30}))
        refused = await asyncio.wait_for(first, 1)
        assert refused.status == 409
        assert refused.body["description"] == (
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        )
        lively.person("김하늘").say("안녕")
        assert len((await asyncio.wait_for(second, 1)).result) == 1

    async def test_a_webhook_ends_polling(self, lively: World) -> None:
        waiting = asyncio.create_task(lively.answer("getUpdates", {"timeout": 30}))
        await asyncio.sleep(0)
        lively.call("setWebhook", {"url": "https://bot.example/hook"})
        refused = await asyncio.wait_for(waiting, 1)
        assert refused.body["description"] == "Conflict: terminated by setWebhook request"
        again = lively.call("getUpdates")
        assert again.status == 409
        assert again.body["description"] == (
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
        lively.person("김하늘").say("안녕")
        info = lively.do("getWebhookInfo")
        assert (info["url"], info["pending_update_count"]) == ("https://bot.example/hook", 1)
        lively.call("deleteWebhook", {"drop_pending_updates": True})
        assert lively.do("getUpdates") == []

    async def test_setting_a_webhook_may_forget_what_waits(self, lively: World) -> None:
        lively.person("김하늘").say("안녕")
        lively.call("setWebhook", {"url": "https://a.kr", "drop_pending_updates": True})
        assert lively.updates.count() == 0
        lively.call("setWebhook", {"url": ""})
        assert lively.call("getUpdates").ok

    async def test_a_webhook_comes_just_after_an_update(self, lively: World) -> None:
        waiting = asyncio.create_task(lively.answer("getUpdates", {"timeout": 30}))
        await asyncio.sleep(0)
        lively.person("김하늘").say("안녕")
        lively.do("setWebhook", {"url": "https://a.kr"})
        assert (await asyncio.wait_for(waiting, 1)).status == 409
        lively.do("deleteWebhook")
        assert lively.updates.count() == 1

    async def test_a_wrong_token_does_not_wait(self, lively: World) -> None:
        answer = await lively.answer("getUpdates", {"timeout": 30}, token="1:wrong")
        assert answer.status == 401


class TestWhatTheBotHearsInGroups:
    """Privacy mode: a plain member hears what is meant for it; an administrator everything."""

    @pytest.fixture
    def plain(self, haneul: Player, bada: Player, told: Told) -> Chat:
        group = haneul.add_bot(haneul.create_group("2조", supergroup=True))
        haneul.add_member(group, bada)
        told()
        return group

    @pytest.mark.parametrize(
        ("text", "heard"),
        [
            ("점심 먹을까요?", False),
            ("/ask 어떻게 하나요", True),
            ("/ask@todak_bot 어떻게", True),
            ("/ask@other_bot 어떻게", False),
            ("@Todak_bot 안녕", True),
        ],
    )
    def test_a_plain_member(
        self, bada: Player, plain: Chat, told: Told, text: str, heard: bool
    ) -> None:
        bada.say(text, plain)
        assert bool(told()) is heard

    def test_a_reply_to_the_bot_is_heard_and_edits_of_it(
        self, world: World, bada: Player, plain: Chat, told: Told
    ) -> None:
        said = world.do("sendMessage", {"chat_id": plain.id, "text": "질문?"})
        answer = bada.say("답", plain, reply_to=said["message_id"])
        unheard = bada.say("다른 말", plain, reply_to=answer)
        bada.edit(unheard, "또 다른 말")
        bada.edit(answer, "고친 답")
        assert told.kinds() == ["message", "edited_message"]

    def test_an_administrator_hears_everything(
        self, haneul: Player, bada: Player, plain: Chat, told: Told
    ) -> None:
        haneul.promote_bot(plain)
        told()
        said = bada.say("점심 먹을까요?", plain)
        bada.edit(said, "저녁 먹을까요?")
        bada.react(said, "👍")
        bada.react(said, "")
        bada.delete(said)
        assert told.kinds() == [
            "message",
            "edited_message",
            "message_reaction",
            "message_reaction",
        ]

    def test_reactions_in_a_group_need_administration(
        self, bada: Player, plain: Chat, told: Told
    ) -> None:
        bada.react(bada.say("/hi", plain))
        assert told.kinds() == ["message"]

    def test_nothing_is_heard_from_a_group_it_is_not_in(
        self, haneul: Player, plain: Chat, told: Told
    ) -> None:
        haneul.remove_bot(plain)
        assert told.kinds() == ["my_chat_member", "message"]
        haneul.say("/hello", plain)
        assert told() == []


class TestTime:
    def test_a_frozen_world_stands_still_until_it_is_moved(self, world: World) -> None:
        assert world.now == MONDAY
        world.advance(timedelta(hours=1))
        assert world.now == MONDAY + timedelta(hours=1)
        world.set_time(MONDAY)
        assert world.unix_now == int(MONDAY.timestamp())

    def test_a_running_world_goes_on_from_where_it_was_put(self) -> None:
        time = Timeline()
        time.set_time(MONDAY)
        assert timedelta() <= time.now - MONDAY < timedelta(seconds=5)
        time.freeze()
        stood = time.now
        assert time.now == stood
        time.thaw()
        assert timedelta() <= time.now - stood < timedelta(seconds=5)

    def test_freezing_may_name_the_moment(self, world: World) -> None:
        world.freeze(MONDAY + timedelta(days=1))
        assert world.now == MONDAY + timedelta(days=1)

    def test_a_moment_needs_a_zone(self, world: World) -> None:
        with pytest.raises(ValueError, match="zone"):
            world.set_time(datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None))
