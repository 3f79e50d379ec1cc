-- The complainant's earlier complaint about the same order and issue, as triage found it (R06). Both stay open.
alter table complaint add column duplicate_of uuid;
