"""The blocks that a reader should find in each part of a body.

They are written down by hand, not read back from the page that is printed of the part: they are
the truth that extraction is measured by.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.site.figures import picture_text
from tests.site.issue import Press
from tests.site.markup import plain
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
from tests.site.story_blocks import frame

Marks = tuple[str, ...]

_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


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


def blocks_of(part: Part) -> Sequence[TrueBlock]:
    return _BLOCKS[type(part)](part)


def related_in(parts: Sequence[Part], press: Press) -> list[str]:
    """The addresses that boxes lead to which tell what they are."""
    return [
        f"{press.edition.home}/{press.today}/{part.slug}"
        for part in parts
        if isinstance(part, Related) and part.telling
    ]


def _block(kind: str, source: str, marks: Marks) -> TrueBlock:
    return TrueBlock(kind=kind, text=plain(source), marks=_with_link(source, marks))


def _with_link(source: str, marks: Marks) -> Marks:
    """``<a>`` comes last where at least nine tenths of the text stand inside links."""
    linked = sum(len(match[1]) for match in _LINK.finditer(source))
    return (*marks, "<a>") if linked >= 0.9 * len(plain(source)) else marks


def _text(part: Text | Bare) -> Sequence[TrueBlock]:
    return [_block("paragraph", text, frame("html")) for text in part.paragraphs]


def _header(part: Header) -> Sequence[TrueBlock]:
    return [_block("heading", part.text, frame("header"))]


def _quote(part: Quote) -> Sequence[TrueBlock]:
    marks = (*frame("quote", "outside"), "<blockquote>", "article__quote")
    text = f"{plain(part.text)}\n– {plain(part.cite)}"
    return [TrueBlock(kind="quote", text=text, marks=marks)]


def _aside(part: Aside) -> Sequence[TrueBlock]:
    marks = (*frame("aside", "bordered"), "<aside>", "article__aside")
    return [_block("aside", text, marks) for text in part.paragraphs]


def _item_list(part: ItemList) -> Sequence[TrueBlock]:
    text = "\n".join(plain(item) for item in part.items)
    return [TrueBlock(kind="list", text=text, marks=frame("html"))]


def _picture(part: Picture) -> Sequence[TrueBlock]:
    return _caption(part, (*frame("image", "full"), "<figure>", "article__image"))


def _slider(part: Slider) -> Sequence[TrueBlock]:
    marks = (*frame("images", "full"), "slider", "<figure>", "article__images")
    return [block for picture in part.pictures for block in _caption(picture, marks)]


def _caption(picture: Picture, marks: Marks) -> Sequence[TrueBlock]:
    text = picture_text(picture)
    return [TrueBlock(kind="caption", text=text, marks=marks)] if text else []


def _embed(part: Embed) -> Sequence[TrueBlock]:
    marks = (*frame("embed", "full"), "article__embed")
    return [TrueBlock(kind="embed", text=part.src, marks=marks)]


def _telegram_post(part: TelegramPost) -> Sequence[TrueBlock]:
    return []


def _link_card(part: LinkCard) -> Sequence[TrueBlock]:
    marks = (*frame("link"), "article__link")
    title = (*marks, "article__link__title", "<a>")
    description = (*marks, "article__link__description", "<a>")
    return [
        TrueBlock(kind="heading", text=plain(part.title), marks=title),
        TrueBlock(kind="paragraph", text=plain(part.description), marks=description),
    ]


def _related(part: Related) -> Sequence[TrueBlock]:
    marks: Marks = ("w-90",)
    if not part.telling:
        return _triple(part, marks, (*marks, "<a>"), "related-words")
    names = "<aside> article__related-article related-article__inner".split()
    marks = (*frame("article", "right"), *names)
    title = (*marks, "related-article__title", "<a>")
    return _triple(part, (*marks, "<a>"), title, "related")


def _triple(part: Related, marks: Marks, title: Marks, rule: str) -> Sequence[TrueBlock]:
    texts = (("paragraph", part.label, marks), ("heading", part.title, title))
    return [
        TrueBlock(kind=kind, text=plain(text), marks=found, rule=rule, words="related-words")
        for kind, text, found in (*texts, ("paragraph", "Read more", marks))
    ]


def _line(part: Line) -> Sequence[TrueBlock]:
    return [_said(Said(part.text, part.rule), frame("html"))]


def _box(part: Box) -> Sequence[TrueBlock]:
    marks = tuple(dict.fromkeys(" ".join(part.wrappers).split()))
    lines = [_torn(said, marks) if part.split else _said(said, marks) for said in part.lines]
    return [*lines, *(_said(said, (*marks, "<form>", "f-6", "f-7")) for said in part.form)]


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


_BLOCKS: Mapping[type[Part], Callable[[Any], Sequence[TrueBlock]]] = {
    Text: _text,
    Bare: _text,
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
