"""Log lines: one for each event, whatever a page or an error put into it."""

import json
import logging
import re
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from scrapy.settings import BaseSettings

from newscrawl.errors import UsageError
from newscrawl.printable import printable_line

logger = logging.getLogger(__name__)

_PASSWORD = re.compile(r"(?<=://)([^\s/:@]*):[^\s/@]*@")
_PARAMETER = re.compile(r"\b(password=)('[^']*'|[^\s&'\"]+)", re.IGNORECASE)
#: The same of an address as a whole, which no line was put around.
_GIVEN = re.compile(r"://[^\s:/]*:(.+)@|[?&]password=([^&]+)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"'()]+")
#: What belongs to all that this process says: its outlet and its crawl.
FACTS: dict[str, object] = {}
#: Characters of an event: a message is a line, and never a page.
_LONGEST = 4_000


class LogLines(logging.Formatter):
    """Formats lines of text, and knows what no line may say."""

    converter = staticmethod(time.gmtime)

    def __init__(self, fmt: str | None = None, datefmt: str | None = None) -> None:
        super().__init__(fmt, datefmt)
        #: Whether they go into a file, where nobody at a terminal sees them.
        self.are_kept = False
        self._secrets: list[re.Pattern[str]] = []

    def hide(self, url: str | None) -> None:
        """Never write this URL's password, as it is or decoded, in a URL or between quotes."""
        for found in _GIVEN.finditer(url or ""):
            for secret in {found[1] or found[2], unquote(found[1] or found[2])}:
                # Not as a word of a sentence: whoever takes "newscrawl" for a password may read on.
                self._secrets.append(re.compile(rf"(?<=[:'\"=]){re.escape(secret)}(?=['\"@&]|$)"))

    def format(self, record: logging.LogRecord) -> str:
        return self.plain(super().format(record))

    def plain(self, text: str) -> str:
        """The text in one line that nothing obeys and that holds no password."""
        return printable_line(self.masked(text))

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = _cut(record.message)
        return super().formatMessage(record)

    def masked(self, text: str) -> str:
        for secret in self._secrets:
            text = secret.sub("***", text)
        return _PARAMETER.sub(r"\1***", _PASSWORD.sub(r"\1:***@", text))


class JsonLogLines(LogLines):
    """Formats an object a line: time, level, logger, event, and what else is known."""

    def format(self, record: logging.LogRecord) -> str:
        event = self.masked(_cut(record.getMessage()))
        url = _URL.search(event)
        moment = datetime.fromtimestamp(record.created, UTC)
        values = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": event,
            **FACTS,
            "url": url.group().rstrip(".,:;") if url else None,
            "error": self.masked(self.formatException(record.exc_info))
            if record.exc_info
            else None,
        }
        return json.dumps({name: value for name, value in values.items() if value is not None})


def complain(said: str, lines: LogLines) -> None:
    """Say what ended the command: one line for a person, and one in a log that is kept."""
    is_json = isinstance(lines, JsonLogLines)
    if lines.are_kept or is_json:
        logger.error("%s", said)
    if lines.are_kept or not is_json:
        sys.stderr.write(f"newscrawl: {lines.plain(said)}\n")


def conclude(said: str, lines: LogLines) -> None:
    """Say how a crawl ended that did not end well: in the log, and beside one that is kept."""
    logger.error("%s", said)
    if lines.are_kept:
        sys.stderr.write(f"newscrawl: {lines.plain(said)}\n")


def start_log(settings: BaseSettings) -> LogLines:
    """Let the log go where Scrapy's ``LOG_*`` settings say, in our lines.

    Scrapy is told not to (``LOG_INSTALL_ROOT_HANDLER``): its handler writes what it is given.
    """
    lines = _lines(settings)
    handler = _handler(settings)
    handler.setFormatter(lines)
    try:
        handler.setLevel(settings.get("LOG_LEVEL"))
    except ValueError as error:
        raise UsageError(f"-s LOG_LEVEL={settings.get('LOG_LEVEL')} is not a level") from error
    lines.are_kept = isinstance(handler, logging.FileHandler)
    # Not left to the handler: Scrapy has four lines for each page, which nobody would hear. It
    # gives its own loggers a level that lets all of them through.
    logging.root.setLevel(handler.level)
    logging.getLogger("scrapy").setLevel(logging.NOTSET)
    logging.root.addHandler(handler)
    return lines


def _lines(settings: BaseSettings) -> LogLines:
    kind = settings.get("NEWSCRAWL_LOG")
    if kind == "json":
        return JsonLogLines()
    if kind == "text":
        return LogLines(settings.get("LOG_FORMAT"), settings.get("LOG_DATEFORMAT"))
    raise UsageError(f"-s NEWSCRAWL_LOG={kind} is neither text nor json")


def _handler(settings: BaseSettings) -> logging.Handler:
    if path := settings.get("LOG_FILE"):
        mode = "a" if settings.getbool("LOG_FILE_APPEND") else "w"
        try:
            return logging.FileHandler(Path(path), mode, settings.get("LOG_ENCODING"))
        except OSError as error:
            raise UsageError(f"the log cannot be written: {error}") from error
    if settings.getbool("LOG_ENABLED"):
        return logging.StreamHandler(sys.stderr)
    return logging.NullHandler()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
