-- Complaints of one complainant about the same order and the same issue are linked (R06). Complaints judged before this
-- have no order number here and are not found.
alter table triaged_complaint add column order_no text;
create index triaged_complaint_order on triaged_complaint (platform, complainant_id, order_no) where order_no is not null;

create table duplicate (
    complaint_id uuid primary key references triaged_complaint,
    original_id uuid not null references triaged_complaint,
    rule text not null,
    found_at timestamptz not null default now(),
    check (complaint_id <> original_id)
);
