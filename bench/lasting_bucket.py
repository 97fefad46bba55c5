"""A server of object storage for trials, whose files outlive its own death.

``python bench/lasting_bucket.py PORT FILE``: moto's S3 server, which writes what it is given to
FILE before it answers, and begins with what stands there.
"""

import base64
import json
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit


def remembered(app, record: Path) -> None:
    """Give the server again what it was given before, while nobody can ask it yet."""
    from werkzeug.test import Client

    client = Client(app)
    for line in record.read_text().splitlines() if record.exists() else ():
        try:
            asked = json.loads(line)
        except ValueError:
            # It died while it wrote this: nobody was told that it had it.
            continue
        if asked["method"] in ("GET", "HEAD"):
            continue
        body = base64.b64decode(asked["body"]) if asked["body_encoded"] else asked["body"]
        place = urlsplit(asked["url"])
        client.open(
            f"{place.path}?{place.query}",
            base_url=f"{place.scheme}://{place.netloc}",
            method=asked["method"],
            headers=asked["headers"],
            data=body,
        )


def main() -> None:
    port, record = int(sys.argv[1]), Path(sys.argv[2])
    os.environ["MOTO_RECORDER_FILEPATH"] = str(record)
    from moto.moto_api import recorder
    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import run_simple

    app = DomainDispatcherApplication(create_backend_app)
    remembered(app, record)
    recorder.start_recording()
    run_simple("127.0.0.1", port, app, threaded=True)


if __name__ == "__main__":
    main()
