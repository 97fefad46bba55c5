-- What a search asks of the index: words and filters as a query. For analysts and for the command
-- alike. Renewed with the views, after them. Nothing scans the table as a whole where the index
-- serves, and indexes are asked together: Postgres does not count what unpacking words costs.

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
