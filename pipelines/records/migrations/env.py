"""How alembic finds the records: over the connection it is handed, never by an address of its own."""

from alembic import context

from pipelines.records.schema import META

context.configure(connection=context.config.attributes["connection"], target_metadata=META, render_as_batch=True)
context.run_migrations()
