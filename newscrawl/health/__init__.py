"""Judge an outlet by what its crawls counted, against what they counted before. Pure."""

from newscrawl.health.answering import of_answers
from newscrawl.health.article_quality import of_reading
from newscrawl.health.cleaning import is_stripped as is_stripped
from newscrawl.health.cleaning import of_cleaning
from newscrawl.health.finding_types import Finding as Finding
from newscrawl.health.finding_types import HealthInputs as HealthInputs
from newscrawl.health.finding_types import Look as Look
from newscrawl.health.finding_types import Stats as Stats
from newscrawl.health.freshness import of_freshness
from newscrawl.health.kept_in_part import of_further_pages


def findings(inputs: HealthInputs) -> list[Finding]:
    """What about an outlet needs a look."""
    of_pages = {
        (finding.check, finding.subject): finding
        for look in inputs.looks
        for finding in findings_of_pages(look.last, look.before)
    }
    of_file = [Finding(check="file", subject=inputs.outlet, text=inputs.fault)]
    return [
        *(of_file if inputs.fault else ()),
        *of_pages.values(),
        *of_further_pages(inputs),
        *of_freshness(inputs),
    ]


def findings_of_pages(last: Stats, before: Stats) -> list[Finding]:
    """What is wrong with the pages of the latest crawls; ``before`` sums the weeks before."""
    return [*of_answers(last, before), *of_reading(last, before), *of_cleaning(last, before)]
