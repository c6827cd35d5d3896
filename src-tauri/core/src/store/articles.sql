-- Articles as lists show them. The newest revision is the one shown.
SELECT a.rowid AS place, a.id, a.title, a.outlet, a.authors, a.url, a.archive_url, a.language, a.direction, a.published_at,
       a.event_id, e.name AS event, a.confidential, r.id AS revision_id, r.retrieved_at, r.original_sha256, r.text_sha256, r.blocks,
       coalesce(p.statements, 0) AS statements, coalesce(p.drafts, 0) AS drafts, coalesce(p.numbers_left, 0) AS numbers_left
FROM article a
JOIN revision r ON r.id = (SELECT max(id) FROM revision WHERE article_id = a.id)
LEFT JOIN event e ON e.id = a.event_id
LEFT JOIN progress p ON p.article_id = a.id
