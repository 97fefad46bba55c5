"""Find the headline as readers see it, without its section or a kicker."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, islice

from selectolax.lexbor import LexborNode

from newscrawl.extract.fields.json_ld import article_object, text
from newscrawl.extract.fields.title_words import LONGEST, set_of_words, title_parts, words_in
from newscrawl.markup.seen_text import ANCHORS, seen_text
from newscrawl.page import Page

#: What holds the headline where the main heading is a logo.
HEADINGS_BELOW = "article h2, main h2"
_WORD = re.compile(r"[^\W_]+")
#: A heading with fewer of its words in what the page is called elsewhere names something else.
_LIKENESS = 0.4
#: The page's only heading, with so many words, may be worded more freely.
_LONE_LIKENESS, _LONE_WORDS = 0.2, 4
#: A heading with this share of its words in what the page is called is the page's headline.
OWN_LIKENESS = 0.6
#: What stands before a headline in its heading, and not in the title, has so many words.
LONGEST_LABEL = 3
#: A tail that two names of a page share behind different kickers has so many words.
FEWEST_SHARED = 4
#: A word with the marks around it, but none that opens what follows.
_SAID = re.compile(r"[\W_]*[^\W_]+[^\w\s(\[{]*")
#: What all other names agree on has so many words, or says too little.
_FEWEST_NAMED = 3
_KICKER = re.compile(r"\s[|–—-]\s|:\s")
#: Headings after so many are those of lists.
_MOST_HEADINGS = 12


def agreed_headline(page: Page) -> str | None:
    """What all that is written for machines calls the article, which no heading outweighs."""
    linked = text(article_object(page).get("headline"))
    others = (page.metas.get("og:title"), page.text_of("title"))
    agree = linked and all(_names(other or "", linked) for other in others)
    return linked if agree else None


def likeness_to_page(page: Page, heading: str) -> float:
    """How much a heading is like what the page is called outside its headings: 0 to 1.

    That is how much of it is in the name most like it, and the other way round.
    """
    words, called = set_of_words(heading), page.once(_words_called)
    shared = (len(words & other) / max(len(words), len(other)) for other in called)
    return max(shared, default=0.0) if words else 0.0


def is_headline(page: Page, heading: str) -> bool:
    """Whether a heading is the page's own: the page is called like it outside its headings."""
    return likeness_to_page(page, heading) >= OWN_LIKENESS


def best_likeness(page: Page) -> float:
    """How much the main heading that is most like what the page is called is like it."""
    return max((likeness for likeness, _ in page.once(_likenesses)), default=0.0)


def _likenesses(page: Page) -> list[tuple[float, str]]:
    """The texts of the main headings, with how much they are like what the page is called."""
    return [(likeness_to_page(page, heading), heading) for heading in _headings(page)]


def _names(title: str, headline: str) -> bool:
    """Whether a title is the headline, with or without the site's name behind or before it."""
    said, told = _plain(title), _plain(headline)
    return f"{said} ".startswith(f"{told} ") or f" {said}".endswith(f" {told}")


def visible_headline(page: Page) -> str | None:
    """The page's main heading, where the page is called like it elsewhere too.

    What stands before the headline inside the same heading (a kicker) is left out where another
    source gives the headline alone.
    """
    found = page.once(_likenesses)
    likeness, best = max(found, key=lambda each: each[0], default=(0.0, ""))
    is_lone = len(page.once(main_headings)) == 1 and words_in(best) >= _LONE_WORDS
    if likeness < (_LONE_LIKENESS if is_lone else _LIKENESS):
        return None
    headline = _without_kicker(best, page.once(_called), page.once(_begins))
    return _without_note(headline, page.once(_called), page.once(_begins))


def _begins(page: Page) -> frozenset[str]:
    """What the main headings begin with in elements of its own, or before one."""
    texts = (node.text(separator="\0") for node in page.once(main_headings)[:_MOST_HEADINGS])
    parted = ([p for t in text[:LONGEST].split("\0") if (p := _plain(t))] for text in texts)
    return frozenset(begin for parts in parted for begin in accumulate(parts[:-1], "{} {}".format))


def _without_note(heading: str, called: Sequence[str], begins: Set[str]) -> str:
    """The heading without what stands behind it in an element of its own, a byline or a button,
    where all else that names the page ends before that.
    """
    names = {_plain(max(title_parts(name), key=len)) for name in called}
    if len(names) != 1 or not (name := names.pop()) or name not in begins:
        return heading
    if _plain(heading) == name or words_in(name) < _FEWEST_NAMED:
        return heading
    # One by one: there is no telling how much stands behind.
    words = islice(_SAID.finditer(heading[:LONGEST]), len(name.split()))
    said = "".join(found[0] for found in words)
    return said.strip() if _plain(said) == name else heading


def _called(page: Page) -> tuple[str, ...]:
    """What the page is called outside its headings."""
    names = (
        text(article_object(page).get("headline")),
        page.metas.get("og:title"),
        page.metas.get("twitter:title"),
        page.text_of("title"),
    )
    return tuple(name for name in names if name)


def _words_called(page: Page) -> list[frozenset[str]]:
    """The words of each name and of its longest part: "The story | The Paper" has a site's too."""
    names = page.once(_called)
    parts = (part for name in names for part in (name, max(title_parts(name), key=len)))
    # All names are mostly the same.
    return list(dict.fromkeys(words for part in parts if (words := set_of_words(part))))


def main_headings(page: Page) -> list[LexborNode]:
    """The headings of the first level, else what is said to be one for those who cannot see."""
    return page.tree.css("h1") or page.tree.css('[role="heading"][aria-level="1"]')


def _headings(page: Page) -> Iterator[str]:
    """Each heading twice: a line break or a kicker may part words, or a letter's markup may not."""
    nodes = page.once(main_headings)[:_MOST_HEADINGS]
    texts = (seen_text(node, separator) for node in nodes for separator in ("", " "))
    return (each for each in texts if each)


def _without_kicker(heading: str, called: Sequence[str], begins: Set[str]) -> str:
    """The heading; as another source spells it where that one parts a kicker from it.

    Where two sources put different kickers before the same words, those words are the headline.
    """
    if not any(heading in name for name in called):
        mark, _, rest = heading.partition(" ")
        # A plus or a star of articles that cost something.
        is_marked = rest and not _WORD.search(mark) and any(n.startswith(rest) for n in called)
        heading = rest if is_marked else heading
        heading = heading[:-1].rstrip() if heading[-1:] in ANCHORS else heading
    *others, title = called
    for name in filter(None, (*others, _title_without_label(heading, title, begins))):
        if _plain(name) == _plain(heading) and len(name) > len(heading):
            return name
        rest = _plain(heading).removesuffix(_plain(name))
        if rest != _plain(heading) and rest.endswith(" ") and words_in(name) > 2:
            return name
        if told := _behind_another_kicker(heading, name, begins):
            return told
    return heading


def _title_without_label(heading: str, title: str, begins: Set[str]) -> str:
    """The longest part of the title, no site's name, where the heading has a label more, apart."""
    part = max(title_parts(title), key=len)
    label = heading[: -len(part)].rstrip()
    # What a colon parts is said by whoever wrote the headline.
    is_label = label[-1:] != ":" and words_in(label) <= LONGEST_LABEL and _plain(label) in begins
    return part if is_label and _plain(heading) not in _plain(title) else ""


def _behind_another_kicker(heading: str, name: str, begins: Set[str]) -> str | None:
    """The words that both end in, where the kickers before them share none.

    The heading's stands before a sign, or in an element of its own.
    """
    kicker, *told = _KICKER.split(name, maxsplit=1)
    rest = told[0] if told and words_in(told[0]) >= FEWEST_SHARED else ""
    before = heading.removesuffix(rest)
    if not rest or before == heading or set_of_words(before) & set_of_words(kicker):
        return None
    is_parted = _KICKER.split(heading, maxsplit=1)[1:] == [rest] or _plain(before) in begins
    return rest if is_parted else None


def _plain(given: str) -> str:
    return " ".join(_WORD.findall(given[:LONGEST].casefold()))
