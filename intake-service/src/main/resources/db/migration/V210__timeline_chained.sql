-- Timeline entries, chained by hash (docs/api/verification.md). Rows are inserted and never touched again.
-- recorded_xid is the transaction that wrote the entry: roots go over what lies below pg_snapshot_xmin, where nothing can
-- appear any more.
alter table timeline_entry rename to timeline_entry_before;
alter table timeline_entry_before rename constraint timeline_entry_pkey to timeline_entry_before_pkey;

create table timeline_entry (
    complaint_id uuid        not null,
    position     integer     not null check (position > 0),
    kind         text        not null,
    at           timestamptz not null,
    actor        text        not null,
    staff_only   boolean     not null default false,
    data         jsonb       not null default '{}',
    event_id     uuid,
    salt         bytea       not null check (octet_length(salt) = 16),
    hash         bytea       not null check (octet_length(hash) = 32),
    recorded_at  timestamptz not null default now(),
    recorded_xid bigint      not null default cast(cast(pg_current_xact_id() as text) as bigint)
);
