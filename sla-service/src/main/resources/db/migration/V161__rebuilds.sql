-- Computing clocks anew from the kept events, in the background. One row is one order; whoever works on it holds the row, writes
-- a batch, its differences and how far it came in one transaction, and lets go: after a crash the next one goes on from there.
create table rebuild (
    id            uuid        primary key,
    platform      text        not null,
    complaint_id  uuid,
    all_platforms boolean     not null,
    dry_run       boolean     not null,
    state         text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
    requested_by  text        not null,
    requested_at  timestamptz not null default now(),
    finished_at   timestamptz,
    -- The last complaint that is done; complaints are taken by rising id.
    after_id      uuid,
    complaints    bigint      not null default 0,
    changed       bigint      not null default 0,
    failed        bigint      not null default 0,
    check (complaint_id is null or not all_platforms)
);
create index rebuild_running on rebuild (requested_at) where state = 'RUNNING';
create index rebuild_of_platform on rebuild (platform, id);

-- What a rebuild changed, or would change: a clock before and after.
create table rebuild_difference (
    rebuild_id    uuid        not null references rebuild,
    complaint_id  uuid        not null,
    platform      text        not null,
    metric        text        not null,
    cycle         integer     not null,
    key           text        not null,
    effect        text        not null check (effect in ('CHANGED', 'BREACH_KEPT')),
    before        jsonb,
    after         jsonb       not null,
    primary key (rebuild_id, complaint_id, metric, cycle, key)
);

-- A level whose time had passed when a rebuild found out about it: recorded, never told.
alter table fired_level add column rebuilt boolean not null default false;
