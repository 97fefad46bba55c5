"""Describe a site by its pages, as the text of an outlet file."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.core import get_global

from newscrawl import urls
from newscrawl.boilerplate.folding import fold
from newscrawl.describe.address_shapes import article_patterns
from newscrawl.describe.containers import Container, article_of, best_container
from newscrawl.outlet import Feed, Outlet, Sitemap
from newscrawl.page import Page

#: A line is boilerplate where so many pages have it, and this share of all; so many are named.
_PAGES, _SHARE, _LINES = 3, 0.3, 4
#: Characters of such a line.
_LONGEST = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletDraft:
    """What the file will say, and what it rests on."""

    name: str
    title: str
    home: str
    language: str
    timezone: str
    sources: tuple[Feed | Sitemap, ...]
    articles: tuple[str, ...]
    container: Container | None
    repeated: tuple[str, ...]
    pages: int

    @property
    def text(self) -> str:
        """The file: 40 lines at most."""
        rests = f"{self.pages} pages"
        if self.container:
            c = self.container
            rests += f"; {c.selector} on {c.pages}, agreement {c.agreement:.2f} with generic rules"
        kinds = sorted({type(source).__name__ for source in self.sources})
        imports = ", ".join(sorted([*kinds, "Outlet", *(["Layout"] if self.container else [])]))
        lines = [
            f'"""{_plain(self.title)}."""',
            "",
            *(["from newscrawl.boilerplate import Says"] if self.repeated else []),
            f"from newscrawl.outlet import {imports}",
            "",
            f"# Made from what the site says of itself. It rests on {_plain(rests)}.",
            "OUTLET = Outlet(",
            f"    name={_quoted(self.name)},",
            f"    title={_quoted(self.title)},",
            f"    home={_quoted(self.home)},",
            f"    language={_quoted(self.language)},",
            f"    timezone={_quoted(self.timezone)},",
            *_held("sources", (f"{type(s).__name__}({_quoted(s.url)})" for s in self.sources)),
            *_held("articles", (f'r"{pattern}"' for pattern in self.articles)),
        ]
        if self.container:
            body = _quoted(self.container.selector)
            lines += _held("layouts", [f'Layout("story", body={body})'])
        numbered = enumerate(self.repeated, 1)
        said = (f'Says("repeated-{at}", {_quoted(line)})' for at, line in numbered)
        return "\n".join([*lines, *_held("boilerplate", said), ")", ""])


def draft_of(
    address: str, pages: Sequence[Page], listed: Iterable[str], sources: Iterable[Feed | Sitemap]
) -> OutletDraft:
    """The draft for the site at an address, by pages of articles and addresses that it lists."""
    host = urls.host_of(address)
    home = f"{address.partition(':')[0]}://{host}"
    name = _name_of(host)
    stub = Outlet(name=name, title=host, home=home, language="en")
    read = [found for page in pages if (found := article_of(page, None))]
    language = _most([found.language for found in read]) or "en"
    title = _most([page.metas.get("og:site_name") for page in pages]) or host
    own = [url for url in (*listed, *(page.url for page in pages)) if stub.owns(url)]
    bodies = [{fold(block.text) for block in found.blocks} for found in read]
    return OutletDraft(
        name=name,
        title=title,
        home=home,
        language=language,
        timezone=_zone_of(host),
        sources=tuple(dict.fromkeys(sources)),
        articles=tuple(article_patterns(own)),
        container=best_container(pages, stub),
        repeated=tuple(_repeated(bodies)),
        pages=len(read),
    )


def _held(word: str, values: Iterable[str]) -> list[str]:
    lines = [f"        {value}," for value in values]
    return [f"    {word}=(", *lines, "    ),"] if lines else []


def _repeated(bodies: Sequence[set[str]]) -> list[str]:
    counts = Counter(line for body in bodies for line in body)
    least = max(_PAGES, len(bodies) * _SHARE)
    often = [line for line, n in counts.most_common() if n >= least and len(line) <= _LONGEST]
    return [f"^{re.escape(line)}$".replace(r"\ ", " ") for line in often[:_LINES]]


def _name_of(host: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "_", host.removeprefix("www.").rpartition(".")[0].lower())
    return words.strip("_") if re.match(r"[a-z]", words) else f"outlet_{words.strip('_')}"


def _zone_of(host: str) -> str:
    """The zone of a country that has one alone, by the end of the host; else UTC."""
    zones = get_global("territory_zones").get(host.rpartition(".")[2].upper(), [])
    return str(zones[0]) if len(zones) == 1 else "UTC"


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(value.strip() for value in values if value and value.strip())
    return counts.most_common(1)[0][0] if counts else None


def _quoted(text: str) -> str:
    """As Python writes it, in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def _plain(text: str) -> str:
    return " ".join(text.replace("\\", "").replace('"', "'").split())
