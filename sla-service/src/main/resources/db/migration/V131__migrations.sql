-- A complaint that was moved to another policy version: which one it left, and when. What had ended or was past due by then
-- stays with the version it left.
create table policy_move (
    complaint_id  uuid        not null references complaint,
    moved_at      timestamptz not null,
    from_version  integer     not null,
    migration_id  uuid        not null,
    primary key (complaint_id, moved_at)
);

create table migration (
    migration_id   uuid        primary key,
    platform       text        not null,
    to_version     integer     not null,
    from_versions  integer[],
    reason         text        not null,
    state          text        not null check (state in ('RUNNING', 'STOPPED', 'DONE')),
    created_at     timestamptz not null default now(),
    created_by     text        not null,
    ended_at       timestamptz,
    foreign key (platform, to_version) references policy (platform, version)
);

-- Two migrations of one platform at a time would each undo the other.
create unique index migration_running on migration (platform) where state = 'RUNNING';
create index migration_newest on migration (platform, created_at desc, migration_id desc);

-- Written when a migration starts: what is still PENDING is what is left to do, whoever does it.
create table migration_case (
    migration_id  uuid        not null references migration,
    complaint_id  uuid        not null,
    state         text        not null check (state in ('PENDING', 'MOVED', 'LEFT_OUT', 'FAILED')),
    reason        text,
    done_at       timestamptz,
    primary key (migration_id, complaint_id)
);
create index migration_case_pending on migration_case (migration_id, complaint_id) where state = 'PENDING';
