"""Every table, for migrations and for a database made in one go."""

from sqlmodel import SQLModel

from storage import (  # noqa: F401  # importing a noun is what declares its tables
    chats,
    checkins,
    days,
    documents,
    drafts,
    due,
    facts,
    feedback,
    groups,
    inbox,
    invites,
    jobs,
    members,
    notices,
    offices,
    outbox,
    people,
    questions,
    steps,
    summaries,
)

metadata = SQLModel.metadata
