"""A coordinator writes a notice, sees it as it will look, and sends it."""

from rules.people import Role
from storage.members import members
from storage.notices import notice_people, notices
from storage.offices import offices
from storage.people import people
from tests.notice.telling import TEXT, card, mentor_group, sent, written
from tests.town import Town


async def test_a_notice_is_written_previewed_sent_and_confirmed(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    haneul = group.mentees[0]
    jiwoo.say("/notice")
    await town.settle()
    assert jiwoo.last.labels[:3] == ["모두에게 (4명)", "멘토에게 (2명)", "멘티에게 (2명)"]
    jiwoo.tap("모두에게")
    await town.settle()
    assert "3500자까지" in jiwoo.last.text
    jiwoo.say(TEXT)
    await town.settle()
    preview, control = jiwoo.heard()[-2:]
    assert "지금 보낼 수 있는 사람: 4명" in control.text
    assert "보낼 수 없는" not in control.text
    assert haneul.unread == [], "nobody has got anything yet"

    jiwoo.tap("보내기 (4명)")
    await town.settle()
    for player in group.everyone:
        assert player.last.text == preview.text
        assert player.last.labels == preview.labels == ["확인했어요"]
        assert TEXT in player.last.text
    haneul.tap("확인했어요")
    await town.settle()
    assert haneul.toasts[-1].text == "확인해 주셔서 고마워요."
    assert haneul.last.labels == ["✅ 확인했어요"]
    shown = await card(town, jiwoo)
    assert "전달됨 4명, 보내는 중 0명, 전하지 못함 0명" in shown
    assert "확인함 1명, 확인 전 3명" in shown
    assert "확인 전 3명: 박대표(행정지원과), 이중간(행정지원과), 정바다(행정지원과)" in shown


async def test_the_preview_has_the_button_and_pressing_it_confirms_nothing(town: Town) -> None:
    jiwoo, _ = await mentor_group(town)
    await written(town, jiwoo)
    jiwoo.tap("확인했어요")
    await town.settle()
    assert "미리 보기" in jiwoo.toasts[-1].text
    assert await town.rows(notice_people) == []


async def test_mentees_only(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await sent(town, jiwoo, "멘티에게")
    assert group.lead.unread == []
    assert [one.text for one in group.mentees[1].unread] == [
        f"📢 2026 토닥토닥 멘토링 공지\n\n{TEXT}"
    ]
    assert len(await town.rows(notice_people)) == 2


async def test_pressing_send_twice_sends_once(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await written(town, jiwoo)
    jiwoo.tap("보내기 (")
    jiwoo.tap("보내기 (")
    await town.settle()
    assert len(group.lead.unread) == 1
    assert jiwoo.toasts[-1].text == "이미 보낸 공지예요."


async def test_a_correction_makes_the_first_drafts_buttons_old(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await written(town, jiwoo)
    first = jiwoo.last
    old_send = next(data for label, data in first.buttons if "보내기" in label)
    jiwoo.tap("고쳐 쓰기")
    jiwoo.tap("고쳐 쓰기")
    await town.settle()
    assert "예전에" in jiwoo.toasts[-1].text
    jiwoo.say("내일 결연식은 11시예요.")
    await town.settle()
    now = jiwoo.last
    first.message.inline_keyboard = [[{"text": "보내기", "callback_data": old_send}]]
    jiwoo.tap("보내기", message=first)
    await town.settle()
    assert "예전에" in jiwoo.toasts[-1].text
    assert group.lead.unread == []
    jiwoo.tap("보내기 (", message=now)
    await town.settle()
    assert "11시예요" in group.lead.last.text
    assert [row.body for row in await town.rows(notices)] == ["", "내일 결연식은 11시예요."]


async def test_a_notice_can_be_left_before_and_after_the_text(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    jiwoo.say("/notice")
    await town.settle()
    jiwoo.tap("모두에게")
    await town.settle()
    jiwoo.tap("취소")
    await town.settle()
    assert "보내지 않았어요" in jiwoo.last.text
    jiwoo.say(TEXT)
    await town.settle()
    assert await town.rows(notices) == []
    await written(town, jiwoo)
    jiwoo.tap("취소")
    jiwoo.tap("취소")
    await town.settle()
    assert [(row.state, row.body) for row in await town.rows(notices)] == [("dropped", "")]
    assert "예전에" in jiwoo.toasts[-1].text
    assert group.lead.unread == []


async def test_a_sent_notice_can_not_be_changed_or_left(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await written(town, jiwoo)
    jiwoo.tap("보내기 (")
    jiwoo.tap("고쳐 쓰기")
    jiwoo.tap("취소")
    await town.settle()
    assert [toast.text for toast in jiwoo.toasts[-2:]] == ["이미 보낸 공지예요."] * 2
    assert TEXT in group.lead.last.text


async def test_a_text_too_long_is_refused_with_numbers_and_may_be_sent_again(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await written(town, jiwoo, text="가" * 3501)
    assert "3501자예요" in jiwoo.last.text
    jiwoo.say("가" * 3500)
    await town.settle()
    jiwoo.tap("보내기 (")
    await town.settle()
    assert "가" * 3500 in group.lead.last.text


async def test_a_text_without_a_word_is_asked_for_again(town: Town) -> None:
    jiwoo, _ = await mentor_group(town)
    await written(town, jiwoo, text="\u3000")
    assert "내용이 비어 있어요" in jiwoo.last.text
    jiwoo.say(TEXT)
    await town.settle()
    assert "지금 보낼 수 있는 사람" in jiwoo.last.text


async def test_only_coordinators_write_notices(town: Town) -> None:
    _, group = await mentor_group(town)
    group.lead.say("/notice")
    await town.settle()
    assert "담당자만" in group.lead.last.text
    assert await town.rows(notices) == []


async def test_a_coordinator_of_another_office_sends_and_sees_nothing(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    other = await town.coordinator("남다른")
    await written(town, jiwoo)
    async with town.writing() as db:
        far = {"name": "달빛구청", "zone": "Asia/Seoul", "language": "ko", "contact": ""}
        office_id = await db.add(offices, **far)
        await db.run(people.update().where(people.c.name == "남다른").values(office_id=office_id))
    buttons = jiwoo.last.message.inline_keyboard
    other.say("/notice")
    await town.settle()
    assert "보낼 수 없어요" in other.last.text
    other.last.message.inline_keyboard = buttons
    for label in ("보내기 (", "고쳐 쓰기", "취소"):
        other.last.message.inline_keyboard = buttons
        other.tap(label)
        await town.settle()
        assert "예전에" in other.toasts[-1].text
    assert group.lead.unread == []
    assert [row.state for row in await town.rows(notices)] == ["draft"]


async def test_with_an_empty_roster_there_is_nobody_to_write_to(town: Town) -> None:
    jiwoo = await town.coordinator()
    await town.programme()
    jiwoo.say("/notice")
    await town.settle()
    jiwoo.tap("멘토에게 (0명)")
    await town.settle()
    assert "한 명도 없어요" in jiwoo.toasts[-1].text


async def test_everybody_left_between_preview_and_sending(town: Town) -> None:
    jiwoo, _ = await mentor_group(town)
    await written(town, jiwoo, "멘티에게")
    async with town.writing() as db:
        await db.run(members.delete().where(members.c.role == Role.MENTEE.value))
    jiwoo.tap("보내기 (")
    await town.settle()
    assert "한 명도 없어요" in jiwoo.toasts[-1].text
    assert [row.state for row in await town.rows(notices)] == ["draft"]


async def test_without_a_programme_there_is_nothing_to_tell(town: Town) -> None:
    jiwoo = await town.coordinator()
    jiwoo.say("/notice")
    await town.settle()
    assert "지금은 공지를 보낼 수 없어요" in jiwoo.last.text


async def test_who_is_coordinator_no_more_writes_no_notice(town: Town) -> None:
    jiwoo, _ = await mentor_group(town)
    jiwoo.say("/notice")
    await town.settle()
    jiwoo.tap("모두에게")
    await town.settle()
    async with town.writing() as db:
        await db.run(people.update().where(people.c.name == "한지우").values(coordinator=False))
    jiwoo.say(TEXT)
    await town.settle()
    assert "지금은 공지를 보낼 수 없어요" in jiwoo.last.text
    assert await town.rows(notices) == []
