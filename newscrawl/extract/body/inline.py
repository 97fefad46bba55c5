"""What elements among the words of a line make of them: quotation marks, raised figures, lines."""

import re

from selectolax.lexbor import LexborNode

from newscrawl.extract.body.quotation_marks import is_marked, marks_around
from newscrawl.markup.ancestors import before, behind

#: What text nodes are called.
_TEXT = "-text"
#: Where a figure is set high or low, its digits are: "1874" with a note is not "18742".
_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_LOWERED = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
_SHIFTED = {"sup": _RAISED, "sub": _LOWERED, "msup": _RAISED, "msub": _LOWERED}
#: "10⁻³" is not "10-3", nor "Ca²⁺" "Ca2+".
_FIGURE = re.compile(r"[+−–-]?\d+[+−–-]?")
#: What stands in a formula: the second of two may be an exponent, or below a line.
_IN_FORMULA = frozenset({"mn", "mi", "mrow"})
READ_OTHERWISE = frozenset({"q", "rt", "sup", "sub", *_IN_FORMULA})
#: What opens below a heading of so many characters, or with such a sign, is more than a label.
_QUESTION_LENGTH, _QUESTIONS = 20, frozenset("?？؟;՞")
_PANELS = frozenset({"div", "section"})
#: A blank line parts paragraphs where white space is shown as it is written.
BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_SHOWS_SPACE = re.compile(r"white-space(?:-collapse)?\s*:\s*(?:pre|break)", re.IGNORECASE)

#: Elements that most words stand in, of which few are hidden, lines, or anchors.
_COMMON = frozenset({"a", "span", "i", "b", "em", "small", "strong"})
_STYLED = frozenset({"hidden", "style"})
_MAY_BE_INLINE = 'div[style*="inline"], p[style*="inline"]'
_INLINE = re.compile(r"display\s*:\s*inline\s*(?:!|;|$)", re.IGNORECASE)


def lines_set_inline(container: LexborNode) -> frozenset[int]:
    """The elements (by ``mem_id``) that begin a line elsewhere, and stand in one by their style."""
    styled = ((node, node.attributes["style"]) for node in container.css(_MAY_BE_INLINE))
    return frozenset(node.mem_id for node, style in styled if _INLINE.search(style or ""))


def is_odd_inline(tag: str, given: dict[str, str | None]) -> bool:
    """Whether an element among words may be more than how they are set, or whereto they link."""
    if tag not in _COMMON or "data-cfemail" in given:
        return True
    if tag == "a":
        return "href" not in given or not _STYLED.isdisjoint(given)
    return given.get("role") == "tooltip" or not _STYLED.isdisjoint(given)


def shows_space(style: str) -> bool:
    return _SHOWS_SPACE.search(style) is not None


def is_followed_by_text(node: LexborNode) -> bool:
    following = node.next
    return following is not None and following.tag == _TEXT and _is_told(following)


def goes_on_behind(node: LexborNode) -> bool:
    """Whether the text behind an element goes on with a sentence that it begins."""
    following = node.next
    text = following.text_content if following is not None and following.tag == _TEXT else ""
    return (text or "").lstrip()[:1].islower()


def _is_told(text: LexborNode) -> bool:
    return bool((text.text_content or "").strip())


def is_struck_whole(node: LexborNode, around: LexborNode) -> bool:
    """Whether what is struck out is all of a paragraph: it is a line, which may yet be kept."""
    return around.tag == "p" and (around.text() or "").strip() == (node.text() or "").strip()


def opens_what_follows(control: LexborNode) -> bool:
    """Whether a button or a label asks what is told in the element behind it, which it opens."""
    given, opens = control.attributes, _element_below(control)
    says_so = "aria-expanded" in given or "for" in given
    if opens is None or not (says_so or _ends_as_question(control)):
        return False
    if "for" in given:
        box = element_before(control)
        if box is None or box.tag != "input" or box.attributes.get("id") != given["for"]:
            return False
    opened = given.get("aria-controls")
    return opened in {None, opens.attributes.get("id")} and _is_question(control)


def _element_below(control: LexborNode) -> LexborNode | None:
    """The element behind a control, or behind one that holds nothing else."""
    around = control.parent
    if around is not None and element_before(control) is None and _element_behind(control) is None:
        return _element_behind(around)
    return _element_behind(control)


def element_before(node: LexborNode) -> LexborNode | None:
    return next((each for each in before(node) if each.is_element_node), None)


def _element_behind(node: LexborNode) -> LexborNode | None:
    return next((each for each in behind(node) if each.is_element_node), None)


def is_asked(control: LexborNode) -> bool:
    """Whether a control that begins a heading is its words: it opens what stands below."""
    if not (_is_question(control) or _is_of_pair(control)):
        return False
    said = next((n for n in before(control) if n.tag == control.tag or _is_told(n)), None)
    return said is None


def _is_of_pair(control: LexborNode) -> bool:
    """Whether a control is all of a heading, and a box below it is what it opens."""
    heading, opens = control.parent, _element_below(control)
    if heading is None or opens is None or opens.tag not in _PANELS:
        return False
    if opens.parent is not None and opens.parent.mem_id == heading.mem_id:
        return False
    is_pair = element_before(heading) is None and _element_behind(opens) is None
    return is_pair or "aria-expanded" in control.attributes


def opens_below(heading: LexborNode) -> bool:
    """Whether something stands below a heading that a link in it may open."""
    opens, around = _element_below(heading), heading.parent
    if opens is None or around is None:
        return False
    is_beside = _element_behind(heading) is not None
    return is_beside or opens.tag in _PANELS or around.tag == "summary"


def _is_question(control: LexborNode) -> bool:
    return len((control.text() or "").strip()) >= _QUESTION_LENGTH or _ends_as_question(control)


def _ends_as_question(control: LexborNode) -> bool:
    return (control.text() or "").strip()[-1:] in _QUESTIONS


def as_seen(node: LexborNode, texts: list[str], depth: int) -> list[str]:
    """The texts of an element to which readers see something added, as many pieces as there are.

    ``depth`` is how many quotations are around a quotation.
    """
    whole, tag = "".join(texts).strip(), node.tag
    if tag == "q":
        return texts if is_marked(node) else _enclosed(texts, marks_around(node, depth))
    if tag == "rt":
        # What is set above the words is told from them by brackets, as old browsers do.
        is_enclosed = node.prev is not None and node.prev.tag == "rp"
        return texts if is_enclosed or not whole else _enclosed(texts, "()")
    if tag in _IN_FORMULA:
        is_second = element_before(node) is not None
        above = node.parent.tag if node.parent is not None and is_second else None
        if above == "mfrac" and texts:
            return [f"/{texts[0]}", *texts[1:]]
        tag = above
    shifted = _SHIFTED.get(tag or "")
    if shifted is None or not _FIGURE.fullmatch(whole):
        return texts
    return [text.translate(shifted) for text in texts]


def _enclosed(texts: list[str], marks: str) -> list[str]:
    if len(texts) < 2:
        return [f"{marks[0]}{text}{marks[1]}" for text in texts]
    return [f"{marks[0]}{texts[0]}", *texts[1:-1], f"{texts[-1]}{marks[1]}"]
