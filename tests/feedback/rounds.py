"""What tests about feedback share: a group of six, a round, and sheets handed in by tapping."""

from sandbox.player import Player
from storage.feedback import feedback_rounds
from tests.town import Circle, Town

AGREE = "4 · 그런 편이에요"
STRONGLY = "5 · 매우 그래요"
NOT_AT_ALL = "1 · 전혀 그렇지 않아요"
WITHOUT_WORDS = "글 없이 제출하기"


async def six(town: Town) -> Circle:
    """A group of six registered people."""
    return await town.group(mentees=("김하늘", "정바다", "최나무", "윤솔"))


async def open_round(town: Town, boss: Player) -> int:
    """The coordinator opens a round by buttons; returns its id."""
    boss.say("/feedback")
    await town.settle()
    boss.tap("피드백 시작하기")
    await town.settle()
    boss.tap("네, 지금 물어볼게요")
    await town.settle()
    return int((await town.rows(feedback_rounds))[-1].id)


async def close_round(town: Town, boss: Player) -> None:
    """The coordinator closes the round by buttons."""
    boss.say("/feedback")
    await town.settle()
    boss.tap("피드백 마치기")
    await town.settle()
    boss.tap("네, 마칠게요")
    await town.settle()


async def rate(town: Town, player: Player, *labels: str) -> None:
    """Tap one mark after another."""
    for label in labels:
        player.tap(label)
        await town.settle()


async def hand_in(town: Town, player: Player, word: str | None = None) -> None:
    """Four taps, and a free answer or none."""
    await rate(town, player, STRONGLY, AGREE, STRONGLY, NOT_AT_ALL)
    if word is None:
        player.tap(WITHOUT_WORDS)
    else:
        player.say(word)
    await town.settle()
