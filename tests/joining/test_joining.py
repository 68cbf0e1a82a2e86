"""A newcomer comes in by a link: reads, agrees, looks at the profile, is registered."""

import hashlib
from pathlib import Path
from typing import Any

from rules.joining import CONSENT
from rules.people import Role
from storage.invites import invites
from storage.people import people
from storage.tables import metadata
from tests.joining.links import invited, links, newcomer, press, say
from tests.town import Town


async def row(town: Town, name: str) -> Any:
    return (await town.rows(people, name=name))[0]


async def test_a_shy_newcomer_reads_agrees_confirms_and_is_registered(town: Town) -> None:
    haneul = await newcomer(town, "김하늘", await invited(town, "김하늘"))
    asked = haneul.last
    for said in ("김하늘 님", "한빛구청", "보관하는 것", "볼 수 있는 사람", "인사팀 02-000-0000"):
        assert said in asked.text
    assert asked.labels == ["동의해요", "동의하지 않아요", "Read in English"]
    before = await row(town, "김하늘")
    assert (before.user_id, before.consented_at) == (None, None)

    await press(town, haneul, "동의해요")
    assert "행정지원과" in haneul.last.text
    assert "멘티" in haneul.last.text
    assert haneul.last.labels == ["네, 맞아요", "틀린 곳이 있어요"]
    agreed = await row(town, "김하늘")
    assert (agreed.user_id, agreed.consent_version) == (haneul.id, CONSENT)
    assert (agreed.consented_at, agreed.registered_at) == (town.now, None)

    await press(town, haneul, "맞아요")
    assert "등록이 끝났어요" in haneul.last.text
    assert "선배님들" in haneul.last.text
    assert "👤 내 정보" in haneul.last.labels
    assert (await row(town, "김하늘")).registered_at == town.now
    assert haneul.waiting_presses == 0


async def test_the_consent_stays_to_be_read_again_without_its_buttons(town: Town) -> None:
    haneul = await newcomer(town, "김하늘", await invited(town, "김하늘"))
    await press(town, haneul, "동의해요")
    consent = next(said for said in haneul.heard() if "보관하는 것" in said.text)
    assert consent.labels == []


async def test_who_declines_is_not_bound_and_may_think_again(town: Town) -> None:
    haneul = await newcomer(town, "김하늘", await invited(town, "김하늘"))
    await press(town, haneul, "동의하지 않아요")
    assert "4월 1일" in haneul.last.text
    assert "인사팀" in haneul.last.text
    declined = await row(town, "김하늘")
    assert (declined.user_id, declined.declined_at) == (None, town.now)

    await press(town, haneul, "다시 읽어 볼게요")
    assert "보관하는 것" in haneul.last.text
    await press(town, haneul, "동의해요")
    agreed = await row(town, "김하늘")
    assert (agreed.user_id, agreed.declined_at) == (haneul.id, None)


async def test_who_declined_may_come_back_by_the_link_another_day(town: Town) -> None:
    link = await invited(town, "김하늘")
    haneul = await newcomer(town, "김하늘", link)
    await press(town, haneul, "동의하지 않아요")
    await town.pass_time(days=3)
    haneul.open_link(link)
    await town.settle()
    await press(town, haneul, "동의해요")
    assert (await row(town, "김하늘")).user_id == haneul.id


async def test_words_instead_of_a_button_are_answered_and_the_buttons_still_work(
    town: Town,
) -> None:
    haneul = await newcomer(town, "김하늘", await invited(town, "김하늘"))
    await say(town, haneul, "네 동의합니다")
    assert "버튼으로" in haneul.last.text
    await say(town, haneul, "/help")
    assert "초대 링크" in haneul.last.text
    await press(town, haneul, "동의해요")
    assert (await row(town, "김하늘")).user_id == haneul.id


async def test_after_declining_words_are_a_strangers_words(town: Town) -> None:
    haneul = await newcomer(town, "김하늘", await invited(town, "김하늘"))
    await press(town, haneul, "동의하지 않아요")
    await say(town, haneul, "저는 빼 주세요")
    assert "토닥이에요" in haneul.last.text


async def test_the_phones_language_is_spoken_and_kept(town: Town) -> None:
    john = await newcomer(town, "존 스미스", await invited(town, "존 스미스"), "en-GB")
    assert "What is stored" in john.last.text
    await press(town, john, "I agree")
    assert (await row(town, "존 스미스")).language == "en"
    assert "roster" in john.last.text


async def test_the_consent_can_be_read_in_the_other_language(town: Town) -> None:
    mina = await newcomer(town, "이미나", await invited(town, "이미나"), "en")
    await press(town, mina, "한국어로 보기")
    assert "보관하는 것" in mina.last.text
    assert mina.last.edited
    await press(town, mina, "동의하지 않아요")
    await press(town, mina, "다시 읽어 볼게요")
    await press(town, mina, "동의해요")
    assert (await row(town, "이미나")).language == "ko"
    assert "맞는지 봐 주세요" in mina.last.text


async def test_a_killed_bot_remembers_where_somebody_was(town: Town) -> None:
    haneul = await newcomer(town, "김하늘", await invited(town, "김하늘"))
    await town.restart()
    await say(town, haneul, "음...")
    assert "버튼으로" in haneul.last.text
    haneul.tap("동의해요")
    await town.app.intake.poll()
    await town.restart()
    await town.settle()
    assert (await row(town, "김하늘")).user_id == haneul.id
    await press(town, haneul, "맞아요")
    assert (await row(town, "김하늘")).registered_at is not None


async def test_who_stopped_half_way_goes_on_with_start(town: Town) -> None:
    link = await invited(town, "김하늘")
    haneul = await newcomer(town, "김하늘", link)
    await press(town, haneul, "동의해요")
    for again in ("/start", f"/start {link.partition('=')[2]}"):
        haneul.read()
        await say(town, haneul, again)
        assert "맞는지 봐 주세요" in haneul.last.text
    await press(town, haneul, "맞아요")
    assert "등록이 끝났어요" in haneul.last.text


async def test_an_impatient_double_tap_is_taken_once(town: Town) -> None:
    haneul = await newcomer(town, "김하늘", await invited(town, "김하늘"))
    haneul.read()
    haneul.tap("동의해요")
    haneul.tap("동의해요")
    await town.settle()
    assert ["맞는지" in said.text for said in haneul.read()] == [True]
    assert "이미 김하늘 님" in haneul.toasts[-1].text
    haneul.tap("맞아요")
    haneul.tap("맞아요")
    await town.settle()
    assert len(haneul.read()) == 1
    assert haneul.waiting_presses == 0


async def test_odd_names_come_through_whole(town: Town) -> None:
    for name in ("<b>김&하늘</b> 🌊", "가나다라마바사아자차카타파하" * 4 + "끝끝끝끝"):
        player = await newcomer(town, name, await invited(town, name))
        assert f"{name} 님" in player.last.text
        await press(town, player, "동의해요")
        assert name in player.last.text
        await press(town, player, "맞아요")
        assert f"{name} 님, 등록이 끝났어요" in player.last.text


async def test_a_person_of_another_office_is_spoken_to_in_its_name(town: Town) -> None:
    link = await invited(town, "김하늘")
    async with town.writing() as db:
        fields = {"zone": "Asia/Seoul", "language": "ko", "contact": "총무과 031-000-0000"}
        office_id = await db.add(metadata.tables["offices"], name="새솔군청", **fields)
        await db.run(people.update().values(office_id=office_id))
    haneul = await newcomer(town, "김하늘", link)
    assert "새솔군청" in haneul.last.text
    assert "총무과" in haneul.last.text
    await press(town, haneul, "동의해요")
    await press(town, haneul, "맞아요")
    assert "참여 중인 프로그램이 없어요" in haneul.last.text


async def test_no_token_is_kept_anywhere(town: Town) -> None:
    link = await invited(town, "김하늘", Role.LEAD)
    token = link.partition("=")[2]
    haneul = await newcomer(town, "김하늘", link)
    await press(town, haneul, "동의하지 않아요")
    for table in metadata.sorted_tables:
        for kept in await town.rows(table):
            assert token not in str(kept), table.name
    assert len(await town.rows(invites)) == 1


async def test_whoever_changes_the_consent_counts_its_version_on() -> None:
    said = "".join(_consent(language) for language in ("ko", "en"))
    known = {"1": "4af82d6d32200043", "2": "4f1a28298d63021e"}
    digest = hashlib.sha256(said.encode()).hexdigest()[:16]
    assert known.get(CONSENT) == digest, f"a new text needs a new CONSENT (and {digest} here)"


def _consent(language: str) -> str:
    text = (Path(__file__).parents[2] / f"texts/{language}/joining.ftl").read_text("utf-8")
    return text.partition("joining-consent =")[2].partition("joining-button-agree")[0]


async def test_links_made_again_leave_earlier_ones_good_and_using_one_voids_all(
    town: Town,
) -> None:
    first = await invited(town, "김하늘")
    second = (await links(town))["김하늘"]
    haneul = await newcomer(town, "김하늘", first)
    await press(town, haneul, "동의해요")
    other = await newcomer(town, "다른 사람", second)
    assert "이미 사용한 초대 링크" in other.last.text
    assert all(row.used_at == town.now for row in await town.rows(invites))
