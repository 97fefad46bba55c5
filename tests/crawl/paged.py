"""An outlet whose articles go on on further pages, and the pages of one of three."""

OUTLET = """
from dataclasses import replace
from newscrawl.outlet import Layout
from newscrawl.outlets.moscow_times import OUTLET as SITE

LAYOUTS = (Layout("long-read", body=".chapter"), *SITE.layouts)
OUTLET = replace(SITE, name="harbor", sources=(), layouts=LAYOUTS, next_pages=".pager a")
"""
STORY = "/2026/08/29/race-of-wardrobes-a700"
SECOND, THIRD = f"{STORY}/2", f"{STORY}/3"


def says(number: int) -> str:
    return f"In chapter {number} the wardrobe leads the boats by two doors and a drawer."


def chapter(number: int, said: str = "", story: str = STORY) -> str:
    pager = f'<a href="{story}/{number + 1}">Next</a>' if number < 3 else ""
    return (
        f"<!DOCTYPE html><title>A race</title><h1>A race</h1><div class=chapter>"
        f"<p>{said or says(number)}</p></div><div class=pager>{pager}</div>"
    )
