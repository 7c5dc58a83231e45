"""Due dates as a calendar file (.ics): whole days, each with a reminder, the same event when sent again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from dashboard.export.brand import Brand


@dataclass(frozen=True)
class Tenggat:
    """One due date: `id` names it for good, `nomor` grows with every change and replaces what a calendar had."""

    id: str
    hari: date
    judul: str
    isi: str
    nomor: int = 0
    batal: bool = False


def ics(due: Iterable[Tenggat], *, brand: Brand, name: str, made_at: datetime | None = None, before: int = 3) -> bytes:
    """The .ics with a reminder so many days before each date; the same dates of the same moment are the same bytes."""
    moment = (made_at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    made = Calendar()
    made.add("prodid", "-//Raporda//tindak lanjut//ID")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{name} · {brand.nama}")
    for one in sorted(due, key=lambda d: (d.hari, d.id)):
        made.add_component(_event(one, moment, before))
    return bytes(made.to_ical())


def _event(one: Tenggat, moment: datetime, before: int) -> Event:
    event = Event()
    event.add("uid", f"{one.id}@raporda")
    event.add("sequence", one.nomor)
    event.add("dtstamp", moment)
    event.add("dtstart", one.hari)
    event.add("dtend", one.hari + timedelta(days=1))
    event.add("summary", one.judul)
    event.add("description", one.isi)
    event.add("status", "CANCELLED" if one.batal else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if not one.batal:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.judul)
        alarm.add("trigger", timedelta(days=-before))
        event.add_component(alarm)
    return event
