-- What was found, apart from the reasons, in a decision's words.
alter table contact_entry add column facts text;

-- The decision that holds of each case, narrow enough to be compared at a million: what like cases are looked up by (R25).
-- Nothing in it names a person.
create table decided_case (
    complaint_id uuid        primary key references complaint on delete cascade,
    platform     text        not null,
    category     text        not null,
    band         smallint    not null,
    demands      text[]      not null,
    amount       numeric(14, 2),
    currency     text,
    liability    text[]      not null,
    outcome      text        not null,
    basis        text[]      not null,
    remedies     jsonb       not null,
    tier         text        not null,
    appealed     boolean     not null,
    decided_at   timestamptz not null
);
create index decided_case_alike on decided_case (platform, category, band, decided_at desc);

-- Amounts alike: the band is the order of magnitude, in halves; 0 is no amount.
create function amount_band(amount numeric) returns smallint language sql immutable parallel safe as
$$
select cast(case when amount is null then 0
                 when amount <= 10 then 1
                 when amount <= 50 then 2
                 when amount <= 100 then 3
                 when amount <= 500 then 4
                 when amount <= 1000 then 5
                 when amount <= 5000 then 6
                 else 7 end as smallint)
$$;

insert into decided_case (complaint_id, platform, category, band, demands, amount, currency, liability, outcome, basis, remedies, tier,
                          appealed, decided_at)
select c.id, c.platform, coalesce(c.category, c.filed_category, 'OTHER'), amount_band(c.amount),
       array(select d.type from demand d where d.complaint_id = c.id order by d.position), c.amount, c.currency, c.liability,
       p.document ->> 'outcome', array(select jsonb_array_elements_text(p.document -> 'basis')),
       (select coalesce(jsonb_agg(jsonb_build_object('type', r.document -> 'type', 'amount', r.document -> 'amount', 'currency',
                        r.document -> 'currency')), '[]')
          from case_part r where r.complaint_id = c.id and r.kind = 'REMEDY' and r.document ->> 'decisionId' = cast(p.id as text)),
       p.document ->> 'tier', p.document ->> 'appealId' is not null, cast(p.document ->> 'servedAt' as timestamptz)
  from case_part p join complaint c on c.id = p.complaint_id
 where p.kind = 'DECISION' and p.open;
