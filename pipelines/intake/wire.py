"""How a reading crosses from the child process to its parent."""

from __future__ import annotations

from pydantic import TypeAdapter

from pipelines.intake.report import Answers, Reading

RESULT = "reading.json"  # beside the tables
FAULT = "fault.txt"  # what broke a reader and where, for the log; never a word of the file
READING: TypeAdapter[Reading] = TypeAdapter(Reading)
ANSWERS: TypeAdapter[Answers] = TypeAdapter(Answers)
