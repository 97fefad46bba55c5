"""What many of the archive's tests begin with."""

import pytest
from sqlalchemy.orm import Session

from tests.archive.making import NOON, begin_crawl, set_clock


@pytest.fixture
def crawl(session: Session) -> int:
    """A crawl of the Herald that begins at noon."""
    set_clock(session, NOON)
    return begin_crawl(session)
