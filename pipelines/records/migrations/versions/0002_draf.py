"""What is being typed, kept before it is a record: nothing typed is lost with a connection or a window."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of drafts."""
    op.create_table(
        "draf",
        sa.Column("kunci", sa.Text(), nullable=False),
        sa.Column("tabel", sa.Text(), nullable=False),
        sa.Column("lembar", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=True),
        sa.Column("isi", sa.Text(), nullable=True),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("pada", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kunci", name="pk_draf"),
    )
    op.create_index("ix_draf_lembar", "draf", ["lembar"])
