"""``newscrawl extract``: one page → its article as JSON, without a database."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import click

from newscrawl import urls
from newscrawl.article import GENERIC, IN_PART, SCRIPT, Article
from newscrawl.cli.options import NAMED
from newscrawl.cli.outlet_cases import case_folder, save_case
from newscrawl.cli.output import print_json, print_text, required, say, shortened
from newscrawl.config import Config
from newscrawl.errors import NotAnArticle, UsageError
from newscrawl.export.article_json import as_json
from newscrawl.extract.explained import Explanation, explained
from newscrawl.outlet import Outlet, rules_of
from newscrawl.outlets import load_outlet, load_outlets, outlet_of
from newscrawl.page import Page
from newscrawl.read_page import read_page
from newscrawl.screen import Verdict

_WEB = re.compile(r"https?://", re.IGNORECASE)
#: Characters of a value that is explained.
_LONGEST = 70


@click.command()
@click.argument("source", metavar="FILE|-|URL", type=NAMED)
@click.option("--url", metavar="URL", type=NAMED, help="The address of the page in FILE.")
@click.option(
    "--outlet", "name", metavar="NAME", type=NAMED, help="Read the page as one of this outlet."
)
@click.option(
    "--save-case",
    "case",
    metavar="OUTLET/CASE",
    help="Keep the page and its JSON as a test case.",
)
@click.option(
    "--explain", "is_asked_why", is_flag=True, help="Explain how the page is read, instead of JSON."
)
def extract(
    source: str, url: str | None, name: str | None, case: str | None, is_asked_why: bool
) -> None:
    """Read one page and print its article as JSON.

    The page is a FILE, - for standard input, or a URL, which is fetched as politely as in a crawl.
    Its address is --url, or the canonical address that the page itself gives. The outlet is
    --outlet, or the one that the address belongs to; a page of no known outlet is read by general
    rules. No database is needed.
    """
    folder = case_folder(case) if case else None
    if folder is not None:
        if name not in (None, folder.parent.name):
            raise UsageError(f"the case belongs to {folder.parent.name}, but --outlet says {name}")
        name = folder.parent.name
    given = load_outlet(name) if name else None
    page = _page(source, url)
    outlet = given or _outlet_of(page)
    article = read_page(page, outlet, rules_of(outlet))
    if isinstance(article, Verdict):
        raise NotAnArticle(page.url, article.reason)
    for reader, said in page.raised.items():
        say(f"the reader {reader} raised {said}")
    facts = as_json(article)
    if is_asked_why:
        _print_explanation(explained(page, outlet), article)
    else:
        print_json(facts)
    if folder is not None:
        save_case(folder, page, json.dumps(facts, ensure_ascii=False, indent=1))
        say(f"saved {folder}.html and .json")


def _page(source: str, url: str | None) -> Page:
    if _WEB.match(source):
        if url:
            raise UsageError("--url goes with a FILE: a URL is its own address")
        from newscrawl.crawl.fetch import fetch

        return fetch(source, Config.from_env())
    with required(source):
        html = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    address = url or own_address(Page("", html))
    if address is None:
        raise UsageError(f"the page in {source} does not say its address: give --url URL")
    if urls.canonical(address) is None:
        raise UsageError(f"--url takes a web address, not {address!r}")
    return Page(address, html)


def own_address(page: Page) -> str | None:
    """The first of ``own_addresses``."""
    return next(iter(own_addresses(page)), None)


def own_addresses(page: Page) -> list[str]:
    """The canonical link and ``og:url``; only an absolute one says where the page stands."""
    link = page.tree.css_first('link[rel~="canonical"][href]')
    named = (link.attributes.get("href") if link else None, page.metas.get("og:url"))
    return [url.strip() for url in named if url and _WEB.match(url.strip())]


def _outlet_of(page: Page) -> Outlet | None:
    outlets = load_outlets().values()
    own = own_address(page)
    return outlet_of(page.url, outlets) or (outlet_of(own, outlets) if own else None)


def _print_explanation(why: Explanation, article: Article) -> None:
    """How a page is read: its container, the reader of each field, the rule of each removal."""
    plain = {GENERIC: "by the generic reader", SCRIPT: "from the page's data"}
    name = article.layout.removesuffix(IN_PART)
    layout = plain.get(name, f"by the layout {name}") + (IN_PART if article.is_in_part else "")
    print_text(f"body: {layout}, {why.share:.0%} of the page's prose")
    print_text(f"  in {why.container or 'no element'}")
    print_text("fields:")
    for name, value, reader in why.fields:
        print_text(f"  {name} by {reader}: {_short(value)}")
    read = len(article.blocks) + len(article.removed)
    print_text(f"removed: {len(article.removed)} of {read} blocks")
    for removal in article.removed:
        print_text(f"  {removal.at} by {removal.rule}: {_short(removal.block.text)}")


def _short(value: Any) -> str:
    given = value if isinstance(value, list | tuple) else (value,)
    return shortened(", ".join(str(getattr(each, "url", each)) for each in given), _LONGEST)
