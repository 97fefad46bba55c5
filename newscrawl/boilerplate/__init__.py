"""What in a body is not journalism, and the one door through which it leaves."""

from newscrawl.boilerplate.clean import clean
from newscrawl.boilerplate.common.common_rules import COMMON
from newscrawl.boilerplate.rules.repeated_rule import Repeated
from newscrawl.boilerplate.rules.rule_types import After, Between, Field, Rule, Run, Says, Under
from newscrawl.boilerplate.rules.sequence_rule import InOrder

__all__ = [
    "COMMON",
    "After",
    "Between",
    "Field",
    "InOrder",
    "Repeated",
    "Rule",
    "Run",
    "Says",
    "Under",
    "clean",
]
