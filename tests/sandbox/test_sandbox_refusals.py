"""Each method's refusals, in Telegram's wording and codes: one table, one world."""

from typing import Any

import pytest

from sandbox.markup import MAX_BUTTONS
from sandbox.player import Player
from sandbox.registry import METHODS, Upload
from sandbox.state import Chat
from sandbox.world import World

Json = dict[str, Any]

LONG = "가" * 4097
MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
LIMITED = "member limit can't be specified for links requiring administrator approval"


def inline(**button: Any) -> Json:
    return {"inline_keyboard": [[button]]}


def keyboard(**button: Any) -> Json:
    return {"keyboard": [[button]]}


# "P": 하늘's private chat, "G": a supergroup the bot administers fully, "M": one where it is a
# plain member, "F": a forum, "B": a basic group, "H": 하늘, "C": the creator of G.
REFUSALS: list[tuple[str, Json, str]] = [
    ("sendMessage", {"text": "a"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 1, "text": "a"}, "chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "a"}, "chat not found"),
    ("sendMessage", {"chat_id": "P"}, "message text is empty"),
    ("sendMessage", {"chat_id": "P", "text": " \n"}, "message text is empty"),
    ("sendMessage", {"chat_id": "P", "text": LONG}, "message is too long"),
    (
        "sendMessage",
        {"chat_id": "P", "text": "<x>", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_parameters": {"message_id": 999}},
        "message to be replied not found",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": "{"},
        "can't parse reply markup JSON object",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": "[1]"},
        "object expected as reply markup",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": {"inline_keyboard": [1]}},
        'field "inline_keyboard" must be an Array of Arrays',
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": {"inline_keyboard": [["x"]]}},
        "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text="a")},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text=" ", callback_data="a")},
        "inline keyboard button text must be non-empty",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text="a", callback_data="가" * 22)},
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text="a", callback_data="")},
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text="a", url="no address")},
        "inline keyboard button URL 'no address' is invalid: Wrong HTTP URL",
    ),
    (
        "sendMessage",
        {
            "chat_id": "P",
            "text": "a",
            "reply_markup": {
                "inline_keyboard": [[{"text": "a", "callback_data": "a"}]] * (MAX_BUTTONS + 1)
            },
        },
        "reply markup is too long",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": {"keyboard": [[7]]}},
        "can't parse keyboard button: KeyboardButton must be a String or an Object",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": keyboard(text="")},
        "keyboard button text must be non-empty",
    ),
    (
        "sendMessage",
        {"chat_id": "G", "text": "a", "reply_markup": keyboard(text="a", request_contact=True)},
        "phone number can be requested in private chats only",
    ),
    (
        "sendMessage",
        {
            "chat_id": "G",
            "text": "a",
            "reply_markup": keyboard(
                text="a", request_chat={"request_id": 1, "chat_is_channel": False}
            ),
        },
        "chats can be requested in private chats only",
    ),
    (
        "sendMessage",
        {"chat_id": "F", "text": "a", "message_thread_id": 99},
        "message thread not found",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "message_thread_id": 99},
        "message thread not found",
    ),
    ("sendDocument", {"chat_id": "P"}, "there is no document in the request"),
    (
        "sendDocument",
        {"chat_id": "P", "document": "nothing"},
        "wrong remote file identifier specified: Wrong string length",
    ),
    ("sendPhoto", {"chat_id": "P"}, "there is no photo in the request"),
    (
        "sendPhoto",
        {"chat_id": "P", "photo": "https://a.kr/a.jpg"},
        "failed to get HTTP URL content",
    ),
    (
        "sendVenue",
        {"chat_id": "P", "latitude": 91, "longitude": 1, "title": "a", "address": "b"},
        "wrong latitude/longitude specified",
    ),
    (
        "sendVenue",
        {"chat_id": "P", "latitude": "x", "longitude": 1, "title": "a", "address": "b"},
        "latitude is empty",
    ),
    (
        "sendVenue",
        {"chat_id": "P", "latitude": 1, "longitude": 1, "address": "b"},
        'parameter "title" is required',
    ),
    ("sendPoll", {"chat_id": "P", "options": ["a"]}, "text must be non-empty"),
    (
        "sendPoll",
        {"chat_id": "P", "question": "가" * 301, "options": ["a"]},
        "poll question length must not exceed 300",
    ),
    (
        "sendPoll",
        {"chat_id": "P", "question": "a", "options": []},
        "poll must have at least one answer option",
    ),
    (
        "sendPoll",
        {"chat_id": "P", "question": "a", "options": ["a"] * 13},
        "poll can't have more than 12 options",
    ),
    ("sendPoll", {"chat_id": "P", "question": "a", "options": [" "]}, "text must be non-empty"),
    (
        "sendPoll",
        {"chat_id": "P", "question": "a", "options": ["가" * 101]},
        "poll options length must not exceed 100",
    ),
    (
        "sendPoll",
        {"chat_id": "P", "question": "a", "options": ["a"], "type": "b"},
        "unsupported poll type specified",
    ),
    ("sendChatAction", {"chat_id": "P", "action": "sleep"}, "wrong parameter action in request"),
    (
        "copyMessage",
        {"chat_id": "P", "from_chat_id": "P", "message_id": 999},
        "message to copy not found",
    ),
    (
        "copyMessage",
        {"chat_id": "P", "from_chat_id": "G", "message_id": 1},
        "message can't be copied",
    ),
    (
        "forwardMessage",
        {"chat_id": "P", "from_chat_id": "P", "message_id": 999},
        "message to forward not found",
    ),
    (
        "forwardMessage",
        {"chat_id": "P", "from_chat_id": "G", "message_id": 1},
        "message can't be forwarded",
    ),
    (
        "editMessageText",
        {"chat_id": "P", "message_id": 999, "text": "a"},
        "message to edit not found",
    ),
    ("editMessageText", {"message_id": 999, "text": "a"}, "chat identifier is not specified"),
    ("editMessageText", {"chat_id": "P", "text": "a"}, "message identifier is not specified"),
    (
        "editMessageText",
        {"chat_id": "P", "message_id": "SAID", "text": ""},
        "message text is empty",
    ),
    ("editMessageText", {"chat_id": "P", "message_id": "SAID", "text": "a"}, MODIFIED),
    (
        "editMessageText",
        {"chat_id": "P", "message_id": "START", "text": "a"},
        "message can't be edited",
    ),
    (
        "editMessageText",
        {"chat_id": "P", "message_id": "FILE", "text": "a"},
        "there is no text in the message to edit",
    ),
    ("editMessageReplyMarkup", {"chat_id": "P", "message_id": "SAID"}, MODIFIED),
    ("deleteMessage", {"chat_id": "P", "message_id": 999}, "message to delete not found"),
    ("deleteMessage", {"message_id": 999}, "chat identifier is not specified"),
    ("deleteMessage", {"chat_id": "M", "message_id": 1}, "message can't be deleted"),
    ("answerCallbackQuery", {"callback_query_id": "7"}, TOO_OLD),
    ("answerCallbackQuery", {"callback_query_id": "7", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
    ("pinChatMessage", {"chat_id": "G", "message_id": 999}, "message to pin not found"),
    ("pinChatMessage", {"chat_id": "G", "message_id": 1}, "message can't be pinned"),
    (
        "pinChatMessage",
        {"chat_id": "M", "message_id": 1},
        "not enough rights to manage pinned messages in the chat",
    ),
    ("unpinChatMessage", {"chat_id": "G", "message_id": 1}, "message to unpin not found"),
    ("unpinChatMessage", {"chat_id": "G"}, "message to unpin not found"),
    (
        "unpinChatMessage",
        {"chat_id": "M"},
        "not enough rights to manage pinned messages in the chat",
    ),
    ("setMessageReaction", {"chat_id": "P", "message_id": 999}, "message to react not found"),
    (
        "setMessageReaction",
        {"chat_id": "P", "message_id": "START", "reaction": [{"type": "emoji", "emoji": "x"}]},
        "REACTION_INVALID",
    ),
    (
        "setMessageReaction",
        {
            "chat_id": "P",
            "message_id": "START",
            "reaction": [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "🔥"}],
        },
        "REACTIONS_TOO_MANY",
    ),
    ("getChat", {"chat_id": 1}, "chat not found"),
    ("getChatMember", {"chat_id": "G", "user_id": 0}, "invalid user_id specified"),
    ("getChatMember", {"chat_id": "G", "user_id": 1}, "member not found"),
    ("getChatMember", {"chat_id": "P", "user_id": "C"}, "member not found"),
    ("getChatAdministrators", {"chat_id": "P"}, "there are no administrators in the private chat"),
    ("setChatTitle", {"chat_id": "P", "title": "a"}, "can't change private chat title"),
    ("setChatTitle", {"chat_id": "G", "title": " "}, "title must be non-empty"),
    ("setChatTitle", {"chat_id": "M", "title": "a"}, "not enough rights to change chat title"),
    ("setChatDescription", {"chat_id": "P"}, "can't change private chat description"),
    ("setChatDescription", {"chat_id": "G", "description": ""}, "chat description is not modified"),
    (
        "setChatDescription",
        {"chat_id": "M", "description": "a"},
        "not enough rights to set chat description",
    ),
    ("createChatInviteLink", {"chat_id": "P"}, "can't invite members to a private chat"),
    ("createChatInviteLink", {"chat_id": "M"}, "not enough rights to manage chat invite link"),
    ("createChatInviteLink", {"chat_id": "G", "name": "a" * 33}, "INVITE_TITLE_TOO_LONG"),
    ("createChatInviteLink", {"chat_id": "G", "expire_date": 1}, "EXPIRE_DATE_INVALID"),
    ("createChatInviteLink", {"chat_id": "G", "member_limit": 100_000}, "USAGE_LIMIT_INVALID"),
    (
        "createChatInviteLink",
        {"chat_id": "G", "member_limit": 1, "creates_join_request": True},
        LIMITED,
    ),
    (
        "editChatInviteLink",
        {"chat_id": "G", "invite_link": "https://t.me/+x"},
        "INVITE_HASH_EXPIRED",
    ),
    ("editChatInviteLink", {"chat_id": "G"}, 'parameter "invite_link" is required'),
    (
        "revokeChatInviteLink",
        {"chat_id": "G", "invite_link": "https://t.me/+x"},
        "INVITE_HASH_EXPIRED",
    ),
    ("exportChatInviteLink", {"chat_id": "M"}, "not enough rights to manage chat invite link"),
    ("approveChatJoinRequest", {"chat_id": "G", "user_id": "H"}, "HIDE_REQUESTER_MISSING"),
    ("approveChatJoinRequest", {"chat_id": "G", "user_id": "C"}, "USER_ALREADY_PARTICIPANT"),
    ("approveChatJoinRequest", {"chat_id": "G", "user_id": 1}, "user not found"),
    ("approveChatJoinRequest", {"chat_id": "G"}, "invalid user_id specified"),
    (
        "approveChatJoinRequest",
        {"chat_id": "P", "user_id": "H"},
        "the chat can't have join requests",
    ),
    (
        "approveChatJoinRequest",
        {"chat_id": "M", "user_id": "H"},
        "not enough rights to manage chat join requests",
    ),
    ("declineChatJoinRequest", {"chat_id": "G", "user_id": "H"}, "HIDE_REQUESTER_MISSING"),
    ("banChatMember", {"chat_id": "G", "user_id": "BOT"}, "can't restrict self"),
    ("banChatMember", {"chat_id": "G", "user_id": "C"}, "can't remove chat owner"),
    ("banChatMember", {"chat_id": "G", "user_id": 0}, "invalid user_id specified"),
    ("banChatMember", {"chat_id": "G", "user_id": 1}, "member not found"),
    ("banChatMember", {"chat_id": "G", "user_id": "A"}, "user is an administrator of the chat"),
    ("banChatMember", {"chat_id": "P", "user_id": "H"}, "can't ban members in private chats"),
    (
        "banChatMember",
        {"chat_id": "M", "user_id": "H"},
        "not enough rights to restrict/unrestrict chat member",
    ),
    (
        "banChatMember",
        {"chat_id": "B", "user_id": "H"},
        "need to be inviter of a user to kick it from a basic group",
    ),
    (
        "unbanChatMember",
        {"chat_id": "B", "user_id": "H"},
        "method is available for supergroup and channel chats only",
    ),
    (
        "restrictChatMember",
        {"chat_id": "B", "user_id": "H", "permissions": {}},
        "method is available only for supergroups",
    ),
    (
        "restrictChatMember",
        {"chat_id": "G", "user_id": "H"},
        'parameter "permissions" is required',
    ),
    (
        "promoteChatMember",
        {"chat_id": "B", "user_id": "H"},
        "method is available for supergroup and channel chats only",
    ),
    (
        "promoteChatMember",
        {"chat_id": "M", "user_id": "H", "can_pin_messages": True},
        "not enough rights",
    ),
    (
        "promoteChatMember",
        {"chat_id": "G", "user_id": "H", "can_pin_messages": True},
        "USER_NOT_PARTICIPANT",
    ),
    (
        "promoteChatMember",
        {"chat_id": "G", "user_id": "H", "can_edit_stories": True},
        "RIGHT_FORBIDDEN",
    ),
    ("leaveChat", {"chat_id": "P"}, "can't leave private chats"),
    ("createForumTopic", {"chat_id": "G", "name": "a"}, "the chat is not a forum"),
    ("createForumTopic", {"chat_id": "F", "name": " "}, "name must be non-empty"),
    (
        "createForumTopic",
        {"chat_id": "F", "name": "a", "icon_color": 5},
        "invalid icon color specified",
    ),
    ("editForumTopic", {"chat_id": "F", "message_thread_id": 99, "name": "a"}, "TOPIC_ID_INVALID"),
    ("closeForumTopic", {"chat_id": "F", "message_thread_id": 99}, "TOPIC_ID_INVALID"),
    (
        "setMyCommands",
        {"commands": [{"command": "Start!", "description": "a"}]},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "a" * 33, "description": "a"}]},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "start", "description": "가" * 257}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "start", "description": "a"}] * 101},
        "BOT_COMMANDS_TOO_MUCH",
    ),
    ("setMyCommands", {}, 'parameter "commands" is required'),
    ("setMyDescription", {"description": "가" * 513}, "bot description is too long"),
    (
        "setMyShortDescription",
        {"short_description": "가" * 121},
        "bot short description is too long",
    ),
    ("setMyName", {"name": "가" * 65}, "bot name is too long"),
    (
        "setChatMenuButton",
        {"menu_button": {"type": "door"}},
        "can't parse menu button: MenuButton has unsupported type",
    ),
    ("setChatMenuButton", {"chat_id": 1}, "chat not found"),
    ("getFile", {}, "file_id not specified"),
    ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
    ("setWebhook", {"url": "ftp://a.kr"}, "invalid webhook URL specified"),
    ("setWebhook", {"url": "https://a.kr", "secret_token": "a" * 257}, "secret token is too long"),
    (
        "setWebhook",
        {"url": "https://a.kr", "secret_token": "!"},
        "secret token contains unallowed characters",
    ),
]


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


class TestForbidden:
    """Who can't be written to, and why."""

    def send(self, world: World, chat_id: int) -> str:
        answer = world.call("sendMessage", {"chat_id": chat_id, "text": "a"})
        assert answer.status == answer.body["error_code"]
        return f"{answer.status} {answer.body['description']}"

    def test_a_person_never_met(self, world: World) -> None:
        stranger = world.person("정솔")
        assert self.send(world, stranger.id) == "400 Bad Request: chat not found"

    def test_a_person_met_in_a_group_who_never_started(self, world: World, room: Chat) -> None:
        stranger = world.person("정솔")
        world.player("김하늘").add_member(room, stranger)
        wanted = "403 Forbidden: bot can't initiate conversation with a user"
        assert self.send(world, stranger.id) == wanted
        stranger.start()
        world.do("sendMessage", {"chat_id": stranger.id, "text": "a"})

    def test_a_person_who_blocked_the_bot(self, world: World, haneul: Player) -> None:
        haneul.block_bot()
        assert self.send(world, haneul.id) == "403 Forbidden: bot was blocked by the user"
        haneul.start()
        assert haneul.user.blocked_bot is False
        assert world.call("sendMessage", {"chat_id": haneul.id, "text": "a"}).ok

    def test_a_person_whose_account_is_gone(self, world: World, haneul: Player) -> None:
        haneul.deactivate()
        assert self.send(world, haneul.id) == "403 Forbidden: user is deactivated"

    def test_the_bot_itself(self, world: World) -> None:
        assert self.send(world, world.bot.id) == "400 Bad Request: chat not found"

    def test_groups_the_bot_was_thrown_out_of(
        self, world: World, haneul: Player, room: Chat
    ) -> None:
        basic = haneul.add_bot(haneul.create_group("2조"))
        haneul.remove_bot(room)
        haneul.remove_bot(basic)
        assert self.send(world, room.id) == "403 Forbidden: bot was kicked from the supergroup chat"
        assert self.send(world, basic.id) == "403 Forbidden: bot was kicked from the group chat"
        assert not world.call("getChat", {"chat_id": room.id}).ok
        assert world.call("getChat", {"chat_id": basic.id}).ok

    def test_groups_the_bot_left_or_never_joined(
        self, world: World, haneul: Player, room: Chat
    ) -> None:
        world.do("leaveChat", {"chat_id": room.id})
        wanted = "403 Forbidden: bot is not a member of the supergroup chat"
        assert self.send(world, room.id) == wanted
        strange = haneul.create_group("남의 방")
        assert self.send(world, strange.id) == "400 Bad Request: chat not found"

    def test_a_group_that_became_a_supergroup(self, world: World, haneul: Player) -> None:
        basic = haneul.create_group("2조")
        haneul.add_bot(basic)
        new = haneul.upgrade(basic)
        answer = world.call("sendMessage", {"chat_id": basic.id, "text": "a"})
        assert answer.body == {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": new.id},
        }
        assert world.call("getChatMemberCount", {"chat_id": basic.id}).status == 400
        assert world.call("sendMessage", {"chat_id": new.id, "text": "a"}).ok

    def test_a_group_that_lets_nobody_write(self, world: World, haneul: Player, room: Chat) -> None:
        haneul.demote_bot(room)
        room.permissions = []
        wanted = "400 Bad Request: not enough rights to send text messages to the chat"
        assert self.send(world, room.id) == wanted
        poll = {"chat_id": room.id, "question": "a", "options": ["a"]}
        assert "send polls to the chat" in world.call("sendPoll", poll).body["description"]
        haneul.promote_bot(room)
        assert world.call("sendMessage", {"chat_id": room.id, "text": "a"}).ok
