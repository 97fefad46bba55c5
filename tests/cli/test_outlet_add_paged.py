"""An outlet file follows further pages where those that were asked for go on with the article."""

from pathlib import Path

import pytest

from newscrawl.outlet_files.load_outlet_files import at_path
from tests.cli.runner import newscrawl
from tests.cli.test_outlet_add import HOME, _page, _path, _Served
from tests.site.example import ExampleSite, serve

_PAGED = (2, 4, 5)


def _first(number: int) -> str:
    pager = f'<div class="leaves"><b>1</b> <a href="{_path(number)}/2">2</a></div></body>'
    return _page(number).replace("</body>", pager)


def _second(number: int) -> str:
    """The rest of an article, under its headline."""
    return _page(number).replace("The ferry to", "On the way back the boat from")


def _added(tmp_path: Path, seconds: dict[int, str]) -> tuple[str | None, str]:
    """What the file says of further pages, and what was printed."""
    site = _Served()
    for number, html in seconds.items():
        site.bodies |= {_path(number): _first(number), f"{_path(number)}/2": html}
    with serve(ExampleSite()) as server:
        site.answer_by(server)
        done = newscrawl(
            *("outlets", "add", HOME, "--mirror", server.url, "--delay", "0"),
            NEWSCRAWL_HOME=str(tmp_path / "home"),
        )
    assert done.returncode == 0, done.stderr
    outlet = at_path(tmp_path / "home" / "outlets" / "gazette.py").outlet
    assert outlet is not None
    return outlet.next_pages, done.stdout


def test_links_to_what_goes_on_with_articles_are_found(tmp_path: Path) -> None:
    selector, printed = _added(tmp_path, {n: _second(n) for n in _PAGED})

    assert selector == ".leaves a"
    assert "further pages of articles: next_pages='.leaves a'" in printed
    assert printed.count(", which goes on with it") == 2, "robots.txt forbids the third"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (_page(7).replace("The ferry to", "By noon the boat to"), "which is another article"),
        ("", "which says the same again"),
        ("<html><h1>Sign in</h1></html>", "which is no article"),
    ],
)
def test_links_to_anything_else_are_none(other: str, why: str, tmp_path: Path) -> None:
    selector, printed = _added(tmp_path, {n: other or _page(n) for n in _PAGED})

    assert selector is None
    assert "further pages of articles: no next_pages" in printed
    assert why in printed


@pytest.mark.parametrize("has_second", [True, False])
def test_saved_pages_tell_where_a_second_one_is_among_them(
    tmp_path: Path, *, has_second: bool
) -> None:
    (tmp_path / "pages").mkdir()
    saved = {_path(n): _page(n) for n in range(6)} | {_path(1): _first(1)}
    if has_second:
        canonical = f'href="{HOME}{_path(1)}"'
        saved[f"{_path(1)}/2"] = _second(1).replace(canonical, canonical[:-1] + '/2"')
    for number, html in enumerate(saved.values()):
        (tmp_path / "pages" / f"{number}.html").write_text(html)
    done = newscrawl(
        *("outlets", "add", HOME, "--pages", str(tmp_path / "pages")),
        NEWSCRAWL_HOME=str(tmp_path / "home"),
    )

    assert done.returncode == 0, done.stderr
    outlet = at_path(tmp_path / "home" / "outlets" / "gazette.py").outlet
    assert outlet is not None
    assert outlet.next_pages == (".leaves a" if has_second else None)
    assert "6 pages read" in done.stdout, "a second page is no article of its own"
    assert (", which is not at hand" in done.stdout) != has_second
