"""Bytes of a feed, sitemap or section page, and the links they list."""
