"""An article as JSON, by the names that ``newscrawl extract`` promises."""

import json
from dataclasses import asdict
from typing import Any

from newscrawl.article import Article, blocks_of_entries
from newscrawl.printable import iso


def as_json(article: Article) -> dict[str, Any]:
    """All fields in the order of the contract; absent is null, and times are ISO 8601 in UTC.

    Of a live blog also its entries.
    """
    # Lists, plain texts and times, as whoever reads the JSON has them.
    facts = json.loads(json.dumps(asdict(article), default=iso))
    layout, _ = facts.pop("layout"), facts.pop("read_by")
    removed = [
        {"rule": one.rule, "at": one.at, "kind": str(one.block.kind), "text": one.block.text}
        for one in article.removed
    ]
    entries, has_more = facts.pop("entries"), facts.pop("has_more_entries")
    told = {**facts, "removed": removed, "body": article.body, "layout": layout}
    if not entries:
        return told
    for entry, blocks in zip(entries, blocks_of_entries(article), strict=True):
        del entry["at"]
        entry["body"] = "\n\n".join(block.text for block in blocks)
    return {**told, "entries": entries, "has_more_entries": has_more}
