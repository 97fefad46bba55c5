"""Say an XPath as a CSS selector, where one says the same; else say what has no word in CSS."""

import re

from newscrawl.describe.bracketed_text import closing, parts_between

_NAME = r"[A-Za-z_][\w-]*"
_STRING = r"""(?:'[^']*'|"[^"]*")"""
_STEP = re.compile(
    rf"(?P<joint>//|/)?(?:(?P<axis>{_NAME})::)?(?P<name>{_NAME}(?:\(\))?|\*|\.|@{_NAME})"
)
#: The white space around class names that XPaths write to meet whole names, or their ends.
_OF_CLASS = re.compile(
    rf"contains\(concat\((?P<q>['\"]) (?P=q),(?:normalize-space\()?@class\)?,(?P=q) (?P=q)\),"
    rf"(?P<sign>['\"])(?P<before> ?)(?P<name>{_NAME})(?P<behind> ?)(?P=sign)\)"
)
_TESTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"contains\(@({_NAME}),({_STRING})\)"), "[{0}*={1}]"),
    (re.compile(rf"starts-with\(@({_NAME}),({_STRING})\)"), "[{0}^={1}]"),
    (re.compile(rf"@({_NAME})=({_STRING})"), "[{0}={1}]"),
    (re.compile(rf"@({_NAME})!=({_STRING})"), "[{0}]:not([{0}={1}])"),
    (re.compile(rf"@({_NAME})"), "[{0}]"),
)
#: What is asked for in place of an attribute, where it is the text that stands in an element.
TEXT = "text()"


class NoSelector(ValueError):
    """There is no CSS selector that finds the same."""


def css_of(xpath: str) -> tuple[str, str | None]:
    """The selector, and the attribute that is asked for, if one is; ``TEXT`` for text alone.

    Raises ``NoSelector``, which says what cannot be said.
    """
    found = [_path(part) for part in parts_between(xpath.strip(), "|")]
    attributes = {attribute for _, attribute in found}
    if len(attributes) > 1:
        raise NoSelector("several attributes")
    return ", ".join(selector for selector, _ in found), attributes.pop()


def _path(xpath: str) -> tuple[str, str | None]:
    rest, selector, attribute = _compact(xpath), "", None
    if not rest.startswith(("/", "./", "(//")) or rest.startswith("("):
        raise NoSelector(rest.partition("(")[0] + "(…)" if "(" in rest else rest)
    rest = rest.removeprefix(".")
    while rest:
        step = _STEP.match(rest)
        if step is None or attribute is not None:
            raise NoSelector(rest)
        rest = rest[step.end() :]
        name, axis, is_far = step["name"], step["axis"] or "", step["joint"] == "//"
        if not axis and (name == TEXT or name.startswith("@")):
            attribute = name.removeprefix("@")
            selector = _holding(selector, attribute, is_far)
            continue
        if "(" in name or name == ".":
            raise NoSelector(name)
        predicates, rest = _predicates(rest)
        if axis not in ("", "child") and any(map(_place, predicates)):
            # It is counted from the step before, and not in the parent.
            raise NoSelector(f"a place behind {axis}::")
        own = _compound(name, predicates)
        if axis in ("", "child", "descendant"):
            joint = " " if is_far or axis == "descendant" else " > "
            selector += joint * bool(selector) + own
        elif axis == "following-sibling" and selector and not is_far:
            selector += f" ~ {own}"
        elif axis == "parent" and selector and not is_far and not re.search(r"[ ,]", selector):
            # The step before is what the parent holds.
            selector = f"{own}:has(> {selector})"
        else:
            raise NoSelector(f"{axis}::")
    if not selector:
        raise NoSelector(xpath)
    return selector, attribute


def _holding(selector: str, attribute: str, is_far: bool) -> str:
    """What of the selector has the attribute: itself or, where ``is_far``, what is inside, too."""
    if attribute == TEXT or not selector:
        return selector
    return f"{selector}[{attribute}]" + f", {selector} [{attribute}]" * is_far


def _place(predicate: str) -> str | None:
    """A predicate that counts, as CSS does; None where it asks for something else."""
    if predicate == "last()":
        return ":last-of-type"
    number = "1" if predicate == "position()=1" else predicate
    return f":nth-of-type({int(number)})" if number.isdecimal() else None


def _compound(name: str, predicates: list[str]) -> str:
    tests = []
    for at, predicate in enumerate(predicates):
        place = _place(predicate)
        if place and (at or name == "*"):
            raise NoSelector(f"[{predicate}] behind another condition")
        tests.append(place or _condition(predicate))
    bare = "" if name == "*" and tests and not tests[0].startswith(":nth") else name
    return bare + "".join(tests)


def _condition(predicate: str) -> str:
    """What is asked of an element, as a piece of a compound selector."""
    ways = parts_between(predicate, " or ")
    if len(ways) > 1:
        return f":is({', '.join(map(_condition, ways))})"
    parts = parts_between(predicate, " and ")
    if len(parts) > 1:
        return "".join(map(_condition, parts))
    if predicate.startswith("(") and closing(predicate) == len(predicate) - 1:
        return _condition(predicate[1:-1])
    if predicate.startswith("not(") and closing(predicate) == len(predicate) - 1:
        return f":not({_condition(predicate[4:-1])})"
    if of_class := _OF_CLASS.fullmatch(predicate):
        return _class(**of_class.groupdict())
    for pattern, form in _TESTS:
        if found := pattern.fullmatch(predicate):
            return _test(form, found)
    if re.match(rf"(?:\.//?)?{_NAME}|\.//\*", predicate) and "(" not in predicate:
        return _having(predicate)
    raise NoSelector(f"[{predicate}]")


def _class(before: str, name: str, behind: str, **_: str) -> str:
    """A whole class name; else what stands in one, or begins or ends one, wherever that is."""
    if before and behind:
        return f".{name}"
    anywhere = f'[class*="{before}{name}{behind}"]'
    if not (before or behind):
        return anywhere
    return f':is([class{"^" if before else "$"}="{name}"], {anywhere})'


def _test(form: str, found: re.Match[str]) -> str:
    name, value = found[1], found[2] if found.lastindex and found.lastindex > 1 else ""
    plain = value[1:-1]
    if form == "[{0}={1}]" and name == "id" and re.fullmatch(_NAME, plain):
        return f"#{plain}"
    if re.search(r'["\\]', plain) or (not plain and form[4] in "*^"):
        raise NoSelector(f"{value} in [{found[0]}]")
    return form.format(name, f'"{plain}"')


def _having(predicate: str) -> str:
    joint = "" if predicate.startswith(".//") else "> "
    selector, _ = _path("//" + re.sub(r"^\.?/{0,2}", "", predicate))
    if joint and "," in selector:
        raise NoSelector(f"[{predicate}]")
    return f":has({joint}{selector})"


def _compact(xpath: str) -> str:
    """Without white space, but for that in strings and around words such as ``and``."""
    pieces = re.split(rf"({_STRING})", xpath.strip())
    for at in range(0, len(pieces), 2):
        piece = re.sub(r"\s+", " ", pieces[at])
        pieces[at] = re.sub(r" ?([/@\[\]()=,|!]) ?", r"\1", piece)
    joined = "".join(pieces)
    return re.sub(r"(?<=[\])'\"\w])(?: )?\b(and|or)\b(?: )?(?=[@(\w.])", r" \1 ", joined)


def _predicates(rest: str) -> tuple[list[str], str]:
    found = []
    while rest.startswith("["):
        end = closing(rest)
        if end < 0:
            raise NoSelector(rest)
        found.append(rest[1:end].strip())
        rest = rest[end + 1 :]
    return found, rest
