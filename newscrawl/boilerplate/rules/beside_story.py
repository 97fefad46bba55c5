"""Rules for what the generic reader finds in the body's container and holds for no part of it."""

from newscrawl.article import BEFORE_MARK, BEHIND_MARK, LABEL_MARK, MENU_MARK
from newscrawl.boilerplate.rules.rule_types import Rule, Under

#: They come first: what stands around the story would tell the other rules wrong shares of text.
BESIDE_STORY: tuple[Rule, ...] = (
    Under("generic.before_story", BEFORE_MARK),
    Under("generic.behind_story", BEHIND_MARK),
    Under("generic.navigation", MENU_MARK),
)
#: It comes behind an outlet's own rules, which know labels by their company.
LABEL: tuple[Rule, ...] = (Under("generic.label", LABEL_MARK),)
