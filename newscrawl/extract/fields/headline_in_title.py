"""Find the headline of a page without a main heading in what the page is called."""

import re
from collections.abc import Sequence

from newscrawl.boilerplate.folding import letters
from newscrawl.extract.fields.identity import site_names
from newscrawl.extract.fields.property_scopes import is_of_another
from newscrawl.extract.fields.site_name_in_title import without_site_name
from newscrawl.extract.fields.title_words import title_parts, words_in
from newscrawl.markup.seen_text import seen_text
from newscrawl.page import Page

_HEADINGS = '[itemprop~="headline"], h2, h3, h4, [class*="headline" i], [class*="title" i]'
_MARKED = (
    '[itemprop~="headline"]:not(meta), [property~="headline"]:not(meta), '
    '[property~="schema:headline"]:not(meta)'
)
#: Headings that hold the site's name.
_OF_SITE = re.compile(r"(?:site|blog|page)[-_]?(?:title|name|header)|brand|logo", re.IGNORECASE)
#: A page has no more of them above its story; what has fewer words names a section.
_MOST, _FEWEST_WORDS = 40, 3
#: Characters of an element that holds a heading, styles counted, and not what stands below it.
_LONGEST = 10_000
#: What parts the title of a page from its site's name.
_TAIL = re.compile(r"\s[|–—»-]\s|\s::\s")
#: A site's name is so much shorter than a headline.
_LONGEST_TAIL, _FEWEST_BEFORE = 4, 4
_SENTENCE = re.compile(r"[.!?…:]$|^[a-zà-öø-ÿа-яё\d\"'“„«]")


def heading_in_title(page: Page) -> str | None:
    """The heading that is the title, the longest that is a part of it, or what the title is but
    for a few words at its end, where it names nothing that a heading does.
    """
    given = (page.metas.get("og:title"), page.text_of("title"))
    names = [" ".join(name.split()) for name in given if name and len(name) <= _LONGEST]
    if not names or _is_said_alone(names):
        return None
    nodes = page.tree.css(_HEADINGS)[:_MOST]
    own = (
        node
        for node in nodes
        if not _OF_SITE.search(node.attributes.get("class") or "") and len(node.text()) <= _LONGEST
    )
    said = [(node.tag or "", text) for node in own if (text := seen_text(node, " "))]
    headings = dict.fromkeys(text for _, text in said)
    # What is called a title and is no heading may be for those who share the page.
    if whole := [each for tag, each in said if _is_whole(tag, each, names)]:
        return whole[0]
    told = [each for each in headings if any(_is_part(each, name) for name in names)]
    if told:
        return max(told, key=len)
    is_lone = len(names) == 1 and without_site_name(names[0], site_names(page, None)) == names[0]
    return _without_tail(names[0]) if is_lone else None


def marked_headline(page: Page) -> str | None:
    """What an element or a meta tag for machines says to be the headline of the page's article."""
    nodes = (node for node in page.tree.css(_MARKED) if not is_of_another(page, node))
    said = (node.attributes.get("content") or seen_text(node, " ") for node in nodes)
    return next(filter(None, map(str.strip, said)), None)


def _is_said_alone(names: Sequence[str]) -> bool:
    """Whether one name is the other without more: what that has is no site's, but the headline."""
    shorter, longer = min(names, key=len), max(names, key=len)
    return shorter in longer and shorter != longer


def _is_whole(tag: str, heading: str, names: Sequence[str]) -> bool:
    return tag in ("h2", "h3", "h4") and letters(heading) in map(letters, names)


def _is_part(heading: str, name: str) -> bool:
    """Whether a heading is what a title says before, between or behind other things."""
    before, found, behind = name.partition(heading)
    # Chinese titles are parted by a sign that is a letter, too.
    is_apart = not any(sign.isalnum() and sign != "丨" for sign in (before[-1:], behind[:1]))
    is_less = before.strip() or behind.strip()
    return bool(found and is_apart and is_less) and words_in(heading) >= _FEWEST_WORDS


def _without_tail(title: str) -> str | None:
    parts = title_parts(title)
    tail, found = parts[-1].strip(), list(_TAIL.finditer(title))
    before = title[: found[-1].start()].strip() if found else ""
    is_site = found and title[found[-1].end() :].strip() == tail and not _SENTENCE.search(tail)
    is_short = words_in(tail) <= _LONGEST_TAIL and words_in(tail) < words_in(before)
    return before if is_site and is_short and words_in(before) >= _FEWEST_BEFORE else None
