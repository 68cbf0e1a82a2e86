"""A coordinator sends a file, sees what was read of it, and the right people go in once."""

from datetime import timedelta

from rules.people import Role
from storage.documents import documents
from storage.inbox import inbox
from storage.jobs import jobs
from storage.members import members
from storage.offices import programmes
from storage.people import people
from tests.roster.rosters import CIRCLE, SAMPLE, csv_of, imported, send
from tests.town import Town


async def names(town: Town) -> list[str]:
    everybody = {row.id: row.name for row in await town.rows(people)}
    return [everybody[row.person_id] for row in await town.rows(members)]


async def test_the_sample_roster_becomes_111_people_in_its_own_order(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, SAMPLE.name, SAMPLE.read_bytes())
    assert "대표멘토 19명 · 멘토 19명 · 멘티 73명" in boss.last.text
    assert "새 프로그램: 2026년 신규공무원 멘토링" in boss.last.text
    assert "연번, 구분, 성명, 부서, 직렬, 직급, 생년월일, 임용일, 관심분야" in boss.last.text
    assert await names(town) == []
    boss.tap("111명 명단에 올리기")
    await town.settle()
    assert "111명을 2026년 신규공무원 멘토링 명단에 올렸어요" in boss.last.text
    assert boss.last.labels == ["🔗 초대 링크 받기", "🧩 그룹 짜기"]
    rows = await town.rows(members)
    roles = [row.role for row in rows]
    assert roles == ["lead"] * 19 + ["mentor"] * 19 + ["mentee"] * 73
    assert (rows[0].department, rows[0].grade, rows[0].interests) == (
        "일자리경제과",
        "6급",
        "자격증",
    )
    assert (await names(town))[:2] == ["박찬서", "백가수"]
    (programme,) = await town.rows(programmes)
    assert programme.name == "2026년 신규공무원 멘토링"


async def test_nothing_of_the_list_stays_anywhere_but_in_the_people(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await imported(town, boss, *CIRCLE)
    assert await town.rows(documents) == []
    assert [row.args for row in await town.rows(jobs)] == [None]
    assert {row.body for row in await town.rows(inbox)} == {None}


async def test_the_same_file_sent_again_enters_nobody(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await imported(town, boss, *CIRCLE)
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    assert "새로 올릴 사람 0명 · 이미 명단에 있는 사람 4명" in boss.last.text
    assert boss.last.labels == ["🔗 초대 링크 받기"]
    assert len(await town.rows(members)) == 4
    assert await town.rows(documents) == []


async def test_a_corrected_file_adds_only_the_row_that_was_wrong(town: Town) -> None:
    boss = await town.coordinator("한지우")
    wrong = ("교장", *CIRCLE[3][1:])
    await send(town, boss, "명단.csv", csv_of(*CIRCLE[:3], wrong))
    listed = boss.heard()[-2].text
    assert "5행: 구분을 알아볼 수 없어요 (교장)" in listed
    boss.tap("3명 명단에 올리기")
    await town.settle()
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    boss.tap("1명 명단에 올리기")
    await town.settle()
    assert await names(town) == ["박대표", "이중간", "김하늘", "정바다"]


async def test_a_long_list_of_wrong_rows_is_named_in_part_and_comes_whole_as_a_file(
    town: Town,
) -> None:
    boss = await town.coordinator("한지우")
    wrong = [("멘티", "=cmd()", *CIRCLE[2][2:])] * 60
    await send(town, boss, "명단.csv", csv_of(*CIRCLE, *wrong).replace(b"'=", b"="))
    said = [message.text for message in boss.heard()]
    assert any("45행: ‘성명’ 칸이 수식이에요" in text for text in said)
    assert not any("46행" in text for text in said)
    (file,) = [message.document for message in boss.heard() if message.document]
    lines = file.data.decode("utf-8-sig").splitlines()
    assert file.name == "확인할 행.csv"
    assert len(lines) == 61
    assert lines[-1].startswith("65,")
    assert lines[-1].endswith("'=cmd()"), "what went in as a formula doesn't go out as one"


async def test_a_list_from_an_old_excel_in_cp949_is_read_too(town: Town) -> None:
    boss = await town.coordinator("한지우")
    body = csv_of(*CIRCLE).decode("utf-8-sig").encode("cp949")
    await send(town, boss, "멘토링 참여자 명단.csv", body)
    assert "새 프로그램: 멘토링" in boss.last.text
    boss.tap("4명 명단에 올리기")
    await town.settle()
    assert await names(town) == ["박대표", "이중간", "김하늘", "정바다"]


async def test_names_with_signs_of_html_and_emoji_go_in_as_they_are(town: Town) -> None:
    boss = await town.coordinator("한지우")
    odd = ["<b>나&너</b>", "이보라 👩‍💻", "가" * 60]
    listed = [("멘티", name, *CIRCLE[2][2:]) for name in odd]
    await imported(town, boss, *listed)
    assert await names(town) == odd


async def test_two_presses_enter_everybody_once(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    boss.tap("4명 명단에 올리기")
    boss.tap("4명 명단에 올리기")
    await town.settle()
    assert boss.toasts[-1].text.startswith("이미 처리했거나")
    assert len(await town.rows(members)) == 4


async def test_two_coordinators_with_the_same_file_enter_everybody_once(town: Town) -> None:
    jiwoo, seoyeon = await town.coordinator("한지우"), await town.coordinator("윤서연")
    for boss in (jiwoo, seoyeon):
        await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    for boss in (jiwoo, seoyeon):
        boss.tap("4명 명단에 올리기")
    await town.settle()
    assert len(await town.rows(members)) == 4
    assert len(await town.rows(programmes)) == 1
    assert "0명" in seoyeon.last.text


async def test_what_was_cancelled_is_deleted_and_presses_that_crossed_it_find_nothing(
    town: Town,
) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    for label in ("취소", "4명 명단에 올리기", "프로그램 이름 바꾸기", "취소"):
        boss.tap(label)
    await town.settle()
    assert "명단에 올리지 않았어요" in boss.last.text
    assert boss.last.labels == []
    assert [toast.text[:7] for toast in boss.toasts if toast.text] == ["이미 처리했거나"[:7]] * 3
    assert await town.rows(documents) == []
    assert await names(town) == []


async def test_what_nobody_decided_on_is_forgotten_after_a_day(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    await town.until(town.now + timedelta(hours=23, minutes=59))
    assert len(await town.rows(documents)) == 1
    await town.pass_time(minutes=2)
    assert await town.rows(documents) == []
    boss.tap("4명 명단에 올리기")
    await town.settle()
    assert boss.toasts[-1].text.startswith("이미 처리했거나")


async def test_roster_says_how_many_have_registered(town: Town) -> None:
    boss = await town.coordinator("한지우")
    boss.say("/roster")
    await town.settle()
    assert "아직 명단이 없어요" in boss.last.text
    await town.group(mentees=("김하늘", "정바다"))
    await town.on_roster("신하나", Role.MENTEE)
    boss.say("/roster")
    await town.settle()
    assert "모두 5명이고, 4명이 등록했어요" in boss.last.text
    assert "멘티 3명 · 등록 2명, 아직 1명" in boss.last.text
    boss.tap("명단 파일 올리기")
    await town.settle()
    assert "엑셀(.xlsx)이나 CSV" in boss.last.text


async def test_an_english_speaking_coordinator_reads_of_the_roster_in_english(town: Town) -> None:
    boss = await town.coordinator("한지우")
    async with town.writing() as db:
        await db.run(people.update().values(language="en"))
    await send(town, boss, "list.csv", csv_of(*CIRCLE, ("멘티", "", *CIRCLE[0][2:])))
    assert "Row 6: there is no name" in boss.heard()[-2].text
    boss.tap("Add 4 people")
    await town.settle()
    assert "4 people have been added" in boss.last.text
    boss.say("/roster")
    await town.settle()
    assert "4 people, 0 registered" in boss.last.text


async def test_the_menu_opens_the_roster(town: Town) -> None:
    boss = await town.coordinator("한지우")
    boss.say("/help")
    await town.settle()
    boss.tap("📋 명단")
    await town.settle()
    assert "아직 명단이 없어요" in boss.last.text
