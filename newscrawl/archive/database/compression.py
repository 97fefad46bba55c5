"""What long texts and words are packed with: lz4 where the server has it, faster than its own way.

A dump does not tell, as it may come to a server that has none: who restores one asks again.
"""

#: Of what is there already, nothing is packed anew.
PACK = """
DO $$ DECLARE one text; BEGIN
    IF EXISTS (SELECT FROM pg_settings
               WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
        FOR one IN
            SELECT format('ALTER TABLE %s ALTER %I SET COMPRESSION lz4',
                          attrelid::regclass, attname)
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relkind = 'r' AND NOT attisdropped AND pg_has_role(relowner, 'USAGE')
              AND (relname, attname) IN (
                ('revision', 'blocks'), ('revision', 'body'), ('revision', 'changes'),
                ('revision', 'removed'), ('searchable', 'words')) LOOP
            EXECUTE one;
        END LOOP;
    END IF;
END $$;
"""
