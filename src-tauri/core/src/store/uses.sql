SELECT NULL AS vocabulary, source_id AS id, count(*) AS statements, 0 AS figures, 0 AS articles, 0 AS entries
FROM (SELECT source_id, id FROM statement WHERE source_id IS NOT NULL UNION SELECT source_id, statement_id FROM chain_link)
GROUP BY source_id
UNION ALL
SELECT NULL, speaker_id, count(*), 0, 0, 0 FROM statement WHERE speaker_id IS NOT NULL GROUP BY speaker_id
UNION ALL
SELECT NULL, id, 0, sum(figures), 0, sum(entries)
FROM (SELECT place_id AS id, count(*) AS figures, 0 AS entries FROM figure WHERE place_id IS NOT NULL GROUP BY place_id
      UNION ALL SELECT place_id, 0, count(*) FROM event WHERE place_id IS NOT NULL GROUP BY place_id)
GROUP BY id
UNION ALL
SELECT NULL, id, sum(statements), 0, sum(articles), 0
FROM (SELECT event_id AS id, count(*) AS statements, 0 AS articles FROM statement WHERE event_id IS NOT NULL GROUP BY event_id
      UNION ALL SELECT event_id, 0, count(*) FROM article WHERE event_id IS NOT NULL GROUP BY event_id)
GROUP BY id
UNION ALL SELECT 'measure', measure, 0, count(*), 0, 0 FROM figure WHERE measure IS NOT NULL GROUP BY measure
UNION ALL SELECT 'severity', severity, 0, count(*), 0, 0 FROM figure WHERE severity IS NOT NULL GROUP BY severity
UNION ALL SELECT 'group', "group", 0, count(*), 0, 0 FROM figure WHERE "group" IS NOT NULL GROUP BY "group"
UNION ALL SELECT 'basis', basis, 0, count(*), 0, 0 FROM figure WHERE basis IS NOT NULL GROUP BY basis
UNION ALL SELECT 'unit', unit, 0, count(*), 0, 0 FROM figure GROUP BY unit
UNION ALL SELECT 'source_kind', kind, 0, 0, 0, count(*) FROM source GROUP BY kind
