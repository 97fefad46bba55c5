"""Pages that put an article where it is soon lost, or its surroundings into the article."""

import base64

import pytest

from newscrawl import read_article
from newscrawl.article import BlockKind
from newscrawl.errors import EmptyBody
from tests.rows import every_row

STORY = [
    f"On day {n} the council of Lund told {n + 20} fishermen that the harbour stays shut, and why."
    for n in range(6)
]
_DAYS = [*enumerate(STORY)]
_PS = "".join(f"<p>{text}</p>" for text in STORY)
_HEAD = "<title>Harbour stays shut | The River</title>"
_H1 = "<h1>Harbour stays shut</h1>"


def body(html: str) -> list[str]:
    page = f"<!doctype html>{_HEAD}<body>{html}".encode()
    return read_article(page, "https://river.test/a").body.split("\n\n")


@every_row(
    "html",
    [
        # All of it in elements that were left open, or that nobody sees as a rule.
        f"{_H1}<aside><p><a href=/b>Another story of ours</a></p><div>{_PS}</div></aside>",
        f"<h2>Harbour stays shut<div>{'</div><div>'.join(STORY)}</div>",
        f"<p>Menu</p><noscript><img src=/count.gif><div>{_H1}{_PS}</div>",
        f"<div id=app></div><noscript>{_H1}{_PS}</noscript>",
        # A notice that is as long stands before the headline.
        f"<div class=old><p>{STORY[0][::-1] * 4}.</p></div><div class=n>{_H1}{_PS}</div>",
        # The headline of a picture series among the paragraphs.
        f"{_H1}<div>{''.join(f'<p>{t}</p>' for t in STORY[:3])}<div><h1>Harbours of Europe</h1>"
        f"</div><div class=s><p>{'</p><p>'.join(STORY[3:])}</p></div></div>",
        # A headline and a dek in an element that is called an article, beside the text in another.
        f"<div class=post>{_H1}<p>The harbour of Lund stays shut until the spring.</p></div>"
        f"<article class=post><div>{_PS}</div><h3>More</h3><time>1 May</time></article>",
        # An advertisement parts it, or a rule.
        f"{_H1}<main><section><div class=w><div class=t>{_PS.replace(STORY[5], 'Salt.')}"
        "</div></div></section><div>Loading</div><section><div class=w><div class=t>"
        f"<h2>Later</h2><p>{STORY[5]}</p></div></div></section></main>",
        # The entries of a live blog, with headlines of their own.
        f'<div itemscope itemtype="https://schema.org/NewsArticle">{_H1}<p>{STORY[0]}</p>'
        f"<p>{STORY[1]}</p></div><div>"
        + "".join(
            '<div itemprop=liveBlogUpdate itemscope itemtype="https://schema.org/BlogPosting">'
            f"<h2 itemprop=headline>Day {n}</h2><time>1 May</time><p>{text}</p></div>"
            for n, text in enumerate(STORY[2:])
        )
        + "</div>",
        # More that a program reads than readers.
        f"<div hidden><p>{base64.b64encode(bytes(3000)).decode()}</p></div>{_H1}{_PS}",
        # A section whose id is made of its heading's words, of which one is "menu".
        f"{_H1}<p>{STORY[0]}</p><section id=menu-changes-on-board><h2>Menu changes on board</h2>"
        f"{''.join(f'<p>{t}</p>' for t in STORY[1:4])}</section><p>{STORY[4]}</p><p>{STORY[5]}</p>",
    ],
)
def test_an_article_in_an_odd_place_is_read_whole(html: str) -> None:
    found = body(html)

    assert [text for text in found if text in STORY] == STORY
    assert not [text for text in found if text not in STORY and len(text) > 60]


@every_row(
    ("box", "is_heading"),
    [
        ('<div class=b><h4><a href="#">{}</a></h4></div>', False),
        ('<div class=b><h4><a href="javascript:zoom()">{}</a></h4></div>', False),
        (
            f'<div class=b><h4><a href="#c">{{}}</a></h4></div><div id=c><p>{STORY[0]}</p></div>',
            True,
        ),
        (f'<div class=b><h4><a href="#c">{{}}</a></h4><p>{STORY[0]}</p></div>', True),
        ('<div class=b><h4 id=c><a href="#c">{}</a></h4></div>', True),
        (
            f"<details><summary><h4><a href=#>{{}}</a></h4></summary><p>{STORY[0]}</p></details>",
            True,
        ),
    ],
)
def test_a_link_in_a_heading_opens_what_stands_below_it(box: str, is_heading: bool) -> None:
    told = [f"<p>{text}</p>" for text in STORY]
    parts = "".join([*told[:3], box.format("Harbours at a glance"), *told[3:]])

    assert ("Harbours at a glance" in body(f"{_H1}<div>{parts}</div>")) == is_heading


@every_row(("tag", "heading"), [("section", "Comments"), ("article", "Bear sleeps in a library")])
def test_what_others_tell_in_elements_like_a_texts_is_none_of_it(tag: str, heading: str) -> None:
    other = f"<h2>{heading}</h2><p>{' '.join(STORY)[::-1][:60]}.</p>"
    told, behind = (
        f"<{tag}><div class=w><div class=t>{each}</div></div></{tag}>" for each in (_PS, other)
    )

    assert body(f"{_H1}<main>{told}<hr>{behind}</main>") == STORY


@every_row(
    ("line", "kind"),
    [
        ('<div role="heading" aria-level="3" class=b>What the port pays</div>', BlockKind.HEADING),
        ("<div class=b role=heading><b>Was der Hafen zahlt</b></div>", BlockKind.HEADING),
        ('<div class=b role="heading" aria-level=1>港が払うもの</div>', BlockKind.HEADING),
        ('<div class=b role="heading">They stay, all of them.</div>', BlockKind.PARAGRAPH),
        ("<div class=b>What the port pays</div>", None),
        ('<div class=b role="note">What the port pays</div>', None),
        ('<nav><div role="heading">What the port pays</div></nav>', None),
        ('<div class=b role="heading"><a href=/b>What the port pays</a></div>', None),
    ],
)
def test_a_line_is_a_heading_by_its_role(line: str, kind: BlockKind | None) -> None:
    told = [f"<p>{text}</p>" for text in STORY]
    page = f"{_HEAD}<body>{_H1}<article>{''.join([*told[:3], line, *told[3:]])}</article>"

    found = read_article(page.encode(), "https://river.test/a").blocks

    assert [block.kind for block in found if block.text not in STORY] == [kind] * bool(kind)


def test_a_story_that_is_told_in_headings_and_pictures_is_read() -> None:
    parts = "".join(f"<div class=part><h2>{text}</h2><img src=/{text[7]}></div>" for text in STORY)

    assert body(f"{_H1}{parts}<div class=part><p>{STORY[0]} Really.</p></div>")[:6] == STORY


_WON = [
    "\n".join(f"{place}, {n} boats" for n in (8, 9) for place in ("Lund", "Oslo", "Tartu")),
    "\n".join(f"{name}, {n} tons" for n in (8, 9) for name in ("Eva Ek", "Jan Lind", "Per Us")),
    "Ann Lee, Tides\nBo Ek, The Long Harbour\nCem Us, Salt",
    "Ida Holm\nOle By",
]
_DEK = "Fishermen of nine harbours were named the best of the year."


@every_row(
    ("page", "result"),
    [
        ("{h1}<p>{dek}</p><div>{lists}</div>", [_DEK, *_WON]),
        (
            "<header>{h1}<p>{dek}</p></header><div><div><p>In bold.</p>{lists}</div></div>",
            ["In bold.", *_WON],
        ),
        # A brief beside lists that nothing names, or a story that is told.
        (
            "{h1}<p>{dek}</p><div><ul><li>Lund<li>Oslo</ul><ul><li>Bo Ek<li>Ida Holm</ul></div>",
            [_DEK],
        ),
        (
            "{h1}<p>{dek}</p><div><h4>Us</h4><ul><li>Jobs at the paper<li>History</ul><h4>Buy</h4>"
            "<ul><li>Print edition<li>Our archive</ul><h4>See</h4><ul><li>Radio<li>TV</ul></div>",
            [_DEK],
        ),
        ("{h1}{ps}<div class=f><div class=g>{lists}</div></div>", STORY),
    ],
)
def test_lists_below_headings_are_a_story_where_little_else_is_told(
    page: str, result: list[str]
) -> None:
    items = (f"<ul><li>{each.replace(chr(10), '<li>')}</ul>" for each in _WON)
    lists = "".join(f"<h2>Best of class {n}</h2>{each}" for n, each in enumerate(items))

    found = body(page.format(h1=_H1, dek=_DEK, ps=_PS, lists=lists))

    assert [text for text in found if not text.startswith("Best of")] == result


@pytest.mark.parametrize(
    "standfirst",
    [
        "<p class=article-teaser>{}</p>",
        "<div class=c-intro__copy>{}</div>",
        "<ul class=t><li>{}</li></ul>",
    ],
)
@pytest.mark.parametrize("headline", [_H1, "<div class=page-title>Harbour stays shut</div>"])
def test_a_standfirst_is_kept_whatever_holds_it(headline: str, standfirst: str) -> None:
    dek = "The harbour of Lund, which has been shut since the storm of last autumn, stays shut now."
    dek += " Fishermen are angry."

    found = body(f"<header>{headline}{standfirst.format(dek)}</header><div id=s>{_PS}</div>")

    assert found == [dek, *STORY]


@pytest.mark.parametrize(
    ("items", "are_told"),
    [
        (["The harbour of Lund will stay shut all year.", "No boat has left it so far."], True),
        (
            [
                "<a href=/1>A boat sank in the sea today.</a>",
                "<a href=/2>It was a storm there.</a>",
            ],
            False,
        ),
        (["The harbour of Lund will stay shut", "No boat has left the harbour so far"], False),
    ],
    ids=["sentences", "links", "titles"],
)
def test_points_above_a_story_are_told_where_they_are_sentences(
    items: list[str], are_told: bool
) -> None:
    points = "".join(f"<li>{item}</li>" for item in items)
    more = [f"{text} So they said." for text in STORY]

    found = body(
        f"<div>{_H1}<div class=k><h2>Key Points</h2><ul>{points}</ul></div></div>"
        f"<div id=s>{_PS}<p>{'<p>'.join(more)}</div>"
    )

    assert found == (["\n".join(items)] if are_told else []) + STORY + more


@pytest.mark.parametrize(
    "line",
    [
        "<div class=photo><img src=/1.jpg><p>The harbour in May, before they shut it.</p></div>",
        "<div class=x><picture><img src=/1></picture><i>Gates of the port. | By A. Lee</i></div>",
        "<div class=k><div><img src=/1></div><div class=legende>Die Tore, vor der Schließung im "
        "Mai und nach dem Sturm, den niemand kommen sah, auf einem Bild der Stadt.</div></div>",
    ],
)
def test_a_line_that_shares_a_box_with_a_picture_is_its_caption(line: str) -> None:
    page = f"{_HEAD}<body>{_H1}<div id=s>{_PS[: _PS.index('</p>') + 4]}{line}"
    page += "".join(f"<p>{text}</p>" for text in STORY[1:]) + "</div>"

    article = read_article(page.encode(), "https://river.test/a")

    assert article.body.split("\n\n") == STORY
    kept = (*article.blocks, *(removal.block for removal in article.removed))
    assert any(block.kind is BlockKind.CAPTION for block in kept)


def test_paragraphs_that_have_a_picture_each_are_no_captions() -> None:
    parts = "".join(f"<div class=p><img src=/{n}><p>{t}</p></div>" for n, t in enumerate(STORY))

    assert body(f"{_H1}{parts}") == STORY


@pytest.mark.parametrize("text", ["<figcaption><p>{}</p></figcaption>", "<div><p>{}</p></div>"])
def test_what_a_page_tells_in_its_figures_alone_is_its_text(text: str) -> None:
    slides = "".join(
        f"<figure><h2>Slide {n}</h2><img src=/{n}.jpg>{text.format(said)}</figure>"
        for n, said in enumerate(STORY)
    )
    intro = "These are the days on which the harbour stayed shut, and what was said."
    found = body(f"<article>{_H1}<p>{intro}</p>{slides}</article>")

    assert [said for said in STORY if said not in found] == []


def test_a_series_of_pictures_beside_a_story_is_captions() -> None:
    entry = "<li><h4>{n}/9 Harbour {n}</h4><p>The harbour of Lund in picture {n}. " + "So. " * 60
    series = f"<ul>{''.join(entry.format(n=n) for n in range(1, 10))}</ul>"
    long = [f"{text} {text[::-1]}." for text in STORY]
    story = "".join(f"<p>{text}</p>" for text in long)

    assert body(f"{_H1}<div class=s>{story}</div><div>{series}</div>") == long
    assert "picture 9" in body(f"{_H1}<div><p>Nine harbours.</p>{series}</div>")[-1]


@pytest.mark.parametrize("part", ["<div class=p>{}</div>", "<section>{}</section>"])
def test_the_next_article_in_an_element_like_the_first_is_no_part_of_it(part: str) -> None:
    other = "".join(f"<p>{text[::-1]}.</p>" for text in STORY)
    sections = "".join(
        f"<div class=p><h1>{n}</h1><p>{text}</p></div>" for n, text in enumerate(STORY)
    )

    assert body(f"{part.format(_H1 + _PS)}{part.format(f'<h1>A bear</h1>{other}')}") == STORY
    assert [text for text in body(f"{_H1}{sections}") if text in STORY] == STORY


@pytest.mark.parametrize(
    "note",
    [
        "<p>Ann Lee is a reporter who has covered the coast of Lund since the storm of 1998.</p>",
        "<p><em>Ann Lee, who grew up in Lund, writes about the sea. Follow her there.</em></p>",
        "<p>Ann Lee ist Redakteurin in Lund und schreibt über Häfen.</p><p>Ann Lee can be reached"
        " by letter.</p>",
        "<p>Ann Lee est journaliste et vit à Lund.</p>",
        "<p>* * *</p><p>Ann Lee (Lund) — корреспондент отдела моря.</p>",
    ],
)
def test_a_note_on_the_author_behind_the_story_is_no_part_of_it(note: str) -> None:
    byline = '<meta name="author" content="Ann Lee">'
    told = "<p>Ann Lee was on board when the harbour was shut, and said so in 2019.</p>"

    assert body(f"{byline}{_H1}<div>{_PS}{note}</div>") == STORY
    assert body(f"{byline}{_H1}<div>{told}{_PS}</div>")[1:] == STORY


def test_a_page_without_text_anywhere_is_empty() -> None:
    with pytest.raises(EmptyBody):
        body(f"{_H1}<noscript><p>Please turn on scripts.</p></noscript>")


def test_headings_that_lead_to_no_address_cost_no_article() -> None:
    cards = (f"<div><h3><a href='http://[{n}'>Day {n}</a></h3><p>{t}</p></div>" for n, t in _DAYS)

    assert STORY[0] in body(_H1 + "".join(cards))
