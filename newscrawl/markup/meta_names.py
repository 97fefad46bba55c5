"""What the name of a meta tag says of its content, whoever invented it."""

import re

_MODIFIED = r"modif|updat|revis|edited|changed|last.?(?:mod|pub|edit|chang)"
_PUBLISHED = (
    r"publish|publication|pub.?date|issued|creat|cre-date|release|(?:^|[.:_-])pdate$|[.:]date$"
    r"|(?:reg|gen|post|news|display|original)[.:_-]?(?:date|time)|date[.:_-]?original|available$"
)
#: Somebody's name, an address, or until when.
_OTHERS = r"(?:er|id|by|url|name|state|status|place|type)$|unpublish|expir"
_SAYS_MODIFIED = re.compile(rf"(?!.*(?:{_OTHERS})).*(?:{_MODIFIED})")
_SAYS_PUBLISHED = re.compile(rf"(?!.*(?:{_OTHERS}|{_MODIFIED})).*(?:{_PUBLISHED})")
_SAYS_AUTHOR = re.compile(
    r"(?!twitter:).*(?<![^\W_])(?:authors?(?:[._-]?names?)?|creator|byline|writer|reporter)$"
)


def says_published(name: str) -> bool:
    return _SAYS_PUBLISHED.match(name) is not None


def says_modified(name: str) -> bool:
    return _SAYS_MODIFIED.match(name) is not None


def says_author(name: str) -> bool:
    return _SAYS_AUTHOR.match(name) is not None
