"""What was printed: every pack that was made, so that it can be printed again."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the list of printed packs."""
    op.create_table(
        "cetakan",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("dibuat", sa.Text(), nullable=False),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("rapat_id", sa.Text(), nullable=True),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("pesanan", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cetakan"),
    )
