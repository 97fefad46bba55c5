"""What ``newscrawl extract`` should print for a page, made from the story and not from the page."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from tests.site.byline import printed_time
from tests.site.figures import image_url
from tests.site.head import changed, date_source, teaser_of
from tests.site.issue import Press
from tests.site.markup import plain
from tests.site.model import NO_PERSONS, Part, Picture, Slider, Story
from tests.site.story_body import parts_of
from tests.site.template import DISCLAIMER
from tests.site.true_blocks import TrueBlock, blocks_of, related_in

_PROSE = ("paragraph", "heading", "quote", "list", "aside")
_LEGAL = ("legal-label", "legal-footnote")
#: Signs too, and is neither a person nor credited.
_OUTLET = "The Moscow Times"


def truth(story: Story, press: Press, era: str, *, telling: bool = True) -> dict[str, Any]:
    """The facts of a page by the names of ``newscrawl extract``.

    Where the class names tell nothing (``telling`` is false) rules of words take what rules of
    place would have taken, and marks are those of the page with telling names.
    """
    url, parts = press.edition.home + story.path, parts_of(story, era)
    blocks = _blocks(story, press, parts)
    return {
        "url": url,
        "canonical_url": url,
        "outlet": press.edition.outlet,
        "key": story.key,
        "kind": story.kind,
        **_words(story),
        **_dates(story),
        "section": story.section or None,
        "keywords": list(story.keywords),
        "language": press.edition.language,
        "is_free": True,
        "images": [_image(picture, press) for picture in _pictures(story)],
        **_flags(story, blocks),
        "related": related_in(parts, press),
        **_cleaned(blocks, telling),
        "layout": "blocks",
    }


def _blocks(story: Story, press: Press, parts: Sequence[Part]) -> Sequence[TrueBlock]:
    """Those of the body, and the disclaimer behind it."""
    blocks = [block for part in parts for block in blocks_of(part)]
    if story.kind == "opinion" and press.edition.language == "en":
        rule, text = "opinion-disclaimer", plain(DISCLAIMER)
        blocks.append(TrueBlock(kind="paragraph", text=text, marks=(), rule=rule, words=rule))
    return blocks


def _words(story: Story) -> dict[str, Any]:
    return {
        "headline": plain(story.headline),
        "description": plain(story.subtitle) or teaser_of(story),
        "lead": plain(story.lead) if story.lead else None,
        "kicker": plain(story.kicker) if story.kicker else None,
        "authors": list(story.authors),
    }


def _dates(story: Story) -> dict[str, Any]:
    source = date_source(story)
    return {
        "date_published": _utc(story.published),
        "date_modified": None if source == "time" else _utc(changed(story)),
        "date_source": source,
        "date_raw": printed_time(story) if source == "time" else story.published,
    }


def _utc(iso: str) -> str:
    return datetime.fromisoformat(iso).astimezone(UTC).isoformat()


def _pictures(story: Story) -> list[Picture]:
    """All pictures in the order of the page."""
    found = [story.picture] if story.picture else []
    found += story.gallery
    for part in story.body:
        if isinstance(part, Picture):
            found.append(part)
        elif isinstance(part, Slider):
            found += part.pictures
    return found


def _image(picture: Picture, press: Press) -> dict[str, str | None]:
    return {
        "url": image_url(picture, press.edition),
        "caption": plain(picture.caption) if picture.caption else None,
        "credit": plain(picture.credit) if picture.credit else None,
    }


def _flags(story: Story, blocks: Sequence[TrueBlock]) -> dict[str, Any]:
    rules = {block.rule for block in blocks}
    republished = [block.text for block in blocks if block.rule == "republished"]
    credits = [block.text for block in blocks if block.rule == "wire-credit"]
    signers = (name for name in story.byline if name in NO_PERSONS - {_OUTLET})
    return {
        "is_sponsored": story.partner or story.kind == "sponsored",
        # Who signs and is no person, where no line of the text says so.
        "credits": [name for name in signers if name not in " ".join(credits)] + credits,
        "opinion_disclaimer": "opinion-disclaimer" in rules,
        "legal_label": not rules.isdisjoint(_LEGAL),
        "republished_from": republished[0] if republished else None,
    }


def _cleaned(blocks: Sequence[TrueBlock], telling: bool) -> dict[str, Any]:
    kept = [block for block in blocks if not block.rule]
    return {
        "blocks": [
            {"kind": block.kind, "text": block.text, "marks": list(block.marks)} for block in kept
        ],
        "removed": [
            {
                "rule": block.rule if telling else block.words,
                "at": place,
                "kind": block.kind,
                "text": block.text,
            }
            for place, block in enumerate(blocks)
            if block.rule
        ],
        "body": "\n\n".join(block.text for block in kept if block.kind in _PROSE),
    }
