"""Which attributes a page's tags have, told from its bytes before any parser sees them."""

import re
from collections.abc import Iterator
from itertools import chain

_VALUE = rb"""(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+"""
_ATTRIBUTE = rb"[^\s/>][^\s/>=]*+(?:\s*+=\s*+" + _VALUE + rb")?+"
#: Nearly all attributes are written like this.
_PLAIN = rb"(?:\s++[a-zA-Z0-9_:.-]++=\"[^\"]*+\")++"
_ATTRIBUTES = rb"(?:" + _PLAIN + rb"|[\s/]++|" + _ATTRIBUTE + rb")*+"
_NAME = re.compile(rb"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+" + _VALUE + rb")?+")
_ENDS = rb"(?=[\s/>])"
#: Elements that hold text alone, whatever it looks like, up to their own end; one has none.
_TEXTS = (
    rb"(?=[sStTiIxXnNpP])"
    rb"(?i:s(?:cript|tyle)|t(?:extarea|itle)|iframe|xmp|no(?:embed|frames)|plaintext)" + _ENDS
)
_COMMENT = rb"!--(?:-?>|(?:[^-]++|-(?!-!?>))*+)|[!?][^>]*+|/(?![a-zA-Z])[^>]*+"
#: A tag's attributes; what stands in comments and in elements of text is no tag.
_TAG = re.compile(
    rb"<(?:(" + _TEXTS + rb")(" + _ATTRIBUTES + rb")(?:[^<]++|<(?!/(?i:\1)" + _ENDS + rb"))*+"
    rb"|/?+[a-zA-Z][^\s/>]*+(" + _ATTRIBUTES + rb")|" + _COMMENT + rb")"
)  # fmt: skip

_ROOTS = rb"(?i:svg|math)" + _ENDS
#: What holds the page's own elements again, in a drawing and in a formula.
_POINTS = {
    b"svg": frozenset(b"foreignobject desc title".split()),
    b"math": frozenset(b"mi mo mn ms mtext annotation-xml".split()),
}
_POINT = rb"(?i:foreignobject|desc|mi|mo|mn|ms|mtext|annotation-xml)" + _ENDS
_LABEL = rb"(?i:title|desc|style)" + _ENDS
#: What ends a drawing that was left open.
_ENDING = frozenset(
    b"b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img "
    b"li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul "
    b"var".split()
)
#: A drawing that is not closed before the next begins, or has an element of text or of the page's
#: own in it, but one that holds words alone: what is text there depends on what is open.
_ODD = re.compile(
    rb"<" + _ROOTS + _ATTRIBUTES + rb"(?:[^<]++"
    rb"|<" + _LABEL + _ATTRIBUTES + rb">[^<]*+</" + _LABEL +
    rb"|<(?!!\[)(?:" + _COMMENT + rb")"
    rb"|<(?!/?" + _ROOTS + rb"|" + _TEXTS + rb"|" + _POINT + rb")"
    rb"/?+[a-zA-Z][^\s/>]*+" + _ATTRIBUTES + rb")*+(?!</" + _ROOTS + rb")"
)  # fmt: skip
_ANY = re.compile(
    rb"<(?:(/?+)([a-zA-Z][^\s/>]*+)(" + _ATTRIBUTES + rb")|!\[CDATA\[|" + _COMMENT + rb")"
)
_TEXT, _CLOSED = re.compile(_TEXTS), re.compile(rb"(?:^|[\s\"'/])/$")

#: All tags that have nothing but plain attributes, up to one that has others, and those others.
_OTHERS = re.compile(
    rb"(?:[^<]++|<(?:/[a-zA-Z][^\s/>]*+>|(?!" + _TEXTS + rb")[a-zA-Z][^\s/>]*+"
    rb"(?:" + _PLAIN + rb")?+\s*+/?+>))*+(?:" + _TAG.pattern + rb"|<|\Z)"
)

#: So few attributes cost a parser 0.4 s at worst, and are not counted through.
_FEW_NAMES = 10_000


def attribute_names(html: bytes) -> list[bytes]:
    """The names of all attributes; none where there are far too few to matter."""
    # Each has a letter, and a space before it.
    if len(html) <= 2 * _FEW_NAMES:
        return []
    is_drawn = bool(_ODD.search(html))
    if not is_drawn and html.count(b"=") + _most(_given(_OTHERS, html)) <= _FEW_NAMES:
        return []
    given = b" ".join(_with_drawings(html)) if is_drawn else _given(_TAG, html)
    return _NAME.findall(given) if _most(given) > _FEW_NAMES else []


def _given(tags: re.Pattern[bytes], html: bytes) -> bytes:
    """The attributes of the tags that a pattern finds."""
    return b" ".join(chain.from_iterable((own, others) for _, own, others in tags.findall(html)))


def _most(given: bytes) -> int:
    """How many attributes these are at most: some end at a quote or a slash, others at a space."""
    ends = (given.count(b'"') + given.count(b"'")) // 2 + given.count(b"/")
    return ends + len(given.split())


def _with_drawings(html: bytes) -> Iterator[bytes]:
    """Each tag's attributes, where drawings hold what is no text in them."""
    open_: list[bytes] = []
    at = 0
    while tag := _ANY.search(html, at):
        at = tag.end()
        end, name, given = tag[1], (tag[2] or b"").lower(), tag[3] or b""
        yield given
        is_drawn = bool(open_) and open_[-1] in _POINTS
        if not name:
            at = _behind(html, at, b"]]>") if is_drawn and tag[0] == b"<![CDATA[" else at
        elif end:
            _close(open_, name, is_drawn)
        elif is_drawn or name in _POINTS:
            _open(open_, name, given)
        elif _TEXT.match(html, tag.start(2)):
            own = re.compile(rb"</" + name + _ENDS, re.IGNORECASE).search(html, at)
            at = own.start() if own else len(html)


def _behind(html: bytes, at: int, end: bytes) -> int:
    found = html.find(end, at)
    return len(html) if found < 0 else found + len(end)


def _open(open_: list[bytes], name: bytes, given: bytes) -> None:
    """A drawing begins, or something in one."""
    if name in _ENDING:
        while open_ and open_[-1] in _POINTS:
            open_.pop()
    elif not _CLOSED.search(given) and (name in _POINTS or name in _POINTS[open_[-1]]):
        open_.append(name)


def _close(open_: list[bytes], name: bytes, is_drawn: bool) -> None:
    if name in open_ and (is_drawn or name not in _POINTS):
        while open_.pop() != name:
            pass
