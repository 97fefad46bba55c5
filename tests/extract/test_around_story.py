"""What readers, lawyers and editors say beside a story, in several languages and markups."""

from newscrawl import read_article
from newscrawl.article import BlockKind
from tests.extract.ferry_story import EACH, SAID, URL
from tests.extract.test_seen import read, story
from tests.rows import every_row

_SAYS = "I have taken that ferry for {} years, and never did anybody tell us what was going on."


def wrapped(language: str, behind: str) -> str:
    return f"<article><div>{story(language)}{behind}</div></article>"


@EACH
@every_row("answer", ["Reply", "Antworten", "Ответить", "返信", "Répondre"])
@every_row(
    ("thread", "comment"),
    [
        ("<section class=x>{}</section>", "<div><b>r{0}</b><p>{1}</p><a href=#>{2}</a></div>"),
        ("<ol class=x>{}</ol>", "<li><cite>r{0}</cite> {1}<br><button>{2}</button></li>"),
        ("<div>{}</div>", "<div><div>r{0} · 3 h. · {2}</div><div><p>{1}</p></div></div>"),
        ("<div>{}</div>", "<div>r{0}<div><p>{1}</p></div><div><p>1 more reply</p></div></div>"),
    ],
)
def test_what_readers_can_answer_is_no_story(
    language: str, answer: str, thread: str, comment: str
) -> None:
    comments = [comment.format(n, _SAYS.format(n), answer) for n in range(20, 30)]

    said = read(wrapped(language, thread.format("".join(comments))), language)

    assert said == list(SAID[language])


@EACH
@every_row("told_on", ["Report", "Melden", "Signaler", "Пожаловаться", "举报"])
def test_what_readers_can_tell_on_is_no_story(language: str, told_on: str) -> None:
    comments = "".join(
        f"<div><b>r{n}</b><div>{_SAYS.format(n)}</div><button>{told_on}</button></div>"
        for n in range(20, 30)
    )
    said = read(wrapped(language, f"<div>{comments}</div>"), language)

    assert said == list(SAID[language])


def test_in_a_forum_the_first_who_can_be_answered_tells_the_story() -> None:
    posts = "".join(f"<div><p>{said}</p><a href=#>Reply</a></div>" for said in SAID["en"])

    assert [said for said in read(f"<div>{posts}</div>") if said != "Reply"] == list(SAID["en"])


@EACH
@every_row("heading", ["Legal notice", "Haftungsausschluss:", "Mentions légales"])
@every_row("tag", ["h4", "p"])
def test_a_legal_note_behind_the_story_is_no_part_of_it(
    language: str, heading: str, tag: str
) -> None:
    more = "".join(f"<p>{said[::-1]}.</p>" for said in SAID[language])
    note = f"<{tag}>{heading}</{tag}><p>No claim can be made when a boat is late.</p>"
    kept = [*SAID[language], *(f"{said[::-1]}." for said in SAID[language])]

    assert read(wrapped(language, more + note), language) == kept
    after = f"{note}<h4>The next day</h4><p>The ferry sailed again on Friday, as it had before.</p>"
    assert heading.strip(":") in "".join(read(wrapped(language, more + after), language))


@EACH
@every_row(
    "heading", ["About the author", "Über die Autorin", "À propos de l’auteur", "Об авторе",
                "著者について", "Have your say", "Ihre Meinung", "Ваше мнение",
                "Photo credits", "Bildnachweis", "Crédits photo",
                "What do you think?", "Was denken Sie dazu?", "А что вы думаете?"],
)  # fmt: skip
@every_row("form", ["<h3>{}</h3>{}", "<p><b>{}:</b></p>{}<h4>x</h4><ul><li>y</ul>"])
def test_what_stands_below_a_last_heading_of_editors_is_no_story(
    language: str, heading: str, form: str
) -> None:
    more = "".join(f"<p>{said[::-1]}.</p>" for said in SAID[language])
    below = form.format(heading, "<p>Ann Lee has gone to sea for twenty years, and tells why.</p>")

    said = read(wrapped(language, more + below), language)

    assert said == [*SAID[language], *(f"{said[::-1]}." for said in SAID[language])]
    if heading.endswith("?"):
        asked = read(wrapped(language, f"<h3>Why?</h3>{more}{below}"), language)
        assert any("gone to sea" in line for line in asked)
    between = read(wrapped(language, f"{below}<h3>Then</h3>{more}"), language)
    assert any("gone to sea" in line for line in between)
    # So much is told of nobody but in a story of him.
    assert said[-1] in read(wrapped(language, form.format(heading, more)), language)


@EACH
@every_row(
    "quote",
    ["<blockquote><p>{}</p><cite>Lena Voss</cite></blockquote>", "<div class=pull_quote>{}</div>",
     "<aside class=x><blockquote>“{}”</blockquote></aside>", "<p class=bigQuote>{}</p>"],
)  # fmt: skip
def test_a_line_that_the_story_says_again_in_large_letters_is_told_once(
    language: str, quote: str
) -> None:
    line = SAID[language][1][:50]

    said = read(f"<article>{story(language, 2, quote.format(line))}</article>", language)

    assert said == list(SAID[language])


@every_row(
    ("quote", "count"),
    [
        ("<blockquote>{}</blockquote>", 1),
        (
            "<figure><blockquote><p>{}<p>„</blockquote><figcaption>— Ann Lee</figcaption></figure>",
            1,
        ),
        ("<figure class=quote><blockquote><p>{}</p></blockquote></figure>", 1),
        # A picture's words, and what another site lends, are none of the story's.
        ("<figure><img src=/a.jpg><blockquote>{}</blockquote></figure>", 0),
        ("<figure class=wp-block-embed><blockquote><p>{}</p></blockquote></figure>", 0),
        (
            "<figure><blockquote class=wp-embedded-content><a href=/b>{}</a></blockquote></figure>",
            0,
        ),
    ],
)
def test_a_quote_that_nothing_else_says_is_text(quote: str, count: int) -> None:
    line = "The sea was calm, and I knew that the tug would come."
    found = read(f"<article>{story('en', 2, quote.format(line))}</article>")

    said = [text for text in found if text not in (*SAID["en"], "— Ann Lee")]
    assert said == [line] * count


@EACH
@every_row(
    "form",
    [
        "<blockquote><p>{}</p><p>{}</p></blockquote>",
        "<blockquote>{}<br>{}</blockquote>",
        "<p class=quote>{}</p><p class=quote>{}</p>",
    ],
)
def test_a_poem_is_quoted_whole_where_the_story_says_a_line_of_it(language: str, form: str) -> None:
    poem = [SAID[language][1][:50].strip(), "The sea was calm, and I knew that the tug would come."]
    quote = form.format(*poem)

    said = read(f"<article>{story(language, 2, quote)}</article>", language)

    assert " ".join(poem) in " ".join(" ".join(said).split())


@EACH
@every_row(
    "line",
    ["<em>{}</em>", "<br><small>{}</small>", "<i><span>{}</span></i>", "<p><em>{}</em></p>",
     "</p><p><small>{}</small>", "</p><h6>{}</h6>",
     "<table><tr><td><img src=/2.jpg></td></tr><tr><td>{}</td></tr></table>"],
)  # fmt: skip
def test_a_line_set_apart_below_a_picture_is_its_caption(language: str, line: str) -> None:
    caption = "Lena Voss on the pier, seen from the tug on Tuesday. Photo: Bo Ray"
    picture = f"<p><a href=/1><img src=/1.jpg></a>{line.format(caption)}</p>"
    page = f"<h1>The Ferry</h1><article>{story(language, 2, picture)}</article>"

    article = read_article(page.encode(), URL)

    assert article.body.split("\n\n") == list(SAID[language])
    blocks = (*article.blocks, *(removal.block for removal in article.removed))
    assert [block.text for block in blocks if block.kind is BlockKind.CAPTION] == [caption]


@EACH
@every_row("name", ["wp-caption-text", "pie-de-foto", "bijschrift", "bildtext"])
def test_a_line_that_is_called_a_caption_is_no_text(language: str, name: str) -> None:
    picture = f'<p><img src=/1.jpg></p><p class="{name}">Lena Voss on the pier on Tuesday.</p>'
    assert read(f"<article>{story(language, 2, picture)}</article>") == list(SAID[language])


@EACH
@every_row(
    "line", ["<p><img src=/2.jpg></p><h5>Who is on the pier now?</h5>", "<h6>On the pier:</h6>",
             "<table><tr><td><img src=/2.jpg></td><td>Who is on the pier.</td></tr></table>"],
)  # fmt: skip
def test_a_heading_or_a_row_beside_a_picture_is_text(language: str, line: str) -> None:
    assert any("pier" in said for said in read(f"<article>{story(language, 2, line)}</article>"))


@EACH
@every_row("line", ["<h5>{}</h5>", "<h6>{}</h6>"])
def test_what_stands_behind_each_of_many_pictures_is_told(language: str, line: str) -> None:
    parts = [(f"Boat {n}", said) for n, said in enumerate(SAID[language])]
    inside = "".join(
        f"<p><img src=/1.jpg></p>{line.format(name)}<p>{said}</p>" for name, said in parts
    )
    assert read(f"<article>{inside}</article>") == [text for part in parts for text in part]


@EACH
@every_row("name", ["speaker", "x"])
def test_who_speaks_is_said_before_what_each_says(language: str, name: str) -> None:
    turns = [(name, said) for said in SAID[language] for name in ("Harbor Daily", "Lena Voss")]
    inside = "".join(
        f"<div class=turn><div class={name}>{who}</div><div><p>{said[::-1]}.</p></div></div>"
        for who, said in turns
    )

    for before in (story(language), ""):
        said = read(f"<article>{before}{inside}</article>", language)
        assert said.count("Lena Voss") == said.count("Harbor Daily") == len(SAID[language])


@EACH
@every_row(
    "days",
    [("4 March 1974", "9 May 1999"), ("1974", "1999"), ("4. März", "9. Mai"), ("1974年", "1999年"),
     ("4 марта 1974 г.", "9 мая 1999 г.")],
)  # fmt: skip
@every_row(
    "row",
    ["<div class=item><div class=day>{}</div><p>{}</p></div>",
     "<section><p class=y>{}</p><div><p>{}</p></div></section>"],
)  # fmt: skip
def test_the_days_of_a_chronicle_are_told_before_what_happened(
    language: str, days: tuple[str, str], row: str
) -> None:
    happened = [said[::-1].strip(".") + "." for said in SAID[language][:2]]
    rows = "".join(map(row.format, days, happened))

    said = " ".join(read(f"<article>{story(language)}<section>{rows}</section></article>"))
    assert all(said.count(text) == 1 for text in (*days, *happened))
    hours = rows.replace(days[0], "11:48 Ann Lee").replace(days[1], "12:05 Ann Lee")
    assert "Ann Lee" not in " ".join(read(f"<article>{story(language)}{hours}</article>"))


@EACH
@every_row(
    "form",
    [("<ul>{}</ul>", "<li>{} {}</li>"), ("<table>{}</table>", "<tr><td>{}</td><td>{}</td></tr>"),
     ("<dl>{}</dl>", "<dt>{}</dt><dd>{}</dd>")],
)  # fmt: skip
def test_a_page_of_nothing_but_results_is_read(language: str, form: tuple[str, str]) -> None:
    results = "".join(form[1].format(f"Boat {n}", f"{n + 40} min") for n in range(20))
    footer = "<footer><p>The Harbor is printed on the pier.</p></footer>"

    said = read(f"<article>{form[0].format(results)}</article>{footer}", language)

    assert len(said) == 1
    assert said[0].startswith("Boat 0")
    assert said[0].endswith("59 min")


@EACH
@every_row(
    "notes",
    ["<section class=footnotes><p>{}</p></section>", "<div class=endnotes><ol><li>{}</ol></div>",
     '<section class="footnotes" role="doc-endnotes"><hr><ol><li><p>{}</p></li></ol></section>',
     '<div class="schema-faq"><div class="schema-faq-answer">{}</div></div>',
     '<div class="footnote"><a href="#1">1</a><div class="footnote-content"><p>{}</p></div></div>',
     '<div class="accordion__item"><div class=a><p>{}</p></div></div>'],
)  # fmt: skip
def test_notes_and_answers_behind_a_story_are_its_text(language: str, notes: str) -> None:
    note = "The year is told by a stone in the wall."

    said = read(f"<article>{story(language)}{notes.format(note)}</article>", language)

    assert said == [*SAID[language], note]


@EACH
@every_row(
    ("form", "count", "is_told"),
    [
        ("<div class=q><h3>{}</h3><div class=a><p>{}</p><p>{}</p></div></div>", 3, True),
        ("<details><summary>{}</summary><p class=a>{}</p><p class=b>{}</p></details>", 3, True),
        ('<h4 class=q><a href="#x">{}</a></h4><p class=a>{}</p><p class=b>{}</p>', 4, True),
        ("<div class=q><h3>{}</h3><div class=a><p>{}</p><p>{}</p></div></div>", 2, False),
        ("<div class=q><h3><a href=/x>{}</a></h3><i class=a>{}</i><i>{}</i></div>", 3, False),
    ],
)
def test_several_questions_behind_a_story_are_answered_in_it(
    language: str, form: str, count: int, is_told: bool
) -> None:
    marks = zip(range(count), "?？؟?", strict=False)
    asked = [(f"{n}: the pier{mark}", f"The harbour tells it {n}.", "So.") for n, mark in marks]
    told = [f"{n}: {said}" for n in range(9) for said in SAID[language]]
    paragraphs = "".join(f"<p>{said}</p>" for said in told)
    questions = "".join(form.format(*each) for each in asked)

    said = read(f"<article>{paragraphs}{questions}</article>", language)

    assert said[len(told) :] == [line for each in asked for line in each if is_told]


@EACH
@every_row("end", ["…", "..."])
def test_an_excerpt_above_the_story_is_its_beginning_again(language: str, end: str) -> None:
    first, second, *_ = SAID[language]
    excerpt = f"<div class=x>{first} {second[:40]}{end}</div>"

    inside = f"<article>{excerpt}<div class=y>{story(language)}</div></article>"

    assert read(inside, language) == list(SAID[language])


@every_row(
    ("language", "marks"),
    [
        ("en", "“”"), ("de", "„“"), ("de-AT", "„“"), ("fr", "«»"), ("ru", "«»"), ("pl", "„”"),
        ("sv", "””"), ("ja", "「」"), ("zh-TW", "「」"), ("zh-CN", "“”"), ("pt-BR", "“”"),
    ],
)  # fmt: skip
def test_quotations_have_the_marks_of_their_language(language: str, marks: str) -> None:
    first, *others = SAID["en"]
    line = "<p>She said <q>we wait for it</q>, and they said „<q>we do</q>“ then.</p>"

    said = read(f"<article>{line}<p>{first}<p>{'<p>'.join(others)}</article>", language)

    quoted = f"{marks[0]}we wait for it{marks[1]}"
    assert said[0] == f"She said {quoted}, and they said „we do“ then."


def test_a_quotation_in_another_language_has_its_marks() -> None:
    line = f"<p>{SAID['en'][0]} <span lang=fr>On dit <q>le bac</q>.</span></p>"

    assert read(f"<article>{line}{story('en')}</article>")[0].endswith("On dit «le bac».")


@EACH
def test_the_second_story_in_one_element_begins_at_its_signed_headline(language: str) -> None:
    more = "".join(f"<p>{said[::-1]}.</p>" for said in SAID[language])
    bear = "".join(f"<p>{_SAYS.format(n)}</p>" for n in range(5))
    other = f"<h1>A Bear Sleeps in a Library</h1><p>By Bo Ray</p>{bear}"

    said = read(f"<div>{story(language)}{more}<hr>{other}</div>", language)

    assert said == [*SAID[language], *(f"{said[::-1]}." for said in SAID[language])]


@EACH
@every_row("address", ["Dear Sir,", "Sehr geehrte Damen und Herren,", "Привет,"])
def test_a_letter_begins_with_whom_it_is_to(language: str, address: str) -> None:
    inside = f"<article><div><p>By Bo Ray</p><p>{address}</p>{story(language)}</div></article>"

    assert read(inside, language) == [address, *SAID[language]]


@EACH
def test_results_that_are_listed_before_the_story_are_its_own(language: str) -> None:
    results = "<h2>All boats</h2><p>Winners in bold</p><h3>Sail</h3><ul><li>Ann<li>Bo<li>Cy</ul>"

    inside = f"<article><div>{results}{story(language)}</div></article>"

    assert read(inside, language) == [
        "All boats", "Winners in bold", "Sail", "Ann\nBo\nCy", *SAID[language]
    ]  # fmt: skip
