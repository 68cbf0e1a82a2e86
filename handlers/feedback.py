"""Feedback: the coordinator opens a round, everybody answers without a name, the round is closed.

How it is kept anonymous: docs/decisions/0006-anonymous-feedback.md.
"""

from handlers.doors import OpenFeedback
from handlers.feedback_keys import (
    AskClose,
    AskOpen,
    Cleaned,
    CloseRound,
    HandIn,
    OpenRound,
    Sheet,
    State,
)
from handlers.feedback_rounds import clean_files, close_round, on_cleaned, on_tick, open_round
from handlers.feedback_sheet import on_hand_in, on_sheet, on_word, show_sheet
from handlers.feedback_state import state
from handlers.house import House
from handlers.keys import key
from handlers.turn import Turn
from rules.feedback import Nobody, Opened
from rules.programme import COORDINATORS, KNOWN, Post
from storage import feedback
from storage.feedback import STEP


def register(house: House) -> None:
    """Answer /feedback, the buttons of a sheet, and those that open and close a round."""
    house.command("feedback", on_feedback, who=KNOWN)
    house.press(OpenFeedback, on_feedback, who=KNOWN)
    house.press(Sheet, on_sheet, who=KNOWN)
    house.press(HandIn, on_hand_in, who=KNOWN)
    house.step(STEP, on_word)
    house.press(AskOpen, on_ask_open, who=COORDINATORS)
    house.press(OpenRound, on_open, who=COORDINATORS)
    house.press(AskClose, on_ask_close, who=COORDINATORS)
    house.press(CloseRound, on_close, who=COORDINATORS)
    house.press(State, on_state, who=COORDINATORS)
    house.job("feedback.clean", clean_files)
    house.result(Cleaned, on_cleaned)
    house.tick("feedback", on_tick)
    house.offer("feedback-button-open", OpenFeedback(), who=KNOWN)


async def on_feedback(turn: Turn, _asked: str | OpenFeedback) -> None:
    """Show a coordinator how feedback stands, and everybody else what is asked."""
    if Post.COORDINATOR not in turn.posts:
        await show_sheet(turn)
        return
    lines, keys = await state(turn)
    turn.say("feedback-lines", lines=lines, keys=keys)


async def on_state(turn: Turn, _tap: State | AskOpen | AskClose | OpenRound | CloseRound) -> None:
    """The same in place of the message that was pressed."""
    lines, keys = await state(turn)
    turn.edit("feedback-lines", lines=lines, keys=keys)


async def on_ask_open(turn: Turn, tap: AskOpen) -> None:
    """Say how many people would be asked."""
    programme = turn.cast.programme
    found = await feedback.latest(turn.db, programme.id) if programme else None
    if programme is None or (found is not None and found.is_open):
        await on_state(turn, tap)
        return
    people = await feedback.registered(turn.db, programme.id)
    keys = [
        [key("feedback-button-begin-now", OpenRound(programme.id))],
        [key("common-button-cancel", State())],
    ]
    turn.edit("feedback-confirm-begin", programme=programme.name, people=people, keys=keys)


async def on_open(turn: Turn, tap: OpenRound) -> None:
    """Open the round, once."""
    programme = turn.cast.programme
    if programme is None or programme.id != tap.programme:
        await on_state(turn, tap)
        return
    match await open_round(turn, programme):
        case Opened(_, asked):
            back = [[key("feedback-button-state", State())]]
            turn.edit("feedback-begun", asked=asked, keys=back)
        case Nobody():
            turn.edit("feedback-nobody")
        case _:
            await on_state(turn, tap)


async def on_ask_close(turn: Turn, tap: AskClose) -> None:
    """Say what closing means."""
    programme = turn.cast.programme
    found = await feedback.latest(turn.db, programme.id) if programme else None
    if programme is None or found is None or not found.is_open:
        await on_state(turn, tap)
        return
    sheets = await feedback.turnout(turn.db, found.id)
    keys = [
        [key("feedback-button-end-now", CloseRound(found.id))],
        [key("common-button-cancel", State())],
    ]
    turn.edit("feedback-confirm-end", sheets=sheets, keys=keys)


async def on_close(turn: Turn, tap: CloseRound) -> None:
    """Close the round this button was for, and show what it came to."""
    programme = turn.cast.programme
    found = await feedback.latest(turn.db, programme.id) if programme else None
    if programme is not None and found is not None and found.id == tap.round:
        await close_round(turn, programme, turn.scene.chat_id)
    await on_state(turn, tap)
