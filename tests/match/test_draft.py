"""The coordinator has groups formed, and looks at the draft before anybody hears of it."""

import pytest

from rules.people import Role
from storage.drafts import draft_places, drafts
from storage.groups import groups
from storage.jobs import jobs
from storage.members import members
from storage.people import people
from tests.match.people import MENTEES, drafted, roster, told
from tests.roster.rosters import SAMPLE, send
from tests.town import Town


async def test_the_sample_roster_makes_a_draft_of_19_groups_far_better_than_chance(
    town: Town,
) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, SAMPLE.name, SAMPLE.read_bytes())
    boss.tap("111명 명단에 올리기")
    await town.settle()
    boss.tap("🧩 그룹 짜기")
    await town.settle()
    assert "대표멘토 19명, 멘토 19명, 멘티 73명을 19개 조로" in boss.last.text
    boss.tap("그룹 짜기 시작")
    await town.settle()
    shown = boss.last.text
    assert "111명을 19개 조로 나누었어요" in shown
    assert "점 · 무작위로 나누면 평균 6" in shown
    assert "– 멘토와 다른 부서: 100점" in shown
    assert "19조: " in shown
    (draft,) = await town.rows(drafts)
    assert (draft.state, draft.seed) == ("ready", 1)
    assert len(await town.rows(draft_places)) == 111
    assert not await town.rows(groups)


async def test_the_coordinator_hears_at_once_that_groups_are_being_formed(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    boss.say("/match")
    await town.settle()
    assert "대표멘토 2명, 멘토 2명, 멘티 6명을 2개 조로" in boss.last.text
    boss.tap("그룹 짜기 시작")
    await town.app.intake.poll()
    await town.app.edge.step()
    while await town._sent():
        pass
    assert boss.last.text.startswith("🧩 그룹을 짜고 있어요")
    await town.settle()
    assert "그룹 초안: 10명을 2개 조로" in boss.last.text
    assert not [each for each in boss.heard() if "짜고 있어요" in each.text]


async def test_the_pages_show_each_person_with_their_reasons_in_place(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    messages = len(boss.heard())
    boss.tap("한 조씩 보기")
    await town.settle()
    first = boss.last.text
    assert first.startswith("🧩 1조 (2개 조)")
    assert "박대표 · 대표멘토 · 총무과 · 행정 · 9급" in first
    assert "– 멘티들이 모두 같은 해에 태어남" in first
    assert "⚠️" in first, "everybody comes from one department here"
    assert boss.last.labels == ["2조 →", "↑ 전체 보기"]
    boss.tap("2조 →")
    await town.settle()
    assert boss.last.text.startswith("🧩 2조")
    boss.tap("← 1조")
    await town.settle()
    assert boss.last.text == first
    boss.tap("↑ 전체 보기")
    await town.settle()
    assert "그룹 초안" in boss.last.text
    assert len(boss.heard()) == messages


async def test_the_file_has_everybody_with_all_reasons(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    boss.tap("파일로 받기")
    await town.settle()
    file = boss.last.document
    assert file
    assert file.name == "그룹.csv"
    lines = file.data.decode("utf-8-sig").splitlines()
    assert lines[0] == "조,구분,성명,부서,직렬,직급,이유"
    assert len(lines) == 11
    assert "관심 분야가 같음: 독서, 등산" in lines[1]


async def test_another_way_is_another_draft_with_the_next_seed(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    boss.tap("다르게 짜기")
    await town.settle()
    assert [row.seed for row in await town.rows(drafts)] == [1, 2]
    assert "그룹 초안" in boss.last.text


async def test_a_second_press_while_groups_are_formed_starts_nothing(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    boss.say("/match")
    await town.settle()
    boss.tap("그룹 짜기 시작")
    boss.tap("그룹 짜기 시작")
    await town.settle()
    assert boss.toasts[-1].text.startswith("벌써 짜고 있어요")
    assert len(await town.rows(drafts)) == 1


async def test_a_dropped_draft_is_gone_and_its_buttons_are_old(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    for label in ("초안 버리기", "초안 버리기", "한 조씩 보기", "이대로 확정하기"):
        boss.tap(label)
    await town.settle()
    assert "초안을 버렸어요" in boss.last.text
    assert [toast.text[:3] for toast in boss.toasts if toast.text] == ["이 초"] * 3
    assert [row.state for row in await town.rows(drafts)] == ["dropped"]


async def test_match_shows_the_draft_that_waits(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    await drafted(town, boss)
    boss.say("/match")
    await town.settle()
    assert "그룹 초안" in boss.last.text
    assert "이대로 확정하기" in boss.last.labels


async def test_groups_of_any_size_are_shown_within_one_message(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await town.resident("박대표", Role.LEAD)
    for number in range(60):
        await town.on_roster(f"{'가' * 50}{number}")
    await drafted(town, boss)
    boss.tap("한 조씩 보기")
    await town.settle()
    assert "나머지는 파일에서" in boss.last.text
    assert boss.last.labels == ["↑ 전체 보기"]


async def test_without_a_programme_the_way_leads_to_the_roster(town: Town) -> None:
    boss = await town.coordinator("한지우")
    boss.say("/match")
    await town.settle()
    assert "명단이 먼저" in boss.last.text
    boss.tap("📋 명단 보기")
    await town.settle()
    assert "아직 명단이 없어요" in boss.last.text


@pytest.mark.parametrize(
    ("roles", "sentence"),
    [
        ([Role.MENTEE], "멘토가 한 분도 없어서"),
        ([Role.LEAD], "멘티가 한 분도 없어서"),
        ([Role.LEAD, Role.LEAD, Role.MENTEE], "2개 조가 되는데 멘티가 1명뿐"),
    ],
)
async def test_who_cannot_be_grouped_is_said_before_anything_is_tried(
    town: Town, roles: list[Role], sentence: str
) -> None:
    boss = await town.coordinator("한지우")
    for number, role in enumerate(roles):
        await town.on_roster(f"사람{number}", role)
    boss.say("/match")
    await town.settle()
    assert sentence in boss.last.text
    assert boss.last.labels == ["📋 명단 보기"]
    assert await town.rows(jobs) == []


async def test_a_roster_that_shrank_before_the_search_is_answered_with_the_reason(
    town: Town,
) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    boss.say("/match")
    await town.settle()
    boss.tap("그룹 짜기 시작")
    async with town.writing() as db:
        await db.run(members.delete().where(members.c.role == "mentee"))
    await town.settle()
    assert "멘티가 한 분도 없어서" in boss.last.text
    assert [row.state for row in await town.rows(drafts)] == ["failed"]


async def test_a_search_that_breaks_is_said_and_can_be_tried_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)

    async def breaks(*_: object) -> None:
        raise RuntimeError("the search broke")

    with monkeypatch.context() as broken:
        broken.setitem(town.app.house.jobs, "match.form", breaks)
        await drafted(town, boss)
    assert "문제가 생겼어요" in boss.last.text
    assert "인사팀 02-000-0000" in boss.last.text
    boss.tap("그룹 짜기 시작")
    await town.settle()
    assert "그룹 초안" in boss.last.text


async def test_a_draft_whose_coordinator_left_is_made_for_nobody(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    boss.say("/match")
    await town.settle()
    boss.tap("그룹 짜기 시작")
    await town.app.intake.poll()
    await town.app.edge.step()
    async with town.writing() as db:
        await db.run(drafts.update().values(made_by=None))
    await town.settle()
    assert [row.state for row in await town.rows(drafts)] == ["making"]


async def test_a_killed_search_is_done_again_after_the_restart(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    boss.say("/match")
    await town.settle()
    boss.tap("그룹 짜기 시작")
    await town.app.intake.poll()
    await town.app.edge.step()
    await town.restart()
    await town.settle()
    assert "그룹 초안" in boss.last.text


async def test_nobody_hears_of_a_draft_and_mentees_cannot_ask_for_one(town: Town) -> None:
    boss = await town.coordinator("한지우")
    everybody = await roster(town)
    await drafted(town, boss)
    assert [name for name, player in everybody.items() if told(player)] == []
    haneul = everybody[MENTEES[0]]
    haneul.say("/match")
    await town.settle()
    assert "담당자만" in haneul.last.text


async def test_an_english_speaking_coordinator_reads_the_draft_in_english(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await roster(town)
    async with town.writing() as db:
        await db.run(people.update().values(language="en"))
    boss.say("/match")
    await town.settle()
    boss.tap("Form groups")
    await town.settle()
    assert "Draft: 10 people in 2 groups" in boss.last.text
    boss.tap("Look at each group")
    await town.settle()
    assert "– mentees all born in the same year" in boss.last.text
