"""The bundled example site that ``newscrawl demo`` serves and the tests crawl."""
