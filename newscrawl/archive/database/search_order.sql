-- What a search finds, in which order, and where its next page begins.

-- A composite type, since a function's columns may not bear the names of its parameters.
DROP TYPE IF EXISTS search_hit CASCADE;
CREATE TYPE search_hit AS (article_id bigint, revision_id bigint, outlet text, url text,
    headline text, authors text[], date_published timestamptz, section text, language text,
    gone_at timestamptz, rank real, snippet text);

-- What of a text is shown of what was found: where it says what is wanted, else its beginning. What is
-- left out has an ellipsis in its place. Signs of control are marks that no text has.
CREATE OR REPLACE FUNCTION search_snippet(
    body text, grammar regconfig, wanted tsquery, mark_start text, mark_end text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    -- Where nothing is asked, nothing is looked for.
    found text := CASE WHEN wanted IS NOT NULL THEN joined_text(ts_headline(
        grammar, parted_text(left(body, 200000)), wanted,
        E'StartSel="\x02", StopSel="\x03", MaxFragments=2, MaxWords=24, MinWords=8,'
        ' FragmentDelimiter=" … "')) END;
    fragments text[] := string_to_array(translate(found, E'\x02\x03', ''), ' … ');
    last text := fragments[cardinality(fragments)];
    -- Signs at both ends of a text are no part of a fragment.
    before text := split_part(left(body, length(fragments[1]) + 10), fragments[1], 1);
    behind text := split_part(right(body, length(last) + 10), last, -1);
BEGIN
    IF found IS NULL OR position(E'\x02' IN found) = 0 THEN
        RETURN CASE WHEN length(body) <= 200 THEN body
                    ELSE regexp_replace(left(body, 201), '[[:space:]]+[^[:space:]]*$', '') || ' …' END;
    END IF;
    RETURN CASE WHEN before ~ '\w' THEN '… ' ELSE before END
        || replace(replace(found, E'\x02', mark_start), E'\x03', mark_end)
        || CASE WHEN behind ~ '\w' THEN ' …' ELSE behind END;
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
               search_snippet(r.body, text_configuration(r.language), wanted, $3, $4)
        FROM unnest($1, $2) WITH ORDINALITY AS hit (article_id, wanted, place)
        JOIN searchable s USING (article_id)
        JOIN article a ON a.id = s.article_id JOIN revision r ON r.id = a.revision_id
        ORDER BY place', rank)
    USING page.ids, page.wanted, mark_start, mark_end;
END $$;
