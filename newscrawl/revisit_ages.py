"""How old an article is when it is looked at again, where its outlet says nothing else.

``archive/frontier/next_visit.py`` counts by them when that is.
"""

from datetime import timedelta

#: Edits come early, and seldom.
REVISITS = tuple(timedelta(hours=hours) for hours in (1, 6, 24, 3 * 24, 7 * 24, 30 * 24, 180 * 24))
