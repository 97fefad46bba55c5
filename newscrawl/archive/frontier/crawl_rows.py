"""The rows of crawls, and of the outlets and sources that they ask."""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.database.archive_clock import archive_now
from newscrawl.archive.frontier.link_leases import give_back, take_over
from newscrawl.outlet import Outlet


def begin(
    session: Session, outlet: Outlet, arguments: dict[str, Any], after: int | None = None
) -> int:
    """Open a crawl's row and free the leases of runs that died; the crawl's id.

    ``after`` is the outlet's latest crawl before, for a transaction that may be repeated: behind
    the outlet's lock a row that was opened since then is this crawl's own.
    """
    if after is not None and (ours := latest(session, outlet.name)) > after:
        return ours
    told = ("name", "title", "home", "language", "timezone")
    # What was thought of its next turn holds no more.
    row = {name: getattr(outlet, name) for name in told} | {"look_at": None}
    statement = upsert(models.OutletRow).values(row)
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_=row))
    take_over(session, outlet.name)
    return session.scalars(
        insert(models.Crawl)
        .values(outlet=outlet.name, arguments=arguments)
        .returning(models.Crawl.id)
    ).one()


def latest(session: Session, outlet: str) -> int:
    """The id of the outlet's latest crawl; 0 if there is none."""
    found = select(func.max(models.Crawl.id)).where(models.Crawl.outlet == outlet)
    return session.scalar(found) or 0


def finish(
    session: Session, crawl: int, reason: str, exit_code: int, stats: dict[str, Any]
) -> None:
    """Close a crawl's row and give back the leases that it did not come to."""
    outlet = session.scalars(
        update(models.Crawl)
        .where(models.Crawl.id == crawl)
        .values(finished_at=archive_now, finish_reason=reason, exit_code=exit_code, stats=stats)
        .returning(models.Crawl.outlet)
    ).one()
    session.execute(
        update(models.OutletRow).where(models.OutletRow.name == outlet).values(look_at=None)
    )
    give_back(session, outlet, crawl)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What is known of a source since it was last asked."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    children: list[Any] | None = None


def source_states(session: Session, outlet: str) -> dict[str, SourceState]:
    """The sources of an outlet that were asked before, by URL."""
    found = session.scalars(select(models.Source).where(models.Source.outlet == outlet))
    return {
        row.url: SourceState(**{n: getattr(row, n) for n in SourceState.__dataclass_fields__})
        for row in found
    }


def source_answered(
    session: Session,
    outlet: str,
    state: SourceState,
    result: str,
    complaint: str | None,
    *,
    has_new: bool = False,
) -> None:
    """Keep the validators of a source that answered, and whether it listed a link that was new."""
    told = {"answered_at": archive_now, "last_result": result, "complaint": complaint}
    new = {"new_at": archive_now} if has_new else {}
    _write_source(session, outlet, {**asdict(state), **told, **new})


def source_failed(session: Session, outlet: str, url: str, result: str) -> None:
    """A source did not answer: its validators stay, and it is asked again next time."""
    _write_source(session, outlet, {"url": url, "last_result": result})


def _write_source(session: Session, outlet: str, values: dict[str, Any]) -> None:
    values = {**values, "asked_at": archive_now}
    statement = upsert(models.Source).values(outlet=outlet, **values)
    by_url: list[Any] = ["outlet", text("md5(url)")]
    session.execute(statement.on_conflict_do_update(index_elements=by_url, set_=values))
