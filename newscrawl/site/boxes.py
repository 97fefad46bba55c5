"""Print the parts of a body that are no journalism, with the rules that should take them."""

from newscrawl.site.issue import Press
from newscrawl.site.laid import Laid, Marks, TrueBlock, frame, framed, with_link
from newscrawl.site.markup import inline, plain, torn
from newscrawl.site.model import Box, Line, Related, Said


def related(part: Related, press: Press) -> Laid:
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
        *frame("article", "right"),
        "<aside>",
        "article__related-article",
        "related-article__inner",
    )
    blocks = (
        _triple("paragraph", part.label, (*anchor, "<a>"), "related"),
        _triple("heading", part.title, (*anchor, "related-article__title", "<a>"), "related"),
        _triple("paragraph", "Read more", (*anchor, "<a>"), "related"),
    )
    return Laid(framed("article", html, "right"), blocks, (press.edition.home + path,))


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


def line(part: Line, press: Press) -> Laid:
    said = _said(Said(part.text, part.rule), frame("html"))
    return Laid(framed("html", f"<p>{inline(part.text)}</p>"), (said,))


def box(part: Box, press: Press) -> Laid:
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
        marks=with_link(said.text, marks),
        rule=_rule_of_place(marks) or said.rule,
        words=said.rule,
    )


def _rule_of_place(marks: Marks) -> str | None:
    if "article__newsletter" in marks:
        return "newsletter"
    return "contribute" if any(mark.startswith("contribute-") for mark in marks) else None
