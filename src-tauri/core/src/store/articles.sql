-- Articles as lists show them, in order of import. The newest revision is the one shown.
SELECT a.id, a.title, a.outlet, a.authors, a.url, a.archive_url, a.language, a.direction, a.published_at, a.event_id,
       e.name AS event, a.confidential, r.id AS revision_id, r.retrieved_at, r.original_sha256, r.text_sha256, r.blocks,
       (SELECT count(*) FROM revision x JOIN statement s ON s.revision_id = x.id
        WHERE x.article_id = a.id AND s.status <> 'dismissed') AS statements
FROM article a
JOIN revision r ON r.id = (SELECT max(id) FROM revision WHERE article_id = a.id)
LEFT JOIN event e ON e.id = a.event_id
