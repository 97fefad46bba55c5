"""The kinds of page that are not text with one photograph: video, podcast, gallery, live blog."""

import json
from collections.abc import Sequence
from datetime import datetime

from tests.site.figures import image_url
from tests.site.head import wrong_section
from tests.site.issue import Press
from tests.site.markup import attribute, inline
from tests.site.model import Picture, Post, Story
from tests.site.story_body import below_body, body_of


def above_row(story: Story, press: Press) -> str:
    """What stands over the article's row: a film, a recording, the name of a campaign."""
    if story.kind == "video":
        film = f"ex{story.key}"
        return (
            f'<figure class="videoheader" data-video="{film}" id="video-{film}">'
            f'<iframe src="https://video.example/embed/{film}" allowfullscreen></iframe></figure>'
        )
    if story.kind == "podcast":
        return (
            '<div class="mb-3"><iframe class="audio" height="180" '
            f'src="https://audio.example/embed/{story.key}"></iframe></div>'
        )
    if story.kind == "sponsored":
        return (
            '<div class="campaign__header"><span>Brought to you by</span> '
            '<a href="https://lantern.example/">Lantern Works</a></div>'
        )
    return ""


def gallery(story: Story, press: Press) -> str:
    """The pictures, beside a first body container that holds no text at all."""
    items = "\n".join(_gallery_item(picture, press) for picture in story.gallery)
    return (
        '<div class="article__content article__content--pictures">'
        f'<div class="gallery__stage"></div></div>\n<div class="article__gallery">\n{items}\n</div>'
    )


def _gallery_item(picture: Picture, press: Press) -> str:
    caption, credit = picture.caption or "", picture.credit or ""
    texts = (("caption", caption), ("credits", credit))
    aside = "".join(
        f'<div class="gallery__item__aside__content__{name}">{inline(text)}</div>'
        for name, text in texts
        if text
    )
    return f"""<div class="article__gallery__item" data-image-title="" \
data-image-caption="{attribute(caption)}" data-image-credits="{attribute(credit)}">
<img src="{image_url(picture, press.edition)}">
<div class="gallery__item__aside"><div class="gallery__item__aside__content">{aside}</div></div>
</div>"""


def live(story: Story, press: Press, era: str) -> str:
    """The shell of a live blog: an introduction, templates, and where the posts come from."""
    writers = ", ".join(story.byline)
    label = (
        f'<span class="label article__label">{inline(story.kicker)}</span>' if story.kicker else ""
    )
    return f"""<article class="article article--{wrong_section(story)} article--live">
<header class="article__header">{label}
<h1>{inline(story.headline)}</h1>
<h2>{inline(story.subtitle)}</h2></header>
<!-- <div class="byline__author">By {writers}</div> -->
<div class="live-intro">
{body_of(story, press, era)}
</div>
<script type="text/html" id="live-post-template">
<div class="live-post" id="live-post-{{{{time}}}}"><p>{{{{body}}}}</p>
<time>{{{{time}}}}</time></div></script>
<div class="live-posts" data-url="/live/{story.key}/{{{{from}}}}" data-interval="10"></div>
<div class="article__bottom">{below_body(story, press, era)}</div>
</article>"""


def posts_json(posts: Sequence[Post], since: int) -> str:
    """The posts from a Unix time on, oldest first."""
    found = [post for post in posts if datetime.fromisoformat(post.time).timestamp() >= since]
    return json.dumps(
        [
            {"id": post.number, "time": post.time, "body": [{"type": "html", "html": post.html}]}
            for post in sorted(found, key=lambda post: post.time)
        ],
        ensure_ascii=False,
    )
