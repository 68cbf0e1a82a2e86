"""What a coordinator does to send a notice, for the tests of it."""

from sandbox.player import Player
from tests.town import Circle, Town

TEXT = "내일 10시 결연식이 <대강당>에서 열려요. 이름표 & 필기구를 챙겨 주세요."
FRAMED = f"📢 2026 토닥토닥 멘토링 공지\n\n{TEXT}"


async def written(town: Town, jiwoo: Player, to: str = "모두에게", text: str = TEXT) -> None:
    """한지우 comes to the preview."""
    jiwoo.say("/notice")
    await town.settle()
    jiwoo.tap(to)
    await town.settle()
    jiwoo.say(text)
    await town.settle()


async def sent(town: Town, jiwoo: Player, to: str = "모두에게", text: str = TEXT) -> None:
    await written(town, jiwoo, to, text)
    jiwoo.tap("보내기 (")
    await town.settle()


async def card(town: Town, jiwoo: Player) -> str:
    """The card as it is after a look."""
    jiwoo.tap("새로고침")
    await town.settle()
    return jiwoo.last.text


async def mentor_group(town: Town) -> tuple[Player, Circle]:
    return await town.coordinator(), await town.group()
