"""What is kept of one person, in numbers: people may ask, and get a plain answer."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Label, func, select

from storage.checkins import checkins
from storage.columns import as_value
from storage.door import Reading
from storage.feedback import feedback_turnout
from storage.members import members
from storage.notices import notice_people
from storage.questions import answers, questions
from storage.summaries import summaries


@dataclass(frozen=True, slots=True)
class Kept:
    """How many of each are kept. Feedback is anonymous: only that it was given is known."""

    checkins: int
    questions: int
    answers: int
    summaries: int
    notices: int
    feedback: int


async def kept_of(db: Reading, person_id: int) -> Kept:
    """Count what a person left behind, over every programme they were in."""
    mine = select(members.c.id).where(members.c.person_id == person_id)
    counts = select(
        _count("checkins", checkins.c.member_id.in_(mine)),
        _count("questions", questions.c.asker_id.in_(mine)),
        _count("answers", answers.c.member_id.in_(mine)),
        _count("summaries", summaries.c.member_id.in_(mine)),
        _count("notices", notice_people.c.person_id == person_id),
        _count("feedback", feedback_turnout.c.person_id == person_id),
    )
    return as_value(Kept, (await db.all(counts))[0])


def _count(name: str, which: ColumnElement[bool]) -> Label[int]:
    return select(func.count()).where(which).scalar_subquery().label(name)
