-- What notification knows of a case, learnt from events: ids and a language, nothing personal.
-- The row is also the lock of a case: whoever plans messages or learns an owner takes it first, so that a message
-- that waits for an owner and the news of that owner can't pass each other unseen.
create table known_case (
    complaint_id   uuid primary key,
    platform       text not null,
    number         text,                         -- null until ComplaintFiled was seen: topics are not ordered among each other
    complainant_id text,
    language       text,
    owner          text,
    owner_sequence bigint not null default -1    -- sequence of the triage event that named the owner; an older one changes nothing
);

-- One row a delivery: one message, on one channel, to one audience, because of one event.
create table delivery (
    id              uuid primary key,            -- UUIDv7: newest last
    event_id        uuid not null,
    complaint_id    uuid not null,
    platform        text not null,
    channel         text not null check (channel in ('SMS', 'INBOX')),
    audience        text not null check (audience in ('COMPLAINANT', 'OWNER', 'SUPERVISORS', 'OPS')),
    recipient_kind  text not null check (recipient_kind in ('PERSON', 'ROLE')),
    recipient       text,                        -- 'complainant:u-1', 'staff:a-1', 'role:ops'; null while the owner is not known
    sent_to         text,                        -- the masked number an SMS went to; the full one is never stored here
    template        text not null,
    language        text not null,
    params          jsonb not null,
    state           text not null check (state in ('DUE', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'SKIPPED')),
    unclear         boolean not null default false, -- a request to send was made and its fate is not known: look up before any other
    attempts        int not null default 0,
    claims          bigint not null default 0,   -- fence: an outcome is recorded only by the holder of the latest claim
    next_attempt_at timestamptz,                 -- when to act on the row again; while it is claimed, the end of the lease
    posted_at       timestamptz,                 -- when a request was made that the gateway may still be at work on; null if it is done
    counted_on      date,                        -- the day in whose allowance this SMS was counted
    give_up_at      timestamptz not null,
    last_error      text,
    out_id          text not null unique,        -- the id under which the gateway knows it, the same for every attempt
    provider_id     text,
    occurred_at     timestamptz not null,        -- time of the event
    created_at      timestamptz not null default now(),
    ended_at        timestamptz,
    unique (event_id, channel, audience)         -- a replayed event adds nothing, even when the owner is another by now
);
-- What the workers look for.
create index delivery_due on delivery (next_attempt_at) where channel = 'SMS' and state in ('DUE', 'SENDING', 'UNKNOWN');
-- What an owner's arrival releases.
create index delivery_waiting on delivery (complaint_id) where recipient is null;
-- GET /notifications, by complaint or by state.
create index delivery_complaint on delivery (complaint_id, id desc);
create index delivery_platform on delivery (platform, state, id desc);

create table inbox_message (
    id           uuid primary key,               -- UUIDv7: newest last
    delivery_id  uuid not null unique references delivery (id),
    complaint_id uuid not null,
    platform     text not null,
    recipient    text not null,
    template     text not null,
    params       jsonb not null,                 -- rendered when read, in the reader's language
    at           timestamptz not null default now()
);
create index inbox_message_recipient on inbox_message (platform, recipient, id desc);

-- A message to a role is read by each person for themself.
create table inbox_read (
    message_id uuid not null references inbox_message (id),
    reader     text not null,
    read_at    timestamptz not null default now(),
    primary key (message_id, reader)
);

-- Allowances of a day. A phone appears only as a keyed digest; the key is made for the day and dropped after it,
-- so that yesterday's digests can't be traced back by trying all numbers.
create table sms_day (
    day date primary key,
    key bytea not null
);
create table sms_count (
    day   date not null references sms_day (day) on delete cascade,
    scope text not null,                         -- 'phone:<digest>' or 'platform:<id>'
    used  int not null,
    primary key (day, scope)
);
