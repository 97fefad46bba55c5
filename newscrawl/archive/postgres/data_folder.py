"""Find or make the folder of the archive's home that belongs to the Postgres at hand."""

import importlib.util
from pathlib import Path

from newscrawl.archive.postgres.account import account_for
from newscrawl.archive.postgres.binaries import find_binaries
from newscrawl.archive.postgres.cluster import Cluster
from newscrawl.config import make_home, names_in
from newscrawl.errors import ConfigError


def has_cluster(home: Path) -> bool:
    """Whether a database was ever made here; raises ``ConfigError`` where that cannot be seen."""
    folder = home / "postgres"
    majors = filter(str.isdecimal, names_in(folder))
    return any("data" in names_in(folder / major) for major in majors)


def cluster_in(home: Path, pg_bin: Path | None) -> Cluster:
    """The folder for the Postgres at hand, made if it is not there yet."""
    if importlib.util.find_spec("fcntl") is None:
        raise ConfigError(
            "the embedded Postgres runs on Linux and macOS only:"
            " set NEWSCRAWL_DATABASE_URL to a Postgres server"
        )
    binaries = find_binaries(pg_bin)
    folder = home / "postgres" / str(binaries.major)
    _refuse_another_major(folder)
    account = account_for(folder, binaries / "postgres")
    # An account that is not ours has to pass, though it need not look.
    make_home(home, 0o711 if account.is_other else 0o700)
    account.make_folder(folder.parent, mode=0o711)
    account.make_folder(folder, mode=0o700)
    account.require_way_to(folder)
    account.require_way_to(binaries.bin)
    return Cluster(folder=folder, binaries=binaries, account=account)


def _refuse_another_major(folder: Path) -> None:
    """Raise if the archive is another major version's: a new empty one must not hide it."""
    names_in(folder.parent)
    version = folder / "data" / "PG_VERSION"
    made_by = [version] if version.exists() else sorted(folder.parent.glob("*/data/PG_VERSION"))
    majors = [path.read_text().strip() for path in made_by]
    if majors and folder.name not in majors:
        raise ConfigError(
            f"the archive in {made_by[-1].parent} is of Postgres {majors[-1]}, and this is Postgres"
            f" {folder.name}: set NEWSCRAWL_PG_BIN to a Postgres {majors[-1]},"
            " or move the archive with db backup and db restore (docs/database.md)"
        )
