"""Take what is not journalism out of an article, and keep it beside it."""

from collections.abc import Sequence
from dataclasses import replace

from newscrawl.article import Article, Removal, blocks_as_read
from newscrawl.boilerplate.rules.rule_types import Field, Rule, folded_lines, those_concerned
from newscrawl.errors import ReaderFailed, said


def clean(article: Article, rules: Sequence[Rule]) -> Article:
    """The article without the blocks that the rules match.

    It starts from all blocks as read, so cleaning twice is cleaning once, and cleaning with no
    rules brings everything back. Each rule sees what the rules before it left. What is taken is
    kept in ``removed`` with its rule and its place; a rule that fills a field fills it anew.
    Raises ``ReaderFailed`` where a rule raises.
    """
    read = blocks_as_read(article)
    all_lines = folded_lines(read)
    kept, blocks, lines = list(range(len(read))), list(read), all_lines
    removed: dict[int, Removal] = {}
    found: list[tuple[int, Field]] = []
    for rule in those_concerned(rules, read):
        try:
            taken = {kept[i] for i in rule.matches(blocks, lines)}
        except Exception as error:
            # An outlet's file may bring a rule of its own, or a pattern that is none.
            raise ReaderFailed(article.url, f"rule/{rule.name}", said(error)) from error
        if not taken:
            continue
        removed |= {at: Removal(rule.name, at, read[at]) for at in taken}
        found += [(at, rule.fills) for at in taken if rule.fills]
        kept = [at for at in kept if at not in taken]
        blocks, lines = [read[at] for at in kept], [all_lines[at] for at in kept]
    evidence = [(field, read[at].text) for at, field in sorted(found)]
    return replace(
        article,
        blocks=tuple(blocks),
        removed=tuple(removed[at] for at in sorted(removed)),
        credits=tuple(text for field, text in evidence if field is Field.CREDITS),
        opinion_disclaimer=any(field is Field.OPINION_DISCLAIMER for field, _ in evidence),
        legal_label=any(field is Field.LEGAL_LABEL for field, _ in evidence),
        republished_from=next(
            (text for field, text in evidence if field is Field.REPUBLISHED_FROM), None
        ),
    )
