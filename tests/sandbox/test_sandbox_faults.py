"""What goes wrong on demand, and Telegram's limits when they are switched on."""

from datetime import timedelta

import pytest
import telegram

from sandbox.faults import FaultKind, WireFailure
from sandbox.player import Player
from sandbox.state import Chat
from sandbox.world import Answer, World
from tests.sandbox.conftest import Told


def send(world: World, chat_id: int, text: str = "a") -> Answer:
    return world.call("sendMessage", {"chat_id": chat_id, "text": text})


class TestFaults:
    def test_too_many_requests_for_a_while(self, world: World, haneul: Player) -> None:
        world.faults.add("sendMessage", FaultKind.FLOOD, times=2, retry_after=3)
        answer = send(world, haneul.id)
        assert answer.body == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3",
            "parameters": {"retry_after": 3},
        }
        assert (answer.status, answer.retry_after) == (429, 3)
        assert not send(world, haneul.id).ok
        assert send(world, haneul.id).ok

    def test_a_server_error_and_any_refusal(self, world: World, haneul: Player) -> None:
        world.faults.add("sendmessage", "server_error")
        world.faults.add(
            "*", "refuse", code=403, description="Forbidden: the group chat was deleted"
        )
        assert send(world, haneul.id).status == 502
        answer = send(world, haneul.id)
        assert (answer.status, answer.retry_after) == (403, 0)
        world.faults.add("getMe", "server_error")
        with pytest.raises(AssertionError, match="502 Bad Gateway"):
            world.do("getMe")

    def test_a_fault_may_be_meant_for_one_chat(
        self, world: World, haneul: Player, bada: Player
    ) -> None:
        world.faults.add("sendMessage", "flood", chat_id=bada.id)
        assert send(world, haneul.id).ok
        assert world.call("sendMessage", {"chat_id": "@x", "text": "a"}).status == 400
        assert not send(world, bada.id).ok

    @pytest.mark.parametrize(
        ("kind", "arrives", "timed_out"),
        [
            ("timeout_before", False, True),
            ("timeout_after", True, True),
            ("drop_before", False, False),
            ("drop_after", True, False),
        ],
    )
    def test_no_answer_with_and_without_the_effect(
        self, world: World, haneul: Player, kind: str, arrives: bool, timed_out: bool
    ) -> None:
        world.faults.add("sendMessage", kind)
        with pytest.raises(WireFailure) as failed:
            send(world, haneul.id)
        assert failed.value.timed_out is timed_out
        assert bool(haneul.heard()) is arrives

    def test_a_planned_fault_can_be_taken_back(self, world: World, haneul: Player) -> None:
        world.faults.add("*", "flood")
        world.faults.clear()
        assert send(world, haneul.id).ok

    def test_an_update_handed_out_twice(self, world: World, haneul: Player, told: Told) -> None:
        world.faults.add("getUpdates", "duplicate_update")
        first, second = told()
        assert first == second
        haneul.say("또")
        assert len(told()) == 1

    def test_an_update_nobody_can_read_stays_so_until_confirmed(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        told()
        world.faults.add("getUpdates", "broken_update")
        assert told() == []
        haneul.say("하나")
        haneul.say("둘")
        broken, whole = world.do("getUpdates")
        assert broken["message"] == 7
        assert world.do("getUpdates")[0]["message"] == 7
        assert whole["message"]["text"] == "둘"
        with pytest.raises(AttributeError):
            telegram.Update.de_json(broken, None)
        assert len(world.verdicts) == 2  # the reader can't read it either
        world.verdicts.clear()
        world.wire.entries.clear()


class TestLimits:
    @pytest.fixture
    def strict(self, world: World) -> World:
        world.limits.enforce = True
        return world

    def test_they_are_off_unless_switched_on(self, world: World, haneul: Player) -> None:
        assert all(send(world, haneul.id).ok for _ in range(40))

    def test_a_short_burst_to_one_chat_passes(self, strict: World, haneul: Player) -> None:
        passed = [send(strict, haneul.id).ok for _ in range(6)]
        assert passed == [True] * 5 + [False]
        strict.advance(timedelta(seconds=1))
        assert send(strict, haneul.id).ok

    def test_edits_count_and_answers_to_presses_do_not(self, strict: World, haneul: Player) -> None:
        message_id = send(strict, haneul.id).result["message_id"]
        target = {"chat_id": haneul.id, "message_id": message_id}
        edits = [
            strict.call("editMessageText", target | {"text": str(number)}).ok for number in range(5)
        ]
        assert edits == [True] * 4 + [False]
        assert strict.call("answerCallbackQuery", {"callback_query_id": "1"}).status == 400

    def test_thirty_a_second_overall(self, strict: World) -> None:
        people = [strict.person(f"사람 {number}") for number in range(31)]
        for person in people:
            person.start()
        answers = [send(strict, person.id) for person in people]
        assert [one.ok for one in answers] == [True] * 30 + [False]
        assert answers[-1].retry_after == 1
        strict.advance(timedelta(seconds=1))
        assert send(strict, people[-1].id).ok

    def test_twenty_a_minute_in_a_group(self, strict: World, room: Chat) -> None:
        sent = []
        for _ in range(21):
            sent.append(send(strict, room.id))
            strict.advance(timedelta(seconds=1))
        assert [one.ok for one in sent] == [True] * 20 + [False]
        wait = sent[-1].retry_after
        assert wait == 40
        strict.advance(timedelta(seconds=wait - 2))
        assert send(strict, room.id).retry_after == 1
        strict.advance(timedelta(seconds=1))
        assert send(strict, room.id).ok
