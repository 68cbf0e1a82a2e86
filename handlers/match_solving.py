"""Forming groups outside of turns, in a process apart: it takes seconds, and SciPy."""

import time
from typing import Any

from handlers.house import Bench
from rules.match import candidates_of
from rules.match_forming import form_draft
from storage import members


async def form(bench: Bench, args: dict[str, Any]) -> dict[str, Any]:
    """The work of a `match.form` job: `programme` (id), `seed` and `seconds`."""
    async with bench.store.reading() as db:
        seats = await members.seats(db, args["programme"])
    candidates = candidates_of(seat.member for seat in seats)
    order = (candidates, args["seed"], args["seconds"], time.monotonic)
    made: dict[str, Any] = await bench.apart(form_draft, *order)
    return made
