"""Mark as hidden what a page's own short style sheets hide from everyone.

The sheets of a framework name states that its scripts change; those that are short are written for
the page that holds them, and few enough to be read.
"""

import re
from collections import defaultdict

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newscrawl.markup.ancestors import ancestors, before, behind
from newscrawl.markup.hidden import hides
from newscrawl.markup.shadow_roots import SHADOW_ROOT

#: Bytes of a sheet, and sheets of a page, at most.
_LONGEST, _MOST = 8_000, 30
#: Selectors that are looked for, at most.
_MOST_SELECTORS = 30
_SHEET = re.compile(rb"<style\b")
#: Of these, a sheet and a rule that hide something have one: no other is looked at closely.
_MAY_HIDE = r"display: ?none|visibility: ?hidden|content-visib|clip|: ?-9"
_SHEET_MAY_HIDE, _RULE_MAY_HIDE = re.compile(_MAY_HIDE.encode()), re.compile(_MAY_HIDE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"([{}])")
#: Elements, classes and ids within each other, without states and without what scripts set.
_NAME = r"[.#]-?[a-z_][\w-]*"
_PLAIN = re.compile(
    r"(?!.*\.(?:no-?)?js(?![\w-]))"
    rf"(?:(?:[a-z][a-z\d-]*|(?=[.#]))(?:{_NAME})*(?:\s*>\s*|\s+))*(?:[a-z][a-z\d-]*)?(?:{_NAME})+",
    re.IGNORECASE | re.ASCII,
)
_SHOWS = re.compile(r"(?<![\w-])(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)", re.IGNORECASE)
_NAMES = re.compile(r"[.#][\w-]+")
#: Media that every screen is, those that none is, and what holds rules as if it were not there.
_ON_SCREENS = re.compile(
    r"@media\s+(?:(?:only\s+)?(?:screen|all)|not\s+print)\s*|@(?:layer|supports(?!\s+not))\b.*"
)
_ON_PAPER = re.compile(r"@media\s+(?:only\s+)?print\b[^,]*|@(?!media|layer|supports|container).*")
_APART = frozenset({"noscript", "svg", "template"})
#: So many hidden elements that hold so many characters are answers, tabs or slides, which open.
_SEVERAL, _TOLD = 2, 60
_OPENS = frozenset({"button", "label", "summary"})


def hide_styled_away(tree: LexborHTMLParser, html: bytes) -> None:
    """Give what such sheets hide the attribute ``hidden``; what shows it elsewhere undoes that."""
    if not any(_may_hide(html, found.end()) for found in _SHEET.finditer(html)):
        return
    sheets = defaultdict[LexborNode | None, list[str]](list)
    for sheet in tree.css("style")[:_MOST]:
        around = {each.tag: each for each in reversed([*ancestors(sheet)])}
        if _APART.isdisjoint(around) and len(text := sheet.text()) <= _LONGEST:
            media = (sheet.attributes.get("media") or "").strip().lower()
            sheets[around.get(SHADOW_ROOT)].append(f"@media {media or 'all'} {{{text}}}}}")
    for root, texts in sheets.items():
        hiding, shown = _rules("".join(texts))
        left = [each for each in hiding if shown.isdisjoint(_NAMES.findall(each)[-1:])]
        for selector in left[:_MOST_SELECTORS]:
            found = (root or tree).css(selector)
            if found and not _is_scripted(tree, _NAMES.findall(selector)[-1][1:]):
                _hide(found)


def _is_scripted(tree: LexborHTMLParser, name: str) -> bool:
    """Whether a script of the page asks for what has a name: it may show it."""
    asked = re.compile(rf"[\"'`.#]{name}[\"'`\s]")
    scripts = (each.text() for each in tree.css("script:not([src])"))
    return any(name in text and asked.search(text) for text in scripts)


def _hide(found: list[LexborNode]) -> None:
    told = {node.mem_id for node in found if len(node.text().strip()) >= _TOLD}
    for node in found:
        opens = node.mem_id in told and (len(told) >= _SEVERAL or _has_control(node))
        if not opens and not _shows(node.attributes.get("style") or ""):
            node.attrs["hidden"] = ""


def _has_control(node: LexborNode) -> bool:
    """Whether what readers press stands right before or behind an element."""
    beside = (next((n for n in way(node) if n.is_element_node), None) for way in (before, behind))
    return any(near is not None and _is_pressed(near) for near in beside)


def _is_pressed(node: LexborNode) -> bool:
    given = node.attributes
    leads = (given.get("href") or "#").strip().lower()
    is_own = node.tag == "a" and leads.startswith(("#", "javascript:"))
    return is_own or node.tag in _OPENS or "onclick" in given or given.get("role") == "button"


def _may_hide(html: bytes, begun: int) -> bool:
    end = max(html.find(b"</", begun, begun + _LONGEST), begun)
    return _SHEET_MAY_HIDE.search(html, begun, end) is not None


def _rules(sheet: str) -> tuple[list[str], set[str]]:
    """The selectors that hide something on every screen, and the names that are shown on some."""
    hiding, shown, media = list[str](), set[str](), list[str]()
    selector = ""
    pieces = _BRACE.split(_COMMENT.sub("", sheet))
    for said, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            if selector:
                media.append(selector)
            selector = said.rpartition(";")[2].strip()
        elif not selector:
            media[-1:] = []
        else:
            if _RULE_MAY_HIDE.search(said) and hides(said):
                if all(map(_ON_SCREENS.fullmatch, media)):
                    each = map(str.strip, selector.split(","))
                    hiding += filter(_PLAIN.fullmatch, each)
            elif _shows(said) and not any(map(_ON_PAPER.fullmatch, media)):
                shown.update(_NAMES.findall(selector))
            selector = ""
    return hiding, shown


def _shows(declared: str) -> bool:
    return ("displ" in declared or "visib" in declared) and _SHOWS.search(declared) is not None
