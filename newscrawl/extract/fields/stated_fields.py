"""Read what a page says of its kind, its language, its section and its keywords."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from selectolax.lexbor import LexborNode

from newscrawl import urls
from newscrawl.article import Kind
from newscrawl.extract.fields.breadcrumbs import HOMES
from newscrawl.extract.fields.headline_vicinity import OTHERS_BOXES, is_beside
from newscrawl.extract.fields.json_ld import article_object, objects_of_type, strings, text
from newscrawl.extract.fields.language_codes import language_code
from newscrawl.extract.fields.property_scopes import holds_main_heading, is_of_another
from newscrawl.markup.ancestors import ancestors
from newscrawl.markup.meta_names import says_keywords, says_section
from newscrawl.page import Page

_KINDS = {
    "OpinionNewsArticle": Kind.OPINION,
    "AnalysisNewsArticle": Kind.ANALYSIS,
    "LiveBlogPosting": Kind.LIVE,
    "AdvertiserContentArticle": Kind.SPONSORED,
}
_KEYWORDS = ("news_keywords", "keywords", "article:tag", "parsely-tags")
_LINE = re.compile(r"\s*\n\s*")
#: As networks mark them: "#ferry, #strait".
_HASH, _HASHED = re.compile(r"[\s,]*#"), re.compile(r"(?:\s*#[^\s#,]{1,60},?)+\s*")
#: Between keywords, and around them where they are JSON.
_COMMA, _AROUND = re.compile("[,;،、，；|｜]"), ' \t\r\n"[]'
_MARKED_KEYWORDS = (
    '[itemprop~="keywords"]:not(meta), [property~="keywords"]:not(meta), '
    'a[rel~="tag" i]:not([rel~="category" i])'
)
_MARKED_SECTION = (
    '[itemprop~="articleSection"]:not(meta), [property~="articleSection"]:not(meta), '
    '[property~="schema:articleSection"]:not(meta)'
)
#: Where blogs file a text; cards of others have such links as well.
_FILED, _MOST_FILED, _FEW = 'a[rel~="category" i]', 50, 2
_CARDS = (*OTHERS_BOXES, "ticker", "trending", "latest", "sidebar", "widget", "menu")
#: What programs tell each other in keywords.
_IDENTIFIER = re.compile(r"=|:\d|[\da-f]{8}-[\da-f]{4}-")
_SECTIONS = ("article:section", "parsely-section", "section", "articlesection")
#: Front pages are called so, and sections.
_SECTIONS_TOO = frozenset(("news", "start"))
#: An address, or what programs call that of which nobody said where it belongs.
_NO_NAME = re.compile(
    r"(?:https?:|//|www\.)|(?:uncategori[sz]ed|unkategorisiert|nicht kategorisiert|non classée?"
    r"|sin (?:categor[ií]a|clasificar)|sense categoria|sem categoria|senza categoria|geen categorie"
    r"|niet gecategoriseerd|bez kategorii|nezařazené|nezaradené|okategoriserad\w*|ukategorisert"
    r"|ikke kategoriseret|ikke-kategoriseret|luokittelematon|kategorizálatlan|fără categorie"
    r"|χωρίς κατηγορία|без (?:рубрики|категории|категорії)|некатегоризирани|некатегоризовано"
    r"|nekategorizirano|kategorilenmemiş|kategorisiz|tak berkategori|chưa (?:được )?phân loại"
    r"|غير مصنف|دسته‌بندی نشده|未分類|未分类|미분류|ไม่มีหมวดหมู่)$"
)
_LETTER, _TAG = re.compile(r"[^\W\d_]"), re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_SITES = ("WebSite", "Organization", "NewsMediaOrganization")
_ADDRESS = re.compile(r"https?://\S+")
#: Links of a list that is called so.
_TAGS = ", ".join(
    f'[class~="{name}" i] a[href]'
    for name in ("tags", "post-tags", "article-tags", "entry-tags", "tags-links", "tag-list")
)
_MOST_TAGS = 25
_LONGEST_SECTION, _CODE = 60, re.compile(r"[a-z\d/]*[-_/][-_/a-z\d]*")
_LANGUAGES = (
    "og:locale content-language dc.language dcterms.language inlanguage language og:language "
    "dc:language dc.language.iso citation_language locale"
).split()


def linked_kind(page: Page) -> Kind | None:
    types = strings(article_object(page).get("@type"))
    return next((_KINDS[name] for name in types if name in _KINDS), None)


def language_of(page: Page) -> str | None:
    """The code of the language that the page says it is in."""
    return page.once(_language_of)


def _language_of(page: Page) -> str | None:
    root = page.tree.root
    given = root.attributes if root else {}
    candidates = (
        given.get("lang"),
        given.get("xml:lang"),
        *_linked_languages(article_object(page).get("inLanguage")),
        *(page.metas.get(name) for name in _LANGUAGES),
    )
    codes = (language_code(each) for each in candidates if each)
    return next((code for code in codes if code), None)


def _linked_languages(given: Any) -> list[str]:
    """The tags, and of what is described at length the other name, which is one."""
    several = given if isinstance(given, list) else [given]
    other = [each.get("alternateName") for each in several if isinstance(each, dict)]
    return [*strings(other), *strings(given)]


def linked_keywords(page: Page) -> list[str]:
    return _words(strings(article_object(page).get("keywords")))


def meta_keywords(page: Page) -> list[str]:
    named = (page.all_metas.get(name) for name in _KEYWORDS)
    others = (
        [each for each in said if not _IDENTIFIER.search(each)]
        for name, said in page.all_metas.items()
        if says_keywords(name)
    )
    return _words(next((found for found in chain(named, others) if found), []))


def marked_keywords(page: Page) -> list[str]:
    """The words that elements mark as such, and the tags that an article links to."""
    if marked := _words(_marked(page, _MARKED_KEYWORDS)):
        return marked
    links = page.css(_TAGS)[:_MOST_TAGS]
    return _words(map(_said, (link for link in links if _is_of_site(page, link))))


def _is_of_site(page: Page, link: LexborNode) -> bool:
    """Whether a link leads to another page of the site, and is no other article's."""
    href = (link.attributes.get("href") or "").strip()
    url = None if href.startswith("#") else urls.absolute(page.base, href)
    is_own = url is not None and urls.host_of(url) == urls.host_of(page.url)
    return is_own and not is_of_another(page, link)


def meta_description(page: Page) -> str | None:
    """The first tag that says more than an address, the site's name or what it says of itself;
    the headline last.
    """
    objects = (each for name in _SITES for each in objects_of_type(page, name))
    sites = {text(each.get("description")) for each in objects}
    told = [text(page.metas[name]) for name in _DESCRIPTIONS if name in page.metas]
    said = [each for each in told if each and each not in sites and _says_something(page, each)]
    called = (page.metas.get("og:title"), page.text_of("h1"))
    return next((each for each in said if each not in called), next(iter(said), None))


def _says_something(page: Page, said: str) -> bool:
    is_name = said.casefold() in ("n/a", (page.metas.get("og:site_name") or "").casefold())
    return bool(_LETTER.search(said)) and not is_name and not _ADDRESS.fullmatch(said)


def _words(given: Iterable[str]) -> list[str]:
    parted = chain.from_iterable(map(_parted, (_shown(each) for each in given)))
    words = (word.strip(_AROUND) for word in parted)
    bare = (word[1:-1] if word[:1] == word[-1:] == "'" else word for word in words)
    return [word for word in bare if word]


def _parted(given: str) -> list[str]:
    """The keywords of a line: at commas, else at line ends, or each behind a sign of its own."""
    if _HASHED.fullmatch(given):
        return _HASH.split(given)
    return (_COMMA if _COMMA.search(given) else _LINE).split(given)


def linked_section(page: Page) -> str | None:
    told = (_shown(each) for each in strings(article_object(page).get("articleSection")))
    return next(filter(_names_section, told), None)


def meta_section(page: Page) -> str | None:
    return next(filter(_names_section, (page.metas.get(name, "") for name in _SECTIONS)), None)


def marked_section(page: Page) -> str | None:
    # Some mark the text itself so.
    told = chain(_marked(page, _MARKED_SECTION), map(_said, _filed(page)))
    return next(filter(_may_be_section, told), None)


def _filed(page: Page) -> Iterator[LexborNode]:
    """The links to what the article is filed under: in its own element, where it has one."""
    for node in islice(page.tree.css(_FILED), _MOST_FILED):
        around = next((each for each in ancestors(node) if each.tag == "article"), None)
        own = page.once(_elements_of_article)
        is_own = around.mem_id in own if around else not page.once(_holds_headline)
        if is_own and not is_beside(page, node, _CARDS):
            yield node


def _elements_of_article(page: Page) -> frozenset[int]:
    """The elements for articles that hold the headline, or the only one, with paragraphs."""
    found = list(islice(page.tree.css("article"), _MOST_FILED))
    own = [article for article in found if holds_main_heading(page, article)]
    if not own and len(found) == 1 and len(found[0].css("p")) > _FEW:
        own = found
    return frozenset(article.mem_id for article in own)


def _holds_headline(page: Page) -> bool:
    found = islice(page.tree.css("article"), _MOST_FILED)
    return any(holds_main_heading(page, article) for article in found)


def other_section(page: Page) -> str | None:
    """What a meta tag of somebody's own calls the section, and not its code for advertisements."""
    told = (said for name, said in page.metas.items() if says_section(name))
    return next(filter(_may_be_section, told), None)


def _may_be_section(said: str) -> bool:
    is_code = _CODE.fullmatch(said) or said.casefold() in HOMES
    return len(said) <= _LONGEST_SECTION and not is_code and _names_section(said)


def _names_section(said: str) -> bool:
    """Whether it is a name, and neither the front page's nor what says that there is none."""
    name = said.strip().casefold()
    is_home = name in HOMES and name not in _SECTIONS_TOO
    return bool(_LETTER.search(name)) and not is_home and not _NO_NAME.match(name)


def _shown(said: str) -> str:
    return _TAG.sub("", said) if "<" in said else said


def _marked(page: Page, selector: str) -> Iterator[str]:
    own = (node for node in page.tree.css(selector) if not is_of_another(page, node))
    return filter(None, map(_said, own))


def _said(node: LexborNode) -> str:
    return " ".join((node.attributes.get("content") or node.text(separator=" ")).split())
