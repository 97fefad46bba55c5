"""Read the article that a capture in a WARC file shows, or say what it is instead."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from newscrawl import urls
from newscrawl.archive.revisions.import_rows import Captured, OriginalPage, Revisit, originals_of
from newscrawl.archive.sanitize import safe_text
from newscrawl.archive.snapshots.snapshot_rows import has_parts
from newscrawl.extract import is_partial
from newscrawl.extract.fields.json_ld import article_object
from newscrawl.page import Page, WarcLocation
from newscrawl.read_page import Told
from newscrawl.replay.read_again import PageReader
from newscrawl.replay.spread_work import OpenArchive
from newscrawl.screen import Outcome, Verdict
from newscrawl.snapshots.capture_headers import Capture
from newscrawl.snapshots.digests import spellings
from newscrawl.snapshots.foreign_response import read_answer


def stored_name(home: Path, path: str) -> str:
    """A file as snapshots name it: by its place below the archive, or in full."""
    own = Path(path)
    return own.relative_to(home).as_posix() if own.is_relative_to(home) else path


def originals_of_revisits(
    archive: OpenArchive, captures: Sequence[Capture], reader: PageReader
) -> dict[Capture, OriginalPage]:
    """The pages that the revisits among the captures are of, but for those nobody has."""
    revisits = [capture for capture in captures if capture.is_revisit]
    if not revisits:
        return {}
    with archive.sessions() as session:
        asked = [_asked(reader, one) for one in revisits]
        found = originals_of(session, reader.outlet, asked)
    return {revisits[at]: original for at, original in found.items()}


def _asked(reader: PageReader, capture: Capture) -> Revisit:
    urls_named = [url for url in (capture.url, capture.refers_to_url) if url]
    digests = spellings(capture.digest)
    return Revisit(
        urls=[safe_text(url) for url in urls_named],
        keys=[safe_text(key_of(reader, url)) for url in urls_named],
        digests=digests,
        # An answer of 304 has no page, and its digest, if any, may be that of nothing.
        refers_to=capture.refers_to if capture.is_unmodified or not digests else None,
    )


def read_captured(
    archive: OpenArchive, capture: Capture, reader: PageReader, original: OriginalPage | None
) -> Captured | str:
    """The capture's article, or what it is instead; raises what reading and extracting raise.

    ``original`` is the page that a revisit is of.
    """
    own = WarcLocation(
        file=stored_name(archive.home, capture.path),
        offset=capture.offset,
        length=capture.length,
        digest=capture.digest or "",
    )
    file, offset = capture.path, capture.offset
    if capture.is_revisit:
        if original is None:
            return "revisit_without_page"
        own = replace(own, digest=original.kept.digest, same_as=original.snapshot_id)
        file, offset = original.kept.file, original.kept.offset
    answer = read_answer(archive.home, file, offset, capture.url, capture.fetched_at)
    article = reader.read(
        answer.page,
        Told(
            status=answer.status,
            headers=answer.headers,
            unless=lambda page: _unimportable(page, archive, reader),
        ),
    )
    if isinstance(article, Verdict):
        return article.reason
    return Captured(
        article=article,
        url=capture.url,
        fetched_at=capture.fetched_at,
        status=answer.status,
        kept=own if own.same_as else replace(own, digest=answer.digest),
    )


def key_of(reader: PageReader, url: str) -> str:
    """The key of the article that an address leads to."""
    outlet = reader.described
    canonical = (outlet.canonical(url) if outlet else urls.canonical(url)) or url
    return (outlet.key(canonical) if outlet else None) or urls.path_of(canonical)


def _unimportable(page: Page, archive: OpenArchive, reader: PageReader) -> Verdict | None:
    if reader.described is None and not _says_article(page):
        return Verdict(Outcome.NOT_ARTICLE, "not_article")
    if is_partial(page, reader.described):
        with archive.sessions() as session:
            # Beside a page with its posts, one without would look as if they had been cut.
            if has_parts(session, reader.outlet, safe_text(key_of(reader, page.url))):
                return Verdict(Outcome.FAILED, "parts_missing")
    return None


def _says_article(page: Page) -> bool:
    """Whether the page's head says that it is an article: of no known site, nothing else tells."""
    return bool(
        article_object(page)
        or "article:published_time" in page.metas
        or page.metas.get("og:type", "").lower() in {"article", "news", "newsarticle"}
    )
