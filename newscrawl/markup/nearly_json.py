"""Read what is nearly JSON, as people write it by hand and templates cut it off."""

import json
import re
from collections.abc import Iterator
from typing import Any

#: What HTML of other days puts around a script.
_WRAPPED = re.compile(
    r"^\s*(?://\s*)?(?:<!--(?:[^{\[>]*-->)?|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*+(?:;\s*+)?$"
)
_STRING = r'"(?:[^"\\]|\\.)*+"?'
#: Strings, which may hold anything; comments, and commas before a bracket that closes. Of what does
#: not end, the end of the text is: to look for one from each of many comments would take hours.
_STRINGS_AND_FLAWS = re.compile(
    rf"(?P<string>{_STRING})(?P<next>\s*+(?=\"))?|(?P<opening>[\[{{])\s*+,"
    r"|//[^\n]*|/\*.*?(?:\*/|\Z)|,\s*+(?P<closing>[\]},])|(?P<end>[\]}])\s*+(?=[{\"])"
    r"|(?P<truth>\b(?:True|False|None)\b)(?=\s*+[,}\]])"
    # Signs and zeros before a number.
    r"|(?<=:)\s*+(?:\+|0+)(?=\d)"
    r"|(?P<nothing>\bundefined\b|(?<=:)\s*+(?=[,}])|\{\{[^{}\"]{0,200}\}\}|<\?[^<>]{0,200}\?>"
    r"|\bnew\s++\w{1,40}\([^()\"]{0,100}\)|\b0x[\da-fA-F]+|(?<=:)\s*+\.\d+)"
    # What an editor of text puts between the lines of what it takes for one.
    r"|</?(?:p|br)\b[^<>]{0,200}>|\u00a0|&nbsp;"
    r"|'(?P<single>(?:[^'\\]|\\.)*+)(?:'|\Z)"
    r"|(?<![\w\"])(?P<key>[A-Za-z_$][\w$]{0,60}+)(?=\s*+:)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(?:u[\da-fA-F]{4}|.)", re.DOTALL)
_BEGINS_VALUE = re.compile(r"[ \t\r\n,;]*+(?=[{\[])")
#: A quotation mark that begins or ends a string, by what stands beside it; else it is a letter.
_QUOTES = re.compile(
    r'(?P<own>\\.|[\[{,:]\s*+"|"(?=\s*+(?:[:}\]]|,\s*+["{\[}\]]|\Z)))|"', re.DOTALL
)
_BARE_QUOTE = re.compile(r'(?P<own>\\.)|"', re.DOTALL)
#: What stands before the first value: the name of a variable, ``null``, a warning in HTML.
#: A comment is no such thing.
_BEGINS = re.compile(
    r"\s*+(?:(?:[\w.$]++\s++)?[\w.$]++\s*+=\s*+|null\b\s*+)?(?=[{\[])|\s*+<[^{\[]{1,1000}|"
)
#: An object behind words of a program or a person; one in a comment, or in another, is none.
_FIRST_NAME, _NO_WORDS = re.compile(r"\{\s*+[\"']@?[A-Za-z]"), re.compile(r"/[/*]|<!--|\"")
#: Quotation marks that a program has set as in a text.
_TYPOGRAPHIC = str.maketrans("“”„″", '""""')
_OF_PYTHON = {"True": "true", "False": "false", "None": "null"}
_TOKEN = re.compile(_STRING + r"|[{}\[\],]", re.DOTALL)
_CLOSES = {"{": "}", "[": "]"}
#: Levels of a value that was cut off, at most.
_DEEPEST = 40


def read(text: str) -> Any:
    """The value in a text, or a list of those that stand there behind each other.

    In a comment or CDATA of HTML, behind words, with comments of JavaScript, commas that are too
    many or too few, single quotation marks, names without any, quotation marks within a string, and
    without its end. Raises ``ValueError`` where nothing is left.
    """
    try:
        return _read(text)
    except ValueError:
        begins = _FIRST_NAME.search(text, 1)
        if begins is None or _NO_WORDS.search(text, 0, begins.start()):
            raise
        return _read(text[begins.start() :])


def _read(text: str) -> Any:
    bare = _WRAPPED.sub("", text)
    bare = bare[_BEGINS.match(bare).end() :]  # type: ignore[union-attr]
    for attempt in _attempts(bare):
        if found := _several(attempt):
            return found
    raise ValueError("neither an object nor a list")


def _attempts(bare: str) -> Iterator[str]:
    """The text without its flaws, the likeliest way to mend them first."""
    plain = _without_flaws(bare)
    yield plain
    for other in (_QUOTES.sub(_as_letter, bare), bare.translate(_TYPOGRAPHIC)):
        if other != bare:
            yield _without_flaws(other)
    yield from _ended(plain)


def _without_flaws(text: str) -> str:
    return _STRINGS_AND_FLAWS.sub(_without_flaw, text).lstrip()


def _several(text: str) -> list[Any]:
    """The value at the start of a text, with those that follow it up to one that is broken."""
    decoder, found, at = json.JSONDecoder(strict=False), [], 0
    while begins := _BEGINS_VALUE.match(text, at):
        try:
            value, at = decoder.raw_decode(text, begins.end())
        except ValueError:
            break
        found.append(value)
    return found


def _without_flaw(found: re.Match[str]) -> str:
    """A string without backslashes that escape nothing; of two commas one; nothing for comments.

    Between two values a comma is put.
    """
    if found["string"]:
        string = _ESCAPED.sub(_escape, found["string"])
        return string if found["next"] is None else f"{string},"
    if found["nothing"] is not None:
        return "null"
    if found["truth"]:
        return _OF_PYTHON[found["truth"]]
    if found["single"] is not None:
        return f'"{_BARE_QUOTE.sub(_as_letter, found["single"])}"'
    if found["key"]:
        return f'"{found["key"]}"'
    return found["opening"] or found["closing"] or (f"{found['end']}," if found["end"] else " ")


def _escape(found: re.Match[str]) -> str:
    return found[0] if found[0][2:] or found[0][1] in '"\\/bfnrt' else found[0][1]


def _as_letter(found: re.Match[str]) -> str:
    """What begins or ends a string or is escaped as it is; a letter that looks so escaped."""
    own = found["own"]
    return '\\"' if own is None else "'" if own == r"\'" else own


def _ended(text: str) -> list[str]:
    """The text with the brackets that it lacks at its end: whole, and up to its last comma."""
    is_open: list[str] = []
    comma, ends_there, string_end = 0, "", ""
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in _CLOSES:
            is_open.append(_CLOSES[sign])
        elif sign in _CLOSES.values():
            is_open[-1:] = []
        elif sign == ",":
            comma, ends_there = token.start(), "".join(reversed(is_open))
        elif len(sign) < 2 or not sign.endswith('"'):
            string_end = '"'
        if len(is_open) > _DEEPEST:
            return []
    if not is_open:
        return []
    return [f"{text}{string_end}{''.join(reversed(is_open))}", f"{text[:comma]}{ends_there}"]
