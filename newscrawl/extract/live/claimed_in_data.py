"""Read what the JSON-LD of a live blog (LiveBlogPosting) says of its entries."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urldefrag

from newscrawl import urls
from newscrawl.extract.fields.field_forms import each_of
from newscrawl.extract.fields.json_ld import (
    addresses_in,
    article_object,
    is_same_address,
    referred,
    strings,
    text,
    with_held,
)
from newscrawl.outlet import ClaimedEntry
from newscrawl.page import Page

_LIVE, _ENTRIES = "LiveBlogPosting", "liveBlogUpdate"
_ADDRESSES = ("url", "@id", "mainEntityOfPage")
_TEXTS = ("articleBody", "text", "description")


def claimed_in_data(page: Page) -> list[ClaimedEntry]:
    """The entries in the order of the data; none where it is another page's live blog."""
    blog = next(_blogs(page), None)
    if blog is None:
        return []
    given = ((each.get("@id"), each) for each in page.linked_data)
    by_id = {of_id: each for of_id, each in given if isinstance(of_id, str)}
    entries = (
        by_id.get(str(each.get("@id")), each) if len(each) == 1 else each
        for each in each_of(blog.get(_ENTRIES))
        if isinstance(each, Mapping)
    )
    return [claim for each in entries if (claim := _claimed(page, each)) is not None]


def _blogs(page: Page) -> Iterator[Mapping[str, Any]]:
    for each in (article_object(page), *with_held(page.linked_data)):
        if _LIVE in strings(each.get("@type")) and each.get(_ENTRIES) and _is_own(page, each):
            yield each


def _is_own(page: Page, blog: Mapping[str, Any]) -> bool:
    if blog is article_object(page):
        return True
    named = addresses_in(blog, _ADDRESSES)
    addresses = [each for each in named if each.startswith(("http://", "https://"))]
    return not addresses or any(is_same_address(each, page.url) for each in addresses)


def _claimed(page: Page, given: Mapping[str, Any]) -> ClaimedEntry | None:
    headline = text(given.get("headline") or given.get("name"))
    said = next(("\n".join(found) for name in _TEXTS if (found := strings(given.get(name)))), None)
    if not (headline or said):
        return None
    key, mark, url = _name(page, given)
    return ClaimedEntry(
        key=key or text(given.get("identifier")),
        headline=headline,
        authors=tuple(strings(referred(page, given.get("author") or given.get("creator")))),
        published=text(given.get("datePublished")) or text(given.get("dateCreated")),
        modified=text(given.get("dateModified")),
        url=url,
        mark=mark,
        text=said,
    )


def _name(page: Page, given: Mapping[str, Any]) -> tuple[str | None, str | None, str | None]:
    """The entry's name, the id of its element, and its address, by the first that is its own."""
    for each in addresses_in(given, _ADDRESSES):
        bare, fragment = urldefrag(each)
        is_here = not bare or is_same_address(bare, page.url)
        address = urls.absolute(page.url, bare) if bare else None
        if fragment:
            return fragment, fragment, f"{'' if is_here else address or bare}#{fragment}"
        if not is_here:
            return (urls.path_of(address) if address else bare), None, address
    return None, None, None
