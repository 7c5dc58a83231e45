"""`make shots`: every page, slide and document page as a picture under var/shots, for people who review them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

from rich.console import Console

from dashboard import access, query, shot_pages
from dashboard.shot_papers import RAPORDA, papers
from pipelines.workspace import Workspace, open_workspace

DEVICES = {"ponsel": (390, 844), "meja": (1440, 900), "proyektor": (1920, 1080)}
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# What a phone says of itself: pages put rows differently for it.
AGENT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
_TALLEST = 9_000


def chromium() -> str:
    """The path of a Chromium on this machine; raises FileNotFoundError where there is none."""
    names = (os.environ.get("RAPORDA_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError("chromium")
    return found


def free_port() -> int:
    """A port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The dashboard of a workspace on a port of its own; gives its address and ends it afterwards."""
    port = free_port()
    command = [*RAPORDA, "serve", "--home", str(home), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _ready(process, address)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _ready(process: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(480):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5) as answer:  # noqa: S310  loopback
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.25)
    raise TimeoutError(address)


def settled(page: Any) -> None:
    """Wait until a page has run to its end and nothing is half drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=90_000)
    page.wait_for_function("document.querySelectorAll('[data-testid=stSkeleton]').length === 0", timeout=90_000)
    page.wait_for_function("document.fonts.status === 'loaded'", timeout=90_000)
    page.wait_for_timeout(500)  # charts draw after the run has ended


def whole(page: Any, path: Path, *, width: int, height: int) -> None:
    """A picture of the whole page, however tall."""
    tall = page.evaluate("document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0")
    page.set_viewport_size({"width": width, "height": min(max(tall, height), _TALLEST)})
    settled(page)
    page.screenshot(path=path)
    page.set_viewport_size({"width": width, "height": height})


def turned(page: Any, into: Path, name: str) -> None:
    """A picture of each figure on the wall, one turn after the other."""
    count = int(page.locator("[role=toolbar] span").inner_text().partition("/")[2])
    page.keyboard.press("p")  # it would turn by itself
    for n in range(count):
        page.screenshot(path=into / f"{name}-{n + 1:02d}.png")
        page.keyboard.press("ArrowRight")
        settled(page)


def photographed(ws: Workspace, into: Path, console: Console) -> None:
    """Every page on every device, in both themes and languages."""
    from playwright.sync_api import sync_playwright

    with served(ws.home) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=list(QUIET))
        found = shot_pages.addresses(ws)
        sets = list(product(DEVICES.items(), ("light", "dark"), ("id", "en")))
        for n, ((device, (width, height)), theme, lang) in enumerate(sets, 1):
            held: dict[str, Any] = {"user_agent": AGENT, "is_mobile": True, "has_touch": True} if width < 600 else {}
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme, **held)  # type: ignore[arg-type]
            page = context.new_page()
            for name, at in found.items():
                page.goto(f"{address}{at}{'&' if '?' in at else '?'}bahasa={lang}")
                settled(page)
                if name == "layar" and not held:
                    turned(page, into, f"{name}-{device}-{theme}-{lang}")
                else:
                    whole(page, into / f"{name}-{device}-{theme}-{lang}.png", width=width, height=height)
            context.close()
            console.print(f"{n}/{len(sets)} {device} {theme} {lang}: {len(found)}")
        browser.close()


def main() -> int:
    """Take every picture; prepares the sample first where the workspace has no build."""
    ws = open_workspace()
    console = Console(highlight=False)
    if query.current(ws, scope=access.scope(), lang="id") is None:
        subprocess.run([sys.executable, "-m", "dashboard.start", "--no-serve"], check=True)
    into = ws.home / "shots"
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    photographed(ws, into, console)
    papers(ws, into, console)
    console.print(str(into))
    return 0


if __name__ == "__main__":
    sys.exit(main())
