"""Everything that can go wrong, as one tree.

NewscrawlError
├── ConfigError          the environment or a setting is wrong: the command stops (exit 2)
├── UsageError           what the user typed is wrong: the command stops (exit 2)
├── OutletError          an outlet file is wrong, or there is none of that name (exit 2)
├── ExtractionError      a page did not become an article: counted, the crawl goes on
│   ├── NotAnArticle     an index page, a soft 404, a PDF: expected
│   ├── NoHeadline       nothing on the page names it: quarantined
│   ├── EmptyBody        no layout fits and nothing else was found
│   ├── TooLarge         more bytes than a page may have
│   ├── TooDeep          tags nested beyond what any writer writes
│   ├── Undecodable      the bytes are no text in any encoding that was tried
│   └── ReaderFailed     a reader raised without which there is no article: quarantined
├── BodyError            an answer's body is not what its headers say: ``reason`` names it
│   ├── CutOff           it ends too early: it did not arrive whole
│   ├── BadEncoding      it does not keep to its Content-Encoding
│   └── Bomb             it is wrapped beyond what any server wraps
├── SourceError          a feed or sitemap cannot be read at all
├── NotTold              a mail server or a webhook did not take a notification (exit 1)
├── SnapshotError        a WARC file cannot be written or read: never silent
│   └── CutShort           a record is whole, and the answer in it did not arrive whole
└── ArchiveError         the database
    ├── DatabaseUnavailable   it does not answer (exit 4)
    ├── DiskFull              it, or the folder for WARC files, is full (exit 5)
    ├── SchemaTooNew          it was written by a newer newscrawl (exit 2)
    ├── Busy                  another crawl of this outlet is running (exit 75)
    └── NotFound              no such article, revision or link (exit 1)

The core raises; the shells decide. Each class builds its own message and keeps its facts as
attributes.
"""

import errno
from traceback import format_exception_only


class NewscrawlError(Exception):
    """The root: whatever newscrawl raises on purpose."""


class ConfigError(NewscrawlError):
    """The environment, the ``.env`` file or a setting is wrong."""


class UsageError(NewscrawlError):
    """What the user typed is wrong."""


class OutletError(NewscrawlError):
    """An outlet file is wrong, or there is none of that name.

    ``word`` is the word of the file to which something wrong is given, and ``value`` what that is.
    """

    def __init__(self, message: str, word: str = "", value: object = None) -> None:
        self.word, self.value = word, value
        super().__init__(message)


class ExtractionError(NewscrawlError):
    """A page did not become an article."""

    #: What the class means to the ledger when nothing finer is known.
    reason = "extraction"
    says = "no article"

    def __init__(self, url: str, detail: str = "") -> None:
        self.url, self.detail = url, detail
        super().__init__(
            f"{self.says}{f' ({detail})' if detail else ''}{f': {url}' if url else ''}"
        )


class NotAnArticle(ExtractionError):
    reason = "not_article"
    says = "not an article"


class NoHeadline(ExtractionError):
    reason = "no_headline"
    says = "the page has no headline"


class EmptyBody(ExtractionError):
    reason = "empty_body"
    says = "no text was found"


class TooLarge(ExtractionError):
    reason = "too_large"
    says = "the page is too large"


class TooDeep(ExtractionError):
    reason = "too_deep"
    says = "the page's tags are nested too deeply"


class Undecodable(ExtractionError):
    reason = "undecodable"
    says = "the page is not text in any known encoding"


class BodyError(NewscrawlError):
    """An answer's body is not what its headers say: no article, and no edit, can come of it."""

    #: The word for the ledger.
    reason = "bad_body"
    says = "the body cannot be used"

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(f"{self.says}: {detail}")


class CutOff(BodyError):
    reason = "cut_off"
    says = "the body is cut off"


class BadEncoding(BodyError):
    """It does not keep to its Content-Encoding, which may be a sum that does not match."""

    reason = "bad_encoding"
    says = "the body does not match its Content-Encoding"


class Bomb(BodyError):
    """It is wrapped beyond what any server wraps: to take it apart would cost too much."""

    reason = "too_large"
    says = "the body has too many encodings"


#: Characters of what an error said, at most.
_LONGEST = 300


def said(error: BaseException) -> str:
    """Class and message of an error, in one line of bounded length."""
    return " ".join(format_exception_only(error)[-1].split())[:_LONGEST]


class ReaderFailed(ExtractionError):
    """A reader or a rule raised, and there is no article without what it does."""

    says = "a reader failed"

    def __init__(self, url: str, reader: str, said: str) -> None:
        super().__init__(url, f"{reader}: {said}")
        self.reason = f"reader_{reader.partition('/')[0]}"


class SourceError(NewscrawlError):
    def __init__(self, url: str, detail: str) -> None:
        self.url, self.detail = url, detail
        super().__init__(f"source cannot be read ({detail}): {url}")


class NotTold(NewscrawlError):
    def __init__(self, host: str, detail: str) -> None:
        self.host, self.detail = host, detail
        super().__init__(f"{host} did not accept the notification: {detail}")


class SnapshotError(NewscrawlError):
    """A WARC file cannot be written or read."""

    #: What an import counts a record as.
    reason = "damaged"


class CutShort(SnapshotError):
    reason = "truncated"


class ArchiveError(NewscrawlError):
    """The database cannot do what was asked."""


class DatabaseUnavailable(ArchiveError):
    """The database does not answer."""


class DiskFull(ArchiveError):
    """No space left where the database or the WARC files live."""


def is_disk_full(error: BaseException) -> bool:
    """Of the file system's errors; what Postgres says of its own is in ``sqlstate.py``."""
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}


class SchemaTooNew(ArchiveError):
    """The schema was written by a newer newscrawl than this one."""


class Busy(ArchiveError):
    def __init__(self, outlet: str) -> None:
        self.outlet = outlet
        super().__init__(f"another crawl of {outlet} is running")


class NotFound(ArchiveError):
    """No such article, revision or link."""
