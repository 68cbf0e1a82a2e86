"""One update, one turn: what holds when handlers fail, repeat, or meet nonsense."""

from dataclasses import dataclass

import pytest

from handlers.buttons import packed
from handlers.desk import Desk
from handlers.house import Outcome
from handlers.keys import key
from handlers.turn import Turn
from rules.programme import COORDINATORS
from sandbox.player import Player
from storage.facts import facts, learn
from storage.inbox import inbox
from storage.outbox import outbox
from tests.town import Town


@packed("tst")
@dataclass(frozen=True, slots=True)
class Poke:
    """A button of these tests."""

    number: int


async def note(turn: Turn, argument: str) -> None:
    """Write something down and say it."""
    await learn(turn.db, f"{turn.scene.user_id}:{argument}", "noted")
    turn.say("common-nothing-changed")


@pytest.fixture
async def haneul(town: Town) -> Player:
    group = await town.group(mentees=("김하늘", "정바다"))
    town.app.house.command("note", note, menu=False)
    return group.mentees[0]


async def test_what_a_failing_turn_wrote_is_undone_and_the_person_hears_an_apology(
    town: Town, haneul: Player
) -> None:
    async def half(turn: Turn, argument: str) -> None:
        await note(turn, argument)
        raise RuntimeError("in the middle")

    town.app.house.command("half", half, menu=False)
    haneul.say("/half one")
    await town.settle()
    assert haneul.read() == []
    await town.pass_time(seconds=1)
    await town.pass_time(seconds=4)
    assert "죄송" in haneul.last.text
    assert not [row for row in await town.rows(facts) if row.value == "noted"]
    (row,) = await town.rows(inbox, state="aside")
    assert (row.trouble, row.tries) == ("RuntimeError", 2)


async def test_a_turn_that_fails_once_is_done_at_the_second_try_without_an_apology(
    town: Town, haneul: Player
) -> None:
    tries = []

    async def shaky(turn: Turn, argument: str) -> None:
        tries.append(argument)
        if len(tries) == 1:
            raise RuntimeError("only once")
        await note(turn, argument)

    town.app.house.command("shaky", shaky, menu=False)
    haneul.say("/shaky one")
    await town.settle()
    await town.pass_time(seconds=1)
    assert [message.text for message in haneul.read()] == ["바뀐 것은 없어요."]


async def test_while_one_person_waits_for_a_retry_her_order_holds_and_others_go_on(
    town: Town, haneul: Player
) -> None:
    heard: list[str] = []

    async def first_fails(turn: Turn, argument: str) -> None:
        heard.append(argument)
        if heard == ["하늘 1"]:
            raise RuntimeError("once")

    town.app.house.command("order", first_fails, menu=False)
    bada = town.world.player("정바다")
    haneul.say("/order 하늘 1")
    haneul.say("/order 하늘 2")
    bada.say("/order 바다 1")
    await town.settle()
    assert heard == ["하늘 1", "바다 1"]
    await town.pass_time(seconds=1)
    assert heard == ["하늘 1", "바다 1", "하늘 1", "하늘 2"]


async def test_who_speaks_while_another_waits_for_a_retry_is_heard_at_once(
    town: Town, haneul: Player
) -> None:
    async def fails(turn: Turn, argument: str) -> None:
        raise RuntimeError("each time")

    town.app.house.command("fails", fails, menu=False)
    haneul.say("/fails")
    await town.settle()
    bada = town.world.player("정바다")
    bada.say("/note 바다")
    await town.settle()
    assert len(bada.read()) == 1


async def test_an_update_delivered_three_times_is_done_once(town: Town, haneul: Player) -> None:
    for _ in range(2):
        town.world.faults.add("*", "duplicate_update")
    haneul.say("/note once")
    await town.settle()
    assert len(haneul.read()) == 1


async def test_an_unreadable_update_is_set_aside_and_the_next_is_done(
    town: Town, haneul: Player
) -> None:
    town.world.faults.add("*", "broken_update")
    haneul.say("/note broken")
    await town.settle()
    haneul.say("/note whole")
    await town.settle()
    assert [message.text for message in haneul.read()] == ["바뀐 것은 없어요."]
    (row,) = await town.rows(inbox, state="aside")
    assert row.trouble == "unreadable"
    town.world.verdicts.clear()  # the reader objects to the nonsense, as it should


async def test_words_are_not_kept_once_they_are_dealt_with(town: Town, haneul: Player) -> None:
    haneul.say("/note 비밀이에요")
    await town.settle()
    assert all(row.body is None for row in await town.rows(inbox, state="done"))
    assert all(row.params is None for row in await town.rows(outbox, state="sent"))


async def test_a_role_is_checked_at_each_press(town: Town, haneul: Player) -> None:
    pressed: list[Poke] = []

    async def poked(turn: Turn, poke: Poke) -> None:
        pressed.append(poke)

    async def show(turn: Turn, argument: str) -> None:
        turn.say("common-nothing-changed", keys=[[key("common-button-cancel", Poke(3))]])

    town.app.house.press(Poke, poked, who=COORDINATORS)
    town.app.house.command("show", show, menu=False)
    haneul.say("/show")
    await town.settle()
    haneul.tap("취소")
    await town.settle()
    assert pressed == []
    assert haneul.toasts[-1].alert
    assert "담당자" in haneul.toasts[-1].text


async def test_a_button_of_another_release_gets_a_kind_answer(town: Town, haneul: Player) -> None:
    async def show(turn: Turn, argument: str) -> None:
        turn.say("common-nothing-changed", keys=[[key("common-button-cancel", Poke(3))]])

    town.app.house.command("show", show, menu=False)
    town.app.house.presses.pop(Poke, None)
    haneul.say("/show")
    await town.settle()
    haneul.tap("취소")
    await town.settle()
    assert "예전에" in haneul.toasts[-1].text


async def test_the_result_of_a_call_comes_back_as_a_turn_of_its_own(
    town: Town, haneul: Player
) -> None:
    outcomes: list[Outcome] = []

    async def came_back(desk: Desk, poke: Poke, outcome: Outcome) -> None:
        outcomes.append(outcome)
        await learn(desk.db, "came back", str(poke.number))

    async def ask(turn: Turn, argument: str) -> None:
        turn.call("getChat", haneul.id, {}, then=Poke(1))
        turn.call("getChatMember", -5, {"user_id": 1}, then=Poke(2))

    town.app.house.result(Poke, came_back)
    town.app.house.command("look", ask, menu=False)
    haneul.say("/look")
    await town.settle()
    assert outcomes[0].result["id"] == haneul.id
    assert outcomes[1].trouble == "chat not found"


async def test_a_job_comes_back_once_and_a_failing_one_says_so(town: Town, haneul: Player) -> None:
    outcomes: list[Outcome] = []

    async def came_back(desk: Desk, poke: Poke, outcome: Outcome) -> None:
        outcomes.append(outcome)

    async def work(bench: object, args: dict[str, int]) -> int:
        return 10 // args["by"]

    async def ask(turn: Turn, argument: str) -> None:
        turn.job("divide", {"by": int(argument)}, Poke(1), lane=1)

    town.app.house.result(Poke, came_back)
    town.app.house.job("divide", work)
    town.app.house.command("divide", ask, menu=False)
    haneul.say("/divide 5")
    haneul.say("/divide 0")
    await town.settle()
    assert sorted(outcome.trouble or str(outcome.result) for outcome in outcomes) == ["2", "failed"]


async def test_a_killed_bot_goes_on_where_it_was(town: Town, haneul: Player) -> None:
    haneul.say("/note 하나")
    await town.app.intake.poll()
    await town.restart()
    town.app.house.command("note", note, menu=False)
    haneul.say("/note 둘")
    await town.settle()
    assert len(haneul.read()) == 2
    kept = {row.name for row in await town.rows(facts) if row.value == "noted"}
    assert kept == {f"{haneul.id}:하나", f"{haneul.id}:둘"}
