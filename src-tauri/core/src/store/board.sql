-- Figures with what comparing them asks of their statements; a WHERE follows. A statement's figures come together.
SELECT f.id, f.start, f."end", f.figure_text, f.qualifier, f.point, f.low, f.high, f.vague, f.unit, f.measure, f.severity,
       f."group", f.includes, f.excludes, f.place_id, f.period_start, f.period_end, f.as_of, f.counting, f.basis, f.stance,
       f.doubtful, f.part_of, f.statement_id, s.start AS statement_start, s.quote, s.quote_translation, s.event_id,
       s.source_id, s.speaker_id, s.stated_at, s.revision_id
FROM statement s
CROSS JOIN figure f ON f.statement_id = s.id
