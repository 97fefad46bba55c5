"""The Russian service: its own stories, under numbers that the English site uses too."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from tests.site.edition import Edition, in_section, of_kind
from tests.site.issue import TODAY
from tests.site.living import ExampleSite
from tests.site.model import Story
from tests.site.story_files import read_stories

RUSSIAN = Edition(
    outlet="moscow_times_ru",
    title="The Moscow Times in Russian",
    language="ru",
    home="https://ru.themoscowtimes.com",
    static="https://ru.themoscowtimes.com",
    images="https://static.moscowtimes.ru/image/article_640",
    lazy_images=True,
    by="",
    conjunction=" и ",
    era="none",
    feeds={
        "news": of_kind("article", "gallery"),
        "opinion": of_kind("opinion"),
        "ft": in_section("Financial Times"),
    },
    sections={"news": "Новости", "opinion": "Мнения", "ft": "Financial Times"},
)


class RussianSite(ExampleSite):
    def __init__(
        self,
        stories: Iterable[Story] | None = None,
        *,
        today: date = TODAY,
        hashed: bool = False,
    ) -> None:
        chosen = _stories() if stories is None else stories
        super().__init__(chosen, edition=RUSSIAN, today=today, hashed=hashed)


@cache
def _stories() -> tuple[Story, ...]:
    return read_stories(Path(__file__).with_name("russian.toml"))
