SELECT s.id, s.name, s.kind, p.name AS parent, s.parent_id, s.country, s.reliability, s.reliability_reason, s.reliability_date,
       s.party, s.notes, (SELECT count(*) FROM statement t WHERE t.source_id = s.id AND t.status <> 'dismissed') AS statements
FROM source s
LEFT JOIN source p ON p.id = s.parent_id
ORDER BY s.name_key, s.id
