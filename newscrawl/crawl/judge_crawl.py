"""Judge the outlet at the end of a crawl: what broke is heard of in the same run."""

import logging
from collections.abc import Mapping
from typing import Any

from newscrawl.crawl.archive_access import ArchiveAccess
from newscrawl.exit_code import ExitCode, with_findings
from newscrawl.health import findings

logger = logging.getLogger(__name__)

#: Crawls that ended otherwise did not see enough to judge.
_JUDGED = (ExitCode.COMPLETE, ExitCode.INCOMPLETE, ExitCode.BLOCKED)


def judged(access: ArchiveAccess, code: ExitCode, stats: Mapping[str, Any]) -> ExitCode:
    """The code of a crawl, once its stats were held against the outlet's own weeks before.

    What needs a look is said, a line for each finding.
    """
    if code not in _JUDGED:
        return code
    found = findings(access.health_inputs(stats))
    for finding in found:
        logger.warning("needs a look (%s): %s", finding.check, finding.text)
    return with_findings(code, bool(found))
