"""Questions, and the answers they got."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, Text, case, func, select, update
from sqlmodel import Field, SQLModel

from rules.question import Answer, Question, QuestionState
from storage.columns import Key, Moment, as_value, labelled, maybe_value, table
from storage.door import Reading, Writing
from storage.groups import groups
from storage.members import members
from storage.people import people


class QuestionRow(SQLModel, table=True):
    """A question somebody asked their group on purpose. Unless `named`, nobody is told by whom."""

    __tablename__ = "questions"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    group_id: int = Field(sa_type=Key, foreign_key="groups.id", index=True)
    asker_id: int = Field(sa_type=Key, foreign_key="members.id")
    body: str = Field(sa_type=Text)
    named: bool = True
    state: str
    asked_at: datetime = Field(sa_type=Moment)


class AnswerRow(SQLModel, table=True):
    """An answer to a question."""

    __tablename__ = "answers"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    question_id: int = Field(sa_type=Key, foreign_key="questions.id", index=True)
    member_id: int = Field(sa_type=Key, foreign_key="members.id")
    body: str = Field(sa_type=Text)
    given_at: datetime = Field(sa_type=Moment)
    accepted_at: datetime | None = Field(default=None, sa_type=Moment)


questions = table(QuestionRow)
answers = table(AnswerRow)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a coordinator may read it: `asker` is None where it was asked without a name.

    `answer` and `answerer` are those of the accepted answer, None until there is one.
    """

    id: int
    group_number: int
    asker: str | None
    body: str
    state: QuestionState
    asked_at: datetime
    answers: int
    answer: str | None
    answerer: str | None
    accepted_at: datetime | None


async def ask(
    db: Writing, group_id: int, asker_id: int, body: str, now: datetime, *, named: bool
) -> Question:
    """Keep a question."""
    who = {"group_id": group_id, "asker_id": asker_id, "named": named}
    state = QuestionState.OPEN
    new = await db.add(questions, **who, body=body, state=state.value, asked_at=now)
    return Question(new, group_id, asker_id, body, named, state, now)


async def by_id(db: Reading, question_id: int) -> Question | None:
    """One question by id."""
    row = await db.one(select(questions).where(questions.c.id == question_id))
    return maybe_value(Question, row)


async def unpost(db: Writing, question_id: int) -> None:
    """Note that a question never reached its group; its words are not kept."""
    mine = update(questions).where(questions.c.id == question_id)
    await db.run(mine.values(state=QuestionState.UNPOSTED.value, body=""))


async def open_of(db: Reading, asker_id: int, limit: int) -> Sequence[tuple[Question, int]]:
    """A member's open questions, newest first, each with the number of its answers."""
    mine = (questions.c.asker_id == asker_id) & (questions.c.state == QuestionState.OPEN.value)
    query = select(questions, _answered().label("n")).where(mine)
    rows = await db.all(query.order_by(questions.c.id.desc()).limit(limit))
    return [(as_value(Question, row), row.n) for row in rows]


async def answer(db: Writing, question_id: int, member_id: int, body: str, now: datetime) -> Answer:
    """Keep an answer."""
    who = {"question_id": question_id, "member_id": member_id}
    new = await db.add(answers, **who, body=body, given_at=now)
    return Answer(new, question_id, member_id, body, now, None)


async def answer_by_id(db: Reading, answer_id: int) -> tuple[Question, Answer] | None:
    """One answer, with its question."""
    both = [*labelled(questions, Question, "q_"), *labelled(answers, Answer, "a_")]
    joined = select(*both).join_from(answers, questions, answers.c.question_id == questions.c.id)
    row = await db.one(joined.where(answers.c.id == answer_id))
    return None if row is None else (as_value(Question, row, "q_"), as_value(Answer, row, "a_"))


async def answers_of(db: Reading, question_id: int, limit: int) -> Sequence[Answer]:
    """The newest answers of a question, oldest first."""
    mine = select(answers).where(answers.c.question_id == question_id)
    rows = await db.all(mine.order_by(answers.c.id.desc()).limit(limit))
    return [as_value(Answer, row) for row in reversed(rows)]


async def accept(db: Writing, one: Answer, now: datetime) -> None:
    """Note that an answer solved its question."""
    mine = update(questions).where(questions.c.id == one.question_id)
    await db.run(mine.values(state=QuestionState.ACCEPTED.value))
    await db.run(update(answers).where(answers.c.id == one.id).values(accepted_at=now))


async def asked(db: Reading, programme_id: int) -> Sequence[Asked]:
    """Every question of a programme with its accepted answer, in the order they were asked."""
    asker, asking = people.alias(), members.alias()
    giver, giving = people.alias(), members.alias()
    solved = (answers.c.question_id == questions.c.id) & answers.c.accepted_at.is_not(None)
    query = (
        select(
            *(questions.c[name] for name in ("id", "body", "state", "asked_at")),
            groups.c.number.label("group_number"),
            case((questions.c.named, asker.c.name)).label("asker"),
            _answered().label("answers"),
            answers.c.body.label("answer"),
            giver.c.name.label("answerer"),
            answers.c.accepted_at,
        )
        .join_from(questions, groups, questions.c.group_id == groups.c.id)
        .join(asking, asking.c.id == questions.c.asker_id)
        .join(asker, asker.c.id == asking.c.person_id)
        .outerjoin(answers, solved)
        .outerjoin(giving, giving.c.id == answers.c.member_id)
        .outerjoin(giver, giver.c.id == giving.c.person_id)
        .where(groups.c.programme_id == programme_id)
        .where(questions.c.state != QuestionState.UNPOSTED.value)
    )
    return [as_value(Asked, row) for row in await db.all(query.order_by(questions.c.id))]


def _answered() -> ScalarSelect[int]:
    each = answers.alias()
    mine = each.c.question_id == questions.c.id
    return select(func.count()).select_from(each).where(mine).correlate(questions).scalar_subquery()
