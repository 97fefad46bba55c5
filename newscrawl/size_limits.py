"""How many bytes a page, a feed or a sitemap may have.

What is larger is refused by ``crawl/handler.py`` as it is sent, by ``crawl/capped_compression.py``,
``discover/unpack.py`` and ``snapshots/decoding.py`` while it is unpacked, and by
``screen/screen_page.py`` where it is kept already.
"""

#: Bytes of a page, unpacked, at most: ten megabytes is a hundred long articles.
LARGEST_PAGE = 10_000_000
#: Bytes of a feed or sitemap, unpacked, at most: what the sitemap protocol allows.
LARGEST_SOURCE = 50 * 1024 * 1024
