"""Why a question finds nothing: it names what the archive does not know, or has no rare word."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.queries.query_values import values_of
from newscrawl.archive.sanitize import safe_text
from newscrawl.did_you_mean import unknown
from newscrawl.errors import OutletError, UsageError
from newscrawl.outlets import load_outlets
from newscrawl.screen.quarantine_reasons import QUARANTINE_REASONS
from newscrawl.selection import Selection

# The views alone: a reader's login sees no table. Names stay known though a later revision of the
# article, or its deletion, has others.
_OUTLETS = text("SELECT outlet FROM crawls UNION SELECT outlet FROM articles")
_IS_OUTLET = text("""
SELECT EXISTS (SELECT FROM crawls WHERE outlet = :outlet)
    OR EXISTS (SELECT FROM articles WHERE outlet = :outlet)
""")
_SECTIONS = text("""
SELECT DISTINCT section FROM revisions
WHERE section IS NOT NULL AND (cast(:outlet AS text) IS NULL OR outlet = :outlet)
""")
_LANGUAGES = text("SELECT DISTINCT language FROM revisions WHERE language IS NOT NULL")
_REASONS = text("SELECT DISTINCT reason FROM quarantined")
_AUTHORS = text("SELECT DISTINCT unnest(authors) FROM revisions")
# Who is found among today's names, which are fewer, needs no look at all there were.
_IS_AUTHOR = text("""
SELECT EXISTS (SELECT FROM find_authors(:author))
    OR EXISTS (SELECT FROM (SELECT DISTINCT unnest(authors) AS said FROM revisions) AS known
               WHERE author_likeness(said, :author) IS NOT NULL)
""")
_ARE_WORDS = text("""
SELECT bool_or(numnode(searched_query(oid::regconfig, :query)) > 0) FROM pg_ts_config
""")
_HEARD = text("""
SELECT coalesce(language, 'no language') AS language,
       numnode(searched_query(text_configuration(language), :query)) = 0 AS is_common
FROM (SELECT DISTINCT language FROM revisions
      WHERE (cast(:outlet AS text) IS NULL OR outlet = :outlet)
        AND (cast(:language AS text) IS NULL OR language = :language)) AS said
ORDER BY 1
""")


def require_outlet(session: Session, name: str | None) -> None:
    """Raise ``OutletError`` for an outlet that is neither archived nor described by a file."""
    if name is None:
        return
    described = load_outlets()
    if name in described or session.scalar(_IS_OUTLET, {"outlet": safe_text(name)}):
        return
    known = {*described, *session.scalars(_OUTLETS)}
    raise OutletError(unknown("outlet", name, known, lists="newscrawl outlets"))


def require_reason(session: Session, name: str) -> None:
    """Raise ``UsageError`` for a reason for which no page is, or could be, in quarantine."""
    known = {*QUARANTINE_REASONS, *session.scalars(_REASONS)}
    if name not in known and not name.startswith("reader_"):
        raise UsageError(unknown("reason", name, known))


def require_words(session: Session, query: str) -> None:
    """Raise ``UsageError`` where the query has no word that any language could look for."""
    if not session.scalar(_ARE_WORDS, {"query": safe_text(query)}):
        raise UsageError(f"there is nothing to search for in {query!r}")


def require_answerable(session: Session, asked: Selection) -> None:
    """Raise for what can find nothing, whatever is archived; to be asked where nothing was found.

    ``OutletError`` for an unknown outlet, ``UsageError`` for an unknown section, author or
    language, and for words that are too common.
    """
    require_outlet(session, asked.outlet)
    if asked.section is not None:
        _require_section(session, asked.section, asked.outlet)
    if asked.author is not None and not session.scalar(_IS_AUTHOR, values_of(asked)):
        raise UsageError(unknown("author", asked.author, session.scalars(_AUTHORS)))
    if asked.language is not None:
        languages = session.scalars(_LANGUAGES).all()
        if asked.language not in languages:
            raise UsageError(unknown("language", asked.language, languages, " in the archive"))
    if asked.query is not None:
        require_words(session, asked.query)
        common, others = _too_common(session, asked)
        if common and not others:
            raise UsageError(f"the words of {asked.query!r} are too common to be searched")


def common_in(session: Session, asked: Selection) -> list[str]:
    """The languages, among others, in which every word of the query is too common."""
    return _too_common(session, asked)[0] if asked.query is not None else []


def _too_common(session: Session, asked: Selection) -> tuple[list[str], list[str]]:
    """The languages of what is asked for: those that leave all words out, and the others."""
    rows = session.execute(_HEARD, values_of(asked)).all()
    return [r.language for r in rows if r.is_common], [r.language for r in rows if not r.is_common]


def _require_section(session: Session, section: str, outlet: str | None) -> None:
    known = session.scalars(_SECTIONS, {"outlet": outlet}).all()
    if section.lower() not in {name.lower() for name in known}:
        where = f" of {outlet}" if outlet else ""
        raise UsageError(unknown("section", section, known, where))
