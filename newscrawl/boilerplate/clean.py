"""Take what is not journalism out of an article, and keep it beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newscrawl.article import NO_LAYOUTS, Article, Block, BlockKind, Removal, blocks_as_read
from newscrawl.boilerplate.rules.applicable_rules import those_concerned
from newscrawl.boilerplate.rules.rule_types import Field, Rule, WithoutLayout, folded_lines
from newscrawl.errors import ReaderFailed, said


def clean(article: Article, rules: Sequence[Rule]) -> Article:
    """The article without the blocks that the rules match.

    It starts from all blocks as read, so cleaning twice is cleaning once, and cleaning with no
    rules brings everything back. Each rule sees what the rules before it left. What is taken is
    kept in ``removed`` with its rule and its place; a rule that fills a field fills it anew.
    Raises ``ReaderFailed`` where a rule raises.
    """
    read = blocks_as_read(article)
    own = next((at for at, b in enumerate(read) if b.kind is BlockKind.ENTRY), len(read))
    removed: dict[int, Removal] = {}
    found: list[tuple[int, Field]] = []
    # What stands in a page's data is no neighbour of what stands in its text.
    said_in_data = [Block(BlockKind.PARAGRAPH, block.text, block.marks) for block in read[own:]]
    asked = _asked(rules, article)
    for start, part in ((0, read[:own]), (own, said_in_data)):
        for place, rule in _taken(article.url, part, asked):
            at = start + place
            removed[at] = Removal(rule.name, at, read[at])
            found += [(at, rule.fills)] if rule.fills else []
    evidence = [(field, read[at].text) for at, field in sorted(found)]
    filled = tuple(text for field, text in evidence if field is Field.CREDITS)
    return replace(
        article,
        blocks=tuple(block for at, block in enumerate(read) if at not in removed),
        removed=tuple(removed[at] for at in sorted(removed)),
        credits=tuple(dict.fromkeys((*_signers(article, rules), *filled))),
        opinion_disclaimer=any(field is Field.OPINION_DISCLAIMER for field, _ in evidence),
        legal_label=any(field is Field.LEGAL_LABEL for field, _ in evidence),
        republished_from=next(
            (text for field, text in evidence if field is Field.REPUBLISHED_FROM), None
        ),
    )


def _signers(article: Article, rules: Sequence[Rule]) -> Iterator[str]:
    """The credits of the byline: those that no rule has filled with a line that it took."""
    if not article.credits:
        return
    filling = {rule.name: rule.fills is Field.CREDITS for rule in rules}
    # What a rule took that there no longer is comes back, and its credit goes.
    taken = {each.block.text for each in article.removed if filling.get(each.rule, True)}
    yield from (credit for credit in article.credits if credit not in taken)


def _taken(url: str, read: Sequence[Block], rules: Sequence[Rule]) -> Iterator[tuple[int, Rule]]:
    """The indexes of what the rules take, each with its rule."""
    if not read:
        return
    all_lines = folded_lines(read)
    kept, blocks, lines = list(range(len(read))), list(read), all_lines
    for rule in those_concerned(rules, read, all_lines):
        try:
            taken = {kept[i] for i in rule.matches(blocks, lines)}
        except Exception as error:
            # An outlet's file may bring a rule of its own, or a pattern that is none.
            raise ReaderFailed(url, f"rule/{rule.name}", said(error)) from error
        if not taken:
            continue
        yield from ((at, rule) for at in sorted(taken))
        kept = [at for at in kept if at not in taken]
        blocks, lines = [read[at] for at in kept], [all_lines[at] for at in kept]


def _asked(rules: Sequence[Rule], article: Article) -> list[Rule]:
    """All rules; where a layout has read the article, without those for other articles."""
    has_layout = article.layout not in NO_LAYOUTS
    return [rule for rule in rules if not (has_layout and isinstance(rule, WithoutLayout))]


def left_by(url: str, rules: Sequence[Rule], blocks: Sequence[Block]) -> list[Block]:
    """What the rules leave of blocks that are no article yet; raises as ``clean``."""
    taken = {at for at, _ in _taken(url, blocks, rules)}
    return [block for at, block in enumerate(blocks) if at not in taken]
