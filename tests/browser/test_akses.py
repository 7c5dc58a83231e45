"""What those who do not use a mouse, or do not see, find on the pages: names, focus, order."""

from __future__ import annotations

import pytest

from dashboard.look import LIGHT
from tests.browser.conftest import Watched
from tests.browser.test_walk import PARTS

pytestmark = pytest.mark.browser

# Every control that can be seen, also within our own components, by what a screen reader would call it.
_NAMELESS = """() => {
  const every = [];
  const walk = (root) => {
    for (const one of root.querySelectorAll("*")) {
      every.push(one);
      if (one.shadowRoot) walk(one.shadowRoot);
    }
  };
  walk(document);
  const seen = (one) => one.getBoundingClientRect().width > 0 && !one.closest("[aria-hidden=true]");
  const named = (one) => {
    const by = (one.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
    const said = by.map((id) => one.getRootNode().getElementById(id)?.textContent);
    const labels = [...(one.labels || [])].map((label) => label.textContent);
    return [one.getAttribute("aria-label"), one.title, one.textContent, ...said, ...labels].some((x) => x?.trim());
  };
  const controls = "button, a[href], input, select, textarea, [role=button], [role=combobox], [role=switch]";
  return every
    .filter((one) => one.matches(controls) && seen(one) && !named(one))
    .map((one) => one.outerHTML.slice(0, 200));
}"""
# The element the keyboard is on where that is not seen: neither ring nor a frame in the colour it is given.
_UNSEEN = """(colour) => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (!one || one.matches("body, main, canvas")) return null;
  const near = [one, one.parentElement, one.parentElement?.parentElement]
    .filter(Boolean)
    .map((el) => getComputedStyle(el));
  const ringed = near.some((look) => look.outlineStyle !== "none" || look.boxShadow !== "none");
  const framed = near.some((look) => look.borderTopWidth !== "0px" && look.borderTopColor === colour);
  return ringed || framed ? null : one.outerHTML.slice(0, 200);
}"""


@pytest.mark.parametrize("path", (*PARTS, "/bahan", "/layar"))
def test_every_control_has_a_name(reader: Watched, path: str) -> None:
    reader.open(path)
    assert reader.page.evaluate(_NAMELESS) == []


@pytest.mark.parametrize("path", ["/rapat?langkah=tindak_lanjut", "/rapat?bagian=papan", "/bahan", "/layar"])
def test_the_keyboard_goes_through_the_page_and_is_always_seen(reader: Watched, path: str) -> None:
    reader.open(path)
    page, unseen, places = reader.page, set(), set()
    red, green, blue = (int(LIGHT.primary[at : at + 2], 16) for at in (1, 3, 5))
    for _ in range(45):
        page.keyboard.press("Tab")
        places.add(page.evaluate("document.activeElement.outerHTML.slice(0, 400)"))
        unseen.add(page.evaluate(_UNSEEN, f"rgb({red}, {green}, {blue})"))
    assert unseen <= {None}
    assert len(places) > (4 if path == "/layar" else 20)
