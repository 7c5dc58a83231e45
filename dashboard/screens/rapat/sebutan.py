"""What a meeting is called."""

from __future__ import annotations

from dashboard import look
from dashboard.topics.rapat_kata import pilihan
from dashboard.words import Words
from pipelines.records.changes import Record


def titled(meeting: Record, words: Words) -> str:
    """A meeting as people call it."""
    said = meeting.values
    about = said["perihal"] or pilihan(said["jenis"], words.lang)
    return f"{look.day(said['tanggal'], words.lang)} · {about} · {meeting.id}"
