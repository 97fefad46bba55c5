"""A crawl says the truth of itself though one COMMIT in three is carried out and not answered."""

from bench.cutting_proxy import CuttingProxy
from tests.crawl.runner import Crawls, articles_asked
from tests.site.example import SiteServer


def test_a_crawl_whose_commits_are_not_answered_leaves_and_doubles_nothing(
    crawls: Crawls, server: SiteServer
) -> None:
    directly = crawls.database_url
    with CuttingProxy(directly, seed=20261012) as proxy:
        crawls.database_url = proxy.url
        ended = crawls.run(NEWSCRAWL_LEASE="5", NEWSCRAWL_DB_PATIENCE="60")
    crawls.database_url = directly

    assert ended.code == 0, ended.stderr
    assert proxy.cuts > 10, "the control: answers were lost"
    assert crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL") == 0
    assert "waiting" not in crawls.ledger()
    crawls.assert_adds_up()
    rows = crawls.ask("SELECT finished_at IS NOT NULL, exit_code, stats FROM crawl")
    assert [(row[0], row[1]) for row in rows] == [(True, 0)]
    stats = rows[0][2]
    stored = crawls.count("SELECT count(*) FROM article")
    assert stats["archive/created"] == stored
    assert "archive/unchanged" not in stats
    assert stats["discover/new"] == crawls.count(
        "SELECT count(*) FROM link WHERE listed_in && '{feed,sitemap,section}'"
    )
    asked = articles_asked(server.requests)
    assert len(asked) == len(set(asked)), "each page is asked for once"
