"""Whether a disk is full. What Postgres says of its own is in ``archive/database/sqlstate.py``."""

import errno

#: The file system has no room, or an account has used up its own.
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def is_disk_full(error: BaseException) -> bool:
    return isinstance(error, OSError) and error.errno in _NO_ROOM
