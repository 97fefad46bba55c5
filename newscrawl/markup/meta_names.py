"""What the name of a meta tag says of its content, whoever invented it."""

import re

_MODIFIED = r"modif|mod[.:_-]?date|utime$|updat|revis|edited|changed|last.?(?:mod|pub|edit|chang)"
_PUBLISHED = (
    r"publish|publication|pub.?date|issued|creat|cre-date|release|(?:^|[.:_-])pdate$|[.:]date$"
    r"|(?:reg|gen|post|news|display|original|article|blog|issue|upload)[.:_-]?(?:date|time)|date[.:_-]?original|available$"
)
#: Somebody's name, an address, or until when.
_OTHERS = r"(?:er|id|by|url|name|state|status|place|type)$|unpublish|expir"
_SAYS_MODIFIED = re.compile(rf"(?!.*(?:{_OTHERS})).*(?:{_MODIFIED})")
_SAYS_PUBLISHED = re.compile(rf"(?!.*(?:{_OTHERS}|{_MODIFIED})).*(?:{_PUBLISHED})")
_SAYS_AUTHOR = re.compile(
    r"(?!twitter:).*(?<![^\W_])(?:authors?(?:[.:_-]?names?)?|authored[._-]?by|creator|byline|writer"
    r"|reporter|journalist|columnist|blogger)$"
)
#: Whoever put a name of his own before them, "cXenseParse:section", "dc.subject", but programs.
_OF_PROGRAMS = (
    r"(?!.*(?:google|robots|hovercard|video|audio|gtm|(?:^|[.:_-])(?:ads?|dfp|gpt)[.:_-]))"
)
_SAYS_SECTION = re.compile(
    rf"{_OF_PROGRAMS}(?:.*[.:_-])?(?:articlesection|section|rubric)(?:[._-]?name)?$"
)
_SAYS_KEYWORDS = re.compile(
    rf"{_OF_PROGRAMS}(?:.*[.:_-])?(?:keywords?|tags?)$|dc(?:terms)?\.subject$"
)
_SAYS_DESCRIPTION = re.compile(
    r"(?!.*(?:site|image))(?:.*[.:])?(?:description|abstract|summary|excerpt)$"
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


def says_description(name: str) -> bool:
    return _SAYS_DESCRIPTION.match(name) is not None
