-- What analysts ask. Renewed as a whole with every migration; changes need a CHANGELOG line.
-- Columns are documented in docs/archive.md.

DROP VIEW IF EXISTS articles, revisions, images, removed_text, crawls, outlet_days CASCADE;

CREATE VIEW articles AS
SELECT a.id AS article_id,
       r.id AS revision_id,
       a.outlet,
       a.key,
       a.url,
       r.kind,
       r.headline,
       r.description,
       r.lead,
       r.authors,
       r.date_published,
       r.date_modified,
       r.section,
       r.keywords,
       r.language,
       r.is_free,
       r.body,
       r.word_count,
       r.images,
       (SELECT count(*) FROM revision n WHERE n.article_id = a.id) AS revision_count,
       a.first_seen_at,
       a.last_seen_at,
       r.fetched_at,
       a.gone_at
FROM article a
JOIN revision r ON r.id = a.revision_id;

CREATE VIEW revisions AS
SELECT a.id AS article_id,
       r.id AS revision_id,
       r.number,
       a.outlet,
       a.key,
       r.url,
       r.kind,
       r.headline,
       r.description,
       r.lead,
       r.authors,
       r.date_published,
       r.date_modified,
       r.section,
       r.keywords,
       r.language,
       r.is_free,
       r.body,
       r.word_count,
       r.images,
       r.fetched_at,
       r.recorded_at,
       r.cause
FROM revision r
JOIN article a ON a.id = r.article_id;

CREATE VIEW images AS
SELECT r.article_id,
       r.id AS revision_id,
       i.position::integer AS position,
       i.image ->> 'url' AS url,
       i.image ->> 'caption' AS caption,
       i.image ->> 'credit' AS credit
FROM revision r
CROSS JOIN LATERAL jsonb_array_elements(r.images) WITH ORDINALITY AS i (image, position);

CREATE VIEW removed_text AS
SELECT r.article_id,
       r.id AS revision_id,
       (x.removal ->> 'at')::integer AS at,
       x.removal ->> 'rule' AS rule,
       x.removal ->> 'kind' AS kind,
       x.removal ->> 'text' AS text
FROM revision r
CROSS JOIN LATERAL jsonb_array_elements(r.removed) AS x (removal);

CREATE VIEW crawls AS
SELECT id AS crawl_id, outlet, started_at, finished_at, finish_reason, exit_code, stats
FROM crawl;
