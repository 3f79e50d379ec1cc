-- What the selling platform holds about a complaint's order (R11). Asked for in the transaction that files the complaint;
-- pulled by a worker, which claims rows by next_attempt_at. Once the platform has answered it is null.
create table held_order (
    complaint_id    uuid primary key references complaint on delete cascade,
    platform        text        not null,
    order_no        text        not null,
    account         text        not null,
    state           text        not null default 'ASKED'
                    check (state in ('ASKED', 'HELD', 'NOT_FOUND', 'UNREACHABLE')),
    asked_at        timestamptz not null default now(),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz default now(),
    -- The facts as the platform told them, and the hash of their canonical form.
    facts           jsonb,
    facts_sha256    text,
    fetched_at      timestamptz,
    check ((state = 'HELD') = (facts is not null)),
    check ((facts is null) = (facts_sha256 is null))
);
create index held_order_due on held_order (next_attempt_at) where next_attempt_at is not null;
