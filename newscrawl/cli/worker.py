"""``newscrawl worker``: do what is due, beside others, on as many machines as there are."""

import time
from contextlib import suppress
from pathlib import Path

import click

from newscrawl.archive.database.backup import libpq_url
from newscrawl.archive.database.engine import address
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.database.sessions import UNWATCHED_WAIT, upgraded
from newscrawl.cli.crawl_due import due_now
from newscrawl.cli.output import one_line, say
from newscrawl.cli.own_process import own_command, parent_environ
from newscrawl.config import Config, require_writable
from newscrawl.errors import Busy, ConfigError, NewscrawlError, UsageError
from newscrawl.notify import require_address
from newscrawl.snapshots.verify import warc_files

#: Seconds after which a file to which nobody has written is nobody's.
_LEFT = 60


@click.command()
@click.argument("args", nargs=-1, type=click.UNPROCESSED, metavar="[-- ARGS]")
@click.option(
    "--queue",
    "named",
    metavar="NAME,…",
    help="Work on these queues: crawl, learn, replay. Default: the first two.",
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=2, metavar="N", help="Run up to N jobs at a time."
)
def worker(args: tuple[str, ...], named: str | None, jobs: int) -> int:
    """Crawl what is due, alongside other workers on the same archive, until stopped.

    Every minute one worker finds out which outlets are due, and each worker takes as many of them
    as it may crawl at once. Every crawl is a `crawl-due` of its own, with the same locks and exit
    codes. The queue learn looks for boilerplate once a day and checks health once an hour. The
    queue replay re-reads, once a day, pages that an earlier newscrawl read. Where
    NEWSCRAWL_SNAPSHOTS is set, a worker also uploads the files that killed crawls left on its
    machine. ARGS after -- go to every crawl.
    """
    try:
        from newscrawl.workers.job_queue import QUEUES, WorkerPlan
        from newscrawl.workers.worker_run import work
    except ModuleNotFoundError as error:
        raise ConfigError("worker needs Procrastinate: pip install 'newscrawl[workers]'") from error
    if args and not args[0].startswith("-"):
        raise UsageError("worker takes no outlets: it crawls all that were crawled before")
    queues = named.split(",") if named else [name for name, is_usual in QUEUES.items() if is_usual]
    for name in queues:
        if name not in QUEUES:
            raise UsageError(f"there is no queue {name}: {', '.join(QUEUES)}")
    config = Config.from_env()
    require_writable(config.home)
    if config.notify:
        require_address(config.notify, config.smtp, config.mail_from)
    with upgraded(config, say, UNWATCHED_WAIT) as sessions:
        plan = WorkerPlan(
            url=libpq_url(address(sessions)),
            queues=queues,
            jobs=jobs,
            command=own_command(),
            environ=parent_environ(),
            passed=args,
            due=lambda: due_now(sessions, args),
            is_telling=config.notify is not None,
            left=lambda: _left(config, address(sessions)),
        )
        return work(plan)


def _left(config: Config, url: str) -> list[str]:
    """Outlets of which files wait for object storage that no crawl writes to: one was killed.

    Only this machine can put them away, and who crawls the outlet next may be another.
    """
    if config.snapshots is None or config.keep_local:
        return []
    until = time.time() - _LEFT
    try:
        files = [file for file in warc_files(config.home) if _is_old(config.home / file, until)]
        return [
            name for name in sorted({file.split("/")[1] for file in files}) if _is_free(url, name)
        ]
    except (NewscrawlError, OSError) as error:
        # It may be mended while the worker works: the next look tells.
        say(one_line(f"newscrawl: worker: {error}"))
    return []


def _is_old(path: Path, until: float) -> bool:
    # A crawl that ends puts its own away.
    with suppress(FileNotFoundError):
        return path.stat().st_mtime < until
    return False


def _is_free(url: str, outlet: str) -> bool:
    """Whether no crawl has the outlet: one that meets nothing new writes nothing for long."""
    try:
        with OutletLock(url, outlet):
            return True
    except Busy:
        return False
