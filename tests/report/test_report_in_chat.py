"""What a coordinator reads after /report."""

from datetime import timedelta

from rules.language import Language
from storage.feedback import begin, hand_in
from storage.people import people
from storage.questions import questions
from tests.report.programme import NAMELESS, feedback, full
from tests.town import Town


async def test_the_numbers_of_a_programme_stand_in_one_message(town: Town) -> None:
    boss, _, _ = await full(town)
    boss.say("/report")
    await town.settle()
    lines = boss.last.text.splitlines()
    assert lines[0] == "📊 2026 토닥토닥 멘토링"
    assert lines[1] == "3월 2일(월) 09:00 기준"
    assert lines[3:11] == [
        "참여자 8명 중 7명 등록",
        "대표멘토 2/2 · 멘토 1/1 · 멘티 4/5",
        "그룹 2개 · 채팅방 1개 준비됨",
        "멘토링 데이 진행 2번 · 예정 1번 · 취소 1번",
        "체크인 7건 중 3건 · 평균 4.3점",
        "활동일지 2번 중 1편",
        "질문 2개 · 답변 있음 1개 · 해결 1개",
        "공지 1건 · 받을 분 3명 · 전달 2명 · 확인 1명",
    ]
    assert "피드백 아직 시작하지 않았어요" in boss.last.text
    assert boss.last.labels == ["엑셀로 받기", "📮 피드백"]


async def test_whom_nobody_has_heard_of_is_named_kindly(town: Town) -> None:
    boss, _, _ = await full(town)
    boss.say("/report")
    await town.settle()
    quiet = boss.last.text.split("안부를 물어봐 주세요")[1]
    assert "부담 없이" in quiet
    for name in ("서대표 님(2조)", "조용히 님(2조)", "윤솔 님(2조)", "이중간 님(1조)"):
        assert name in quiet
    for name in ("김하늘", "박대표", "아직이"):
        assert name not in quiet


async def test_a_question_without_a_name_does_not_show_by_who_is_missing_among_the_silent(
    town: Town,
) -> None:
    boss, _, quiet = await full(town)
    asker = await town.member_id(quiet.mentees[0])
    row = {"group_id": quiet.group_id, "asker_id": asker, "body": NAMELESS, "state": "open"}
    async with town.writing() as db:
        await db.add(questions, **row, named=False, asked_at=town.now)
    boss.say("/report")
    await town.settle()
    assert "조용히 님(2조)" in boss.last.text


async def test_of_many_silent_people_twenty_are_named(town: Town) -> None:
    boss, _, quiet = await full(town)
    for number in range(20):
        await town.resident(f"신입{number:02}", group_id=quiet.group_id)
    boss.say("/report")
    await town.settle()
    assert boss.last.text.count("님(") == 20
    assert boss.last.text.endswith("외 4명")


async def test_nobody_is_called_silent_before_the_groups_have_met(town: Town) -> None:
    boss = await town.coordinator()
    await town.group()
    boss.say("/report")
    await town.settle()
    assert "안부" not in boss.last.text
    assert "체크인 0건 중 0건\n" in boss.last.text


async def test_feedback_shows_its_turnout_while_it_is_open(town: Town) -> None:
    boss, busy, quiet = await full(town)
    await feedback(town, [*busy.everyone, *quiet.everyone], close=False)
    boss.say("/report")
    await town.settle()
    assert "피드백 받는 중 · 7명 중 7명 참여" in boss.last.text
    assert "꾸준한 만남" not in boss.last.text


async def test_feedback_shows_its_means_after_the_end(town: Town) -> None:
    boss, busy, quiet = await full(town)
    await feedback(town, [*busy.everyone, *quiet.everyone])
    boss.say("/report")
    await town.settle()
    assert "피드백 7명 참여\n• 꾸준한 만남 5.0점\n• 일에 도움 4.0점" in boss.last.text
    assert "• 편한 분위기 2.6점" in boss.last.text


async def test_feedback_of_too_few_is_not_shown(town: Town) -> None:
    boss, busy, _ = await full(town)
    await feedback(town, busy.everyone)
    boss.say("/report")
    await town.settle()
    assert "4명 참여. 5명보다 적어서" in boss.last.text
    assert "꾸준한 만남" not in boss.last.text


async def test_a_coordinator_who_speaks_english_reads_english(town: Town) -> None:
    boss, _, _ = await full(town)
    me = await town.person_id(boss)
    async with town.writing() as db:
        row = people.update().where(people.c.id == me)
        await db.run(row.values(language=Language.EN.value))
    boss.say("/report")
    await town.settle()
    assert "Check-ins: 3 of 7 · average 4.3" in boss.last.text


async def test_without_a_programme_there_is_a_way_to_the_roster(town: Town) -> None:
    boss = await town.coordinator()
    boss.say("/report")
    await town.settle()
    assert "명단을 먼저 올려 주세요" in boss.last.text
    assert boss.last.labels == ["📋 명단"]


async def test_participants_get_no_report(town: Town) -> None:
    circle = await town.group()
    circle.lead.say("/report")
    await town.settle()
    assert "담당자만" in circle.lead.last.text


async def test_the_menu_leads_to_the_report_and_from_there_to_feedback(town: Town) -> None:
    boss, _, _ = await full(town)
    boss.say("/help")
    await town.settle()
    boss.tap("📊 결과보고")
    await town.settle()
    boss.tap("📮 피드백")
    await town.settle()
    assert "피드백은 아직 시작하지 않았어요" in boss.last.text


async def test_a_round_of_an_earlier_programme_is_not_this_ones(town: Town) -> None:
    boss, busy, _ = await full(town)
    await feedback(town, busy.everyone)
    other = await town.programme("2027 멘토링")
    async with town.writing() as db:
        found = await begin(db, other, town.now + timedelta(days=1))
        await hand_in(db, found.id, await town.person_id(busy.lead), "5555", None)
    boss.say("/report")
    await town.settle()
    assert "2027 멘토링" in boss.last.text
    assert "0명 중 1명 참여" in boss.last.text
    assert "참여자 0명 중 0명" in boss.last.text
