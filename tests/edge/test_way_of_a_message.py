"""What the way of a message promises, whatever the feature."""

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
