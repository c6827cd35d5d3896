-- Statements with the names that their cards show; a WHERE follows.
SELECT s.id, r.article_id, s.start, s."end", s.quote, s.page, s.modality, s.speaker_id, p.name AS speaker, s.speaker_role,
       s.source_id, o.name AS source, o.kind AS source_kind, s.source_as_written, s.source_quote, s.stated_at, s.event_id,
       e.name AS event, s.quote_translation, s.translation_lang, s.translated_by, s.note, s.tags, s.status, s.confidential,
       s.recorded_by, s.created_at, s.updated_at
FROM statement s
JOIN revision r ON r.id = s.revision_id
LEFT JOIN speaker p ON p.id = s.speaker_id
LEFT JOIN source o ON o.id = s.source_id
LEFT JOIN event e ON e.id = s.event_id
