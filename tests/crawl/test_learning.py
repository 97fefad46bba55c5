"""A new appeal appears on the site: by the end of the crawl the archive knows it."""

from dataclasses import replace

from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, Text

APPEAL = "If you can, please support us from just ${sum} a month. Two minutes keep us going."
_RULE = "learned-if-you-can-please-support"
_BEGGING = 14


def test_a_new_appeal_leaves_the_archive_at_the_end_of_its_crawl(
    crawls: Crawls, site: ExampleSite
) -> None:
    keys = _beg(site)

    ended = crawls.run()

    assert (ended.code, ended.stderr) == (0, "")
    stats = crawls.last_crawl()["stats"]
    assert stats["boilerplate/accepted"] == 1
    assert stats["boilerplate/recleaned"] == _BEGGING
    assert crawls.count("SELECT count(*) FROM articles WHERE body LIKE '%please support us%'") == 0
    taken = crawls.ask(
        "SELECT key, rule, text FROM removed_text JOIN articles USING (article_id) "
        "WHERE rule LIKE 'learned-%'"
    )
    assert {(row.key, row.rule) for row in taken} == {(key, _RULE) for key in keys}
    assert all(row.text.startswith("If you can, please support us from just $") for row in taken)
    _assert_nothing_changes(crawls, site)


def _beg(site: ExampleSite) -> list[str]:
    """Let the newest articles beg, each for another sum; their keys."""
    stories = [story for story in site.stories if story.kind == "article"][:_BEGGING]
    for number, story in enumerate(stories):
        appeal = Text(APPEAL.replace("{sum}", str(number + 2)))
        site.publish(replace(story, body=(*story.body, appeal)))
    return [story.key for story in stories]


def _assert_nothing_changes(crawls: Crawls, site: ExampleSite) -> None:
    """A second crawl of the same site, by what the first one learned."""
    said = "SELECT key, revision_id, body FROM articles ORDER BY key"
    before = crawls.ask(said)
    crawls.ask_for_all()
    # A known plea is another one, so that every page is sent again; what it reports is the same.
    site.set_plea("2025")
    crawls.now = "2026-10-15T12:00:00Z"

    ended = crawls.run()

    assert (ended.code, ended.stderr) == (0, "")
    stats = crawls.last_crawl()["stats"]
    assert stats["archive/unchanged"] >= _BEGGING
    assert "archive/revised" not in stats
    assert crawls.ask(said) == before
    assert crawls.count("SELECT count(*) FROM revision WHERE number > 1") == 0
