"""What printing gives: HTML, and beside it the blocks that a reader should find there."""

from dataclasses import dataclass
from hashlib import md5

from newscrawl.site.edition import Edition
from newscrawl.site.markup import attribute, is_link, picture_text, plain
from newscrawl.site.model import Picture

Marks = tuple[str, ...]
#: Stands under opinion pieces, in a container of its own behind the body.
DISCLAIMER = (
    "The views expressed in opinion pieces do not necessarily reflect the position of "
    "The Moscow Times."
)


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


def image_url(picture: Picture, edition: Edition) -> str:
    folder = md5(picture.file.encode(), usedforsecurity=False).hexdigest()[:2]
    return f"{edition.images}/{folder}/{picture.file}"


def image_tag(picture: Picture, edition: Edition) -> str:
    """The English site repeats caption and credit in ``alt``; the Russian one loads lazily."""
    source = "data-src" if edition.lazy_images else "src"
    return (
        f'<img {source}="{image_url(picture, edition)}" alt="{attribute(picture_text(picture))}">'
    )


def framed(kind: str, inner: str, position: str = "column") -> str:
    names = " ".join(frame(kind, position))
    return f'<div class="{names}">\n{inner}\n</div>'


def frame(kind: str, position: str = "column") -> Marks:
    return ("article__block", f"article__block--{kind}", f"article__block--{position}")


def block(kind: str, source: str, marks: Marks) -> TrueBlock:
    return TrueBlock(kind=kind, text=plain(source), marks=with_link(source, marks))


def with_link(source: str, marks: Marks) -> Marks:
    return (*marks, "<a>") if is_link(source) else marks
