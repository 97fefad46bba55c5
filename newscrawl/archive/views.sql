-- What analysts ask. Renewed as a whole with every migration; changes need a CHANGELOG line.
-- Columns are documented in docs/archive.md.

DROP VIEW IF EXISTS articles, revisions, images, removed_text, crawls, outlet_days, edits, deletions,
    duplicates, snapshots CASCADE;

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
       (SELECT count(*)
        FROM revision n
        LEFT JOIN revision p ON p.article_id = n.article_id AND p.number = n.number - 1
        WHERE n.article_id = a.id AND n.text_hash IS DISTINCT FROM p.text_hash) AS revision_count,
       a.first_seen_at,
       a.last_seen_at,
       r.fetched_at,
       a.gone_at
FROM article a
JOIN revision r ON r.id = a.revision_id;

-- A revision that says what the one before it says, since both were cleaned anew, is not shown.
CREATE VIEW revisions AS
SELECT a.id AS article_id,
       r.id AS revision_id,
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
       (SELECT count(*)
        FROM revision n
        LEFT JOIN revision p ON p.article_id = n.article_id AND p.number = n.number - 1
        WHERE n.article_id = a.id AND n.text_hash IS DISTINCT FROM p.text_hash) AS revision_count,
       a.first_seen_at,
       a.last_seen_at,
       r.fetched_at,
       a.gone_at,
       r.number,
       r.recorded_at,
       r.cause
FROM revision r
JOIN article a ON a.id = r.article_id
LEFT JOIN revision p ON p.article_id = r.article_id AND p.number = r.number - 1
WHERE r.text_hash IS DISTINCT FROM p.text_hash;

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

-- The bytes behind each revision; where the page had been kept before, those that it repeats.
CREATE VIEW snapshots AS
SELECT r.article_id,
       r.id AS revision_id,
       s.id AS snapshot_id,
       s.outlet,
       s.url,
       s.fetched_at,
       s.status,
       bytes.file,
       bytes."offset" AS file_offset,
       bytes.length AS file_length,
       bytes.digest
FROM revision r
JOIN snapshot s ON s.id = r.snapshot_id
JOIN snapshot bytes ON bytes.id = coalesce(s.same_as, s.id);

CREATE VIEW crawls AS
SELECT id AS crawl_id, outlet, started_at, finished_at, finish_reason, exit_code, stats
FROM crawl;

CREATE VIEW outlet_days AS
SELECT outlet,
       (listed_at AT TIME ZONE 'UTC')::date AS day,
       count(*) AS listed,
       count(*) FILTER (WHERE outcome = 'waiting') AS waiting,
       count(*) FILTER (WHERE outcome = 'stored') AS stored,
       count(*) FILTER (WHERE outcome = 'not_article') AS not_article,
       count(*) FILTER (WHERE outcome = 'refused') AS refused,
       count(*) FILTER (WHERE outcome = 'blocked') AS blocked,
       count(*) FILTER (WHERE outcome = 'failed') AS failed,
       count(*) FILTER (WHERE outcome = 'quarantined') AS quarantined,
       count(*) FILTER (WHERE outcome = 'gone') AS gone,
       count(*) FILTER (WHERE outcome = 'missing') AS missing,
       count(*) FILTER (WHERE outcome = 'offsite') AS offsite,
       count(*) FILTER (WHERE outcome = 'duplicate') AS duplicate
FROM link
GROUP BY outlet, day;

-- What outlets changed: one row for each revision that says something else than the one before it.
CREATE VIEW edits AS
SELECT a.id AS article_id,
       r.id AS revision_id,
       p.id AS previous_revision_id,
       a.outlet,
       a.key,
       a.url,
       r.fetched_at,
       r.recorded_at,
       coalesce((r.changes ->> 'is_silent')::boolean, false) AS is_silent,
       r.changes -> 'headline' ->> 0 AS headline_before,
       r.changes -> 'headline' ->> 1 AS headline_after,
       r.changes ? 'authors' AS authors_changed,
       r.changes ? 'date_published' AS date_published_changed,
       coalesce(jsonb_array_length(r.changes -> 'added'), 0) AS paragraphs_added,
       coalesce(jsonb_array_length(r.changes -> 'removed'), 0) AS paragraphs_removed,
       coalesce(jsonb_array_length(r.changes -> 'changed'), 0) AS paragraphs_changed,
       r.word_count - p.word_count AS words_added,
       coalesce(jsonb_array_length(r.changes -> 'numbers'), 0) AS numbers_changed,
       ARRAY(SELECT jsonb_array_elements_text(r.changes -> 'quotes_removed')) AS quotes_removed,
       r.changes ->> 'correction' AS correction,
       r.changes
FROM revision r
JOIN article a ON a.id = r.article_id
JOIN LATERAL (
    SELECT id, word_count FROM revision
    WHERE article_id = r.article_id AND number < r.number ORDER BY number DESC LIMIT 1) AS p ON true
WHERE r.changes IS NOT NULL;

CREATE VIEW deletions AS
SELECT a.id AS article_id,
       a.outlet,
       a.key,
       a.url,
       r.headline,
       d.missing_since,
       d.gone_at,
       d.evidence,
       d.back_at
FROM deletion d
JOIN article a ON a.id = d.article_id
JOIN revision r ON r.id = a.revision_id;

-- Articles that say nearly the same, by cluster; ``via`` only where a credit says how they came to.
CREATE VIEW duplicates AS
SELECT d.cluster,
       a.id AS article_id,
       r.id AS revision_id,
       a.outlet,
       a.key,
       a.url,
       r.headline,
       d.similarity,
       a.first_seen_at,
       d.article_id = d.cluster AS is_first,
       CASE
           WHEN credit.line ~ ('\m(AFP|Agence France-Presse|Reuters|AP|Associated Press|UPI|PA Media'
                '|dpa|Deutsche Presse-Agentur|epd|KNA|APA|Keystone-SDA|EFE|Europa Press|ANSA|Lusa'
                '|Belga|ANP|NTB|Ritzau|BNS|LETA|ELTA|PAP|ČTK|TASR|MTI|BTA|Agerpres|HINA|FENA|Tanjug'
                '|TASS|Interfax|RIA Novosti|Ukrinform|UNIAN|BelTA|BelaPAN|Kazinform|Anadolu|Xinhua'
                '|Kyodo|Yonhap|PTI|АФП|Рейтер|ТАСС|Интерфакс|РИА Новости|Укринформ|Укрінформ|УНИАН'
                '|УНІАН|Інтерфакс|БелТА|БелаПАН)\M') THEN 'wire'
           WHEN EXISTS (
               SELECT FROM outlet o
               WHERE o.name <> a.outlet AND o.language <> coalesce(r.language, own.language)
                 AND credit.line ~* ('\m' || regexp_replace(o.title, '(\W)', '\\\1', 'g') || '\M')
               ) THEN 'translation'
       END AS via
FROM duplicate d
JOIN article a ON a.id = d.article_id
JOIN outlet own ON own.name = a.outlet
JOIN revision r ON r.id = a.revision_id
CROSS JOIN LATERAL (
    SELECT array_to_string(r.credits || r.authors || r.republished_from, E'\n') AS line) AS credit;

-- The archive as it was recorded by then, as it is read today.
CREATE OR REPLACE FUNCTION articles_as_of(moment timestamptz) RETURNS SETOF articles
LANGUAGE sql STABLE AS $$
SELECT a.id, r.id, a.outlet, a.key, r.url, r.kind, r.headline, r.description, r.lead, r.authors,
       r.date_published, r.date_modified, r.section, r.keywords, r.language, r.is_free, r.body,
       r.word_count, r.images,
       (SELECT count(*)
        FROM revision n
        LEFT JOIN revision p ON p.article_id = n.article_id AND p.number = n.number - 1
        WHERE n.article_id = a.id AND n.recorded_at <= moment
          AND n.text_hash IS DISTINCT FROM p.text_hash),
       a.first_seen_at, least(a.last_seen_at, moment), r.fetched_at,
       (SELECT d.gone_at FROM deletion d
        WHERE d.article_id = a.id AND d.gone_at <= moment
          AND (d.back_at IS NULL OR d.back_at > moment) ORDER BY d.gone_at DESC LIMIT 1)
FROM article a
JOIN LATERAL (
    SELECT * FROM revision
    WHERE article_id = a.id AND recorded_at <= moment ORDER BY number DESC LIMIT 1) AS r ON true
$$;
