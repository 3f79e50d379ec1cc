-- Outbox, inbox and parked records of one service, in that service's own database.

-- The last sequence given out per aggregate. The upsert in the append keeps this row locked until commit:
-- two transactions that append for one aggregate get their sequences in the order in which they commit.
create table outbox_sequence (
    aggregate_id  text   primary key,
    last_sequence bigint not null
) with (fillfactor = 80);

-- One row a shard. A relay that holds the row's lock is the only one that sends the shard's rows.
create table outbox_shard (
    shard smallint primary key
);
insert into outbox_shard select generate_series(0, 15);

create table outbox (
    id              bigint generated always as identity primary key,
    event_id        uuid        not null,
    aggregate_id    text        not null,
    shard           smallint    not null check (shard between 0 and 15),
    sequence        bigint      not null,
    type            text        not null,
    source          text        not null,
    platform        text        not null,
    payload         bytea       not null,
    occurred_at     timestamptz not null default now(),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz,
    last_error      text,
    sent_at         timestamptz,
    parked_at       timestamptz,
    resolution      text check (resolution in ('REPLAYED', 'DISCARDED')),
    resolved_by     text,
    resolved_at     timestamptz,
    resolved_reason text
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.1);

create index outbox_unsent on outbox (shard, id) where sent_at is null and parked_at is null;
create index outbox_parked on outbox (aggregate_id) where parked_at is not null and resolution is null;

-- What a consumer has already handled. The row is written in the handler's own transaction.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    handled_at  timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_by_age on inbox using brin (handled_at);

-- Records that could not be handled, kept until somebody replays or discards them. The record's own timestamp is
-- part of the key so that a topic made anew, with its offsets starting again at zero, parks its own records.
create table parked_record (
    id               uuid        primary key,
    consumer         text        not null,
    topic            text        not null,
    partition_number integer     not null,
    record_offset    bigint      not null,
    record_time      bigint      not null,
    record_key       bytea,
    headers          bytea       not null,
    value            bytea,
    value_size       bigint      not null,
    truncated        boolean     not null default false,
    event_id         uuid,
    type             text,
    subject          text,
    platform         text,
    reason           text        not null,
    attempts         integer     not null default 0,
    parked_at        timestamptz not null default now(),
    resolution       text check (resolution in ('REPLAYED', 'DISCARDED')),
    resolved_by      text,
    resolved_at      timestamptz,
    resolved_reason  text,
    unique (consumer, topic, partition_number, record_offset, record_time)
);
create index parked_record_open on parked_record (platform, id) where resolution is null;
