"""The meeting's memory: what people write, kept in SQLite by default or PostgreSQL by URL, every change on a trail."""
