"""``newscrawl replay FILE…``: import WARC files that others wrote."""

from collections import Counter
from collections.abc import Sequence

from newscrawl.archive.database.sessions import upgraded
from newscrawl.cli.output import bar, one_line, print_json, print_text, say
from newscrawl.cli.pool_options import PoolOptions
from newscrawl.config import Config
from newscrawl.exit_code import ExitCode
from newscrawl.outlets import load_outlet, load_outlets
from newscrawl.replay.capture_choice import chooser
from newscrawl.replay.import_files import import_by
from newscrawl.replay.processes import OpenArchive
from newscrawl.replay.warc_sources import files_named, total_size

#: What comes first in the count, and how it is said.
_SAID = {
    "stored": "captures stored",
    "known": "known already",
    "unwanted": "of no outlet's articles",
    "damaged": "damaged",
    "truncated": "truncated: cut off before their end, or one of several segments",
    "too_large": "too large to be a page",
    "headers": "without an address or a time in their headers",
    "future": "from a time that is yet to come",
    "packed_together": "packed together with others, without a place of their own",
    "unknown_type": "of an unknown type",
    "revisit_without_page": "revisit_without_page: of pages that are not in the archive",
    "parts_missing": "parts_missing: pages without their posts, which the archive has",
    "unstorable": "unstorable: refused by the database",
}


def import_named(
    names: Sequence[str], outlet: str | None, is_any: bool, pool: PoolOptions, is_json: bool
) -> int:
    """Import the files, into an archive that is made if there is none."""
    files = files_named(names)
    chosen = chooser(
        load_outlets().values(),
        outlet if is_any or not outlet else load_outlet(outlet).name,
        is_any,
    )
    config = Config.from_env()
    counts, faults = Counter[str](), list[str]()
    with pool.opened() as open_pool, upgraded(config, say) as sessions:
        archive = OpenArchive(sessions=sessions, home=config.home)
        with open_pool(archive) as workers, bar("captures", lambda: total_size(files)) as tell:
            for one in import_by(workers, files, chosen, tell):
                counts += one.counts
                faults += one.files
    if is_json:
        print_json({"files": len(files), "counts": dict(sorted(counts.items())), "faults": faults})
    else:
        _print(counts, faults)
    return ExitCode.FAULT if faults else ExitCode.COMPLETE


def _print(counts: Counter[str], faults: Sequence[str]) -> None:
    for name, said in _SAID.items():
        if counts[name] or name == "stored":
            print_text(f"{counts[name]} {said}")
    for name, count in sorted(counts.items()):
        if name not in _SAID:
            print_text(f"{count} {name}")
    for fault in faults:
        print_text(f"cannot be read: {one_line(fault)}")
