"""Words of the contracts in a reader's language."""

from __future__ import annotations

import pytest

from dashboard.figures.figure import Lang
from dashboard.topics.kata import reason, way
from pipelines.contracts.kepegawaian import CARA, PENGECUALIAN


@pytest.mark.parametrize("word", [*CARA, "inpassing", "tidak tertulis"])
def test_every_way_of_appointment_has_a_word(word: str, lang: Lang) -> None:
    said = way(word, lang)
    assert said and (said == word) == (lang == "id" or word == "inpassing")


@pytest.mark.parametrize("word", PENGECUALIAN)
def test_every_reason_to_owe_no_skp_has_a_word(word: str, lang: Lang) -> None:
    said = reason(word, lang)
    assert said and (said == word) == (lang == "id")


def test_what_no_contract_knows_stands_as_it_was_written(lang: Lang) -> None:
    assert (way("Diangkat kembali", lang), way(None, lang)) == ("Diangkat kembali", None)
    assert reason("Sakit lama", lang) == "Sakit lama"
