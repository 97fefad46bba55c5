"""An article that was stored under an older spelling of its address stays one article."""

from newscrawl.site import ExampleSite
from tests.crawl.runner import Crawls

_OLD, _NEW = "/archive/%d0%bc%d0%b8%d1%80", "/archive/%D0%BC%D0%B8%D1%80"
_ADDRESS = f"https://www.themoscowtimes.com{_OLD}"
_BODY = "".join(
    f"<p>Of the mills of Kalinov this is what is known, part {n}.</p>" for n in range(9)
)
_PAGE = (
    "<html><head><title>Mills</title><meta property='og:title' content='Mills of Kalinov'>"
    "</head><body><h1>Mills of Kalinov</h1>"
    f"<div class='article__content'>{_BODY}</div></body></html>"
)


def test_an_archive_of_an_older_spelling_does_not_store_an_article_twice(
    crawls: Crawls, site: ExampleSite
) -> None:
    for path in (_OLD, _NEW):
        site.add_html_page(path, _PAGE)
    assert crawls.run("-a", f"urls={_ADDRESS}").code == 0
    for table in ("article", "link"):
        crawls.change(
            f"UPDATE {table} SET key = :old, url = :url WHERE key = :new",
            old=_OLD,
            url=_ADDRESS,
            new=_NEW,
        )
    asked = f"SELECT count(*) FROM {{}} WHERE lower(key) = lower('{_OLD}')"
    assert crawls.count(f"SELECT count(*) FROM article WHERE key = '{_OLD}'") == 1
    crawls.change("UPDATE alembic_version SET version_num = '0008'")

    again = crawls.run("-a", f"urls={_ADDRESS}")

    assert again.code == 0, again.stderr
    assert crawls.count(asked.format("article")) == crawls.count(asked.format("link")) == 1
    assert crawls.count(f"SELECT count(*) FROM article WHERE key = '{_NEW}'") == 1
    assert crawls.count("SELECT count(*) FROM link WHERE outcome = 'duplicate'") == 0
