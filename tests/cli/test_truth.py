"""Every page of the example site, read by the command, is what its story says."""

import json
from typing import Any

from click.testing import CliRunner

from newscrawl.cli.extract import extract
from tests.rows import every_row
from tests.site.example import ExampleSite, RussianSite

SITES = {"en": ExampleSite(), "ru": RussianSite()}
PAGES = [(language, story.key) for language, site in SITES.items() for story in site.stories]
#: What ``newscrawl extract`` promises, in this order.
FIELDS = (
    "url canonical_url outlet key kind headline description lead kicker authors date_published "
    "date_modified date_source date_raw section keywords language is_free is_sponsored credits "
    "opinion_disclaimer legal_label republished_from images related blocks removed body layout"
).split()


def printed(language: str, key: str) -> dict[str, Any]:
    site = SITES[language]
    _, _, page = site.respond(site.story(key).path)
    url = site.edition.home + site.story(key).path
    done = CliRunner().invoke(extract, ["-", "--url", url], input=page, catch_exceptions=False)
    return json.loads(done.stdout)


@every_row(("language", "key"), PAGES)
def test_each_field_is_what_the_story_says_in_the_order_of_the_contract(
    language: str, key: str
) -> None:
    found = printed(language, key)

    assert list(found) == FIELDS
    assert found == SITES[language].truth(key)
