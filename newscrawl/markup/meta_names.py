"""What the name of a meta tag says of its content, whoever invented it."""

import re

_MODIFIED = r"modif|mod[.:_-]?date|utime$|updat|revis|edited|changed|last.?(?:mod|pub|edit|chang)"
_PUBLISHED = (
    r"publish|publication|pub.?date|issued|creat|cre-date|release|(?:^|[.:_-])pdate$|[.:]date$"
    r"|(?:reg|gen|post|news|display|original|article|blog|issue|upload|online|live|sort"
    r"|search)[.:_-]?(?:date|time)|pub[.:_-]?time|(?<!related)content[.:_-]?date"
    r"|(?:citation|outbrain)[_-]date|date[.:_-]?original|available$"
)
#: Somebody's name, an address, or until when.
_OTHERS = r"(?:er|id|by|url|name|state|status|place|type)$|unpublish|expir"
#: "http://ogp.me/ns#title", "http://ogp.me/ns/article#section".
_VOCABULARY = re.compile(r"https?://(?:ogp\.me/ns|opengraphprotocol\.org/schema)/?(\w*)#(\w.*)")
_SAYS_MODIFIED = re.compile(rf"(?!.*(?:{_OTHERS})).*(?:{_MODIFIED})")
_SAYS_PUBLISHED = re.compile(rf"(?!.*(?:{_OTHERS}|{_MODIFIED})).*(?:{_PUBLISHED})")
_SAYS_AUTHOR = re.compile(
    r"(?!twitter:(?:creator|author)$).*(?<![^\W_])(?:(?:article|display|page)?authors?(?:[.:_-]?names?\d?)?"
    r"|authored[._-]?by|creator(?::name|\.personalname)?|byline(?:_name)?|writer|reporter"
    r"|journalist|columnist|blogger)$"
)
#: Whoever put a name of his own before them, "cXenseParse:section", "dc.subject", but programs.
_OF_PROGRAMS = (
    r"(?!.*(?:google|robots|hovercard|video|audio|gtm|(?:^|[.:_-])(?:ads?|dfp|gpt)[.:_-]))"
)
_SAYS_SECTION = re.compile(
    rf"{_OF_PROGRAMS}(?:(?:.*[.:_-])?(?:articlesection|section|rubric)(?:[._-]?name)?"
    r"|(?:(?:article|news|post|page|vr)[.:_-]?)?category|article:channel)$"
)
_SAYS_KEYWORDS = re.compile(
    rf"{_OF_PROGRAMS}(?:.*[.:_-])?(?:keywords?|tags?)$|dc(?:terms)?\.subject$"
)


def says_published(name: str) -> bool:
    return _SAYS_PUBLISHED.match(name) is not None


def says_modified(name: str) -> bool:
    return _SAYS_MODIFIED.match(name) is not None


def says_author(name: str) -> bool:
    return _SAYS_AUTHOR.match(name) is not None


def says_section(name: str) -> bool:
    return _SAYS_SECTION.match(name) is not None


def says_keywords(name: str) -> bool:
    return _SAYS_KEYWORDS.match(name) is not None


def short_name(name: str) -> str:
    """The usual name of what a property is called by the whole address of its vocabulary."""
    found = _VOCABULARY.match(name)
    return f"{found[1] or 'og'}:{found[2]}" if found else name.removeprefix("http://schema.org/")
