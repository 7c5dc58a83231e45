"""What Streamlit's theme cannot say: larger letters on a projector, and the reader's language in its own widgets."""

from __future__ import annotations

import json
from functools import cache

import streamlit as st

from dashboard.figures.figure import Lang
from dashboard.words import Words

# Plotly measures its letters in a drawing of its own (the tester), so that one must grow with the others.
_PROJECTOR = 1800  # pixels from which a screen is read from the back of a room
_SHEET = """<style>
@media (min-width: {projector}px) {{
  html {{ font-size: 19px !important; }}
  .js-plotly-plot .main-svg text, #js-plotly-tester text {{ font-size: 17px !important; }}
  [data-testid=stSidebarNavLink] {{ font-size: 0.8rem; }}
}}
[data-testid=stFileUploaderDropzone] button p, [data-testid=stFileUploaderDropzoneInstructions] span,
[data-testid=stDownloadButtonError] {{ font-size: 0 !important; }}
[data-testid=stFileUploaderDropzone] button p::after {{ content: {choose}; font-size: 0.875rem; }}
[data-testid=stFileUploaderDropzoneInstructions] span::after {{ content: {limit}; font-size: 0.875rem; }}
[data-testid=stDownloadButtonError]::after {{ content: {failed}; font-size: 0.875rem; }}
</style>"""


@cache
def sheet(lang: Lang, megabytes: int) -> str:
    """The style sheet of a language. Streamlit has no setting for these words, so they are written over its own."""
    words = Words(lang)
    said = {
        "choose": words("umum.unggah_pilih"),
        "limit": words("umum.unggah_batas", mb=megabytes),
        "failed": words("umum.unduh_gagal"),
    }
    return _SHEET.format(projector=_PROJECTOR, **{name: json.dumps(text) for name, text in said.items()})


def wear(lang: Lang) -> None:
    """Put the style sheet on the page; it takes no room there."""
    st.html(sheet(lang, int(st.get_option("server.maxUploadSize"))))
