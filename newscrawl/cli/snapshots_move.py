"""``newscrawl snapshots move``: WARC files to object storage, and back."""

from collections.abc import Iterator

import click

from newscrawl.archive.database.engine import address
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.database.sessions import writing
from newscrawl.cli.options import outlet_option
from newscrawl.cli.output import print_text, say
from newscrawl.config import WARC, Config, names_in, require_writable
from newscrawl.errors import Busy, SnapshotError, UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.snapshots import ObjectStore, bring_back, put_away, store_of


@click.command()
@click.option("--back", "is_back", is_flag=True, help="Move them back into NEWSCRAWL_HOME.")
@outlet_option("Only files of this outlet.")
@click.option(
    "--keep-local", "--keep", "keeps", is_flag=True, help="Leave them where they were as well."
)
def move(is_back: bool, outlet: str | None, keeps: bool) -> int:
    """Move kept pages to the object storage that NEWSCRAWL_SNAPSHOTS names, or back.

    A file goes from where it was once all its bytes were read at the other place and were the
    same. What was interrupted goes on where it ended. Outlets that are being crawled are left out,
    which counts as 75.
    """
    config = Config.from_env()
    store = store_of(config.home)
    if store is None:
        raise UsageError("there is nowhere to move them: set NEWSCRAWL_SNAPSHOTS")
    require_writable(config.home)
    work = bring_back if is_back else put_away
    keeps = keeps or (config.keep_local and not is_back)
    code, files, size = ExitCode.COMPLETE, 0, 0
    with writing(config, say) as sessions:
        for name in _outlets(config, store, is_back, outlet):
            try:
                with OutletLock(address(sessions), name):
                    for moved in work(config.home, store, name, keeps):
                        files, size = files + 1, size + moved.bytes
            except Busy:
                say(f"newscrawl: {name} is being crawled: its files are left where they are")
                code = code or ExitCode.BUSY
            except SnapshotError as error:
                say(f"newscrawl: {error}")
                code = ExitCode.FAULT
    place = config.home if is_back else store.address
    print_text(f"{files} files, {size / 1e6:,.1f} MB moved to {place}")
    return code


def _outlets(
    config: Config, store: ObjectStore, is_back: bool, wanted: str | None
) -> Iterator[str]:
    """Those that have files at the place that is to be emptied."""
    put = {file.split("/")[1] for file in store.files(wanted)} if is_back else set()
    for name in sorted(put) if is_back else names_in(config.home / WARC):
        if wanted in (None, name):
            yield name
