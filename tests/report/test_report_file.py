"""The report as a spreadsheet: it opens, and its numbers are those of the database."""

import pytest

from sandbox.player import Player
from storage.documents import documents
from tests.report.book import report, rows
from tests.report.programme import FORMULA, NAMELESS, feedback, full, sums
from tests.town import Circle, Town

TITLES = [
    "요약",
    "명단",
    "그룹",
    "멘토링 데이",
    "체크인",
    "활동일지",
    "질문과 답변",
    "공지",
]


@pytest.fixture
async def programme(town: Town) -> tuple[Player, Circle, Circle]:
    return await full(town)


async def test_a_coordinator_gets_a_file_with_a_sheet_for_everything(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    boss, _, _ = programme
    book = await report(town, boss)
    assert book.sheetnames == TITLES
    assert "만들고 있어요" in boss.toasts[-1].text
    document = boss.last.document
    assert document
    assert document.name == "결과보고-2026 토닥토닥 멘토링-20260302.xlsx"
    assert "보관에 유의" in boss.last.text
    assert await town.rows(documents) == []


async def test_the_summary_has_the_numbers_of_the_database(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    book = await report(town, programme[0])
    told = {row["항목"]: row["값"] for row in rows(book, "요약")}
    for label, query in {
        "참여자": "SELECT count(*) FROM members",
        "등록한 멘티": "SELECT count(*) FROM members JOIN people ON people.id = person_id"
        " WHERE role = 'mentee' AND registered_at IS NOT NULL",
        "준비된 채팅방": "SELECT count(*) FROM chats WHERE state = 'ready'",
        "체크인": "SELECT count(*) FROM checkins",
        "체크인 평균(5점 만점)": "SELECT avg(score) FROM checkins",
        "활동일지": "SELECT count(*) FROM summaries",
        "질문": "SELECT count(*) FROM questions WHERE state <> 'unposted'",
        "공지를 확인한 사람(공지마다 셈)": "SELECT count(confirmed_at) FROM notice_people",
    }.items():
        assert told[label] == pytest.approx(sums(town.path, query)), label
        assert isinstance(told[label], int | float)
    assert (told["진행한 멘토링 데이"], told["예정된 멘토링 데이"]) == (2, 1)
    assert told["체크인을 부탁한 수"] == 7


async def test_each_sheet_has_a_row_for_each_row_of_the_database(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    book = await report(town, programme[0])
    for title, query in {
        "명단": "SELECT count(*) FROM members",
        "그룹": "SELECT count(*) FROM members WHERE group_id IS NOT NULL",
        "멘토링 데이": "SELECT count(*) FROM days",
        "체크인": "SELECT count(*) FROM checkins",
        "활동일지": "SELECT count(*) FROM summaries",
        "질문과 답변": "SELECT count(*) FROM questions WHERE state <> 'unposted'",
        "공지": "SELECT count(*) FROM notices WHERE state = 'sent'",
    }.items():
        assert len(rows(book, title)) == sums(town.path, query), title


async def test_people_have_their_group_and_what_they_left(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    listed = {row["이름"]: row for row in rows(await report(town, programme[0]), "명단")}
    haneul = listed["김하늘"]
    assert (haneul["구분"], haneul["조"], haneul["부서"]) == ("멘티", 1, "행정지원과")
    assert (haneul["체크인"], haneul["질문(이름을 밝힌 것)"], haneul["연락 가능"]) == (1, 1, "예")
    assert f"{haneul['등록한 때']}" == "2026-03-02 09:00:00", "Seoul's clock, not UTC"
    lead = listed["박대표"]
    assert (lead["구분"], lead["답변"], lead["활동일지"]) == ("대표멘토", 2, 1)
    late = listed["아직이"]
    assert (late["조"], late["등록한 때"], late["체크인"]) == (None, None, 0)


async def test_a_question_without_a_name_stays_without_one_on_every_sheet(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    book = await report(town, programme[0])
    listed = {row["이름"]: row for row in rows(book, "명단")}
    assert listed["정바다"]["질문(이름을 밝힌 것)"] == 0
    solved, nameless = rows(book, "질문과 답변")
    assert (solved["질문한 사람"], solved["상태"], solved["답변"]) == ("김하늘", "해결", 2)
    assert (solved["해결한 답변"], solved["답변한 사람"]) == ("새올에서 하세요", "박대표")
    assert (nameless["질문한 사람"], nameless["내용"]) == (None, NAMELESS)


async def test_days_show_what_became_of_them(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    found = rows(await report(town, programme[0]), "멘토링 데이")
    assert [(row["조"], row["상태"]) for row in found] == [
        (2, "진행"),
        (1, "진행"),
        (1, "예정"),
        (1, "취소"),
    ]
    held = found[1]
    assert (held["인원"], held["체크인"]) == (4, 3)
    assert held["체크인 평균"] == pytest.approx(13 / 3)
    assert f"{held['만난 때']}" == "2026-02-27 09:00:00"
    assert f"{held['활동일지 쓴 때']}" == "2026-02-27 18:30:00"
    assert found[0]["체크인 평균"] is None


async def test_what_looks_like_a_formula_is_a_text(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    book = await report(town, programme[0])
    words = [cell for row in book["체크인"].iter_rows() for cell in row if cell.value == FORMULA]
    assert [cell.data_type for cell in words] == ["s"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


async def test_notices_say_how_far_they_got(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    (notice,) = rows(await report(town, programme[0]), "공지")
    assert (notice["받는 사람"], notice["쓴 사람"]) == ("멘토", "한지우")
    assert (notice["인원"], notice["전달"], notice["확인"]) == (3, 2, 1)


async def test_feedback_has_a_sheet_once_it_may_be_shown(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    boss, busy, quiet = programme
    await feedback(town, [*busy.everyone, *quiet.everyone])
    book = await report(town, boss)
    sheets = rows(book, "피드백")
    assert sorted(row["남긴 말"] for row in sheets) == [f"한마디 {at}" for at in range(7)]
    assert {row["꾸준한 만남"] for row in sheets} == {5}
    assert sorted(row["편한 분위기"] for row in sheets) == [1, 1, 2, 2, 3, 4, 5]
    told = {row["항목"]: row["값"] for row in rows(book, "요약")}
    assert told["피드백 참여"] == 7
    assert told["피드백 평균: 편한 분위기"] == pytest.approx(18 / 7)


@pytest.mark.parametrize("close", [True, False])
async def test_feedback_of_too_few_or_still_open_has_no_sheet(
    town: Town, programme: tuple[Player, Circle, Circle], close: bool
) -> None:
    boss, busy, quiet = programme
    players = busy.everyone if close else [*busy.everyone, *quiet.everyone]
    await feedback(town, players, close=close)
    book = await report(town, boss)
    assert book.sheetnames == TITLES
    assert "피드백" not in str([row["항목"] for row in rows(book, "요약")])
