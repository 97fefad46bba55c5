"""How many bytes a page, a feed or a sitemap may have."""

#: Bytes of a page, unpacked, at most: ten megabytes is a hundred long articles.
LARGEST_PAGE = 10_000_000
#: Bytes of a feed or sitemap, unpacked, at most: what the sitemap protocol allows.
LARGEST_SOURCE = 50 * 1024 * 1024
