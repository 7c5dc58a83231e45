"""The small pemda of the topics is the world of the figures too."""

from tests.topics.conftest import ask, lang, pemda, people, people_ask, view

__all__ = ["ask", "lang", "pemda", "people", "people_ask", "view"]
