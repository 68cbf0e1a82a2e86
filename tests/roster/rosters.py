"""Files as personnel offices send them, small and large."""

from collections.abc import Sequence
from pathlib import Path

from sandbox.player import Player
from storage.sheets import write_csv
from tests.town import Town

SAMPLE = Path(__file__).parents[2] / "samples" / "roster-19-groups.xlsx"
HEADINGS = ("구분", "성명", "부서", "직렬", "직급", "생년월일", "임용일", "관심분야")

CIRCLE = (
    ("대표멘토", "박대표", "총무과", "행정", "6급", "1980-03-01", "2005-01-01", "등산, 독서"),
    ("중간멘토", "이중간", "세무과", "세무", "7급", "1990-04-02", "2015-01-01", "요리"),
    ("멘티", "김하늘", "환경과", "행정", "9급", "1999-05-03", "2026-01-02", "독서"),
    ("멘티", "정바다", "도로과", "토목", "9급", "2000-06-04", "2026-01-02", "게임"),
)


def csv_of(*people: Sequence[str]) -> bytes:
    """A roster as UTF-8 CSV with its headings."""
    return write_csv(HEADINGS, people)


async def send(town: Town, who: Player, name: str, body: bytes) -> None:
    """Send the bot a file in private and wait for what it says of it."""
    who.read()
    who.send_document(name, body)
    await town.settle()


async def imported(town: Town, boss: Player, *people: Sequence[str]) -> None:
    """Have a roster of these people sent and entered."""
    await send(town, boss, "명단.csv", csv_of(*people))
    boss.tap(f"{len(people)}명 명단에 올리기")
    await town.settle()
    boss.read()
