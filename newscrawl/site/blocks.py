"""Print each part of a body as HTML, and say beside it which blocks a reader should find there.

The blocks are written down by hand next to the markup, not read back from it: they are the truth
that extraction is measured by.
"""

from dataclasses import dataclass
from functools import singledispatch
from hashlib import md5

from newscrawl.site.edition import Edition
from newscrawl.site.markup import attribute, inline, is_link, picture_text, plain, torn
from newscrawl.site.model import (
    Aside,
    Bare,
    Box,
    Embed,
    Header,
    Line,
    LinkCard,
    Listing,
    Part,
    Picture,
    Quote,
    Related,
    Said,
    Slider,
    TelegramPost,
    Text,
)

Marks = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueBlock:
    """A block as it should be read, the rule that should take it, and the rule of words that
    should where class names tell nothing.
    """

    kind: str
    text: str
    marks: Marks
    rule: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """HTML with the blocks in it, and the addresses that its related boxes lead to."""

    html: str
    blocks: tuple[TrueBlock, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """Whose page is printed, and today as links name it: ``2026/10/12``."""

    edition: Edition
    today: str


def image_url(picture: Picture, edition: Edition) -> str:
    folder = md5(picture.file.encode(), usedforsecurity=False).hexdigest()[:2]
    return f"{edition.images}/{folder}/{picture.file}"


def image_tag(picture: Picture, edition: Edition) -> str:
    """The English site repeats caption and credit in ``alt``; the Russian one loads lazily."""
    source = "data-src" if edition.lazy_images else "src"
    return (
        f'<img {source}="{image_url(picture, edition)}" alt="{attribute(picture_text(picture))}">'
    )


def _framed(kind: str, inner: str, position: str = "column") -> str:
    names = " ".join(_frame(kind, position))
    return f'<div class="{names}">\n{inner}\n</div>'


def _frame(kind: str, position: str = "column") -> Marks:
    return ("article__block", f"article__block--{kind}", f"article__block--{position}")


def _block(kind: str, source: str, marks: Marks) -> TrueBlock:
    return TrueBlock(kind=kind, text=plain(source), marks=_with_link(source, marks))


def _with_link(source: str, marks: Marks) -> Marks:
    return (*marks, "<a>") if is_link(source) else marks


@singledispatch
def lay(part: Part, press: Press) -> Laid:
    """One part as HTML, with its blocks."""
    raise TypeError(f"no markup for {type(part).__name__}")


@lay.register
def _(part: Text, press: Press) -> Laid:
    html = "\n".join(f"<p>{inline(text)}</p>" for text in part.paragraphs)
    blocks = tuple(_block("paragraph", text, _frame("html")) for text in part.paragraphs)
    return Laid(_framed("html", html), blocks)


@lay.register
def _(part: Bare, press: Press) -> Laid:
    html = "<br>\n<br>".join(inline(text) for text in part.paragraphs)
    blocks = tuple(_block("paragraph", text, _frame("html")) for text in part.paragraphs)
    return Laid(_framed("html", html), blocks)


@lay.register
def _(part: Header, press: Press) -> Laid:
    html = _framed("header", f"<h2>{inline(part.text)}</h2>")
    return Laid(html, (_block("heading", part.text, _frame("header")),))


@lay.register
def _(part: Quote, press: Press) -> Laid:
    html = (
        f'<blockquote class="article__quote"><p>{inline(part.text)}</p>'
        f"<cite>– {inline(part.cite)}</cite></blockquote>"
    )
    marks = (*_frame("quote", "outside"), "<blockquote>", "article__quote")
    text = f"{plain(part.text)}\n– {plain(part.cite)}"
    block = TrueBlock(kind="quote", text=text, marks=marks)
    return Laid(_framed("quote", html, "outside"), (block,))


@lay.register
def _(part: Aside, press: Press) -> Laid:
    inner = "\n".join(f"<p>{inline(text)}</p>" for text in part.paragraphs)
    marks = (*_frame("aside", "bordered"), "<aside>", "article__aside")
    html = _framed("aside", f'<aside class="article__aside">{inner}</aside>', "bordered")
    return Laid(html, tuple(_block("aside", text, marks) for text in part.paragraphs))


@lay.register
def _(part: Listing, press: Press) -> Laid:
    tag = "ol" if part.ordered else "ul"
    items = "\n".join(f"<li>{inline(item)}</li>" for item in part.items)
    text = "\n".join(plain(item) for item in part.items)
    block = TrueBlock(kind="list", text=text, marks=_frame("html"))
    return Laid(_framed("html", f"<{tag}>\n{items}\n</{tag}>"), (block,))


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


@lay.register
def _(part: Picture, press: Press) -> Laid:
    marks = (*_frame("image", "full"), "<figure>", "article__image")
    html = _framed("image", _figure(part, "image", press), "full")
    return Laid(html, _caption(part, marks))


@lay.register
def _(part: Slider, press: Press) -> Laid:
    figures = "\n".join(_figure(picture, "images", press) for picture in part.pictures)
    marks = (*_frame("images", "full"), "slider", "<figure>", "article__images")
    blocks = tuple(block for picture in part.pictures for block in _caption(picture, marks))
    return Laid(_framed("images", f'<div class="slider">\n{figures}\n</div>', "full"), blocks)


@lay.register
def _(part: Embed, press: Press) -> Laid:
    frame = f'<iframe src="{attribute(part.src)}" width="560" height="315"></iframe>'
    html = _framed("embed", f'<div class="article__embed">{frame}</div>', "full")
    marks = (*_frame("embed", "full"), "article__embed")
    return Laid(html, (TrueBlock(kind="embed", text=part.src, marks=marks),))


@lay.register
def _(part: TelegramPost, press: Press) -> Laid:
    script = (
        f'<script async src="/js/telegram-widget.js" data-telegram-post="{part.post}"></script>'
    )
    return Laid(_framed("embed", f'<div class="article__embed">{script}</div>', "full"))


@lay.register
def _(part: LinkCard, press: Press) -> Laid:
    html = (
        f'<div class="article__link"><a href="{attribute(part.href)}">'
        f'<h3 class="article__link__title">{inline(part.title)}</h3>'
        f'<div class="article__link__description">{inline(part.description)}</div></a></div>'
    )
    marks = (*_frame("link"), "article__link")
    title = (*marks, "article__link__title", "<a>")
    description = (*marks, "article__link__description", "<a>")
    blocks = (
        TrueBlock(kind="heading", text=plain(part.title), marks=title),
        TrueBlock(kind="paragraph", text=plain(part.description), marks=description),
    )
    return Laid(_framed("link", html), blocks)


@lay.register
def _(part: Related, press: Press) -> Laid:
    return _related(part, press) if part.telling else _related_by_words(part, press)


def _related(part: Related, press: Press) -> Laid:
    path = f"/{press.today}/{part.slug}"
    html = (
        '<aside class="article__related-article">'
        f'<a class="related-article__inner" href="{path}"><span class="label">{part.label}</span>'
        f'<h3 class="related-article__title">{inline(part.title)}</h3>'
        '<span class="related-article__cta">Read more</span></a></aside>'
    )
    anchor = (
        *_frame("article", "right"),
        "<aside>",
        "article__related-article",
        "related-article__inner",
    )
    blocks = (
        _triple("paragraph", part.label, (*anchor, "<a>"), "related"),
        _triple("heading", part.title, (*anchor, "related-article__title", "<a>"), "related"),
        _triple("paragraph", "Read more", (*anchor, "<a>"), "related"),
    )
    return Laid(_framed("article", html, "right"), blocks, (press.edition.home + path,))


def _related_by_words(part: Related, press: Press) -> Laid:
    link = f'<a href="/{press.today}/{part.slug}">{inline(part.title)}</a>'
    html = f'<div class="w-90"><p>{part.label}</p><h3>{link}</h3><p>Read more</p></div>'
    marks = ("w-90",)
    blocks = (
        _triple("paragraph", part.label, marks, "related-words"),
        _triple("heading", part.title, (*marks, "<a>"), "related-words"),
        _triple("paragraph", "Read more", marks, "related-words"),
    )
    return Laid(html, blocks)


def _triple(kind: str, text: str, marks: Marks, rule: str) -> TrueBlock:
    return TrueBlock(kind=kind, text=plain(text), marks=marks, rule=rule, words="related-words")


@lay.register
def _(part: Line, press: Press) -> Laid:
    block = _said(Said(part.text, part.rule), _frame("html"))
    return Laid(_framed("html", f"<p>{inline(part.text)}</p>"), (block,))


@lay.register
def _(part: Box, press: Press) -> Laid:
    """Lines are paragraphs, or divs of torn words; the form's lines are divs (a real one has
    buttons, whose words a reader may well pass over).
    """
    marks = tuple(dict.fromkeys(" ".join(part.wrappers).split()))
    html = "\n".join(_line(said, part.split) for said in part.lines)
    blocks = [_torn(said, marks) if part.split else _said(said, marks) for said in part.lines]
    if part.form:
        options = "".join(f'<div class="f-7">{inline(said.text)}</div>' for said in part.form)
        html += f'\n<form class="f-6" action="/contribute">{options}<input type="hidden"></form>'
        blocks += [_said(said, (*marks, "<form>", "f-6", "f-7")) for said in part.form]
    for wrapper in reversed(part.wrappers):
        html = f'<div class="{wrapper}">\n{html}\n</div>'
    return Laid(html, tuple(blocks))


def _line(said: Said, split: bool) -> str:
    if split:
        return f'<div class="q-2">{torn(said.text)}</div>'
    return f"<p>{inline(said.text)}</p>"


def _torn(said: Said, marks: Marks) -> TrueBlock:
    return _said(Said(plain(said.text), said.rule), (*marks, "q-2"))


def _said(said: Said, marks: Marks) -> TrueBlock:
    return TrueBlock(
        kind="paragraph",
        text=plain(said.text),
        marks=_with_link(said.text, marks),
        rule=_rule_of_place(marks) or said.rule,
        words=said.rule,
    )


def _rule_of_place(marks: Marks) -> str | None:
    if "article__newsletter" in marks:
        return "newsletter"
    return "contribute" if any(mark.startswith("contribute-") for mark in marks) else None
