"""What each person hears about what they can do here."""

from handlers.house import Place
from rules.language import Language
from rules.people import Role
from sandbox.player import Player
from storage.offices import programmes
from tests.town import Town


async def ask(town: Town, player: Player, text: str = "/help") -> str:
    player.say(text)
    await town.settle()
    return player.last.text


async def test_a_mentee_reads_what_a_mentee_can_do(town: Town) -> None:
    haneul = await town.resident("김하늘")
    said = await ask(town, haneul)
    assert "김하늘 님이 하실 수 있는 일" in said
    assert "/me – 내 정보와 저장된 내용 보기" in said
    assert "인사팀 02-000-0000" in said
    assert "👤 내 정보" in haneul.last.labels
    assert "🔗 초대 링크 받기" not in haneul.last.labels


async def test_a_coordinator_is_offered_more(town: Town) -> None:
    jiwoo = await town.coordinator()
    await ask(town, jiwoo)
    assert {"👤 내 정보", "🔗 초대 링크 받기"} <= set(jiwoo.last.labels)


async def test_help_speaks_the_persons_language(town: Town) -> None:
    john = await town.resident("John", Role.MENTOR, language=Language.EN)
    assert "What you can do, John" in await ask(town, john)
    assert "/lang" in john.last.text


async def test_commands_of_the_group_chat_are_named_apart(town: Town) -> None:
    haneul = await town.resident("김하늘")

    async def on_wave(*_: object) -> None:
        """Nothing: only its place in the help counts."""

    town.app.house.command("start", on_wave, where=Place.GROUP)
    here, _, elsewhere = (await ask(town, haneul)).partition("그룹 채팅방에서")
    assert "/start" in elsewhere
    assert "/start" not in here


async def test_in_a_group_help_names_what_works_there(town: Town) -> None:
    circle = await town.group()
    chat = await circle.chat()
    haneul = circle.mentees[0]
    haneul.say("/help", chat)
    await town.settle()
    said = haneul.last_in(chat).text
    assert "이 채팅방에서 하실 수 있는 일" in said
    assert "/help" in said
    assert "/me" not in said


async def test_a_stranger_in_a_known_group_gets_no_help(town: Town) -> None:
    circle = await town.group()
    chat = await circle.chat()
    eve = await town.stranger("이브")
    circle.lead.add_member(chat, eve)
    eve.say("/help", chat)
    await town.settle()
    assert not [said for said in eve.heard(chat) if "하실 수 있는 일" in said.text]


async def test_a_stranger_is_told_whom_to_ask(town: Town) -> None:
    eve = await town.stranger("이브")
    assert "초대 링크를 받아" in await ask(town, eve)


async def test_somebody_without_a_programme_hears_so(town: Town) -> None:
    haneul = await town.resident("김하늘")
    await town.programme("다음 해 프로그램")
    for asked in ("/help", "/start"):
        assert "참여 중인 프로그램이 없어요" in await ask(town, haneul, asked)
    assert len(await town.rows(programmes)) == 2


async def test_start_greets_with_what_can_be_done(town: Town) -> None:
    haneul = await town.resident("<b>하늘 & 바다</b>")
    assert "<b>하늘 & 바다</b> 님" in await ask(town, haneul, "/start")
    assert "👤 내 정보" in haneul.last.labels


async def test_the_menu_is_one_press_away_and_leaves_any_step(town: Town) -> None:
    haneul, jiwoo = await town.resident("김하늘"), await town.coordinator()
    await ask(town, haneul, "/me")
    haneul.tap("틀린 곳이 있어요")
    await town.settle()
    haneul.tap("처음으로")
    await town.settle()
    assert "무엇을 도와드릴까요" in haneul.last.text
    jiwoo.read()
    await ask(town, haneul, "부서가 달라요")
    assert jiwoo.read() == []


async def test_words_nobody_awaits_lead_to_help(town: Town) -> None:
    haneul = await town.resident("김하늘")
    assert "/help" in await ask(town, haneul, "안녕?")
    assert "/help" in await ask(town, haneul, "/nonsense")
