"""What the example site knows about its stories: the truth, before any HTML.

Texts may hold a little inline markup: ``[words](href)`` is a link, ``**words**`` bold and
``__words__`` italic. Everything else is plain text.
"""

from dataclasses import dataclass

#: Names that stand in bylines and are no persons.
NO_PERSONS = frozenset({"AFP", "Reuters", "The Moscow Times", "Lantern Works Studio"})


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs of one html block."""

    paragraphs: tuple[str, ...]

    def __init__(self, *paragraphs: str) -> None:
        object.__setattr__(self, "paragraphs", paragraphs)


@dataclass(frozen=True, slots=True)
class Bare:
    """Paragraphs without an element of their own, with ``<br><br>`` between them."""

    paragraphs: tuple[str, ...]

    def __init__(self, *paragraphs: str) -> None:
        object.__setattr__(self, "paragraphs", paragraphs)


@dataclass(frozen=True, slots=True)
class Header:
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    cite: str


@dataclass(frozen=True, slots=True)
class Aside:
    """An editorial box: journalism, although it stands in an ``aside``."""

    paragraphs: tuple[str, ...]

    def __init__(self, *paragraphs: str) -> None:
        object.__setattr__(self, "paragraphs", paragraphs)


@dataclass(frozen=True, slots=True)
class ItemList:
    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """One photograph; ``file`` is its name on the static host."""

    file: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Slider:
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Embed:
    src: str


@dataclass(frozen=True, slots=True)
class TelegramPost:
    """An embed that is only a script: it leaves no block."""

    post: str


@dataclass(frozen=True, slots=True)
class LinkCard:
    href: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Related:
    """A box that leads to another story by today's date and its slug, without a number.

    ``telling`` says whether its class names give it away.
    """

    label: str
    title: str
    slug: str
    telling: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """One line of boilerplate and the rule that should take it by its words alone."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Boilerplate in the body: lines, and a form of short lines behind them.

    ``wrappers`` are the class names of the nested ``div`` around them, outer to inner;
    ``split`` tears each line over nested spans.
    """

    lines: tuple[Said, ...]
    form: tuple[Said, ...] = ()
    wrappers: tuple[str, ...] = ("k-1a",)
    split: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One boilerplate paragraph in a html block like any other."""

    text: str
    rule: str


Part = (
    Text
    | Bare
    | Header
    | Quote
    | Aside
    | ItemList
    | Picture
    | Slider
    | Embed
    | TelegramPost
    | LinkCard
    | Related
    | Box
    | Line
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One entry of a live blog, served as JSON."""

    number: int
    time: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article of the site.

    ``key`` is its number, or the whole path for the archive and for branded content.
    ``section`` is empty where the page has no breadcrumbs.
    ``published`` and ``modified`` are ISO 8601 with an offset (a gallery prints Moscow time
    without one). ``teaser`` is the meta description; without it the first paragraph is.
    ``page_title`` is what an editor put into ``<title>`` instead of the headline.
    ``plea`` names the era of its appeals (None: the site's), ``place`` where they stand:
    ``"outside"`` the body, at its ``"end"`` or in its ``"middle"``.
    """

    key: str
    slug: str
    headline: str
    published: str
    body: tuple[Part, ...] = ()
    kind: str = "article"
    subtitle: str = ""
    teaser: str = ""
    lead: str | None = None
    kicker: str | None = None
    byline: tuple[str, ...] = ()
    modified: str | None = None
    section: str = "News"
    keywords: tuple[str, ...] = ()
    picture: Picture | None = None
    gallery: tuple[Picture, ...] = ()
    posts: tuple[Post, ...] = ()
    partner: bool = False
    page_title: str | None = None
    plea: str | None = None
    place: str = "outside"
    split: bool = False
    appeals: tuple[Part, ...] = ()

    @property
    def path(self) -> str:
        if self.key.startswith("/"):
            return self.key
        return f"/{self.published[:10].replace('-', '/')}/{self.slug}-a{self.key}"

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(name for name in self.byline if name not in NO_PERSONS)

    @property
    def listed(self) -> bool:
        """Whether feeds, sections and sitemaps name it: the archive and branded content hide."""
        return not self.key.startswith("/")
