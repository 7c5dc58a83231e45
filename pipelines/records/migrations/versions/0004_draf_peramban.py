"""What is being typed, apart by sheet and browser: two that change one record keep what each has typed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_COLUMNS = ("lembar", "kunci", "tabel", "id", "versi", "isi", "oleh", "pada")
_KEPT = sa.table("draf", *(sa.column(name) for name in _COLUMNS))


def upgrade() -> None:
    """Make the table anew with its key, and put back what stood in it."""
    rows = op.get_bind().execute(sa.select(_KEPT)).mappings().all()
    op.drop_table("draf")
    made = op.create_table(
        "draf",
        sa.Column("lembar", sa.Text(), nullable=False),
        sa.Column("kunci", sa.Text(), nullable=False),
        sa.Column("peramban", sa.Text(), nullable=False),
        sa.Column("tabel", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=True),
        sa.Column("isi", sa.Text(), nullable=True),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("pada", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("lembar", "kunci", "peramban", name="pk_draf"),
    )
    op.bulk_insert(made, [{**row, "peramban": ""} for row in rows])
