-- Whose pieces of evidence are held back from the complainant until they are released is a fact of the case.
update case_part p set document = p.document || jsonb_build_object('merchants', true, 'released', 0)
  from evidence e
 where p.kind = 'EVIDENCE' and e.evidence_id = p.id and e.version = 1 and e.by_role = 'MERCHANT';
