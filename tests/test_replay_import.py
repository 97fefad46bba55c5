"""Foreign WARC files become revisions in the order of time, whatever order they are read in."""

import hashlib
import random
import signal
import sys
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from bench import captures
from bench.captures import Planned
from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.revisions.article_rows import see_articles
from newscrawl.archive.revisions.import_rows import Captured
from newscrawl.archive.revisions.pages_to_replay import ReplayScope
from newscrawl.outlets import load_outlets
from newscrawl.page import WarcLocation
from newscrawl.replay.batching import batches
from newscrawl.replay.capture_choice import chooser
from newscrawl.replay.choose_pool import replay_pool
from newscrawl.replay.import_files import import_by
from newscrawl.replay.replay_archive import replay_by
from newscrawl.replay.spread_work import OpenArchive, ReplayPool
from newscrawl.snapshots.capture_headers import Capture
from tests.archive.making import article
from tests.archive.searchable import UNLIKE
from tests.ready_programs import ReadyProgram

if TYPE_CHECKING:
    import subprocess

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=2)


@pytest.fixture
def archive(sessions: SessionFactory, tmp_path: Path) -> Iterator[OpenArchive]:
    archive = OpenArchive(sessions=sessions, home=tmp_path / "home")
    yield archive
    assert ask(archive, UNLIKE) == [], "search follows whatever is imported"


def run(
    archive: OpenArchive,
    *files: Path,
    only: str | None = None,
    is_any: bool = False,
    unread: Sequence[str] = (),
    processes: int = 1,
) -> Counter[str]:
    """How many captures became what; ``unread`` are the files that are none, and nobody else."""
    chosen = chooser(load_outlets().values(), only, is_any)
    total, said = Counter[str](), list[str]()
    with replay_pool(archive, processes) as workers:
        for one in import_by(workers, files, chosen):
            total += one.counts
            said += one.files
    assert said == [*unread]
    return total


def is_read_as_before(archive: OpenArchive) -> bool:
    """Whether the archive's only page comes to the same article when it is read again."""
    scope = ReplayScope(outlet="moscow_times", again=True)
    [done] = replay_by(ReplayPool(archive=archive), [scope])
    return (done.read, done.unreadable, done.differences) == (1, [], [])


def ask(archive: OpenArchive, query: str) -> list[Any]:
    with archive.sessions.begin() as session:
        result = session.execute(text(query))
        return [tuple(row) for row in result] if result.returns_rows else []


def shown(archive: OpenArchive) -> list[Any]:
    """All that the views tell of articles, their revisions and edits, but for ids and our clock."""
    return [
        ask(
            archive,
            "SELECT key, fetched_at, url, headline, body, date_modified, cause = 'first',"
            " revision_count, first_seen_at, last_seen_at FROM revisions ORDER BY key, number",
        ),
        ask(archive, "SELECT outlet, key, url, fetched_at, body FROM articles ORDER BY key"),
        ask(
            archive,
            "SELECT a.key, fetched_at, changes FROM edits JOIN article a ON a.id = article_id"
            " ORDER BY a.key, fetched_at, changes::text",
        ),
        ask(archive, "SELECT key, url, outcome FROM link ORDER BY key"),
    ]


def revisions(archive: OpenArchive) -> list[tuple[str, datetime, str]]:
    return ask(
        archive,
        "SELECT key, fetched_at, substring(body FROM 'State \\d+ of it') FROM revisions"
        " ORDER BY key, number",
    )


@pytest.fixture
def planned() -> list[Planned]:
    return captures.plan(120, damaged=0.03)


def test_captures_become_the_revisions_that_their_times_tell(
    archive: OpenArchive, planned: list[Planned], tmp_path: Path
) -> None:
    captures.write(tmp_path / "a.warc.gz", planned)

    counts = run(archive, tmp_path / "a.warc.gz")

    told = captures.expected(planned)
    keys = {key for key, _, _ in told}
    assert [row for row in revisions(archive) if row[0] in keys] == told
    assert counts["damaged"] == sum(one.is_damaged for one in planned) > 0
    assert counts["stored"] == len(planned) - counts["damaged"]


def test_the_order_of_reading_does_not_matter(
    archive: OpenArchive, planned: list[Planned], tmp_path: Path
) -> None:
    results = []
    for seed in range(4):
        ask(archive, "TRUNCATE outlet CASCADE")
        random.Random(seed).shuffle(planned)
        for number in range(3):
            path = tmp_path / f"{seed}-{number}.warc.gz"
            captures.write(path, planned[number::3])
            run(archive, path)
        results.append(shown(archive))

    assert results[0] == results[1] == results[2] == results[3]
    assert len(results[0][0]) > 20


def test_what_is_imported_twice_adds_nothing(
    archive: OpenArchive, planned: list[Planned], tmp_path: Path
) -> None:
    path = tmp_path / "a.warc.gz"
    captures.write(path, planned)
    run(archive, path)
    before = ask(archive, "SELECT * FROM revision ORDER BY id")

    counts = run(archive, path)

    assert ask(archive, "SELECT * FROM revision ORDER BY id") == before
    assert counts["stored"] == 0
    assert counts["known"] > 100


def test_two_processes_come_to_the_same(
    archive: OpenArchive, planned: list[Planned], tmp_path: Path
) -> None:
    path = tmp_path / "a.warc.gz"
    captures.write(path, planned)
    run(archive, path)
    alone = shown(archive)
    ask(archive, "TRUNCATE outlet CASCADE")

    run(archive, path, processes=2)

    assert shown(archive) == alone


def test_a_run_that_is_killed_goes_on_to_the_same_result(
    archive: OpenArchive, planned: list[Planned], tmp_path: Path
) -> None:
    path = tmp_path / "a.warc.gz"
    captures.write(path, planned)
    run(archive, path)
    alone = shown(archive)
    ask(archive, "TRUNCATE outlet CASCADE")
    rng, stored = random.Random(1), list[int]()

    for _ in range(5):
        process = begin(archive, path)
        wait_for_more(archive, process, stored[-1] if stored else 0)
        time.sleep(rng.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        stored += [row[0] for row in ask(archive, "SELECT count(*) FROM snapshot")]
    assert 0 < stored[0] < len(planned) - sum(one.is_damaged for one in planned)

    run(archive, path)
    assert shown(archive) == alone


SCRIPT = """
import sys
from pathlib import Path
from newscrawl.archive.database.engine import sessions_at
from newscrawl.outlets import load_outlets
from newscrawl.replay import batching
from newscrawl.replay.import_files import import_by
from newscrawl.replay.capture_choice import chooser
from newscrawl.replay.spread_work import OpenArchive, ReplayPool
batching._BATCH = 5
archive = OpenArchive(sessions=sessions_at(sys.argv[1]), home=Path(sys.argv[2]))
chosen = chooser(load_outlets().values(), None, False)
for _ in import_by(ReplayPool(archive=archive), [Path(sys.argv[3])], chosen):
    pass
"""


def begin(archive: OpenArchive, path: Path) -> "subprocess.Popen[bytes]":
    url = archive.sessions.kw["bind"].url.render_as_string(hide_password=False)
    return ReadyProgram([sys.executable, "-c", SCRIPT, url, str(archive.home), str(path)])


def wait_for_more(archive: OpenArchive, process: "subprocess.Popen[bytes]", before: int) -> None:
    while process.poll() is None:
        if ask(archive, "SELECT count(*) FROM snapshot")[0][0] > before:
            return
        time.sleep(0.01)


def one_record(archive: OpenArchive, tmp_path: Path, raw: bytes, **options: Any) -> Counter[str]:
    path = tmp_path / "one.warc"
    path.write_bytes(raw)
    return run(archive, path, **options)


SNOW = Planned(1, NOON, 0)


@pytest.mark.parametrize(
    "raw",
    [
        captures.record(SNOW),
        captures.record(SNOW, is_chunked=True),
        captures.record(SNOW).replace(
            b"WARC-Target-URI: https://www.themoscowtimes.com/2025/01/01/news-a10001",
            b"WARC-Target-URI: <http://themoscowtimes.com/2025/01/01/news-a10001>",
        ),
        captures.record(SNOW).replace(b"text/html;", b"TEXT/HTML;"),
        captures.record(SNOW).replace(b"\r\n\r\n<!D", b"\r\nContent-Encoding: gzip\r\n\r\n<!D"),
        captures.member(captures.record(SNOW)),
    ],
    ids=["plain", "chunked", "wget", "upper case", "unpacked, and says packed", "packed"],
)
def test_what_other_tools_write_is_read(archive: OpenArchive, tmp_path: Path, raw: bytes) -> None:
    if b"Content-Encoding" in raw:
        raw = captures.warc_record(
            "response", SNOW.url, NOON, "", raw.split(b"\r\n\r\n", 1)[1][:-4]
        )

    assert one_record(archive, tmp_path, raw) == {"stored": 1}
    assert revisions(archive) == [("10001", NOON, "State 0 of it")]
    assert ask(archive, "SELECT url FROM article") == [
        ("https://www.themoscowtimes.com/2025/01/01/news-a10001",)
    ]


def cut(raw: bytes) -> bytes:
    return raw[: len(raw) - 300]


@pytest.mark.parametrize(
    ("raw", "counts"),
    [
        (cut(captures.record(SNOW)), {"damaged": 1}),
        (cut(captures.member(captures.record(SNOW))), {"damaged": 1}),
        (captures.record(SNOW).replace(b"State 0", b"State 9"), {"damaged": 1}),
        (captures.record(SNOW).replace(b"WARC-Date: 2025", b"WARC-Date: 2x25"), {"headers": 1}),
        (captures.record(SNOW).replace(b"WARC-Date: 2025", b"WARC-Date: 9025"), {"future": 1}),
        (captures.record(SNOW).replace(b"HTTP/1.1 200", b"HTTP/1.1 404"), {"http_404": 1}),
        (captures.record(SNOW).replace(b"themoscowtimes", b"themoscowtimez"), {"unwanted": 1}),
        (captures.record(SNOW, b"<p>Just a page."), {"no_headline": 1}),
    ],
)
def test_what_is_no_page_is_counted_and_passed_over(
    archive: OpenArchive, tmp_path: Path, raw: bytes, counts: dict[str, int]
) -> None:
    assert one_record(archive, tmp_path, raw) == counts
    assert revisions(archive) == []


def test_a_damaged_plain_record_costs_no_other(archive: OpenArchive, tmp_path: Path) -> None:
    first, second, third = (captures.record(Planned(n, NOON, 0)) for n in range(3))
    broken = second.replace(b"Content-Length: ", b"Content-Length: 9")

    assert one_record(archive, tmp_path, first + broken + third) == {"stored": 2, "damaged": 1}


def revisit(at: datetime, original: bytes) -> bytes:
    """A record that says that the page was the same then."""
    named = next(line for line in original.split(b"\r\n") if line.startswith(b"WARC-Payload"))
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    return captures.warc_record("revisit", SNOW.url, at, f"{named.decode()}\r\n", head)


def test_a_revisit_is_a_capture_of_the_page_it_is_of(archive: OpenArchive, tmp_path: Path) -> None:
    again, edited = NOON + 2 * MINUTE, Planned(1, NOON + MINUTE, 1)
    raw = captures.record(SNOW)

    counts = one_record(archive, tmp_path, revisit(again, raw) + captures.record(edited) + raw)

    assert counts == {"stored": 3}
    assert [row[1:] for row in revisions(archive)] == [
        (NOON, "State 0 of it"),
        (NOON + MINUTE, "State 1 of it"),
        (again, "State 0 of it"),
    ]


def test_a_revisit_of_an_unknown_page_is_counted(archive: OpenArchive, tmp_path: Path) -> None:
    counts = one_record(archive, tmp_path, revisit(NOON, captures.record(SNOW)))

    assert counts == {"revisit_without_page": 1}


SHA1 = hashlib.sha1(captures.page(SNOW)).digest()
IN_HEX = f"WARC-Payload-Digest: sha1:{SHA1.hex()}\r\n"
REFERS = f"WARC-Refers-To-Date: {NOON:%Y-%m-%dT%H:%M:%SZ}\r\n"
UNMODIFIED = "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified\r\n"
OF_NOTHING = "WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (f"{IN_HEX}WARC-Truncated: length\r\n", True),
        (REFERS, True),
        (f"{UNMODIFIED}{REFERS}{OF_NOTHING}", True),
        (f"{REFERS}{OF_NOTHING}", False),
        (UNMODIFIED, False),
    ],
    ids=[
        "Heritrix, in hex",
        "by date",
        "304 by date",
        "other bytes at that date",
        "304 of nothing",
    ],
)
def test_a_revisit_finds_its_page_by_what_it_says_of_it(
    archive: OpenArchive, tmp_path: Path, lines: str, is_found: bool
) -> None:
    again = captures.warc_record(
        "revisit", SNOW.url, NOON + MINUTE, lines, b"HTTP/1.1 200 OK\r\n\r\n"
    )

    counts = one_record(archive, tmp_path, again + captures.record(SNOW))

    assert counts == ({"stored": 2} if is_found else {"stored": 1, "revisit_without_page": 1})
    assert ask(archive, "SELECT count(*) FROM edits") == [(0,)]


def test_a_revisit_of_a_page_at_another_address_is_an_article_there(
    archive: OpenArchive, tmp_path: Path
) -> None:
    lines = f"{IN_HEX}WARC-Refers-To-Target-URI: {SNOW.url}\r\n"
    other = "https://www.themoscowtimes.com/2025/01/01/news-a10777"
    again = captures.warc_record("revisit", other, NOON + MINUTE, lines, b"HTTP/1.1 200 OK\r\n\r\n")

    assert one_record(archive, tmp_path, captures.record(SNOW) + again) == {"stored": 2}
    assert ask(archive, "SELECT key FROM article ORDER BY key") == [("10001",), ("10777",)]


@pytest.mark.parametrize("kind", ["resource", "conversion"])
def test_a_page_without_an_answer_is_stored_and_can_be_read_again(
    archive: OpenArchive, tmp_path: Path, kind: str
) -> None:
    raw = captures.warc_record(kind, SNOW.url, NOON, "", captures.page(SNOW))
    raw = raw.replace(b"application/http; msgtype=response", b"text/html")

    assert one_record(archive, tmp_path, raw) == {"stored": 1}
    assert revisions(archive) == [("10001", NOON, "State 0 of it")]
    assert is_read_as_before(archive)


def test_what_stands_in_a_wacz_file_can_be_read_again(archive: OpenArchive, tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("archive/junk.warc.gz", "no WARC file")
        opened.writestr("archive/a.warc.gz", captures.member(captures.record(SNOW)))

    unread = [f"{path}: archive/junk.warc.gz is not a WARC file"]
    assert run(archive, path, unread=unread) == {"stored": 1}
    assert run(archive, path, unread=unread) == {"known": 1}
    assert is_read_as_before(archive)


def test_no_length_of_a_chunk_is_ever_in_an_article(archive: OpenArchive, tmp_path: Path) -> None:
    html = captures.page(SNOW)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    payload = b"".join(b"%x\n%b\n" % (200, html[at : at + 200]) for at in range(0, len(html), 200))
    raw = captures.warc_record("response", SNOW.url, NOON, "", head + payload)
    cut = captures.warc_record("response", SNOW.url, NOON + MINUTE, "", head + payload[:-300])

    assert one_record(archive, tmp_path, raw + cut) == {"stored": 1, "truncated": 1}
    assert ask(archive, "SELECT count(*) FROM revisions WHERE body ~ '\\mc8\\M'") == [(0,)]


def test_any_host_is_imported_by_general_rules(archive: OpenArchive, tmp_path: Path) -> None:
    raw = captures.record(SNOW).replace(b"www.themoscowtimes.com", b"news.the-ferry.test")

    assert one_record(archive, tmp_path, raw, is_any=True) == {"stored": 1}
    assert ask(archive, "SELECT outlet, key FROM article") == [
        ("news_the_ferry_test", "/2025/01/01/news-a10001")
    ]
    assert ask(archive, "SELECT layout FROM revision") == [("generic",)]


def test_a_crawls_sighting_stands_between_captures(archive: OpenArchive, tmp_path: Path) -> None:
    one_record(archive, tmp_path, captures.record(SNOW))
    seen = NOON + 3 * MINUTE
    ask(archive, f"UPDATE article SET last_seen_at = '{seen.isoformat()}'")
    late = captures.record(Planned(1, NOON + MINUTE, 1))
    (tmp_path / "two.warc").write_bytes(late)

    run(archive, tmp_path / "two.warc")

    assert [(at, said) for _, at, said in revisions(archive)] == [
        (NOON, "State 0 of it"),
        (NOON + MINUTE, "State 1 of it"),
        (seen, "State 0 of it"),
    ]


def test_a_link_that_waits_is_still_fetched(archive: OpenArchive, tmp_path: Path) -> None:
    one_record(archive, tmp_path, captures.record(SNOW))
    assert ask(archive, "SELECT key, outcome, listed_by FROM link") == [
        ("10001", "stored", "import")
    ]
    ask(archive, "DELETE FROM link")
    ask(archive, "INSERT INTO link (outlet, key, url) VALUES ('moscow_times', '10001', 'x')")
    (tmp_path / "two.warc").write_bytes(captures.record(SNOW))

    run(archive, tmp_path / "two.warc")

    assert ask(archive, "SELECT outcome FROM link") == [("waiting",)]


def _captured(key: str) -> Captured:
    return Captured(
        article=article(key=key),
        url=f"https://herald.test/{key}",
        fetched_at=NOON,
        status=200,
        kept=WarcLocation(file="a", offset=0, length=1, digest="x"),
    )


def test_new_and_known_articles_are_locked_in_one_order(archive: OpenArchive) -> None:
    ask(archive, "INSERT INTO outlet VALUES ('herald', 'The Herald', 'https://herald.test', 'en')")
    with archive.sessions.begin() as session:
        see_articles(session, [_captured("b")], are_visits=False)
    locked = threading.Event()

    def lock() -> None:
        with archive.sessions.begin() as session:
            see_articles(
                session,
                [_captured("a"), _captured("b")],
                are_visits=False,
            )
            locked.set()

    with archive.sessions.begin() as other:
        see_articles(other, [_captured("a")], are_visits=False)
        waiting = threading.Thread(target=lock)
        waiting.start()
        assert not locked.wait(0.5), "the new article is not waited for"
        # Whoever waits for the first key holds no later one.
        other.execute(text("SELECT FROM article WHERE key = 'b' FOR UPDATE NOWAIT"))
    waiting.join(10)
    assert locked.is_set()


def test_batches_of_a_file_do_not_wait_for_the_end_of_others(archive: OpenArchive) -> None:
    read: list[str] = []

    def found() -> Iterator[Capture]:
        for path in ("/1.warc", "/2.warc", "/3.warc"):
            read.append(path)
            yield Capture(
                path=path,
                offset=0,
                length=1,
                url=SNOW.url,
                fetched_at=NOON,
                digest=None,
                is_revisit=False,
            )

    chosen = chooser(load_outlets().values(), None, False)
    first = next(batches(archive, found(), chosen, Counter()))

    assert first.captures[0].path == "/1.warc"
    assert read == ["/1.warc", "/2.warc"]


HOSTS = {
    "news.example.test": "news_example_test",
    "www.ferry.test": "ferry_test",
    "ferry.test": "ferry_test",
    "1tv.test": "site_1tv_test",
    "the-ferry.test": "the_ferry_test",
}


def of_host(host: str, state: int) -> bytes:
    one = Planned(1, NOON + state * MINUTE, state)
    return captures.record(one).replace(b"www.themoscowtimes.com", host.encode())


@pytest.mark.parametrize(
    "hosts",
    [
        ("news.example.test", "news-example.test", "news.example-test", "news_example.test"),
        ("ferry.test", "ferry.test:8080", "ferry.test.:8443", "ferry-test", "ferry_test"),
        ("1tv.test", "site.1tv.test", "site-1tv.test"),
        ("пример.test", "пожар.test", "xn--h1alffa9f.test", "site.test"),
        ("127.0.0.1", "[::1]", "[::2]"),
        ("bellingcat", "bellingcat.test", "moscow.times", "moscow-times"),
    ],
)
def test_no_two_hosts_share_an_article(
    archive: OpenArchive, tmp_path: Path, hosts: tuple[str, ...]
) -> None:
    raw = b"".join(of_host(host, state) for state, host in enumerate(hosts))

    assert one_record(archive, tmp_path, raw, is_any=True) == {"stored": len(hosts)}
    assert ask(archive, "SELECT count(*), count(DISTINCT outlet) FROM article") == [
        (len(hosts), len(hosts))
    ]
    assert ask(archive, "SELECT count(*) FROM edits") == [(0,)]


def test_a_host_is_one_in_its_own_letters_and_in_punycode(
    archive: OpenArchive, tmp_path: Path
) -> None:
    raw = of_host("пример.test", 0) + of_host("xn--e1afmkfd.test", 1)

    assert one_record(archive, tmp_path, raw, is_any=True) == {"stored": 2}
    assert ask(archive, "SELECT count(*), count(DISTINCT outlet) FROM article") == [(1, 1)]


@pytest.mark.parametrize(("host", "name"), HOSTS.items())
def test_a_plain_host_is_its_own_name(
    archive: OpenArchive, tmp_path: Path, host: str, name: str
) -> None:
    one_record(archive, tmp_path, of_host(host, 0), is_any=True)

    assert ask(archive, "SELECT outlet FROM article") == [(name,)]


@pytest.mark.parametrize("is_other_first", [False, True])
def test_a_host_keeps_the_name_by_which_the_archive_knows_it(
    archive: OpenArchive, tmp_path: Path, is_other_first: bool
) -> None:
    ask(
        archive,
        "INSERT INTO outlet VALUES"
        " ('news_example_test', 'x', 'https://www.news-example.test', 'und')",
    )
    both = [of_host("news-example.test", 0), of_host("news.example.test", 1)]
    raw = b"".join(reversed(both) if is_other_first else both)

    one_record(archive, tmp_path, raw, is_any=True)

    assert ask(archive, "SELECT url FROM article WHERE outlet = 'news_example_test'") == [
        ("https://news-example.test/2025/01/01/news-a10001",)
    ]
    assert ask(archive, "SELECT count(DISTINCT outlet) FROM article") == [(2,)]


def test_one_host_of_a_file_is_chosen_by_its_own_name(archive: OpenArchive, tmp_path: Path) -> None:
    raw = of_host("news.example.test", 0) + of_host("news-example.test", 1)

    counts = one_record(archive, tmp_path, raw, is_any=True, only="news-example.test")

    assert counts == {"stored": 1, "unwanted": 1}


def test_a_page_that_names_the_front_page_is_at_its_own_address(
    archive: OpenArchive, tmp_path: Path
) -> None:
    home = b'<link rel="canonical" href="https://ferry.test/"></head>'
    pages = [captures.page(one).replace(b"</head>", home) for one in (SNOW, Planned(2, NOON, 0))]
    raw = b"".join(
        captures.record(Planned(number, NOON, 0), page).replace(
            b"www.themoscowtimes.com", b"ferry.test"
        )
        for number, page in enumerate(pages)
    )

    assert one_record(archive, tmp_path, raw, is_any=True) == {"stored": 2}
    assert ask(archive, "SELECT count(*) FROM article") == [(2,)]
