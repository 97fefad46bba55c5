"""``newscrawl crawl-due``: crawl every outlet whose turn it is; the one line that cron needs."""

import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from newscrawl.archive.database.database_retries import patiently
from newscrawl.archive.database.engine import Session, SessionFactory, address
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.database.sessions import UNWATCHED_WAIT, EmptyArchive, reading, upgraded
from newscrawl.archive.frontier.crawl_rows import latest
from newscrawl.archive.frontier.due_outlets import (
    OutletTurn,
    brought,
    crawled_outlets,
    keep_looks,
    outlet_turns,
    outlets_to_look_at,
)
from newscrawl.cli.crawl_processes import (
    Ended,
    ReadyCrawls,
    Running,
    Started,
    are_possible,
    crawl_all,
    start_process,
    worst,
)
from newscrawl.cli.options import json_option
from newscrawl.cli.output import Column, minute, print_rows, print_text, say
from newscrawl.cli.own_process import log_folder, own_command
from newscrawl.config import Config, make_home, require_writable
from newscrawl.errors import Busy, NotFound, OutletError
from newscrawl.exit_code import ExitCode, ending
from newscrawl.outlet import Outlet
from newscrawl.outlet_files.load_outlet_files import OutletFile
from newscrawl.outlets import broken_outlets, load_outlet, load_outlets, told_of

#: Seconds for which a database that went away is waited for.
_PATIENCE = 60.0
T = TypeVar("T")


@click.command("crawl-due")
@click.argument("args", nargs=-1, type=click.UNPROCESSED, metavar="[OUTLET]... [-- ARGS]")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=2,
    metavar="N",
    help="Run up to N crawls at a time.",
)
@click.option("--dry-run", is_flag=True, help="Show what is due and why, without crawling.")
@json_option
def crawl_due(args: tuple[str, ...], jobs: int, dry_run: bool, is_json: bool) -> int:
    """Crawl every outlet that is due: the one command that cron needs.

    Without OUTLETs, it considers every outlet that has been crawled before; an OUTLET that you name
    is also crawled for the first time. An outlet is due as often as it publishes, from every 15
    minutes to once a day, and when one of its pages is due for a re-check. After a failed crawl it
    waits longer each time, up to a day. ARGS after -- go to every crawl.

    The exit code is the worst of all crawls. An outlet that is being crawled already is not an
    error. An outlet whose file is wrong is reported and skipped, which counts as 2.
    """
    names, passed = _split(args)
    broken = broken_outlets()
    sound = [name for name in dict.fromkeys(names) if name not in broken]
    named = [_mirrored(load_outlet(name), passed) for name in sound]
    if names and not named:
        raise OutletError(told_of(broken[names[0]]))
    config = Config.from_env()
    if dry_run:
        with reading(config, _say) as session:
            turns = _turns(session, named, passed)
            left_out = broken.keys() & (names or crawled_outlets(session))
        _say_left_out(left_out, broken)
        print_rows(turns, _TURN_COLUMNS, is_json, facts=_turn_facts)
        return ExitCode.USAGE if left_out else ExitCode.COMPLETE
    require_writable(config.home)
    with upgraded(config, _say, UNWATCHED_WAIT) as sessions:
        run = _Run(sessions=sessions, home=config.home, passed=passed)
        turns = patiently(lambda: _looked(sessions, named, passed), _PATIENCE)
        left_out = run.ask(lambda session: broken.keys() & (names or crawled_outlets(session)))
        _say_left_out(left_out, broken)
        due = [one.outlet for one in turns if one.is_due]
        run.expect(len(due))
        ended = [run.finish(each) for each in crawl_all(due, jobs, run.start)]
    _print_ended(ended, turns, is_json)
    return worst([*(each["exit_code"] for each in ended), *(ExitCode.USAGE for _ in left_out)])


def _say_left_out(names: Collection[str], broken: Mapping[str, OutletFile]) -> None:
    for name in sorted(names):
        say(f"newscrawl: {name} is not crawled: {told_of(broken[name])}")


def due_now(sessions: SessionFactory, passed: Sequence[str]) -> list[str]:
    """The outlets whose turn it is, the longest overdue first; none of an archive without any."""
    with suppress(NotFound):
        turns = patiently(lambda: _looked(sessions, (), passed), _PATIENCE)
        return [one.outlet for one in turns if one.is_due]
    return []


def _looked(
    sessions: SessionFactory, named: Sequence[Outlet], passed: Sequence[str]
) -> Sequence[OutletTurn]:
    """The turns of outlets that may be due; when to look again is kept of those that are not."""
    with sessions() as session:
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        turns = _turns(session, named, passed, outlets_to_look_at)
        keep_looks(session, turns)
        session.commit()
    return turns


def _split(args: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The names of outlets, and what begins with an option: click has taken the ``--`` away."""
    at = next((at for at, arg in enumerate(args) if arg.startswith("-")), len(args))
    return args[:at], args[at:]


def _mirrored(outlet: Outlet, passed: Sequence[str]) -> Outlet:
    """The outlet at the mirror that its crawl is given: that host may be blocked."""
    for before, arg in zip(("", *passed), passed, strict=False):
        given = arg if before == "-a" else arg.removeprefix("-a")
        if (before == "-a" or arg.startswith("-a")) and given.startswith("mirror="):
            outlet = outlet.at(given.removeprefix("mirror="))
    return outlet


def _turns(
    session: Session,
    named: Sequence[Outlet],
    passed: Sequence[str],
    names: Callable[[Session], Sequence[str]] = crawled_outlets,
) -> Sequence[OutletTurn]:
    if named:
        return outlet_turns(session, named)
    known = load_outlets()
    crawled = names(session)
    described = [_mirrored(known[name], passed) for name in crawled if name in known]
    if not described and (everything := crawled_outlets(session)) == crawled:
        if not everything:
            raise EmptyArchive
        gone = [name for name in crawled if name not in broken_outlets()]
        if gone == list(crawled):
            raise NotFound(
                f"there is no outlet file for {', '.join(gone)} any more: see newscrawl outlets"
            )
    return outlet_turns(session, described)


#: What is told of a crawl; ``new`` and ``revised`` are null where it did not begin.
_Line = dict[str, Any]


class _Run:
    """One run over the outlets that are due."""

    def __init__(self, *, sessions: SessionFactory, home: Path, passed: Sequence[str]) -> None:
        self._sessions, self._home, self._passed = sessions, home, passed
        self._crawls_before: dict[str, int] = {}
        self._ready: ReadyCrawls | None = None

    def expect(self, crawls: int) -> None:
        """So many crawls will be started: what several need is loaded once."""
        if crawls > 1 and are_possible():
            self._ready = ReadyCrawls()

    def ask(self, question: Callable[[Session], T]) -> T:
        """The answer of a database that may go away for a while."""

        def ask() -> T:
            with self._sessions() as session:
                return question(session)

        return patiently(ask, _PATIENCE)

    def start(self, outlet: str) -> Started | Ended | None:
        """Begin the crawl of an outlet, unless somebody else has just crawled it or does now."""
        # Not the crawl's own lock, which the crawl needs: that of runs like this one.
        lock = OutletLock(address(self._sessions), f"{outlet} if it is due", _PATIENCE)
        with ExitStack() as held:
            try:
                held.enter_context(lock)
            except Busy:
                return Ended(outlet=outlet, code=int(ExitCode.BUSY), seconds=0.0)
            described = _mirrored(load_outlet(outlet), self._passed)
            [turn] = self.ask(lambda session: outlet_turns(session, [described]))
            if not turn.is_due:
                return None
            self._crawls_before[outlet] = self.ask(lambda s: latest(s, outlet))
            make_home(self._home)
            process, began = self._process(outlet), time.monotonic()
            close = held.pop_all().close
            return Started(outlet=outlet, process=process, began=began, close=close)

    def _process(self, outlet: str) -> Running:
        given, log = [outlet, *self._passed], self._log(outlet)
        if self._ready:
            return self._ready.start(given, log)
        return start_process([*own_command(), "crawl", *given], log)

    def finish(self, ended: Ended) -> _Line:
        """What the crawl came to; a bad end is said at once, for cron to mail."""
        before, came = self._crawls_before.get(ended.outlet), None
        if before is not None:
            came = self.ask(lambda session: brought(session, ended.outlet, before))
        log = str(self._log(ended.outlet))
        if ended.code not in (ExitCode.COMPLETE, ExitCode.BUSY):
            say(f"newscrawl: {ended.outlet} {ending(ended.code)}: {log}")
        elif came:
            _say(f"{ended.outlet}: {came.created} new, {came.revised} revised")
        return {
            "outlet": ended.outlet,
            "exit_code": ended.code,
            "new": came.created if came else None,
            "revised": came.revised if came else None,
            "seconds": round(ended.seconds, 1),
            "log": log,
        }

    def _log(self, outlet: str) -> Path:
        return log_folder(self._home) / f"{outlet}.log"


def _print_ended(ended: Sequence[_Line], turns: Sequence[OutletTurn], is_json: bool) -> None:
    if is_json or ended:
        print_rows(ended, _ENDED_COLUMNS, is_json)
    elif turns:
        first = turns[0]
        print_text(f"nothing is due; next: {first.outlet} at {minute(_when(first))}")


def _turn_facts(one: OutletTurn) -> dict[str, object]:
    return {
        "outlet": one.outlet,
        "is_due": one.is_due,
        "due_at": _when(one),
        "why": _why(one),
        "interval_seconds": int(one.turn.interval.total_seconds()),
        "crawled_at": one.crawled_at,
        "exit_code": one.exit_code,
    }


def _when(one: OutletTurn) -> datetime:
    return max(one.turn.at, one.blocked_until) if one.blocked_until else one.turn.at


def _why(one: OutletTurn) -> str:
    return "its host asked for a pause" if one.blocked_until else one.turn.why


_ENDED_COLUMNS: Sequence[Column[_Line]] = (
    *("outlet", ("exit", "exit_code"), "new", "revised"),
    ("took", lambda line: f"{line['seconds']:.0f} s"),
)
_TURN_COLUMNS: Sequence[Column[OutletTurn]] = (
    "outlet",
    ("due", lambda one: "now" if one.is_due else "later"),
    *(("at", _when), ("why", _why)),
    ("asked every", lambda one: f"{one.turn.interval.total_seconds() / 60:.0f} min"),
    *(("last crawl", "crawled_at"), ("exit", "exit_code")),
)


def _say(line: str) -> None:
    """For a person at a terminal; cron would mail it."""
    if sys.stderr.isatty():
        say(line)
