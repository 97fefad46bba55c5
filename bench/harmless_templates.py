"""What sites do to their templates every week that breaks nothing: see ``broken_templates``."""

import re
from random import Random
from zlib import crc32

from bench.broken_templates import Change

_TAG = re.compile(r"<(div|p|span|a|section|figure|time|article)( [^<>]*)>")
_ATTRIBUTES = re.compile(r'([\w:-]+)="([^"]*)"')
_TEXT = (
    "Our newsroom needs your help to go on: whoever gives today doubles what the fund pays, and "
    "keeps the news free to read for everybody else in the country and beyond its borders. "
)


def class_beside(html: str, chance: Random) -> str:
    name = f"v{chance.randrange(100)}"
    return html.replace('class="article__content"', f'class="{name} article__content"')


def wrapped(html: str, chance: Random) -> str:
    """The article stands in some more neutral boxes."""
    depth = chance.randint(1, 3)
    html = html.replace('<article class="article ', "<div>" * depth + '<article class="article ', 1)
    return html.replace(
        '</article>\n</div>\n<div class="col-auto',
        f'</article>{"</div>" * depth}\n</div>\n<div class="col-auto',
        1,
    )


def attributes_reordered(html: str, chance: Random) -> str:
    def reordered(match: re.Match[str]) -> str:
        pairs = _ATTRIBUTES.findall(match[2])
        chance.shuffle(pairs)
        return f"<{match[1]} " + " ".join(f'{name}="{value}"' for name, value in pairs) + ">"

    return _TAG.sub(reordered, html)


def banner(html: str, chance: Random) -> str:
    box = f'<div class="banner-{chance.randrange(100)}"><p>{_TEXT * chance.randint(1, 3)}</p></div>'
    return re.sub(r"(<body[^>]*>)", rf"\1{box}", html, count=1)


def ad_in_the_body(html: str, chance: Random) -> str:
    box = (
        '<div class="ad-container"><div id="div-gpt-ad-9"></div><script>ads.push(1)</script></div>'
    )
    at = chance.randint(1, 3)
    parts = html.split("</p>\n<p>")
    return (
        box.join(("</p>\n<p>".join(parts[:at]) + "</p>\n", "\n<p>" + "</p>\n<p>".join(parts[at:])))
        if len(parts) > at
        else html
    )


def comments(html: str, chance: Random) -> str:
    return re.sub(r"(</p>|</div>)\n", lambda m: f"{m[1]}<!-- {chance.randrange(10**6)} -->\n", html)


def white_space(html: str, chance: Random) -> str:
    return html.replace("\n", "\n" + " " * chance.randint(1, 12))


def minified(html: str, chance: Random) -> str:
    return re.sub(r">\n+<", "><", html)


def more_metas(html: str, chance: Random) -> str:
    metas = "".join(
        f'<meta name="x-{chance.randrange(999)}" content="{chance.random()}">' for _ in range(5)
    )
    return html.replace("</head>", metas + "</head>", 1)


def more_scripts(html: str, chance: Random) -> str:
    script = f"<script>window.q{chance.randrange(99)}=[];if(1<2){{q()}}</script>"
    return html.replace("</head>", script * 3 + "</head>", 1).replace("</body>", script + "</body>")


def longer_footer(html: str, chance: Random) -> str:
    return html.replace(
        '<footer class="footer">',
        f'<footer class="footer"><p>{_TEXT * chance.randint(1, 4)}</p>',
        1,
    )


def more_in_the_sidebar(html: str, chance: Random) -> str:
    teasers = "".join(
        f"<div><h5>Teaser {n}</h5><p>{_TEXT}</p></div>" for n in range(chance.randint(1, 4))
    )
    return html.replace(
        '<aside class="sidebar" id="sidebar">', '<aside class="sidebar" id="sidebar">' + teasers, 1
    )


def readers_comments(html: str, chance: Random) -> str:
    """A page of comments below the article, each of them different."""
    name = chance.choice(("comment", "comment__text", "reader-reply", "box"))
    said = "".join(
        f'<div class="{name}"><b>Reader {n}</b><p>{crc32(html[500:900].encode()) + n} times I have '
        f"read such things, and number {n} of them was the truest that this town knows.</p></div>"
        for n in range(chance.randint(2, 12))
    )
    return html.replace(
        '<div id="load-next-article"',
        f'<section id="talk">{said}</section><div id="load-next-article"',
        1,
    )


def other_tag(html: str, chance: Random) -> str:
    """Sections where there were divs, outside the body."""
    name = chance.choice(("section", "main"))
    html = html.replace(
        '<div class="row-flex gutter-2"><div class="col">',
        f'<{name} class="row-flex gutter-2"><div class="col">',
        1,
    )
    return html.replace("</aside></div>\n</div></div>", f"</aside></div>\n</{name}></div>", 1)


def paragraphs_numbered(html: str, chance: Random) -> str:
    numbers = iter(range(10**6))
    return re.sub(
        r"<p>", lambda _: f'<p id="p{next(numbers)}" data-track="x{chance.randrange(9)}">', html
    )


def chrome_renamed(html: str, chance: Random) -> str:
    """A new header, menu and footer."""
    for name in ("site-header", "navigation", "footer", "social", "cluster", "listed-articles"):
        html = html.replace(f'class="{name}', f'class="n{chance.randrange(99)}-{name}')
    return html


def json_ld_reordered(html: str, chance: Random) -> str:
    """Linked data moves to the end of the page."""
    scripts = re.findall(r'<script type="application/ld\+json".*?</script>\n?', html, re.DOTALL)
    for script in scripts:
        html = html.replace(script, "", 1)
    return html.replace("</body>", "".join(scripts) + "</body>", 1)


def more_linked_data(html: str, chance: Random) -> str:
    told = '{"@type": "WebPage", "speakable": {"cssSelector": ["h1"]}}'
    data = f'<script type="application/ld+json">{told}</script>'
    return html.replace("</head>", data + "</head>", 1)


def lazy_pictures(html: str, chance: Random) -> str:
    return html.replace("<img src=", '<img loading="lazy" decoding="async" src=')


def share_buttons_gone(html: str, chance: Random) -> str:
    return re.sub(r'<div class="social">.*?</div>', "", html, flags=re.DOTALL)


def as_it_was(html: str, chance: Random) -> str:
    """Nothing but other articles."""
    return html


SEEN: tuple[Change, ...] = (
    class_beside, wrapped, attributes_reordered, banner, ad_in_the_body, comments, more_metas,
    more_in_the_sidebar, readers_comments, chrome_renamed, as_it_was,
)  # fmt: skip
UNSEEN: tuple[Change, ...] = (
    white_space, minified, more_scripts, longer_footer, other_tag, paragraphs_numbered,
    json_ld_reordered, more_linked_data, lazy_pictures, share_buttons_gone,
)  # fmt: skip
