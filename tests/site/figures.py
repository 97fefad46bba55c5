"""Print photographs: where they are, and what stands under them."""

from hashlib import md5

from tests.site.edition import Edition
from tests.site.markup import attribute, inline, plain
from tests.site.model import Picture


def figure(picture: Picture, kind: str, edition: Edition) -> str:
    spans = [
        f'<span class="article__{kind}__{name}">{inline(text)}</span>'
        for name, text in (("caption", picture.caption), ("credits", picture.credit))
        if text
    ]
    caption = f"<figcaption>{' '.join(spans)}</figcaption>" if spans else ""
    return f'<figure class="article__{kind}">{image_tag(picture, edition)}{caption}</figure>'


def image_tag(picture: Picture, edition: Edition) -> str:
    """The English site repeats caption and credit in ``alt``; the Russian one loads lazily."""
    source = "data-src" if edition.lazy_images else "src"
    return (
        f'<img {source}="{image_url(picture, edition)}" alt="{attribute(picture_text(picture))}">'
    )


def image_url(picture: Picture, edition: Edition) -> str:
    folder = md5(picture.file.encode(), usedforsecurity=False).hexdigest()[:2]
    return f"{edition.images}/{folder}/{picture.file}"


def picture_text(picture: Picture) -> str:
    return plain(" ".join(filter(None, (picture.caption, picture.credit))))
