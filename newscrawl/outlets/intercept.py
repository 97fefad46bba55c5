"""The Intercept: American investigations and opinion."""

from newscrawl.boilerplate import Between, Says, Under
from newscrawl.outlet import Feed, Layout, Outlet, Sitemap
from newscrawl.outlets._dated import PERMALINK
from newscrawl.page import Page


def subjects(page: Page) -> list[str]:
    """The keywords that speak of the article: others of its time, its length and its partners."""
    given = (found.get("keywords") for found in page.linked_data)
    words = [word for words in given if isinstance(words, list) for word in words]
    return [
        word.removeprefix("Subject: ")
        for word in words
        if isinstance(word, str) and word.startswith("Subject: ")
    ]


def section(page: Page) -> str | None:
    """The first subject: what the page calls its section is "Articles" everywhere."""
    return next(iter(subjects(page)), None)


OUTLET = Outlet(
    name="intercept",
    title="The Intercept",
    home="https://theintercept.com",
    language="en",
    timezone="America/New_York",
    sources=(Feed("/feed/?lang=en"), Sitemap("/sitemap_index.xml")),
    articles=(PERMALINK,),
    layouts=(
        Layout("blocks", body=".entry-content__content"),
        # Until February 2024.
        Layout("react", body=".PostContent"),
    ),
    fields={"section": section, "keywords": subjects},
    boilerplate=(
        Under("newsletter", "newsletter-embed"),
        Under("newsletter", "NewsletterEmbed-container"),
        Under("related", "promote-related-post"),
        Under("related", "PromoteRelatedPost-promo"),
        Under("coverage", "promote-banner"),
        Under("most-read", "most-read"),
        Between(
            "donation",
            r"^Wait! Before you go on about your day, ask yourself:",
            r"^Become a Member$",
        ),
        Says("newsletter-words", r"^Original reporting\. Fearless journalism\. Delivered to you\."),
    ),
)
