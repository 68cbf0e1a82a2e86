"""A roster's file read into what its coordinator is shown, as JSON.

This runs in a process apart, which imports what this module imports: keep it little.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from rules.roster import HeadingsMissing, read_first_roster
from rules.roster_proposal import proposal_of, to_json
from storage.sheets import Refused, read_sheets


def read_roster_file(file: str, body: bytes, today: str) -> dict[str, Any]:
    """Read a file (its name, its content); a full-sized one takes seconds.

    `today` is the day in the programme's zone, in ISO form. What comes back has one of three keys:
    `proposal` (see `rules.roster_proposal`), `refused` (a `RefusalReason`) or `missing` (the
    columns whose headings were not found).
    """
    sheets = read_sheets(file, body)
    if isinstance(sheets, Refused):
        return {"refused": sheets.reason.value}
    reading = read_first_roster((sheet.rows for sheet in sheets), date.fromisoformat(today))
    if isinstance(reading, HeadingsMissing):
        return {"missing": [column.value for column in reading.missing]}
    return {"proposal": to_json(proposal_of(file, [sheet.rows for sheet in sheets], reading))}
