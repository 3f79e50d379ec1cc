-- Why a complaint moved ahead in its queue: one row a cause, whatever it was told by and how often (R40). Kept also when
-- it is read before the filing.
create table priority_raise (
    complaint_id uuid not null,
    platform text not null,
    source text not null,
    cause text not null check (cause in ('ESCALATED', 'URGED')),
    at timestamptz not null,
    primary key (complaint_id, source)
);

-- What sla told of a complaint's clocks: an end, once told, stays, also when it is read before the start.
create table case_deadline (
    clock_id uuid primary key,
    complaint_id uuid not null,
    platform text not null,
    due_at timestamptz not null,
    ended boolean not null
);
create index case_deadline_running on case_deadline (complaint_id, due_at) where not ended;

-- Whether intake said that a complaint is over; ended_at is null after a reopening. The latest word of intake holds.
create table case_end (
    complaint_id uuid primary key,
    platform text not null,
    sequence bigint not null,
    ended_at timestamptz
);

-- Where a complaint stands in its queue. All of it is counted when it is read, so that facts can come in any order.
-- CRITICAL is above whatever was raised; an URGENT one is passed by a NORMAL one that was raised three times.
create view case_standing as
select c.complaint_id, c.platform, c.queue, c.tier, c.owner, c.filed_at, c.assigned_at, j.category, j.severity,
    r.raises,
    case j.severity when 'CRITICAL' then 10 when 'URGENT' then 2 else 0 end + least(r.raises, 5) as rank,
    d.due_at,
    e.ended_at
from triaged_complaint c
join judgement j on j.complaint_id = c.complaint_id and j.revision = c.revision
cross join lateral (
    select count(*)::integer as raises from priority_raise p
    where p.complaint_id = c.complaint_id and p.platform = c.platform) r
cross join lateral (
    select min(k.due_at) as due_at from case_deadline k
    where k.complaint_id = c.complaint_id and k.platform = c.platform and not k.ended) d
left join case_end e on e.complaint_id = c.complaint_id and e.platform = c.platform;
