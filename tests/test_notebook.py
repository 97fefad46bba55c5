"""The archive as a notebook sees it, and the notebook that shows it."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

import newscrawl
from newscrawl.archive.database.engine import connect
from newscrawl.article import Block, BlockKind, Image, Removal
from newscrawl.data_frames import Rows, Type
from newscrawl.errors import ConfigError, NotFound, UsageError
from newscrawl.notebook import Archive
from tests.archive.making import NOON, article, begin_crawl, reading, store

PLEA = Removal("plea", 1, Block(BlockKind.PARAGRAPH, "Give!"))
NOTEBOOK = Path(__file__).parents[1] / "examples" / "archive.ipynb"


@pytest.fixture(scope="module")
def engine(make_database) -> Iterator[Engine]:
    engine = connect(make_database.with_schema())
    with Session(engine) as session:
        begin_crawl(session)
        for one in (
            article("The harbor froze.", authors=("Ann Lee", "Bo Ek"), date_published=NOON),
            article("Fog.", key="2", images=(Image("a.jpg", "Fog", None),), removed=(PLEA,)),
            article("Rain.", key="3", removed=(PLEA,)),
        ):
            store(session, reading(one))
        session.commit()
    yield engine
    engine.dispose()


@pytest.fixture
def archive(engine: Engine) -> Iterator[Archive]:
    with newscrawl.connect(engine.url.render_as_string(False)) as archive:
        yield archive


def test_rows_are_dictionaries_without_any_other_library(archive: Archive) -> None:
    rows = archive.articles(query="harbor", columns=["headline", "authors", "date_published"])

    assert len(rows) == 1
    assert rows[0] == {
        "headline": "Snow",
        "authors": ["Ann Lee", "Bo Ek"],
        "date_published": NOON,
    }
    assert list(rows) == [rows[0]]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, 3),
        ({"since": "2026-03-01"}, 1),
        ({"until": date(2026, 2, 28)}, 0),
        ({"as_of": "2026-03-01"}, 0),
        ({"as_of": datetime.now(UTC) + timedelta(days=1)}, 3),
    ],
)
def test_filters_are_those_of_an_export(
    archive: Archive, filters: dict[str, Any], found: int
) -> None:
    assert len(archive.articles(**filters)) == found


def test_sql_is_asked_with_values_or_as_it_is(archive: Archive) -> None:
    assert archive.sql("SELECT ' :a 100%' AS said")[0] == {"said": " :a 100%"}
    assert archive.sql("SELECT CAST(:said AS text) AS said", said="'; --")[0] == {"said": "'; --"}


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("SELEC", "syntax error"),
        ("SELECT nothing", "does not exist"),
        ("SELECT 1/0", "division by zero"),
        ("SELECT 1 AS a, 2 AS a", "two columns are named a"),
        ("UPDATE article SET url = ''", "read-only transaction"),
        ("SET lock_timeout = 1", "gives no rows"),
    ],
)
def test_what_is_asked_wrongly_is_said_in_one_line(
    archive: Archive, statement: str, said: str
) -> None:
    # A connection that was used for articles is as closed to writing as a new one.
    archive.articles()

    with pytest.raises(UsageError, match=said):
        archive.sql(statement)


def test_a_value_that_is_missing_is_named(archive: Archive) -> None:
    with pytest.raises(UsageError, match="'outlet'"):
        archive.sql("SELECT :outlet, :number", number=1)


TYPED = """
SELECT 1 AS number, 1.5 AS fraction, 'a' AS text, true AS truth,
       timestamptz '2026-03-01T12:00Z' AS moment, timestamp '2026-03-01T12:00' AS local,
       date '2026-03-01' AS day, interval '1 day' AS span, ARRAY['a', 'b'] AS texts,
       ARRAY[1, 2] AS numbers, '{"a": 1}'::jsonb AS json, '\\x01'::bytea AS other
UNION ALL
SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
"""


def test_a_frame_of_pandas_has_types(archive: Archive) -> None:
    pytest.importorskip("pandas")

    frame = archive.sql(TYPED).pandas()

    assert [str(kind) for kind in frame.dtypes] == [
        *("Int64", "Float64", "string", "boolean", "datetime64[us, UTC]", "datetime64[us]"),
        *("datetime64[s]", "timedelta64[us]", "object", "object", "object", "object"),
    ]
    assert frame.isna().to_numpy().tolist() == [[False] * 12, [True] * 12]
    assert frame["moment"][0] == NOON
    assert frame["texts"][0] == ["a", "b"]
    assert frame["json"][0] == {"a": 1}


def test_a_frame_of_polars_has_types(archive: Archive) -> None:
    polars = pytest.importorskip("polars")

    frame = archive.sql(TYPED).polars()

    assert frame.dtypes == [
        *(polars.Int64, polars.Float64, polars.String, polars.Boolean),
        *(polars.Datetime("us", "UTC"), polars.Datetime("us"), polars.Date),
        *(polars.Duration("us"), polars.List(polars.String), polars.List(polars.Int64)),
        *(polars.String, polars.String),
    ]
    assert frame.row(1) == (None,) * 12
    assert frame["moment"][0] == NOON
    assert json.loads(frame["json"][0]) == {"a": 1}


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_no_rows_have_the_same_types(archive: Archive, library: str) -> None:
    pytest.importorskip(library)

    nothing = f"SELECT * FROM ({TYPED}) AS typed LIMIT 0"
    full, none = (getattr(archive.sql(sql), library)() for sql in (TYPED, nothing))

    assert list(full.dtypes) == list(none.dtypes)
    assert len(none) == 0


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(ConfigError, match=rf"pip install 'newscrawl\[{name}\]'"):
            getattr(Rows(("a",), (Type.NUMBER,), [(1,)]), name)()


def test_nothing_is_loaded_that_is_not_used() -> None:
    asked = (
        "import sys, newscrawl; print(*{'sqlalchemy'} & {*sys.modules});"
        "newscrawl.connect; print(*{'pandas', 'polars', 'pyarrow', 'scrapy'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_an_archive_that_cannot_be_read_is_said_in_one_line(
    empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotFound, match="the archive is empty"):
        newscrawl.connect(empty_database_url)
    monkeypatch.delenv("NEWSCRAWL_DATABASE_URL", raising=False)
    monkeypatch.setenv("NEWSCRAWL_HOME", str(tmp_path))
    with pytest.raises(NotFound, match="the archive is empty"):
        newscrawl.connect()


def test_a_closed_archive_has_let_go_of_its_connections(engine: Engine) -> None:
    archive = newscrawl.connect(engine.url.render_as_string(False))
    archive.articles()
    archive.close()

    assert archive._engine.pool.checkedout() == 0  # type: ignore[attr-defined]
    assert archive._engine.pool.checkedin() == 0  # type: ignore[attr-defined]


def cells(kind: str) -> list[str]:
    told = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in told["cells"] if cell["cell_type"] == kind]


def test_the_example_notebook_runs(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.setenv("NEWSCRAWL_DATABASE_URL", engine.url.render_as_string(False))
    names: dict[str, Any] = {}
    shown = list[Any]()

    for cell in cells("code"):
        tree = ast.parse(cell)
        last = tree.body[-1]
        exec(compile(ast.Module(tree.body[:-1], []), "cell", "exec"), names)
        if isinstance(last, ast.Expr):
            shown.append(eval(compile(ast.Expression(last.value), "cell", "eval"), names))
        else:
            exec(compile(ast.Module([last], []), "cell", "exec"), names)

    table, months, headlines, authors, removed, count, closed = shown
    assert table["word_count"].tolist() == [3, 1, 1]
    assert months["count"].tolist() == [1]
    assert headlines == ["Snow"]
    assert authors.to_dict() == {"Ann Lee": 1, "Bo Ek": 1}
    assert removed["rule"].tolist() == ["plea"]
    assert (count, closed) == (3, None)


def test_the_example_notebook_is_kept_without_what_it_printed() -> None:
    told = json.loads(NOTEBOOK.read_text(encoding="utf-8"))

    assert [cell for cell in told["cells"] if cell.get("outputs")] == []
    assert cells("markdown")[0].startswith("# Asking the archive")
