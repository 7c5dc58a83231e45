"""The privacy switch: off at first, chosen in one window, never in an address, and only where the reader may choose."""

from __future__ import annotations

import pytest

from dashboard import access
from dashboard.access import Scope
from dashboard.query import Ask
from pipelines.workspace import Workspace
from tests.app.test_pages import filled, run
from tests.models.world import World, skp

__all__ = ["filled"]


def test_nobody_is_named_until_a_reader_at_the_machine_asks() -> None:
    assert access.scope() == Scope(names=False)
    assert access.scope(named=True, address="127.0.0.1").names
    assert access.scope(named=True, address="::1").names and access.scope(named=True, address="localhost").names
    assert not access.scope(named=False, address="127.0.0.1").names


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "192.168.1.7", "raporda.example"])
def test_a_server_that_others_reach_names_nobody(address: str | None) -> None:
    assert not access.scope(named=True, address=address).names


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "10.1.2.3", "Host": "127.0.0.1:8501"},
        {"Via": "1.1 pintu", "Host": "localhost"},
        {"Host": "raporda.example"},
        {"Host": "127.0.0.1:8501", "Origin": "https://raporda.example"},
        {"Host": "localhost:8501", "Origin": "null"},
        {"Host": ""},
        {"Host": "[::1"},
    ],
)
def test_who_comes_through_a_proxy_of_this_machine_is_told_no_names(headers: dict[str, str]) -> None:
    assert not access.scope(named=True, address="127.0.0.1", headers=headers).names


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501"])
def test_a_browser_of_this_machine_may_ask_for_names(host: str) -> None:
    headers = {"Host": host, "Origin": f"http://{host}"}
    assert access.scope(named=True, address="127.0.0.1", headers=headers).names


def test_the_switch_is_off_and_stays_out_of_the_address(monkeypatch: pytest.MonkeyPatch, filled: Workspace) -> None:
    app = run(monkeypatch, filled, "ringkasan")
    assert app.toggle(key="s-nama").value is False
    app.toggle(key="s-nama").set_value(True).run()
    assert not app.exception
    assert app.toggle(key="s-nama").value is True
    assert not [name for name in app.query_params if "nama" in name]


def test_answers_with_names_never_reach_who_has_them_off() -> None:
    person = skp("901", "DINKES")
    people = World({"opd": [{"kode_opd": "DINKES", "nama": "Dinas Kesehatan"}], "skp": [person]})
    named = Ask("uji-nama", people, Scope(names=True))
    sql = "select nip, nama from app.orang"
    assert named.run(sql) == [{"nip": person["nip"], "nama": person["nama"]}]
    assert named.unnamed().run(sql) == [{"nip": None, "nama": None}]
    assert named.unnamed().scope.opd == named.scope.opd
