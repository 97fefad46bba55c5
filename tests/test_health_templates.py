"""Some of the template changes that ``bench/health.py`` makes by the hundred."""

from bench import broken_templates, harmless_templates
from bench.health import told

BROKEN = (*broken_templates.SEEN, *broken_templates.UNSEEN)
HARMLESS = (*harmless_templates.SEEN, *harmless_templates.UNSEEN)


def test_a_template_that_breaks_reading_alarms_in_the_same_run() -> None:
    missed = [each for each in told(BROKEN, len(BROKEN), 3, harmless=False) if not each.texts]

    assert len(missed) <= len(BROKEN) * 0.05, missed


def test_what_breaks_nothing_is_no_alarm() -> None:
    alarms = [each for each in told(HARMLESS, len(HARMLESS), 3, harmless=True) if each.texts]

    assert alarms == []
