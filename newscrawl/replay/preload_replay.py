"""What the process that Dask's workers are forked from loads, once for all of them.

Imported there alone, by ``dask_client``. It has no threads and no connections.
"""

import gc
from contextlib import suppress
from importlib import import_module

from newscrawl.errors import NewscrawlError
from newscrawl.replay.read_again import read_by_all

for _name in ("distributed", "newscrawl.replay.import_files", "newscrawl.replay.replay_archive"):
    import_module(_name)
# What is wrong with them is told where they are asked for.
with suppress(NewscrawlError):
    read_by_all()
gc.freeze()
