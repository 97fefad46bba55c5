-- How many articles a search finds, by what they have in common.

-- How many articles fit, by month, outlet or author; months are of ``date_published``, in UTC.
CREATE OR REPLACE FUNCTION count_articles(
    query text DEFAULT NULL, by text DEFAULT 'month', outlet text DEFAULT NULL,
    since date DEFAULT NULL, until date DEFAULT NULL, author text DEFAULT NULL,
    section text DEFAULT NULL, language text DEFAULT NULL, edited boolean DEFAULT NULL,
    gone boolean DEFAULT NULL)
RETURNS TABLE (value text, articles bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET work_mem = '64MB' SET jit = off SET enable_seqscan = off SET cpu_operator_cost = 1 AS $$
DECLARE
    found text := search_statement($1, $3, $4, $5, $6, $7, $8, $9, $10);
    key text := CASE by
        WHEN 'month' THEN 'date_trunc(''month'', date_published AT TIME ZONE ''UTC'')'
        WHEN 'outlet' THEN 'outlet' WHEN 'author' THEN 'authors' END;
    counted text;
BEGIN
    IF key IS NULL THEN
        RAISE EXCEPTION 'by is month, outlet or author, not %', quote_nullable(by)
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF found IS NULL THEN RETURN; END IF;
    counted := format('SELECT %s AS key, count(*) AS articles FROM (%s) AS found GROUP BY 1',
                      key, found);
    -- Bylines are fewer than articles: names are taken from those.
    IF by = 'author' THEN
        counted := format('SELECT name AS key, sum(articles)::bigint AS articles
            FROM (%s) AS bylines LEFT JOIN LATERAL (SELECT DISTINCT unnest(key)) AS named (name)
            ON true GROUP BY 1', counted);
    END IF;
    RETURN QUERY EXECUTE format('SELECT %s AS value, articles FROM (%s) AS counted ORDER BY %s',
        CASE by WHEN 'month' THEN 'to_char(key, ''YYYY-MM'')' ELSE 'key' END, counted,
        CASE by WHEN 'month' THEN 'value' ELSE 'articles DESC, value' END);
END $$;

-- How many articles fit in all, and by month, outlet, section and author: of the last three the
-- ``most`` with the most. One look for all of them; ``facet`` is 'all' where the value is null.
-- One process does it: who counts by several things counts alone, and others that hand him articles
-- cost a third more, for a sixth less of time at best.
CREATE OR REPLACE FUNCTION count_facets(
    query text DEFAULT NULL, outlet text DEFAULT NULL, since date DEFAULT NULL,
    until date DEFAULT NULL, author text DEFAULT NULL, section text DEFAULT NULL,
    language text DEFAULT NULL, edited boolean DEFAULT NULL, gone boolean DEFAULT NULL,
    most integer DEFAULT 10)
RETURNS TABLE (facet text, value text, articles bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET work_mem = '64MB' SET jit = off SET enable_seqscan = off SET cpu_operator_cost = 1
SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
    found text := search_statement($1, $2, $3, $4, $5, $6, $7, $8, $9);
BEGIN
    IF found IS NULL THEN RETURN; END IF;
    -- Each article is looked at once. What has few values is counted together, and the first of the
    -- authors by himself, since to compare one name costs half of what a list of names does.
    RETURN QUERY EXECUTE format('
        WITH counted AS MATERIALIZED (
            SELECT month, outlet, section, first, others, count(*) AS articles,
                   grouping(month, outlet, first, others) AS folded
            FROM (SELECT date_trunc(''month'', date_published AT TIME ZONE ''UTC'') AS month,
                         outlet, section, authors[1] AS first,
                         CASE WHEN cardinality(authors) > 1
                              THEN array_remove(authors[2:], authors[1]) END AS others
                  FROM (%s) AS fitting) AS found
            GROUP BY GROUPING SETS ((), (month), (outlet, section), (first), (others))
        ), told AS (
            SELECT ''all'' AS facet, NULL AS value, articles FROM counted WHERE folded = 15
            UNION ALL
            SELECT ''month'', to_char(month, ''YYYY-MM''), articles FROM counted WHERE folded = 7
            UNION ALL
            (SELECT ''outlet'', outlet, sum(articles)::bigint FROM counted WHERE folded = 11
             GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT $1)
            UNION ALL
            (SELECT ''section'', section, sum(articles)::bigint FROM counted
             WHERE folded = 11 AND section IS NOT NULL GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT $1)
            UNION ALL
            (SELECT ''author'', name, sum(articles)::bigint
             FROM (SELECT first, articles FROM counted WHERE folded = 13 AND first IS NOT NULL
                   UNION ALL
                   SELECT other, articles
                   FROM counted, LATERAL (SELECT DISTINCT unnest(others)) AS named (other)
                   WHERE folded = 14) AS written (name, articles)
             GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT $1)
        )
        SELECT facet, value, articles FROM told
        ORDER BY facet, CASE WHEN facet = ''month'' THEN value END, articles DESC, value', found)
    USING most;
END $$;
