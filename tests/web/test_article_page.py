"""The page of an article: its text, its changes, what was taken out, and the bytes behind it."""

import html
import re

import pytest

from newscrawl.snapshots.warc_reader import read_page
from tests.rows import every_row
from tests.web.conftest import DELETED, EDITED, Served


@pytest.fixture
def edited(served: Served) -> int:
    return served.article_of(EDITED)


def _plain(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_it_reads_as_the_archive_has_it(served: Served, edited: int) -> None:
    page = served.get(f"/articles/{edited}")
    [row] = served.rows("SELECT * FROM articles WHERE article_id = :id", id=edited)

    said = _plain(page.text)

    assert page.status == 200
    assert f'lang="{row.language}"' in page.text
    for text in (row.headline, *row.authors, *row.body.split("\n\n")):
        assert " ".join(text.split()) in said


def test_its_data_is_what_show_prints_and_where_it_comes_from(served: Served, edited: int) -> None:
    data = served.get(f"/articles/{edited}.json").data
    [row] = served.rows("SELECT * FROM snapshots WHERE revision_id = :id", id=data["revision_id"])

    assert data["article_id"] == edited
    assert data["provenance"]["digest"] == row.digest
    assert data["listing"]["outcome"] == "stored"
    assert len(data["visits"]) >= 2
    assert [edit["is_silent"] for edit in data["edits"]] == [False]


def test_what_was_taken_is_shown_in_place_on_demand_with_its_rule(served: Served) -> None:
    [(article_id,)] = served.rows("SELECT article_id FROM removed_text ORDER BY article_id LIMIT 1")
    taken = served.rows(
        "SELECT at, rule, text FROM removed_text JOIN articles USING (revision_id, article_id)"
        " WHERE article_id = :id ORDER BY at",
        id=article_id,
    )

    plain, whole = (
        _plain(served.get(f"/articles/{article_id}", **query).text)
        for query in ({}, {"removed": "yes"})
    )

    assert taken
    for _, rule, text in taken:
        assert f"removed by {rule} {' '.join(text.split())}" in whole
    assert f"removed by {taken[0][1]}" not in plain


def test_the_entries_of_a_live_blog_stand_each_below_its_time(served: Served) -> None:
    entries = served.rows("SELECT * FROM entries ORDER BY position")
    page = served.get(f"/articles/{entries[0].article_id}")
    data = served.get(f"/articles/{entries[0].article_id}.json").data

    assert len(entries) > 2
    for row in entries:
        assert f"{row.date_published:%Y-%m-%d %H:%M} {' '.join(row.body.split())}" in _plain(
            page.text
        )
    assert [one["body"] for one in data["entries"]] == [row.body for row in entries]


def test_any_two_revisions_are_compared_word_by_word(served: Served, edited: int) -> None:
    page = served.get(f"/articles/{edited}/difference", **{"from": 1, "to": 2}).text
    data = served.get(f"/articles/{edited}/difference.json", **{"from": 1, "to": 2}).data

    went, came = (re.findall(f"<{tag}>([^<]*)</{tag}>", page) for tag in ("del", "ins"))
    assert "altogether" in came
    assert len(went) == len(came)
    assert data["changes"]["changed"]
    back = served.get(f"/articles/{edited}/difference", **{"from": 2, "to": 1}).text
    assert "<del>altogether</del>" in back


def test_a_revision_has_an_address_and_says_that_it_is_not_the_latest(
    served: Served, edited: int
) -> None:
    first, latest = (served.get(f"/articles/{edited}", revision=n).text for n in (1, 2))

    assert "To the latest" in first
    assert "To the latest" not in latest
    assert "altogether" not in first.partition("<article")[2].partition("</article>")[0]


def test_a_deleted_article_says_so(served: Served) -> None:
    assert "deleted this article" in served.get(f"/articles/{served.article_of(DELETED)}").text


def test_the_kept_page_is_given_byte_for_byte(served: Served, edited: int) -> None:
    [row] = served.rows(
        "SELECT s.* FROM snapshots s JOIN recorded USING (revision_id)"
        " WHERE s.article_id = :id AND number = 1",
        id=edited,
    )
    from newscrawl.page import WarcLocation

    kept = WarcLocation(
        file=row.file, offset=row.file_offset, length=row.file_length, digest=row.digest
    )
    page = read_page(served.home, kept, row.url, row.fetched_at)

    answer = served.get(f"/articles/{edited}/kept/page.html", revision=1)

    assert answer.body == page.html
    assert answer.headers["content-disposition"].startswith("attachment")
    assert served.get(f"/articles/{edited}/kept.txt", revision=1).text == page.decoded[1]


def test_the_kept_page_is_replayed_where_it_can_do_nothing(served: Served, edited: int) -> None:
    frame = re.search(
        r'<iframe[^>]*sandbox=""[^>]*src="([^"]+)"', served.get(f"/articles/{edited}/kept").text
    )
    assert frame
    answer = served.get(html.unescape(frame[1]))
    policy = [part.strip() for part in answer.headers["content-security-policy"].split(";")]

    assert "sandbox" in policy, "no script, no form, an origin of its own"
    assert "default-src 'none'" in policy
    assert not any("http" in part or "*" in part for part in policy)


def test_a_citation_names_revision_and_digest(served: Served, edited: int) -> None:
    data = served.get(f"/articles/{edited}.json", revision=1).data
    bib = served.get(f"/articles/{edited}/citation.bib", revision=1).text

    for said in (data["citation"]["text"], bib):
        assert str(data["revision_id"]) in said
        assert data["provenance"]["digest"] in said
        assert data["canonical_url"] in said
    assert data["citation"]["bibtex"] == bib
    assert bib.count("{") == bib.count("}")


def test_an_address_of_the_outlet_leads_to_the_article(served: Served, edited: int) -> None:
    [(url,)] = served.rows("SELECT url FROM articles WHERE article_id = :id", id=edited)
    answer = served.get("/articles", url=url)
    assert (answer.status, answer.headers["location"]) == (302, f"/articles/{edited}")


@every_row(
    ("path", "status"),
    [
        ("/articles/999999999", 404),
        (f"/articles/{2**70}", 404),
        ("/articles/0", 404),
        ("/articles/-1", 404),
        ("/articles/x", 404),
        ("/articles/{id}?revision=99", 404),
        ("/articles/{id}?revision=x", 400),
        ("/articles/{id}?revision=0", 400),
        ("/articles/{id}?removed=perhaps", 400),
        ("/articles/{id}?revison=1", 400),
        ("/articles/{id}/difference?from=1&to=99", 404),
        ("/articles/{id}/kept?revision=99", 404),
        ("/articles/999999999/kept", 404),
        ("/articles/999999999/difference", 404),
        ("/articles?url=", 400),
        ("/articles?url=https://nowhere.test/1", 404),
        ("/articles.json?url=https://nowhere.test/1", 404),
    ],
)
def test_what_is_not_there_or_wrong_is_said(
    served: Served, edited: int, path: str, status: int
) -> None:
    assert served.get(path.format(id=edited)).status == status
