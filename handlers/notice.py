"""Notices: a coordinator picks whom, writes, sees how it will look, sends, and sees who read it."""

from typing import Any

from handlers.house import House
from handlers.keys import Keys, key
from handlers.notice_cards import (
    Begin,
    Cancel,
    Change,
    Confirm,
    Send,
    SendRest,
    ShowNames,
    ShowProgress,
    To,
    beginning,
)
from handlers.notice_progress import on_confirm, on_names, on_progress, on_rest, show
from handlers.notice_sending import counted, framed, send, title_of, write
from handlers.turn import Turn
from rules.notice import (
    LONGEST,
    AlreadySent,
    Audience,
    Count,
    Empty,
    Gone,
    Nobody,
    Notice,
    NoticeState,
    Sent,
    TooLong,
    count,
)
from rules.programme import COORDINATORS, Post
from storage import notices

STEP = "notice.text"
LATEST = 3  # earlier notices offered under /notice
LABEL = 24


def register(house: House) -> None:
    """Writing, sending and confirming."""
    house.command("notice", on_notice, who=COORDINATORS)
    house.press(Begin, on_begin, who=COORDINATORS)
    house.press(To, on_to, who=COORDINATORS)
    house.step(STEP, on_text)
    house.press(Send, on_send, who=COORDINATORS)
    house.press(Change, on_change, who=COORDINATORS)
    house.press(Cancel, on_cancel, who=COORDINATORS)
    house.press(ShowProgress, on_progress, who=COORDINATORS)
    house.press(ShowNames, on_names, who=COORDINATORS)
    house.press(SendRest, on_rest, who=COORDINATORS)
    house.press(Confirm, on_confirm)
    house.offer("notice-button-begin", Begin(), who=COORDINATORS)


async def on_begin(turn: Turn, _press: Begin) -> None:
    """The button in the menu."""
    await on_notice(turn, "")


async def on_notice(turn: Turn, _rest: str) -> None:
    """Ask whom it is for, and offer to look at the last ones."""
    programme = turn.cast.programme
    if programme is None:
        turn.say("notice-not-now")
        return
    heads = await notices.heads(turn.db, programme.id)
    sent = await notices.latest(turn.db, programme.id, LATEST)
    rows = [
        [key(f"notice-button-to-{each.value}", To(each), number=count(heads, each).everybody)]
        for each in Audience
    ]
    rows += [
        [key("notice-button-latest", ShowProgress(each.id), beginning=beginning(each, LABEL))]
        for each in sent
    ]
    turn.say("notice-whom", keys=rows)


async def on_to(turn: Turn, press: To) -> None:
    """The audience is chosen: expect the text."""
    programme = turn.cast.programme
    heads = await notices.heads(turn.db, programme.id) if programme else ()
    if not count(heads, press.audience).everybody:
        turn.toast("notice-nobody", alert=True)
        return
    await _expect(turn, press.audience)


async def _expect(turn: Turn, audience: Audience) -> None:
    await turn.enter(STEP, audience=audience.value)
    keys = [[key("common-button-cancel", Cancel(0))]]
    turn.edit("notice-write", audience=audience, limit=LONGEST, keys=keys)


async def on_text(turn: Turn, known: dict[str, Any]) -> None:
    """The text: keep a draft and show it exactly as people will get it."""
    programme = turn.cast.programme
    if programme is None or Post.COORDINATOR not in turn.posts:
        await turn.leave()
        turn.say("notice-not-now")
        return
    audience = Audience(known["audience"])
    match await write(turn, programme.id, audience, turn.text, turn.person.id):
        case TooLong(units):
            turn.say("notice-too-long", limit=LONGEST, units=units)
        case Empty():
            turn.say("notice-empty")
        case Notice() as notice:
            await turn.leave()
            await _preview(turn, notice)


async def _preview(turn: Turn, notice: Notice) -> None:
    params = framed(turn, turn.words, await title_of(turn, notice), notice)
    turn.call("sendMessage", turn.scene.chat_id, params, person_id=turn.person.id)
    people = await counted(turn, notice)
    turn.say(
        "notice-preview",
        audience=notice.audience,
        everybody=people.everybody,
        ready=people.ready,
        not_yet=people.not_yet,
        keys=_preview_keys(notice, people),
    )


def _preview_keys(notice: Notice, people: Count) -> Keys:
    return [
        [key("notice-button-send", Send(notice.id), number=people.ready)],
        [
            key("notice-button-change", Change(notice.id)),
            key("common-button-cancel", Cancel(notice.id)),
        ],
    ]


async def on_send(turn: Turn, press: Send) -> None:
    """Send it: once, however often this is pressed."""
    match await send(turn, press.notice):
        case Sent():
            turn.toast("notice-sent")
            await show(turn, press.notice)
        case AlreadySent():
            turn.toast("notice-already-sent")
        case Nobody():
            turn.toast("notice-nobody", alert=True)
        case Gone():
            turn.toast("common-old-button", alert=True)
            turn.drop_keys()


async def on_change(turn: Turn, press: Change) -> None:
    """Write it anew: the old draft is gone, so that its buttons can't send what nobody saw."""
    notice = await notices.by_id(turn.db, press.notice, turn.office.id)
    if notice is None or notice.state != NoticeState.DRAFT:
        await _old(turn, notice)
        return
    await notices.drop(turn.db, notice.id)
    await _expect(turn, notice.audience)


async def on_cancel(turn: Turn, press: Cancel) -> None:
    """Leave it: before there is a draft, or throwing it away."""
    notice = await notices.by_id(turn.db, press.notice, turn.office.id)
    if press.notice and (notice is None or notice.state != NoticeState.DRAFT):
        await _old(turn, notice)
        return
    await turn.leave()
    await notices.drop(turn.db, press.notice)
    turn.edit("notice-dropped")


async def _old(turn: Turn, notice: Notice | None) -> None:
    """A button of a draft that is none any more."""
    if notice is not None and notice.state == NoticeState.SENT:
        turn.toast("notice-already-sent", alert=True)
        return
    turn.toast("common-old-button", alert=True)
    turn.drop_keys()
