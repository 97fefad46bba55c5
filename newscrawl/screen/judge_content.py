"""Judge a page by what it shows: title, first heading, prose."""

import re
from collections.abc import Iterator
from html import unescape

from newscrawl.outlet import Outlet
from newscrawl.page import Page
from newscrawl.screen.bot_wall_marks import Markup, may_be_wall
from newscrawl.screen.not_article_titles import PARTS, said
from newscrawl.screen.outcome import BY_STATUS, CHALLENGE, CONSENT, HOSTED, Verdict
from newscrawl.screen.soft_404 import SOFT_404, has_soft_404_marks
from newscrawl.screen.wall_words import asks_consent, is_addressed, said_in_few_words, tells_a_story

#: What walls do not say, who want to be found by nobody.
_TOLD_OF_ITSELF = (b"og:title", b"og:type", b'rel="canonical"', b"<article")
_ARTICLE_WORDS = (b"article:published_time", b'"datePublished"')
#: Bytes in which those, and the first heading, are looked for.
_HEAD = 100_000
_TAGS = re.compile(rb"<[^>]*>")
#: For readers without scripts, or opened on demand: no story is.
_ASIDES = "noscript *, details *"
#: What holds prose: of boxes what stands in them directly, between line breaks.
_TEXTS = "p, div, article, section, td"
_ALSO_NAMES = (CHALLENGE, BY_STATUS[401])
#: Characters of prose that only an article, or a page made of them, has.
_PROSE = 400
#: A story of a few lines has so many bytes: a sign of Chinese says more than a letter.
_STORY = 200
_SIGNS = re.compile("[\u3040-\u9fff]{4}")
#: Parts of the title of a consent form.
_SITE_AND_SAYING = 2


def judge_content(page: Page, outlet: Outlet | None) -> Verdict | None:
    if outlet and has_soft_404_marks(page, outlet):
        return SOFT_404
    verdict = next(filter(None, map(said, _names(page))), None)
    marked = Markup(page.html) if may_be_wall(page.html) else None
    if marked and marked.is_walls_own():
        return CHALLENGE
    if _is_of_an_article(page):
        return None
    if not (verdict or marked):
        return None if outlet and outlet.parts else said_in_few_words(page)
    if marked and (marked.has_walls_scripts() or (verdict is CHALLENGE and marked.has_marks())):
        return CHALLENGE
    # Who guards all pages of a site leaves marks in its brief stories, too.
    if verdict is None and _is_headed_story(page):
        return None
    verdict = verdict or CHALLENGE
    # The words of those who let wait are also names of sites, whose stories may stand in any box.
    texts = _TEXTS if verdict in _ALSO_NAMES else "p"
    is_story = _has_prose(page, texts) or _speaks_to_nobody(page)
    return verdict if _is_sure(verdict, page) or not is_story else None


def _is_sure(verdict: Verdict, page: Page) -> bool:
    """Whether its prose is none that anybody reads: a consent form's, or a new server's of itself.

    A server's page has no other title. Articles ask about cookies, and are of a site.
    """
    title = _title(page)
    if verdict is CONSENT:
        is_forms = "?" not in title and len(PARTS.split(title)) <= _SITE_AND_SAYING
        return is_forms and asks_consent(page)
    return verdict is HOSTED and said(title) is HOSTED


def _names(page: Page) -> Iterator[str]:
    """The title, its parts, and the first heading."""
    title = _title(page)
    if title:
        yield title
        yield from PARTS.split(title)
    # Looking for what few pages but articles have is far cheaper than looking for a heading.
    if not any(page.html.find(word, 0, _HEAD) >= 0 for word in _ARTICLE_WORDS):
        yield _first_heading(page)


def _title(page: Page) -> str:
    told = page.tree.head.iter() if page.tree.head else ()
    return next((node.text()[:300] for node in told if node.tag == "title"), "")


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


def _is_of_an_article(page: Page) -> bool:
    """Whether the head says that this is one."""
    return "article:published_time" in page.metas or any(
        "Article" in str(each.get("@type")) and "datePublished" in each for each in page.linked_data
    )


def _is_headed_story(page: Page) -> bool:
    """Whether a page tells networks or engines of itself, and says below its headline what no
    wall says.
    """
    if not any(mark in page.html for mark in _TOLD_OF_ITSELF):
        return False
    heading, title = " ".join(_first_heading(page).split()), " ".join(_title(page).split())
    # No headline of more than one word, or of Chinese signs, is a site's name.
    is_headline = len(heading.split()) > 1 or _SIGNS.match(heading) is not None
    return is_headline and heading in title and tells_a_story(page)


def _speaks_to_nobody(page: Page) -> bool:
    """Whether paragraphs are told, and none to its readers: walls and servers speak to them."""
    told = [" ".join(node.text().split()) for node in page.tree.css("p")]
    size = sum(len(text.encode()) for text in told)
    return size > _STORY and not any(map(is_addressed, told))


def _has_prose(page: Page, texts: str) -> bool:
    length = 0
    asides = {node.mem_id for node in page.tree.css(_ASIDES)}
    for node in page.tree.css(texts):
        if node.mem_id in asides:
            continue
        text = node.text(deep=node.tag == "p")
        linked = sum(len(link.text()) for link in node.css("a")) if node.tag == "p" else 0
        if len(text) > 80 and linked * 2 < len(text):
            length += len(text)
        if length >= _PROSE:
            return True
    return False
