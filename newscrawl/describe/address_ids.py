"""Tell the id of an article in a segment of its address, and say it as a pattern."""

import re
from collections.abc import Sequence
from typing import NamedTuple

#: How ids are written, the surest first: how one is told, and how a pattern says all of them.
_FORMS = {
    "uuid": (r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",) * 2,
    "hex": (r"(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{16,40}", "[0-9a-f]{%s}"),
    "dotted": (r"\d{1,2}\.\d{5,}", r"\d+\.\d+"),
    "number": (r"(?P<letters>[a-z]{0,2}(?=\d{3})|[a-z]{3,10}(?=\d{5}))(?P<number>\d+)", r"\d{%s}"),
    # Letters and digits, or capitals behind small letters: no words.
    "mixed": (
        r"(?=[A-Za-z]*\d|[A-Z]*[a-z]+[A-Z])(?=\d*[A-Za-z])[A-Za-z0-9]{5,24}",
        "[A-Za-z0-9]{%s}",
    ),
}
_BEHIND = {
    form: re.compile(rf"(?:.*(?P<sign>[-_.,~]))?(?P<id>{told})(?P<end>\.[a-z]\w*)?")
    for form, (told, _) in _FORMS.items()
}
_BEFORE = {
    form: re.compile(rf"(?P<id>{_FORMS[form][0]})(?P<sign>[-_])[^/]*[A-Za-z][^/]*")
    for form in ("uuid", "hex", "number")
}
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Signs that part words, too.
_PARTING = "-_."
#: Digits that an id has where numbers of other things stand, and fewest that a pattern asks for.
_DIGITS, _FEWEST = 5, 4
#: So many addresses with different numbers tell that short ones are ids.
_SOME = 5


class AddressId(NamedTuple):
    """How a segment holds an id: its form, and what stands around it."""

    form: str
    #: What parts it from words; empty where the segment is the id alone.
    sign: str = ""
    #: Words stand behind it, and not before.
    is_before: bool = False
    #: Small letters that each id begins with.
    letters: str = ""
    #: Such as ``.html``.
    end: str = ""


def id_in(segment: str, is_last: bool) -> AddressId | None:
    """How the segment holds what may be an id; those of other segments than the last are long."""
    for form, pattern in _BEHIND.items():
        found = pattern.fullmatch(segment)
        if found and (is_last or _is_long(form, found["id"])):
            sign, letters = found["sign"] or "", found.groupdict().get("letters") or ""
            return AddressId(form, _class(sign), False, letters, found["end"] or "")
        before = _BEFORE[form].fullmatch(segment) if form in _BEFORE else None
        if before and _is_long(form, before["id"]):
            letters = before.groupdict().get("letters") or ""
            return AddressId(form, _class(before["sign"]), True, letters)
    return None


def _is_long(form: str, found: str) -> bool:
    return form in ("uuid", "hex") or (form == "number" and len(found) >= _DIGITS)


def _class(sign: str) -> str:
    return f"[{_PARTING}]" if sign and sign in _PARTING else re.escape(sign)


def id_pattern(kind: object, segments: Sequence[str]) -> str | None:
    """The pattern of segments of a kind, with the group ``key``; None where it is no id of theirs.

    Two addresses with the same are of one topic or one page of a list, and years are years.
    """
    if not isinstance(kind, AddressId):
        return None
    pattern = (_BEFORE if kind.is_before else _BEHIND)[kind.form]
    found = [match for each in segments if (match := pattern.fullmatch(each))]
    ids = [match.groupdict().get("number") or match["id"] for match in found]
    if len(set(ids)) < len(segments) or all(map(_YEAR.fullmatch, ids)):
        return None
    lengths = {len(each) for each in ids}
    if kind.form == "mixed" and not _are_made(kind, ids, lengths):
        return None
    if kind.form == "number":
        if min(lengths) < (_DIGITS if len(ids) == 1 else _FEWEST) and len(ids) < _SOME:
            return None
        # Older articles have shorter numbers.
        many = f"{min(_FEWEST, *lengths)},"
    elif len(lengths) == 1 and (len(ids) > 1 or kind.form == "hex"):
        many = str(lengths.pop())
    else:
        many = "16,40" if kind.form == "hex" else "5,24"
    said = _FORMS[kind.form][1]
    key = f"{kind.letters}(?P<key>{said % many if '%s' in said else said})"
    if kind.is_before:
        return f"{key}{kind.sign}[^/?]+"
    return f"{'[^/?]+' * bool(kind.sign)}{kind.sign}{key}{re.escape(kind.end)}"


def _are_made(kind: AddressId, ids: Sequence[str], lengths: set[int]) -> bool:
    """Whether a machine made them: of one length, or behind a sign that parts no words."""
    is_apart = kind.sign and kind.sign[0] != "["
    return bool(is_apart) or (len(ids) > 1 and len(lengths) == 1)
