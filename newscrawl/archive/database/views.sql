-- What analysts ask. Renewed as a whole whenever it changes; changes need a CHANGELOG line.
-- Columns are documented in docs/archive.md.

DROP VIEW IF EXISTS articles, revisions, images, removed_text, crawls, outlet_days, edits, deletions,
    duplicates, snapshots, recorded, links, visits,
    outlets, sources, hosts, crawl_arguments, gaps, quarantined, learned_rules, readings,
    kept_pages, entries, entry_revisions CASCADE;

-- The blocks of a revision with their texts: all, or those of the wanted indexes. What stands in the
-- body has its place there in place of its text: see stored_blocks.py.
CREATE OR REPLACE FUNCTION block_texts(blocks jsonb, body text, wanted integer[] DEFAULT NULL)
RETURNS TABLE (place bigint, block jsonb, said text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH whole AS MATERIALIZED (SELECT convert_to(body, 'UTF8') AS bytes)
SELECT b.place, b.block, coalesce(b.block ->> 'text', convert_from(substring(
           whole.bytes, (b.block ->> 'start')::integer + 1, (b.block ->> 'bytes')::integer), 'UTF8'))
FROM whole, jsonb_array_elements(blocks) WITH ORDINALITY AS b (block, place)
WHERE wanted IS NULL OR b.place - 1 = ANY (wanted)
$$;

CREATE VIEW articles AS
SELECT a.id AS article_id, r.id AS revision_id, a.outlet, a.key, a.url, r.kind, r.headline,
       r.description, r.lead, r.authors, r.date_published, r.date_modified, r.section, r.keywords,
       r.language, r.is_free, r.body, r.word_count, r.images,
       (SELECT count(*)
        FROM revision n
        LEFT JOIN revision p ON p.article_id = n.article_id AND p.number = n.number - 1
        WHERE n.article_id = a.id AND n.text_hash IS DISTINCT FROM p.text_hash) AS revision_count,
       a.first_seen_at, a.last_seen_at, r.fetched_at, a.gone_at
FROM article a
JOIN revision r ON r.id = a.revision_id;

-- A revision that says what the one before it says, since both were cleaned anew, is not shown.
CREATE VIEW revisions AS
SELECT a.id AS article_id, r.id AS revision_id, a.outlet, a.key, r.url, r.kind, r.headline,
       r.description, r.lead, r.authors, r.date_published, r.date_modified, r.section, r.keywords,
       r.language, r.is_free, r.body, r.word_count, r.images,
       (SELECT count(*)
        FROM revision n
        LEFT JOIN revision p ON p.article_id = n.article_id AND p.number = n.number - 1
        WHERE n.article_id = a.id AND n.text_hash IS DISTINCT FROM p.text_hash) AS revision_count,
       a.first_seen_at, a.last_seen_at, r.fetched_at, a.gone_at, r.number, r.recorded_at, r.cause
FROM revision r
JOIN article a ON a.id = r.article_id
LEFT JOIN revision p ON p.article_id = r.article_id AND p.number = r.number - 1
WHERE r.text_hash IS DISTINCT FROM p.text_hash;

CREATE VIEW images AS
SELECT r.article_id, r.id AS revision_id,
       i.position::integer AS position,
       i.image ->> 'url' AS url, i.image ->> 'caption' AS caption, i.image ->> 'credit' AS credit
FROM revision r
CROSS JOIN LATERAL jsonb_array_elements(r.images) WITH ORDINALITY AS i (image, position);

CREATE VIEW removed_text AS
SELECT r.article_id, r.id AS revision_id,
       (x.removal ->> 'at')::integer AS at,
       x.removal ->> 'rule' AS rule, x.removal ->> 'kind' AS kind, x.removal ->> 'text' AS text
FROM revision r
CROSS JOIN LATERAL jsonb_array_elements(r.removed) AS x (removal);

-- The bytes behind each revision; where the page had been kept before, those that it repeats.
CREATE VIEW snapshots AS
SELECT r.article_id, r.id AS revision_id, s.id AS snapshot_id, s.outlet, s.url, s.fetched_at,
       s.status, bytes.file, bytes."offset" AS file_offset, bytes.length AS file_length,
       bytes.digest
FROM revision r
JOIN snapshot s ON s.id = r.snapshot_id
JOIN snapshot bytes ON bytes.id = coalesce(s.same_as, s.id);

-- What an entry of a live blog said, from one revision of its article to another. It was seen last
-- with the last capture before the revision behind those; where there is none, with the article.
CREATE VIEW entry_revisions AS
SELECT a.id AS article_id, r.id AS revision_id, a.outlet, a.key, e.key AS entry_key,
       coalesce(e.url, a.url) AS url,
       e.position::integer AS position,
       e.headline, e.authors, e.date_published, e.date_modified,
       coalesce((SELECT string_agg(b.said, E'\n\n' ORDER BY b.place)
                 FROM block_texts(r.blocks, r.body, e.blocks) AS b), '') AS body,
       e.word_count,
       CASE WHEN e.next_revision_id IS NOT NULL THEN
                greatest((SELECT max(greatest(n.fetched_at, n.met_at)) FROM revision n
                          WHERE n.article_id = a.id
                            AND n.number >= l.number AND n.number < behind.number),
                         (SELECT max(s.fetched_at) FROM snapshot s
                          WHERE s.article_id = a.id AND s.fetched_at < behind.fetched_at))
            WHEN a.other_seen > 0 THEN greatest(l.fetched_at, a.met_at)
            ELSE a.last_seen_at END AS last_seen_at,
       r.fetched_at, gone.fetched_at AS gone_at,
       e.next_revision_id IS NULL AS is_shown,
       e.number, r.recorded_at, e.cause
FROM live_entry e
JOIN article a ON a.id = e.article_id
JOIN revision r ON r.id = e.revision_id
JOIN revision l ON l.id = e.last_revision_id
LEFT JOIN revision behind ON behind.id = e.next_revision_id
LEFT JOIN revision gone ON gone.id = e.gone_revision_id;

CREATE VIEW entries AS
SELECT e.article_id, e.revision_id, e.outlet, e.key, e.entry_key, e.url, e.position, e.headline,
       e.authors, e.date_published, e.date_modified, e.body, e.word_count,
       e.number AS revision_count,
       (SELECT f.fetched_at FROM live_entry one JOIN revision f ON f.id = one.revision_id
        WHERE one.article_id = e.article_id AND one.key = e.entry_key AND one.number = 1)
           AS first_seen_at,
       e.last_seen_at, e.fetched_at, e.gone_at, e.is_shown
FROM entry_revisions e
WHERE NOT EXISTS (
    SELECT FROM live_entry later
    WHERE later.article_id = e.article_id AND later.key = e.entry_key AND later.number > e.number);

CREATE VIEW crawls AS
SELECT id AS crawl_id, outlet, started_at, finished_at, finish_reason, exit_code, stats
FROM crawl;

-- The frontier, and the ledger: every address that was ever listed, with one outcome.
CREATE VIEW links AS
SELECT id AS link_id, outlet, key, url, listed_by, listed_in, listed_at, claimed_at, outcome, reason,
       last_result, attempts, failing_since, visited_at, next_visit_at, robots, lease AS crawl_id
FROM link;

CREATE VIEW visits AS
SELECT v.id AS visit_id, v.link_id, l.outlet, l.key, l.url, v.visited_at, v.crawl_id, v.status,
       v.outcome, v.reason, v.error, v.stored, v.snapshot_id
FROM visit v
JOIN link l ON l.id = v.link_id;

-- From here to ``kept_pages``: what the commands that read print, for whoever may read views alone.
CREATE VIEW outlets AS
SELECT name AS outlet, title, home, language, timezone,
       (SELECT count(*) FROM article WHERE article.outlet = o.name) AS articles
FROM outlet o;

CREATE VIEW sources AS
SELECT outlet, url, asked_at, answered_at, new_at, last_result, complaint
FROM source;

CREATE VIEW hosts AS
SELECT name AS host, delay, blocked_until, reason, failures, robots_status, robots_at
FROM host;

CREATE VIEW crawl_arguments AS
SELECT id AS crawl_id, outlet, arguments
FROM crawl;

CREATE VIEW gaps AS
SELECT outlet, source, begins_at, ends_at, found_at, filled_at
FROM gap;

-- A row is open as long as it is the last word on its link.
CREATE VIEW quarantined AS
SELECT q.id AS quarantine_id, q.outlet, q.key, q.url, q.reason, q.error, q.happened_at, q.crawl_id,
       q.snapshot_id,
       CASE WHEN q.settlement IS NOT NULL THEN q.settlement
            WHEN EXISTS (SELECT FROM quarantine AS later WHERE later.outlet = q.outlet
                         AND later.key = q.key AND later.id > q.id) THEN 'met again'
            WHEN l.last_result LIKE 'quarantined%' THEN 'open'
            ELSE 'visited since' END AS state,
       q.settled_at, l.outcome
FROM quarantine q
LEFT JOIN link l ON l.outlet = q.outlet AND l.key = q.key;

CREATE VIEW learned_rules AS
SELECT outlet, name, wordings, prints, state, decided_by, decided_at, learned_at, evidence
FROM rule;

CREATE VIEW readings AS
SELECT id AS revision_id, article_id, cause, snapshot_id, layout, kicker, date_source, date_raw,
       is_sponsored, credits, opinion_disclaimer, legal_label, republished_from, related,
       (SELECT coalesce(jsonb_agg(b.block - '{start,bytes}'::text[] || jsonb_build_object('text', b.said)
                                  ORDER BY b.place), '[]')
        FROM block_texts(blocks, body) AS b) AS blocks,
       removed, entries, has_more_entries
FROM revision;

CREATE VIEW kept_pages AS
SELECT id AS snapshot_id, outlet, kind, url, fetched_at, status, file, "offset" AS file_offset,
       length AS file_length, digest, part_of, same_as
FROM snapshot;

-- The links of one outlet by day, both days included: the one that it claims for an article, in its
-- own zone; else that of its listing. ``outlet_days`` cannot ask the index for few days, this can.
CREATE OR REPLACE FUNCTION outlet_days_between(name text, since date, until date) RETURNS TABLE (
    outlet text, day date, listed bigint, in_feeds bigint, in_sitemaps bigint, in_sections bigint,
    in_text bigint, waiting bigint, stored bigint, not_article bigint, refused bigint,
    blocked bigint, failed bigint, quarantined bigint, gone bigint, missing bigint, offsite bigint,
    duplicate bigint, not_stored bigint
) LANGUAGE sql STABLE AS $$
SELECT l.outlet,
       (coalesce(l.claimed_at, l.listed_at) AT TIME ZONE o.timezone)::date AS day,
       count(*) AS listed,
       count(*) FILTER (WHERE 'feed' = ANY (listed_in)) AS in_feeds,
       count(*) FILTER (WHERE 'sitemap' = ANY (listed_in)) AS in_sitemaps,
       count(*) FILTER (WHERE 'section' = ANY (listed_in)) AS in_sections,
       count(*) FILTER (WHERE 'text' = ANY (listed_in)) AS in_text,
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
       count(*) FILTER (WHERE outcome = 'duplicate') AS duplicate,
       count(*) FILTER (WHERE outcome NOT IN ('stored', 'gone', 'not_article', 'offsite', 'duplicate'))
           AS not_stored
FROM outlets o
JOIN links l ON l.outlet = o.outlet
WHERE o.outlet = outlet_days_between.name
  AND coalesce(l.claimed_at, l.listed_at) >= since::timestamp AT TIME ZONE o.timezone
  AND coalesce(l.claimed_at, l.listed_at) < (until + 1)::timestamp AT TIME ZONE o.timezone
GROUP BY l.outlet, 2
$$;

CREATE VIEW outlet_days AS
SELECT d.*
FROM outlets o, outlet_days_between(o.outlet, '-infinity', 'infinity') d;

-- What outlets changed: one row for each revision that says something else than the one before it.
CREATE VIEW edits AS
SELECT a.id AS article_id, r.id AS revision_id, p.id AS previous_revision_id, a.outlet, a.key,
       a.url, r.fetched_at, r.recorded_at,
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
       r.changes ->> 'correction' AS correction, r.changes,
       (SELECT count(*) FROM live_entry e
        WHERE e.article_id = r.article_id AND r.id IN (e.revision_id, e.gone_revision_id))
           AS entries_changed
FROM revision r
JOIN article a ON a.id = r.article_id
JOIN LATERAL (
    SELECT n.id, n.word_count
    FROM revision n
    LEFT JOIN revision b ON b.article_id = n.article_id AND b.number = n.number - 1
    WHERE n.article_id = r.article_id AND n.number < r.number
      AND n.text_hash IS DISTINCT FROM b.text_hash
    ORDER BY n.number DESC LIMIT 1) AS p ON true
WHERE r.changes IS NOT NULL;

CREATE VIEW deletions AS
SELECT a.id AS article_id, a.outlet, a.key, a.url, r.headline, d.missing_since, d.gone_at,
       d.evidence, d.back_at
FROM deletion d
JOIN article a ON a.id = d.article_id
JOIN revision r ON r.id = a.revision_id;

-- Articles that say nearly the same, by cluster; ``via`` only where a credit says how they came to.
CREATE VIEW duplicates AS
SELECT d.cluster, a.id AS article_id, r.id AS revision_id, a.outlet, a.key, a.url, r.headline,
       d.similarity, a.first_seen_at,
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
