"""Tell which article a page is: its canonical URL, its key, and whose page it is."""

import re
from collections.abc import Iterator

from newscrawl import urls
from newscrawl.extract.fields.headline import HEADINGS_BELOW, is_headline, main_headings
from newscrawl.extract.fields.json_ld import article_object, objects_of_type, strings
from newscrawl.extract.fields.title_words import title_parts
from newscrawl.outlet import Outlet
from newscrawl.page import Page

#: Front pages, that of a language too.
_FRONT = re.compile(
    r"/(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default)(?:\.\w+)?)?/?", re.I
)
#: How a section's address ends, and how an article's does: a canonical link to a section is a
#: template's mistake.
_SECTION, _ARTICLE = re.compile(r"(?:/[a-z]{2,20}){1,2}/?", re.I), re.compile(r"[-_\d][^/]*/?$")
#: What a program that failed has named, or a template that nobody has filled.
_NOBODYS = re.compile(
    r"/(?:undefined|null|none|nan|false|404|error|not-found|page-not-found)/?$|\{\{|%7b%7b|\$%7b|\$\{|<%",
    re.I,
)
#: How hosts begin that send the pages of one site, as they are or for phones.
_EDITION = re.compile(r"^(?:(?:www|m|mobile|amp|touch|wap|lite)\.)+(?=.*\.)")
_PHONES = re.compile(r"(?:m|mobile|amp|touch|wap|lite)\.")
#: How headings are named that hold a site's name.
_LOGO = re.compile(
    r"(?:^|[-_\s])(?:site-?(?:title|name|logo)|logo|brand(?:ing)?)(?:$|[-_\s])", re.I
)
#: Headings and characters of a heading that are looked at.
_MOST_HEADINGS, _LONGEST_NAME = 12, 60
_LETTERS = re.compile(r"[\W_]+|^the(?=\s)")


def own_url(page: Page, outlet: Outlet | None) -> str:
    """The address that the page came from, in its canonical spelling."""
    found = outlet.canonical(page.url) if outlet else urls.canonical(page.url)
    return found or page.url


def identity(page: Page, outlet: Outlet | None) -> tuple[str, str]:
    """The canonical URL and the key.

    The address that the page came from decides: a canonical link to another article or another
    site is a mistake, or an attack.
    """
    own = own_url(page, outlet)
    named = _canonical_link(page, own)
    if outlet is None:
        is_own = named and _bare_host(named) == _bare_host(own)
        url = named if named and is_own else own
        return url, urls.path_of(url)
    named = outlet.canonical(named) if named else None
    key = outlet.key(own)
    named_key = outlet.key(named) if named else None
    if named and named_key and key in (named_key, None):
        return named, named_key
    return own, key or urls.path_of(own)


def site_names(page: Page, outlet: Outlet | None) -> list[str]:
    """What the outlet calls itself, case folded: no author, and no part of a headline."""
    publisher = strings(article_object(page).get("publisher"))
    sites = strings([each.get("name") for each in objects_of_type(page, "WebSite")])
    given = (outlet.title if outlet else None, page.metas.get("og:site_name"), *publisher, *sites)
    names = [" ".join(name.split()).casefold() for name in (*given, *_logos(page)) if name]
    host = _bare_host(page.url)
    return list(dict.fromkeys([*names, *_parts_that_name(page, host), host]))


def _parts_that_name(page: Page, host: str) -> Iterator[str]:
    """The parts of the page's titles that spell the host: "Novus Light" of novuslight.com."""
    for title in filter(None, (page.text_of("title"), page.metas.get("og:title"))):
        first, *others = title_parts(title)
        is_first = not others or any(len(part) > len(first) for part in others)
        for part in (*others, first) if is_first else others:
            letters = _LETTERS.sub("", part.casefold())
            words = "".join(part for part in host.split(".")[:-1])
            is_named = others and len(words) > 3 and words in letters
            if len(letters) > 2 and (letters in words or is_named):
                yield part.strip().casefold()


def _logos(page: Page) -> Iterator[str]:
    """The main headings that are the site's logo: by their name, or as a link to its front page."""
    for heading in page.once(main_headings)[:_MOST_HEADINGS]:
        said = " ".join(heading.text().split())
        if not 0 < len(said) <= _LONGEST_NAME:
            continue
        named = f"{heading.attributes.get('class') or ''} {heading.attributes.get('id') or ''}"
        link = heading.css_first("a[href]")
        is_all = link is not None and " ".join(link.text().split()) == said
        leads = urls.absolute(page.url, link.attributes.get("href") or "") if link else None
        is_home = is_all and leads is not None and _is_front(leads, page.url)
        if is_home or (_LOGO.search(named) and not _is_only_headline(page, said)):
            yield said


def _is_only_headline(page: Page, said: str) -> bool:
    """Whether the page is called like that, and not only as a site's every page is."""
    is_all = page.text_of("title") == said and page.text_of(HEADINGS_BELOW) is not None
    return is_headline(page, said) and not is_all


def _canonical_link(page: Page, own: str) -> str | None:
    """What the page's head says; a front page or a section is the canonical address of no other.

    A copy for phones without such a link may tell networks where the same is for all.
    """
    head = page.tree.head
    nodes = head.css('link[rel~="canonical" i][href]') if head else []
    hrefs = [(node.attributes.get("href") or "").strip() for node in nodes]
    if not any(hrefs) and _PHONES.match(urls.host_of(own)):
        told = urls.absolute(page.base, page.metas.get("og:url", ""))
        hrefs = [told] if told and urls.path_of(told) == urls.path_of(own) else []
    host = f"{urls.host_of(own)}/"
    # Some leave the scheme out.
    given = (urls.absolute(page.base, f"//{h}" if h.startswith(host) else h) for h in hrefs)
    whole = [url for url in given if url and len(url) <= urls.LONGEST_URL]
    named = [
        url
        for url in whole
        if not (_NOBODYS.search(urls.path_of(url)) or _is_front(url, own) or _is_section(url, own))
    ]
    return own if own in named else next(iter(named), None)


def _is_front(url: str, own: str) -> bool:
    """Whether an address is a front page, and the page's own is not."""
    return is_front_page(url) and not is_front_page(own)


def is_front_page(url: str) -> bool:
    """Whether an address is that of a site's front page, of a language's too."""
    return _FRONT.fullmatch(urls.path_of(url)) is not None


def _is_section(url: str, own: str) -> bool:
    """Whether an address is a section's, and the page's own an article's that is no part of it."""
    path, ours = urls.path_of(url).rstrip("/"), urls.path_of(own).rstrip("/")
    is_part = ours.rpartition("/")[2].startswith(path.rpartition("/")[2])
    return bool(_SECTION.fullmatch(path) and _ARTICLE.search(ours)) and not is_part


def _bare_host(url: str) -> str:
    return _EDITION.sub("", urls.host_of(url))
