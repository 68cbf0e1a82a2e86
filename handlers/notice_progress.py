"""After a notice went out: people confirm that they read it, the coordinator sees who did."""

from handlers.keys import inline, key
from handlers.notice_cards import (
    Confirm,
    SendRest,
    ShowNames,
    ShowProgress,
    names_text,
    progress_keys,
    progress_text,
)
from handlers.notice_sending import progress_of, send_rest
from handlers.turn import Turn
from rules.notice import Confirming, Notice, NoticeState, judge_confirming
from storage import notices
from texts.escape import split


async def show(turn: Turn, notice_id: int) -> None:
    """Make the pressed message the card of a sent notice; an old button if there is none."""
    notice = await _sent(turn, notice_id)
    if notice is None:
        return
    now = await progress_of(turn, notice)
    text = progress_text(turn, turn.words, notice, now)
    turn.edit("notice-card", text=text, keys=progress_keys(notice, now))


async def on_progress(turn: Turn, press: ShowProgress) -> None:
    """Look again."""
    await show(turn, press.notice)


async def on_names(turn: Turn, press: ShowNames) -> None:
    """Every name, in as many messages as it takes."""
    notice = await _sent(turn, press.notice)
    if notice is not None:
        for piece in split(names_text(turn.words, await progress_of(turn, notice))):
            turn.say("notice-card", text=piece)


async def on_rest(turn: Turn, press: SendRest) -> None:
    """Send it to those who have become reachable since."""
    notice = await _sent(turn, press.notice)
    if notice is not None:
        number = await send_rest(turn, notice)
        turn.toast("notice-rest-sent", number=number)
        await show(turn, press.notice)


async def _sent(turn: Turn, notice_id: int) -> Notice | None:
    notice = await notices.by_id(turn.db, notice_id, turn.office.id)
    if notice is None or notice.state != NoticeState.SENT:
        turn.toast("common-old-button", alert=True)
        return None
    return notice


async def on_confirm(turn: Turn, press: Confirm) -> None:
    """A recipient has read it."""
    person, recipient = turn.cast.person, None
    if person is not None:
        recipient = await notices.recipient(turn.db, press.notice, person.id)
    notice = await notices.by_id(turn.db, press.notice, turn.office.id)
    match judge_confirming(notice, recipient):
        case Confirming.CONFIRMED:
            await notices.confirm(turn.db, press.notice, turn.person.id, turn.now)
            turn.toast("notice-confirmed")
            _mark_read(turn, press)
        case Confirming.AGAIN:
            turn.toast("notice-confirmed-before")
        case Confirming.PREVIEW:
            turn.toast("notice-only-preview", alert=True)
        case Confirming.NOT_YOURS:
            turn.toast("common-old-button", alert=True)


def _mark_read(turn: Turn, press: Confirm) -> None:
    """Let the button say that it was pressed."""
    if turn.scene.message_id is None:
        return
    read = inline([[key("notice-button-confirmed", press)]], turn.words)
    params = {"message_id": turn.scene.message_id, "reply_markup": read}
    turn.call("editMessageReplyMarkup", turn.scene.chat_id, params)
