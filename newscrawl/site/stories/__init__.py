"""The invented stories that the example sites print."""

from newscrawl.site.stories.autumn import AUTUMN
from newscrawl.site.stories.features import FEATURES
from newscrawl.site.stories.other_kinds import OTHER_KINDS
from newscrawl.site.stories.russian import RUSSIAN_STORIES
from newscrawl.site.stories.spring import SPRING
from newscrawl.site.stories.summer import SUMMER

ENGLISH_STORIES = (*SPRING, *SUMMER, *AUTUMN, *FEATURES, *OTHER_KINDS)

__all__ = ["ENGLISH_STORIES", "RUSSIAN_STORIES"]
