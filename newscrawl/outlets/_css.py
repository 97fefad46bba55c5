"""Selectors that outlets build rather than write."""


def outermost(selector: str) -> str:
    """What the selector finds, without what lies inside another of its finds.

    For prefixes of hashed class names: an element's children often share its prefix.
    """
    return f"{selector}:not({selector} *)"
