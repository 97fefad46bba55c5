"""Sessions for processes that share the work on one archive."""

from newscrawl.archive.engine import SessionFactory, connect, session_factory


def address(sessions: SessionFactory) -> str:
    """The URL by which another process reaches the same database."""
    url: str = sessions.kw["bind"].url.render_as_string(hide_password=False)
    return url


def sessions_at(url: str) -> SessionFactory:
    return session_factory(connect(url))
