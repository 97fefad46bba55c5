"""What a page may hold: each way to make a parser work for minutes is refused at once."""

import time

import pytest

from newscrawl.errors import ExtractionError, TooDeep, TooLarge
from newscrawl.page import Page

URL = "https://a.test/1"
_STORY = b"<p>The harbor office has counted its gulls again.</p>"


@pytest.mark.parametrize(
    ("html", "error"),
    [
        (b"<p>" + b"</div>" * 30_000, TooLarge),
        (b"<select>" + b"<option>a" * 20_000, TooLarge),
        (b"".join(b"<p a%d=1 b%d=2>" % (at, at) for at in range(10_000)), TooLarge),
        (b"<p " + b"a " * 200_000 + b">", TooLarge),
        (b"<p " + b"".join(b"a%d/" % at for at in range(10_001)) + b">", TooLarge),
        (b"<p " + b"".join(b"a%d='%d'" % (at, at) for at in range(10_001)) + b">", TooLarge),
        (
            b"".join(b"<b class=c%d>" % at for at in range(200)) + b"<p>gulls</p>" * 20_000,
            TooDeep,
        ),
        (
            b"".join(b"<StronG class=c%d>" % at for at in range(200)) + b"<p>gulls</p>" * 20_000,
            TooDeep,
        ),
        (
            b"<textarea><script></textarea><p"
            + b"".join(b" a%d=1" % at for at in range(12_000))
            + b">",
            TooLarge,
        ),
        (b"<div>" * 20_000, TooDeep),
    ],
    ids=[
        *("ends", "options", "names", "attributes", "names after slashes", "names after quotes"),
        *("formatting", "formatting in capitals", "names behind a text", "nesting"),
    ],
)
def test_what_would_cost_a_parser_minutes_is_refused_at_once(
    html: bytes, error: type[ExtractionError]
) -> None:
    started = time.process_time()
    with pytest.raises(error):
        _ = Page(URL, html).tree
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "html",
    [
        _STORY * 5_000,
        b"<table>" + b"<tr><td class=a style='b'>1<td>2" * 5_000,
        b"<script>" + b"if (a<b) { c = '<option x=1 y=2>' } " * 1_500 + b"</script>" + _STORY,
        b"<!--" + b"<option a=1>" * 5_000 + b"-->" + _STORY,
        b"".join(b"<p class='c%d' data-n=%d><b>gulls</b> and <i>terns</i>" % (at, at)
                 for at in range(8_000)),
        b"".join(b"<span class=c%d><section><button>" % at for at in range(100)) + _STORY * 5_000,
    ],
    ids=["paragraphs", "table", "script", "comment", "classes", "names like formatting"],
)  # fmt: skip
def test_what_writers_write_at_length_is_parsed(html: bytes) -> None:
    assert Page(URL, html).tree.body is not None
