-- What words search knows of an article and of a question. Renewed with the views, before them; an
-- archive whose words were made by other functions, or by another server, is indexed again.

-- The text search configuration of a language, by its code without script and country. A server
-- that has none of that name, and a language that has none, are not stemmed.
CREATE OR REPLACE FUNCTION text_configuration(language text) RETURNS regconfig
LANGUAGE sql STABLE AS $$
SELECT coalesce((
    SELECT c.oid FROM pg_catalog.pg_ts_config c
    WHERE c.cfgnamespace = 'pg_catalog'::regnamespace
      AND c.cfgname = CASE regexp_replace(lower(language), '[-_].*', '')
        WHEN 'ar' THEN 'arabic'
        WHEN 'ca' THEN 'catalan'
        WHEN 'da' THEN 'danish'
        WHEN 'de' THEN 'german'
        WHEN 'el' THEN 'greek'
        WHEN 'en' THEN 'english'
        WHEN 'es' THEN 'spanish'
        WHEN 'et' THEN 'estonian'
        WHEN 'eu' THEN 'basque'
        WHEN 'fi' THEN 'finnish'
        WHEN 'fr' THEN 'french'
        WHEN 'ga' THEN 'irish'
        WHEN 'hi' THEN 'hindi'
        WHEN 'hu' THEN 'hungarian'
        WHEN 'hy' THEN 'armenian'
        WHEN 'id' THEN 'indonesian'
        WHEN 'it' THEN 'italian'
        WHEN 'lt' THEN 'lithuanian'
        WHEN 'nb' THEN 'norwegian'
        WHEN 'ne' THEN 'nepali'
        WHEN 'nl' THEN 'dutch'
        WHEN 'nn' THEN 'norwegian'
        WHEN 'no' THEN 'norwegian'
        WHEN 'pt' THEN 'portuguese'
        WHEN 'ro' THEN 'romanian'
        WHEN 'ru' THEN 'russian'
        WHEN 'sr' THEN 'serbian'
        WHEN 'sv' THEN 'swedish'
        WHEN 'ta' THEN 'tamil'
        WHEN 'tr' THEN 'turkish'
        WHEN 'yi' THEN 'yiddish' END), 'pg_catalog.simple'::regconfig)::regconfig
$$;

-- A text with signs of control where Postgres' parser would take two words for one address, file or
-- number; it has them for an apostrophe, too, that counts as a letter. U.S. and 1.5 stay as they are.
CREATE OR REPLACE FUNCTION parted_text(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT replace(replace(regexp_replace(regexp_replace(said,
    '[/<>@&\\~+]|\.(?=[^[:space:][:punct:][:digit:]]{2}|[^[:space:][:punct:][:digit:]][[:space:]])',
    E'\x01\\&\x01', 'g'),
    '([^[:space:][:punct:]])-(?=[0-9])', E'\\1\x01-\x01', 'g'),
    'ʼ', E'\x04'), 'ʻ', E'\x05')
$$;

-- The same as it was printed.
CREATE OR REPLACE FUNCTION joined_text(parted text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT translate(parted, E'\x04\x05\x01', 'ʼʻ')
$$;

-- A text, or a question, as search reads it: quotation marks and apostrophes are those of ASCII, and
-- other signs are commas: not blanks, so that "-coal/steel" remains one thing that is not wanted.
-- Whether a sign is a letter is for these lists to say, since servers disagree. Russian is printed
-- with and without ё; what is not seen, points and marks that stand upon or within a word go, as
-- Armenian's question mark does. Lists are regular expressions, as those are told in a
-- twentieth of the time that translate() takes for so many signs. Most of the time would go into
-- normalize(), whose answer is known where no letter could be written in another way.
CREATE OR REPLACE FUNCTION searched_text(said text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF octet_length(said) = length(said) THEN
        RETURN regexp_replace(regexp_replace(parted_text(said),
            '[\x04\x05`]', '''', 'g'), '[/<>@&\\~+\x01]', ',', 'g');
    END IF;
    IF said ~ '[^\u0001-\u02FF\u0388-\u0482\u048A-\u0590\u05D0-\u060F\u061B-\u064A\u0671-\u06D5\u1E00-\u1EFF\u2002-\u20CF\u4E00-\u9FFF\uAC00-\uD7A3]' THEN
        said := normalize(said);
    END IF;
    RETURN regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        replace(replace(parted_text(said), 'ё', 'е'), 'Ё', 'Е'),
        '[“”„‟«»″‶＂〝〞「」『』]', '"', 'g'),
        '[’‘‚‛‹›\x04\x05ʹʽʾʿ′‵＇`´׳]', '''', 'g'),
        '[‐‑־]', '-', 'g'),
        '[\u0085\u00A0\u2000-\u200B\u2028\u2029\u202F\u205F\u3000]', ' ', 'g'),
        '[\u00AD\u0300\u0301\u055B\u055C\u055E\u0591-\u05BD\u05BF\u05C1\u05C2\u05C7\u0640\u064B-\u065F\u0670\u200C-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFE0F\uFEFF]', '', 'g'),
        '[/<>@&\\~+\x01¡-©¬®-±¶·¿‒-―†-‧‰-‱※-⁔₠-⃀℀-⅏←-⯿⸀-⹏、。〃〈-】〔-〟・՝։،؛؟۔।॥၊။፡-፨។៕།״！＃-＆（-／：-＠［-｀｛-･￠-￮]', ',', 'g');
END $$;

-- What a question asks for, in the grammar of a language: for the words of the two below.
CREATE OR REPLACE FUNCTION searched_query(grammar regconfig, query text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT websearch_to_tsquery(grammar, searched_text(query))
$$;

-- All words of a revision. Postgres refuses vectors of over a megabyte: the rest is not searched.
CREATE OR REPLACE FUNCTION searched_words(
    language text, headline text, description text, lead text, body text) RETURNS tsvector
LANGUAGE sql STABLE AS $$
SELECT setweight(to_tsvector(grammar, searched_text(left(headline, 10000))), 'A')
    || setweight(to_tsvector(grammar, searched_text(
           left(coalesce(description, '') || ' ' || coalesce(lead, ''), 10000))), 'B')
    || to_tsvector(grammar, searched_text(left(body, 150000)))
FROM text_configuration(language) AS grammar
$$;

-- The few by which articles rank.
CREATE OR REPLACE FUNCTION searched_brief(
    language text, headline text, description text, lead text) RETURNS tsvector
LANGUAGE sql STABLE AS $$
SELECT setweight(to_tsvector(grammar, searched_text(left(headline, 300))), 'A')
    || setweight(to_tsvector(grammar, searched_text(
           left(coalesce(description, '') || ' ' || coalesce(lead, ''), 500))), 'B')
FROM text_configuration(language) AS grammar
$$;

-- Copies what the latest revisions of articles say, and makes their words: no other revisions' are
-- kept. Triggers call it, so that no writer can forget it.
CREATE OR REPLACE FUNCTION keep_searchable(wanted bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO searchable AS old (article_id, revision_id, outlet, language, configuration,
        date_published, section, authors, is_edited, gone_at, brief, words)
    SELECT a.id, r.id, a.outlet, r.language, text_configuration(r.language)::text,
           r.date_published, r.section, r.authors,
           (SELECT count(*) > 1 FROM revision n
            LEFT JOIN revision p ON p.article_id = n.article_id AND p.number = n.number - 1
            WHERE n.article_id = a.id AND n.text_hash IS DISTINCT FROM p.text_hash),
           a.gone_at, searched_brief(r.language, r.headline, r.description, r.lead),
           searched_words(r.language, r.headline, r.description, r.lead, r.body)
    FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ANY (wanted)
    ON CONFLICT (article_id) DO UPDATE SET
        revision_id = excluded.revision_id, outlet = excluded.outlet,
        language = excluded.language, configuration = excluded.configuration,
        date_published = excluded.date_published, section = excluded.section,
        authors = excluded.authors, is_edited = excluded.is_edited, gone_at = excluded.gone_at,
        brief = excluded.brief, words = excluded.words
$$;

CREATE OR REPLACE FUNCTION keep_searchable(wanted bigint) RETURNS void LANGUAGE sql AS $$
    SELECT keep_searchable(ARRAY[wanted])
$$;
