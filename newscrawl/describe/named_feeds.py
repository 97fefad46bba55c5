"""The feeds that a page names, and which of them list comments."""

import re
from collections.abc import Iterator

from newscrawl import urls
from newscrawl.describe.sections import led_to
from newscrawl.outlet import Feed, Outlet
from newscrawl.page import Page

#: Feeds of one page.
_MOST = 4
#: What feeds of comments are called, by their paths and titles. "Comment" alone, as what is called
#: so in Turkish and Chinese, is a section of opinions, too.
_COMMENTS = re.compile(
    r"comments|comment[-.]?(?:feed|rss)|(?:feed|rss)[-.]?comment\b|kommentare|komment[aá]?rer\b"
    r"|комментарии (?:к|на)\b|коментарі (?:до|на)\b|comentarios|coment[áa]rios|commentaires"
    r"|commenti\b|reacties|yorumlar|コメント|댓글|replies",
    re.IGNORECASE,
)
_COMMENT_LINK = re.compile(
    rb"<link[^<>]{0,300}?(?:>(?:<!\[CDATA\[)?[^<>]{0,2000}?)?#(?:comment|c|reply|post)-?\d",
    re.IGNORECASE,
)
_ALTERNATE = (
    'link[rel~="alternate"][type="application/rss+xml"][href],'
    ' link[rel~="alternate"][type="application/atom+xml"][href]'
)


def feeds_in(page: Page, outlet: Outlet) -> Iterator[Feed]:
    """The feeds that a page's head names, below the outlet's home where they are its own.

    None of comments: by its name, or since it is the article's own.
    """
    own = urls.path_of(outlet.canonical(page.url) or page.url).partition("?")[0].rstrip("/")
    for link in page.tree.css(_ALTERNATE)[:_MOST]:
        url = led_to(page, link.attributes.get("href"), outlet)
        told = f"{urls.path_of(url or '')} {link.attributes.get('title') or ''}"
        is_own = bool(own) and urls.path_of(url or "").startswith((f"{own}/", f"{own}?"))
        if url and not _COMMENTS.search(told) and not is_own:
            yield Feed(short_address(url, outlet))


def is_of_comments(body: bytes, links: int) -> bool:
    """Whether a feed lists comments: its links lead below articles, as ``#comment-17``."""
    return links > 0 and len(_COMMENT_LINK.findall(body)) >= links


def short_address(url: str, outlet: Outlet) -> str:
    """Below the outlet's home, where it is the outlet's own."""
    return urls.path_of(url) if outlet.owns(url) else url
