"""When something breaks: the trace goes to the log under a number, and the reader gets the number."""

from __future__ import annotations

import logging
import uuid

import streamlit as st

from dashboard.screens.frame import language
from dashboard.words import Words

_LOG = logging.getLogger("raporda")


def log(what: str, error: BaseException | None = None) -> str:
    """Write the trace of what broke to the log; gives the number under which it stands there."""
    reference = uuid.uuid4().hex[:8]
    _LOG.error("%s failed, reference %s", what, reference, exc_info=error or True)
    return reference


def tell(reference: str) -> None:
    """What a reader sees when a page breaks: that nothing was lost, and the number."""
    st.error(Words(language())("umum.gagal", rujukan=reference), icon=":material/error:")
