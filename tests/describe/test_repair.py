"""Articles that are known tell where their texts and fields stand on pages as they look now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newscrawl.describe.known_readings import KnownArticle, readings
from newscrawl.describe.outlet_code import FieldReader
from newscrawl.describe.repair import Repair, repair_of, repaired
from newscrawl.describe.repair_code import repair_code
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page

OUTLET = Outlet(
    name="gazette",
    title="The Gazette",
    home="https://gazette.example",
    language="en",
    layouts=(Layout("story", ".story", fields={"authors": ".byline", "section": ".crumb"}),),
)
_TOWNS = "Amber Birch Cedar Delta Elder Fern".split()
_AUTHORS = (("Vera Lugovaya",), ("Ann Lee", "Ivo Kalda"))
_SECTIONS = ("Arts & Life", "Business")
_MENU = '<nav><a href="/arts-and-life">Arts &amp; Life</a><a href="/business">Business</a></nav>'


def _lines(number: int) -> list[str]:
    return [
        f"The ferry to {_TOWNS[number]} sails at {hour} o'clock, and comes back before the tide."
        for hour in range(6, 12)
    ]


def _paragraphs(number: int, begin: int = 0, end: int = 6) -> str:
    return "".join(f"<p>{line}</p>" for line in _lines(number)[begin:end])


def _box(number: int) -> str:
    """A part of the story comes to stand in a box that common rules take."""
    first, last = _paragraphs(number, 0, 4), _paragraphs(number, 4)
    return f'<div class="story">{first}<div class="newsletter">{last}</div></div>'


def _sidebar(number: int) -> str:
    """The old name serves another box."""
    promise = "<p>Whoever sails with us twice is given a map of the river and a cup of tea.</p>"
    return f'<div class="story">{promise}</div><div class="copy">{_paragraphs(number)}</div>'


def _names_by_page(number: int) -> str:
    """Every page has names of its own."""
    noise = "<div><p>Ferries, and nothing but ferries, since the river was dug.</p></div>"
    return f"<main>{noise}<div class=x{number}7>{_paragraphs(number)}</div></main>"


def _known(number: int, body: str, head: str = "") -> KnownArticle:
    title = f"Ferries to {_TOWNS[number]}"
    html = f"<title>{title}</title>{head}<body>{_MENU}<h1>{title}</h1>{body}</body>"
    fields = {"authors": _AUTHORS[number % 2], "section": _SECTIONS[number % 2]}
    return KnownArticle(
        page=Page(f"{OUTLET.home}/news/{number}", html.encode()),
        body="\n\n".join(_lines(number)),
        fields=fields if head else {},
    )


def _unseen(known: list[KnownArticle]) -> tuple[Repair, float]:
    """The repair by all but the last, and how far that is read then."""
    repair = repair_of(OUTLET, known[:-1], "now")
    return repair, readings(repaired(OUTLET, repair), known[-1:])[0].text


def _readers(repair: Repair) -> dict[str, str]:
    """The readers that are new, as code."""
    given = repair.layout.fields.items() if repair.layout else ()
    return {name: each.code for name, each in given if isinstance(each, FieldReader)}


@pytest.mark.parametrize("change", [_box, _sidebar, _names_by_page])
def test_a_text_is_found_wherever_it_stands_now(change: Callable[[int], str]) -> None:
    known = [_known(number, change(number)) for number in range(6)]
    repair, text = _unseen(known)

    assert all(one.text < 0.95 or one.layout == "generic" for one in readings(OUTLET, known))
    assert (text, repair.layout is None) == (1.0, False)
    assert not repair.still_lost


def test_fields_are_found_by_what_they_were() -> None:
    """All names of a byline, and a section by what the menu calls its code."""
    codes = ("arts_and_life", "business")
    known = []
    for number in range(6):
        head = f'<meta name="desk" content="{codes[number % 2]}">'
        names = "".join(f"<b class=name>{name}</b>" for name in _AUTHORS[number % 2])
        body = f"<div class=story>{names}{_paragraphs(number)}</div>"
        known.append(_known(number, body, head))
    repair = repair_of(OUTLET, known[:4], "now")

    assert _readers(repair) == {"authors": 'every(".name")', "section": 'called(meta("desk"))'}
    assert [one.lost for one in readings(repaired(OUTLET, repair), known[4:])] == [(), ()]


def test_a_word_that_stands_on_every_page_is_no_field() -> None:
    """A menu names every section, whichever is the page's."""
    known = [
        KnownArticle(page=one.page, body=one.body, fields={"section": "Arts & Life"})
        for one in (_known(n, f"<div class=story>{_paragraphs(n)}</div>") for n in range(4))
    ]
    repair = repair_of(OUTLET, known, "now")

    assert not _readers(repair)
    assert repair.still_lost == {"section": 4}


def test_an_old_date_is_no_reason_for_a_reader() -> None:
    moment = datetime(2026, 2, 1, 10, tzinfo=UTC)
    known = [
        KnownArticle(page=one.page, body=one.body, fields={"date_published": moment})
        for one in (_known(n, f"<div class=story>{_paragraphs(n)}</div>") for n in range(4))
    ]
    assert repair_of(OUTLET, known, "now").layout is None


def _list(section: str, numbers: range) -> bytes:
    links = "".join(f'<a href="/news/{number}">Ferries</a>' for number in numbers)
    return f"<h1>{section}</h1>{links}".encode()


@pytest.mark.parametrize(
    ("lists", "is_told"),
    [
        (
            {
                "/arts": _list("Arts", range(0, 6, 2)),
                "/business": _list("Business", range(1, 6, 2)),
            },
            True,
        ),
        ({"/arts": _list("Arts", range(6)), "/business": _list("Business", range(6))}, False),
        ({"/arts": _list("All that floats", range(6))}, False),
    ],
)
def test_a_section_is_told_by_the_list_that_leads_to_the_page(
    lists: dict[str, bytes], is_told: bool
) -> None:
    """None where two lists lead to it, or where a list is called otherwise than its section."""
    parts = {f"{OUTLET.home}{path}": body for path, body in lists.items()}
    known = [
        KnownArticle(
            page=replace(one.page, parts=parts),
            body=one.body,
            fields={"section": ("Arts", "Business")[number % 2]},
        )
        for number in range(6)
        for one in [_known(number, f"<div class=story>{_paragraphs(number)}</div>")]
    ]
    repair = repair_of(OUTLET, known[:5], "now")

    assert repair.still_lost == ({} if is_told else {"section": 5})
    now = readings(repaired(OUTLET, repair), known[5:])[0]
    assert now.lost == (() if is_told else ("section",))
    if repair.fed:
        code = repair_code(repair, OUTLET, "gazette", "2026-02-09")
        assert "told_by_feeds import in_list\n" in code
        # What is as it was is not said again.
        assert "body=" not in code
        assert "            fits=in_list," in code
        assert 'beside=(\n        "https://gazette.example/arts",' in code
        compile(code, "gazette.py", "exec")


def _with_date(number: int, date: str) -> KnownArticle:
    moment = datetime(2026, 2, number + 1, 10, tzinfo=UTC)
    one = _known(number, f"<div class=story>{_paragraphs(number)}</div>{date}")
    return replace(one, fields={"date_published": moment})


def test_a_date_that_machines_are_told_is_believed_before_one_that_is_shown() -> None:
    """What is shown may be the time of a change, one day; one page has it alone."""
    known = []
    for number in range(6):
        day = f"2026-02-{number + 1:02}T10:00:00Z"
        told = "" if number == 5 else f'<meta name="gazette:stand" content="{day}">'
        known.append(_with_date(number, f'{told}<time data-at="{day}">Sunday</time>'))
    repair = repair_of(OUTLET, known, "now")

    assert _readers(repair)["date_published"] == 'meta("gazette:stand")'
    assert repair.layout is not None
    # Older pages have none of it, and are left to the layout of before.
    assert repair.layout.body == OUTLET.layouts[0].body
    assert [bool(repair.layout.fits(one.page)) for one in known] == [True] * 5 + [False]
    assert 'fits=meta("gazette:stand")' in repair_code(repair, OUTLET, "gazette", "2026-02-09")


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ("<footer><i class=day>{0} February 2026</i><i>9 March 2026</i></footer>", '".day"'),
        ('<b class=sheet data-day="2026-02-{0:02}">x</b>', 'attribute(".sheet", "data-day")'),
    ],
)
def test_of_a_date_that_is_shown_as_a_day_the_day_is_kept(shown: str, code: str) -> None:
    """It is the day where the outlet is, and the time of it stays lost."""
    outlet = replace(OUTLET, timezone="Asia/Tokyo")
    known = [
        replace(one, fields={"date_published": datetime(2026, 2, number + 1, 20, tzinfo=UTC)})
        for number in range(6)
        for one in [
            _known(number, f"<p class=story>{_lines(number)}</p>{shown.format(number + 2)}")
        ]
    ]
    repair = repair_of(outlet, known[:5], "now")

    assert _readers(repair)["date_published"] == code
    assert repair.is_partial
    assert "date_published on 5 of 5 pages; the day of a date is read on 5" in repair.losses
    further = replace(known[5], fields={**known[5].fields, "section": "Ports"})
    [read] = readings(repaired(outlet, repair), [further])
    assert read.told.endswith(", no date_published but its day, no section")


def test_a_box_that_rules_take_is_named_behind_the_selector_of_before() -> None:
    repair = repair_of(OUTLET, [_known(n, _box(n)) for n in range(6)], "now")

    code = repair_code(repair, OUTLET, "gazette", "2026-02-09")
    assert 'body=BEFORE.layouts[0].body + ", .newsletter",' in code


def test_a_second_repair_rests_on_the_layout_for_all_pages() -> None:
    """That of the first is for pages alone that have what it reads."""
    first = Layout("story-1", ".story", fits=lambda page: page.metas.get("desk"))
    outlet = replace(OUTLET, layouts=(first, *OUTLET.layouts))
    repair = repair_of(outlet, [_known(n, _sidebar(n)) for n in range(6)], "now")

    assert repair.layout is not None
    assert (repair.layout.fits, repair.still_lost) == (None, {})
    assert "BEFORE.layouts[1]," in repair_code(repair, outlet, "gazette", "2026-02-09")
