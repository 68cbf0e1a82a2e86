"""The proof: database and spreadsheet must hold what happened in the story, and no more."""

import io
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from rich.table import Table

from sandbox.story.stage import StoryFailed


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that must be so: what it is called, how it is counted, what must come out."""

    name: str
    query: str
    expected: int


REGISTERED = "SELECT count(*) FROM people WHERE registered_at IS NOT NULL"
CLAIMS = (
    Claim(
        "등록한 참여자", "SELECT count(*) FROM people WHERE registered_at AND NOT coordinator", 111
    ),
    Claim("담당자", "SELECT count(*) FROM people WHERE registered_at AND coordinator", 1),
    Claim("쓰인 초대", "SELECT count(*) FROM invites WHERE used_at IS NOT NULL", 112),
    Claim("멘토링 그룹", "SELECT count(*) FROM groups", 19),
    Claim("그룹에 속한 사람", "SELECT count(*) FROM members WHERE group_id IS NOT NULL", 111),
    Claim(
        "대표멘토와 멘토가 한 명씩 있는 그룹",
        "SELECT count(*) FROM groups WHERE 'lead,mentor' = (SELECT group_concat(role) FROM (SELECT"
        " role FROM members WHERE group_id = groups.id AND role <> 'mentee' ORDER BY role))",
        19,
    ),
    Claim(
        "가장 큰 그룹과 가장 작은 그룹의 차이",
        "SELECT max(n) - min(n) FROM (SELECT count(*) n FROM members GROUP BY group_id)",
        1,
    ),
    Claim("열린 채팅방", "SELECT count(*) FROM chats WHERE state = 'ready'", 19),
    Claim("채팅방에 들어간 사람", "SELECT count(*) FROM chat_people", 111),
    Claim("열린 멘토링 데이", "SELECT count(*) FROM days WHERE state <> 'cancelled'", 18),
    Claim("취소된 멘토링 데이", "SELECT count(*) FROM days WHERE state = 'cancelled'", 1),
    Claim("해결된 질문", "SELECT count(*) FROM questions WHERE state = 'accepted'", 1),
    Claim(
        "공지를 확인한 사람",
        "SELECT count(*) FROM notice_people WHERE confirmed_at IS NOT NULL",
        100,
    ),
    Claim("피드백을 낸 사람", "SELECT count(*) FROM feedback_turnout", 111),
    Claim("이름 없는 피드백", "SELECT count(*) FROM feedback_answers", 111),
    Claim("활동일지", "SELECT count(*) FROM summaries", 18),
    Claim(
        "체크인하지 않은 사람",
        "SELECT count(*) FROM members JOIN days USING (group_id) WHERE days.state <> 'cancelled'"
        " AND (days.id, members.id) NOT IN (SELECT day_id, member_id FROM checkins)",
        0,
    ),
    Claim("처리되지 않은 업데이트", "SELECT count(*) FROM inbox WHERE state <> 'done'", 0),
    Claim("남아 있는 말", "SELECT count(*) FROM inbox WHERE body IS NOT NULL", 0),
    Claim("보내지 못하고 남은 메시지", "SELECT count(*) FROM outbox WHERE state = 'waiting'", 0),
)


# What the spreadsheet's sheets must hold, row for row.
SHEETS = {
    "명단": "SELECT count(*) FROM members",
    "멘토링 데이": "SELECT count(*) FROM days",
    "체크인": "SELECT count(*) FROM checkins",
    "활동일지": "SELECT count(*) FROM summaries",
    "피드백": "SELECT count(*) FROM feedback_answers",
}


def counted(database: Path, query: str) -> int:
    """One number from the database file."""
    with closing(sqlite3.connect(database)) as db:
        return int(db.execute(query).fetchone()[0] or 0)


def proved(database: Path, workbook: bytes) -> Table:
    """Check every claim; the table of them, or StoryFailed naming the first that is not so."""
    table = Table("무엇", "데이터베이스", "엑셀", title="프로그램이 끝난 뒤")
    for claim in CLAIMS:
        found = counted(database, claim.query)
        _agree(claim.name, found, claim.expected)
        table.add_row(claim.name, f"{found}", "")
    rows = sheets(workbook)
    for title, query in SHEETS.items():
        found = counted(database, query)
        _agree(f"엑셀의 {title}", len(rows.get(title, ())), found)
        table.add_row(title, f"{found}", f"{len(rows[title])}")
    return table


def _agree(name: str, found: int, expected: int) -> None:
    if found != expected:
        raise StoryFailed(f"{name}: {found}, and it should be {expected}")


def sheets(body: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each sheet of a workbook, without its headings."""
    book = load_workbook(io.BytesIO(body))
    return {
        sheet.title: list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in book.worksheets
    }
