"""Whatever the spelling, the mark, the order of rows and columns: the same people say the same."""

from __future__ import annotations

import random
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.intake.limits import Limits
from pipelines.intake.reader import read_file
from pipelines.intake.report import Answers, Reading
from tests.intake.staff_files import OPD, PENILAIAN_HEAD, RIWAYAT_HEAD, penilaian, riwayat
from tests.intake.test_ekinerja import content, rows
from tests.intake.twins import delimited

RATINGS = {
    "di atas ekspektasi": ["DIATAS EKSPEKTASI", "Di Atas Ekspektasi", " di  atas ekspektasi ", "1"],
    "sesuai ekspektasi": ["SESUAI EKSPEKTASI", "sesuai Ekspektasi", "2"],
    "di bawah ekspektasi": ["DIBAWAH EKSPEKTASI", "Di bawah ekspektasi", "3"],
    None: ["-", "", "BELUM DINILAI", "null"],
}
BORN = st.dates(date(1968, 1, 1), date(1979, 12, 31))
DAYS = st.dates(date(2000, 1, 1), date(2026, 6, 30))


@st.composite
def nips(draw: st.DrawFn) -> str:
    month = draw(st.one_of(st.integers(1, 12), st.integers(21, 23)))
    return f"{draw(BORN):%Y%m%d}2005{month:02d}{draw(st.integers(1, 2))}{draw(st.integers(901, 999))}"


def read(lines: list[list[Any]], mark: str, into: str) -> Reading:
    path = delimited(Path(into) / "a.csv", lines, mark=mark)
    return read_file(path, Answers(), into=Path(into), limits=Limits(), mappings={}, file="a", sha256="-")


def spelt(head: list[str], how: random.Random) -> list[str]:
    def one(name: str) -> str:
        snake = "".join(f"_{c.lower()}" if c.isupper() else c for c in name)
        return how.choice([name, name.upper(), snake, snake.replace("_", " ") if not name.endswith("_") else name])

    return [one(name) for name in head]


def written(day: date, how: random.Random) -> str:
    months = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
              "November", "Desember")  # fmt: skip
    worded = f"{day.day} {months[day.month - 1]} {day.year}"
    return how.choice([f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}", worded])


@given(
    people=st.lists(
        st.tuples(nips(), st.sampled_from(list(RATINGS)), DAYS),
        min_size=1,
        max_size=6,
        unique_by=lambda person: person[0],
    ),
    seed=st.integers(0, 10_000),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_evaluation_written_any_way_reads_back(people: list[tuple[str, str | None, date]], seed: int) -> None:
    how = random.Random(seed)
    body = [
        penilaian(nip, hasil_kerja=how.choice(RATINGS[rating]), waktu_dinilai=written(day, how))
        for nip, rating, day in people
    ]
    columns = list(range(len(PENILAIAN_HEAD)))
    how.shuffle(columns)
    how.shuffle(body)
    lines: list[list[Any]] = [["LAPORAN PENILAIAN TAHUNAN 2025"]]
    lines += [[line[i] for i in columns] for line in [spelt(PENILAIAN_HEAD, how), *body]]
    with tempfile.TemporaryDirectory() as into:
        found = read(lines, how.choice(",;|\t"), into)
        assert found.status == "accepted", found.problems
        said = {(row["nip"], row["hasil_kerja"], row["tgl_penilaian"]) for row in rows(found)}
    assert said == set(people)


@given(
    posts=st.lists(st.tuples(nips(), DAYS, st.sampled_from(["D", "PLT", ""])), min_size=1, max_size=6),
    seed=st.integers(0, 10_000),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_posts_in_any_order_and_mark_are_the_same_posts(posts: list[tuple[str, date, str]], seed: int) -> None:
    how = random.Random(seed)
    body = [riwayat(nip, tmtJabatan=f"{day:%d-%m-%Y}", jenisPenugasanId=kind, unorNama=OPD) for nip, day, kind in posts]
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        straight = read([RIWAYAT_HEAD, *body], ";", one)
        how.shuffle(body)
        other = read([spelt(RIWAYAT_HEAD, how), *body], how.choice(",|"), two)
        assert straight.rows == other.rows
        if straight.rows.accepted:
            assert content(straight, "riwayat_jabatan") == content(other, "riwayat_jabatan")
