"""What the report and the command line's exports hold, and the report's file until it is sent."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, update

from storage import documents as kept
from storage.documents import documents
from storage.door import Writing
from storage.reports_days import checkins_query, days_query, summaries_query
from storage.reports_figures import figures
from storage.reports_members import groups_query, people_query, silent
from storage.reports_said import list_feedback, list_questions, notices_query, outbox_query
from storage.reports_shape import Cell, Lister, Listing, Scope, lister

__all__ = [
    "EXPORTS",
    "REPORT",
    "Cell",
    "Listing",
    "Scope",
    "figures",
    "keep_file",
    "name_file",
    "silent",
]

REPORT: Mapping[str, Lister] = {
    "people": lister("people", people_query),
    "groups": lister("groups", groups_query),
    "days": lister("days", days_query),
    "checkins": lister("checkins", checkins_query),
    "summaries": lister("summaries", summaries_query),
    "questions": list_questions,
    "notices": lister("notices", notices_query),
    "feedback": list_feedback,
}
"""The listings of the report, in its order."""
EXPORTS: Mapping[str, Lister] = {**REPORT, "outbox": lister("outbox", outbox_query)}
"""The listings of the command line."""

KEPT_FOR = timedelta(days=1)
"""How long a file that nobody came to send stays: long after its job would have been done again."""

_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def keep_file(db: Writing, mark: str, body: bytes, now: datetime) -> int:
    """Keep a report's file under its job's mark; return its id. One that was there is replaced."""
    old = documents.c.name.like(_name("%")) & (documents.c.made_at <= now - KEPT_FOR)
    await db.run(delete(documents).where((documents.c.name == _name(mark)) | old))
    return await kept.keep(db, _name(mark), _MIME, body, now)


async def name_file(db: Writing, document_id: int, name: str) -> bool:
    """Give a kept file the name under which it is sent; False if it is there no more."""
    mine = (documents.c.id == document_id) & documents.c.name.like(_name("%"))
    return await db.run(update(documents).where(mine).values(name=name)) > 0


def _name(mark: str) -> str:
    # No name of a file that goes out holds a slash.
    return f"report/{mark}"
