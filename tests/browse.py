"""Show a page in a browser, and print what a reader sees in its frame: ``browse.py URL``."""

import sys

from PyQt6.QtCore import QTimer, QUrl
from PyQt6.QtWebEngineCore import QWebEnginePage
from PyQt6.QtWidgets import QApplication

#: What pywb replays stands in a frame, some time after the page around it.
SEEN = "document.querySelector('iframe')?.contentDocument?.body?.innerText || ''"
PATIENCE_S = 60


def main() -> None:
    app = QApplication(sys.argv)
    page = QWebEnginePage()

    def look() -> None:
        page.runJavaScript(SEEN, told)

    def told(seen: str | None) -> None:
        if seen and seen.strip():
            print(seen)
            app.quit()
        else:
            QTimer.singleShot(200, look)

    page.load(QUrl(sys.argv[1]))
    look()
    QTimer.singleShot(PATIENCE_S * 1000, lambda: app.exit(1))
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
