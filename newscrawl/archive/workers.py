"""Sessions for processes that share the work on one archive."""

from newscrawl.archive.engine import SessionFactory, connect, session_factory


def address(sessions: SessionFactory) -> str:
    """The URL by which another process reaches the same database, with all its options."""
    url: str = sessions.kw["bind"].url.render_as_string(hide_password=False)
    before, mark, query = url.partition("?")
    # A plus means a space to SQLAlchemy alone, and not to the server's own library.
    return before + mark + query.replace("+", "%20")


def sessions_at(url: str) -> SessionFactory:
    return session_factory(connect(url))
