"""Debian's Chromium, driven by Playwright, as a reader has it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright

#: Where Debian and others put it.
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_TOO_WIDE = """() => {
  const wide = document.documentElement.scrollWidth, seen = window.innerWidth + 1;
  if (wide <= seen) return [];
  const out = [...document.querySelectorAll("body *")].filter(
    one => one.getBoundingClientRect().right > seen || one.getBoundingClientRect().left < -1);
  const inner = out.filter(one => !out.some(other => other !== one && one.contains(other)));
  return [`${wide} wide`, ...inner.slice(0, 3).map(one => one.outerHTML.slice(0, 200))];
}"""
PHONE, TABLET, DESK = 390, 820, 1280


@dataclass(slots=True)
class Met:
    """What else happened while a reader looked at pages."""

    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def asked_elsewhere(self, root: str) -> list[str]:
        return [url for url in self.asked if not url.startswith((f"{root}/", "data:", "blob:"))]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser of its own for each process that tests."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not start for root, which CI is.
        browser = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=os.geteuid() != 0
        )
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser, width: int = DESK, **given: Any) -> Iterator[tuple[Page, Met]]:
    """A new window; ``given`` is what Playwright's contexts take."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **given)
    page, met = context.new_page(), Met()

    def failed(request: Request) -> None:
        # What the page's own policy forbids is announced, but never sent.
        if request.failure != "csp":
            met.asked.append(request.url)

    def complained(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            met.complaints.append(message.text)

    def opened(dialog: Dialog) -> None:
        met.dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("requestfinished", lambda request: met.asked.append(request.url))
    page.on("requestfailed", failed)
    page.on("console", complained)
    page.on("dialog", opened)
    try:
        yield page, met
    finally:
        context.close()


def too_wide(page: Page) -> list[str]:
    """What makes a page scroll sideways: the innermost elements that reach beyond the screen."""
    return list(page.evaluate(_TOO_WIDE))


def barriers(page: Page) -> list[str]:
    """What axe-core finds that keeps readers out: serious or worse, with the first place of it."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:120]}"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
