"""Is this page an article at all, and what is it if it is none?"""

from newscrawl.screen.outcome import HOME_PAGE, Outcome, Verdict
from newscrawl.screen.screen_page import screen

__all__ = ["HOME_PAGE", "Outcome", "Verdict", "screen"]
