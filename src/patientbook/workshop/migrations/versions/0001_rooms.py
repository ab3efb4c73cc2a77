"""Rooms, participants, answers and what was asked."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "rooms",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("join_key", sa.String(64), nullable=False),
        sa.Column("plan", sa.JSON, nullable=False),
        sa.Column("state", sa.JSON, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("is_over", sa.Boolean, nullable=False),
        sa.Column("opened", sa.BigInteger, nullable=False),
        sa.Column("closes", sa.BigInteger, nullable=False),
        sa.Column("deleted", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rooms"),
        sa.UniqueConstraint("code", name="uq_rooms_code"),
    )
    op.create_index("ix_rooms_owner", "rooms", ["owner"])
    op.create_table(
        "participants",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("room", sa.String(32), nullable=False),
        sa.Column("ticket", sa.String(128), nullable=False),
        sa.Column("word", sa.String(128)),
        sa.Column("has_asked", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name="pk_participants"),
        sa.UniqueConstraint("ticket", name="uq_participants_ticket"),
        sa.ForeignKeyConstraint(["room"], ["rooms.id"], name="fk_participants_room", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_participants_room", "participants", ["room"])
    op.create_index("uq_participants_word", "participants", ["room", "word"], unique=True)
    op.create_table(
        "answers",
        sa.Column("participant", sa.Integer, nullable=False),
        sa.Column("step", sa.String(200), nullable=False),
        sa.Column("question", sa.String(300), nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("answer", sa.JSON, nullable=False),
        sa.Column("confidence", sa.String(40)),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("participant", "step", "question", "round", name="pk_answers"),
        sa.ForeignKeyConstraint(
            ["participant"], ["participants.id"], name="fk_answers_participant", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "asked",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("room", sa.String(32), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("was_reported", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("id", name="pk_asked"),
        sa.ForeignKeyConstraint(["room"], ["rooms.id"], name="fk_asked_room", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_asked_room", "asked", ["room"])
