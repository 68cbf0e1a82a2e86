"""The world as python-telegram-bot's transport: no network, the same answers."""

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
import telegram
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from sandbox.player import Player
from sandbox.request import SandboxRequest
from sandbox.world import World
from tests.sandbox.conftest import MONDAY


@pytest.fixture
def request_(world: World) -> SandboxRequest:
    return SandboxRequest(world)


@pytest.fixture
async def bot(world: World, request_: SandboxRequest) -> AsyncIterator[telegram.Bot]:
    bot = telegram.Bot(world.token, request=request_, get_updates_request=SandboxRequest(world))
    async with bot:
        yield bot


async def test_the_bot_knows_itself_and_the_time(
    bot: telegram.Bot, request_: SandboxRequest, world: World
) -> None:
    assert bot.username == "todak_bot"
    assert request_.last_date == MONDAY
    assert request_.read_timeout == 5.0
    assert SandboxRequest(world).last_date is None


async def test_a_tap_arrives_and_is_answered(bot: telegram.Bot, haneul: Player) -> None:
    keys = telegram.InlineKeyboardMarkup(
        [[telegram.InlineKeyboardButton("동의", callback_data="yes")]]
    )
    await bot.send_message(haneul.id, "<b>안녕</b>", parse_mode="HTML", reply_markup=keys)
    haneul.tap("동의")
    updates = await bot.get_updates(timeout=1)
    press = updates[-1].callback_query
    assert press is not None
    assert press.data == "yes"
    await press.answer("고마워요")
    assert haneul.toasts[-1].text == "고마워요"


async def test_a_document_goes_up_and_comes_down(bot: telegram.Bot, haneul: Player) -> None:
    sent = await bot.send_document(haneul.id, b"a,b", filename="명단.csv", caption="명단")
    assert haneul.last.document is not None
    assert haneul.last.document.name == "명단.csv"
    assert sent.document is not None
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"a,b"
    streamed = await bot.send_document(haneul.id, BytesIO(b"x"), filename="x.bin")
    assert streamed.document is not None
    assert streamed.document.file_size == 1


async def test_a_file_that_is_not_there(world: World, request_: SandboxRequest) -> None:
    for token in (world.token, "1:wrong"):
        with pytest.raises(InvalidToken):
            await request_.retrieve(f"https://api.telegram.org/file/bot{token}/none")


async def test_a_poll_wakes_when_somebody_speaks(bot: telegram.Bot, world: World) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.01)
    world.person("김하늘").say("안녕")
    updates = await asyncio.wait_for(waiting, 2)
    assert updates[0].message is not None
    assert updates[0].message.text == "안녕"


async def test_refusals_become_ptbs_errors(
    bot: telegram.Bot, world: World, haneul: Player, bada: Player
) -> None:
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(1, "a")
    bada.block_bot()
    with pytest.raises(Forbidden, match=r"(?i)blocked"):
        await bot.send_message(bada.id, "a")
    basic = haneul.add_bot(haneul.create_group("1조"))
    new = haneul.upgrade(basic)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(basic.id, "a")
    assert moved.value.new_chat_id == new.id
    world.faults.add("sendMessage", "flood", retry_after=9)
    with pytest.raises(RetryAfter):
        await bot.send_message(haneul.id, "a")
    world.faults.add("sendMessage", "timeout_after")
    with pytest.raises(TimedOut):
        await bot.send_message(haneul.id, "도착")
    assert haneul.last.text == "도착"
    world.faults.add("sendMessage", "drop_before")
    with pytest.raises(NetworkError, match="dropped"):
        await bot.send_message(haneul.id, "a")
