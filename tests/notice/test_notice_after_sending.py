"""Whom a notice reached, who read it, and what a crowd costs."""

import time
from typing import Any

from handlers.buttons import pack
from handlers.notice_cards import SendRest, ShowNames, ShowProgress
from storage.members import members
from storage.notices import notice_people
from storage.offices import offices
from storage.outbox import Urgency, outbox
from storage.people import people
from tests.notice.telling import TEXT, card, mentor_group, sent, written
from tests.town import Town


async def test_confirming_twice_counts_once(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await sent(town, jiwoo)
    group.lead.tap("확인했어요")
    group.lead.tap("확인했어요")
    await town.settle()
    first = town.now
    await town.pass_time(hours=1)
    group.lead.tap("확인했어요")
    await town.settle()
    assert "이미 확인" in group.lead.toasts[-1].text
    rows = [row for row in await town.rows(notice_people) if row.confirmed_at]
    assert [row.confirmed_at for row in rows] == [first]


async def test_those_who_block_never_started_or_left_are_named_with_the_reason(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await town.on_roster("오새내")
    group.mentees[0].block_bot()
    group.mentees[1].deactivate()
    await town.settle()
    await written(town, jiwoo)
    assert "받는 사람: 모두 5명" in jiwoo.last.text
    assert "지금은 보낼 수 없는 사람:" in jiwoo.last.text
    jiwoo.tap("보내기 (")
    await town.settle()
    shown = await card(town, jiwoo)
    assert "전달됨 2명, 보내는 중 0명, 전하지 못함 3명" in shown
    assert "아직 등록하지 않음 1명: 오새내" in shown
    assert "토닥을 차단함 1명: 김하늘" in shown
    assert "텔레그램을 탈퇴함 1명: 정바다" in shown
    assert len(await town.rows(notice_people)) == 5
    missing = await town.person_id(group.mentees[0])
    assert (await town.rows(people, id=missing))[0].reachable is False


async def test_who_registers_later_can_be_sent_it_then(town: Town) -> None:
    jiwoo, _ = await mentor_group(town)
    late = await town.on_roster("오새내")
    await sent(town, jiwoo)
    saenae = town.world.person("오새내")
    saenae.start()
    await town.settle()
    async with town.writing() as db:
        known = people.update().where(people.c.id == late)
        await db.run(known.values(user_id=saenae.id, registered_at=town.now))
    assert "이제 보낼 수 있음 1명: 오새내" in await card(town, jiwoo)
    jiwoo.tap("이제 받을 수 있는 1명에게 보내기")
    jiwoo.tap("이제 받을 수 있는 1명에게 보내기")
    await town.settle()
    assert [one.text for one in saenae.heard() if TEXT in one.text] == [saenae.last.text]
    assert "전달됨 5명, 보내는 중 0명, 전하지 못함 0명" in await card(town, jiwoo)


async def test_a_kill_between_sending_and_delivery_loses_and_doubles_nothing(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await written(town, jiwoo)
    jiwoo.tap("보내기 (")
    await town.app.intake.poll()
    await town.app.edge.step()
    assert group.lead.unread == []
    await town.restart()
    await town.settle()
    assert [len(player.unread) for player in group.everyone] == [1, 1, 1, 1]
    assert "전달됨 4명" in await card(town, jiwoo)


async def test_the_words_are_not_kept_in_the_outbox_once_sent(town: Town) -> None:
    jiwoo, _ = await mentor_group(town)
    await sent(town, jiwoo)
    rows = [row for row in await town.rows(outbox) if row.key.startswith("notice:")]
    assert len(rows) == 4
    assert {(row.params, row.urgency) for row in rows} == {(None, Urgency.BULK)}


async def test_everybody_reads_the_frame_in_their_language(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    async with town.writing() as db:
        await db.run(people.update().where(people.c.name == "김하늘").values(language="en"))
    await sent(town, jiwoo)
    assert group.mentees[0].last.text.startswith("📢 Notice: 2026")
    assert group.mentees[0].last.labels == ["I've read it"]
    assert group.mentees[1].last.labels == ["확인했어요"]


async def test_the_progress_is_shown_to_its_own_office_only(town: Town) -> None:
    jiwoo, _ = await mentor_group(town)
    await sent(town, jiwoo)
    async with town.writing() as db:
        far = {"name": "달빛구청", "zone": "Asia/Seoul", "language": "ko", "contact": ""}
        moved = people.update().where(people.c.coordinator)
        await db.run(moved.values(office_id=await db.add(offices, **far)))
    before = jiwoo.last.text
    for seen in (ShowProgress(1), ShowNames(1), SendRest(1)):
        jiwoo.last.message.inline_keyboard = [[{"text": "보기", "callback_data": pack(seen)}]]
        jiwoo.tap("보기")
        await town.settle()
        assert "예전에" in jiwoo.toasts[-1].text
    assert jiwoo.last.text == before


async def test_a_button_shown_to_somebody_else_confirms_nothing(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await sent(town, jiwoo, "멘토에게")
    haneul, wanderer = group.mentees[0], await town.stranger()
    wanderer.say("안녕하세요")
    haneul.say("안녕하세요")
    await town.settle()
    for player in (haneul, wanderer):
        player.last.message.inline_keyboard = group.lead.last.message.inline_keyboard
        player.tap("확인했어요")
        await town.settle()
        assert "예전에" in player.toasts[-1].text
    assert not any(row.confirmed_at for row in await town.rows(notice_people))


async def test_the_last_notices_can_be_looked_at_again_from_the_menu(town: Town) -> None:
    jiwoo, _ = await mentor_group(town)
    await sent(town, jiwoo)
    jiwoo.say("/help")
    await town.settle()
    jiwoo.tap("📢 공지 보내기")
    await town.settle()
    jiwoo.tap("📢 내일 10시")
    await town.settle()
    assert "보낸 공지" in jiwoo.last.text
    assert "전달됨 4명" in jiwoo.last.text


async def test_a_confirmation_whose_message_telegram_shows_no_more_still_counts(town: Town) -> None:
    jiwoo, group = await mentor_group(town)
    await sent(town, jiwoo)
    group.lead.tap("확인했어요")
    town.world.state.pending[-1].raw["callback_query"].pop("message")
    await town.settle()
    assert "고마워요" in group.lead.toasts[-1].text
    assert "확인함 1명" in await card(town, jiwoo)


async def test_ten_thousand_people_cost_seconds_and_the_names_come_in_pieces(town: Town) -> None:
    jiwoo = await town.coordinator()
    await crowd(town, 10_000)
    await written(town, jiwoo)
    jiwoo.tap("보내기 (9990명)")
    await town.app.intake.poll()
    begun = time.perf_counter()
    await town.app.edge.step()
    assert time.perf_counter() - begun < 10
    async with town.writing() as db:
        ours = outbox.c.key.startswith("notice:")
        await db.run(outbox.update().where(ours).values(state="sent", params=None))
    await town.settle()
    shown = await card(town, jiwoo)
    assert "전달됨 9990명, 보내는 중 0명, 전하지 못함 10명" in shown
    assert "외 9978명" in shown
    jiwoo.read()
    jiwoo.tap("이름 모두 보기")
    await town.settle()
    pieces = jiwoo.read()
    assert len(pieces) > 10
    assert all(len(piece.text) <= 4096 for piece in pieces)
    assert sum(piece.text.count("(행정지원과)") for piece in pieces) == 10_000


async def crowd(town: Town, number: int) -> None:
    """So many mentees, the first ten of them not registered."""
    seat = {"programme_id": await town.programme(), "role": "mentee", "department": "행정지원과"}
    seat |= {"job_series": "행정", "grade": "9급", "interests": ""}
    one = {"office_id": 1, "language": "ko", "created_at": town.now, "coordinator": False}
    one |= {"reachable": True, "user_id": None, "registered_at": None}
    rows: list[dict[str, Any]] = [
        one | {"id": 100 + n, "name": f"새내{n}"} for n in range(1, number + 1)
    ]
    for row in rows[10:]:
        row |= {"user_id": 10**9 + row["id"], "registered_at": town.now}
    async with town.writing() as db:
        await db.add_all(people, rows)
        await db.add_all(members, [seat | {"person_id": row["id"]} for row in rows])
