"""Run a command as a plain user inside a user namespace, for root: Postgres refuses to be root.

``python -I -S pg_userns.py UID GID COMMAND…``. Outside the namespace the process is still root's,
so it reaches root's folders, but without any of root's powers. Standard library only: it is run
as a script of its own, since a threaded process must not run Python between fork and exec.
"""

import ctypes
import os
import sys
from pathlib import Path

CLONE_NEWUSER = 0x10000000
#: Exit code when the machine allows no user namespace.
REFUSED = 125


def enter(uid: str, gid: str) -> None:
    """Leave for a new namespace where root's user and group bear these numbers."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER):
        raise OSError(ctypes.get_errno(), "no user namespace")
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} 0 1"), ("gid_map", f"{gid} 0 1")):
        Path("/proc/self", name).write_text(text)


if __name__ == "__main__":
    try:
        enter(sys.argv[1], sys.argv[2])
    except (OSError, AttributeError):
        sys.exit(REFUSED)
    os.execv(sys.argv[3], sys.argv[3:])
