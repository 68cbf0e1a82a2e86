"""What is too long for Telegram is said all the same."""

from handlers.fit import fitted
from handlers.keys import key
from handlers.turn import Turn
from sandbox.player import Player
from storage.outbox import outbox
from tests.edge.test_turns import Poke
from tests.town import Town
from texts.escape import Markup, units

# Five thousand units: more than a message may hold, less than two.
LONG = "가나다라 " * 1000


def html(text: str) -> dict[str, object]:
    return {"text": Markup(text), "parse_mode": "HTML"}


async def test_a_message_too_long_for_telegram_arrives_in_parts_in_order(town: Town) -> None:
    haneul: Player = await town.resident("김하늘")

    async def tells(turn: Turn, argument: str) -> None:
        params = html(LONG) | {"reply_markup": {"inline_keyboard": []}}
        turn.call("sendMessage", turn.scene.chat_id, params, once="long:1", tag="question:7")

    town.app.house.command("long", tells, menu=False)
    haneul.say("/long")
    await town.settle()
    heard = haneul.read()
    assert len(heard) == 2
    assert " ".join(message.text for message in heard).split() == LONG.split()
    tags = {row.key: row.tag for row in await town.rows(outbox) if row.key.startswith("long:")}
    assert tags == {"long:1:part1": None, "long:1": "question:7"}


async def test_an_answer_to_a_press_that_is_too_long_is_shortened(town: Town) -> None:
    haneul: Player = await town.resident("김하늘")

    async def show(turn: Turn, argument: str) -> None:
        turn.say("common-nothing-changed", keys=[[key("common-button-cancel", Poke(3))]])

    async def poked(turn: Turn, poke: Poke) -> None:
        turn.toast("common-not-yours", alert=True, roles="멘토 " * 100)

    town.app.house.command("show", show, menu=False)
    town.app.house.press(Poke, poked)
    haneul.say("/show")
    await town.settle()
    haneul.tap("취소")
    await town.settle()
    assert units(haneul.toasts[-1].text) <= 200
    assert haneul.toasts[-1].text.endswith("…")


def test_buttons_stand_under_the_last_part_and_the_first_part_replies() -> None:
    more = {"reply_parameters": {"message_id": 1}, "reply_markup": {"inline_keyboard": []}}
    first, last = fitted("sendMessage", html(LONG) | more)
    assert "reply_parameters" in first
    assert "reply_markup" not in first
    assert "reply_markup" in last
    assert "reply_parameters" not in last


def test_an_edited_message_and_a_caption_are_shortened() -> None:
    (edited,) = fitted("editMessageText", html(f"<b>{LONG}</b>"))
    assert edited["text"].endswith("</b>…")
    (file,) = fitted("sendDocument", {"caption": Markup(LONG), "parse_mode": "HTML"})
    assert units(file["caption"]) <= 1024
    assert file["caption"].endswith("…")


def test_what_fits_stays_as_it_is() -> None:
    tags = html("<b></b>" * 1000 + "짧아요")
    assert fitted("sendMessage", tags) == [tags]
    assert fitted("getChat", {}) == [{}]
