"""Pages that are no articles, and articles that look as if they were none."""

import gzip
import json
import os
from pathlib import Path

import pytest

from newscrawl.outlet import Outlet
from newscrawl.page import Page
from newscrawl.screen import Outcome, screen
from newscrawl.size_limits import LARGEST_PAGE
from tests.rows import every_row

URL = "https://www.example.org/2026/03/31/a-title-a1"
PROSE = (
    "<p>The council met on Tuesday to talk about the bridge that nobody wants to pay for. </p>" * 9
)
MENU = '<nav><a href="/news">News</a><a href="/sport">Sport</a></nav>' * 10
GALLERY = Outlet(
    name="example",
    title="Example",
    home="https://www.example.org",
    language="en",
    not_articles="body.page-item, #lost > .box",
)


def page(title: str = "", h1: str = "", body: str = "", head: str = "", url: str = URL) -> Page:
    heading = f"<h1>{h1}</h1>" if h1 else ""
    html = f"<!doctype html><html><head>{head}<title>{title}</title></head>"
    return Page(url, f"{html}<body>{heading}{body}</body></html>".encode())


def seen(page: Page, **said: object) -> str | None:
    verdict = screen(page, GALLERY, **said)  # type: ignore[arg-type]
    return f"{verdict.outcome} {verdict.reason}" if verdict else None


TITLES = {
    "blocked challenge": (
        "Just a moment...", "Attention Required! | Cloudflare", "DDoS-Guard", "Access Denied",
        "Checking your browser before accessing example.org", "Please wait...", "Robot Check",
        "Access to this page has been denied.", "Pardon Our Interruption", "Are you a robot?",
        "Verify you are human", "Human Verification", "Security Check", "One more step",
        "Vercel Security Checkpoint", "Making sure you&#39;re not a bot!", "Radware Captcha",
        "Sucuri WebSite Firewall - Access Denied", "You are being redirected...", "Captcha",
        "Request unsuccessful. Incapsula incident ID: 1", "Example - reCAPTCHA", "Вы не робот?",
        "Проверка браузера", "Доступ ограничен", "Einen Moment, bitte …",
        "Please enable JavaScript", "Bot Detection", "Request Rejected", "Are you human?",
        "Please wait while we check if you are a Human", "CrowdSec Access Forbidden",
        "Your access to this site has been limited by the site owner",
        "JavaScript is not enabled", "Bitte aktivieren Sie JavaScript in Ihrem Browser",
        "Ad blocker detected", "Your browser is not supported",
    ),
    "blocked login": (
        "Log in - Example", "Please sign in to continue reading", "Anmelden | Beispiel",
        "Se connecter - Exemple", "Iniciar sesión", "Вход на сайт", "ログイン", "Zaloguj się",
    ),
    "blocked payment": (
        "Subscribe to read", "Subscribers only", "Abonnieren und weiterlesen",
        "Abonnez-vous pour lire la suite",
    ),
    "blocked legal": (
        "Sorry, this page is not available in your country", "Conteúdo não disponível no seu país",
        "Этот материал недоступен в вашей стране",
        "Cette page n'est pas disponible dans votre pays",
    ),
    "blocked consent": (
        "Before you continue to Example", "Bevor Sie fortfahren", "DPG Media Privacy Gate",
        "Prima di continuare su Example", "Example | Zustimmung erforderlich", "Cookie consent",
        "We value your privacy", "Weiterlesen mit Werbung",
        "Are you over 18?", "Mit Werbung oder im Pur-Abo lesen",
        "Cookies accepteren", "Your privacy choices - Example", "Avant d’accéder à Example",
    ),
    "blocked rate_limited": (
        "429 Too Many Requests", "Too many requests", "Rate limit exceeded", "Error 429",
        "Слишком много запросов",
    ),
    "blocked forbidden": ("403 Forbidden", "Forbidden", "Error 403"),
    "failed error_page": (
        "Account Suspended", "Coming Soon", "example.org is parked", "This domain is for sale",
        "Briefly unavailable for scheduled maintenance. Check back in a minute.",
        "502 Bad Gateway", "503 Service Temporarily Unavailable", "500 Internal Server Error",
        "Error establishing a database connection", "Example | Under maintenance", "Error 504",
        "example.org | 520: Web server is returning an unknown error", "We'll be back soon!",
        "Die Domain example.org steht zum Verkauf", "Домен example.org продаётся", "Error",
    ),
    "not_article soft_404": (
        "404", "404 Not Found", "Page not found - Example", "Example | Page Not Found", "Oops!",
        "Error 404 (Not Found)!!1", "Sorry, the page you requested was not found", "Not found",
        "This page doesn't exist", "Article not found", "Nothing found", "404: Page not found",
        "Seite nicht gefunden | Beispiel", "Page introuvable", "Página no encontrada",
        "Página não encontrada", "Pagina non trovata", "Pagina niet gevonden", "Ошибка 404",
        "Страница не найдена — Пример", "Такой страницы нет", "Сторінку не знайдено",
        "Nie znaleziono strony", "Stránka nenalezena", "Sayfa bulunamadı", "找不到页面",
        "ページが見つかりません", "Whoops, something went wrong", "This article has expired",
        "The story was removed or deleted", "410 Gone", "Dieser Artikel ist nicht mehr verfügbar",
        "Cet article n'est plus disponible", "Este artículo ya no está disponible",
        "この記事は掲載期間が終了しました", "お探しのページは見つかりませんでした",
        "該文章已被刪除",
        "抱歉，您访问的页面不存在", "요청하신 페이지가 존재하지 않습니다", "पेज नहीं मिला",
        "Halaman tidak ditemukan", "Không tìm thấy trang", "Новость была удалена", "הדף לא נמצא",
    ),
}  # fmt: skip


@every_row(
    ("title", "verdict"), [(title, verdict) for verdict, all_ in TITLES.items() for title in all_]
)
def test_a_page_that_says_so_in_its_title_is_no_article(title: str, verdict: str) -> None:
    assert seen(page(title, body=MENU)) == verdict


@pytest.mark.parametrize("verdict", [each for each in TITLES if each != "blocked consent"])
def test_prose_lets_a_page_through_whatever_its_title(verdict: str) -> None:
    assert [title for title in TITLES[verdict] if seen(page(title, body=PROSE))] == []


@pytest.mark.parametrize(
    "text", ["<div>{0}</div>", "<div>{0}<br><br>{0}</div>", "<table><tr><td>{0}</table>"]
)
def test_prose_in_any_box_lets_a_page_through_that_is_called_like_a_wall(text: str) -> None:
    body = text.format("The tug left the pier at noon and brought all of them back. " * 8)
    titles = TITLES["blocked challenge"]
    assert [title for title in titles if seen(page(title, body=body))] == []


@pytest.mark.parametrize("verdict", TITLES)
def test_what_only_articles_have_in_their_head_lets_a_short_one_through(verdict: str) -> None:
    head = '<meta property="article:published_time" content="2026-03-31T10:00:00Z">'

    assert [title for title in TITLES[verdict] if seen(page(title, head=head))] == []


@every_row(
    "title",
    [
        "Access Denied: How Moscow Closed Its Archives - Example",
        "Just a Moment That Changed Everything",
        "Oops: Minister Reads the Wrong Speech, and Then Reads It Once More in Another Town | News",
        "Forbidden City Reopens - Example",
        "Consent Is Not a Form",
        "Security Council Meets",
        "Hang Tight: Storms Are on the Way",
        "Ferry Stops in the Strait | Moment",
        "Laiva | Hetki",
        "Service Is Unavailable in Most Rural Counties",
    ],
)
def test_a_headline_is_not_taken_for_a_saying(title: str) -> None:
    assert seen(page(title, title, MENU)) is None


@pytest.mark.parametrize(
    "title",
    [
        "Welcome to nginx!", "Apache2 Ubuntu Default Page: It works", "IIS Windows Server",
        "SORRY! If you are the owner of this website, please contact your hosting provider",
    ],
)  # fmt: skip
def test_what_a_server_says_of_itself_is_no_article_however_long(title: str) -> None:
    assert seen(page(title, title, PROSE)) == "failed error_page"


@every_row(
    "title",
    [
        "Edge gets a new default page", "The default page - Example", "Welcome to nginx | Example",
        "IIS Windows Server - Example", "Cookies akzeptieren?", "The Ferry",
        "Cookies akzeptieren - oder nicht? | Beispiel", "Accept cookies - or leave | Example",
    ],
)  # fmt: skip
def test_an_article_may_be_about_servers_and_cookies(title: str) -> None:
    heading = "Welcome to nginx" if title == "The Ferry" else title.partition(" - ")[0]

    assert seen(page(title, heading, PROSE)) is None


@pytest.mark.parametrize("h1", ["Oops!", "404", "<span>Page</span> not found"])
def test_the_first_heading_tells_too(h1: str) -> None:
    assert seen(page("Example", h1)) == "not_article soft_404"


def test_a_heading_in_an_old_encoding_is_read() -> None:
    html = "<title>Пример</title><h1>Страница не найдена</h1>".encode("windows-1251")

    assert seen(Page(URL, html, declared="windows-1251")) == "not_article soft_404"


OWN_MARKS = [
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>',
    '<div id="px-captcha"></div>',
    '<script src="https://ct.captcha-delivery.com/c.js"></script><p>Please enable JS</p>',
]
SHARED_MARKS = [
    '<iframe src="/_Incapsula_Resource?x=1">Request unsuccessful.</iframe>',
    '<form action="/showcaptcha"><input></form>',
    '<div class="g-recaptcha"></div>',
    "<script>window.awsWafCookieDomainList = [];</script>",
]


@pytest.mark.parametrize("body", OWN_MARKS + SHARED_MARKS)
def test_a_bot_walls_marks_tell_on_a_page_without_links_or_prose(body: str) -> None:
    assert seen(page("www.example.org", body=body)) == "blocked challenge"
    assert seen(page("www.example.org", body=body + MENU)) is None


@pytest.mark.parametrize("body", SHARED_MARKS)
def test_marks_that_guarded_pages_have_too_tell_nothing_beside_prose(body: str) -> None:
    assert seen(page("www.example.org", body=body + PROSE)) is None


@every_row(
    ("status", "verdict"),
    [
        (404, "missing http_404"),
        (410, "missing http_410"),
        (401, "blocked login"),
        (402, "blocked payment"),
        (403, "blocked forbidden"),
        (429, "blocked rate_limited"),
        (451, "blocked legal"),
        (400, "failed http_400"),
        (408, "failed http_408"),
        (500, "failed http_500"),
        (503, "failed http_503"),
        (521, "failed http_521"),
        (304, "failed http_304"),
        (206, "failed http_206"),
        (204, "failed empty"),
        (203, None),
    ],
)
def test_the_status_decides_before_the_page(status: int, verdict: str | None) -> None:
    assert seen(page("A title", body=PROSE), status=status) == verdict


@pytest.mark.parametrize("status", [403, 429, 503])
def test_an_error_with_a_bot_wall_is_a_challenge(status: int) -> None:
    assert seen(page("Just a moment..."), status=status) == "blocked challenge"


def test_a_missing_page_behind_a_guard_is_missing() -> None:
    assert seen(page("Just a moment..."), status=404) == "missing http_404"


@pytest.mark.parametrize(
    "headers",
    [
        {"CF-Mitigated": "challenge"},
        {"x-amzn-waf-action": "captcha"},
        {"X-Vercel-Mitigated": "challenge"},
        {"SG-Captcha": "challenge"},
        {"X-DD-B": "1"},
    ],
)
def test_a_header_names_a_challenge(headers: dict[str, str]) -> None:
    assert seen(page("A title"), headers=headers, status=403) == "blocked challenge"


@pytest.mark.parametrize("magic", [b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"])
def test_a_page_that_is_packed_once_more_than_was_said_is_asked_for_again(magic: bytes) -> None:
    headers = {"Content-Type": "text/html"}

    assert seen(Page(URL, magic + b"<html>"), headers=headers) == "failed bad_encoding"


@every_row(
    ("html", "content_type"),
    [
        (b"%PDF-1.7 <html>", ""),
        (b"\x89PNG\r\n<html>", "text/html"),
        (b"\xff\xd8\xff\xe0<html>", "text/html"),
        (b'{"html": "<p>"}', "text/html"),
        (b"[1, 2]", ""),
        (b"<?xml version='1.0'?><rss></rss>", "text/html"),
        (b"<?xml version='1.0'?><urlset></urlset>", "text/html"),
        (b"<rss><title>x</title></rss>", "application/rss+xml"),
        (b"Lorem ipsum, in plain words", "text/plain"),
        (b"<svg></svg>", "image/svg+xml"),
    ],
)
def test_bytes_that_are_no_html_are_no_article(html: bytes, content_type: str) -> None:
    headers = {"Content-Type": content_type} if content_type else {}

    assert seen(Page(URL, html), headers=headers) == "not_article not_html"


@pytest.mark.parametrize(
    ("html", "content_type"),
    [
        (b"\xef\xbb\xbf  <!doctype html><title>A</title>", "text/plain"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html><p>x", "application/xhtml+xml"),
        (b"<p>A fragment", "text/html; charset=utf-8"),
        ("<html><p>A".encode("utf-16"), "text/html"),
    ],
)
def test_html_under_another_name_is_html(html: bytes, content_type: str) -> None:
    assert seen(Page(URL, html), headers={"Content-Type": content_type}) is None


@pytest.mark.parametrize("html", [b"", b" \r\n\t"])
def test_an_empty_page_has_failed(html: bytes) -> None:
    assert seen(Page(URL, html)) == "failed empty"


def test_a_page_over_the_limit_goes_to_quarantine() -> None:
    assert seen(Page(URL, b"<p>" + b"x" * LARGEST_PAGE)) == "quarantined too_large"


def test_a_refusal_in_a_few_plain_words_is_understood() -> None:
    assert seen(Page(URL, b"Too Many Requests\n")) == "blocked rate_limited"


def test_the_outlets_selector_is_matched_not_only_its_words() -> None:
    assert seen(page("A title", body='<div id="lost"><div class="box">')) == "not_article soft_404"
    assert seen(page("A title", body='<div id="lost" class="box">')) is None


def test_the_outlets_selector_tells_a_page_with_status_200() -> None:
    html = b"<html><body class='page page-item'><h1>Something</h1>" + PROSE.encode()

    assert seen(Page(URL, html)) == "not_article soft_404"
    assert screen(Page(URL, html), None) is None


@pytest.mark.parametrize(
    ("landed", "verdict"),
    [
        ("https://www.example.org/", "not_article home_page"),
        ("https://www.example.org", "not_article home_page"),
        ("https://consent.example.org/collect?to=x", "blocked consent"),
        ("https://www.example.org/gdpr-consent/?next=x", "blocked consent"),
        ("https://www.example.org/2026/03/31/another-title-a1", None),
        ("https://www.example.org/2026/03/31/consenting-adults-a1", None),
    ],
)
def test_where_a_redirect_led_tells(landed: str, verdict: str | None) -> None:
    assert seen(page("A title", body=PROSE, url=landed), requested_url=URL) == verdict


def test_a_home_page_that_was_asked_for_is_no_redirect() -> None:
    home = "https://www.example.org/"

    assert seen(page("Example", body=PROSE, url=home), requested_url=home) is None


def test_the_outcomes_are_those_of_the_ledger() -> None:
    assert {each.value for each in Outcome} == set(
        "waiting stored not_article refused blocked failed quarantined gone missing offsite"
        " duplicate".split()
    )


PAGES = os.environ.get("NEWSCRAWL_PAGES")


@pytest.mark.skipif(not PAGES, reason="NEWSCRAWL_PAGES names no folder of real pages")
@pytest.mark.parametrize("part", ["aeb", "naeb", "fundus-eval", "fundus-tests"])
def test_real_articles_come_through(part: str) -> None:
    folder = Path(PAGES or "") / part
    truths = [json.loads(line) for line in (folder / "truth.jsonl").read_text().splitlines()]
    read = [(t["url"], (folder / f"{t['id']}.html.gz").read_bytes()) for t in truths]
    pages = [Page(url, gzip.decompress(packed)) for url, packed in read]

    assert pages
    assert [(page.url, refused) for page in pages if (refused := screen(page, None))] == []
