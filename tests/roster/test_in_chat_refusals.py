"""What is no roster, or nobody's to send: a clear sentence, and nothing entered."""

import pytest

from storage.documents import documents
from storage.jobs import jobs
from storage.people import people
from tests.roster.rosters import CIRCLE, csv_of, send
from tests.town import Town


async def test_a_file_over_five_megabytes_is_refused_before_it_is_fetched(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, "명단.csv", b"x" * (5 * 1024 * 1024 + 1))
    assert "5 MB까지" in boss.last.text
    assert await town.rows(jobs) == []
    assert not [entry for entry in town.world.wire.entries if entry.name == "getFile"]


async def test_a_file_whose_size_nobody_told_is_refused_when_it_turns_out_too_big(
    town: Town,
) -> None:
    boss = await town.coordinator("한지우")
    boss.send_document("명단.csv", b"x" * (5 * 1024 * 1024 + 1))
    _forget_sizes(town)
    await town.settle()
    assert "5 MB까지" in boss.last.text


def _forget_sizes(town: Town) -> None:
    for pending in town.world.state.pending:
        pending.raw.get("message", {}).get("document", {}).pop("file_size", None)


async def test_more_than_twenty_thousand_rows_are_refused(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, "명단.csv", csv_of(*[CIRCLE[2]] * 20_001))
    assert "20,000행까지" in boss.last.text


async def test_a_picture_is_no_roster(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, "사진.png", b"\x89PNG\r\n\x1a\n\0\0\0")
    assert "명단으로 읽을 수 있는 파일이 아니에요" in boss.last.text


async def test_a_list_without_roles_is_told_which_column_is_missing(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, "명단.csv", "성명,부서\n김하늘,총무과\n".encode())
    assert "찾지 못했어요: 구분" in boss.last.text


async def test_a_file_telegram_does_not_hand_over_is_asked_for_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.bench.TRIES", 1)  # the pauses between tries are real seconds
    boss = await town.coordinator("한지우")
    town.world.faults.add("getFile", "refuse", times=10, code=400, description="Bad Request")
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    assert "가져오지 못했어요" in boss.last.text


async def test_a_mentees_file_is_not_taken_for_a_roster(town: Town) -> None:
    group = await town.group(mentees=("김하늘", "정바다"))
    haneul = group.mentees[0]
    await send(town, haneul, "명단.csv", csv_of(*CIRCLE))
    assert "이해하지 못했어요" in haneul.last.text
    assert await town.rows(jobs) == []


async def test_somebody_who_is_no_coordinator_any_more_hears_nothing_of_the_list(
    town: Town,
) -> None:
    boss = await town.coordinator("한지우")
    boss.send_document("명단.csv", csv_of(*CIRCLE))
    await town.app.intake.poll()
    await town.app.edge.step()
    async with town.writing() as db:
        await db.run(people.update().values(coordinator=False))
    await town.settle()
    assert "파일을 읽고 있어요" in boss.last.text
    assert await town.rows(documents) == []
