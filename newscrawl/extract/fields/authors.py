"""Find who wrote an article: in JSON-LD, in meta tags, and in the byline that readers see."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, groupby, islice, pairwise
from typing import Any

from selectolax.lexbor import LexborNode

from newscrawl.extract.fields.byline_parts import parts
from newscrawl.extract.fields.byline_words import OTHERS_WORK_BEFORE
from newscrawl.extract.fields.bylines import LONGEST_BYLINE, looks_like_a_name
from newscrawl.extract.fields.field_forms import each_of
from newscrawl.extract.fields.headline_vicinity import (
    OTHERS_BOXES,
    between_headline_and_story,
    folded,
    is_beside,
    is_of_picture,
    is_topic,
    lines_near_headline,
    near_headline,
    words_before,
)
from newscrawl.extract.fields.json_ld import article_object, referred, strings
from newscrawl.extract.fields.lead_ins import without_own_lead_in
from newscrawl.extract.fields.property_scopes import is_of_another
from newscrawl.extract.fields.seen_bylines import (
    begins_a_byline,
    is_lead_in,
    named_above,
    named_beside,
    names_alone,
    names_behind,
    persons_seen,
)
from newscrawl.extract.fields.stated_fields import language_of
from newscrawl.markup.ancestors import before, with_ancestors
from newscrawl.markup.meta_names import says_author
from newscrawl.markup.seen_text import seen_text
from newscrawl.page import Page

_META = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "sailthru.author")
#: Pairs that networks show beside a link; of these the label may say that the other is a name.
_LABELLED = tuple((f"twitter:label{number}", f"twitter:data{number}") for number in (1, 2))
#: Marked by what search engines and feed readers look for, best first.
_MARKED = (
    '[itemprop~="author"], [property~="author"]:not(meta), [property~="schema:author"], '
    '[property$="schema.org/author"]:not(meta)',
    '[rel~="author"], [rel~="schema:author"], [rel~="sioc:has_creator"]',
    '[itemprop~="creator"], [property~="creator"]:not(meta), [property~="dc:creator"]:not(meta), '
    '[property~="dcterms:creator"]:not(meta), [typeof~="schema:Person"][property~="schema:name"]',
)
_BYLINES = (
    '[class*="byline" i], [class*="author" i]:not([class*="authorit" i]), [class*="autor" i], '
    '[id*="byline" i], '
    '[data-testid*="byline" i], [class*="auteur" i], [class*="signature" i]'
)
#: Asked where none of those names anybody.
_SIGNED = (
    '[id="author" i], [id$="author-name" i], author, [data-component*="byline" i], '
    '[data-testid*="author" i], [data-hook="user-name"], '
    '[class*="writer" i], [class*="reporter" i], [class*="redact" i], '
    '[class*="contributor" i], [class*="ted-by" i], [class*="ten-by" i], [class~="firma" i]'
)
_LINKS = (
    'a[href*="/author"], a[href*="/autor"], a[href*="/auteur"], a[href*="/staff/"], '
    'a[href*="/people/"]'
)
#: What stands in these, or is marked so, was written by others.
_OTHERS_MARKS = (
    *OTHERS_BOXES, "sidebar", "teaser", "footer", "trending",
    "quote", "more-", "promo", "widget", "caption", "credit",
)  # fmt: skip
#: Types of who is no person.
_ORGANISATION = re.compile(r"Organi[sz]ation$|Corporation$")
_MOST = 40
#: Pictures of faces; levels above a name in which one is looked for.
_FACE, _LEVELS = 'img[class*="avatar" i], img[src*="gravatar" i]', 4
#: Characters of a byline with the styles and scripts that it holds.
_LONGEST_PROGRAM = 4_000
#: Nodes above the first paragraph, white space counted, that may be a byline.
_MOST_ABOVE = 4


def linked_authors(page: Page) -> list[str]:
    return strings(_linked(page))


def linked_organisations(page: Page) -> list[str]:
    """Those of them that say that they are no persons."""
    return strings([each for each in each_of(_linked(page)) if _is_organisation(each)])


def _linked(page: Page) -> Any:
    article = article_object(page)
    names = ("author", "authors", "creator", "contributor")
    author, several, creators, contributors = (_in_role(page, article.get(n), n) for n in names)
    authors = author if strings(author) else several
    is_person = any(not _is_organisation(each) for each in each_of(authors))
    told = authors if is_person or not strings(creators) else creators
    return told if strings(told) else contributors


def _in_role(page: Page, value: Any, name: str) -> Any:
    """The persons that a property names, also within a role, which has the property again."""
    if isinstance(value, list):
        return [_in_role(page, each, name) for each in value]
    is_role = isinstance(value, dict) and name in value and not strings(value)
    return referred(page, value[name] if is_role else value)


def _is_organisation(named: Any) -> bool:
    types = strings(named.get("@type")) if isinstance(named, dict) else []
    return any(map(_ORGANISATION.search, types)) and "Person" not in types


def meta_authors(page: Page) -> list[str]:
    """What all meta tags name that one page has for each of its authors."""
    metas = page.all_metas
    named = (name for each in _META for name in metas.get(each, ()))
    others = (v for name, all_ in metas.items() if says_author(name) for v in all_)
    return (
        [*dict.fromkeys(named)]
        or [*dict.fromkeys(others)]
        or [
            page.metas[name]
            for label, name in _LABELLED
            if name in metas and is_lead_in(page.metas.get(label, ""))
        ]
    )


def marked_authors(page: Page) -> list[str]:
    """The names in elements that say of themselves that they name the author."""
    for selector in _MARKED:
        nodes = list(_nodes(page, selector))
        found = _lines(node for node in nodes if not did_another_thing(node))
        # Whom elements call the author though he did something else, if nobody else.
        found = found if persons_seen(found) else _lines(nodes)
        if found:
            return found
    return []


def _lines(nodes: Iterable[LexborNode]) -> list[str]:
    return list(dict.fromkeys(line for node in nodes if (line := _name_in(node))))


def byline_authors(page: Page) -> list[str]:
    """The lines that look like a byline, in the order of the page."""
    nodes = [node for selector in (_BYLINES, _LINKS) for node in _writers(page, selector)]
    return list(dict.fromkeys(chain.from_iterable(map(_names_of, groupby(nodes, _look)))))


def _look(node: LexborNode) -> tuple[int, str | None]:
    """What elements have in common that stand beside each other and name one person each."""
    return node.parent.mem_id if node.parent else 0, node.attributes.get("class")


def _names_of(group: tuple[object, Iterator[LexborNode]]) -> list[str]:
    nodes = list(group[1])
    lines = [line for node in nodes if (line := _name_in(node))]
    around = nodes[0].parent
    if len(lines) < 2 or around is None or not all(map(looks_like_a_name, lines)):
        return lines
    text = " ".join(around.text(separator=" ").split())
    if len(text) > LONGEST_BYLINE:
        return lines
    is_one = all(
        list(parts(f"{one}{_between(text, one, other)}{other}")) == [one, other]
        for one, other in pairwise(lines)
    )
    return [", ".join(lines)] if is_one else lines


def _between(text: str, one: str, other: str) -> str:
    between = text.partition(one)[2].partition(other)[0]
    return between if between.strip() else ", "


def lead_in_authors(page: Page) -> list[str]:
    """The lines near the headline that begin with "By", in any language, or stand behind one.

    Then those that have a role or a date beside the name, or a picture of whom they name; first
    those in elements that are called like one who writes.
    """
    named = filter(None, map(_name_in, _writers(page, _SIGNED)))
    if signed := [line for line in named if persons_seen([line])]:
        return signed
    nodes = list(near_headline(page, _OTHERS_MARKS))
    told = [(node, line) for node in nodes if (line := _without_headline(node))]
    lines, language = [line for _, line in told], language_of(page)
    found = [n for n in lines if begins_a_byline(n) or without_own_lead_in(n, language) != n]
    behind = names_behind(lines)
    # Below the story, those who comment stand above the day.
    above = {n.mem_id for n in between_headline_and_story(page, _OTHERS_MARKS) if not is_topic(n)}
    beside = [
        name
        for (node, line), below in zip(told, [*lines[1:], ""], strict=False)
        if (name := named_beside(line) or named_above(line, below if node.mem_id in above else ""))
        and not is_of_picture(node)
    ]
    pictured = (name for node in nodes if (name := _pictured(page, node)))
    others = (name for name in (*behind, *beside, *pictured) if persons_seen([name]))
    return [*found, *others]


def _without_headline(node: LexborNode) -> str | None:
    """The folded text; of what holds the headline, the text beside it."""
    if node.css_first("h1") is None:
        return folded(node)
    return " ".join((node.text(deep=False) or "").split()) or None


def names_of_others(page: Page, told: Container[str]) -> set[str]:
    """Who, of those that are told of, is named near the headline for something else."""
    named = ((node, folded(node)) for node in lines_near_headline(page))
    return {name for node, name in named if name and name in told and did_another_thing(node)}


def _pictured(page: Page, node: LexborNode) -> str | None:
    """The name that an element has beside a picture of the same name, or of a face."""
    name = folded(node)
    may_be = page.once(_has_face) or name in page.once(_names_of_pictures)
    for holder in islice(with_ancestors(node), _LEVELS if may_be else 0):
        if name is None or folded(holder) is None:
            return None
        if holder.css_first(_FACE) is not None:
            return name.partition(" in ")[0]
        picture = holder.css_first("img[alt]")
        if picture is not None and " ".join((picture.attributes.get("alt") or "").split()) == name:
            return name if looks_like_a_name(name) else None
    return None


def _has_face(page: Page) -> bool:
    return page.tree.css_first(_FACE) is not None


def _names_of_pictures(page: Page) -> set[str]:
    pictures = page.tree.css("img[alt]")
    return {" ".join((each.attributes.get("alt") or "").split()) for each in pictures}


def names_above(page: Page, prose: Sequence[str]) -> tuple[str, ...]:
    """The persons named alone in a line right above one of the paragraphs, the body's first."""
    for node in (p for p in page.tree.css("p") if " ".join(p.text().split()) in prose):
        near = (above for above in islice(before(node), _MOST_ABOVE) if above.tag == "p")
        if names := next(filter(None, (names_alone(folded(above) or "") for above in near)), ()):
            return names
    return ()


def _nodes(page: Page, selector: str) -> Iterator[LexborNode]:
    # An element that fits several of them is found as often.
    nodes = {node.mem_id: node for node in page.css(selector)[:_MOST]}.values()
    return (
        node
        for node in nodes
        if not is_beside(page, node, _OTHERS_MARKS) and not is_of_another(page, node)
    )


def _writers(page: Page, selector: str) -> Iterator[LexborNode]:
    return (node for node in _nodes(page, selector) if not did_another_thing(node))


def did_another_thing(node: LexborNode) -> bool:
    """Whether the words before a name say what else somebody did: "Reviewed by", Ann Lee."""
    name = folded(node)
    is_name = name is not None and looks_like_a_name(name.partition(",")[0])
    return is_name and OTHERS_WORK_BEFORE.search(" ".join(words_before(node).split())) is not None


def _name_in(node: LexborNode) -> str | None:
    """The folded text; of a marked group, the name in it. None where it is no line."""
    named = node.css_first('[itemprop~="name"], [property~="name"]') or node
    is_told = named.tag == "meta" or "property" in named.attributes
    given = named.attributes.get("content") if is_told else None
    if given:
        return " ".join(given.split())
    # To the parser, what is written for programs is text.
    if named.css_first("style, script") and len(named.text()) <= _LONGEST_PROGRAM:
        return seen_text(named, " ")[:LONGEST_BYLINE]
    return _several_in(named) or folded(named)


def _several_in(node: LexborNode) -> str | None:
    """The names that stand in elements of their own with nothing between them, parted."""
    leaves = [leaf for leaf in node.css("*") if next(leaf.iter(), None) is None]
    parts = [line for line in map(folded, leaves) if line]
    if not all(map(looks_like_a_name, parts)) or len(set(parts)) < 2:
        return None
    return ", ".join(parts) if " ".join(parts) == folded(node) else None
