"""Tell what a program left where words should stand: "undefined", "{{ title }}"."""

import re

_UNFILLED = re.compile(
    r"\s*(?:(?:undefined|null|nan|invalid date)\b\W*|\[object object\]"
    r"|\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{\$[^{}]*\}|<%[^%]*%>|\[\[[\w. -]*\]\]|%%?\w+%%?|__\w+__)+\s*",
    re.IGNORECASE,
)
_FIRST = frozenset("uUnNiI[{$<%_ \t\r\n")


def is_unfilled(text: str) -> bool:
    """Whether a text is nothing but the name of a missing value, or of a template's variable."""
    return text[:1] in _FIRST and _UNFILLED.fullmatch(text[:200]) is not None
