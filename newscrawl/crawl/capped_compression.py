"""Take off an answer's encodings, as the archive's readers do, and refuse what unpacks to too much.

``snapshots/decoding.py`` unpacks, and says what is a bomb.
"""

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Response, TextResponse
from scrapy.responsetypes import responsetypes

from newscrawl.crawl.refusals import Refused
from newscrawl.errors import BodyError
from newscrawl.page import WITH_CONTENT

#: Asked for: what every reader of WARC files can take off, pywb included, which cannot do zstd.
ACCEPTED_ENCODINGS = b"gzip, deflate, br"
#: What tells of which class a response is.
_TELLING = (b"Content-Type", b"Content-Disposition")


class CappedCompression(HttpCompressionMiddleware):
    """In place of Scrapy's decompression: that of the archive's readers, with names for refusals.

    What ends early, or does not keep to its sum, Scrapy would hand on as far as it came. The
    answer as it was before stands in ``response.meta["as_sent"]``, for the snapshot.
    """

    def process_request(  # type: ignore[override]  # Scrapy gives up the argument ``spider``
        self, request: Request
    ) -> None:
        request.headers.setdefault("Accept-Encoding", ACCEPTED_ENCODINGS)

    def process_response(  # type: ignore[override]  # Scrapy gives up the argument ``spider``
        self, request: Request, response: Response
    ) -> Response:
        request.meta["as_sent"] = response.status, response.headers, response.body
        named = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
        if not named or request.method == "HEAD":
            return response
        try:
            return _unpacked(response, named, request.meta.get("download_maxsize", self._max_size))
        except Refused as refusal:
            if response.status not in WITH_CONTENT:
                return response
            if self.stats is not None:
                self.stats.inc_value(f"crawl/refused/{refusal.reason}")
            raise


def _unpacked(response: Response, encodings: str, limit: int) -> Response:
    """The response without its encodings, of the class that fits it; raises ``Refused``."""
    try:
        # Not loaded before a crawl has its lock: one that is refused shall hear it at once.
        from newscrawl.snapshots.decoding import decompressed

        body = decompressed(response.body, encodings, limit)
    except BodyError as error:
        raise Refused(error.reason, f"{error}: {response.url}") from error
    if len(body) > limit:
        raise Refused("too_large", response.url)
    # With its encoding Scrapy would judge it by five thousand bytes of its body, one by one.
    telling = {name: value for name in _TELLING if (value := response.headers.get(name))}
    kind = responsetypes.from_args(headers=telling, url=response.url, body=body)
    # What was guessed of the packed bytes is no encoding of the text.
    guessed = {"encoding": None} if issubclass(kind, TextResponse) else {}
    unpacked = response.replace(cls=kind, body=body, **guessed)
    # To copy headers takes as long as all else that is done here.
    del unpacked.headers["Content-Encoding"]
    return unpacked
