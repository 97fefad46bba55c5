"""Parts of Scrapy with a fault in them, for the crawls that load them."""

from collections.abc import AsyncIterator
from typing import Any


class FaultyPipeline:
    def process_item(self, item: object) -> object:
        raise RuntimeError("a fault of ours")


class FaultyStart:
    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        async for request in start:
            yield request
            raise RuntimeError("a fault of ours")


class FaultyOpening:
    def open_spider(self) -> None:
        raise RuntimeError("a fault of ours")
