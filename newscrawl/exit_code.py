"""How a crawl or a command ended, as the number that cron sees. Pure."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from newscrawl import errors

#: At least so many pages must have failed, and more than this share of them, to make a run bad.
_MANY, _SHARE = 5, 0.2
_FAILED = ("failed", "quarantined")


class ExitCode(IntEnum):
    COMPLETE = 0
    FAULT = 1
    USAGE = 2
    INCOMPLETE = 3
    NO_DATABASE = 4
    DISK_FULL = 5
    UNHEALTHY = 6
    BLOCKED = 7
    INTERRUPTED = 11
    BUSY = 75


#: What a crawl's last line and the operator's page say of a code.
MEANINGS = {
    ExitCode.FAULT: "an internal error",
    ExitCode.USAGE: "usage or configuration",
    ExitCode.INCOMPLETE: "no source answered, or many pages failed",
    ExitCode.NO_DATABASE: "the database is not available",
    ExitCode.DISK_FULL: "the disk is full",
    ExitCode.UNHEALTHY: "it needs a look",
    ExitCode.BLOCKED: "blocked or rate-limited",
    ExitCode.INTERRUPTED: "interrupted",
    ExitCode.BUSY: "another crawl of this outlet is running",
}


def ending(code: int) -> str:
    """How a crawl ended, in words; what has no code of ours was killed."""
    return f"ended with {code} ({_meaning(code)})"


def with_code(said: object, code: int) -> str:
    """What ended a crawl, and the code that this is; that another one runs says it all."""
    if code == ExitCode.BUSY:
        return str(said)
    return f"{said} (exit code {code}: {_meaning(code)})"


def _meaning(code: int) -> str:
    return MEANINGS.get(code, "killed")  # type: ignore[call-overload, no-any-return]


_BY_REASON = {
    "database_unavailable": ExitCode.NO_DATABASE,
    "disk_full": ExitCode.DISK_FULL,
    "shutdown": ExitCode.INTERRUPTED,
    "memusage_exceeded": ExitCode.INTERRUPTED,
    "lock_lost": ExitCode.BUSY,
    "blocked": ExitCode.BLOCKED,
    "fault": ExitCode.FAULT,
    "start_error": ExitCode.FAULT,
    "cancelled": ExitCode.FAULT,
}


_REASON_OF: tuple[tuple[type[errors.NewscrawlError], str], ...] = (
    (errors.DiskFull, "disk_full"),
    (errors.DatabaseUnavailable, "database_unavailable"),
    (errors.Busy, "lock_lost"),
)


def code_of(error: BaseException) -> ExitCode:
    """The code of a command that an error ended."""
    if isinstance(
        error, (errors.UsageError, errors.ConfigError, errors.OutletError, errors.SchemaTooNew)
    ):
        return ExitCode.USAGE
    return _BY_REASON[reason_of(error)]


def reason_of(error: BaseException) -> str:
    """The finish reason of a crawl that an error ended."""
    return next((reason for kind, reason in _REASON_OF if isinstance(error, kind)), "fault")


def with_findings(code: ExitCode, is_found: bool) -> ExitCode:
    """The code of what was judged by health checks: any other code but ``COMPLETE`` stays."""
    return ExitCode.UNHEALTHY if is_found and code is ExitCode.COMPLETE else code


def interrupted(reason: str, code: ExitCode) -> tuple[str, ExitCode]:
    """Reason and code of a crawl to which a signal came when it had ended otherwise already."""
    if code in (ExitCode.NO_DATABASE, ExitCode.DISK_FULL, ExitCode.BUSY, ExitCode.FAULT):
        return reason, code
    return "shutdown", ExitCode.INTERRUPTED


def counts(stats: Mapping[str, Any]) -> str:
    """What a crawl met, in a few numbers, for the line that says how it ended."""
    asked, answered = (stats.get(f"discover/{name}", 0) for name in ("sources", "answered"))
    failed = sum(stats.get(f"archive/visits/{outcome}", 0) for outcome in _FAILED)
    blocked = stats.get("archive/visits/blocked", 0)
    return (
        f"{asked} sources asked, {answered} answers; "
        f"{_visits(stats)} pages, {failed} failed, {blocked} blocked"
    )


def _visits(stats: Mapping[str, Any]) -> int:
    return sum(value for name, value in stats.items() if name.startswith("archive/visits/"))


def exit_code(reason: str, stats: Mapping[str, Any]) -> ExitCode:
    """The code of a finished crawl: why it ended, then what it met.

    A quiet hour is complete, and so is a limit of Scrapy's (``closespider_*``) that was reached.
    """
    if reason in _BY_REASON:
        return _BY_REASON[reason]
    if stats.get("spider_exceptions/count") or stats.get("crawl/item_errors"):
        return ExitCode.FAULT
    visits = _visits(stats)
    # A crawl that asked for nothing at all had nothing that could have answered either.
    asked = stats.get("discover/sources") or not visits
    no_source = asked and not stats.get("discover/answered")
    # One page behind a wall among many is that page's affair, and stands in the ledger.
    is_blocked = stats.get("archive/visits/blocked", 0) > _SHARE * visits
    if is_blocked or (no_source and stats.get("discover/blocked")):
        return ExitCode.BLOCKED
    if no_source:
        return ExitCode.INCOMPLETE
    failed = sum(stats.get(f"archive/visits/{outcome}", 0) for outcome in _FAILED)
    if failed >= _MANY and failed > _SHARE * visits:
        return ExitCode.INCOMPLETE
    return ExitCode.COMPLETE
