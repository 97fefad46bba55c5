-- What the tables' defaults and indexes call: made before new tables, and anew before migrations.

-- The one clock: a test sets it with ``newscrawl.now``, and nobody else does.
CREATE OR REPLACE FUNCTION archive_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT coalesce(nullif(current_setting('newscrawl.now', true), '')::timestamptz, now())
$$;

-- Each word with the next one, as one of 65,536 numbers: few enough for a small index, and so many
-- that two common words which merely occur in an article seldom seem to stand together. A stop word
-- has no lexeme, so "bank of Russia" is the pair of its two at distance 2. Dear, as the planner
-- must know: it is for the index to say, not to be asked of each row.
-- Place and hash of a word are one number, so that one sort and no window puts them in their order;
-- a word and the next one are read side by side: in FROM, both arrays were copied first.
CREATE OR REPLACE FUNCTION adjacent_words(words tsvector) RETURNS integer[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
SELECT array_agg((word # ((next & 65535) * 31 + (next >> 16) - (word >> 16))) & 65535)
FROM (SELECT unnest(spoken) AS word, unnest(spoken[2:]) AS next
      FROM (SELECT array_agg(placed ORDER BY placed) AS spoken
            FROM (SELECT unnest(positions)::integer << 16
                         | (hashtextextended(lexeme, 0) >> 16 & 65535)::integer AS placed
                  FROM unnest(words)) AS word) AS said) AS beside
WHERE next IS NOT NULL
$$;

-- Misspelt names are found where the server has this; without it, parts of names are.
DO $$ BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN NULL;
END $$;
