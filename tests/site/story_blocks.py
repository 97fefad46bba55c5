"""Print each part of a body as HTML."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.site.figures import figure
from tests.site.issue import Press
from tests.site.markup import attribute, inline, torn
from tests.site.model import (
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
    Said,
    Slider,
    TelegramPost,
    Text,
)


def lay(part: Part, press: Press) -> str:
    return _PRINTERS[type(part)](part, press)


def frame(kind: str, position: str = "column") -> tuple[str, ...]:
    """The class names of the element around a block."""
    return ("article__block", f"article__block--{kind}", f"article__block--{position}")


def _framed(kind: str, inner: str, position: str = "column") -> str:
    return f'<div class="{" ".join(frame(kind, position))}">\n{inner}\n</div>'


def _text(part: Text, press: Press) -> str:
    return _framed("html", "\n".join(f"<p>{inline(text)}</p>" for text in part.paragraphs))


def _bare(part: Bare, press: Press) -> str:
    return _framed("html", "<br>\n<br>".join(inline(text) for text in part.paragraphs))


def _header(part: Header, press: Press) -> str:
    return _framed("header", f"<h2>{inline(part.text)}</h2>")


def _quote(part: Quote, press: Press) -> str:
    html = (
        f'<blockquote class="article__quote"><p>{inline(part.text)}</p>'
        f"<cite>– {inline(part.cite)}</cite></blockquote>"
    )
    return _framed("quote", html, "outside")


def _aside(part: Aside, press: Press) -> str:
    inner = "\n".join(f"<p>{inline(text)}</p>" for text in part.paragraphs)
    return _framed("aside", f'<aside class="article__aside">{inner}</aside>', "bordered")


def _item_list(part: ItemList, press: Press) -> str:
    tag = "ol" if part.ordered else "ul"
    items = "\n".join(f"<li>{inline(item)}</li>" for item in part.items)
    return _framed("html", f"<{tag}>\n{items}\n</{tag}>")


def _picture(part: Picture, press: Press) -> str:
    return _framed("image", figure(part, "image", press.edition), "full")


def _slider(part: Slider, press: Press) -> str:
    figures = "\n".join(figure(picture, "images", press.edition) for picture in part.pictures)
    return _framed("images", f'<div class="slider">\n{figures}\n</div>', "full")


def _embed(part: Embed, press: Press) -> str:
    player = f'<iframe src="{attribute(part.src)}" width="560" height="315"></iframe>'
    return _framed("embed", f'<div class="article__embed">{player}</div>', "full")


def _telegram_post(part: TelegramPost, press: Press) -> str:
    script = (
        f'<script async src="/js/telegram-widget.js" data-telegram-post="{part.post}"></script>'
    )
    return _framed("embed", f'<div class="article__embed">{script}</div>', "full")


def _link_card(part: LinkCard, press: Press) -> str:
    html = (
        f'<div class="article__link"><a href="{attribute(part.href)}">'
        f'<h3 class="article__link__title">{inline(part.title)}</h3>'
        f'<div class="article__link__description">{inline(part.description)}</div></a></div>'
    )
    return _framed("link", html)


def _related(part: Related, press: Press) -> str:
    path = f"/{press.today}/{part.slug}"
    if not part.telling:
        link = f'<a href="{path}">{inline(part.title)}</a>'
        return f'<div class="w-90"><p>{part.label}</p><h3>{link}</h3><p>Read more</p></div>'
    html = (
        '<aside class="article__related-article">'
        f'<a class="related-article__inner" href="{path}"><span class="label">{part.label}</span>'
        f'<h3 class="related-article__title">{inline(part.title)}</h3>'
        '<span class="related-article__cta">Read more</span></a></aside>'
    )
    return _framed("article", html, "right")


def _line(part: Line, press: Press) -> str:
    return _framed("html", f"<p>{inline(part.text)}</p>")


def _box(part: Box, press: Press) -> str:
    """Lines are paragraphs, or divs of torn words; the form's lines are divs (a real one has
    buttons, whose words a reader may well pass over).
    """
    html = "\n".join(_said(said, part.split) for said in part.lines)
    if part.form:
        options = "".join(f'<div class="f-7">{inline(said.text)}</div>' for said in part.form)
        html += f'\n<form class="f-6" action="/contribute">{options}<input type="hidden"></form>'
    for wrapper in reversed(part.wrappers):
        html = f'<div class="{wrapper}">\n{html}\n</div>'
    return html


def _said(said: Said, split: bool) -> str:
    return f'<div class="q-2">{torn(said.text)}</div>' if split else f"<p>{inline(said.text)}</p>"


_PRINTERS: Mapping[type[Part], Callable[[Any, Press], str]] = {
    Text: _text,
    Bare: _bare,
    Header: _header,
    Quote: _quote,
    Aside: _aside,
    ItemList: _item_list,
    Picture: _picture,
    Slider: _slider,
    Embed: _embed,
    TelegramPost: _telegram_post,
    LinkCard: _link_card,
    Related: _related,
    Box: _box,
    Line: _line,
}
