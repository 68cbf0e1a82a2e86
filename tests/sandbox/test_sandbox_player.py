"""People in private: what their client lets them do and see."""

import pytest

from sandbox.player import Player
from sandbox.world import World
from tests.sandbox.conftest import Told
from tests.sandbox.offers import RIGHTS, offer, offer_group


class TestPrivate:
    def test_start_brings_the_payload(self, world: World, told: Told) -> None:
        person = world.person("김하늘", username="haneul", last_name="(7급)")
        person.start("inv_Abc-9")
        message = told()[0]["message"]
        assert message["text"] == "/start inv_Abc-9"
        assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
        assert message["from"] == {
            "id": person.id,
            "is_bot": False,
            "first_name": "김하늘",
            "last_name": "(7급)",
            "username": "haneul",
            "language_code": "ko",
        }
        assert message["chat"]["username"] == "haneul"

    @pytest.mark.parametrize("payload", ["a" * 65, "한글", "a b"])
    def test_a_payload_telegram_would_not_carry(self, haneul: Player, payload: str) -> None:
        with pytest.raises(AssertionError, match="payload"):
            haneul.start(payload)

    def test_links_open(self, haneul: Player, told: Told) -> None:
        told()
        haneul.open_link("https://t.me/todak_bot?start=abc")
        haneul.open_link("t.me/Todak_Bot")
        assert [one["message"]["text"] for one in told()] == ["/start abc", "/start"]
        with pytest.raises(AssertionError, match="leads to no bot"):
            haneul.open_link("https://t.me/other_bot?start=a")
        with pytest.raises(AssertionError, match="pick a group"):
            haneul.open_link("https://t.me/todak_bot?startgroup=a")

    def test_blocking_is_told_and_silences(self, haneul: Player, told: Told) -> None:
        told()
        haneul.block_bot()
        with pytest.raises(AssertionError, match="has blocked"):
            haneul.say("안녕")
        haneul.unblock_bot()
        states = [one["my_chat_member"]["new_chat_member"]["status"] for one in told()]
        assert states == ["kicked", "member"]

    def test_an_account_that_is_gone_does_nothing(self, world: World, haneul: Player) -> None:
        offer(world, haneul, [{"text": "네", "callback_data": "y"}])
        haneul.deactivate()
        with pytest.raises(AssertionError, match="deactivated"):
            haneul.say("안녕")
        with pytest.raises(AssertionError, match="deactivated"):
            haneul.tap("네")

    def test_files_are_sent(self, world: World, haneul: Player, told: Told) -> None:
        told()
        haneul.send_document("명단.xlsx", b"PK", caption="명단이에요 @todak_bot")
        haneul.send_photo(b"jpeg")
        document, photo = (one["message"] for one in told())
        assert document["document"]["file_name"] == "명단.xlsx"
        assert document["document"]["mime_type"].endswith("spreadsheetml.sheet")
        assert document["caption_entities"][0]["type"] == "mention"
        assert photo["photo"][0]["file_size"] == 4

    def test_reading(self, world: World, haneul: Player) -> None:
        with pytest.raises(AssertionError, match="said nothing"):
            _ = haneul.last
        world.call("sendMessage", {"chat_id": haneul.id, "text": "하나"})
        assert [one.text for one in haneul.unread] == ["하나"]
        assert [one.text for one in haneul.read()] == ["하나"]
        assert haneul.read() == []
        assert [one.from_bot for one in haneul.inbox] == [False, True]
        assert haneul.last.document is None
        assert repr(haneul) == "<Player 김하늘>"
        assert world.player("김하늘") is haneul
        with pytest.raises(KeyError):
            world.player("없는 사람")


class TestButtons:
    def test_a_press_finds_the_newest_by_data_or_label(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        offer(world, haneul, [{"text": "좋아요", "callback_data": "1"}])
        older = haneul.last
        offer(
            world,
            haneul,
            [{"text": "아주 좋아요", "callback_data": "5"}, {"text": "5", "callback_data": "x"}],
        )
        told()
        for wanted in ("좋아요", "5", "1"):
            haneul.tap(wanted)
        haneul.tap("좋아요", message=older)
        haneul.tap("좋아요", message=older.id)
        pressed = [one["callback_query"]["data"] for one in told()]
        assert pressed == ["5", "5", "1", "1", "1"]

    def test_a_missing_button_says_which_there_were(self, world: World, haneul: Player) -> None:
        offer(world, haneul, [{"text": "네", "callback_data": "y"}])
        with pytest.raises(AssertionError, match=r"no button '아니요'.*\('네', 'y'\)"):
            haneul.tap("아니요")

    def test_a_button_with_an_address_opens_it(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        offer(world, haneul, [{"text": "열기", "url": "https://t.me/todak_bot?start=x"}])
        told()
        haneul.tap("열기")
        assert told()[0]["message"]["text"] == "/start x"
        copy = {"text": "베끼기", "copy_text": {"text": "가"}}
        offer(world, haneul, [copy])
        assert haneul.last.buttons == [("베끼기", "copy_text:{'text': '가'}")]

    def test_reply_buttons_are_typed_for_the_person(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        offer_group(world, haneul)
        assert haneul.reply_buttons == ["그룹 열기", "나중에"]
        with pytest.raises(AssertionError, match="no reply button"):
            haneul.press_reply_button("지금")
        with pytest.raises(AssertionError, match="asks for a group"):
            haneul.press_reply_button("그룹 열기")
        with pytest.raises(AssertionError, match="does not ask"):
            haneul.create_group_from_button("나중에")
        told()
        haneul.press_reply_button("나중에")
        assert told()[0]["message"]["text"] == "나중에"
        assert haneul.reply_buttons == []

    def test_a_keyboard_stays_until_it_is_taken_away(self, world: World, haneul: Player) -> None:
        assert haneul.reply_buttons == []
        offer(world, haneul, ["가"], resize_keyboard=True)
        haneul.press_reply_button("가")
        assert haneul.reply_buttons == ["가"]
        gone = {"chat_id": haneul.id, "text": "네", "reply_markup": {"remove_keyboard": True}}
        world.call("sendMessage", gone)
        assert haneul.reply_buttons == []
        world.call("sendMessage", gone | {"reply_markup": {}})

    def test_a_bot_may_not_ask_for_more_rights_than_the_person_has(
        self, world: World, haneul: Player
    ) -> None:
        request = {
            "request_id": 1,
            "chat_is_channel": False,
            "bot_administrator_rights": RIGHTS,
        }
        markup = {"keyboard": [[{"text": "열기", "request_chat": request}]]}
        answer = world.call(
            "sendMessage", {"chat_id": haneul.id, "text": "a", "reply_markup": markup}
        )
        assert answer.body["description"] == "Bad Request: USER_RIGHTS_MISSING"
