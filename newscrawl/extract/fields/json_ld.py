"""Read the JSON-LD of a page: the object that describes its article, whatever its shape."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newscrawl import urls
from newscrawl.markup.folded_text import folded
from newscrawl.markup.unfilled import is_unfilled
from newscrawl.page import Page

_ARTICLE_TYPE = re.compile(
    r"(?:Article|Posting|Report|Review|Coverage|PressRelease)[\s/]*$|^News$", re.IGNORECASE
)
#: Of a page without an article: what it may be about, where that is called like the page.
_WORK_TYPE = re.compile(
    r"(?:VideoObject|AudioObject|Episode|Gallery|Interview|Recipe|HowTo|CreativeWork)$",
    re.IGNORECASE,
)
#: Properties under which a page's object holds the article itself.
_HOLDERS = ("mainEntity", "mainEntityOfPage")
#: The same of a blog that tells of itself on the page of a post, and where nothing else is told.
_BLOG = ("blogPost", "hasPart", "about", "subjectOf")
_QUERY = re.compile(r"[?#].*$", re.DOTALL)
#: Properties under which a value has its text, best first.
_TEXTS = ("name", "@value", "value", "@list", "@set")
#: What programs number the values of a list by, and languages its texts.
_NUMBERS_OR_LANGUAGES = re.compile(r"\d+|[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
#: What a page's own object says of its article, where the article's does not.
_OF_PAGE = ("author", "inLanguage", "isAccessibleForFree")
#: What is said in a forum or a network, or of a claim, beside the article that it is about.
_TALK = frozenset({"DiscussionForumPosting", "SocialMediaPosting", "ClaimReview"})
#: References to look behind, at most: they may run in a circle.
_STEPS = 3
#: Where an object says its address.
_OWN_ADDRESSES = ("url", "mainEntityOfPage", "@id")
#: Addresses of an object that are compared with those of another.
_MOST_ADDRESSES = 8
#: Letters of a title in which a headline is looked for.
_LONGEST_TITLE = 1000
#: A headline of so many words that shares less of them with what the page is called is another's.
_TELLING, _SHARED = 4, 0.3


def article_object(page: Page) -> dict[str, Any]:
    """The JSON-LD object that describes the article; empty if there is none.

    Where there are several, the one of this address, else the one called like the page: teasers,
    cited works and the articles of an endless page are others. Else the first with a headline.
    """
    return page.once(_article_object)


def _article_object(page: Page) -> dict[str, Any]:
    found = [each for each in with_held(page.linked_data) if _is_article(each)]
    found = found or [e for e in with_held(page.linked_data, _BLOG) if _is_article(e)]
    if len(found) > 1:
        found.sort(key=lambda each: _rank(page, each))
    if found and _is_of_another(page, found[0]):
        found = []
    article, *others = found or [*_works(page), {}]
    about = page.once(about_page)
    same = (each for each in others if not _is_talk(each) and _is_same(page, article, each))
    return _filled(article, [*same, {name: about.get(name) for name in _OF_PAGE}])


def _rank(page: Page, found: Mapping[str, Any]) -> tuple[bool, bool, int, bool]:
    """The page's own before others, of these what is no talk: a claim is reviewed at the address
    of the article that does so.
    """
    likeness = _likeness(page, found)
    return not likeness, _is_talk(found), -likeness, not found.get("headline")


def _works(page: Page) -> list[dict[str, Any]]:
    """A video, a gallery and their like that are called like the page, or have its address."""
    found = (each for each in page.linked_data if _is_of_type(each, _WORK_TYPE))
    return [each for each in found if _likeness(page, each)][:1]


def _is_same(page: Page, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two objects describe one article: by their addresses, else by their headlines."""
    addresses, others = _named_at(page, one), _named_at(page, other)
    if addresses and others:
        return any(is_same_address(a, b) for a in addresses for b in others[:_MOST_ADDRESSES])
    return bool(called := _title(one)) and called == _title(other)


def _filled(article: dict[str, Any], others: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The article with what other objects say of it, where it leaves that empty."""
    more = {
        name: value
        for other in reversed(others)
        for name, value in other.items()
        if not _is_empty(value) and _is_empty(article.get(name))
    }
    return {**article, **more} if more else article


def _is_empty(value: Any) -> bool:
    """Whether a value says nothing, as a person does without a name; "false" says something."""
    if isinstance(value, Mapping):
        return all(_is_empty(each) for name, each in value.items() if name != "@type")
    if isinstance(value, list):
        return all(map(_is_empty, value))
    return value is None or (isinstance(value, str) and not value.strip())


def about_page(page: Page) -> Mapping[str, Any]:
    """The object of this page itself, beside that of its article or instead of it."""
    for each in page.linked_data:
        if any(name.endswith("Page") for name in strings(each.get("@type"))):
            addresses = _named_at(page, each)
            own = (page.url, *page.once(told_addresses)) if addresses else ()
            if not addresses or any(is_same_address(a, url) for a in addresses for url in own):
                return each
    return {}


def _is_of_another(page: Page, found: Mapping[str, Any]) -> bool:
    """Whether an object names another page, and a headline that shares hardly a word with this."""
    addresses = _named_at(page, found)
    if not addresses or any(is_same_address(address, page.url) for address in addresses):
        return False
    words = set(" ".join(strings(found.get("headline"))).casefold().split())
    called = page.once(_called)
    if len(words) < _TELLING or not called:
        return False
    if any(len(words & set(name.split())) >= _SHARED * len(words) for name in called):
        return False
    told = page.once(told_addresses)
    return not any(is_same_address(each, url) for each in addresses for url in told)


def told_addresses(page: Page) -> list[str]:
    """What a page says its address is: it may be a copy for phones."""
    named = page.tree.css_first('head link[rel~="canonical" i][href]')
    given = (page.metas.get("og:url"), named.attributes.get("href") if named else None)
    told = (urls.absolute(page.base, each) for each in given if each)
    return [url for url in told if url]


def _likeness(page: Page, found: Mapping[str, Any]) -> int:
    """Whether an object says that it is this page: 2 by its address, 1 by its headline, else 0."""
    addresses = _named_at(page, found)
    if any(is_same_address(address, page.url) for address in addresses):
        return 2
    if addresses:
        return 0
    title = _title(found)
    is_work = not _is_article(found)
    named = (name for name in page.once(_called) if title in name)
    return int(bool(title) and any(not is_work or 2 * len(title) >= len(name) for name in named))


def _title(found: Mapping[str, Any]) -> str:
    return " ".join(strings(found.get("headline")) or strings(found.get("name"))).casefold()


def _called(page: Page) -> list[str]:
    """What the page is called, by whom; asked of each object, of which there may be thousands."""
    called = (page.text_of("title"), page.metas.get("og:title"), page.text_of("h1"))
    return [name[:_LONGEST_TITLE].casefold() for name in called if name]


def _named_at(page: Page, found: Mapping[str, Any]) -> list[str]:
    given = (_absolute(page, address) for address in addresses_in(found, _OWN_ADDRESSES))
    return [address for address in given if address]


def addresses_in(found: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """The addresses that an object names as its own, by these properties, in their order."""
    held = map(found.get, names)
    named = [
        each.get("@id") or each.get("url") if isinstance(each, Mapping) else each for each in held
    ]
    return strings(named)


def _absolute(page: Page, given: str) -> str | None:
    """The whole address; None for what is no address, or only a part of a page."""
    if given.startswith("/"):
        return urls.absolute(page.url, given)
    is_whole = given.startswith(("https://", "http://"))
    is_page = "#" not in given or is_same_address(given, page.url)
    return given if is_whole and is_page else None


def is_same_address(address: str, url: str) -> bool:
    """Whether two addresses differ in nothing but scheme, query, fragment and the last slash."""
    return _bare(address) == _bare(url)


def _bare(address: str) -> str:
    return _QUERY.sub("", address).partition("//")[2].removeprefix("www.").rstrip("/")


def with_held(
    objects: Sequence[dict[str, Any]], holders: Iterable[str] = _HOLDERS
) -> Iterator[dict[str, Any]]:
    """The objects, each before those that it holds under these properties."""
    for each in objects:
        yield each
        for held in map(each.get, holders):
            several = held if isinstance(held, list) else [held]
            yield from (value for value in several if isinstance(value, dict))


def _is_talk(found: Mapping[str, Any]) -> bool:
    return not _TALK.isdisjoint(strings(found.get("@type")))


def _is_article(found: Mapping[str, Any]) -> bool:
    is_untyped = not strings(found.get("@type")) and "headline" in found
    return is_untyped or _is_of_type(found, _ARTICLE_TYPE)


def _is_of_type(found: Mapping[str, Any], types: re.Pattern[str]) -> bool:
    return any(map(types.search, strings(found.get("@type"))))


def objects_of_type(page: Page, name: str) -> list[dict[str, Any]]:
    return [each for each in page.linked_data if name in strings(each.get("@type"))]


def referred(page: Page, value: Any, steps: int = _STEPS) -> Any:
    """The value with ``{"@id": …}`` replaced by the object of that id, where the page has it.

    A text that is such an id is as well.
    """
    if isinstance(value, list):
        return [referred(page, each, steps) for each in value]
    is_object = isinstance(value, dict)
    if not (is_object or isinstance(value, str)) or not steps:
        return value
    if is_object and (strings(value) or "url" in value):
        return value
    of_id = value.get("@id") if is_object else value
    named = page.once(_named).get(of_id) if isinstance(of_id, str) else None
    return referred(page, named, steps - 1) if named else value


def _named(page: Page) -> dict[str, dict[str, Any]]:
    """The objects with a name, by their id: of two of one id the first counts."""
    named = (each for each in reversed(page.linked_data) if strings(each))
    return {of_id: each for each in named if isinstance(of_id := each.get("@id"), str)}


def strings(value: Any) -> list[str]:
    """The texts in a JSON-LD value: one, a list of them, or objects with a name."""
    if isinstance(value, str):
        return [value] if value.strip() and not is_unfilled(value) else []
    if isinstance(value, Mapping):
        found = next((found for name in _TEXTS if (found := strings(value.get(name)))), [])
        return found or _full_name(value) or _parts(value)
    if isinstance(value, Sequence):
        return [text for item in value for text in strings(item)]
    return []


def _full_name(person: Mapping[str, Any]) -> list[str]:
    """The name of somebody whose names are given apart; else another name than ``name``."""
    for given, family in (("givenName", "familyName"), ("firstName", "lastName")):
        names = [strings(person.get(name)) for name in (given, family)]
        if all(names):
            return [" ".join(name[0] for name in names)]
    return strings(person.get("alternateName"))


def _parts(value: Mapping[str, Any]) -> list[str]:
    """The texts of a list that a program wrote as an object; of one in several languages, one."""
    if not value or not all(map(_NUMBERS_OR_LANGUAGES.fullmatch, value)):
        return []
    found = strings(list(value.values()))
    return found if next(iter(value)).isdigit() else found[:1]


def text(value: Any) -> str | None:
    """The one folded text of a value, or None."""
    return next(filter(None, map(folded, strings(value))), None)
