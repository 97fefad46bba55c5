"""What can find nothing, whatever is archived, is said in one line, to owners and to readers."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import newscrawl
from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.did_you_mean import nearest
from newscrawl.errors import NewscrawlError
from tests.archive.making import HERALD, NOON, article, reading, store
from tests.archive.reader_login import reader_login
from tests.cli.inside import newscrawl_inside
from tests.conftest import MakeDatabase
from tests.rows import every_row

if TYPE_CHECKING:
    from subprocess import CompletedProcess

_LOGIN = "reader_who_asks"


@pytest.fixture(scope="module")
def urls(make_database: MakeDatabase) -> Iterator[dict[str, str]]:
    """An archive in two languages, as its owner and as a reader's login address it."""
    url = make_database.with_schema()
    engine = connect(url)
    with session_factory(engine).begin() as session:
        crawls.begin(session, HERALD, {})
        for key, body, language, section in (
            ("1", "The ferry left.", "en", "Harbor"),
            ("2", "Das Boot fuhr ab.", "de", "Hafen"),
        ):
            said = article(
                body, key=key, language=language, section=section, authors=("Vera Lugovaya",)
            )
            store(session, reading(said, NOON))
    with reader_login(engine, _LOGIN) as reader:
        yield {"owner": url, "reader": reader}
    engine.dispose()


@pytest.fixture(params=["owner", "reader"])
def environ(request: pytest.FixtureRequest, urls: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return {"NEWSCRAWL_HOME": str(tmp_path), "NEWSCRAWL_DATABASE_URL": urls[request.param]}


#: Filters, and what is said of them.
_MISTAKES = [
    ({"outlet": "heralt"}, "there is no outlet 'heralt'; did you mean herald?"),
    ({"outlet": "moscow_time"}, "there is no outlet 'moscow_time'; did you mean moscow_times?"),
    ({"outlet": "xyz", "gone": True}, "there is no outlet 'xyz'; newscrawl outlets lists all "),
    ({"outlet": ""}, "there is no outlet ''; newscrawl outlets lists all "),
    ({"language": "EN"}, "there is no language 'EN' in the archive; did you mean en?"),
    ({"language": "xx"}, "there is no language 'xx' in the archive; there are de, en"),
    ({"section": "Harbour"}, "there is no section 'Harbour'; did you mean Harbor?"),
    ({"section": "Town", "outlet": "herald"}, "no section 'Town' of herald; there are Hafen, Har"),
    ({"author": "Petrov"}, "there is no author 'Petrov'; there are Vera Lugovaya"),
    ({"query": "the", "language": "en"}, "the words of 'the' are too common to be searched"),
    ({"query": '"to be or not to be"', "language": "en"}, "are too common to be searched"),
    ({"query": "und", "language": "de", "gone": True}, "the words of 'und' are too common"),
    ({"query": "!?"}, "there is nothing to search for in '!?'"),
]


def _ask(
    command: str, filters: dict[str, object], environ: dict[str, str]
) -> "CompletedProcess[str]":
    """The answer of search, or of export, which writes to a file."""
    given = dict(filters)
    words = [f"--output={environ['NEWSCRAWL_HOME']}/a.csv"]
    if command == "search":
        words = [str(given.pop("query"))] if "query" in given else []
    for name, value in given.items():
        words.append(f"--{name}" if value is True else f"--{name}={value}")
    return newscrawl_inside(command, *words, **environ)


@every_row(
    ("command", "filters", "says"),
    [(command, *one) for command in ("search", "export") for one in _MISTAKES],
)
def test_what_can_find_nothing_is_a_mistake_that_is_named(
    environ: dict[str, str], command: str, filters: dict[str, object], says: str
) -> None:
    done = _ask(command, filters, environ)

    assert not Path(environ["NEWSCRAWL_HOME"], "a.csv").exists()
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1), done.stderr
    assert says in done.stderr


def test_a_count_and_json_of_an_unknown_name_are_the_same_mistake(environ: dict[str, str]) -> None:
    for option in ("--json", "--count-by=month", "--sample=3"):
        done = newscrawl_inside("search", "ferry", "--outlet=heralt", option, **environ)

        assert (done.returncode, done.stdout) == (2, "")
        assert "did you mean herald?" in done.stderr


@every_row(("filters", "says"), _MISTAKES)
def test_a_notebook_hears_the_same(
    urls: dict[str, str],
    filters: dict[str, object],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NEWSCRAWL_HOME", str(tmp_path))
    with (
        newscrawl.connect(urls["reader"]) as archive,
        pytest.raises(NewscrawlError) as told,
    ):
        archive.articles(**filters)  # type: ignore[arg-type]

    assert says in str(told.value)


@pytest.mark.parametrize(
    ("command", "filters"),
    [
        (command, filters)
        for command in ("search", "export")
        for filters in (
            {"outlet": "herald", "gone": True},
            {"outlet": "moscow_times"},
            {"section": "harbor", "gone": True},
            {"language": "de", "gone": True},
            {"author": "lugovaya", "gone": True},
            {"author": "Lugovoya", "gone": True},
            {"query": "ice", "language": "en"},
        )
    ],
)
def test_what_might_be_found_and_is_not_is_no_mistake(
    environ: dict[str, str], command: str, filters: dict[str, object]
) -> None:
    done = _ask(command, filters, environ)

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(("nothing was found\n", "0 articles in "))


def test_a_word_that_is_common_in_one_language_of_several_is_looked_for_in_the_others(
    environ: dict[str, str],
) -> None:
    done = newscrawl_inside("search", "und", **environ)

    said = "nothing was found; the words are too common to be searched in de\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", said)


_UNKNOWN = "there is no outlet 'heralt'"


@every_row(
    ("command", "code", "says"),
    [
        ("health heralt", 2, _UNKNOWN),
        ("links heralt", 2, _UNKNOWN),
        ("quarantine list --outlet=heralt", 2, _UNKNOWN),
        ("quarantine list --reason=no_headlines", 2, "did you mean no_headline?"),
        ("quarantine list --reason=", 2, "there is no reason ''"),
        ("quarantine retry --outlet=heralt", 2, _UNKNOWN),
        ("quarantine retry --reason=nosuch", 2, "there is no reason 'nosuch'; there are bad_host,"),
        ("quarantine show 999999", 1, "nothing in quarantine has the id 999999"),
        ("quarantine drop 999999", 1, "nothing in quarantine has the id 999999"),
        ("rules list --outlet=heralt", 2, _UNKNOWN),
        ("rules show heralt some-rule", 2, _UNKNOWN),
        ("rules show herald nope", 1, "no learned rule 'nope' of herald: newscrawl rules"),
        ("rules learn heralt", 2, _UNKNOWN),
        ("rules accept heralt some-rule", 2, _UNKNOWN),
        ("rules accept moscow_times nope", 1, "no learned rule 'nope' of moscow_times: newscrawl"),
        ("snapshots verify --outlet=heralt", 2, _UNKNOWN),
        ("snapshots export 99999999", 1, "no such article"),
        ("snapshots export 1 --revision 99", 1, "no revision 99 of this article: there are 1"),
        ("gaps heralt", 2, _UNKNOWN),
        ("reclean --outlet=heralt", 2, _UNKNOWN),
        ("reclean --rule no_such_rule", 2, "there is no rule 'no_such_rule'"),
        ("replay --outlet=heralt", 2, _UNKNOWN),
        ("replay --article 777", 1, "no such article"),
    ],
)
def test_every_command_names_what_it_does_not_know(
    urls: dict[str, str], tmp_path: Path, command: str, code: int, says: str
) -> None:
    environ = {"NEWSCRAWL_HOME": str(tmp_path), "NEWSCRAWL_DATABASE_URL": urls["owner"]}
    done = newscrawl_inside(*command.split(), **environ)

    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (code, "", 1)
    assert says in done.stderr


@every_row(
    ("given", "near"),
    [
        ("heralt", ["Herald"]),
        ("times", ["moscow_times"]),
        ("MOSCOW_TIMES", ["moscow_times"]),
        ("zzz", []),
        ("", []),
    ],
)
def test_a_name_is_near_in_any_case_or_as_a_part(given: str, near: list[str]) -> None:
    assert nearest(given, ["Herald", "moscow_times"]) == near
