"""The second reader is a real one: it objects to what is wrong, whoever did it."""

import json
import subprocess
import sys

import pytest

from sandbox.aiogram_reader import check_update
from sandbox.player import Player
from sandbox.snapshot import put_down, taken_up
from sandbox.wire import Wire, WireEntry
from sandbox.world import World
from tests.sandbox.conftest import MONDAY


def test_an_unknown_parameter_is_an_objection(world: World, haneul: Player) -> None:
    world.do("sendMessage", {"chat_id": haneul.id, "text": "a", "colour": "red"})
    with pytest.raises(AssertionError, match=r"sendMessage: unknown parameters \['colour'\]"):
        world.check()
    assert world.wire.entries[-1].verdict == "unknown parameters ['colour']"
    world.verdicts.clear()


def test_a_parameter_of_the_wrong_shape_is_an_objection(world: World, haneul: Player) -> None:
    odd = {"chat_id": haneul.id, "text": "a", "link_preview_options": "[1]"}
    world.do("sendMessage", odd)
    assert "link_preview_options" in world.verdicts.pop()


def test_an_unknown_field_deep_inside_is_an_objection(world: World, haneul: Player) -> None:
    button = {"text": "네", "callback_data": "y", "colour": "red"}
    markup = {"inline_keyboard": [[button]]}
    world.call("sendMessage", {"chat_id": haneul.id, "text": "a", "reply_markup": markup})
    assert "unknown field reply_markup.inline_keyboard.colour" in world.verdicts.pop()


def test_a_refusal_that_is_no_400_still_has_its_parameters_read(
    world: World, haneul: Player
) -> None:
    haneul.block_bot()
    world.call("sendMessage", {"chat_id": haneul.id, "text": "a", "colour": "red"})
    assert world.verdicts.pop().startswith("sendMessage: unknown parameters")


def test_an_update_that_makes_no_sense_is_an_objection(world: World) -> None:
    world.emit("message", {"message_id": "seven", "chat": {"id": 1}})
    assert "message.message_id" in world.verdicts.pop()
    world.wire.entries.clear()
    assert check_update({"update_id": 1, "surprise": {}}) == "unknown field surprise"


def test_what_telegram_takes_and_aiogram_does_not_is_no_objection(
    world: World, haneul: Player
) -> None:
    markup = json.dumps({"keyboard": [["네", {"text": "아니요"}]]})
    world.do("sendMessage", {"chat_id": haneul.id, "text": "{", "reply_markup": markup})
    assert haneul.reply_buttons == ["네", "아니요"]


def test_nobody_reads_when_switched_off() -> None:
    world = World(reader=None)
    person = world.person("김하늘")
    person.start()
    world.do("sendMessage", {"chat_id": person.id, "text": "a", "colour": "red"})
    world.check()


def test_aiogram_is_not_imported_before_it_is_needed() -> None:
    code = (
        "import sys; from sandbox.world import World; from sandbox.server import serve;"
        "World(); assert 'aiogram' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_listeners_hear_calls_and_updates_but_no_empty_polls(world: World) -> None:
    heard: list[tuple[str, str, int, int]] = []
    world.listeners.append(
        lambda one: heard.append((one.direction, one.name, one.chat, one.person))
    )
    world.call("getUpdates")
    person = world.person("김하늘")
    person.start()
    world.call("sendMessage", {"chat_id": person.id, "text": "a"})
    world.call("getUpdates")
    assert heard == [
        ("out", "message", person.id, person.id),
        ("in", "sendMessage", person.id, 0),
        ("in", "getUpdates", 0, 0),
    ]


def test_the_wire_forgets_the_oldest() -> None:
    wire = Wire(kept=2)
    for name in "abc":
        wire.add(WireEntry(MONDAY, "in", name, 0, 0, {}))
    assert [one.name for one in wire.entries] == ["b", "c"]


def test_a_world_is_put_down_and_taken_up_again(world: World, haneul: Player) -> None:
    group = haneul.promote_bot(haneul.add_bot(haneul.create_group("1조")))
    haneul.send_document("a.txt", b"\x00\xff")
    keys = {"inline_keyboard": [[{"text": "네", "callback_data": "y"}]]}
    world.call("sendMessage", {"chat_id": haneul.id, "text": "?", "reply_markup": keys})
    haneul.tap("네")
    poll = {"chat_id": group.id, "question": "?", "options": ["가"], "is_anonymous": False}
    world.do("sendPoll", poll)
    haneul.vote(haneul.last_in(group), "가")
    link = world.do("createChatInviteLink", {"chat_id": group.id, "creates_join_request": True})
    world.person("이바다").request_to_join(link["invite_link"])

    written = json.dumps(put_down(world.state), ensure_ascii=False)
    again = World(state=taken_up(json.loads(written)), start=world.now)

    assert again.state == world.state
    assert again.player("김하늘").last.buttons == [("네", "y")]
    assert again.call("sendMessage", {"chat_id": haneul.id, "text": "계속해요"}).ok
    assert again.player("김하늘").last.text == "계속해요"
    again.check()
