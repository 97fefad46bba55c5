"""Read a site's file in the form of ftr-site-config, and say it in the words of outlet files."""

import re
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urlsplit

from newscrawl import urls
from newscrawl.describe.address_shapes import article_patterns
from newscrawl.describe.outlet_code import FieldReader, outlet_code
from newscrawl.describe.xpath_css import TEXT, NoSelector, css_of
from newscrawl.outlet import Layout, Outlet
from newscrawl.outlet_files.pattern_checks import of_selector

#: Directive → field.
_FIELDS = {"title": "headline", "author": "authors", "date": "date_published"}
#: What changes nothing about how a page is read here.
_PASSED = frozenset(
    "test_url test_contains prune tidy parser autodetect_on_failure convert_double_br_tags".split()
)
#: Both lead to more of the article, which is read with its page.
_NEXT_PAGES = ("next_page_link", "single_page_link")
_WHY_NOT = {
    "single_page_link_in_feed": "another address of the same article is not asked for",
    "http_header": "every request has the crawl's own headers",
    "skip_json_ld": "a page's JSON-LD is asked for what no reader here finds",
    **dict.fromkeys(("replace_string", "find_string"), "a page's bytes are read as they are"),
}
_LINE = re.compile(r"(?P<word>[a-z_]+)(?:\(.*?\))?\s*:\s*(?P<value>.*)")


@dataclass(slots=True)
class SiteConfig:
    """What a file says of a site, with every line that has no word in an outlet file."""

    host: str
    bodies: list[str] = field(default_factory=list)
    stripped: list[str] = field(default_factory=list)
    next_pages: list[str] = field(default_factory=list)
    fields: dict[str, FieldReader] = field(default_factory=dict)
    tests: list[str] = field(default_factory=list)
    #: Line by line, with its number.
    unsaid: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        words = re.sub(r"[^a-z0-9]+", "_", self.host.removeprefix("www.").lower()).strip("_")
        return words if re.match(r"[a-z]", words) else f"outlet_{words}"

    @property
    def home(self) -> str:
        """Of the tests' host, which may have ``www.`` where the file's name has not."""
        own = (urlsplit(url) for url in self.tests)
        near = (p for p in own if (p.hostname or "").removeprefix("www.") == self.host)
        found = next(near, None)
        return f"https://{found.hostname if found else self.host}"


def read_site_config(file_name: str, text: str) -> SiteConfig:
    """The file's directives; ``file_name`` is the host's, with ``.txt`` behind it."""
    host = file_name.removesuffix(".txt").lstrip(".").lower().removeprefix("www.")
    found = SiteConfig(urls.in_ascii(host))
    if file_name.startswith("."):
        found.unsaid.append(f"the name {file_name}: hosts below {host}; write aliases or hosts")
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if "\ufffd" in bare:
            found.unsaid.append(f"line {number}, {bare[:80]}: it is not written in UTF-8")
            continue
        given = _LINE.fullmatch(bare)
        told = _take(found, given["word"], given["value"]) if given else "no directive"
        if told:
            found.unsaid.append(f"line {number}, {bare[:80]}: {told}")
    return found


def _take(found: SiteConfig, word: str, value: str) -> str | None:
    """Add a directive; what of it cannot be said, if anything."""
    if word in _WHY_NOT:
        return _WHY_NOT[word]
    if not value:
        return "it has no value"
    if word == "test_url":
        if urls.canonical(value) is None:
            return "no web address"
        found.tests.append(value)
    if word in _PASSED:
        return None
    if word == "strip_id_or_class":
        plain = value.strip("'\"")
        if not re.fullmatch(r"[\w:./ -]+", plain):
            return "no name"
        found.stripped += [f'[id*="{plain}"]', f'[class*="{plain}"]']
        return None
    if word not in ("body", "strip", *_NEXT_PAGES, *_FIELDS):
        return "outlet files have no such word"
    try:
        selector, attribute = css_of(value)
    except NoSelector as error:
        return f"no CSS selector can express {error}"
    for _, wrong in of_selector(selector):
        return wrong
    return _add(found, word, selector, attribute)


def _add(found: SiteConfig, word: str, selector: str, attribute: str | None) -> str | None:
    if word in _FIELDS:
        name = _FIELDS[word]
        if name in found.fields:
            return f"{name} has a reader already: the first is taken"
        # Of a title or a date, the first is taken there, too.
        found.fields[name] = FieldReader("every" if name == "authors" else "css", (selector,))
        if attribute not in (None, TEXT):
            found.fields[name] = FieldReader("attribute", (selector, attribute))
        return None
    if word in _NEXT_PAGES:
        if attribute not in (None, "href"):
            return f"an address stands in href, not in {attribute}"
        found.next_pages.append(selector)
        return None
    if attribute:
        return f"{attribute} is no element"
    (found.bodies if word == "body" else found.stripped).append(selector)
    return None


def config_code(found: SiteConfig, language: str | None) -> str:
    """The outlet file's text."""
    names = ["story", *(f"story-{number}" for number in range(2, len(found.bodies) + 1))]
    ignore = ", ".join(dict.fromkeys(found.stripped)) or None
    own = (url for each in found.tests if (url := urls.canonical(each)))
    outlet = Outlet(
        name=found.name,
        title=found.host,
        home=found.home,
        language=language or "en",
        articles=tuple(article_patterns(own)) if found.tests else (),
        layouts=tuple(map(partial(Layout, ignore=ignore), names, found.bodies)),
        next_pages=", ".join(dict.fromkeys(found.next_pages)) or None,
        fields=found.fields,
    )
    return outlet_code(outlet, _comments(found, language))


def _comments(found: SiteConfig, language: str | None) -> list[str]:
    lines = ["# Imported from ftr-site-config, which knows no sources: add some."]
    if language is None:
        lines.append("# Nothing told the language.")
    return [*lines, *(f"# Not converted: {told}" for told in found.unsaid[:8])]
