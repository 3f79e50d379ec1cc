-- Orders to the selling platform to carry out a remedy. One row a remedy and under its id, for life; written in the
-- transaction that orders the remedy, and locked together with the complaint's row whenever a command looks at it.
-- SENDING is written down before the platform is called and UNKNOWN after an unclear answer; both are looked up at the
-- platform before anything is sent again.
create table remedy_order (
    id              uuid        primary key,
    complaint_id    uuid        not null references complaint on delete cascade,
    platform        text        not null,
    order_no        text        not null,
    type            text        not null,
    amount          numeric,
    currency        text,
    due_at          timestamptz not null,
    ordered_at      timestamptz not null default now(),
    state           text        not null default 'PENDING' check (state in
        ('PENDING', 'SENDING', 'UNKNOWN', 'ACCEPTED', 'EXECUTED', 'REFUSED', 'CANCELLED')),
    recalled        boolean     not null default false,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz default now(),
    accepted_at     timestamptz,
    ended_at        timestamptz,
    reference       text,
    reason          text,
    last_answer     text,
    check ((state in ('EXECUTED', 'REFUSED', 'CANCELLED')) = (next_attempt_at is null)),
    check ((next_attempt_at is null) = (ended_at is not null)),
    check ((amount is null) = (currency is null))
);
create index remedy_order_due on remedy_order (next_attempt_at) where next_attempt_at is not null;
create index remedy_order_of_complaint on remedy_order (complaint_id);
