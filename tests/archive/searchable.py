"""What search reads, compared with what the archive says."""

#: Articles of which the two differ. The left side is made without triggers: from the views, and
#: from the words of the latest revisions.
UNLIKE = """
SELECT coalesce(said.id, kept.id) FROM (
    SELECT a.article_id AS id, (a.article_id, n.id, a.outlet, a.language, a.date_published,
                  a.section, a.authors, a.revision_count > 1, a.gone_at,
                  setweight(to_tsvector(text_configuration(n.language), n.headline), 'A')
                  || setweight(to_tsvector(text_configuration(n.language),
                         coalesce(n.description, '') || ' ' || coalesce(n.lead, '')), 'B')
                  || to_tsvector(text_configuration(n.language), n.body))::text AS whole
    FROM articles a JOIN article ON article.id = a.article_id
    JOIN revision n ON n.id = article.revision_id
) AS said FULL JOIN (
    SELECT article_id AS id, (article_id, revision_id, outlet, language, date_published, section,
                              authors, is_edited, gone_at, words)::text AS whole
    FROM searchable
) AS kept USING (id)
WHERE said.whole IS DISTINCT FROM kept.whole
"""
