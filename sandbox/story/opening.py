"""Acts one to three: the roster, the invitations, the groups."""

import asyncio
from collections.abc import Iterable
from functools import partial

from sandbox.player import Player
from sandbox.story.cast import BOSS, Cast, Circle, Invited, label, links_of
from sandbox.story.stage import ROOT, Stage, StoryFailed

SAMPLE = ROOT / "samples" / "roster-19-groups.xlsx"
# A list as it happens: a role nobody knows, an impossible date, a formula, somebody twice.
WRONG_ROSTER = """연번,구분,성명,소속,생년월일
1,멘티,문가람,세무과,1999-01-02
2,국장,오해진,세무과,1970-01-02
3,멘티,하누리,세무과,1999-02-31
4,멘티,=A1&B1,세무과,1999-03-01
5,멘티,문가람,세무과,1999-01-02
"""
AT_ONCE = 24


async def registered(stage: Stage, player: Player, link: str) -> None:
    """Open an invite link, agree, confirm the profile."""
    player.open_link(link)
    agree, right = label("joining-button-agree"), label("joining-button-right")
    await stage.until(lambda: agree in player.last.labels, f"{player.name} reads what is stored")
    player.tap(agree)
    await stage.until(lambda: right in player.last.labels, f"{player.name} sees the profile")
    player.tap(right)
    ended = "등록이 끝났어요"
    await stage.until(lambda: any(ended in m.text for m in player.inbox), f"{player.name} is in")


async def the_roster(stage: Stage) -> Cast:
    """A coordinator joins and takes in the roster."""
    stage.narrator.act("1. 담당자가 명단을 올려요")
    cast = Cast(stage.world.person(BOSS), stage.world.person("나그네"))
    stage.narrator.watch(cast.boss.id)
    link = (await stage.command("coordinators", "invite", BOSS)).strip().splitlines()[-1]
    await stage.start_bot()
    await registered(stage, cast.boss, link)
    await _wrong_rows(stage, cast.boss)
    cast.boss.send_document(SAMPLE.name, SAMPLE.read_bytes())
    take_in = label("roster-button-import", count=111)
    await stage.until(lambda: bool(with_label(cast.boss, take_in)), "the roster is read")
    cast.boss.tap(take_in)
    await stage.until(lambda: "111명을" in texts(cast.boss), "111 people are on the roster")
    stage.narrator.done("대표멘토 19명, 멘토 19명, 멘티 73명이 명단에 올랐어요.")
    return cast


async def _wrong_rows(stage: Stage, boss: Player) -> None:
    boss.send_document("참여자.csv", WRONG_ROSTER.encode("cp949"))
    cancel = label("roster-button-cancel")
    await stage.until(lambda: cancel in boss.last.labels, "the wrong list is read")
    said = texts(boss)
    for line in (3, 4, 5, 6):
        if f"{line}행:" not in said:
            raise StoryFailed(f"line {line} of the wrong list was not named")
    boss.tap(cancel)
    gone = "명단에 올리지 않았어요"
    await stage.until(lambda: gone in texts(boss), "the wrong list is put away")


async def the_invitations(stage: Stage, cast: Cast) -> None:
    """Everybody gets a link, reads, agrees, is registered; a stranger gets nowhere."""
    stage.narrator.act("2. 한 사람씩 초대받아 등록해요")
    cast.boss.tap(label("joining-button-links"))
    await stage.until(lambda: cast.boss.last.document is not None, "the links' file comes")
    document = cast.boss.last.document
    for name, role, link in links_of(document.data if document else b""):
        cast.invited.append(Invited(name, role, link, stage.world.person(name)))
    first = next(each for each in cast.invited if each.role == label("common-role", role="mentee"))
    stage.narrator.watch(first.player.id, cast.stranger.id)
    await _thinks_it_over(stage, first.player, first.link)
    await registered(stage, first.player, first.link)
    await _turned_away(stage, cast.stranger, (first.link, _forged(first.link)))
    stage.narrator.say("나머지 110명도 들어와요. 그 사이에 봇을 kill -9로 끝냈다가 다시 켜요.")
    await asyncio.gather(_killed_midway(stage, cast), _all_registered(stage, cast, first))
    stage.narrator.done(f"{len(cast.invited)}명이 모두 동의하고 등록했어요.")


async def _thinks_it_over(stage: Stage, player: Player, link: str) -> None:
    player.open_link(link)
    decline = label("joining-button-decline")
    await stage.until(lambda: decline in player.last.labels, "consent is asked for")
    player.tap(decline)
    await stage.until(lambda: "연결하지 않았고" in texts(player), "declining is possible")


async def _turned_away(stage: Stage, stranger: Player, links: Iterable[str]) -> None:
    for link in links:
        heard = len(stranger.heard())
        stranger.open_link(link)
        await stage.until(partial(_heard_more, stranger, heard), "the stranger is answered")
        if stranger.last.buttons:
            raise StoryFailed("a stranger was offered a way in")


def _heard_more(player: Player, before: int) -> bool:
    return len(player.heard()) > before


def _forged(link: str) -> str:
    return link[:-4] + ("AAAA" if not link.endswith("AAAA") else "BBBB")


async def _all_registered(stage: Stage, cast: Cast, first: Invited) -> None:
    doors = asyncio.Semaphore(AT_ONCE)

    async def one(each: Invited) -> None:
        async with doors:
            await registered(stage, each.player, each.link)

    await asyncio.gather(*(one(each) for each in cast.invited if each is not first))


async def _killed_midway(stage: Stage, cast: Cast) -> None:
    """kill -9 while people register: nobody has to press anything twice."""
    there = "등록이 끝났어요"
    await stage.until(
        lambda: sum(there in texts(each.player) for each in cast.invited) > 30, "30 are in"
    )
    await stage.kill_bot()
    await stage.start_bot()


async def the_groups(stage: Stage, cast: Cast) -> None:
    """Groups are formed, looked at, approved; everybody hears theirs."""
    stage.narrator.act("3. 조를 짜고, 확인하고, 알려요")
    lead = next(each for each in cast.invited if each.role == label("common-role", role="lead"))
    stage.narrator.watch(cast.boss.id, lead.player.id)
    cast.boss.say("/match")
    await tapped(stage, cast.boss, label("match-button-form"), "forming is offered")
    await tapped(stage, cast.boss, label("match-button-groups"), "the draft comes")
    await tapped(stage, cast.boss, label("match-button-approve"), "approval is offered")
    await tapped(stage, cast.boss, label("match-button-sure"), "approval is asked for")
    told = "멘토링 그룹이 정해졌어요"
    await stage.until(
        lambda: all(told in texts(each.player) for each in cast.invited), "everybody is told"
    )
    cast.circles = _circles(cast)
    if len(cast.circles) != 19:
        raise StoryFailed(f"there are {len(cast.circles)} groups")
    stage.narrator.done("19개 조가 정해졌고, 111명 모두 자기 조를 들었어요.")


async def tapped(stage: Stage, player: Player, wanted: str, what: str) -> None:
    """Wait for a button in the private chat and tap it."""
    await stage.until(lambda: bool(with_label(player, wanted)), what)
    player.tap(wanted)


def _circles(cast: Cast) -> list[Circle]:
    """Who sits with whom, as each lead mentor was told."""
    lead_role, circles = label("common-role", role="lead"), list[Circle]()
    numbers = {each.name: _number(each.player) for each in cast.invited}
    for each in cast.invited:
        if each.role == lead_role:
            circles.append(Circle(numbers[each.name], each.player))
    by_number = {circle.number: circle for circle in circles}
    for each in cast.invited:
        if each.role != lead_role:
            by_number[numbers[each.name]].others.append(each.player)
    return sorted(circles, key=lambda circle: circle.number)


def _number(player: Player) -> int:
    told = next(m.text for m in player.inbox if "멘토링 그룹이 정해졌어요" in m.text)
    return int(told.split("조\n")[0].split()[-1])


def texts(player: Player) -> str:
    """All that the bot said to a player in private."""
    return "\n".join(message.text for message in player.heard())


def with_label(player: Player, wanted: str) -> list[str]:
    """Buttons that say so, anywhere in the private chat."""
    return [each for message in player.heard() for each in message.labels if wanted in each]
