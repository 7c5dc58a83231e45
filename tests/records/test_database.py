"""The database: migrations make what the contracts say, on either engine, and what cannot be had is told in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from pipelines.records import database, drafts
from pipelines.records.database import open_records
from pipelines.records.schema import META
from pipelines.records.store import Records
from pipelines.records.where import URL, address, kept
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace
from tests.records.written import EVERYTHING, RAPAT_1, RINA


def test_the_migrations_make_what_the_contracts_say(records: Records) -> None:
    with records._engine.connect() as db:
        context = MigrationContext.configure(db, opts={"target_metadata": META, "compare_type": True})
        assert compare_metadata(context, META) == []


def test_the_newest_migration_is_the_one_the_program_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [database.HEAD]


def test_what_is_half_typed_survives_the_migration_that_keeps_it_by_browser(ws: Workspace) -> None:
    opened = database.engine(address(ws))
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    half = {"kunci": "k1", "tabel": "komitmen", "lembar": "R1/komitmen", "isi": '{"catatan": "Setengah"}'}
    ws.home.mkdir(parents=True, exist_ok=True)
    with opened.begin() as db:
        config.attributes["connection"] = db
        command.upgrade(config, "0003")
        columns, values = ", ".join(half), ", ".join(f":{name}" for name in half)
        db.execute(text(f"insert into draf ({columns}, oleh, pada) values ({values}, 'Rina', '2026-11-22')"), half)
    (draft,) = drafts.waiting(open_records(ws), "R1/komitmen")
    assert (draft.kunci, draft.isi, draft.oleh, draft.peramban) == ("k1", {"catatan": "Setengah"}, "Rina", "")


def test_opening_again_keeps_what_is_there(ws: Workspace, records: Records) -> None:
    records.write(EVERYTHING, RINA)
    database._ENGINES.clear()  # as another process opens it
    assert open_records(ws).trail() == records.trail()


def test_asking_whether_there_are_records_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(URL, raising=False)
    ws = Workspace(tmp_path / "home")
    assert not kept(ws) and not ws.home.exists()


def test_records_of_a_newer_program_are_left_alone(ws: Workspace, records: Records) -> None:
    with records._engine.begin() as db:
        db.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(Trouble, match="newer Raporda"):
        open_records(ws)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://raporda:rahasia@127.0.0.1:1/tiada", "127.0.0.1"),
        ("bukan alamat", "RAPORDA_RECORDS_URL"),
        ("oracle://x", "RAPORDA_RECORDS_URL"),
    ],
)
def test_a_database_that_cannot_be_had_is_told_without_its_password(
    url: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL, url)
    with pytest.raises(Trouble) as told:
        open_records(Workspace(tmp_path))
    assert said in told.value.say("id") and "rahasia" not in told.value.say("id") + told.value.say("en")


def test_a_file_that_is_no_database_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(URL, raising=False)
    ws = Workspace(tmp_path)
    ws.records.write_bytes(b"bukan basis data" * 100)
    with pytest.raises(Trouble, match=r"records\.sqlite"):
        open_records(ws)


def test_what_is_committed_is_there_for_the_next_process(ws: Workspace, records: Records) -> None:
    records.write([RAPAT_1], RINA)
    database._ENGINES.clear()
    assert [one.id for one in open_records(ws).rows("rapat")] == ["R1"]
