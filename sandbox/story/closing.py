"""Acts six and eight: what follows a mentoring day, and the programme's end."""

import asyncio
from datetime import timedelta
from functools import partial

from sandbox.player import Player
from sandbox.story.cast import Cast, Circle, label
from sandbox.story.meeting import DAY, MOVED
from sandbox.story.opening import tapped, texts
from sandbox.story.stage import Stage, StoryFailed

WORD = "처음으로 편하게 물어볼 수 있었어요."
SUMMARY = "구청 앞에서 만나 민원 응대 요령을 나누고, 다음 달에는 보고서 쓰는 법을 보기로 했어요."
FREE_WORD = "선배님들 덕분에 든든했습니다."
LASTS = timedelta(hours=2)
AGAIN = timedelta(hours=20)
TOPICS = 4


async def the_check_ins(stage: Stage, cast: Cast) -> None:
    """One tap each; who answered is left alone, who did not is reminded once."""
    stage.narrator.act("6. 멘토링 데이가 끝나면 한 번 누르는 체크인과 활동일지")
    first, cancelled = cast.circles[0], cast.circles[1]
    held = [circle for circle in cast.circles if circle is not cancelled]
    shy = first.others[-1]
    stage.narrator.watch(shy.id, first.lead.id, first.room.id)
    await stage.pass_to(DAY + LASTS + timedelta(minutes=1))
    answering = [p for circle in held for p in circle.everyone if p is not shy]
    await asyncio.gather(*(_answered(stage, player) for player in answering))
    await asyncio.gather(*(_written_up(stage, circle) for circle in held))
    await stage.pass_to(DAY + LASTS + AGAIN + timedelta(minutes=2))
    await stage.until(lambda: _asked(stage, shy) == 2, "who was silent is reminded")
    shy.tap(label("checkin-button-score", score=5), message=shy.heard()[-1])
    await tapped(stage, shy, label("checkin-button-word"), "a word may be left")
    await stage.until(lambda: "한마디를 적어" in texts(shy), "the word is asked for")
    shy.say(WORD)
    await stage.until(lambda: "한마디를 잘 전할게요" in texts(shy), "the word is kept")
    if any(_asked(stage, player) > 1 for player in answering):
        raise StoryFailed("somebody who had answered was asked again")
    if any(_asked(stage, player) for player in cancelled.everyone):
        raise StoryFailed("somebody was asked about a cancelled day")
    people = sum(len(circle.everyone) for circle in held)
    stage.narrator.done(f"{people}명이 답했고, 활동일지 {len(held)}편을 받았어요.")
    stage.narrator.say("만나지 않은 조(취소된 멘토링 데이)에는 묻지 않았어요.")


async def _answered(stage: Stage, player: Player) -> None:
    await tapped(stage, player, label("checkin-button-score", score=4), f"{player.name} is asked")
    await stage.until(lambda: "답해 주셔서 고마워요" in texts(player), f"{player.name} is thanked")


def _asked(stage: Stage, player: Player) -> int:
    """How often the bot asked somebody, whatever became of the message since."""
    asking = ("어떠셨어요? 하나만", "한 번만 더 여쭤볼게요")
    sent = (e.parameters.get("text", "") for e in stage.world.wire.entries if e.chat == player.id)
    return sum(any(words in text for words in asking) for text in sent)


async def _written_up(stage: Stage, circle: Circle) -> None:
    await tapped(stage, circle.lead, label("summary-button-write"), "a summary is asked for")
    await stage.until(lambda: "메시지 하나로" in texts(circle.lead), "the words are awaited")
    circle.lead.say(SUMMARY)
    await stage.until(
        lambda: any(m.text.startswith("📝") for m in circle.lead.heard(circle.room)),
        f"group {circle.number} sees its summary",
    )


async def the_feedback(stage: Stage, cast: Cast) -> None:
    """An anonymous round at the end, the numbers, and a spreadsheet."""
    stage.narrator.act("8. 마치며: 이름 없는 피드백, 숫자와 엑셀")
    await stage.pass_to(MOVED + timedelta(days=80))
    boss, first = cast.boss, cast.invited[-1].player
    stage.narrator.watch(boss.id, first.id)
    boss.say("/feedback")
    await tapped(stage, boss, label("feedback-button-begin"), "a round can be opened")
    await tapped(stage, boss, label("feedback-button-begin-now"), "opening is asked for")
    await asyncio.gather(*(_handed_in(stage, each.player) for each in cast.invited))
    boss.say("/feedback")
    await tapped(stage, boss, label("feedback-button-end"), "the round can be closed")
    await tapped(stage, boss, label("feedback-button-end-now"), "closing is asked for")
    await stage.until(lambda: "명이 답했어요" in texts(boss), "the results are shown")
    stage.narrator.done("111명이 이름 없이 답했어요.")


async def _handed_in(stage: Stage, player: Player) -> None:
    for number in range(1, TOPICS + 1):
        mark = label("feedback-button-mark", mark=5 - (player.id + number) % 3)
        said = f"{number}/{TOPICS}\n"
        await stage.until(partial(_shows, player, said), f"{player.name} is asked {number}")
        await tapped(stage, player, mark, f"{player.name} can answer {number}")
    await stage.until(lambda: "마지막이에요" in texts(player), f"{player.name} may write freely")
    player.say(FREE_WORD)
    await stage.until(lambda: "제출됐어요" in texts(player), f"{player.name} has handed in")


async def the_report(stage: Stage, cast: Cast) -> bytes:
    """The coordinator gets the numbers and the workbook; returns the workbook."""
    boss = cast.boss
    boss.say("/report")
    await tapped(stage, boss, label("report-button-file"), "the report is shown")
    await stage.until(lambda: _workbook(boss) is not None, "the spreadsheet comes")
    return _workbook(boss) or b""


def _shows(player: Player, words: str) -> bool:
    return any(words in message.text for message in player.heard())


def _workbook(boss: Player) -> bytes | None:
    files = (m.document for m in boss.heard() if m.document)
    books = (file.data for file in files if file.name.endswith(".xlsx"))
    return next(books, None)
