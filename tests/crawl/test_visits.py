"""What the answer for a link comes to."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newscrawl.archive.frontier.visit import KnownPage, LeasedLink, Mention
from newscrawl.crawl.answer_outcome import Answer, quarantined, read_visit
from newscrawl.outlets import load_outlet
from newscrawl.page import HttpExchange, Page
from tests.rows import every_row
from tests.site.example import ExampleSite

_SITE, _OUTLET = ExampleSite(), load_outlet("moscow_times")
_KEY, _OTHER, _LIVE = "93081", "93067", "92875"
_NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)
_TAGS = {"etag": '"1"', "last-modified": "Mon, 12 Oct 2026 12:00:00 GMT"}


def _answer(key: str, status: int = 200, html: bytes | None = None) -> Answer:
    url = _SITE.truth(key)["url"]
    body = _SITE.respond(_SITE.story(key).path)[2] if html is None else html
    fetched = HttpExchange(
        url=url, asked=url, fetched_at=_NOW, status=status, headers=(), body=body
    )
    headers = {"content-type": "text/html; charset=utf-8", **_TAGS}
    return Answer(fetched=fetched, page=Page(url, body, _NOW, "utf-8"), headers=headers)


def _link(key: str) -> LeasedLink:
    return LeasedLink(id=1, key=key, url=_SITE.truth(key)["url"])


def test_an_article_is_stored_with_its_page_and_its_validators() -> None:
    visit = read_visit(_answer(_KEY), _link(_KEY), _OUTLET)
    assert visit.outcome == "stored"
    assert visit.article is not None
    assert visit.article.headline == _SITE.truth(_KEY)["headline"]
    assert len(visit.fetched) == 1
    assert (visit.etag, visit.last_modified) == tuple(_TAGS.values())


def test_what_did_not_change_is_stored_already() -> None:
    visit = read_visit(_answer(_KEY, status=304, html=b""), _link(_KEY), _OUTLET)
    assert (visit.outcome, visit.reason, visit.article) == ("stored", "unchanged", None)


_KNOWN = KnownPage(url=_link(_KEY).url, digest=_answer(_KEY).fetched.digest, revision_id=1)


def test_the_bytes_of_the_latest_revision_are_not_read() -> None:
    visit = read_visit(_answer(_KEY), replace(_link(_KEY), known=_KNOWN), _OUTLET)
    assert (visit.outcome, visit.article, visit.is_known) == ("stored", None, True)
    assert len(visit.fetched) == 1
    assert (visit.etag, visit.last_modified) == tuple(_TAGS.values())


@pytest.mark.parametrize(
    ("known", "headers"),
    [
        ({"digest": _answer(_OTHER).fetched.digest}, {}),
        ({"url": "https://www.themoscowtimes.com/"}, {}),
        ({}, {"x-robots-tag": "noarchive"}),
    ],
    ids=["other bytes", "at another address", "another word for robots"],
)
def test_all_else_is_read(known: dict[str, str], headers: dict[str, str]) -> None:
    answer = _answer(_KEY)
    link = replace(_link(_KEY), known=replace(_KNOWN, **known))
    visit = read_visit(replace(answer, headers=answer.headers | headers), link, _OUTLET)
    assert visit.article is not None
    assert not visit.is_known


def test_another_article_makes_the_link_a_duplicate() -> None:
    visit = read_visit(_answer(_OTHER), _link(_KEY), _OUTLET)
    assert (visit.outcome, visit.reason) == ("duplicate", f"of {_OTHER}")
    assert visit.article is not None
    assert visit.article.key == _OTHER


@every_row(
    ("status", "html", "outcome", "reason"),
    [
        (404, b"<h1>Gone</h1>", "missing", "http_404"),
        (410, b"", "missing", "http_410"),
        (403, b"<h1>No</h1>", "blocked", "forbidden"),
        (500, b"", "failed", "http_500"),
        (200, b"", "failed", "empty"),
        (200, b"%PDF-1.4", "not_article", "not_html"),
        (200, b"<title>Just a moment...</title><h1>x</h1>", "blocked", "challenge"),
        (200, b"<p>Text without a headline, that goes on for a while.</p>", "quarantined", None),
        (200, b"<h1>Deep</h1>" + b"<div>" * 100_000, "quarantined", "too_deep"),
    ],
)
def test_what_is_no_article_is_named(
    status: int, html: bytes, outcome: str, reason: str | None
) -> None:
    visit = read_visit(_answer(_KEY, status, html), _link(_KEY), _OUTLET)
    assert visit.outcome == outcome
    assert reason in (None, visit.reason)
    assert visit.article is None


def test_a_page_in_quarantine_keeps_its_bytes_and_its_error() -> None:
    visit = read_visit(_answer(_KEY, html=b"<p>no headline</p>" * 9), _link(_KEY), _OUTLET)
    assert visit.outcome == "quarantined"
    assert visit.fetched
    assert visit.error


@pytest.mark.parametrize("answer", [_answer(_OTHER), _answer(_KEY, html=b"<p>no headline</p>")])
def test_only_what_was_stored_may_be_found_unchanged_later(answer: Answer) -> None:
    """Where "not modified" would mean something else than the link's own article."""
    visit = read_visit(answer, _link(_KEY), _OUTLET)
    assert (visit.etag, visit.last_modified) == (None, None)


def test_a_page_with_parts_is_asked_for_in_full_next_time() -> None:
    answer = _answer(_LIVE)
    assert _OUTLET.parts is not None
    (url,) = _OUTLET.parts(answer.page)
    posts = _SITE.respond(f"/live/{_LIVE}/0")[2]
    page = replace(answer.page, parts={url: posts})

    visit = read_visit(replace(answer, page=page), _link(_LIVE), _OUTLET, [answer.fetched])

    assert visit.article is not None
    assert len(visit.article.body) > len(_SITE.truth(_LIVE)["body"])
    assert len(visit.fetched) == 2
    assert (visit.etag, visit.last_modified) == (None, None)


def test_parts_that_cannot_be_read_are_quarantined() -> None:
    answer = _answer(_LIVE)
    assert _OUTLET.parts is not None
    (url,) = _OUTLET.parts(answer.page)
    page = replace(answer.page, parts={url: b"<html>"})
    visit = read_visit(replace(answer, page=page), _link(_LIVE), _OUTLET)
    assert (visit.outcome, visit.reason) == ("quarantined", "undecodable")


def test_a_line_of_the_log_names_a_visit_and_leaves_its_page_out() -> None:
    visit = read_visit(_answer(_KEY), _link(_KEY), _OUTLET)

    assert str(visit) == f"stored: {_link(_KEY).url}"


def test_what_a_page_leads_to_is_listed_also_where_its_article_is_refused() -> None:
    led_to = Mention(key=_OTHER, url=f"https://www.themoscowtimes.com/{_OTHER}")
    visit = replace(read_visit(_answer(_KEY), _link(_KEY), _OUTLET), found=(led_to,))

    refused = quarantined(visit, ValueError("a rule raised"))

    assert (refused.outcome, refused.article, refused.found) == ("quarantined", None, (led_to,))
