"""The small pemda of the topics, for the packs that are made of its figures."""

from __future__ import annotations

from tests.topics.conftest import ask, lang, pemda, people, people_ask, people_named, view

__all__ = ["ask", "lang", "pemda", "people", "people_ask", "people_named", "view"]
