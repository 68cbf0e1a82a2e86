"""Rosters that were read and wait for their coordinator's word. They hold personal data: dropped
when they are imported or cancelled, or after a day."""

import hashlib
import json
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from rules.roster_proposal import Proposal, from_json, to_json
from storage import documents as kept
from storage.documents import documents
from storage.door import Reading, Writing

KEPT_FOR = timedelta(days=1)

_MIME = "application/json"


async def keep(db: Writing, proposal: Proposal, now: datetime) -> int:
    """Keep a proposal; return its mark, under which no other one ever stands.

    (Ids of rows that are gone are given anew, and an old button must not mean another file.)
    """
    body = _body(proposal)
    digest = hashlib.sha256(now.isoformat().encode() + body).digest()
    mark = int.from_bytes(digest[:6], "big")
    await kept.keep(db, _name(mark), _MIME, body, now)
    return mark


async def by_mark(db: Reading, mark: int) -> Proposal | None:
    """The proposal under a mark, until it is dropped."""
    body = await db.scalar(select(documents.c.body).where(documents.c.name == _name(mark)))
    return None if body is None else from_json(json.loads(body))


async def change(db: Writing, mark: int, proposal: Proposal) -> None:
    """Put another proposal in the place of the one under a mark."""
    row = update(documents).where(documents.c.name == _name(mark))
    await db.run(row.values(body=_body(proposal)))


async def drop(db: Writing, mark: int) -> bool:
    """Forget the proposal under a mark; False if it was forgotten before."""
    return await db.run(delete(documents).where(documents.c.name == _name(mark))) > 0


async def drop_old(db: Writing, now: datetime) -> int:
    """Forget every proposal that has waited for `KEPT_FOR`."""
    old = documents.c.name.like(_name("%")) & (documents.c.made_at <= now - KEPT_FOR)
    return await db.run(delete(documents).where(old))


def _name(mark: int | str) -> str:
    # No name of a file that goes out holds a slash.
    return f"reading/{mark}"


def _body(proposal: Proposal) -> bytes:
    return json.dumps(to_json(proposal), ensure_ascii=False).encode()
