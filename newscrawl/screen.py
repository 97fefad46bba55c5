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
200, more than ``page.LARGEST``     quarantined    ``too_large``
200, PDF, image, JSON, feed, text   not_article    ``not_html``
=================================== ============== ==============================================

A page of status 200 is then known by its address after redirects, its title, its first heading,
and, if it is small, by what bot walls leave in their markup. A suspicion alone is not enough:
prose, or what only articles have in their head, lets a page through.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from html import unescape
from urllib.parse import urlsplit

from newscrawl import urls
from newscrawl.outlet import Outlet
from newscrawl.page import LARGEST, Page


class Outcome(StrEnum):
    """What became of a link."""

    WAITING = "waiting"
    STORED = "stored"
    NOT_ARTICLE = "not_article"
    #: By robots.txt.
    REFUSED = "refused"
    BLOCKED = "blocked"
    #: To be tried again.
    FAILED = "failed"
    QUARANTINED = "quarantined"
    #: Not there any more, after it was stored.
    GONE = "gone"
    #: Never there.
    MISSING = "missing"
    OFFSITE = "offsite"
    DUPLICATE = "duplicate"


#: The reason of a visit that ended at the outlet's front page.
HOME_PAGE = "home_page"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a page is no article: an outcome, and the finer name of what was seen."""

    outcome: Outcome
    reason: str


_CHALLENGE = Verdict(Outcome.BLOCKED, "challenge")
_CONSENT = Verdict(Outcome.BLOCKED, "consent")
_RATE_LIMITED = Verdict(Outcome.BLOCKED, "rate_limited")
_SOFT_404 = Verdict(Outcome.NOT_ARTICLE, "soft_404")
_NOT_HTML = Verdict(Outcome.NOT_ARTICLE, "not_html")
_BY_STATUS = {
    404: Verdict(Outcome.MISSING, "http_404"),
    410: Verdict(Outcome.MISSING, "http_410"),
    401: Verdict(Outcome.BLOCKED, "login"),
    402: Verdict(Outcome.BLOCKED, "payment"),
    403: Verdict(Outcome.BLOCKED, "forbidden"),
    407: Verdict(Outcome.BLOCKED, "forbidden"),
    429: _RATE_LIMITED,
    451: Verdict(Outcome.BLOCKED, "legal"),
}

#: What a title's part, or the first heading, says in full on a page that is no article.
_SAYINGS = (
    (
        _CHALLENGE,
        r"just a moment|attention required|one moment,? please|please wait( a moment)?"
        r"|ddos-guard|ddos protection( by .+)?|checking your browser.{0,60}"
        r"|(please )?verify(ing)? (that )?(if )?you('re| are) (a )?(not a robot|human).{0,40}"
        r"|(please )?(confirm|prove) (that )?you('re| are) (a human|human|not a robot)"
        r"|are you a (robot|human)|bot (verification|check|protection)|robot check"
        r"|human verification|security (check|checkpoint|verification)( required)?"
        r"|vercel security checkpoint|pardon our interruption|one more step"
        r"|access to this page has been denied|access denied|captcha|recaptcha|captcha challenge"
        r"|radware (bot manager )?captcha|making sure you('re| are) not a bot"
        r"|please enable (js|javascript|cookies).{0,60}|javascript (is )?(required|disabled)"
        r"|sucuri website firewall|you are being redirected|request unsuccessful.{0,60}"
        r"|client challenge|unusual traffic( detected)?|we've detected unusual (activity|traffic).*"
        r"|einen moment,? bitte.{0,20}|un momento.{0,20}|un instant.{0,20}|sicherheitsüberprüfung"
        r"|проверка браузера.{0,40}|вы не робот|подтвердите,? что (запросы|вы).{0,60}"
        r"|доступ (временно )?(ограничен|заблокирован|запрещ[её]н)|один момент.{0,20}"
        r"|перевірка браузера.{0,40}|安全验证|人机验证",
    ),
    (
        _CONSENT,
        r"before you continue.{0,40}|bevor (du|sie) (fortfahren|fortfährst|weitermach).{0,40}"
        r"|avant d['e ]?(accéder|continuer).{0,40}|prima di continuare.{0,40}"
        r"|antes de (continuar|ir).{0,40}|voordat (je|u) (verder|doorgaat).{0,40}"
        r"|.{0,20}privacy gate|(your )?privacy (choices|settings)|your privacy|consent"
        r"|(cookie|gdpr|privacy) consent( required)?|cookie wall|we value your privacy"
        r"|we care about your privacy|your data,? your choice|zustimmung( erforderlich)?"
        r"|(ihre )?datenschutz-?einstellungen|cookie-?einstellungen|privacyinstellingen"
        r"|accept cookies( to continue)?|прежде чем (перейти|продолжить).{0,40}",
    ),
    (
        _RATE_LIMITED,
        r"(error )?429( too many requests)?|too many requests|rate limit(ed| exceeded)?"
        r"|you have been rate limited|слишком много запросов|zu viele anfragen"
        r"|trop de requêtes|demasiadas solicitudes",
    ),
    (Verdict(Outcome.BLOCKED, "forbidden"), r"((error|http) )?403( error)?( forbidden)?|forbidden"),
    (
        Verdict(Outcome.FAILED, "error_page"),
        r"((error|http) )?50[0-9]( error)?( (internal server error|bad gateway|gateway time-?out"
        r"|service (temporarily )?unavailable|backend fetch failed).{0,30})?"
        r"|internal server error|bad gateway|service (temporarily )?unavailable"
        r"|error establishing a database connection|database error"
        r"|(site )?(is )?(down for|under) maintenance|maintenance( mode)?|wartungsarbeiten"
        r"|технические работы",
    ),
    (
        _SOFT_404,
        r"((error|http|ошибка|fehler|erreur|errore|помилка|błąd) ?)?404"
        r"(( error| page)?[ ,]*\(?(not found|(page|file) not found)\)?.{0,5})?|404:? .{0,30}"
        r"|((sorry|oops),? )?(the |this )?(page|article|story|content|url)( you.{0,40})?"
        r" (was |is |can ?not be |could not be |can't be )?"
        r"(not (be )?found|found|missing|does ?n[o']t exist|unavailable|no longer available)"
        r"|page (does not exist|unavailable|missing)|nothing found|not found|no results( found)?"
        r"|(oops|whoops|uh-oh)([,.!:]* .{0,50})?"
        r"|(sorry,? )?we (couldn't|could not|can't|cannot) find .{0,40}"
        r"|(die |diese )?seite (wurde )?(leider )?nicht (gefunden|verfügbar)|nicht gefunden"
        r"|(la )?page (introuvable|non trouvée|inexistante)|(la )?página no (encontrada|existe)"
        r"|no encontrada|(a )?página não (encontrada|existe)|pagina (non trovata|inesistente)"
        r"|pagina niet gevonden|sidan (kunde inte hittas|finns inte|hittades inte)"
        r"|siden (blev|ble) ikke funnet|siden findes ikke|sivua ei löyt(ynyt|y)"
        r"|(такая )?(страница|статья|материал) не (найдена?|существует)|страницы не существует"
        r"|(такой )?страницы нет|ничего не найдено|сторінк[ауи] не (знайдено|існує)"
        r"|(nie znaleziono|brak) strony|strona nie (istnieje|została znaleziona)"
        r"|stránka (nebyla nalezena|neexistuje|nenalezena)|sayfa bulunamadı"
        r"|(az )?oldal nem található|страницата не е намерена|lehte ei leitud|lapa nav atrasta"
        r"|puslapis nerastas|ページが見つかりません.{0,10}|页面(不存在|未找到)|找不到(该|此)?页面"
        r"|페이지를 찾을 수 없습니다|الصفحة غير موجودة|صفحه (مورد نظر )?(یافت|پیدا) نشد",
    ),
)
_SAID = re.compile("|".join(f"(?P<v{i}>{said})" for i, (_, said) in enumerate(_SAYINGS)))
_PARTS = re.compile(r"\s+[-–—‐]\s+|\s*[|·•»«]\s*")
_EDGES = " \t\n\r.…!?¡¿,;#\"'“”„‘’()[]😕🙁☹️"

#: What bot walls leave in the markup of their pages, and some of them in every page they guard.
_MARKS = (
    b"<title>Just a moment...", b"<title>Attention Required!", b"/cdn-cgi/challenge-platform/",
    b"cf-browser-verification", b"cf_chl_opt", b"cf-error-details", b"captcha-delivery.com",
    b"px-captcha", b"_Incapsula_Resource", b"Incapsula incident", b"errors.edgesuite.net",
    b"ddos-guard", b"DDoS-Guard", b"sucuri_cloudproxy", b"awsWafCookieDomainList", b"distil_r_",
    b"geetest", b"/_sec/cp_challenge", b"showcaptcha", b"SmartCaptcha", b"smartcaptcha",
    b"g-recaptcha", b"h-captcha", b"cf-turnstile", b"within.website/x/cmd/anubis", b"KPSDK",
)  # fmt: skip
_AKAMAI = (b"<TITLE>Access Denied</TITLE>", b"Reference&#32;&#35;")
#: Links of a bot wall's page, at most.
_FEW_LINKS = 10
#: Characters of the longest saying.
_LONGEST_SAYING = 80
_ARTICLE_WORDS = (b"article:published_time", b'"datePublished"')
#: Bytes in which those, and the first heading, are looked for.
_HEAD = 100_000
_TAGS = re.compile(rb"<[^>]*>")
_NAME = re.compile(r"[.#]([\w-]+)")
#: Bytes of the largest page that is looked through for such marks; bot walls are small.
_SMALL = 40_000
#: Characters of prose that only an article, or a page made of them, has.
_PROSE = 400
_HEADERS = (("cf-mitigated", "challenge"), ("x-amzn-waf-action", ""))
_CONSENT_HOSTS = ("consent.", "guce.", "cmp.", "myprivacy.", "privacy-gate.", "cookiewall.")
_CONSENT_PATHS = re.compile(r"/(gdpr-consent|privacy-?gate|cookie-?wall|cookie-?consent|consent)\b")
_HTML = re.compile(
    rb"<(!doctype\s+html|html|head|body|title|meta|div|h1|p|script)\b", re.IGNORECASE
)
_BINARY = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"PK\x03\x04", b"\x1f\x8b", b"ID3",
    b"BM", b"\0\0\0", b"OggS", b"\xd0\xcf\x11\xe0",
)  # fmt: skip


def screen(
    page: Page,
    outlet: Outlet | None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    requested_url: str | None = None,
) -> Verdict | None:
    """What a page is if it is certainly no article; None: it may be one.

    ``requested_url`` is what was asked for, before any redirect. Raises what parsing a ``Page``
    raises.
    """
    given = {name.lower(): value for name, value in (headers or {}).items()}
    if status != 200 and status != 203:
        return _of_status(status, page.html[:_SMALL], given)
    if not page.html or page.html.isspace():
        return Verdict(Outcome.FAILED, "empty")
    if _is_challenged(given):
        return _CHALLENGE
    if len(page.html) > LARGEST:
        return Verdict(Outcome.QUARANTINED, "too_large")
    if not _is_html(page.html, given.get("content-type", "")):
        return _of_text(page.html) or _NOT_HTML
    return _of_address(page.url, outlet, requested_url) or _of_content(page, outlet)


def _of_status(status: int, head: bytes, headers: Mapping[str, str]) -> Verdict | None:
    if status in {404, 410}:
        return _BY_STATUS[status]
    if _is_challenged(headers) or _has_marks(head):
        return _CHALLENGE
    if status == 204:
        return Verdict(Outcome.FAILED, "empty")
    return _BY_STATUS.get(status, Verdict(Outcome.FAILED, f"http_{status}"))


def _is_challenged(headers: Mapping[str, str]) -> bool:
    return any(name in headers and value in headers[name].lower() for name, value in _HEADERS)


def _has_marks(html: bytes) -> bool:
    return any(mark in html for mark in _MARKS) or all(mark in html for mark in _AKAMAI)


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
    return _said(html.decode("utf-8", "replace").strip())


def _of_address(url: str, outlet: Outlet | None, requested: str | None) -> Verdict | None:
    host = urls.host_of(url)
    if host.startswith(_CONSENT_HOSTS) and not (requested and host == urls.host_of(requested)):
        return _CONSENT
    if not requested or requested == url:
        return None
    path, asked = urlsplit(url).path, urlsplit(requested).path
    if _CONSENT_PATHS.search(path) and not _CONSENT_PATHS.search(asked):
        return _CONSENT
    home = urlsplit(outlet.home).path.rstrip("/") if outlet else ""
    if path.rstrip("/") in {"", home} and asked.rstrip("/") not in {"", home}:
        return Verdict(Outcome.NOT_ARTICLE, HOME_PAGE)
    return None


def _of_content(page: Page, outlet: Outlet | None) -> Verdict | None:
    if outlet and outlet.not_articles and _fits(page, outlet.not_articles):
        return _SOFT_404
    verdict = next(filter(None, map(_said, _names(page))), None)
    if verdict is None and _looks_walled(page):
        verdict = _CHALLENGE
    if verdict is None or _is_of_an_article(page):
        return None
    # A consent form is prose too: a long one, that nobody reads.
    return verdict if verdict is _CONSENT or not _has_prose(page) else None


def _fits(page: Page, selector: str) -> bool:
    # Looking for the bytes of a name costs a tenth of looking through the tree for a node.
    if not any(all(name in page.html for name in names) for names in _names_in(selector)):
        return False
    return page.tree.css_first(selector) is not None


@cache
def _names_in(selector: str) -> tuple[tuple[bytes, ...], ...]:
    """The class names and ids that each of a selector's alternatives needs."""
    if re.search(r"[:\\]", selector):
        return ((),)
    parts = re.sub(r"\[[^\]]*\]", "", selector).split(",")
    return tuple(tuple(name.encode() for name in _NAME.findall(part)) for part in parts)


def _looks_walled(page: Page) -> bool:
    """Whether a small page has a bot wall's marks, and next to no links, unlike a guarded page."""
    if len(page.html) > _SMALL or not _has_marks(page.html):
        return False
    return len(page.tree.css("a[href]")) <= _FEW_LINKS


def _names(page: Page) -> Iterator[str]:
    """The title, its parts, and the first heading."""
    node = page.tree.head.child if page.tree.head else None
    while node is not None and node.tag != "title":
        node = node.next
    if node is not None:
        text = node.text()[:300]
        yield text
        yield from _PARTS.split(text)
    # Looking for what few pages but articles have is far cheaper than looking for a heading.
    if not any(page.html.find(word, 0, _HEAD) >= 0 for word in _ARTICLE_WORDS):
        yield _first_heading(page)


def _first_heading(page: Page) -> str:
    """Read from the bytes where they can be: to find it in the tree takes ten times as long."""
    start = page.html.find(b"<h1", 0, _HEAD)
    if start < 0:
        return ""
    # A longer one is a headline.
    heading, end, _ = page.html[start : start + 1000].partition(b"</h1")
    if not end:
        return ""
    try:
        return unescape(_TAGS.sub(b" ", heading).decode())
    except UnicodeDecodeError:
        node = page.tree.css_first("h1")
        return node.text() if node is not None else ""


def _said(text: str) -> Verdict | None:
    folded = " ".join(text.split()).strip(_EDGES)
    if len(folded) > _LONGEST_SAYING:
        return None
    folded = folded.replace("’", "'").casefold()
    found = _SAID.fullmatch(folded) if folded else None
    return _SAYINGS[int(found.lastgroup[1:])][0] if found and found.lastgroup else None


def _is_of_an_article(page: Page) -> bool:
    """Whether the head says that this is one."""
    return "article:published_time" in page.metas or any(
        "Article" in str(each.get("@type")) and "datePublished" in each for each in page.linked_data
    )


def _has_prose(page: Page) -> bool:
    length = 0
    for paragraph in page.tree.css("p"):
        text = paragraph.text()
        linked = sum(len(link.text()) for link in paragraph.css("a"))
        if len(text) > 80 and linked * 2 < len(text):
            length += len(text)
        if length >= _PROSE:
            return True
    return False
