"""Fetching a roster's file and reading it, outside of turns."""

from typing import Any

from handlers.house import Bench
from storage.sheets import MAX_BYTES, RefusalReason
from storage.sheets_roster import read_roster_file


async def read_file(bench: Bench, args: dict[str, Any]) -> dict[str, Any]:
    """The work of a `roster.read` job: `file_id` and `file` (its name), `today` in ISO form."""
    body = await bench.fetch(args["file_id"], MAX_BYTES)
    if body is None:
        return {"refused": RefusalReason.TOO_BIG.value}
    read: dict[str, Any] = await bench.apart(read_roster_file, args["file"], body, args["today"])
    return read
