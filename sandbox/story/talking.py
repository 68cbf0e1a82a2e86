"""Act seven: a question asked and answered, and a notice to everybody."""

from sandbox.player import Player
from sandbox.story.cast import Cast, Circle, label
from sandbox.story.opening import tapped, texts
from sandbox.story.stage import Stage, StoryFailed
from sandbox.view import Shown

QUESTION = "출장 신청은 어디에서 하나요?"
ANSWER = "새올 행정시스템의 복무 메뉴에서 하시면 돼요. 처음엔 저도 헷갈렸어요."
NOTICE = "다음 주 금요일까지 활동계획서를 내 주세요. <양식>은 게시판에 있어요."


async def the_question(stage: Stage, cast: Cast) -> None:
    """A mentee asks in the group, a mentor answers by replying, the asker accepts."""
    stage.narrator.act("7. 멘티가 묻고 멘토가 답하고, 담당자가 공지를 보내요")
    circle = cast.circles[0]
    mentor, mentee = circle.others[0], circle.others[-1]
    stage.narrator.watch(circle.room.id)
    mentee.say(f"/ask {QUESTION}", circle.room)
    await stage.until(lambda: _card(mentor, circle) is not None, "the question is shown")
    mentor.say(ANSWER, circle.room, reply_to=_card(mentor, circle))
    accept = label("question-button-accept")
    await tapped(stage, mentee, accept, "the answer reaches who asked")
    solved = "해결됐어요"
    await stage.until(
        lambda: any(
            m.text.startswith("✅") and solved in m.text for m in mentee.heard(circle.room)
        ),
        "the question is closed",
    )
    stage.narrator.done("질문과 답변이 함께 남았어요.")


def _card(player: Player, circle: Circle) -> Shown | None:
    cards = (m for m in player.heard(circle.room) if m.text.startswith("❓"))
    return next(cards, None)


async def the_notice(stage: Stage, cast: Cast) -> None:
    """Written, previewed, counted, sent; one has blocked the bot, not everybody confirms."""
    boss, gone = cast.boss, cast.invited[-1].player
    stage.narrator.watch(boss.id, cast.invited[0].player.id)
    stage.narrator.say(f"{gone.name} 님이 토닥을 차단했어요.")
    gone.block_bot()
    boss.say("/notice")
    await tapped(stage, boss, label("notice-button-to-all", number=111), "audiences are offered")
    await stage.until(lambda: "적어 보내" in texts(boss), "the words are asked for")
    boss.say(NOTICE)
    await tapped(stage, boss, label("notice-button-send", number=110), "the preview comes")
    confirm = label("notice-button-confirm")
    reached = [each.player for each in cast.invited if each.player is not gone]
    for player in reached[:100]:
        await tapped(stage, player, confirm, f"{player.name} gets the notice")
    refresh = label("notice-button-refresh")
    await tapped(stage, boss, refresh, "the progress is shown")
    told = "확인함 100명"
    await stage.until(lambda: told in texts(boss), "a hundred have confirmed, by name")
    if gone.name not in texts(boss):
        raise StoryFailed("who was not reached is not named")
    stage.narrator.say(f"{gone.name} 님이 돌아왔어요.")
    gone.start()
    await stage.until(lambda: "무엇을 도와드릴까요" in gone.last.text, "who comes back is known")
    stage.narrator.done("110명에게 닿았고 100명이 확인했어요. 차단한 한 사람은 이름으로 보여요.")
