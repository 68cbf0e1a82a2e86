"""Approval: groups stand, everybody is told once, and of two coordinators the first wins."""

from handlers.match_acts import approve
from rules.match import NotApproved
from sandbox.player import Player
from storage.drafts import drafts
from storage.groups import groups
from storage.members import members
from storage.offices import offices, programmes
from storage.people import people
from tests.match.people import LEADS, MENTEES, approved, desk, drafted, roster, told
from tests.town import Town


async def test_approval_makes_the_groups_and_tells_each_registered_person_once(
    town: Town,
) -> None:
    boss = await town.coordinator("한지우")
    everybody = await roster(town)
    await drafted(town, boss)
    await approved(town, boss)
    assert "2개 조를 확정했어요. 모두 10명" in boss.last.text
    assert "아직 등록하지 않은 1명" in boss.last.text
    assert [row.number for row in await town.rows(groups)] == [1, 2]
    assert None not in {row.group_id for row in await town.rows(members)}
    assert [row.stage for row in await town.rows(programmes)] == ["running"]
    assert [row.state for row in await town.rows(drafts)] == ["approved"]
    await town.pass_time(hours=1)
    assert {name: len(told(player)) for name, player in everybody.items()} == dict.fromkeys(
        everybody, 1
    )


async def test_each_is_told_the_group_the_people_the_reasons_and_what_comes_next(
    town: Town,
) -> None:
    boss = await town.coordinator("한지우")
    everybody = await roster(town)
    await drafted(town, boss)
    await approved(town, boss)
    lead, haneul = everybody[LEADS[0]], everybody[MENTEES[0]]
    said = told(lead)[0]
    assert said.startswith("🧩 박대표 님, 멘토링 그룹이 정해졌어요.\n2026 토닥토닥 멘토링 1조")
    assert "박대표 · 대표멘토 · 총무과 · 행정 · 9급" in said
    assert "님과 같은 직렬이에요" in said
    assert "이제 그룹 채팅방을 열어 주세요" in said
    assert lead.last.labels == ["💬 그룹 채팅방 열기"]
    assert "멘티들이 또래예요" in told(haneul)[0]
    assert "님과 관심 분야가 같아요: 독서, 등산" in told(haneul)[0]
    assert "⚠️" not in told(haneul)[0], "what a coordinator may look at is not said to people"
    assert "같은 부서" not in told(haneul)[0]
    assert "채팅방이 열리면" in told(haneul)[0]
    assert haneul.last.labels == ["👥 우리 그룹 보기"]


async def test_everybody_is_told_in_their_own_language(town: Town) -> None:
    boss = await town.coordinator("한지우")
    everybody = await roster(town)
    async with town.writing() as db:
        await db.run(people.update().where(people.c.name == MENTEES[1]).values(language="en"))
    await drafted(town, boss)
    await approved(town, boss)
    assert "your mentoring group has been formed" in everybody[MENTEES[1]].last.text


async def test_who_registers_later_is_told_then(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    await approved(town, boss)
    late = town.world.person("안늦게", language_code="ko")
    late.start()
    await town.settle()
    async with town.writing() as db:
        bound = {"user_id": late.id, "consented_at": town.now}
        await db.run(people.update().where(people.c.name == "안늦게").values(**bound))
    late.say("/start")
    await town.settle()
    late.tap("맞아요")
    await town.settle()
    assert len(told(late)) == 1
    await town.restart()
    await town.pass_time(hours=1)
    assert len(told(late)) == 1


async def test_where_nobody_leads_a_mentor_opens_the_chat(town: Town) -> None:
    boss = await town.coordinator("한지우")
    everybody = await roster(town)
    async with town.writing() as db:
        await db.run(members.update().where(members.c.role == "lead").values(role="mentor"))
    await drafted(town, boss)
    await approved(town, boss)
    assert everybody[LEADS[0]].last.labels == ["💬 그룹 채팅방 열기"]


async def test_who_shares_nothing_with_anybody_still_gets_a_reason(town: Town) -> None:
    boss = await town.coordinator("한지우")
    everybody = await roster(town, department="", job_series="", interests="", waiting=())
    async with town.writing() as db:
        await db.run(members.update().values(born_on=None))
    await drafted(town, boss)
    await approved(town, boss)
    assert "고르게 모이도록" in told(everybody[MENTEES[0]])[0]


async def two_at_one_draft(town: Town) -> tuple[Player, Player]:
    jiwoo, seoyeon = await town.coordinator("한지우"), await town.coordinator("윤서연")
    await roster(town)
    await drafted(town, jiwoo)
    seoyeon.say("/match")
    await town.settle()
    for boss in (jiwoo, seoyeon):
        boss.tap("이대로 확정하기")
    await town.settle()
    return jiwoo, seoyeon


async def test_of_two_coordinators_the_first_wins_and_the_second_reads_so(town: Town) -> None:
    jiwoo, seoyeon = await two_at_one_draft(town)
    for boss in (seoyeon, jiwoo):
        boss.tap("네, 확정하고 알릴게요")
    await town.settle()
    assert "확정했어요" in seoyeon.last.text
    assert "이미 확정됐어요" in jiwoo.last.text
    assert len(await town.rows(groups)) == 2


async def test_the_others_buttons_are_old_once_groups_stand(town: Town) -> None:
    jiwoo, seoyeon = await two_at_one_draft(town)
    seoyeon.tap("← 뒤로")
    jiwoo.tap("네, 확정하고 알릴게요")
    await town.settle()
    for label in ("다르게 짜기", "초안 버리기", "이대로 확정하기"):
        seoyeon.tap(label)
    await town.settle()
    assert [toast.text[:3] for toast in seoyeon.toasts if toast.text] == ["이 초"] * 3
    assert seoyeon.last.labels == []
    assert len(await town.rows(drafts)) == 1


async def test_one_may_think_again_before_approving(town: Town) -> None:
    jiwoo, _ = await two_at_one_draft(town)
    jiwoo.tap("← 뒤로")
    await town.settle()
    assert "그룹 초안" in jiwoo.last.text
    assert await town.rows(groups) == []


async def test_another_draft_cannot_be_approved_once_groups_stand(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    boss.tap("다르게 짜기")
    await town.settle()
    boss.tap("이대로 확정하기")
    await town.settle()
    boss.tap("네, 확정하고 알릴게요")
    await town.settle()
    assert [row.state for row in await town.rows(drafts)] == ["passed", "approved"]
    async with desk(town) as at:
        assert await approve(at, 1) is NotApproved.SETTLED


async def test_another_offices_draft_is_not_there(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    async with town.writing() as db:
        other = {"zone": "Asia/Seoul", "language": "ko", "contact": ""}
        await db.run(
            programmes.update().values(office_id=await db.add(offices, name="딴구청", **other))
        )
    async with desk(town) as at:
        assert await approve(at, 1) is NotApproved.GONE


async def test_a_draft_made_while_another_was_approved_is_not_shown(town: Town) -> None:
    jiwoo, seoyeon = await two_at_one_draft(town)
    seoyeon.tap("← 뒤로")
    await town.settle()
    seoyeon.tap("다르게 짜기")
    await town.app.intake.poll()
    await town.app.edge.step()
    jiwoo.tap("네, 확정하고 알릴게요")
    await town.app.intake.poll()
    await town.app.edge.step()
    await town.settle()
    assert "다시 정할 수 없어요" in seoyeon.last.text
    assert [row.state for row in await town.rows(drafts)] == ["approved", "passed"]


async def test_a_roster_that_has_changed_since_asks_for_a_new_draft(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    await town.on_roster("또늦게")
    await approved(town, boss)
    assert "명단이 바뀌었어요" in boss.last.text
    assert await town.rows(groups) == []


async def test_match_shows_approved_groups_and_offers_no_others(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    again = boss.last
    boss.tap("다르게 짜기")
    await town.settle()
    await approved(town, boss)
    boss.say("/match")
    await town.settle()
    assert "확정된 그룹: 10명, 2개 조" in boss.last.text
    assert boss.last.labels == ["한 조씩 보기", "파일로 받기"]
    boss.tap("한 조씩 보기")
    await town.settle()
    assert boss.last.text.startswith("🧩 1조")
    assert again.labels == []


async def test_groups_that_came_without_a_draft_are_only_counted(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await town.group()
    boss.say("/help")
    await town.settle()
    boss.tap("🧩 그룹 짜기")
    await town.settle()
    assert "이미 1개 정해져" in boss.last.text
