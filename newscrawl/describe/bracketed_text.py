"""Part texts such as selectors and XPaths, in which brackets and strings hold their own signs."""

from collections.abc import Iterator


def _depths(text: str) -> Iterator[tuple[int, str, int]]:
    """Place, sign and depth in brackets behind it; -1 inside a string."""
    depth, quote = 0, ""
    for at, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
            yield at, sign, -1
            continue
        if sign in "'\"":
            quote = sign
        depth += (sign in "([") - (sign in ")]")
        yield at, sign, depth


def closing(text: str) -> int:
    """Where the first bracket of a text is closed; -1 where it is not."""
    closed = (at for at, sign, depth in _depths(text) if depth == 0 and sign in ")]")
    return next(closed, -1)


def parts_between(text: str, sign: str) -> list[str]:
    """The parts between a sign that stands in no bracket and no string."""
    parts, begun = [], 0
    for at, _, depth in _depths(text):
        if depth == 0 and at >= begun and text.startswith(sign, at):
            parts.append(text[begun:at].strip())
            begun = at + len(sign)
    return [*parts, text[begun:].strip()]
