"""How outlets ask their readers for something, in the languages of the outlets.

By this a line that an outlet repeats is learned to be an appeal. Lines that are taken out of any
outlet's articles, seen once, are in ``boilerplate/common/``.
"""
