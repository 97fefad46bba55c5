"""What the pages read."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import BoundedSemaphore
from typing import TypeVar

from newscrawl.archive.database.sessions import Engine, Session

Answer = TypeVar("Answer")
#: Decides about a rule: outlet, rule and its new state.
Review = Callable[[str, str, str], object]
#: Questions that may take long, at a time: the others' threads stay free for what is quick.
_SEARCHES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WebArchive:
    engine: Engine
    #: The folder below which pages are kept.
    home: Path
    #: Names by which this server may be asked; empty: any.
    hosts: frozenset[str] = frozenset()
    #: None: nobody may decide here.
    review: Review | None = None
    searches: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(_SEARCHES))

    #: Asks what a page needs beside something else.
    helpers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(_SEARCHES))

    def session(self) -> Session:
        return Session(self.engine)

    def beside(self, ask: Callable[[Session], Answer]) -> "Future[Answer]":
        """What a question of its own comes to, in a session and a thread of its own."""

        def asked() -> Answer:
            with self.session() as session:
                return ask(session)

        return self.helpers.submit(asked)
