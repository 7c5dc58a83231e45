"""What a meeting is called."""

from __future__ import annotations

from dashboard import look
from dashboard.words import Words
from pipelines.records.changes import Record


def titled(meeting: Record, words: Words) -> str:
    """A meeting as people call it."""
    said = meeting.values
    about = said["perihal"] or words(f"rapat.pilih_{key(said['jenis'])}")
    return f"{look.day(said['tanggal'], words.lang)} · {about} · {meeting.id}"


def key(choice: str) -> str:
    """The key under which the words of a choice stand."""
    return "".join(c if c.isalnum() else "_" for c in choice.lower())
