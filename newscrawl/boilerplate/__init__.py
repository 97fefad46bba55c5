"""What in a body is not journalism, and the one door through which it leaves."""

from newscrawl.boilerplate.clean import clean
from newscrawl.boilerplate.common import COMMON
from newscrawl.boilerplate.in_order import InOrder
from newscrawl.boilerplate.repeated import Repeated
from newscrawl.boilerplate.rules import After, Between, Field, Rule, Run, Says, Under

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
