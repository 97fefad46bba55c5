"""Decide which account runs the embedded Postgres, and run its programs so."""

import contextlib
import os
import stat
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newscrawl.errors import ConfigError

with contextlib.suppress(ImportError):  # Windows has none; Server.start says so
    import pwd

LAUNCHER = Path(__file__).with_name("user_namespace.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who runs the server and owns its folders."""

    uid: int
    gid: int
    #: Words before each command: what brings root into a user namespace.
    launcher: tuple[str, ...] = ()

    @property
    def is_other(self) -> bool:
        """Whether it is not the account of this process (which is root then)."""
        return self.uid != os.geteuid()

    def run(
        self, command: Sequence[str | Path], folder: Path, pass_fds: Sequence[int] = ()
    ) -> subprocess.CompletedProcess[str]:
        """Run a program in a folder to its end, with its output kept and in English."""
        return subprocess.run(
            [*self.launcher, *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            cwd=folder,
            env=_environment(),
            pass_fds=pass_fds,
            user=self.uid if self.is_other else None,
            group=self.gid if self.is_other else None,
            extra_groups=[] if self.is_other else None,
        )

    def make_folder(self, folder: Path, mode: int) -> None:
        """Make one folder that this account owns; an existing one is left as it is."""
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=mode)
            folder.chmod(mode)
            if self.is_other:
                os.chown(folder, self.uid, self.gid, follow_symlinks=False)

    def open_file(self, path: Path) -> int:
        """A descriptor of a file that this account owns, made if there is none."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        if self.is_other:
            os.fchown(descriptor, self.uid, self.gid)
        return descriptor

    def require_way_to(self, path: Path) -> None:
        """Raise ``ConfigError`` if another account than ours is shut out of a folder."""
        if not self.is_other:
            return
        for folder in (path, *path.parents):
            if not _may_enter(folder.stat(), self):
                raise ConfigError(
                    f"Postgres does not run as root, and the account {name_of(self.uid)} may not"
                    f" enter {folder}: set NEWSCRAWL_HOME to a folder like /var/lib/newscrawl,"
                    " or set NEWSCRAWL_DATABASE_URL"
                )


def account_for(folder: Path, program: Path) -> Account:
    """Who runs a server on this folder: this account, or for root the folder's owner.

    On root's own folder it is root inside a user namespace, or ``nobody`` where the machine
    allows no namespaces. ``program`` is any harmless program of the server, to try that out.
    """
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid())
    owner = _nearest(folder).stat()
    if owner.st_uid != 0:
        return Account(uid=owner.st_uid, gid=owner.st_gid)
    nobody = pwd.getpwnam("nobody")
    words = (sys.executable, "-I", "-S", str(LAUNCHER), str(nobody.pw_uid), str(nobody.pw_gid))
    in_namespace = Account(uid=0, gid=0, launcher=words)
    if in_namespace.run([program, "--version"], Path("/")).returncode == 0:
        return in_namespace
    return Account(uid=nobody.pw_uid, gid=nobody.pw_gid)


def name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _environment() -> dict[str, str]:
    """Ours without what would steer Postgres (``PGPORT``, ``PGDATA``) or translate its errors."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**ours, "LC_ALL": "C"}


def _nearest(folder: Path) -> Path:
    """The folder itself, or the closest one above it that exists."""
    return next(place for place in (folder, *folder.parents) if place.exists())


def _may_enter(found: os.stat_result, account: Account) -> bool:
    if found.st_uid == account.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == account.gid:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)
