"""What the way of a message promises, whatever the feature."""

from handlers.house import Place
from handlers.turn import Turn
from rules.programme import COORDINATORS
from tests.town import Town


async def test_a_stranger_is_told_whom_to_ask(town: Town) -> None:
    wanderer = await town.stranger()
    wanderer.say("여기 뭐 하는 곳이에요?")
    await town.settle()
    assert "초대 링크" in wanderer.last.text


async def test_a_group_nobody_knows_gets_nothing(town: Town) -> None:
    wanderer = await town.stranger()
    chat = wanderer.create_group("동네 모임", supergroup=True)
    wanderer.add_bot(chat)
    wanderer.promote_bot(chat)
    wanderer.say("/help", chat)
    wanderer.say("/day", chat)
    await town.settle()
    assert wanderer.heard(chat) == []


async def test_an_unknown_button_gets_a_kind_answer(town: Town) -> None:
    group = await town.group()
    await group.chat()
    haneul = group.mentees[0]
    haneul.say("뭐라고요?")
    await town.settle()
    assert "/help" in haneul.last.text


async def test_a_role_is_checked_at_each_command(town: Town) -> None:
    used: list[str] = []

    async def secret(turn: Turn, argument: str) -> None:
        used.append(argument)

    group = await town.group()
    town.app.house.command("secret", secret, who=COORDINATORS, menu=False)
    haneul = group.mentees[0]
    haneul.say("/secret now")
    await town.settle()
    assert used == []
    assert "담당자" in haneul.last.text


async def test_in_a_group_nobody_knows_a_coordinators_command_gets_no_answer_either(
    town: Town,
) -> None:
    async def secret(turn: Turn, argument: str) -> None:
        raise AssertionError("nobody may")

    group = await town.group()
    haneul = group.mentees[0]
    for name, where in (("inside", Place.GROUP), ("alone", Place.PRIVATE)):
        town.app.house.command(name, secret, who=COORDINATORS, where=where, menu=False)
    chat = haneul.create_group("동네 모임", supergroup=True)
    haneul.add_bot(chat)
    haneul.promote_bot(chat)
    for said in ("/inside", "/alone", "/nonsense", "안녕하세요"):
        haneul.say(said, chat)
    await town.settle()
    assert haneul.heard(chat) == []
