"""The report: a programme in numbers, and whom nobody has heard of."""

from collections.abc import Sequence
from dataclasses import dataclass

FILE_NAME_LENGTH = 60
"""Characters of a programme's name in a file's name: paths have limits, and so have screens."""
NOT_IN_FILE_NAMES = frozenset('\\/:*?"<>|')
"""What Windows refuses in the name of a file."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one programme at a moment. Means are None where nothing was given.

    `checkins_expected` counts a registered member once for each day their group has held;
    `questions_answered` have an answer at least, `questions_accepted` one that solved them;
    of notices, `notices_reached` and `notices_confirmed` count people once for each notice.
    """

    people: int
    registered: int
    leads: int
    leads_registered: int
    mentors: int
    mentors_registered: int
    mentees: int
    mentees_registered: int
    groups: int
    chats_ready: int
    days_planned: int
    days_held: int
    days_cancelled: int
    checkins: int
    checkins_expected: int
    checkins_mean: float | None
    summaries: int
    questions: int
    questions_answered: int
    questions_accepted: int
    notices: int
    notices_people: int
    notices_reached: int
    notices_confirmed: int


@dataclass(frozen=True, slots=True)
class Silent:
    """A registered member whose group has met, and who has left nothing with the bot so far."""

    name: str
    group: int


def shown(silent: Sequence[Silent], limit: int) -> tuple[Sequence[Silent], int]:
    """Those who are named in chat, and how many more there are."""
    return silent[:limit], max(0, len(silent) - limit)


def file_stem(programme: str) -> str:
    """A programme's name as a part of a file's name."""
    kept = "".join(" " if sign in NOT_IN_FILE_NAMES else sign for sign in programme)
    return " ".join(kept.split())[:FILE_NAME_LENGTH].strip(" .")
