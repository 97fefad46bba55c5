"""Print each part of a body as HTML, and say beside it which blocks a reader should find there.

The blocks are written down by hand next to the markup, not read back from it: they are the truth
that extraction is measured by.
"""

from collections.abc import Callable, Mapping
from typing import Any

from newscrawl.site.boxes import box, line, related
from newscrawl.site.issue import Press
from newscrawl.site.laid import Laid, Marks, TrueBlock, block, frame, framed, image_tag
from newscrawl.site.markup import attribute, inline, picture_text, plain
from newscrawl.site.model import (
    Aside,
    Bare,
    Box,
    Embed,
    Header,
    ItemList,
    Line,
    LinkCard,
    Part,
    Picture,
    Quote,
    Related,
    Slider,
    TelegramPost,
    Text,
)


def lay(part: Part, press: Press) -> Laid:
    """One part as HTML, with its blocks."""
    return _PRINTERS[type(part)](part, press)


def text(part: Text, press: Press) -> Laid:
    html = "\n".join(f"<p>{inline(text)}</p>" for text in part.paragraphs)
    blocks = tuple(block("paragraph", text, frame("html")) for text in part.paragraphs)
    return Laid(framed("html", html), blocks)


def bare(part: Bare, press: Press) -> Laid:
    html = "<br>\n<br>".join(inline(text) for text in part.paragraphs)
    blocks = tuple(block("paragraph", text, frame("html")) for text in part.paragraphs)
    return Laid(framed("html", html), blocks)


def header(part: Header, press: Press) -> Laid:
    html = framed("header", f"<h2>{inline(part.text)}</h2>")
    return Laid(html, (block("heading", part.text, frame("header")),))


def quote(part: Quote, press: Press) -> Laid:
    html = (
        f'<blockquote class="article__quote"><p>{inline(part.text)}</p>'
        f"<cite>– {inline(part.cite)}</cite></blockquote>"
    )
    marks = (*frame("quote", "outside"), "<blockquote>", "article__quote")
    text = f"{plain(part.text)}\n– {plain(part.cite)}"
    found = TrueBlock(kind="quote", text=text, marks=marks)
    return Laid(framed("quote", html, "outside"), (found,))


def aside(part: Aside, press: Press) -> Laid:
    inner = "\n".join(f"<p>{inline(text)}</p>" for text in part.paragraphs)
    marks = (*frame("aside", "bordered"), "<aside>", "article__aside")
    html = framed("aside", f'<aside class="article__aside">{inner}</aside>', "bordered")
    return Laid(html, tuple(block("aside", text, marks) for text in part.paragraphs))


def listing(part: ItemList, press: Press) -> Laid:
    tag = "ol" if part.ordered else "ul"
    items = "\n".join(f"<li>{inline(item)}</li>" for item in part.items)
    text = "\n".join(plain(item) for item in part.items)
    found = TrueBlock(kind="list", text=text, marks=frame("html"))
    return Laid(framed("html", f"<{tag}>\n{items}\n</{tag}>"), (found,))


def _figure(picture: Picture, kind: str, press: Press) -> str:
    spans = [
        f'<span class="article__{kind}__{name}">{inline(text)}</span>'
        for name, text in (("caption", picture.caption), ("credits", picture.credit))
        if text
    ]
    caption = f"<figcaption>{' '.join(spans)}</figcaption>" if spans else ""
    name = f"article__{kind}"
    return f'<figure class="{name}">{image_tag(picture, press.edition)}{caption}</figure>'


def _caption(picture: Picture, marks: Marks) -> tuple[TrueBlock, ...]:
    text = picture_text(picture)
    return (TrueBlock(kind="caption", text=text, marks=marks),) if text else ()


def picture(part: Picture, press: Press) -> Laid:
    marks = (*frame("image", "full"), "<figure>", "article__image")
    html = framed("image", _figure(part, "image", press), "full")
    return Laid(html, _caption(part, marks))


def slider(part: Slider, press: Press) -> Laid:
    figures = "\n".join(_figure(picture, "images", press) for picture in part.pictures)
    marks = (*frame("images", "full"), "slider", "<figure>", "article__images")
    blocks = tuple(found for picture in part.pictures for found in _caption(picture, marks))
    return Laid(framed("images", f'<div class="slider">\n{figures}\n</div>', "full"), blocks)


def embed(part: Embed, press: Press) -> Laid:
    player = f'<iframe src="{attribute(part.src)}" width="560" height="315"></iframe>'
    html = framed("embed", f'<div class="article__embed">{player}</div>', "full")
    marks = (*frame("embed", "full"), "article__embed")
    return Laid(html, (TrueBlock(kind="embed", text=part.src, marks=marks),))


def telegram_post(part: TelegramPost, press: Press) -> Laid:
    script = (
        f'<script async src="/js/telegram-widget.js" data-telegram-post="{part.post}"></script>'
    )
    return Laid(framed("embed", f'<div class="article__embed">{script}</div>', "full"))


def link_card(part: LinkCard, press: Press) -> Laid:
    html = (
        f'<div class="article__link"><a href="{attribute(part.href)}">'
        f'<h3 class="article__link__title">{inline(part.title)}</h3>'
        f'<div class="article__link__description">{inline(part.description)}</div></a></div>'
    )
    marks = (*frame("link"), "article__link")
    title = (*marks, "article__link__title", "<a>")
    description = (*marks, "article__link__description", "<a>")
    blocks = (
        TrueBlock(kind="heading", text=plain(part.title), marks=title),
        TrueBlock(kind="paragraph", text=plain(part.description), marks=description),
    )
    return Laid(framed("link", html), blocks)


_PRINTERS: Mapping[type[Part], Callable[[Any, Press], Laid]] = {
    Text: text,
    Bare: bare,
    Header: header,
    Quote: quote,
    Aside: aside,
    ItemList: listing,
    Picture: picture,
    Slider: slider,
    Embed: embed,
    TelegramPost: telegram_post,
    LinkCard: link_card,
    Related: related,
    Box: box,
    Line: line,
}
