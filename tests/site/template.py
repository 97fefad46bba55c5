"""The page of an article: the skeleton around its body, and what each kind does differently."""

from collections.abc import Sequence

from tests.site.byline import author_path, byline
from tests.site.chrome import cluster, footer, sidebar, social, top
from tests.site.figures import image_tag
from tests.site.head import head, wrong_section
from tests.site.issue import Issue, Press
from tests.site.markup import attribute, inline
from tests.site.model import Picture, Story
from tests.site.special import above_row, gallery, live
from tests.site.story_body import below_body, body_of

#: Stands under opinion pieces, in a container of its own behind the body.
DISCLAIMER = (
    "The views expressed in opinion pieces do not necessarily reflect the position of "
    "The Moscow Times."
)
_BODY_CLASSES = {
    "video": "article-item article-item--full-header",
    "gallery": "article-item article-item--full-header",
    "sponsored": "article-item article-item--plus",
}


def article_page(story: Story, issue: Issue) -> str:
    press = issue.press
    inner, number = _inner(story, issue), story.key.rsplit("/", 1)[-1]
    section = wrong_section(story)
    return f"""<!DOCTYPE html>
<html lang="{press.edition.language}">
<head>
{head(story, press)}
</head>
<body class="{_BODY_CLASSES.get(story.kind, "article-item")}" y-use="Main">
{top(press)}
<article y-use="article.IsIntersecting">
<!--[[[article:{story.key}]]]-->
<div class="gtm-section gtm-type" data-section="{section}" data-type="{story.kind}"></div>
{above_row(story, press)}
<div class="container article-container" id="article-id-{number}" {_data(story, issue)}>
<div class="row-flex gutter-2"><div class="col">
{inner}
</div>
<div class="col-auto hidden-sm-down">{sidebar(issue.newest, press)}</div>
</div></div>
{cluster(_others(story, issue), press)}
</article>
<div id="load-next-article" y-use="article.InfinityScroll"></div>
{footer(press)}
</body>
</html>
"""


def _others(story: Story, issue: Issue) -> Sequence[Story]:
    return [other for other in issue.newest if other.key != story.key]


def _data(story: Story, issue: Issue) -> str:
    older = [other for other in _others(story, issue) if other.published < story.published]
    number = story.key.rsplit("/", 1)[-1]
    return (
        f'data-page-id="{number}" data-next-id="{older[0].key if older else ""}" '
        f'data-article-url="{issue.press.edition.home}{story.path}" '
        f'data-article-title="{attribute(story.headline)}"'
    )


def _inner(story: Story, issue: Issue) -> str:
    """The article itself, inside the one that wraps the whole page."""
    press, era = issue.press, issue.era_of(story)
    url = press.edition.home + story.path
    if story.kind == "live":
        return live(story, press, era)
    extra = " article--advertorial" if story.kind == "sponsored" else ""
    return f"""<article class="article article--{wrong_section(story)}{extra}">
{_header(story)}
<div class="article__byline byline{" byline--opinion" if story.kind == "opinion" else ""}">
{byline(story, press)}
<div class="byline__social">{social(url)}</div>
</div>
{_intro(story)}
{_featured(story.picture, press) if story.picture else ""}
{gallery(story, press) if story.gallery else ""}
<div class="article__content-container">
<div class="article__content" y-name="article-content" id="body-text">
{body_of(story, press, era)}
</div></div>
{_disclaimer(story, press)}
{_author_boxes(story)}
<div class="article__bottom">
{_tags(story, press)}
{below_body(story, press, era)}
{social(url)}
</div>
</article>"""


def _header(story: Story) -> str:
    label = (
        f'<span class="label article__label">{inline(story.kicker)}</span>' if story.kicker else ""
    )
    if story.partner:
        label = (
            '<span class="label label--partner">Partner Content</span>'
            '<a class="label label--partners" href="/partner/lantern-works">Lantern Works</a>'
        )
    title = inline(story.headline)
    if story.kind != "gallery":
        title = f'<a href="{story.path}" title="{attribute(story.headline)}">{title}</a>'
    return f"""<header class="article__header">
{label}
<h1>{title}</h1>
<h2>{inline(story.subtitle)}</h2>
</header>"""


def _intro(story: Story) -> str:
    return f'<div class="article__intro">{inline(story.lead)}</div>' if story.lead else ""


def _featured(picture: Picture, press: Press) -> str:
    names = (("caption", picture.caption), ("credits", picture.credit))
    spans = "\n".join(
        f'<span class="article__featured-image__{name} featured-image__{name}">'
        f"{inline(text)}</span>"
        for name, text in names
        if text
    )
    caption = f"<figcaption>{spans}</figcaption>" if spans else ""
    image = image_tag(Picture(picture.file), press.edition).replace(' alt=""', "")
    return f'<figure class="article__featured-image featured-image">{image}{caption}</figure>'


def _disclaimer(story: Story, press: Press) -> str:
    if story.kind != "opinion" or press.edition.language != "en":
        return ""
    return f'<div class="article__disclaimer">{DISCLAIMER}</div>'


def _author_boxes(story: Story) -> str:
    """The same box twice, for wide screens and for narrow ones."""
    boxes = [
        f'<div class="author-excerpt-{size}"><a href="{author_path(name)}">'
        f'<h3 class="author-excerpt-{size}__name">{inline(name)}</h3></a>'
        f'<p class="author-excerpt-{size}__bio">{inline(name)} writes for this example.</p>'
        '<a class="author-excerpt__twitter" href="https://social.example/@nobody">@nobody</a></div>'
        for name in story.authors
        for size in ("default", "small")
        if story.listed
    ]
    return "\n".join(boxes)


def _tags(story: Story, press: Press) -> str:
    if not story.keywords or not story.listed:
        return ""
    links = ", ".join(
        f'<a class="tag" href="/tag/{word.lower().replace(" ", "-")}">{inline(word)}</a>'
        for word in story.keywords
    )
    words = "Read more about:" if press.edition.language == "en" else "Читайте также о:"
    return f'<div class="article__tags"><span class="label">{words}</span>\n{links}</div>'
