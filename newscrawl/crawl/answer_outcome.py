"""What the answer for one link came to: an article, or a named outcome. Pure but for its types."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newscrawl.archive.frontier.visit import LeasedLink, Mention, Visit
from newscrawl.discover import midnight_of
from newscrawl.errors import ExtractionError, NotAnArticle
from newscrawl.extract import parts_of
from newscrawl.extract.body.further_pages import further_pages
from newscrawl.extract.body.page_addresses import may_continue
from newscrawl.extract.fields.page_links import mentioned
from newscrawl.extract.fields.robots_directives import robots_directives
from newscrawl.outlet import Outlet
from newscrawl.page import HttpExchange, Page
from newscrawl.read_page import Told, read_uncleaned
from newscrawl.screen import Outcome, Verdict
from newscrawl.screen.quarantine_reasons import reason_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer for a page: as sent, and as a page to read."""

    fetched: HttpExchange
    page: Page
    #: Names in lower case.
    headers: dict[str, str]

    def told(self, requested_url: str | None) -> Told:
        return Told(status=self.fetched.status, headers=self.headers, requested_url=requested_url)


def read_visit(
    answer: Answer, link: LeasedLink, outlet: Outlet, parts: Sequence[HttpExchange] = ()
) -> Visit:
    """The visit of a link that was answered; it never raises for what a page does."""
    page, status = answer.page, answer.fetched.status
    bare = Visit(link=link, outcome=Outcome.STORED, status=status)
    if status == 304:
        return replace(bare, reason="unchanged")
    visit = replace(
        bare,
        fetched=(answer.fetched, *parts),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
    )
    if is_known(answer, link, outlet):
        return replace(visit, is_known=True)
    try:
        article = read_uncleaned(page, outlet, answer.told(link.url))
        if isinstance(article, Verdict):
            return replace(bare, outcome=article.outcome, reason=article.reason)
        has_others = parts_of(page, outlet) != further_pages(page, outlet)
        headers = answer.fetched.headers
        robots = page.need("robots", lambda page: robots_directives(page, headers))
    except NotAnArticle as error:
        return replace(bare, outcome=Outcome.NOT_ARTICLE, reason=error.reason)
    except ExtractionError as error:
        return quarantined(visit, error)
    visit = replace(
        visit, found=page.ask("mentions", lambda page: _mentions(page, outlet)) or (), robots=robots
    )
    if article.key != link.key:
        reason = f"of {article.key}"
        return _without_validators(
            replace(visit, outcome=Outcome.DUPLICATE, reason=reason, article=article)
        )
    visit = replace(visit, article=article)
    # A page stays as it is while its parts change. Further pages are asked for with it.
    return _without_validators(visit) if has_others or article.is_in_part else visit


def is_known(answer: Answer, link: LeasedLink, outlet: Outlet) -> bool:
    """Whether the page has the very bytes from which the latest revision was read as today.

    What its headers tell robots is no part of them. What was read in part may have its further
    pages by now.
    """
    fetched, known = answer.fetched, link.known
    return (
        known is not None
        and not outlet.next_pages
        and (fetched.status, fetched.url, fetched.digest) == (200, known.url, known.digest)
        and "x-robots-tag" not in answer.headers
    )


def quarantined(visit: Visit, error: Exception) -> Visit:
    """The visit with its bytes and what was wrong, without an article."""
    reason, told = reason_of(error)
    refused = replace(visit, outcome=Outcome.QUARANTINED, reason=reason, error=told)
    return _without_validators(replace(refused, article=None))


def _mentions(page: Page, outlet: Outlet) -> tuple[Mention, ...]:
    return tuple(
        Mention(key=key, url=url, claimed_at=midnight_of(url, outlet))
        for key, url in mentioned(page, outlet).items()
        if not may_continue(url, page, outlet)
    )


def _without_validators(visit: Visit) -> Visit:
    """So that the page is asked for in full next time: "not modified" must mean what is stored."""
    return replace(visit, etag=None, last_modified=None)
