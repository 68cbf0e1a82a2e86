"""What the bot sends and changes: what it answers, and what people see afterwards."""

from datetime import timedelta
from typing import Any

import pytest

from sandbox.methods.files import MAX_DOWNLOAD, MAX_PHOTO, file_at, store
from sandbox.player import Player
from sandbox.registry import Upload
from sandbox.state import Chat
from sandbox.world import World
from tests.sandbox.conftest import Told

Json = dict[str, Any]

YES = {"inline_keyboard": [[{"text": "동의", "callback_data": "yes"}]]}


def say(world: World, chat_id: int, text: str = "안녕하세요", **more: Any) -> Json:
    sent: Json = world.do("sendMessage", {"chat_id": chat_id, "text": text} | more)
    return sent


class TestMessages:
    def test_a_message_arrives_with_marks_and_buttons(self, world: World, haneul: Player) -> None:
        sent = say(world, haneul.id, "<b>안녕</b>", parse_mode="HTML", reply_markup=YES)
        assert haneul.last.text == "안녕"
        assert haneul.last.html == "<b>안녕</b>"
        assert haneul.last.buttons == [("동의", "yes")]
        assert haneul.last.labels == ["동의"]
        assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
        assert sent["date"] == world.unix_now

    def test_4096_characters_pass_after_marks_are_taken_out(
        self, world: World, haneul: Player
    ) -> None:
        text = f"<b>{'가' * 4096}</b>"
        assert world.call(
            "sendMessage", {"chat_id": haneul.id, "text": text, "parse_mode": "HTML"}
        ).ok

    def test_parameters_may_come_as_text_like_in_a_form(self, world: World, haneul: Player) -> None:
        form = {
            "chat_id": str(haneul.id),
            "text": "a",
            "disable_notification": "true",
            "reply_markup": '{"inline_keyboard":[[{"text":"가","callback_data":"x"}],[]]}',
        }
        world.do("sendmessage", form)
        assert haneul.last.buttons == [("가", "x")]

    def test_a_reply_shows_what_it_replies_to(self, world: World, haneul: Player) -> None:
        asked = haneul.say("질문이요")
        sent = say(world, haneul.id, reply_parameters={"message_id": asked.id})
        assert sent["reply_to_message"]["text"] == "질문이요"
        haneul.delete(asked)
        sent = say(
            world,
            haneul.id,
            reply_parameters={"message_id": asked.id, "allow_sending_without_reply": True},
        )
        assert "reply_to_message" not in sent

    def test_a_document_travels_there_and_back(self, world: World, haneul: Player) -> None:
        upload = {"document": Upload("명단.csv", b"a,b\n", "text/csv")}
        answer = world.call("sendDocument", {"chat_id": haneul.id, "caption": "명단입니다"}, upload)
        assert haneul.last.document is not None
        assert (haneul.last.document.name, haneul.last.document.data) == ("명단.csv", b"a,b\n")
        assert haneul.last.text == "명단입니다"
        file_id = answer.result["document"]["file_id"]
        path = world.do("getFile", {"file_id": file_id})["file_path"]
        assert file_at(world, path) is haneul.last.document
        again = world.do("sendDocument", {"chat_id": haneul.id, "document": file_id})
        assert again["document"]["file_id"] == file_id

    def test_attached_files_are_found_by_name(self, world: World, haneul: Player) -> None:
        files = {"a1": Upload("a", b"1")}
        assert world.call("sendPhoto", {"chat_id": haneul.id, "photo": "attach://a1"}, files).ok
        assert haneul.last.document is not None
        assert haneul.last.document.data == b"1"

    @pytest.mark.parametrize(
        ("data", "reason"),
        [(b"", "file must be non-empty"), (bytes(MAX_PHOTO + 1), "file is too big")],
    )
    def test_files_have_a_size(
        self, world: World, haneul: Player, data: bytes, reason: str
    ) -> None:
        files = {"photo": Upload("a.jpg", data)}
        answer = world.call("sendPhoto", {"chat_id": haneul.id}, files)
        assert answer.body["description"] == f"Bad Request: {reason}"

    def test_a_file_too_big_to_download(self, world: World) -> None:
        file = store(world, "a", bytes(MAX_DOWNLOAD + 1))
        answer = world.call("getFile", {"file_id": file.file_id})
        assert answer.body["description"] == "Bad Request: file is too big"

    def test_a_caption_has_1024_characters(self, world: World, haneul: Player) -> None:
        files = {"photo": Upload("a.jpg", b"1")}
        answer = world.call("sendPhoto", {"chat_id": haneul.id, "caption": "가" * 1025}, files)
        assert answer.body["description"] == "Bad Request: message caption is too long"

    def test_a_venue(self, world: World, haneul: Player) -> None:
        place = {"latitude": 37.6, "longitude": 127.09, "title": "중랑천", "address": "면목동"}
        sent = world.do("sendVenue", {"chat_id": haneul.id} | place)
        assert sent["venue"]["title"] == "중랑천"

    def test_a_poll_and_its_votes(self, world: World, haneul: Player, told: Told) -> None:
        options = [{"text": "산"}, "천"]
        poll = {"chat_id": haneul.id, "question": "어디로?", "options": options}
        world.do("sendPoll", poll | {"is_anonymous": False})
        told()
        haneul.vote(haneul.last, "천")
        shape, answer = (one for one in told())
        assert [one["voter_count"] for one in shape["poll"]["options"]] == [0, 1]
        assert answer["poll_answer"]["option_ids"] == [1]
        haneul.vote(haneul.last)
        assert told()[0]["poll"]["total_voter_count"] == 0
        with pytest.raises(AssertionError, match="no option"):
            haneul.vote(haneul.last, "바다")
        world.do("sendPoll", poll)
        haneul.vote(haneul.last, "산")
        assert told.kinds() == ["poll"]

    def test_copies_and_forwards(self, world: World, haneul: Player, bada: Player) -> None:
        said = haneul.say("좋은 글")
        source = {"chat_id": bada.id, "from_chat_id": haneul.id, "message_id": said.id}
        world.do("copyMessage", source)
        assert bada.last.text == "좋은 글"
        assert bada.last.message.via_forward is None
        forwarded = world.do("forwardMessage", source)
        assert forwarded["forward_origin"]["sender_user"]["first_name"] == "김하늘"
        again = {"chat_id": haneul.id, "from_chat_id": bada.id}
        onward = world.call("forwardMessage", again | {"message_id": forwarded["message_id"]})
        assert onward.result["forward_origin"] == forwarded["forward_origin"]

    def test_a_copy_may_bring_its_own_caption(self, world: World, haneul: Player) -> None:
        sent = haneul.send_document("a.txt", b"a", caption="옛 설명")
        source = {"chat_id": haneul.id, "from_chat_id": haneul.id, "message_id": sent.id}
        world.do("copyMessage", source | {"caption": "새 설명"})
        assert haneul.last.text == "새 설명"

    def test_typing_is_shown_to_nobody_here(self, world: World, haneul: Player) -> None:
        assert world.do("sendChatAction", {"chat_id": haneul.id, "action": "typing"})


class TestEditing:
    def test_an_edit_changes_text_and_buttons(self, world: World, haneul: Player) -> None:
        sent = say(world, haneul.id, reply_markup=YES)
        target = {"chat_id": haneul.id, "message_id": sent["message_id"]}
        edited = world.do("editMessageText", target | {"text": "고쳤어요"})
        assert edited["edit_date"] == world.unix_now
        assert (haneul.last.text, haneul.last.buttons, haneul.last.edited) == ("고쳤어요", [], True)
        world.do("editMessageReplyMarkup", target | {"reply_markup": YES})
        assert haneul.last.labels == ["동의"]

    def test_a_deleted_message_is_gone(self, world: World, haneul: Player) -> None:
        sent = say(world, haneul.id, "곧 사라질 말")
        target = {"chat_id": haneul.id, "message_id": sent["message_id"]}
        assert world.do("deleteMessage", target)
        assert [one.text for one in haneul.inbox] == ["/start"]
        assert not world.call("deleteMessage", target).ok

    def test_after_two_days_a_message_can_not_be_deleted(
        self, world: World, haneul: Player
    ) -> None:
        sent = say(world, haneul.id)
        world.advance(timedelta(days=2))
        target = {"chat_id": haneul.id, "message_id": sent["message_id"]}
        reason = world.call("deleteMessage", target).body["description"]
        assert reason == "Bad Request: message can't be deleted for everyone"

    def test_a_press_is_answered_once_and_within_150_seconds(
        self, world: World, haneul: Player, told: Told
    ) -> None:
        say(world, haneul.id, reply_markup=YES)
        haneul.tap("동의")
        press = told()[-1]["callback_query"]
        assert press["data"] == "yes"
        assert haneul.waiting_presses == 1
        answer = {"callback_query_id": press["id"], "text": "기록했어요", "show_alert": True}
        assert world.do("answerCallbackQuery", answer)
        assert world.do("answerCallbackQuery", answer)
        assert [(one.text, one.alert) for one in haneul.toasts] == [("기록했어요", True)]
        assert haneul.waiting_presses == 0
        haneul.tap("yes")
        late = told()[-1]["callback_query"]["id"]
        world.advance(timedelta(seconds=150))
        assert not world.call("answerCallbackQuery", {"callback_query_id": late}).ok

    def test_pins_come_and_go(self, world: World, room: Chat, told: Told) -> None:
        first, second = (say(world, room.id, text)["message_id"] for text in "12")
        told()
        for message_id in (first, second, second, first):
            world.do("pinChatMessage", {"chat_id": room.id, "message_id": message_id})
        pinned = [one["message"]["pinned_message"]["message_id"] for one in told()]
        assert pinned == [first, second, first]
        chat = world.do("getChat", {"chat_id": room.id})
        assert chat["pinned_message"]["message_id"] == first
        world.do("unpinChatMessage", {"chat_id": room.id})
        assert room.pinned == [second]
        world.do("deleteMessage", {"chat_id": room.id, "message_id": second})
        assert room.pinned == []
        service = room.messages[second + 2]
        reply = say(world, room.id, reply_parameters={"message_id": service.id})
        assert reply["reply_to_message"]["pinned_message"]["date"] == 0

    def test_a_pin_in_private(self, world: World, haneul: Player) -> None:
        sent = say(world, haneul.id)["message_id"]
        assert world.do("pinChatMessage", {"chat_id": haneul.id, "message_id": sent})
        assert world.do("unpinChatMessage", {"chat_id": haneul.id, "message_id": sent})

    def test_a_reaction(self, world: World, haneul: Player) -> None:
        said = haneul.say("고마워요")
        heart = [{"type": "emoji", "emoji": "❤"}]
        target = {"chat_id": haneul.id, "message_id": said.id}
        assert world.do("setMessageReaction", target | {"reaction": heart})
        assert said.reactions == {world.bot.id: ["❤"]}
        assert world.do("setMessageReaction", target)
        assert said.reactions == {world.bot.id: []}
