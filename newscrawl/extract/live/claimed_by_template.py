"""Find the entries of a live blog that nobody described, by what they have in common.

Its posts are elements of one name, none inside another, each with a time and with prose; or what
stands below headings that begin with a time.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from newscrawl import urls
from newscrawl.article import BODY_KINDS, Block, BlockKind, Kind
from newscrawl.boilerplate.folding import fold
from newscrawl.extract.body.blocks import cuts_in
from newscrawl.extract.body.find_body import outermost
from newscrawl.extract.fields.stated_fields import linked_kind
from newscrawl.extract.live.claimed_in_html import claimed, heads_of, is_head, moments_in
from newscrawl.markup.ancestors import ancestors, with_ancestors
from newscrawl.outlet import ClaimedEntry, LiveEntries
from newscrawl.page import Page

#: What is said of an entry, with the indexes of its blocks where these are known.
Claim: TypeAlias = tuple[ClaimedEntry, tuple[int, ...] | None]
#: What live blogs are called in addresses and titles.
_LIVE = re.compile(
    r"\blive\b|live-?(?:blog|ticker|bericht|updates?)|news-?(?:blog|ticker)|\bticker\b"
    r"|minuto a minuto"
    r"|\ben[- ](?:direct|directo|vivo)\b|\b(?:in )?diretta\b|ao[- ]vivo|\bcanl[ıi]\b|na[- ][żz]ywo"
    r"|\bdirekte\b|онлайн|хроника|наживо|速報|中継",
    re.IGNORECASE,
)
_TIMES = (
    "time, [datetime], [data-timestamp], [data-time], [data-datetime],"
    ' [class*="time" i], [class*="date" i]'
)
_AUTHORS = '[itemprop="author"], [rel="author"], [class*="author" i], [class*="byline" i]'
_ENTRIES = LiveEntries(each="*", time=_TIMES, author=_AUTHORS)
#: A date, or a time of the day.
_MOMENT = re.compile(r"(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d|\b\d{10}")
_CLOCK = re.compile(
    r"(?P<time>\d{1,2}[:.]\d\d)(?: ?(?:Uhr|h|Hs?|a\.?m\.?|p\.?m\.?)\b\.?)?\s*[:–—|-]?\s*"
)
#: So many posts make a live blog, with so many letters each.
_FEWEST, _LETTERS = 3, 40
#: A time or a name has fewer letters; so many of an element's classes are looked at.
_LONGEST, _LONGEST_NAMES = 80, 500
#: Times of a page that are looked at, elements above each, and names of elements.
_MOST, _ABOVE, _GROUPS = 2000, 8, 8
#: Of the article's text, this share is in the posts; those of two names that have as much.
_SHARE, _ALL = 0.5, 0.9
_HEADING_LINKS = ", ".join(f"{h} a[href], a[href] {h}" for h in ("h2", "h3", "h4", "h5"))
_ENDING = re.compile(r"\.[a-z]{3,5}$")
_NUMBERS = re.compile(r"\d+|[0-9a-f]{8,}")
#: What readers say, and what stands beside an article: it has times and prose, too.
_OTHERS = re.compile(
    r"comment(?!ar)|kommentare|disqus"
    r"|(?:^|[\s_-])(?:repl(?:y|ies)|teasers?|related|recommend\w*|popular|trending)(?:$|[\s_-])",
    re.IGNORECASE,
)


def claimed_by_template(page: Page, blocks: Sequence[Block]) -> list[Claim]:
    """The posts in the order of the page, with the indexes of their blocks where these are known.

    None where the page does not say that it is a live blog.
    """
    if not _says_live(page):
        return []
    return [(claim, None) for claim in _in_elements(page, blocks)] or _below_headings(blocks)


def _in_elements(page: Page, blocks: Sequence[Block]) -> list[ClaimedEntry]:
    lines = {fold(b.text): len(b.text) for b in blocks if b.kind in BODY_KINDS}
    least = sum(lines.values()) * _SHARE
    likely = [each for each in _alike(page) if _length(each) >= least]
    likely = [each for each in likely if not _are_others(page, each)]
    found = list[tuple[int, list[ClaimedEntry]]]()
    for nodes in sorted(likely, key=_length, reverse=True)[:_GROUPS]:
        told = [claim for node in nodes if (claim := _claim(page, node))]
        said = {line for claim in told for line in (claim.text or "").split("\n")}
        covered = sum(lines.get(fold(line), 0) for line in said)
        if len(told) >= _FEWEST and len(told) * 2 > len(nodes) and covered > least:
            found.append((covered, told))
    most = max((covered for covered, _ in found), default=0)
    # A day holds its posts, and as much text.
    alike = (told for covered, told in found if covered >= _ALL * most)
    return max(alike, key=len, default=[])


def _below_headings(blocks: Sequence[Block]) -> list[Claim]:
    """A post goes from a heading that begins with a time to the next heading."""
    heads = [at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    found = list[Claim]()
    for at, behind in pairwise([*heads, len(blocks)]):
        told = _CLOCK.match(blocks[at].text)
        own = tuple(n for n in range(at + 1, behind) if blocks[n].kind in BODY_KINDS)
        if told and own:
            headline = blocks[at].text[told.end() :].strip() or None
            claim = ClaimedEntry(headline=headline, published=told["time"])
            found.append((claim, own))
    return found if len(found) >= _FEWEST else []


def _says_live(page: Page) -> bool:
    if linked_kind(page) is Kind.LIVE:
        return True
    said = (urls.path_of(page.url), page.metas.get("og:title"), page.text_of("title"))
    return any(_LIVE.search(each) for each in said if each)


def _alike(page: Page) -> Iterator[list[LexborNode]]:
    """Elements that hold times, by a name that they share, in the order of the page."""
    groups: defaultdict[str, dict[int, LexborNode]] = defaultdict(dict)
    for time in page.tree.css(_TIMES)[:_MOST]:
        near = islice(ancestors(time), _ABOVE)
        for above in takewhile(lambda each: each.tag not in ("body", "html"), near):
            for name in _names(above):
                groups[name].setdefault(above.mem_id, above)
    seen = set[tuple[int, ...]]()
    for found in groups.values():
        nodes = [*outermost([*found.values()])]
        which = tuple(node.mem_id for node in nodes)
        if len(nodes) >= _FEWEST and which not in seen:
            seen.add(which)
            yield nodes


def _names(node: LexborNode) -> Iterator[str]:
    given = node.attributes
    yield from (f"{node.tag}.{name}" for name in (given.get("class") or "").split())
    if own := given.get("id"):
        yield f"{node.tag}#{_NUMBERS.sub('#', own)}"
    yield from (f"[{name}]" for name in given if name.startswith("data-") or name == "itemtype")


def _are_others(page: Page, nodes: Sequence[LexborNode]) -> bool:
    """Whether elements are comments, or lead to other articles: by most of them."""
    others = sum(_is_beside(node) or _leads_away(page, node) for node in nodes)
    return others * 2 > len(nodes)


def _is_beside(node: LexborNode) -> bool:
    """Whether it, or an element around it that is not the whole story, is named like that."""
    for around in with_ancestors(node):
        given = around.attributes
        if _OTHERS.search(f"{given.get('class') or ''} {given.get('id') or ''}"[:_LONGEST_NAMES]):
            return around.css_first("h1") is None
    return False


def _leads_away(page: Page, node: LexborNode) -> bool:
    """Whether its heading is a link to another page; a post's own is below the live blog's."""
    link = node.css_first(_HEADING_LINKS)
    address = urls.absolute(page.url, link.attributes.get("href") or "") if link else None
    return address is not None and not _bare(address).startswith(_bare(page.url))


def _bare(address: str) -> str:
    return _ENDING.sub("", urls.path_of(address).partition("?")[0].rstrip("/"))


def _length(nodes: Sequence[LexborNode]) -> int:
    return sum(len(node.text()) for node in nodes)


def _claim(page: Page, node: LexborNode) -> ClaimedEntry | None:
    """What an element says as an entry; None where it has no time, or no prose."""
    times = [each.strip() for each in moments_in(node, _TIMES)]
    times = [each for each in times if len(each) <= _LONGEST and _MOMENT.search(each)]
    if not times:
        return None
    heads = [head for head in heads_of(node, _ENTRIES) if len(head.text()) <= _LONGEST]
    cuts = (cut for cut in cuts_in(node)[1] if cut.kind in BODY_KINDS and not cut.is_link)
    lines = [cut.text for cut in cuts if not is_head(cut, heads)]
    if lines and len(lines[0]) <= _LONGEST and lines[0].startswith(tuple(times)):
        lines = lines[1:]
    if sum(map(len, lines)) < _LETTERS:
        return None
    return replace(claimed(page, node, _ENTRIES), published=times[0], text="\n".join(lines))
