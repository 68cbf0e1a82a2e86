"""What is known of me, who can see it, and the language I am spoken to in."""

from rules.language import Language
from rules.people import Role
from sandbox.player import Player
from storage.checkins import checkins
from storage.days import days
from storage.door import Writing
from storage.feedback import feedback_rounds, feedback_turnout
from storage.notices import notice_people, notices
from storage.people import people
from storage.questions import answers, questions
from storage.summaries import summaries
from tests.town import Town


async def ask(town: Town, player: Player, text: str = "/me") -> str:
    player.say(text)
    await town.settle()
    return player.last.text


async def test_somebody_new_sees_their_profile_and_that_nothing_was_left_yet(town: Town) -> None:
    circle = await town.group(3)
    said = await ask(town, circle.mentees[0])
    for part in (
        "이름: 김하늘",
        "역할: 멘티 (한빛구청)",
        "프로그램: 2026 토닥토닥 멘토링",
        "그룹: 3조",
        "부서: 행정지원과",
        "직급: 9급",
        "생년월일: 1998년 5월 5일",
        "언어: 한국어",
        "아직 없어요.",
        "동의하신 날: 2026년 3월 2일",
        "한빛구청 담당자만",
    ):
        assert part in said
    assert "관심 분야:" not in said


async def test_what_somebody_left_is_counted_and_others_things_are_not(town: Town) -> None:
    circle = await town.group()
    haneul, bada = circle.mentees
    async with town.writing() as db:
        await _leave_traces(db, town, circle.group_id, await _ids(town, haneul))
    said = await ask(town, haneul)
    for part in (
        "체크인 1번",
        "질문 1개",
        "답변 1개",
        "활동일지 1편",
        "공지 1개",
        "피드백 참여 1번",
    ):
        assert part in said
    assert "아직 없어요." in await ask(town, bada)


async def _ids(town: Town, player: Player) -> tuple[int, int]:
    return await town.person_id(player), await town.member_id(player)


async def _leave_traces(db: Writing, town: Town, group_id: int, ids: tuple[int, int]) -> None:
    (person_id, member_id), now = ids, town.now
    day = {"group_id": group_id, "starts_at": now, "place": "", "state": "planned"}
    needed = {c.name: now for c in days.c if c.name.endswith("_at") and not c.nullable}
    whose = {c.name: member_id for c in days.c if c.name == "planned_by"}
    day_id = await db.add(days, **needed | whose | day)
    await db.add(checkins, day_id=day_id, member_id=member_id, score=4, tapped_at=now)
    asked = {"asker_id": member_id, "body": "?", "state": "open", "asked_at": now}
    question_id = await db.add(questions, group_id=group_id, **asked)
    await db.add(answers, question_id=question_id, member_id=member_id, body="!", given_at=now)
    await db.add(summaries, day_id=day_id, member_id=member_id, body="...", written_at=now)
    told = {"audience": "all", "body": "...", "state": "sent", "written_at": now}
    notice_id = await db.add(notices, programme_id=1, **told)
    await db.add(notice_people, notice_id=notice_id, person_id=person_id)
    round_id = await db.add(feedback_rounds, programme_id=1, opened_at=now)
    await db.add(feedback_turnout, round_id=round_id, person_id=person_id)


async def test_a_coordinator_sees_what_is_known_of_them_too(town: Town) -> None:
    said = await ask(town, await town.coordinator())
    assert "역할: 담당자" in said
    assert "부서:" not in said


async def test_odd_names_and_values_come_through_whole(town: Town) -> None:
    name = "<b>김&하늘</b> 🌊" + "가" * 45
    player = await town.resident(name, Role.LEAD, department='"<복지>" & 정책', interests="🎸 <3")
    said = await ask(town, player)
    for part in (name, '"<복지>" & 정책', "🎸 <3", "대표멘토"):
        assert part in said


async def test_the_button_in_the_menu_does_the_same(town: Town) -> None:
    haneul = await town.resident("김하늘")
    await ask(town, haneul, "/start")
    haneul.tap("👤 내 정보")
    await town.settle()
    assert "이름: 김하늘" in haneul.last.text


async def test_the_language_one_has_already_changes_nothing(town: Town) -> None:
    haneul = await town.resident("김하늘")
    await ask(town, haneul)
    haneul.tap("언어")
    await town.settle()
    haneul.tap("한국어")
    await town.settle()
    assert "바뀐 것은 없어요" in haneul.toasts[-1].text


async def test_the_language_changes_at_once_and_stays(town: Town) -> None:
    haneul = await town.resident("김하늘")
    await ask(town, haneul)
    haneul.tap("언어")
    await town.settle()
    assert haneul.last.labels == ["한국어", "English"]
    haneul.tap("English")
    await town.settle()
    assert "I'll speak English" in haneul.last.text
    assert haneul.last.labels == []
    await town.restart()
    assert "Your details" in await ask(town, haneul)
    assert (await town.rows(people))[0].language == "en"


async def test_back_to_korean_by_command(town: Town) -> None:
    john = await town.resident("John", language=Language.EN)
    assert "language" in await ask(town, john, "/lang")
    john.tap("한국어")
    await town.settle()
    assert "한국어로 말씀드릴게요" in john.last.text


async def test_a_stranger_has_nothing_to_see_and_nothing_to_set(town: Town) -> None:
    eve = await town.stranger("이브")
    for asked in ("/me", "/lang"):
        assert "초대 링크를 받아" in await ask(town, eve, asked)


async def test_in_a_group_nobodys_details_are_shown(town: Town) -> None:
    circle = await town.group()
    chat = await circle.chat()
    haneul = circle.mentees[0]
    haneul.say("/me", chat)
    await town.settle()
    assert "1:1 대화" in haneul.last_in(chat).text
    assert haneul.read() == []
