"""Tell by their addresses which pages are further ones of an article, which one comes when, and
whether the one that answered is the one that was asked for.
"""

import math
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from newscrawl import urls
from newscrawl.outlet import Outlet
from newscrawl.page import Page

#: The end of a path that further pages have not: "/story-17.html", "/story-17/".
_ENDING = re.compile(r"(?:\.\w{2,5}|/)$", re.ASCII)


def may_continue(url: str, page: Page, outlet: Outlet | None) -> bool:
    """Whether an address may be that of a further page of the article that begins on a page."""
    if outlet is None or not outlet.next_pages:
        return False
    return continues(url, outlet.canonical(page.url) or page.url, outlet)


def continues(url: str, own: str, outlet: Outlet) -> bool:
    """Whether an address may be that of the same article: a next article's is not."""
    key, own_key = outlet.key(url), outlet.key(own)
    if key is not None and own_key is not None and not key.startswith(stem(own_key)):
        return False
    begun = stem(urls.path_of(own).partition("?")[0])
    path = urls.path_of(url)
    return outlet.owns(url) and path.startswith(begun) and not path[len(begun) :][:1].isalnum()


def number_of(url: str, own: str) -> float:
    """The number of a page, which stands behind what all addresses of the article have."""
    digits = re.findall(r"\d+", _rest(url, own))
    return int(digits[-1]) if digits else math.inf


def _rest(url: str, own: str) -> str:
    path = urls.path_of(own)
    begun = path if urls.path_of(url).startswith(path) else stem(path.partition("?")[0])
    return urls.path_of(url).removeprefix(begun)


def answering(asked: str, addresses: Iterable[str], own: str, outlet: Outlet) -> str | None:
    """Of the addresses that answered, that of the further page that was asked for.

    It may be spelled otherwise: with another ending, in another case, with more to it ("/2" and
    "/2/?from=pager"), or else with the same number ("?page=2" and "/2/").
    """
    known = [*addresses]
    if asked in known:
        return asked
    return next((url for url in known if _is_same_page(asked, url, own, outlet)), None)


def _is_same_page(asked: str, came: str, own: str, outlet: Outlet) -> bool:
    one, other = urlsplit(asked), urlsplit(came)
    says_all = {*one.query.split("&")} <= {*other.query.split("&"), ""}
    if one.netloc == other.netloc and says_all and _folded(one.path) == _folded(other.path):
        return True
    (words, numbers), (other_words, other_numbers) = (_told(url, own) for url in (asked, came))
    # The second page is no second picture, though both end with the same number.
    is_same = bool(numbers) and numbers == other_numbers
    is_same = is_same and (words == other_words or not words or not other_words)
    return is_same and continues(came, own, outlet)


def _told(url: str, own: str) -> tuple[list[str], list[int]]:
    """The words and the numbers by which an address says which page it is."""
    rest = stem(_rest(url, own)).casefold()
    return re.findall(r"[^\W\d_]+", rest), [int(each) for each in re.findall(r"\d+", rest)]


def _folded(path: str) -> str:
    return stem(path).casefold()


def stem(path: str) -> str:
    return _ENDING.sub("", path)
