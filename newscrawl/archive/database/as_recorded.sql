-- The archive as it was recorded by a moment. Renewed with the views, after them.

-- What articles_as_of reads: every revision, also those that the view revisions does not show.
CREATE VIEW recorded AS
SELECT id AS revision_id, article_id, number, recorded_at, url, kind, headline, description, lead,
       authors, date_published, date_modified, section, keywords, language, is_free, body,
       word_count, images, fetched_at, text_hash, extractor_version, rules_version
FROM revision;

-- The canonical address that an article had by then; ``today`` is the one that it has.
CREATE OR REPLACE FUNCTION address_by(article bigint, moment timestamptz, today text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
SELECT coalesce((SELECT url FROM address WHERE article_id = article AND until > moment
                 ORDER BY until, id LIMIT 1), today)
$$;

-- The revision by which the view revisions shows what a revision says, or once said: itself, or an
-- earlier one that says the same and came later.
CREATE OR REPLACE FUNCTION shown_as(cited bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
SELECT shown.revision_id
FROM recorded AS wanted
JOIN revisions AS shown ON shown.article_id = wanted.article_id AND shown.number <= wanted.number
WHERE wanted.revision_id = cited ORDER BY shown.number DESC LIMIT 1
$$;

-- The archive as it was recorded by then, as it is read today. It reads views alone, so that
-- whoever may read those may call it; of neighbours that say the same the first one counts.
CREATE OR REPLACE FUNCTION articles_as_of(moment timestamptz) RETURNS SETOF articles
LANGUAGE sql STABLE AS $$
SELECT a.article_id, r.revision_id, a.outlet, a.key,
       address_by(a.article_id, moment, a.url), r.kind, r.headline, r.description,
       r.lead, r.authors, r.date_published, r.date_modified, r.section, r.keywords, r.language,
       r.is_free, r.body, r.word_count, r.images, latest.revision_count, latest.first_seen_at,
       least(a.last_seen_at, moment), r.fetched_at,
       (SELECT d.gone_at FROM deletions d
        WHERE d.article_id = a.article_id AND d.gone_at <= moment
          AND (d.back_at IS NULL OR d.back_at > moment) ORDER BY d.gone_at DESC LIMIT 1)
FROM articles a
JOIN LATERAL (
    SELECT revision_id, count(*) OVER () AS revision_count, first_seen_at
    FROM (SELECT revision_id, number, text_hash, min(fetched_at) OVER () AS first_seen_at,
                 lag(text_hash) OVER (ORDER BY number) AS text_before
          FROM recorded
          WHERE article_id = a.article_id AND recorded_at <= moment) AS known
    WHERE text_hash IS DISTINCT FROM text_before
    ORDER BY number DESC LIMIT 1) AS latest ON true
JOIN recorded r ON r.revision_id = latest.revision_id
$$;

-- Whether a revision fits a query, in the grammar of its own language. The words of an earlier one
-- are made as they are asked for.
CREATE OR REPLACE FUNCTION revision_fits(wanted bigint, query text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
SELECT CASE WHEN s.article_id IS NOT NULL THEN s.words
            ELSE searched_words(r.language, r.headline, r.description, r.lead, r.body) END
       @@ searched_query(text_configuration(r.language), query)
FROM revision r
LEFT JOIN searchable s ON s.article_id = r.article_id AND s.revision_id = r.id
WHERE r.id = wanted
$$;

-- The latest moment, up to the one given, that nothing more can be recorded at. What is recorded
-- bears the time at which its transaction began, and is seen when that transaction has ended. So
-- no transaction of a login that may write may have begun by then and still be open; those that
-- only read have told us by their names.
CREATE OR REPLACE FUNCTION settled_by(moment timestamptz) RETURNS timestamptz
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
SELECT least(moment, min(xact_start) - interval '1 microsecond')
FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start <= moment
  AND application_name NOT IN ('newscrawl reading', 'pg_dump')
  AND has_table_privilege(usesysid, 'public.revision', 'INSERT')
$$;
