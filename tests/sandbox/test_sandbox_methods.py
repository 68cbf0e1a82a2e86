"""Each method's effect: what it answers, and what the chat looks like afterwards."""

from datetime import timedelta
from typing import Any

import pytest

from sandbox.methods.files import MAX_DOWNLOAD, MAX_PHOTO, file_at, store
from sandbox.player import Player
from sandbox.registry import Upload
from sandbox.state import Chat, Status
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


class TestChats:
    def test_what_getchat_says(self, world: World, haneul: Player, room: Chat) -> None:
        private = world.do("getChat", {"chat_id": haneul.id})
        assert (private["type"], private["first_name"]) == ("private", "김하늘")
        world.do("setChatDescription", {"chat_id": room.id, "description": "우리 조"})
        link = world.do("exportChatInviteLink", {"chat_id": room.id})
        group = world.do("getChat", {"chat_id": room.id})
        assert (group["title"], group["description"]) == ("1조", "우리 조")
        assert group["invite_link"] == link
        assert group["permissions"]["can_send_messages"] is True

    def test_a_new_title_is_told(self, world: World, room: Chat, told: Told) -> None:
        told()
        world.do("setChatTitle", {"chat_id": room.id, "title": "가" * 200})
        assert room.title == "가" * 128
        assert told()[0]["message"]["new_chat_title"] == room.title
        world.do("setChatTitle", {"chat_id": room.id, "title": room.title})
        assert told() == []

    def test_topics(self, world: World, haneul: Player, room: Chat, told: Told) -> None:
        haneul.make_forum(room)
        told()
        topic = world.do(
            "createForumTopic",
            {"chat_id": room.id, "name": "1조", "icon_custom_emoji_id": "5"},
        )
        thread = {"chat_id": room.id, "message_thread_id": topic["message_thread_id"]}
        assert told()[0]["message"]["forum_topic_created"]["name"] == "1조"
        said = say(world, room.id, message_thread_id=topic["message_thread_id"])
        assert said["is_topic_message"] is True
        answered = haneul.say("네", room, reply_to=said["message_id"])
        assert answered.thread_id == topic["message_thread_id"]
        back = say(world, room.id, reply_parameters={"message_id": answered.id})
        assert back["message_thread_id"] == topic["message_thread_id"]
        told()
        assert world.do("editForumTopic", thread | {"name": "2조"})
        again = world.call("editForumTopic", thread | {"name": "2조"})
        assert again.body["description"] == "Bad Request: TOPIC_NOT_MODIFIED"
        assert world.do("editForumTopic", thread | {"icon_custom_emoji_id": "6"})
        assert world.do("closeForumTopic", thread)
        assert told.kinds() == ["message"] * 3
        closed = world.call("sendMessage", thread | {"text": "a"})
        assert closed.body["description"] == "Bad Request: TOPIC_CLOSED"
        assert not world.call("closeForumTopic", thread).ok
        chat = world.do("getChat", {"chat_id": room.id})
        assert chat["is_forum"] is True

    def test_a_topic_without_an_icon_and_one_a_person_opens(
        self, world: World, haneul: Player, room: Chat
    ) -> None:
        haneul.make_forum(room)
        topic = world.do("createForumTopic", {"chat_id": room.id, "name": "1조"})
        assert "icon_custom_emoji_id" not in topic
        assert room.topics[haneul.open_topic(room, "잡담").thread_id].name == "잡담"

    def test_topics_need_the_right(self, world: World, haneul: Player, room: Chat) -> None:
        haneul.make_forum(room)
        topic = haneul.open_topic(room, "하늘의 주제")
        haneul.promote_bot(room, can_manage_topics=False)
        reasons = [
            world.call(
                method, {"chat_id": room.id, "message_thread_id": topic.thread_id, "name": "a"}
            )
            .body["description"]
            .removeprefix("Bad Request: not enough rights to ")
            for method in ("createForumTopic", "editForumTopic")
        ]
        thread = {"chat_id": room.id, "message_thread_id": topic.thread_id}
        reasons.append(world.call("closeForumTopic", thread).body["description"])
        assert reasons == [
            "create a topic",
            "edit the topic",
            "Bad Request: not enough rights to close or open the topic",
        ]
        world.verdicts.clear()  # `name`/`message_thread_id` are sent to both methods on purpose

    def test_outside_a_forum_a_thread_is_passed_over(self, world: World, room: Chat) -> None:
        assert "message_thread_id" not in say(world, room.id, message_thread_id=5)


class TestMembers:
    def test_everybody_is_shown_as_they_stand(
        self, world: World, haneul: Player, bada: Player, room: Chat
    ) -> None:
        def status(user_id: int) -> str:
            asked = {"chat_id": room.id, "user_id": user_id}
            return str(world.do("getChatMember", asked)["status"])

        assert status(haneul.id) == "creator"
        assert status(world.bot.id) == "administrator"
        assert status(bada.id) == "left"
        haneul.add_member(room, bada)
        assert status(bada.id) == "member"
        assert world.do("getChatMemberCount", {"chat_id": room.id}) == 3
        raised = world.do("getChatAdministrators", {"chat_id": room.id})
        assert [one["status"] for one in raised] == ["creator", "administrator"]
        haneul.remove(room, bada)
        assert status(bada.id) == "kicked"

    def test_private_chats_have_two(self, world: World, haneul: Player) -> None:
        assert world.do("getChatMemberCount", {"chat_id": haneul.id}) == 2
        asked = {"chat_id": haneul.id, "user_id": haneul.id}
        assert world.do("getChatMember", asked)["status"] == "member"

    def test_a_ban_with_and_without_end(
        self, world: World, haneul: Player, bada: Player, room: Chat, told: Told
    ) -> None:
        haneul.add_member(room, bada)
        said = bada.say("안녕", room)
        told()
        ban = {"chat_id": room.id, "user_id": bada.id}
        until = world.unix_now + 3600
        world.do("banChatMember", ban | {"until_date": until, "revoke_messages": True})
        assert said.deleted
        member, left = told()
        assert member["chat_member"]["new_chat_member"]["until_date"] == until
        assert left["message"]["left_chat_member"]["id"] == bada.id
        world.do("banChatMember", ban | {"until_date": world.unix_now + 5})
        assert told()[0]["chat_member"]["new_chat_member"]["until_date"] == 0

    def test_an_unban_and_its_trap(
        self, world: World, haneul: Player, bada: Player, room: Chat
    ) -> None:
        person = {"chat_id": room.id, "user_id": bada.id}
        assert world.do("unbanChatMember", person)
        haneul.add_member(room, bada)
        assert world.do("unbanChatMember", person | {"only_if_banned": True})
        assert bada.is_in(room)
        assert world.do("unbanChatMember", person)
        assert not bada.is_in(room)
        world.do("banChatMember", person)
        world.do("unbanChatMember", person | {"only_if_banned": True})
        assert room.members[bada.id].status is Status.LEFT

    def test_a_muted_member(
        self, world: World, haneul: Player, bada: Player, room: Chat, told: Told
    ) -> None:
        haneul.add_member(room, bada)
        told()
        person = {"chat_id": room.id, "user_id": bada.id}
        mute = {"permissions": {"can_send_messages": False, "can_send_polls": True}}
        world.do("restrictChatMember", person | mute)
        shape = told()[0]["chat_member"]["new_chat_member"]
        assert (shape["status"], shape["can_send_polls"]) == ("restricted", True)
        with pytest.raises(AssertionError, match="may not write"):
            bada.say("말하고 싶어요", room)
        everything = dict.fromkeys(shape, True)
        free = {name: True for name in everything if name.startswith("can_")}
        world.do("restrictChatMember", person | {"permissions": free})
        bada.say("고마워요", room)

    def test_the_bot_raises_and_lowers_somebody(
        self, world: World, haneul: Player, bada: Player, room: Chat
    ) -> None:
        haneul.add_member(room, bada)
        person = {"chat_id": room.id, "user_id": bada.id}
        assert world.do("promoteChatMember", person | {"can_pin_messages": True})
        shown = world.do("getChatMember", person)
        assert (shown["can_pin_messages"], shown["can_be_edited"]) == (True, True)
        assert world.do("promoteChatMember", person)
        assert room.members[bada.id].status is Status.MEMBER

    def test_the_bot_leaves(self, world: World, room: Chat, told: Told) -> None:
        told()
        world.do("leaveChat", {"chat_id": room.id})
        assert told.kinds() == ["my_chat_member", "message"]


class TestInvites:
    def link(self, world: World, room: Chat, **more: Any) -> Json:
        made: Json = world.do("createChatInviteLink", {"chat_id": room.id} | more)
        return made

    def test_a_request_is_approved(
        self, world: World, bada: Player, room: Chat, told: Told
    ) -> None:
        link = self.link(world, room, creates_join_request=True, name="1조")
        told()
        assert bada.request_to_join(link["invite_link"]) == "requested"
        request = told()[0]["chat_join_request"]
        assert request["invite_link"]["name"] == "1조"
        assert request["user_chat_id"] == bada.id
        person = {"chat_id": room.id, "user_id": bada.id}
        assert world.do("approveChatJoinRequest", person)
        member, welcome = told()
        assert member["chat_member"]["via_join_request"] is True
        assert member["chat_member"]["from"]["id"] == world.bot.id
        assert welcome["message"]["new_chat_members"][0]["id"] == bada.id
        assert bada.is_in(room)
        assert not world.call("approveChatJoinRequest", person).ok

    def test_a_request_is_declined(self, world: World, bada: Player, room: Chat) -> None:
        link = self.link(world, room, creates_join_request=True)["invite_link"]
        bada.request_to_join(link)
        person = {"chat_id": room.id, "user_id": bada.id}
        assert world.do("declineChatJoinRequest", person)
        assert not bada.is_in(room)
        assert not world.call("declineChatJoinRequest", person).ok

    def test_who_asked_to_join_may_be_written_to_for_five_minutes(
        self, world: World, room: Chat
    ) -> None:
        stranger = world.person("정솔")
        stranger.request_to_join(self.link(world, room, creates_join_request=True)["invite_link"])
        say(world, stranger.id, "명단에서 찾고 있어요")
        world.advance(timedelta(minutes=5, seconds=1))
        late = world.call("sendMessage", {"chat_id": stranger.id, "text": "a"})
        assert late.body["description"].endswith("can't initiate conversation with a user")

    def test_links_end(self, world: World, haneul: Player, bada: Player, room: Chat) -> None:
        soon = self.link(world, room, expire_date=world.unix_now + 60)["invite_link"]
        single = self.link(world, room, member_limit=1)["invite_link"]
        sora = world.person("윤소라")
        assert sora.request_to_join(single) == "joined"
        assert sora.request_to_join(single) == "already in"
        assert bada.request_to_join(single) == "expired"
        world.advance(timedelta(minutes=1))
        assert bada.request_to_join(soon) == "expired"
        assert bada.request_to_join("https://t.me/+nothing") == "expired"
        haneul.remove(room, sora)
        again = self.link(world, room)["invite_link"]
        assert sora.request_to_join(again) == "banned"

    def test_links_are_edited_and_revoked(self, world: World, bada: Player, room: Chat) -> None:
        link = self.link(world, room)["invite_link"]
        target = {"chat_id": room.id, "invite_link": link}
        edited = world.do("editChatInviteLink", target | {"creates_join_request": True})
        assert edited["creates_join_request"] is True
        assert bada.request_to_join(link) == "requested"
        assert world.do("revokeChatInviteLink", target)["is_revoked"] is True
        assert bada.request_to_join(link) == "expired"
        assert not world.call("editChatInviteLink", target).ok

    def test_the_primary_link_is_replaced(self, world: World, room: Chat) -> None:
        other = self.link(world, room)["invite_link"]
        first = world.do("exportChatInviteLink", {"chat_id": room.id})
        second = world.do("exportChatInviteLink", {"chat_id": room.id})
        assert room.links[first].is_revoked
        assert not room.links[other].is_revoked
        target = {"chat_id": room.id, "invite_link": second}
        assert not world.call("editChatInviteLink", target).ok
        world.do("revokeChatInviteLink", target)
        assert [one.is_primary and not one.is_revoked for one in room.links.values()].count(
            True
        ) == 1


class TestTheBotItself:
    def test_getme(self, world: World) -> None:
        me = world.do("getMe")
        assert (me["username"], me["is_bot"]) == ("todak_bot", True)
        assert me["can_read_all_group_messages"] is False

    def test_commands_per_scope_and_language(self, world: World) -> None:
        start = [{"command": "start", "description": "시작"}]
        scope = {"type": "all_private_chats"}
        assert world.do("setMyCommands", {"commands": start, "scope": scope, "language_code": "ko"})
        asked = {"scope": scope, "language_code": "ko"}
        assert world.do("getMyCommands", asked) == start
        assert world.do("getMyCommands") == []
        assert world.do("deleteMyCommands", asked)
        assert world.do("getMyCommands", asked) == []

    def test_profile_texts_and_menu(self, world: World, haneul: Player) -> None:
        assert world.do("setMyName", {"name": "토닥"})
        assert world.do("setMyDescription", {"description": "멘토링을 돕습니다"})
        assert world.do("setMyShortDescription", {"short_description": "멘토링"})
        menu = {"chat_id": haneul.id, "menu_button": {"type": "commands"}}
        assert world.do("setChatMenuButton", menu)
        assert world.do("setChatMenuButton")
        assert world.state.profile["description/"] == "멘토링을 돕습니다"
        assert world.state.profile[f"menu_button/{haneul.id}"] == "commands"
