"""Sessions for processes that share the work on one archive."""

from newscrawl.archive.database.engine import SessionFactory, connect, rendered, session_factory


def address(sessions: SessionFactory) -> str:
    """The URL by which another process reaches the same database, with all its options."""
    return rendered(sessions.kw["bind"].url)


def sessions_at(url: str) -> SessionFactory:
    return session_factory(connect(url))
