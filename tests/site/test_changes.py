"""What an editor does to the example site shows on its pages, in its lists and in its truth."""

import pytest

from tests.site.example import ExampleSite, Picture, Story, Text

KEY = "92104"
NEW = Story(
    key="94001",
    slug="a-new-story",
    headline="A New Story",
    published="2026-10-12T09:00:00+03:00",
    picture=Picture("new.jpg"),
    body=(Text("It has [a link](https://example.org/?a=1&b=2) and **bold** words."),),
)


def listing(site: ExampleSite) -> str:
    paths = ("/rss/news", "/news", "/sitemap/sitemap.xml", "/sitemap/2026-2.xml")
    return "".join(site.respond(path)[2].decode() for path in paths)


def test_an_edit_shows_on_page_and_in_truth() -> None:
    site = ExampleSite()

    site.edit(KEY, "22 years", "23 years")

    assert b"23 years" in site.respond(site.story(KEY).path)[2]
    assert "22 years" not in site.truth(KEY)["body"]
    assert site.truth(KEY)["date_modified"] == "2026-10-12T03:01:00+00:00"
    assert site.truth(KEY)["date_published"] == ExampleSite().truth(KEY)["date_published"]


def test_an_edit_that_finds_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not say"):
        ExampleSite().edit(KEY, "no such words", "others")


def test_a_deleted_story_is_a_true_404_and_in_no_list() -> None:
    site = ExampleSite()
    path = site.story(KEY).path
    assert path in site.respond("/sitemap/2026-2.xml")[2].decode()

    site.delete(KEY)

    assert site.respond(path)[0] == 404
    assert site.respond(f"/2020/01/01/old-slug-a{KEY}")[0] == 404
    assert path not in listing(site)
    with pytest.raises(KeyError):
        site.truth(KEY)


def test_a_restored_story_is_as_it_was() -> None:
    site = ExampleSite()
    path, truth = site.story(KEY).path, site.truth(KEY)

    site.delete(KEY)
    site.restore(KEY)

    assert site.respond(path)[0] == 200
    assert site.truth(KEY) == truth


def test_a_new_story_is_listed_first() -> None:
    site = ExampleSite()

    site.publish(NEW)

    assert site.stories[0] == NEW
    assert listing(site).count(f'"https://www.themoscowtimes.com{NEW.path}"') > 0
    assert site.truth("94001")["body"] == "It has a link and bold words."


def test_publishing_a_known_key_moves_the_story() -> None:
    site = ExampleSite()
    site.publish(NEW)
    moved = Story(
        key=NEW.key, slug="a-better-slug", headline="A New Story", published=NEW.published, body=()
    )

    site.publish(moved)

    status, headers, _body = site.respond(NEW.path)
    assert (status, headers["Location"]) == (301, f"https://www.themoscowtimes.com{moved.path}")


def test_an_unknown_era_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such era"):
        ExampleSite().set_plea("1812")


def test_any_page_can_be_added() -> None:
    site = ExampleSite()

    site.add_html_page("/2026/10/12/wall-a7", "<h1>Checking your browser</h1>")

    assert site.respond("/2026/10/12/wall-a7")[2] == b"<h1>Checking your browser</h1>"


def test_validators_change_with_the_page_alone() -> None:
    site = ExampleSite()
    before = site.respond("/rss/opinion")[1]

    site.edit("92190", "4,000 times", "4,001 times")
    site.edit("92190", "for that speed", "for this speed")

    after = site.respond("/rss/opinion")[1]
    assert before["ETag"] == after["ETag"]
    assert before["Last-Modified"] == "Mon, 12 Oct 2026 03:00:00 GMT"
    assert after["Last-Modified"] == "Mon, 12 Oct 2026 03:02:00 GMT"
