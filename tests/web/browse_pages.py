"""Walk through the pages in a browser, and print what a reader meets: ``browse_pages.py ROOT``.

From the search to an article, its difference, its kept page; at the width of a phone. One JSON line
a page: where it is, what it says, what it loaded, and whether it is wider than the screen.
"""

import json
import sys

from PyQt6.QtCore import QTimer, QUrl
from PyQt6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineUrlRequestInterceptor
from PyQt6.QtWebEngineWidgets import QWebEngineView
from PyQt6.QtWidgets import QApplication

PATIENCE_S = 100
SEEN = """JSON.stringify({
  title: document.title, text: document.body.innerText.slice(0, 20000),
  is_wide: document.documentElement.scrollWidth > window.innerWidth + 1,
  unnamed: [...document.querySelectorAll('input:not([type=hidden]),select,button')].filter(
    e => !(e.labels && e.labels.length) && !e.innerText.trim()).length,
  headings: document.querySelectorAll('h1').length,
})"""


class Asked(QWebEngineUrlRequestInterceptor):
    """All addresses that the browser asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    def interceptRequest(self, info) -> None:
        self.urls.append(info.requestUrl().toString())


class Walk(QWebEnginePage):
    complaints: list[str] = []

    def javaScriptConsoleMessage(self, level, message, line, source) -> None:
        self.complaints.append(message)

    def javaScriptAlert(self, origin, message) -> None:
        self.complaints.append(f"dialog: {message}")


def main() -> None:
    app = QApplication(sys.argv)
    asked, profile, view = Asked(), QWebEngineProfile(), QWebEngineView()
    profile.setUrlRequestInterceptor(asked)
    page = Walk(profile, view)
    view.setPage(page)
    view.resize(390, 800)
    view.show()
    left = list(sys.argv[1:])

    def step() -> None:
        if left:
            page.load(QUrl(left[0]))
        else:
            app.quit()

    def told(seen: str) -> None:
        found = json.loads(seen)
        print(json.dumps({**found, "asked": asked.urls, "complaints": page.complaints}))
        asked.urls, page.complaints = [], []
        left.pop(0)
        step()

    page.loadFinished.connect(
        lambda _: QTimer.singleShot(500, lambda: page.runJavaScript(SEEN, told))
    )
    QTimer.singleShot(0, step)
    QTimer.singleShot(PATIENCE_S * 1000, lambda: app.exit(1))
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
