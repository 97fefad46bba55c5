"""The site changes between crawls: edits, pleas, deletions, news."""

from dataclasses import replace

from tests.archive.searchable import UNLIKE
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer

_EDITED, _DELETED, _LIVE, _KEPT = "93081", "93067", "92875", "92104"
#: On the example site it is the morning of 12 October.
_FIRST, _NEXT_DAY, _DAY_AFTER, _LATER = (
    f"2026-10-{day}T12:00:00Z" for day in ("12", "13", "15", "25")
)


def test_the_archive_follows_the_site(
    crawls: Crawls, site: ExampleSite, server: SiteServer
) -> None:
    """One site's life in four crawls: each is a crawl's time, and shows a day's changes."""
    _crawl(crawls, _FIRST)
    assert set(_revisions(crawls).values()) == {1}
    before = crawls.article(_EDITED)["body"]

    word = before.split()[3]
    site.edit(_EDITED, word, "altogether")
    site.edit(_LIVE, site.story(_LIVE).posts[0].html, "<p>The start was put off by an hour.</p>")
    site.set_plea("2025")
    site.delete(_DELETED)
    newest = replace(site.story(_EDITED), key="94001", slug="news", headline="Gull Takes Office")
    site.publish(newest)
    # Said of another page than the one that was asked about: a cache that mixed them up.
    path = site.story(_KEPT).path
    server.forget_requests()
    server.override(path, status=304, body=b"", headers={"ETag": '"another"'}, times=1)
    crawls.ask_for_all()
    _crawl(crawls, _NEXT_DAY)

    assert [one.status for one in server.requests if one.path == path] == [304, 200]
    changed = {key for key, count in _revisions(crawls).items() if count == 2}
    assert changed == {_EDITED, _LIVE}, "an edit is a revision, and a new plea is none"
    assert "altogether" in crawls.article(_EDITED)["body"]
    assert "put off by an hour" in crawls.article(_LIVE)["body"]
    assert crawls.article("94001")["headline"] == "Gull Takes Office"
    assert crawls.outcome(_DELETED)[0] == "stored", "missing once may be a mistake"
    assert crawls.article(_DELETED)["gone_at"] is None

    _crawl(crawls, _DAY_AFTER)
    assert crawls.outcome(_DELETED)[0] == "gone"
    assert crawls.article(_DELETED)["gone_at"] is not None
    crawls.assert_adds_up()

    site.restore(_DELETED)
    crawls.ask_for_all()
    _crawl(crawls, _LATER)
    assert crawls.outcome(_DELETED)[0] == "stored"
    assert crawls.article(_DELETED)["gone_at"] is None
    assert crawls.count("SELECT count(*) FROM revision WHERE number > 1") == 2
    crawls.assert_adds_up()
    _assert_told(crawls, word)
    assert crawls.ask(UNLIKE) == [], "search follows"


def _assert_told(crawls: Crawls, word: str) -> None:
    """What an analyst hears of it."""
    edits = {row[0]: row[1] for row in crawls.ask("SELECT key, changes FROM edits")}
    assert set(edits) == {_EDITED, _LIVE}
    for before, after in edits[_EDITED]["changed"]:
        assert before.replace(word, "altogether") == after
    [deleted] = crawls.ask("SELECT key, evidence, back_at IS NOT NULL FROM deletions")
    assert tuple(deleted) == (_DELETED, ["missing: http_404", "missing: http_404"], True)
    told = "SELECT count(*) FROM articles_as_of('2026-10-16') WHERE gone_at IS NOT NULL"
    assert crawls.count(told) == 1


def _crawl(crawls: Crawls, now: str) -> None:
    crawls.now = now
    ended = crawls.run()
    assert (ended.code, ended.stderr) == (0, "")


def _revisions(crawls: Crawls) -> dict[str, int]:
    return {row[0]: row[1] for row in crawls.ask("SELECT key, revision_count FROM articles")}
