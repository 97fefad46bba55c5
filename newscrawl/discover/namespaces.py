"""The namespaces of feeds and sitemaps, as far as they tell whose a link is."""

ATOM = "http://www.w3.org/2005/Atom"
#: Where an entry's own address may stand, beside the entry's own namespace.
OWN = frozenset(
    {"", ATOM, "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/"}
    | {f"http://{host}.netscape.com/rdf/simple/0.9/" for host in ("my", "channel")}
    | {"http://www.sitemaps.org/schemas/sitemap/0.9"}
)


def split(tag: str) -> tuple[str, str]:
    """Namespace and lower-case local name of a tag as the parser gives it."""
    namespace, _, name = tag.rpartition("}")
    return namespace.removeprefix("{"), name.rpartition(":")[2].lower()
