"""The ``newscrawl`` command: one small module per noun."""
