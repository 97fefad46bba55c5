"""The example site that ships: it stands still, and answers."""

from datetime import date

from newscrawl.site.edition import ENGLISH
from newscrawl.site.issue import issue_of
from newscrawl.site.routes import Answer, answer
from newscrawl.site.story_files import english_stories

#: The day on which the site stands when nobody says otherwise.
TODAY = date(2026, 10, 12)


class ExampleSite:
    """A small outlet, as it stands on one day.

    Its pages, feeds and sitemaps name the canonical hosts; ``respond`` answers for all of them
    by path. The same path always gives the same bytes.
    """

    def __init__(self, today: date = TODAY) -> None:
        self.edition = ENGLISH
        self._issue = issue_of(english_stories(), ENGLISH, today)

    def respond(self, path: str, query: str = "") -> Answer:
        """Status, headers and body for a path; the query counts for nothing here, as there."""
        return answer(self._issue, path)
