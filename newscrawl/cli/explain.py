"""Print how a page was read: its container, the reader of each field, the rule of each removal."""

from typing import Any

from newscrawl.article import GENERIC, SCRIPT, Article
from newscrawl.cli.output import one_line, print_text, shortened
from newscrawl.extract.explained import Explanation

_LONGEST = 70


def print_explanation(why: Explanation, article: Article) -> None:
    """Plain lines: the body, then the fields, then what cleaning took."""
    print_text(f"body: {_of_layout(article.layout)}, {why.share:.0%} of the page's prose")
    print_text(f"  in {why.container or 'no element'}")
    print_text("fields:")
    for name, value, reader in why.fields:
        print_text(f"  {name} by {reader}: {_short(value)}")
    print_text(f"removed: {len(article.removed)} of {_read(article)} blocks")
    for removal in article.removed:
        print_text(f"  {removal.at} by {removal.rule}: {_short(removal.block.text)}")


def _of_layout(name: str) -> str:
    plain = {GENERIC: "by the generic reader", SCRIPT: "from the page's data"}
    return plain.get(name, f"by the layout {name}")


def _read(article: Article) -> int:
    return len(article.blocks) + len(article.removed)


def _short(value: Any) -> str:
    given = value if isinstance(value, list | tuple) else (value,)
    line = one_line(", ".join(str(getattr(each, "url", each)) for each in given))
    return shortened(line, _LONGEST)
