"""What sites do to their templates that breaks a reader, as functions of a page's HTML.

Each takes the page and a ``Random`` that begins alike for all pages of one change, so that all
are changed in the same way. ``SEEN`` are the kinds by which health's bounds were chosen; ``UNSEEN``
were kept back until they stood.
"""

import re
from collections.abc import Callable
from random import Random
from zlib import crc32

Change = Callable[[str, Random], str]

_BODY = re.compile(
    r'(<div class="article__content"[^>]*>\n)(.*)(\n</div></div>\n)'
    r'(?=.*<div class="article__bottom">)',
    re.DOTALL,
)
_JSON_LD = re.compile(r'<script type="application/ld\+json".*?</script>\n?', re.DOTALL)
_PIECE = re.compile(r'(?=^<div class="article__block)', re.MULTILINE)
_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)
_NAMES = ("c-body", "entry", "post-text", "css-1q2w3e", "story-main", "tw-prose", "rich-text")
_PROSE = (
    "Readers of this service have followed the work of our reporters for many years, and the "
    "editors have collected here what was said about it in the past week by those who know.",
    "The regional desk explains every Friday how decisions of the week change life in the towns, "
    "with numbers from the statistical office and with the letters that reached us meanwhile.",
    "In the second part of our series on rivers we meet the last ferryman of a village whose "
    "bridge was promised for nineteen years and was never begun by any of three contractors.",
)


def _name(chance: Random) -> str:
    return f"{chance.choice(_NAMES)}-{chance.randrange(1000)}"


def _in_body(html: str, changed: Callable[[str], str]) -> str:
    return _BODY.sub(lambda m: m[1] + changed(m[2]) + m[3], html, count=1)


def container_renamed(html: str, chance: Random) -> str:
    return html.replace("article__content", _name(chance))


def all_names_hashed(html: str, chance: Random) -> str:
    salt = str(chance.random())
    hashed: dict[str, str] = {}

    def name(word: str) -> str:
        return hashed.setdefault(word, f"x{crc32((salt + word).encode())}")

    return re.sub(
        r'\b(class|id)="([^"]*)"',
        lambda m: f'{m[1]}="{" ".join(map(name, m[2].split()))}"',
        html,
    )


def container_split(html: str, chance: Random) -> str:
    """The body goes on in a second container, behind an advertisement."""
    share, name = chance.uniform(0.3, 0.6), _name(chance)

    def split(body: str) -> str:
        pieces = _PIECE.split(body)
        at = max(1, round(len(pieces) * share))
        first, rest = "".join(pieces[:at]), "".join(pieces[at:])
        return f'{first}</div></div><div class="ad-break"></div><div><div class="{name}">{rest}'

    return _in_body(html, split)


def container_split_by_paragraphs(html: str, chance: Random) -> str:
    share, name = chance.uniform(0.25, 0.6), _name(chance)

    def split(body: str) -> str:
        found = _PARAGRAPH.findall(body)
        at = max(1, round(len(found) * share))
        first, rest = "\n".join(found[:at]), "\n".join(found[at:])
        return f'{first}</div></div>\n<div class="{name}"><div>{rest}'

    return _in_body(html, split)


def body_moved_out(html: str, chance: Random) -> str:
    """The container keeps the first lines, the text stands beside it."""
    keep, name = chance.randint(1, 2), _name(chance)

    def moved(body: str) -> str:
        found = _PARAGRAPH.findall(body)
        rest = "\n".join(found[keep:])
        return f'{"".join(found[:keep])}</div></div><div><div class="{name}">{rest}'

    return _in_body(html, moved)


def json_ld_dropped(html: str, chance: Random) -> str:
    return _JSON_LD.sub("", html)


def json_ld_fetched_later(html: str, chance: Random) -> str:
    address = f"/ld/{chance.randrange(1000)}.json"
    return _JSON_LD.sub("", html).replace(
        "</head>", f'<script type="application/ld+json" src="{address}"></script></head>'
    )


def dates_for_readers_only(html: str, chance: Random) -> str:
    html = re.sub(r'<meta property="article:(?:published|modified)_time"[^>]*>\n?', "", html)
    return re.sub(r'"date(?:Created|Published|Modified)": "[^"]*",?\s*', "", html)


def dates_renamed(html: str, chance: Random) -> str:
    name = chance.choice(("stamp_a", "put_out", "ready_on"))
    html = html.replace("article:published_time", f"article:{name}")
    html = html.replace("article:modified_time", f"article:{name}_m")
    html = re.sub(r'"date(Created|Published|Modified)":', rf'"{name}\1":', html)
    return re.sub(r"<time ([^>]*)datetime=", r"<time \1data-at=", html)


def dates_say_now(html: str, chance: Random) -> str:
    """Every date is that of printing the page."""
    now = f"2026-10-12T12:00:{chance.randrange(60):02}+00:00"
    html = re.sub(r'(?<=_time" content=")[^"]*', now, html)
    html = re.sub(r'("date(?:Created|Published|Modified)": ")[^"]*', rf"\g<1>{now}", html)
    return re.sub(r'(?<=datetime=")[^"]*', now, html)


def byline_dropped(html: str, chance: Random) -> str:
    html = re.sub(r'<meta (?:name|property)="(?:article:)?author"[^>]*>\n?', "", html)
    html = re.sub(r'"(?:creator|author)": \{[^}]*\},?\s*', "", html)
    return re.sub(r'<div class="byline__author">.*?</div>', "", html, flags=re.DOTALL)


def headline_is_the_sites(html: str, chance: Random) -> str:
    """Metas and headings name the site; the headline is drawn by a script."""
    title = chance.choice(("News", "Latest news and analysis", "The Times of Today"))
    html = re.sub(r"<h1>.*?</h1>", f"<h1>{title}</h1>", html, flags=re.DOTALL)
    html = re.sub(r"<title>.*?</title>", f"<title>{title}</title>", html, flags=re.DOTALL)
    html = re.sub(r'(?<=og:title" content=")[^"]*', title, html)
    html = re.sub(r'("(?:headline|name)": ")[^"]*', rf"\g<1>{title}", html)
    return re.sub(r'(?<=data-article-title=")[^"]*', title, html)


def text_behind_a_script(html: str, chance: Random) -> str:
    """Of the body only the first paragraph is in the HTML."""
    keep = chance.randint(1, 2)
    return _in_body(
        html,
        lambda body: (
            "".join(_PARAGRAPH.findall(body)[:keep]) + '<div class="loading" data-more="1"></div>'
        ),
    )


def body_behind_a_script(html: str, chance: Random) -> str:
    return _in_body(html, lambda _: '<div id="app-body" data-hydrate="true"></div>')


def body_printed_twice(html: str, chance: Random) -> str:
    """Once for wide screens and once for narrow ones."""
    name = _name(chance)
    return _in_body(
        html,
        lambda body: (
            f'<div class="{name}-wide">{body}</div><div class="{name}-narrow">{body}</div>'
        ),
    )


def teasers_in_the_body(html: str, chance: Random) -> str:
    """What leads to other articles comes to stand in the body, paragraphs and all."""
    name = _name(chance)
    box = f'<div class="{name}">' + "".join(f"<p>{text}</p>" for text in _PROSE) + "</div>"
    return _in_body(html, lambda body: body + box * chance.randint(1, 2))


def section_page_instead(html: str, chance: Random) -> str:
    """Every address answers with the list of the newest."""
    heading = chance.choice(("Latest", "All news"))
    items = "".join(
        f"<li><a href='/2026/10/0{n}/x-a9300{n}'>Item {n}</a></li>" for n in range(1, 9)
    )
    return (
        f"<!DOCTYPE html><html><head><title>{heading}</title></head><body>"
        f"<h1>{heading}</h1><ul>{items}</ul></body></html>"
    )


def story_in_a_box(html: str, chance: Random) -> str:
    """Half of the story gets a class by which rules know what is no story."""
    box, share = chance.choice(("newsletter", "article__related-article", "related")), 0.4

    def boxed(body: str) -> str:
        found = _PARAGRAPH.findall(body)
        at = max(1, round(len(found) * share))
        return f'{"".join(found[:at])}<div class="{box}">{"".join(found[at:])}</div>'

    return _in_body(html, boxed)


def consent_wall(html: str, chance: Random) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Before you continue</title></head><body>"
        '<div id="consent-wall" class="cookie-consent"><h1>We value your privacy</h1>'
        "<p>We and our 842 partners store cookies on your device. Please accept to continue.</p>"
        "<button>Accept all</button><button>Manage options</button></div></body></html>"
    )


def container_only_in_sidebar(html: str, chance: Random) -> str:
    """The old class name serves the sidebar; the story has a new one."""
    html = html.replace('class="article__content"', f'class="{_name(chance)}"')
    box = '<div class="article__content">' + "".join(f"<p>{text}</p>" for text in _PROSE) + "</div>"
    return html.replace('<aside class="sidebar" id="sidebar">', f'<aside class="sidebar">{box}', 1)


def truncated_page(html: str, chance: Random) -> str:
    """A proxy cuts every page at so many bytes of its body."""
    at = html.find('<div class="article__content"')
    return html if at < 0 else html[: at + chance.randint(250, 500)]


def breadcrumbs_dropped(html: str, chance: Random) -> str:
    scripts = _JSON_LD.findall(html)
    crumbs = [script for script in scripts if "BreadcrumbList" in script]
    return html.replace(crumbs[0], "") if crumbs else json_ld_dropped(html, chance)


def names_and_dates_by_script(html: str, chance: Random) -> str:
    """Head, byline and linked data are filled in later; the text is there."""
    html = byline_dropped(dates_renamed(html, chance), chance)
    return re.sub(r'<time class="byline.*?</time>', "<time></time>", html, flags=re.DOTALL)


def paragraphs_are_pictures(html: str, chance: Random) -> str:
    """Text is set as an image, against copying; the first lines stay."""
    keep = chance.randint(1, 2)

    def drawn(body: str) -> str:
        found = _PARAGRAPH.findall(body)
        images = "".join(f'<img src="/t/{n}.png" alt="">' for n in range(len(found) - keep))
        return "".join(found[:keep]) + images

    return _in_body(html, drawn)


def pages_of_a_story(html: str, chance: Random) -> str:
    """Long stories are parted: the address shows the first page alone."""

    def parted(body: str) -> str:
        found = _PARAGRAPH.findall(body)
        return "".join(found[: max(1, len(found) // 4)]) + '<a href="?page=2">Next page</a>'

    return _in_body(html, parted)


SEEN: tuple[Change, ...] = (
    container_renamed, container_split, body_moved_out, json_ld_dropped, dates_for_readers_only,
    dates_renamed, byline_dropped, headline_is_the_sites, body_behind_a_script, body_printed_twice,
    teasers_in_the_body, story_in_a_box, truncated_page,
)  # fmt: skip
UNSEEN: tuple[Change, ...] = (
    all_names_hashed, container_split_by_paragraphs, json_ld_fetched_later, dates_say_now,
    text_behind_a_script, section_page_instead, consent_wall, container_only_in_sidebar,
    breadcrumbs_dropped, names_and_dates_by_script, paragraphs_are_pictures, pages_of_a_story,
)  # fmt: skip
