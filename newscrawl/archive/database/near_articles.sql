-- Which articles say nearly the same as a text. Renewed with the views; only the archive's writers
-- ask. PL/pgSQL keeps the plan for as long as its session lasts: to make it took longer than to run it.

-- Other articles whose latest text has at least this share of runs of words, the most similar first.
-- Postgres takes each band for one that very many revisions have, as it knows none of them: it would
-- start workers, compile, or read whole tables for what the indexes find in no time. Nor may a plan
-- that was made while the tables were small join them whole when they have grown.
-- Each band is asked for alone, so that one which a whole outlet's texts share costs no more than its
-- first `most` revisions; those that share the most bands are compared first. Sketches are unnested
-- beside each other: as rows of a table, their pairs would be set down before the first is looked at.
-- Crawls of an older version, under way while it was replaced, still ask for all of its columns.
CREATE OR REPLACE FUNCTION near_articles(
    asked_sketch integer[], asked_bands integer[], besides bigint, least_alike float8, most bigint)
RETURNS TABLE (article_id bigint, revision_id bigint, outlet text, key text, url text,
    headline text, first_seen_at timestamptz, cluster bigint, similarity float8)
LANGUAGE plpgsql STABLE ROWS 10
SET plan_cache_mode = force_generic_plan SET max_parallel_workers_per_gather = 0 SET jit = off
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH shared AS MATERIALIZED (
        SELECT one.id
        FROM unnest(asked_bands) AS asked (band)
        CROSS JOIN LATERAL (
            SELECT r.id FROM revision r WHERE r.bands @> ARRAY[asked.band] LIMIT most) AS one
        GROUP BY one.id ORDER BY count(*) DESC, one.id LIMIT most
    ), compared AS MATERIALIZED (
        SELECT r.article_id, r.id AS revision_id, r.headline,
               (SELECT count(*) FILTER (WHERE pair.one = pair.other)::float8 / count(*)
                FROM (SELECT unnest(r.sketch) AS one, unnest(asked_sketch) AS other) AS pair
               ) AS alike
        FROM shared
        JOIN revision r ON r.id = shared.id
        JOIN article a ON a.id = r.article_id AND a.revision_id = r.id
        WHERE r.article_id IS DISTINCT FROM besides
    )
    SELECT a.id, n.revision_id, a.outlet, a.key, a.url, n.headline, a.first_seen_at,
           coalesce(d.cluster, a.id), n.alike
    FROM compared n
    JOIN article a ON a.id = n.article_id
    LEFT JOIN duplicate d ON d.article_id = a.id
    WHERE n.alike >= least_alike
    ORDER BY n.alike DESC, a.first_seen_at, a.outlet, a.key;
END $$;
