"""The Postgres that newscrawl brings along and runs for this machine."""
