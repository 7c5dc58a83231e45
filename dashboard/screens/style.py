"""What Streamlit's theme cannot say: letters for a projector, focus that shows, the language of its own widgets."""

from __future__ import annotations

import json
from functools import cache

import streamlit as st

from dashboard.figures.figure import Lang
from dashboard.words import Words

# A link on a page that leads to the same page is no menu item that is open: it looks like every other link.
# The ring of a focused link is inside it, where no container cuts it, in a green that both themes let be seen.
# A label that is cut short cannot be asked for by touch: it takes a second line. Under a finger the tools of a table
# do not go away: they have room of their own above it.
# Plotly measures its letters in a drawing of its own (the tester), so that one must grow with the others.
_PROJECTOR = 1800  # pixels from which a screen is read from the back of a room
_DESK = 768  # pixels from which a page has margins; what they do not take, wide tables have
_PHONE = 420  # pixels up to which two cards stand side by side: "−30.06 points" must fit in one
_SHEET = """<style>
@media (min-width: {projector}px) {{
  html {{ font-size: 19px !important; }}
  .js-plotly-plot .main-svg text, #js-plotly-tester text {{ font-size: 17px !important; }}
  .js-plotly-plot .main-svg .annotation text {{ font-size: 15px !important; }}
  [data-testid=stSidebarNavLink] p {{ font-size: 0.78rem; white-space: normal; }}
}}
@media (min-width: {desk}px) {{ [data-testid=stMainBlockContainer] {{ padding-left: 3rem; padding-right: 3rem; }} }}
@media (max-width: {phone}px) {{
  [data-testid=stMetricValue] {{ font-size: 1.1rem; }}
  .js-plotly-plot .heatmap-label text {{ font-size: 10px !important; }}
}}
@media (hover: none) {{
  [data-testid=stElementContainer]:has([data-testid=stDataFrame]) {{ margin-top: 2rem; }}
}}
[data-testid=stMetricLabel] p, [data-testid=stMetricValue] * {{ white-space: normal; overflow: visible; }}
[data-testid=stMain] [data-testid=stPageLink-NavLink]:not(:hover) {{ background-color: transparent; }}
[data-testid=stMain] [data-testid=stPageLink-NavLink] p {{ font-weight: 400; }}
:is(a, [data-testid=stElementToolbar] button):focus-visible {{
  outline: 3px solid #2FA383 !important; outline-offset: -3px;
}}
{hidden} {{ font-size: 0 !important; }}
{shown} {{ font-size: 0.875rem; }}
{said}
</style>"""


# Streamlit has no setting for these words: each of its own is hidden, and ours is written in its place.
_WORDS = {
    "[data-testid=stSkipToContent]": "umum.lewati",
    "[data-testid=stFileUploaderDropzone] button p": "umum.unggah_pilih",
    "[data-testid=stFileUploaderDropzoneInstructions] span": "umum.unggah_batas",
    "[data-testid=InputInstructions]": "umum.isi_enter",
    "[data-testid=stDownloadButtonError]": "umum.unduh_gagal",
}


@cache
def sheet(lang: Lang, megabytes: int) -> str:
    """The style sheet of a language."""
    words = Words(lang)
    said = [f"{at}::after {{ content: {json.dumps(words(key, mb=megabytes))}; }}" for at, key in _WORDS.items()]
    after = ", ".join(f"{at}::after" for at in _WORDS)
    return _SHEET.format(
        projector=_PROJECTOR, desk=_DESK, phone=_PHONE, hidden=", ".join(_WORDS), shown=after, said="\n".join(said)
    )


def wear(lang: Lang) -> None:
    """Put the style sheet on the page; it takes no room there."""
    st.html(sheet(lang, int(st.get_option("server.maxUploadSize"))))
