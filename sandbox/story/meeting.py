"""Acts four to six: the groups' chats, the mentoring days, what follows them."""

import asyncio
from datetime import datetime, timedelta

from sandbox.membership import Joining
from sandbox.player import Player
from sandbox.story.cast import Cast, Circle, label
from sandbox.story.narrator import SEOUL
from sandbox.story.opening import tapped, texts, with_label
from sandbox.story.stage import Stage, StoryFailed

DAY = datetime(2026, 3, 20, 18, 30, tzinfo=SEOUL)
MOVED = datetime(2026, 3, 19, 18, 30, tzinfo=SEOUL)
ALIKE = "2026-03-20 18:30 구청 앞"
RIGHTS = ("can_invite_users", "can_pin_messages", "can_change_info")


async def the_chats(stage: Stage, cast: Cast) -> None:
    """Each lead mentor opens a chat; exactly the people of the group come in."""
    stage.narrator.act("4. 대표멘토가 채팅방을 열고, 그 조의 사람만 들어와요")
    first = cast.circles[0]
    stage.narrator.watch(first.lead.id, first.others[-1].id, cast.stranger.id)
    await _opened(stage, first)
    await asyncio.gather(*(_opened(stage, circle) for circle in cast.circles[1:-2]))
    await _opened_by_link(stage, cast.circles[-2])
    await _opened_by_code(stage, cast.circles[-1])
    await asyncio.gather(*(_entered(stage, circle) for circle in cast.circles))
    await _kept_out(stage, cast.stranger, first)
    stage.narrator.done("채팅방 19개에 각 조의 사람만 들어가 있어요. 나그네는 들어가지 못했어요.")


async def _opened(stage: Stage, circle: Circle) -> None:
    """The one button: the client makes the group, with the bot in it as administrator."""
    create = label("chat-button-create")
    await tapped(stage, circle.lead, label("match-button-chat"), "opening is offered")
    await stage.until(lambda: create in circle.lead.reply_buttons, "the group button is shown")
    circle.chat = circle.lead.create_group_from_button(
        create,
        title=f"멘토링 {circle.number}조",
        order="shared first" if circle.number % 2 else "member first",
    )
    await _ready(stage, circle)


async def _opened_by_link(stage: Stage, circle: Circle) -> None:
    """The fallback: an existing group and the startgroup link."""
    lead, bring = circle.lead, label("chat-button-bring")
    chat = lead.create_group(f"멘토링 {circle.number}조", supergroup=True)
    await tapped(stage, lead, label("match-button-chat"), "opening is offered")
    await stage.until(lambda: bool(with_label(lead, bring)), "the link is shown")
    link = next(url for m in lead.heard() for text, url in m.buttons if text == bring)
    lead.open_link(link, chat)
    circle.chat = stage.world.chat(chat.id)
    await _ready(stage, circle)


async def _opened_by_code(stage: Stage, circle: Circle) -> None:
    """The last resort: /bind CODE in a group that was made by hand."""
    lead = circle.lead
    await tapped(stage, lead, label("match-button-chat"), "opening is offered")
    await stage.until(lambda: "/bind@" in texts(lead), "the code is shown")
    code = texts(lead).split("/bind@")[1].split()[1]
    chat = lead.create_group(f"멘토링 {circle.number}조")
    lead.add_bot(chat)
    circle.chat = lead.promote_bot(chat, *RIGHTS)
    lead.say(f"/bind {code}", circle.chat)
    await _ready(stage, circle)


async def _ready(stage: Stage, circle: Circle) -> None:
    number = circle.number
    await stage.until(
        lambda: any("채팅방이에요. 반가" in m.text for m in circle.lead.heard(circle.room)),
        f"group {number} is welcomed in its chat",
    )


async def _entered(stage: Stage, circle: Circle) -> None:
    join = label("chat-button-join", number=circle.number)
    for player in circle.others:
        await tapped(stage, player, join, f"{player.name} gets the way in")
    await stage.until(
        lambda: all(player.is_in(circle.room) for player in circle.everyone),
        f"everybody of group {circle.number} is in",
    )


async def _kept_out(stage: Stage, stranger: Player, circle: Circle) -> None:
    """A stranger got hold of a link."""
    join = label("chat-button-join", number=circle.number)
    member = circle.others[0]
    link = next(url for m in member.heard() for text, url in m.buttons if text == join)
    if stranger.request_to_join(link) is not Joining.REQUESTED:
        raise StoryFailed("the chat's link lets people in without asking")
    turned = "초대받은 분들만"
    await stage.until(lambda: turned in texts(stranger), "the stranger is turned away")
    if stranger.is_in(circle.room):
        raise StoryFailed("a stranger got in")


async def the_days(stage: Stage, cast: Cast) -> None:
    """Days are set, one moves, one is cancelled; reminders come and wrong ones don't."""
    stage.narrator.act("5. 멘토링 데이를 정하고, 토닥이 알려요")
    moved, cancelled = cast.circles[0], cast.circles[1]
    stage.narrator.watch(moved.lead.id, moved.room.id)
    await asyncio.gather(*(_set(stage, circle) for circle in cast.circles))
    await _move(stage, moved)
    await _cancel(stage, cancelled)
    rest = [c for c in cast.circles if c is not moved and c is not cancelled]
    for hours, times in ((24, 1), (2, 2)):
        await stage.pass_to(MOVED - timedelta(hours=hours))
        await _reminded(stage, [moved], times)
    for hours, times in ((23, 1), (2, 2)):
        await stage.pass_to(DAY - timedelta(hours=hours))
        await _reminded(stage, rest, times)
    if _reminders(cancelled):
        raise StoryFailed("a cancelled day was reminded of")
    stage.narrator.done("하루 전과 두 시간 전에 알렸어요. 취소된 날은 알리지 않았어요.")


async def _set(stage: Stage, circle: Circle) -> None:
    circle.lead.say(f"/day {ALIKE}")
    said = "멘토링 데이가 정해졌어요"
    await stage.until(
        lambda: any(said in m.text for m in circle.lead.heard(circle.room)),
        f"group {circle.number} hears of its day",
    )


async def _move(stage: Stage, circle: Circle) -> None:
    await tapped(stage, circle.lead, label("day-button-move"), "the day can be moved")
    asked = "날짜를 골라"
    await stage.until(lambda: asked in circle.lead.last.text, "a new date is asked for")
    circle.lead.say("3/19 18:30 중랑천 산책길")
    said = "멘토링 데이가 바뀌었어요"
    await stage.until(
        lambda: any(said in m.text for m in circle.lead.heard(circle.room)), "the move is told"
    )


async def _cancel(stage: Stage, circle: Circle) -> None:
    await tapped(stage, circle.lead, label("day-button-off"), "the day can be cancelled")
    await tapped(stage, circle.lead, label("day-button-off-sure"), "cancelling is asked for")
    said = "멘토링 데이가 취소됐어요"
    await stage.until(
        lambda: any(said in m.text for m in circle.lead.heard(circle.room)), "it is told"
    )


async def _reminded(stage: Stage, circles: list[Circle], times: int) -> None:
    await stage.until(
        lambda: all(_reminders(circle) >= times for circle in circles),
        f"{len(circles)} groups are reminded",
    )


def _reminders(circle: Circle) -> int:
    return sum(m.text.startswith("⏰") for m in circle.lead.heard(circle.room))
