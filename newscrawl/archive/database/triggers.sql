-- What no writer can forget, as the database itself does it: made anew behind every migration.

-- What search reads is made for all articles of a statement at once: for each apart, Postgres opened
-- the indexes and read the functions' texts anew. Articles that are pointed to the same revision
-- again, as after an earlier one came, are still made apart.
CREATE OR REPLACE FUNCTION keep_articles_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wanted bigint[] := ARRAY(
        SELECT id FROM new_rows JOIN old_rows USING (id)
        WHERE new_rows.revision_id IS DISTINCT FROM old_rows.revision_id
          AND new_rows.revision_id IS NOT NULL ORDER BY id);
BEGIN
    IF wanted <> '{}' THEN PERFORM keep_searchable(wanted); END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION keep_article_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_searchable(NEW.id);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER keep_searchable AFTER UPDATE ON article
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION keep_articles_searchable();
CREATE OR REPLACE TRIGGER keep_inserted_searchable AFTER INSERT ON article
FOR EACH ROW WHEN (NEW.revision_id IS NOT NULL) EXECUTE FUNCTION keep_article_searchable();
CREATE OR REPLACE TRIGGER keep_searchable_again AFTER UPDATE OF revision_id ON article
FOR EACH ROW WHEN (NEW.revision_id = OLD.revision_id) EXECUTE FUNCTION keep_article_searchable();

CREATE OR REPLACE FUNCTION keep_revision_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- An earlier revision counts for whether the article was edited.
    PERFORM keep_searchable(a.id) FROM article a
    WHERE a.id = NEW.article_id
      AND (a.revision_id = NEW.id OR NEW.text_hash IS DISTINCT FROM OLD.text_hash);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER keep_searchable AFTER UPDATE OF
    headline, description, lead, body, language, date_published, section, authors, text_hash
ON revision FOR EACH ROW EXECUTE FUNCTION keep_revision_searchable();

CREATE OR REPLACE FUNCTION keep_searchable_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE searchable SET gone_at = NEW.gone_at WHERE article_id = NEW.id;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER keep_searchable_gone AFTER UPDATE OF gone_at ON article
FOR EACH ROW WHEN (OLD.gone_at IS DISTINCT FROM NEW.gone_at)
EXECUTE FUNCTION keep_searchable_gone();

-- Nothing here deletes articles, but an operator may have to.
CREATE OR REPLACE FUNCTION forget_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN TRUNCATE searchable;
    ELSE DELETE FROM searchable WHERE article_id = OLD.id;
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER forget_searchable AFTER DELETE ON article
FOR EACH ROW EXECUTE FUNCTION forget_searchable();
CREATE OR REPLACE TRIGGER forget_all_searchable AFTER TRUNCATE ON article
FOR EACH STATEMENT EXECUTE FUNCTION forget_searchable();

-- No counts, and no unique names: two who write at once must never wait for each other here. A name
-- stays when its last article has gone: who asks counts. One by one, as the plan for all names of an
-- article would be made anew for each article.
CREATE OR REPLACE FUNCTION keep_author_names() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    said text;
BEGIN
    FOREACH said IN ARRAY NEW.authors LOOP
        INSERT INTO author_name (name) SELECT said
        WHERE NOT EXISTS (SELECT FROM author_name WHERE md5(name) = md5(said) AND name = said);
    END LOOP;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER keep_author_names AFTER INSERT ON searchable
FOR EACH ROW WHEN (NEW.authors <> '{}') EXECUTE FUNCTION keep_author_names();
CREATE OR REPLACE TRIGGER keep_changed_author_names AFTER UPDATE OF authors ON searchable
FOR EACH ROW WHEN (NEW.authors <> OLD.authors) EXECUTE FUNCTION keep_author_names();

-- What an article's address was until now is a fact that would be lost.
CREATE OR REPLACE FUNCTION keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO address (article_id, url, until) VALUES (OLD.id, OLD.url, archive_now());
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER keep_address AFTER UPDATE OF url ON article
FOR EACH ROW WHEN (OLD.url IS DISTINCT FROM NEW.url) EXECUTE FUNCTION keep_address();

-- Or an operator who deletes an article would leave its addresses behind.
CREATE OR REPLACE FUNCTION forget_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN TRUNCATE address;
    ELSE DELETE FROM address WHERE article_id = OLD.id;
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER forget_addresses AFTER DELETE ON article
FOR EACH ROW EXECUTE FUNCTION forget_addresses();
CREATE OR REPLACE TRIGGER forget_all_addresses AFTER TRUNCATE ON article
FOR EACH STATEMENT EXECUTE FUNCTION forget_addresses();

-- Or every ANALYZE would ask the function about 30,000 rows.
ALTER INDEX searchable_adjacent_idx ALTER COLUMN 1 SET STATISTICS 0;
