-- Search, for analysts and for the command alike. Renewed with the views, after them. Nothing scans
-- the table as a whole where the index serves, and indexes are asked together: Postgres does not
-- count what unpacking words costs.

-- A composite type, since a function's columns may not bear the names of its parameters.
DROP TYPE IF EXISTS search_hit CASCADE;
CREATE TYPE search_hit AS (article_id bigint, revision_id bigint, outlet text, url text,
    headline text, authors text[], date_published timestamptz, section text, language text,
    gone_at timestamptz, rank real, snippet text);

-- A phrase as its words stand: 'bank' <2> 'russia' is 'bank':1 'russia':3.
CREATE OR REPLACE FUNCTION spoken_words(phrase text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT AS $$
SELECT string_agg(format('%s:%s', word, place), ' ')::tsvector FROM (
    SELECT found[2] AS word,
           1 + sum(coalesce(replace(found[1], '-', '1')::integer, 0)) OVER (ORDER BY at) AS place
    FROM regexp_matches(phrase, '(?:<(-|\d+)> )?(''(?:[^'']|'''')*'')', 'g')
         WITH ORDINALITY AS matched (found, at)) AS said
$$;

-- What ``searchable`` is asked. ``websearch_to_tsquery`` makes alternatives of words and phrases
-- that must all be there, or not with "!", and nests no further. Postgres alone would look at every
-- article that has all words of a phrase: ``adjacent_words`` tells where they may stand together.
-- What decides is called by its function then, since @@ would have both asked again of each row.
CREATE OR REPLACE FUNCTION search_condition(asked tsquery) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
SELECT string_agg(CASE WHEN pairs IS NULL THEN format('words @@ %L::tsquery', either) ELSE
    format('words @@ %L::tsquery AND %s AND ts_match_vq(words, %L)', apart, pairs, either) END,
    ' OR ')
FROM regexp_split_to_table(asked::text, ' \| ') AS either,
     LATERAL (SELECT string_agg(regexp_replace(part, ' <(-|\d+)> ', ' & ', 'g'), ' & ')
                     FILTER (WHERE part NOT LIKE '!(%'),
                     string_agg(format('adjacent_words(words) @> %L',
                                       adjacent_words(spoken_words(part))), ' AND ')
                     FILTER (WHERE part ~ '^''.* <')
              FROM regexp_split_to_table(either, ' & ') AS part) AS phrases (apart, pairs)
$$;

-- What is asked for, without what is not wanted: by this articles rank. Null: nothing is.
CREATE OR REPLACE FUNCTION search_wanted(asked tsquery) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT AS $$
SELECT string_agg(wanted, ' | ')::tsquery
FROM regexp_split_to_table(asked::text, ' \| ') AS either,
     LATERAL (SELECT string_agg(part, ' & ') FROM regexp_split_to_table(either, ' & ') AS part
              WHERE part NOT LIKE '!%') AS parts (wanted)
$$;

-- What a headline, description or lead must say for any rank: ``ts_rank`` gives none where there are
-- not two of several words that must all be there. Of very many words, one is looked for.
CREATE OR REPLACE FUNCTION search_ranked(wanted tsquery) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT AS $$
SELECT CASE WHEN wanted::text LIKE '% | %' OR cardinality(words) NOT BETWEEN 2 AND 8
            THEN array_to_string(words, ' | ')
            ELSE (SELECT string_agg(format('%s & %s', one, other), ' | ')
                  FROM unnest(words) AS one, unnest(words) AS other WHERE one < other) END::tsquery
FROM (SELECT array_agg(DISTINCT word[1])
      FROM regexp_matches(wanted::text, '''(?:[^'']|'''')*''', 'g') AS word) AS said (words)
$$;

-- How much a name is like the one asked for: 1 where it contains that, less where it is written
-- nearly like it and the server can compare names. Null: it is another name.
CREATE OR REPLACE FUNCTION author_likeness(said text, asked text) RETURNS real
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
DECLARE
    alike real;
BEGIN
    IF strpos(lower(said), lower(asked)) > 0 THEN RETURN 1; END IF;
    IF to_regprocedure('word_similarity(text, text)') IS NULL THEN RETURN NULL; END IF;
    alike := word_similarity(asked, said);
    RETURN CASE WHEN alike >= 0.5 THEN alike END;
END $$;

-- Names that are like the one given, also those that no article has today. All that there are stand
-- by themselves: few beside the articles.
CREATE OR REPLACE FUNCTION names_like(asked text) RETURNS TABLE (said text, alike real)
LANGUAGE sql STABLE AS $$
SELECT said, alike
FROM (SELECT DISTINCT name FROM author_name) AS known (said), author_likeness(said, asked) AS alike
WHERE alike IS NOT NULL
$$;

-- Names that are like the one given, of what articles say today.
CREATE OR REPLACE FUNCTION find_authors(name text)
RETURNS TABLE (author text, articles bigint, similarity real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET jit = off SET enable_seqscan = off AS $$
WITH known AS MATERIALIZED (SELECT said, alike FROM names_like(find_authors.name))
SELECT known.said, count(*), known.alike
FROM searchable, unnest(authors) AS named (said) JOIN known USING (said)
WHERE authors && ARRAY(SELECT said FROM known)
GROUP BY known.said, known.alike ORDER BY alike DESC, 2 DESC, said
$$;

-- The filters as a condition, for whatever has the columns ``outlet``, ``date_published``,
-- ``authors``, ``section``, ``language``, ``is_edited`` and ``gone_at``.
CREATE OR REPLACE FUNCTION article_filters(
    outlet text, since date, until date, author text, section text, language text,
    edited boolean, gone boolean) RETURNS text
LANGUAGE sql STABLE AS $$
SELECT coalesce(string_agg(condition, ' AND '), 'true') FROM (VALUES
    ('outlet = ' || quote_literal(outlet)),
    ('date_published >= ' || quote_literal(since) || '::date::timestamp AT TIME ZONE ''UTC'''),
    ('date_published < (' || quote_literal(until)
     || '::date + 1)::timestamp AT TIME ZONE ''UTC'''),
    ('EXISTS (SELECT FROM unnest(authors) AS said WHERE author_likeness(said, '
     || quote_literal(author) || ') IS NOT NULL)'),
    ('lower(section) = lower(' || quote_literal(section) || ')'),
    ('language = ' || quote_literal(language)),
    ('is_edited = ' || quote_literal(edited)),
    ('(gone_at IS NOT NULL) = ' || quote_literal(gone))) AS given (condition)
$$;

-- The condition that search puts to ``searchable``, as a query to be run: each language asks in its
-- own grammar, and the index answers without a look at what is stored. Null: no word to look for.
-- ``by_brief``: whatever may rank, where whoever asks compares ``words`` with ``asked`` himself.
CREATE OR REPLACE FUNCTION search_statement(
    query text, outlet text, since date, until date, author text, section text, language text,
    edited boolean, gone boolean, by_brief boolean DEFAULT false) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    -- Names are few and have an index: they are compared once, and not with each article.
    filters text := article_filters(outlet, since, until, NULL, section, language, edited, gone)
        || coalesce(' AND authors && ' || quote_literal(
            CASE WHEN author IS NOT NULL
                 THEN ARRAY(SELECT said FROM names_like(author)) END)
            || '::text[]', '');
    statement text;
BEGIN
    IF query IS NULL THEN
        RETURN 'SELECT *, NULL::tsquery AS wanted, NULL::tsquery AS ranked FROM searchable WHERE '
            || filters;
    END IF;
    WITH RECURSIVE known AS (
        SELECT min(configuration) AS name FROM searchable
        UNION ALL
        SELECT (SELECT min(configuration) FROM searchable WHERE configuration > name)
        FROM known WHERE name IS NOT NULL
    ), asking AS (
        SELECT searched_query(name::regconfig, query) AS asked, array_agg(name) AS names,
               count(*) OVER () AS questions
        FROM known WHERE name IS NOT NULL GROUP BY 1
    )
    -- Each configuration is that of many articles: not worth its index, which || withholds.
    SELECT string_agg(format(
        'SELECT *, %L::tsquery AS asked, %L::tsquery AS wanted, %L::tsquery AS ranked'
        ' FROM searchable WHERE (%s) AND %s AND %s',
        asked, wanted, search_ranked(wanted),
        CASE WHEN by_brief THEN format('brief @@ %L::tsquery', search_ranked(wanted))
             ELSE search_condition(asked) END,
        CASE questions WHEN 1 THEN 'true'
                       ELSE format('configuration || '''' = ANY (%L)', names) END,
        filters), ' UNION ALL ')
    INTO statement FROM asking, search_wanted(asked) AS wanted WHERE numnode(asked) > 0;
    RETURN statement;
END $$;

-- ``order_by`` is rank, newest or sample; a sample of the same seed is the same. Where the page
-- before ended is told by what its last article had: nothing that is stored meanwhile moves a page.
CREATE OR REPLACE FUNCTION search_articles(
    query text DEFAULT NULL, outlet text DEFAULT NULL, since date DEFAULT NULL,
    until date DEFAULT NULL, author text DEFAULT NULL, section text DEFAULT NULL,
    language text DEFAULT NULL, edited boolean DEFAULT NULL, gone boolean DEFAULT NULL,
    order_by text DEFAULT 'rank', max_rows integer DEFAULT 20, skip_rows integer DEFAULT 0,
    seed bigint DEFAULT 0, mark_start text DEFAULT '[', mark_end text DEFAULT ']',
    after_id bigint DEFAULT NULL, after_date timestamptz DEFAULT NULL, after_rank real DEFAULT NULL)
RETURNS SETOF search_hit
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET work_mem = '64MB' SET jit = off SET enable_seqscan = off SET cpu_operator_cost = 1 AS $$
#variable_conflict use_column
DECLARE
    found text := search_statement($1, $2, $3, $4, $5, $6, $7, $8, $9);
    newest text := 'date_published DESC NULLS LAST, article_id';
    -- Postgres gives 1e-20 where no two of many words are there, which is lost beside 1e-10.
    rank text := '(coalesce(ts_rank(brief, wanted), 0) + 1e-10::real - 1e-10::real)::real';
    -- Without a query all rank the same.
    ordering text := CASE WHEN order_by = 'rank' AND query IS NULL THEN 'newest' ELSE order_by END;
    older text := CASE WHEN after_date IS NULL
        THEN format('date_published IS NULL AND article_id > %L', after_id)
        ELSE format('(date_published < %1$L OR date_published IS NULL'
                    ' OR date_published = %1$L AND article_id > %2$L)', after_date, after_id) END;
    later text := CASE WHEN after_id IS NULL THEN 'true' ELSE CASE ordering
        WHEN 'rank' THEN format('(%1$s < %2$L OR %1$s = %2$L AND %3$s)', rank, after_rank, older)
        WHEN 'newest' THEN older
        WHEN 'sample' THEN format('(hashint8extended(article_id, %1$s), article_id)'
                                  ' > (hashint8extended(%2$L, %1$s), %2$L)', seed, after_id) END END;
    -- The first are most likely among these; only if they are not enough, all are looked at.
    likely text := CASE ordering
        WHEN 'rank' THEN 'brief @@ ranked'
        WHEN 'newest' THEN format('date_published BETWEEN %L AND %L', (
            SELECT date_published FROM searchable
            WHERE after_date IS NULL OR date_published <= after_date
            ORDER BY date_published DESC NULLS LAST, article_id
            LIMIT 1 OFFSET (SELECT least(greatest(reltuples, 0)::bigint / 32, 10000)
                            FROM pg_class WHERE oid = 'searchable'::regclass)),
            coalesce(after_date, 'infinity'))
        ELSE 'false' END;
    plain text;
    looked text;
    page record;
    sorting text;
BEGIN
    sorting := CASE ordering
        WHEN 'rank' THEN rank || ' DESC, ' || newest
        WHEN 'newest' THEN newest
        WHEN 'sample' THEN format('hashint8extended(article_id, %s), article_id', seed) END;
    IF sorting IS NULL THEN
        RAISE EXCEPTION 'order_by is rank, newest or sample, not %', quote_nullable(order_by)
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF found IS NULL THEN RETURN; END IF;
    plain := format('SELECT article_id, wanted, %s AS rank FROM (%%s) AS found WHERE %%s AND %%s
                     ORDER BY %s LIMIT $1 OFFSET $2',
                    CASE ordering WHEN 'rank' THEN rank ELSE '1::real' END, sorting);
    -- Words that nearly every article has are no help to find those that rank, and to unpack them of
    -- each one that has them in its headline takes seconds: only the first of those are compared.
    IF ordering = 'rank' AND found !~ ' <(-|[0-9]+)> |!' THEN
        looked := format('
            SELECT * FROM (
                SELECT article_id, date_published, words, asked, wanted, %s AS rank
                FROM (%s) AS briefly WHERE %s ORDER BY %s LIMIT 5 * ($1::bigint + $2) + 100) AS first
            WHERE ts_match_vq(words, asked)
            ORDER BY rank DESC, %s LIMIT $1 OFFSET $2',
            rank, search_statement($1, $2, $3, $4, $5, $6, $7, $8, $9, true), later, sorting, newest);
    END IF;
    FOREACH looked IN ARRAY array_remove(ARRAY[looked,
        format(plain, found, likely, later), format(plain, found, 'true', later)], NULL) LOOP
        EXECUTE format('SELECT array_agg(article_id) AS ids, array_agg(wanted) AS wanted,
                               min(rank) AS least FROM (%s) AS page', looked)
        INTO page USING max_rows, skip_rows;
        EXIT WHEN cardinality(page.ids) = max_rows AND page.least > 0;
    END LOOP;
    RETURN QUERY EXECUTE format('
        SELECT a.id, r.id, a.outlet, a.url, r.headline, r.authors, r.date_published, r.section,
               r.language, a.gone_at, %s,
               CASE WHEN wanted IS NULL THEN left(r.body, 200)
                    ELSE joined_text(ts_headline(text_configuration(r.language),
                                                parted_text(left(r.body, 200000)), wanted, $3)) END
        FROM unnest($1, $2) WITH ORDINALITY AS hit (article_id, wanted, place)
        JOIN searchable s USING (article_id)
        JOIN article a ON a.id = s.article_id JOIN revision r ON r.id = a.revision_id
        ORDER BY place', rank)
    USING page.ids, page.wanted, format('StartSel="%s", StopSel="%s", MaxFragments=2, MaxWords=24, '
        'MinWords=8, FragmentDelimiter=" … "', mark_start, mark_end);
END $$;

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
CREATE OR REPLACE FUNCTION count_facets(
    query text DEFAULT NULL, outlet text DEFAULT NULL, since date DEFAULT NULL,
    until date DEFAULT NULL, author text DEFAULT NULL, section text DEFAULT NULL,
    language text DEFAULT NULL, edited boolean DEFAULT NULL, gone boolean DEFAULT NULL,
    most integer DEFAULT 10)
RETURNS TABLE (facet text, value text, articles bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET work_mem = '64MB' SET jit = off SET enable_seqscan = off SET cpu_operator_cost = 1 AS $$
DECLARE
    found text := search_statement($1, $2, $3, $4, $5, $6, $7, $8, $9);
BEGIN
    IF found IS NULL THEN RETURN; END IF;
    -- Each article is looked at once; bylines are fewer than articles, and names are taken from them.
    RETURN QUERY EXECUTE format('
        WITH counted AS MATERIALIZED (
            SELECT month, outlet, section, authors, count(*) AS articles,
                   grouping(month, outlet, section, authors) AS folded
            FROM (SELECT date_trunc(''month'', date_published AT TIME ZONE ''UTC'') AS month,
                         outlet, section, authors FROM (%s) AS fitting) AS found
            GROUP BY GROUPING SETS ((), (month), (outlet), (section), (authors))
        ), told AS (
            SELECT ''all'' AS facet, NULL AS value, articles FROM counted WHERE folded = 15
            UNION ALL
            SELECT ''month'', to_char(month, ''YYYY-MM''), articles FROM counted WHERE folded = 7
            UNION ALL
            (SELECT ''outlet'', outlet, articles FROM counted WHERE folded = 11
             ORDER BY 3 DESC, 2 LIMIT $1)
            UNION ALL
            (SELECT ''section'', section, articles FROM counted
             WHERE folded = 13 AND section IS NOT NULL ORDER BY 3 DESC, 2 LIMIT $1)
            UNION ALL
            (SELECT ''author'', name, sum(articles)::bigint
             FROM counted, LATERAL (SELECT DISTINCT unnest(authors)) AS named (name)
             WHERE folded = 14 GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT $1)
        )
        SELECT facet, value, articles FROM told
        ORDER BY facet, CASE WHEN facet = ''month'' THEN value END, articles DESC, value', found)
    USING most;
END $$;
