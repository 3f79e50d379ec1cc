-- The answers given under an Idempotency-Key, written in the transaction of the effect itself: either both are there or none.
create table idempotency_key (
    scope        text        not null, -- platform, caller, method and path: one caller's keys are not another's
    key          text        not null,
    request_hash text        not null,
    status       integer     not null,
    headers      jsonb       not null,
    body         text,
    created_at   timestamptz not null default now(),
    primary key (scope, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
