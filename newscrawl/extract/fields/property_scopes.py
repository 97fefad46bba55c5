"""Whose a property in microdata or RDFa is: the page's article's, or another thing's."""

import re
from itertools import islice, takewhile

from selectolax.lexbor import LexborNode

from newscrawl.extract.fields.headline import is_headline, main_headings
from newscrawl.extract.fields.json_ld import is_same_address
from newscrawl.extract.fields.title_words import words_in
from newscrawl.markup.ancestors import ancestors, with_ancestors
from newscrawl.page import Page
from newscrawl.urls import absolute

_ARTICLE = re.compile(r"(?:Article|Posting|Report)\b")
#: Things that have authors and dates of their own.
_ANOTHERS = re.compile(
    r"(?:Comment|Answer|Review|ImageObject|VideoObject|AudioObject|Product|Event|Book|Movie)\b"
)
_ARTICLES = ", ".join(
    f'[{name}*="{kind}"]' for name in ("itemtype", "typeof") for kind in ("Article", "Posting")
)
_HEADLINE = '[itemprop~="headline"], [property~="headline"], [property~="schema:headline"]'
_URL = '[itemprop~="url"], [itemprop~="mainEntityOfPage"], [property~="url"]'
#: The linked heading of a card, in a link and in a list of links; levels of a card.
_LINKED = ", ".join(f'h{level} a[href]:not([href^="#"])' for level in (2, 3, 4))
_HEADS = {"a": "h2, h3, h4", "li": 'a[href]:not([href^="#"])'}
_CARD, _LONGEST_CARD, _FEWEST_WORDS = 3, 500, 4
#: Properties of one name in an article that are looked at, those of the things in it among them.
_MOST_ASKED = 20


def is_of_another(page: Page, node: LexborNode | None) -> bool:
    """Whether a property is of a comment, a picture, or an article that is not the page's."""
    if node is not None and _is_on_card(page, node):
        return True
    known, climbed, answer = page.once(_known_things), [], False
    for around in ancestors(node):
        if (of := around.mem_id) in known:
            answer = known[of]
            break
        climbed.append(of)
        given = around.attributes
        kind = given.get("itemtype") or given.get("typeof") or ""
        if kind and (is_anothers := _ANOTHERS.search(kind) or _ARTICLE.search(kind)):
            answer = is_anothers.re is _ANOTHERS or _is_another(page, around)
            break
    # No element is asked twice.
    known.update(dict.fromkeys(climbed, answer))
    return answer


def _known_things(_: Page) -> dict[int, bool]:
    """Whether what stands right in an element, by ``mem_id``, is of another thing."""
    return {}


def _is_on_card(page: Page, node: LexborNode) -> bool:
    """Whether an element stands beside the linked heading of another article, or in its link."""
    known = page.once(_known_cards)
    for around in islice(ancestors(node), _CARD):
        if around.mem_id not in known:
            known[around.mem_id] = _is_card(page, around)
        if (found := known[around.mem_id]) is not None:
            return found
    return False


def _known_cards(_: Page) -> dict[int, bool | None]:
    """What is known of elements by ``mem_id``: many that are asked for share those around them."""
    return {}


def _is_card(page: Page, around: LexborNode) -> bool | None:
    """Whether an element is another article's card; None where that around it may be one."""
    # What holds the headline often holds the story: its length is not asked for nothing.
    is_whole = around.tag in ("main", "body") or holds_main_heading(page, around)
    if is_whole or len(around.text()) > _LONGEST_CARD:
        return False
    head = around.css_first(_HEADS.get(around.tag or "", _LINKED))
    said = head.text(separator=" ") if head is not None else ""
    # Fewer may be the author's name.
    return not is_headline(page, said) if words_in(said) >= _FEWEST_WORDS else None


def holds_main_heading(page: Page, node: LexborNode) -> bool:
    """Whether an element is a main heading or holds one: many are asked for."""
    return node.mem_id in page.once(_around_headings)


def _around_headings(page: Page) -> set[int]:
    found = set[int]()
    for heading in page.once(main_headings):
        ids = (each.mem_id for each in with_ancestors(heading))
        found.update(takewhile(lambda of: of not in found, ids))
    return found


def _articles(page: Page) -> int:
    return len(page.tree.css(_ARTICLES))


def _is_another(page: Page, article: LexborNode) -> bool:
    """Whether one of several says by its address, else by its headline, that it is another."""
    if page.once(_articles) < 2:
        return False
    named = _own(article, _URL)
    address = named.attributes.get("href") or named.attributes.get("content") if named else None
    found = absolute(page.url, address) if address else None
    if found is not None and is_same_address(found, page.url):
        return False
    headline = _own(article, _HEADLINE)
    given = headline.attributes.get("content") or headline.text(separator=" ") if headline else ""
    return bool(given.strip()) and not is_headline(page, given)


def _own(article: LexborNode, selector: str) -> LexborNode | None:
    """The first property of the thing itself, and of none that it holds."""
    return next(
        (n for n in article.css(selector)[:_MOST_ASKED] if _holder(n) == article.mem_id), None
    )


def _holder(node: LexborNode) -> int | None:
    """The element of the thing that a property is of."""
    given = ((around.mem_id, around.attributes) for around in ancestors(node))
    return next((of for of, names in given if names.get("itemtype") or names.get("typeof")), None)
