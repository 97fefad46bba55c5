"""``newscrawl show``: one article of the archive, and how it changed."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff

import click

from newscrawl.archive.database.sessions import reading
from newscrawl.archive.queries.article_history import (
    StoredArticle,
    find_article,
    read_stored,
    stored_json,
)
from newscrawl.article import Article, Block, BlockKind, LiveEntry, blocks_as_read, entries_by_start
from newscrawl.article_diff import closest, words_changed
from newscrawl.cli.options import json_option, require_article
from newscrawl.cli.output import minute, print_json, print_text, say
from newscrawl.config import Config
from newscrawl.errors import UsageError
from newscrawl.printable import iso


@click.command()
@click.argument("article")
@click.option("--revision", type=int, metavar="N", help="Show revision N. Default: the latest.")
@click.option(
    "--diff", type=(int, int), metavar="A B", help="Show what changed from revision A to B."
)
@click.option(
    "--removed", is_flag=True, help="Also show what cleaning removed, in place, with the rule."
)
@json_option
def show(
    article: str, revision: int | None, diff: tuple[int, int] | None, removed: bool, is_json: bool
) -> None:
    """Print an article from the archive.

    ARTICLE is its number in the archive or any of its URLs: an old slug, or another of the outlet's
    addresses, leads to the same article.
    """
    if diff and (revision is not None or removed):
        raise UsageError("--diff can be combined only with --json")
    require_article(article)
    with reading(Config.from_env(), say) as session:
        found = find_article(session, article)
        if diff:
            before, after = (read_stored(session, found, number) for number in diff)
        else:
            stored = read_stored(session, found, revision)
    if diff:
        _print_diff(before, after, is_json)
    elif is_json:
        print_json(stored_json(stored))
    else:
        for line in lines_of(stored, removed):
            print_text(line)


def lines_of(stored: StoredArticle, with_removed: bool = False) -> Iterator[str]:
    """Headline, what is known of the article, and its text."""
    article = stored.article
    yield article.headline
    yield ""
    yield from _facts(stored)
    for text in (article.description, article.lead):
        # Where an outlet has no description of its own, it repeats how the text begins.
        if text and not article.body.startswith(text):
            yield ""
            yield text
    taken = {removal.at: removal.rule for removal in article.removed}
    starts = entries_by_start(article, with_removed=with_removed)
    for at, block in enumerate(blocks_as_read(article)):
        if at in taken and not with_removed:
            continue
        if at in starts:
            yield ""
            yield _head(starts[at])
        yield ""
        yield f"[{taken[at]}] {block.text}" if at in taken else _line(block)


def _facts(stored: StoredArticle) -> Iterator[str]:
    article, shown = stored.article, stored.shown
    facts = {
        "url": article.canonical_url,
        "outlet": article.outlet,
        "kind": str(article.kind),
        "authors": ", ".join(article.authors),
        "published": minute(article.date_published) if article.date_published else article.date_raw,
        "modified": article.date_modified and minute(article.date_modified),
        "section": article.section,
        "keywords": ", ".join(article.keywords),
        "credits": " ".join(article.credits),
        "gone": stored.gone_at and minute(stored.gone_at),
        "revision": f"{shown.number} of {len(stored.revisions)} ({shown.cause}), fetched "
        f"{minute(shown.fetched_at)}",
        "archived": f"article {stored.article_id}, {len(article.removed)} blocks removed",
    }
    return (f"{name:<10} {value}" for name, value in facts.items() if value)


def _head(entry: LiveEntry) -> str:
    """When an entry of a live blog was written, what it is called, and by whom it is."""
    moment = entry.date_published and minute(entry.date_published)
    return " · ".join(filter(None, [f"--- {moment or entry.key}", entry.headline, *entry.authors]))


def _line(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return f"## {block.text}"
    if block.kind is BlockKind.QUOTE:
        return f"> {block.text}"
    return block.text if block.kind is not BlockKind.CAPTION else f"[caption] {block.text}"


def _print_diff(before: StoredArticle, after: StoredArticle, is_json: bool) -> None:
    names = [
        f"revision {stored.shown.number} {iso(stored.shown.fetched_at)}"
        for stored in (before, after)
    ]
    lines = diff_lines(_said(before.article), _said(after.article), names)
    if is_json:
        facts = {"article_id": after.article_id, "from": before.shown.number}
        print_json({**facts, "to": after.shown.number, "diff": lines})
        return
    for line in lines or ["the two revisions say the same"]:
        color = {"+": "green", "-": "red", "@": "cyan", "~": "yellow"}.get(line[:1])
        print_text(line, color)


def _said(article: Article) -> list[str]:
    """An article as lines: its fields, then a block in each."""
    facts = {
        "headline": article.headline,
        "description": article.description,
        "lead": article.lead,
        "authors": ", ".join(article.authors),
        "date_published": article.date_published and iso(article.date_published),
        "date_modified": article.date_modified and iso(article.date_modified),
        "section": article.section,
    }
    return [f"{name}: {value}" for name, value in facts.items() if value] + [
        " ".join(_line(block).split()) for block in article.blocks
    ]


def diff_lines(before: Sequence[str], after: Sequence[str], names: Sequence[str]) -> list[str]:
    """A unified diff in which ``~`` marks a line that changed: ``[-went-]`` and ``{+came+}``."""
    found: list[str] = []
    removed: list[str] = []
    for line in unified_diff(before, after, names[0], names[1], n=1, lineterm=""):
        if line.startswith("-") and not line.startswith("---"):
            removed.append(line)
        elif line.startswith("+") and not line.startswith("+++"):
            found += _came(line, removed)
        else:
            found += [*removed, line]
            removed = []
    return found + removed


def _came(line: str, removed: list[str]) -> Iterator[str]:
    """A line that came, together with the one that it was before if that is among the removed."""
    best = closest(line[1:], [gone[1:] for gone in removed])
    if best is None:
        yield from removed
        removed.clear()
        yield line
        return
    yield from removed[:best]
    yield "~" + _words(removed[best][1:], line[1:])
    del removed[: best + 1]


def _words(before: str, after: str) -> str:
    parts = []
    for same, went, came in words_changed(before, after):
        parts += [same] if same else []
        parts += [f"[-{went}-]"] if went else []
        parts += [f"{{+{came}+}}"] if came else []
    return " ".join(parts)
