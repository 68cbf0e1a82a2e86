"""Forged, used, expired and foreign links, and two people at one link: a clear sentence each."""

import pytest

from handlers.buttons import pack
from handlers.doors import Amiss, InviteLinks, Menu
from handlers.joining_consent import Agree
from handlers.joining_profile import Right, Skip
from rules.joining import Token
from rules.language import Language
from storage.invites import by_hash, invites, issue, use_up
from storage.people import people
from tests.joining.links import invited, newcomer, press, say
from tests.town import Town


@pytest.mark.parametrize("payload", ["forged", "x" * 32, "g12-abc", "-"])
async def test_a_forged_or_cut_off_link_lets_nobody_in(town: Town, payload: str) -> None:
    await town.on_roster("김하늘")
    eve = await town.stranger("이브")
    eve.start(payload)
    await town.settle()
    assert "제가 모르는 초대 링크" in eve.last.text
    assert eve.last.labels == []
    assert not await town.rows(people, user_id=eve.id)


async def test_a_typed_payload_of_any_length_is_answered(town: Town) -> None:
    eve = await town.stranger("이브")
    await say(town, eve, "/start " + "가<&" * 1000)
    assert "제가 모르는 초대 링크" in eve.last.text


async def test_a_stranger_without_a_link_is_told_whom_to_ask(town: Town) -> None:
    eve = await town.stranger("이브")
    eve.start()
    await town.settle()
    assert "초대 링크를 받아" in eve.last.text
    await say(town, eve, "그냥 들어가면 안 돼요?")
    assert "초대 링크를 받아" in eve.last.text


async def test_a_link_somebody_else_used_is_refused_kindly(town: Town) -> None:
    link = await invited(town, "김하늘")
    haneul = await newcomer(town, "김하늘", link)
    await press(town, haneul, "동의해요")
    eve = await newcomer(town, "이브", link)
    assert "이미 사용한 초대 링크" in eve.last.text
    assert "인사팀" in eve.last.text
    assert "김하늘" not in eve.last.text


async def test_my_own_used_link_says_i_am_in_and_shows_the_menu(town: Town) -> None:
    link = await invited(town, "김하늘")
    haneul = await newcomer(town, "김하늘", link)
    await press(town, haneul, "동의해요")
    await press(town, haneul, "맞아요")
    haneul.open_link(link)
    await town.settle()
    assert "이미 김하늘 님으로 들어오셨어요" in haneul.last.text
    assert "👤 내 정보" in haneul.last.labels


async def test_an_expired_link_is_refused_also_when_the_consent_was_open(town: Town) -> None:
    link = await invited(town, "김하늘")
    haneul = await newcomer(town, "김하늘", link)
    await town.pass_time(days=30)
    await press(town, haneul, "동의해요")
    assert "기한이 지난" in haneul.last.text
    haneul.open_link(link)
    await town.settle()
    assert "기한이 지난" in haneul.last.text
    assert not await town.rows(people, user_id=haneul.id)


async def test_a_link_works_until_its_last_moment(town: Town) -> None:
    haneul = await newcomer(town, "김하늘", await invited(town, "김하늘"))
    await town.pass_time(days=29, hours=23, minutes=59)
    await press(town, haneul, "동의해요")
    assert await town.rows(people, user_id=haneul.id)


async def test_somebody_who_is_in_cannot_become_another(town: Town) -> None:
    bada = await town.resident("정바다")
    bada.open_link(await invited(town, "김하늘"))
    await town.settle()
    assert "다른 분께 드린 초대" in bada.last.text
    assert "정바다 님" in bada.last.text
    assert "👤 내 정보" in bada.last.labels
    assert (await town.rows(people, name="김하늘"))[0].user_id is None


async def test_somebody_half_way_in_cannot_become_another_either(town: Town) -> None:
    bada = await newcomer(town, "정바다", await invited(town, "정바다"))
    await press(town, bada, "동의해요")
    bada.open_link(await invited(town, "김하늘"))
    await town.settle()
    assert "다른 분께 드린 초대" in bada.last.text


async def test_two_people_at_one_link_the_first_to_agree_is_in(town: Town) -> None:
    link = await invited(town, "김하늘")
    haneul, eve = town.world.person("김하늘"), town.world.person("이브")
    haneul.open_link(link)
    eve.open_link(link)
    await town.settle()
    haneul.tap("동의해요")
    eve.tap("동의해요")
    await town.settle()
    assert "맞는지 봐 주세요" in haneul.last.text
    assert "이미 사용한 초대 링크" in eve.last.text
    assert (await town.rows(people, name="김하늘"))[0].user_id == haneul.id
    for label in ("동의해요", "동의하지 않아요", "Read in English"):
        assert label not in eve.heard()[0].labels


@pytest.mark.parametrize("label", ["동의하지 않아요", "Read in English"])
async def test_every_old_button_of_the_consent_looks_at_the_present(town: Town, label: str) -> None:
    haneul = await newcomer(town, "김하늘", await invited(town, "김하늘"))
    await town.pass_time(days=40)
    await press(town, haneul, label)
    assert "30" not in haneul.last.text
    assert haneul.last.text.startswith(("기한이 지난", "This invite link has expired"))
    assert (await town.rows(people, name="김하늘"))[0].declined_at is None


@pytest.mark.parametrize(
    "value", [Right(), Amiss(), Skip(), Menu(), InviteLinks(), Agree(Language.KO, Token("A" * 32))]
)
async def test_made_up_presses_get_a_stranger_nowhere(town: Town, value: object) -> None:
    await town.on_roster("김하늘")
    eve = await town.stranger("이브")
    await say(town, eve, "안녕하세요")
    before = await town.rows(people)
    eve._press(eve.last.message, pack(value))
    await town.settle()
    assert await town.rows(people) == before
    assert eve.waiting_presses == 0
    assert "죄송" not in eve.last.text


async def test_at_one_moment_a_link_is_used_by_one_only(town: Town) -> None:
    """Where another process is quicker, what was read as open is used after all."""
    person_id = await town.on_roster("김하늘")
    async with town.writing() as db:
        await issue(db, [(person_id, "h" * 64), (person_id, "i" * 64)], town.now, town.now)
        invite = await by_hash(db, "h" * 64)
        assert invite
        assert await use_up(db, invite, town.now)
        assert not await use_up(db, invite, town.now)
    assert [row.used_at for row in await town.rows(invites)] == [town.now, town.now]
