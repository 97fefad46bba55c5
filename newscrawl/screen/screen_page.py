"""Tell from the first look whether a page can be an article, and what it is if it cannot.

What the server answered decides first:

=================================== ============== ==============================================
answer                              outcome        reason
=================================== ============== ==============================================
404, 410                            missing        ``http_404``; the archive makes it ``gone``
any other error, with a bot wall    blocked        ``challenge``
401, 402, 403, 407, 451             blocked        ``login``, ``payment``, ``forbidden``, ``legal``
429                                 blocked        ``rate_limited``
other 4xx, 5xx, 3xx, 206            failed         ``http_400``: it speaks of the request, not of
                                                   the page, so the page is asked for again
200 without a body                  failed         ``empty``
200, still packed                   failed         ``bad_encoding``
200, more than ``LARGEST_PAGE``     quarantined    ``too_large``
200, PDF, image, JSON, feed, text   not_article    ``not_html``
=================================== ============== ==============================================

A page of status 200 is then known by its address after redirects, its title, its first heading,
and, if it is small, by what bot walls leave in their markup. What only a bot wall's own page has
in its tags is enough, whatever prose it shows. A suspicion alone is not: prose, or what only
articles have in their head, lets a page through.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from newscrawl import urls
from newscrawl.errors import BadEncoding
from newscrawl.outlet import Outlet
from newscrawl.page import WITH_CONTENT, Page
from newscrawl.screen.bot_wall_marks import SMALL, has_marks, is_challenged, is_titled
from newscrawl.screen.judge_content import judge_content
from newscrawl.screen.not_article_titles import said
from newscrawl.screen.outcome import BY_STATUS, CHALLENGE, CONSENT, HOME_PAGE, Outcome, Verdict
from newscrawl.screen.quarantine_reasons import PAGE_TOO_LARGE
from newscrawl.size_limits import LARGEST_PAGE

_CONSENT_HOSTS = ("consent.", "guce.", "cmp.", "myprivacy.", "privacy-gate.", "cookiewall.")
_CONSENT_PATHS = re.compile(r"/(gdpr-consent|privacy-?gate|cookie-?wall|cookie-?consent|consent)\b")
_HTML = re.compile(
    rb"<(!doctype\s+html|html|head|body|title|meta|div|h1|p|script)\b", re.IGNORECASE
)
_BINARY = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"PK\x03\x04", b"ID3",
    b"BM", b"\0\0\0", b"OggS", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
#: What was packed once more than the headers say: the server's mistake, and no page's.
_PACKED = (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd")


def screen(
    page: Page,
    outlet: Outlet | None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    requested_url: str | None = None,
) -> Verdict | None:
    """What a page is if it is certainly no article; None: it may be one.

    ``requested_url`` is what was asked for, before any redirect. Raises an ``ExtractionError``:
    what parsing a ``Page`` raises, or ``ReaderFailed``.
    """
    given = {name.lower(): value for name, value in (headers or {}).items()}
    if status not in WITH_CONTENT:
        return _of_status(status, page.html[:SMALL], given)
    if not page.html or page.html.isspace():
        return Verdict(Outcome.FAILED, "empty")
    if is_challenged(given):
        return CHALLENGE
    if len(page.html) > LARGEST_PAGE:
        return PAGE_TOO_LARGE
    if page.html.startswith(_PACKED):
        return Verdict(Outcome.FAILED, BadEncoding.reason)
    if not _is_html(page.html, given.get("content-type", "")):
        return _of_text(page.html) or Verdict(Outcome.NOT_ARTICLE, "not_html")
    return _of_address(page.url, outlet, requested_url) or page.need(
        "screen", lambda page: judge_content(page, outlet)
    )


def _of_status(status: int, head: bytes, headers: Mapping[str, str]) -> Verdict | None:
    if status in {404, 410}:
        return BY_STATUS[status]
    if is_challenged(headers) or has_marks(head) or is_titled(head):
        return CHALLENGE
    if status == 204:
        return Verdict(Outcome.FAILED, "empty")
    return BY_STATUS.get(status, Verdict(Outcome.FAILED, f"http_{status}"))


def _is_html(html: bytes, content_type: str) -> bool:
    """What the bytes are tells more than what the server calls them."""
    head = html[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(_BINARY):
        return False
    if html[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "html" in content_type or not content_type
    if head[:1] in {b"{", b"["}:
        return False
    if head.startswith(b"<?xml") or (content_type and "html" not in content_type):
        return _HTML.search(head) is not None and b"<rss" not in head and b"<feed" not in head
    return b"<" in html


def _of_text(html: bytes) -> Verdict | None:
    """A few words without any markup: how simple proxies refuse."""
    if len(html) > 500:
        return None
    return said(html.decode("utf-8", "replace").strip())


def _of_address(url: str, outlet: Outlet | None, requested: str | None) -> Verdict | None:
    host = urls.host_of(url)
    if host.startswith(_CONSENT_HOSTS) and not (requested and host == urls.host_of(requested)):
        return CONSENT
    if not requested or requested == url:
        return None
    path, asked = urlsplit(url).path, urlsplit(requested).path
    if _CONSENT_PATHS.search(path) and not _CONSENT_PATHS.search(asked):
        return CONSENT
    home = urlsplit(outlet.home).path.rstrip("/") if outlet else ""
    if path.rstrip("/") in {"", home} and asked.rstrip("/") not in {"", home}:
        return Verdict(Outcome.NOT_ARTICLE, HOME_PAGE)
    return None
