"""Each method's refusals, in Telegram's wording and codes: one table, one world."""

from typing import Any

import pytest

from sandbox.player import Player
from sandbox.registry import METHODS, Upload
from sandbox.world import World
from tests.sandbox.refusals_of_chats import OF_CHATS
from tests.sandbox.refusals_of_messages import OF_MESSAGES

Json = dict[str, Any]

REFUSALS = OF_MESSAGES + OF_CHATS


@pytest.fixture
def names(world: World, haneul: Player) -> Json:
    """The letters of the table."""
    owner = world.person("박산")
    helper = world.person("최들")
    full = owner.create_group("1조", supergroup=True)
    owner.add_bot(full)
    owner.promote_bot(full, can_promote_members=True)
    owner.add_member(full, helper)
    owner.promote(full, helper)
    plain = owner.create_group("2조", supergroup=True)
    owner.add_bot(plain)
    owner.say("/hello", plain)
    basic = owner.create_group("3조")
    owner.add_bot(basic)
    forum = owner.make_forum(owner.create_group("4조", supergroup=True))
    owner.add_bot(forum, ["can_manage_topics"])
    said = world.do("sendMessage", {"chat_id": haneul.id, "text": "a"})
    file = {"document": Upload("a.txt", b"a")}
    sent = world.call("sendDocument", {"chat_id": haneul.id}, file).result
    return {
        "P": haneul.id,
        "H": haneul.id,
        "C": owner.id,
        "A": helper.id,
        "G": full.id,
        "M": plain.id,
        "B": basic.id,
        "F": forum.id,
        "BOT": world.bot.id,
        "START": haneul.inbox[0].id,
        "SAID": said["message_id"],
        "FILE": sent["message_id"],
    }


@pytest.mark.parametrize(("method", "parameters", "reason"), REFUSALS)
def test_telegram_refuses(
    world: World, names: Json, method: str, parameters: Json, reason: str
) -> None:
    given = {
        name: names.get(value, value) if isinstance(value, str) else value
        for name, value in parameters.items()
    }
    answer = world.call(method, given)
    assert answer.body == {
        "ok": False,
        "error_code": 400,
        "description": f"Bad Request: {reason}",
    }
    assert answer.status == 400


def test_every_method_but_the_harmless_is_in_the_table() -> None:
    harmless = {
        "getMe",
        "getUpdates",
        "deleteWebhook",
        "getWebhookInfo",
        "getMyCommands",
        "deleteMyCommands",
        "getChatMemberCount",
    }
    refused = {method for method, _, _ in REFUSALS}
    assert {method.name for method in METHODS.values()} == refused | harmless


def test_a_wrong_token_and_an_unknown_method(world: World) -> None:
    wrong = world.call("getMe", token="1:other")
    assert (wrong.status, wrong.body["description"]) == (401, "Unauthorized")
    malformed = world.call("getMe", token="nonsense")
    assert (malformed.status, malformed.body["description"]) == (404, "Not Found")
    unknown = world.call("makeCoffee")
    assert (unknown.status, unknown.body["description"]) == (404, "Not Found: method not found")
    assert world.verdicts == ["makeCoffee: no such method in the Bot API: makeCoffee"]
    lacking = world.call("sendSticker", {"chat_id": 1, "sticker": "x"})
    assert lacking.status == 404
    assert world.verdicts[1] == "sendSticker: the stand-in lacks sendSticker"
    world.verdicts.clear()
