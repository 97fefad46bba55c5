"""What differs between the English site and the Russian one: hosts, words, feeds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.site.model import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One language of the example site.

    ``era`` is how it begs where a story does not say. ``feeds`` says for each feed's name which
    stories it lists; ``sections`` gives the section pages' paths with the breadcrumb name (or
    kind) of the stories on them.
    """

    outlet: str
    title: str
    language: str
    home: str
    static: str
    images: str
    lazy_images: bool
    by: str
    conjunction: str
    era: str
    feeds: Mapping[str, Callable[[Story], bool]]
    sections: Mapping[str, str]


def in_section(*names: str) -> Callable[[Story], bool]:
    return lambda story: story.section in names


def of_kind(*kinds: str) -> Callable[[Story], bool]:
    return lambda story: story.kind in kinds


ENGLISH = Edition(
    outlet="moscow_times",
    title="The Moscow Times",
    language="en",
    home="https://www.themoscowtimes.com",
    static="https://static.themoscowtimes.com",
    images="https://static.themoscowtimes.com/image/article_1360",
    lazy_images=False,
    by="By ",
    conjunction=" and ",
    era="2024",
    feeds={
        "news": of_kind("article", "live"),
        "opinion": of_kind("opinion"),
        "city": in_section("Arts & Life"),
        "arts-and-life": in_section("Arts & Life"),
        "meanwhile": in_section("Meanwhile"),
        "podcasts": of_kind("podcast"),
        "in-depth": of_kind("analysis"),
    },
    sections={
        "news": "News",
        "ukraine-war": "Ukraine War",
        "opinion": "Opinion",
        "meanwhile": "Meanwhile",
        "arts-and-life": "Arts & Life",
        "business": "Business",
        "climate": "Climate",
        "diaspora": "Diaspora",
        "features": "In-depth",
        "lectures": "Lectures",
        "regions": "Regions",
        "galleries": "gallery",
        "videos": "video",
        "podcasts": "podcast",
    },
)
