"""What search reads, compared with what the archive says."""

#: Articles of which the two differ. The left side is made without triggers: from the views, and
#: from the words of the latest revisions.
UNLIKE = """
SELECT coalesce(said.id, kept.id) FROM (
    SELECT article_id AS id, (a.article_id, a.revision_id, a.outlet, a.language, a.date_published,
                              a.section, a.authors, a.revision_count > 1, a.gone_at,
                              searched_words(r.language, r.headline, r.description, r.lead,
                                             r.body))::text AS whole
    FROM articles a JOIN revision r USING (article_id) WHERE r.id = a.revision_id
) AS said FULL JOIN (
    SELECT article_id AS id, (article_id, revision_id, outlet, language, date_published, section,
                              authors, is_edited, gone_at, words)::text AS whole
    FROM searchable
) AS kept USING (id)
WHERE said.whole IS DISTINCT FROM kept.whole
"""
