"""First tables.

Revision: 0001, after an empty database.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "documents",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mime", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("documents_pkey")),
    )
    op.create_table(
        "due",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("feature", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ref", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("due_pkey")),
        sa.UniqueConstraint("key", name=op.f("due_key_key")),
    )
    op.create_index("due_by_ref", "due", ["feature", "ref"], unique=False)
    op.create_index(
        "due_next",
        "due",
        ["at"],
        unique=False,
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.create_table(
        "facts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("facts_pkey")),
    )
    op.create_table(
        "inbox",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lane", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("retry_at", MOMENT, nullable=True),
        sa.Column("arrived_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("trouble", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("inbox_pkey")),
        sa.UniqueConstraint("key", name=op.f("inbox_key_key")),
    )
    op.create_index(
        "inbox_held",
        "inbox",
        ["lane"],
        unique=False,
        sqlite_where=sa.text("retry_at IS NOT NULL"),
        postgresql_where=sa.text("retry_at IS NOT NULL"),
    )
    op.create_index(
        "inbox_waiting",
        "inbox",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "jobs",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("args", sa.Text(), nullable=True),
        sa.Column("then", sa.String(), nullable=False),
        sa.Column("lane", KEY, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("leased_until", MOMENT, nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("jobs_pkey")),
        sa.UniqueConstraint("key", name=op.f("jobs_key_key")),
    )
    op.create_table(
        "offices",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("offices_pkey")),
        sa.UniqueConstraint("name", name=op.f("offices_name_key")),
    )
    op.create_table(
        "steps",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("steps_pkey")),
    )
    op.create_table(
        "people",
        sa.Column("id", KEY, nullable=False),
        sa.Column("office_id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("user_id", KEY, nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("coordinator", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("unreachable_why", sa.String(), nullable=True),
        sa.Column("consent_version", sa.String(), nullable=True),
        sa.Column("consented_at", MOMENT, nullable=True),
        sa.Column("declined_at", MOMENT, nullable=True),
        sa.Column("registered_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("people_office_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("people_pkey")),
        sa.UniqueConstraint("user_id", name=op.f("people_user_id_key")),
    )
    op.create_index(op.f("people_office_id_idx"), "people", ["office_id"], unique=False)
    op.create_table(
        "programmes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("office_id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"], ["offices.id"], name=op.f("programmes_office_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("programmes_pkey")),
        sa.UniqueConstraint("office_id", "name", name=op.f("programmes_office_id_name_key")),
    )
    op.create_index(op.f("programmes_office_id_idx"), "programmes", ["office_id"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("programme_id", KEY, nullable=False),
        sa.Column("made_by", KEY, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("approved_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("drafts_made_by_fkey")),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name=op.f("drafts_programme_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("drafts_pkey")),
    )
    op.create_index(op.f("drafts_programme_id_idx"), "drafts", ["programme_id"], unique=False)
    op.create_table(
        "feedback_rounds",
        sa.Column("id", KEY, nullable=False),
        sa.Column("programme_id", KEY, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name=op.f("feedback_rounds_programme_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("feedback_rounds_pkey")),
    )
    op.create_index(
        op.f("feedback_rounds_programme_id_idx"), "feedback_rounds", ["programme_id"], unique=False
    )
    op.create_table(
        "groups",
        sa.Column("id", KEY, nullable=False),
        sa.Column("programme_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("formed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name=op.f("groups_programme_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("groups_pkey")),
        sa.UniqueConstraint("programme_id", "number", name=op.f("groups_programme_id_number_key")),
    )
    op.create_table(
        "invites",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("invites_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("invites_pkey")),
        sa.UniqueConstraint("token_hash", name=op.f("invites_token_hash_key")),
    )
    op.create_index(op.f("invites_person_id_idx"), "invites", ["person_id"], unique=False)
    op.create_table(
        "notices",
        sa.Column("id", KEY, nullable=False),
        sa.Column("programme_id", KEY, nullable=False),
        sa.Column("written_by", KEY, nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name=op.f("notices_programme_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["people.id"], name=op.f("notices_written_by_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("notices_pkey")),
    )
    op.create_index(op.f("notices_programme_id_idx"), "notices", ["programme_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("chat_id", KEY, nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("params", sa.Text(), nullable=True),
        sa.Column("document_id", KEY, nullable=True),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(), nullable=True),
        sa.Column("then", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("leased_until", MOMENT, nullable=True),
        sa.Column("message_id", KEY, nullable=True),
        sa.Column("trouble", sa.String(), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("outbox_document_id_fkey")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("outbox_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("outbox_pkey")),
        sa.UniqueConstraint("key", name=op.f("outbox_key_key")),
    )
    op.create_index("outbox_by_message", "outbox", ["chat_id", "message_id"], unique=False)
    op.create_index(
        "outbox_of_chat",
        "outbox",
        ["chat_id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "outbox_waiting",
        "outbox",
        ["urgency", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "chats",
        sa.Column("group_id", KEY, nullable=False),
        sa.Column("chat_id", KEY, nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("bind_code", sa.String(), nullable=False),
        sa.Column("invite_link", sa.String(), nullable=True),
        sa.Column("missing_rights", sa.String(), nullable=True),
        sa.Column("opened_by", KEY, nullable=True),
        sa.Column("bound_at", MOMENT, nullable=True),
        sa.Column("ready_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("chats_group_id_fkey")),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"], name=op.f("chats_opened_by_fkey")),
        sa.PrimaryKeyConstraint("group_id", name=op.f("chats_pkey")),
        sa.UniqueConstraint("bind_code", name=op.f("chats_bind_code_key")),
        sa.UniqueConstraint("chat_id", name=op.f("chats_chat_id_key")),
    )
    op.create_table(
        "days",
        sa.Column("id", KEY, nullable=False),
        sa.Column("group_id", KEY, nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("set_by", KEY, nullable=True),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("days_group_id_fkey")),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("days_set_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("days_pkey")),
    )
    op.create_index(op.f("days_group_id_idx"), "days", ["group_id"], unique=False)
    op.create_table(
        "feedback_answers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("scores", sa.String(), nullable=False),
        sa.Column("word", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["round_id"], ["feedback_rounds.id"], name=op.f("feedback_answers_round_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("feedback_answers_pkey")),
    )
    op.create_index(
        op.f("feedback_answers_round_id_idx"), "feedback_answers", ["round_id"], unique=False
    )
    op.create_table(
        "feedback_turnout",
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("feedback_turnout_person_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["feedback_rounds.id"], name=op.f("feedback_turnout_round_id_fkey")
        ),
        sa.PrimaryKeyConstraint("round_id", "person_id", name=op.f("feedback_turnout_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "members",
        sa.Column("id", KEY, nullable=False),
        sa.Column("programme_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("job_series", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("appointed_on", sa.Date(), nullable=True),
        sa.Column("interests", sa.String(), nullable=False),
        sa.Column("group_id", KEY, nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("members_group_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("members_person_id_fkey")),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name=op.f("members_programme_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("members_pkey")),
        sa.UniqueConstraint(
            "programme_id", "person_id", name=op.f("members_programme_id_person_id_key")
        ),
    )
    op.create_index("members_by_group", "members", ["group_id"], unique=False)
    op.create_index(op.f("members_person_id_idx"), "members", ["person_id"], unique=False)
    op.create_table(
        "notice_people",
        sa.Column("notice_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("notice_people_notice_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("notice_people_person_id_fkey")
        ),
        sa.PrimaryKeyConstraint("notice_id", "person_id", name=op.f("notice_people_pkey")),
    )
    op.create_table(
        "chat_people",
        sa.Column("group_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["chats.group_id"], name=op.f("chat_people_group_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("chat_people_person_id_fkey")
        ),
        sa.PrimaryKeyConstraint("group_id", "person_id", name=op.f("chat_people_pkey")),
    )
    op.create_table(
        "checkins",
        sa.Column("day_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("word", sa.Text(), nullable=True),
        sa.Column("tapped_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["day_id"], ["days.id"], name=op.f("checkins_day_id_fkey")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("checkins_member_id_fkey")
        ),
        sa.PrimaryKeyConstraint("day_id", "member_id", name=op.f("checkins_pkey")),
    )
    op.create_table(
        "draft_places",
        sa.Column("draft_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["drafts.id"], name=op.f("draft_places_draft_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("draft_places_member_id_fkey")
        ),
        sa.PrimaryKeyConstraint("draft_id", "member_id", name=op.f("draft_places_pkey")),
    )
    op.create_table(
        "questions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("group_id", KEY, nullable=False),
        sa.Column("asker_id", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["asker_id"], ["members.id"], name=op.f("questions_asker_id_fkey")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("questions_group_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("questions_pkey")),
    )
    op.create_index(op.f("questions_group_id_idx"), "questions", ["group_id"], unique=False)
    op.create_table(
        "summaries",
        sa.Column("day_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["day_id"], ["days.id"], name=op.f("summaries_day_id_fkey")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("summaries_member_id_fkey")
        ),
        sa.PrimaryKeyConstraint("day_id", name=op.f("summaries_pkey")),
    )
    op.create_table(
        "answers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("question_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("accepted_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("answers_member_id_fkey")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("answers_question_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("answers_pkey")),
    )
    op.create_index(op.f("answers_question_id_idx"), "answers", ["question_id"], unique=False)


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("answers_question_id_idx"), table_name="answers")
    op.drop_table("answers")
    op.drop_table("summaries")
    op.drop_index(op.f("questions_group_id_idx"), table_name="questions")
    op.drop_table("questions")
    op.drop_table("draft_places")
    op.drop_table("checkins")
    op.drop_table("chat_people")
    op.drop_table("notice_people")
    op.drop_index(op.f("members_person_id_idx"), table_name="members")
    op.drop_index("members_by_group", table_name="members")
    op.drop_table("members")
    op.drop_table("feedback_turnout")
    op.drop_index(op.f("feedback_answers_round_id_idx"), table_name="feedback_answers")
    op.drop_table("feedback_answers")
    op.drop_index(op.f("days_group_id_idx"), table_name="days")
    op.drop_table("days")
    op.drop_table("chats")
    op.drop_index(
        "outbox_waiting",
        table_name="outbox",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_index(
        "outbox_of_chat",
        table_name="outbox",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_index("outbox_by_message", table_name="outbox")
    op.drop_table("outbox")
    op.drop_index(op.f("notices_programme_id_idx"), table_name="notices")
    op.drop_table("notices")
    op.drop_index(op.f("invites_person_id_idx"), table_name="invites")
    op.drop_table("invites")
    op.drop_table("groups")
    op.drop_index(op.f("feedback_rounds_programme_id_idx"), table_name="feedback_rounds")
    op.drop_table("feedback_rounds")
    op.drop_index(op.f("drafts_programme_id_idx"), table_name="drafts")
    op.drop_table("drafts")
    op.drop_index(op.f("programmes_office_id_idx"), table_name="programmes")
    op.drop_table("programmes")
    op.drop_index(op.f("people_office_id_idx"), table_name="people")
    op.drop_table("people")
    op.drop_table("steps")
    op.drop_table("offices")
    op.drop_table("jobs")
    op.drop_index(
        "inbox_waiting",
        table_name="inbox",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_index(
        "inbox_held",
        table_name="inbox",
        sqlite_where=sa.text("retry_at IS NOT NULL"),
        postgresql_where=sa.text("retry_at IS NOT NULL"),
    )
    op.drop_table("inbox")
    op.drop_table("facts")
    op.drop_index(
        "due_next",
        table_name="due",
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.drop_index("due_by_ref", table_name="due")
    op.drop_table("due")
    op.drop_table("documents")
