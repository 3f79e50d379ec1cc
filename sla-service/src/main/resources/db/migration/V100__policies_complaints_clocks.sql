-- Policies are never edited in place: a change is a new version. The document is the JSON of the API, kept as it was accepted.
create table policy (
    platform     text        not null,
    version      integer     not null check (version > 0),
    document     jsonb       not null,
    active_from  timestamptz not null,
    created_at   timestamptz not null default now(),
    created_by   text        not null,
    primary key (platform, version)
);

-- One row per complaint. Whoever touches a complaint's clocks holds this row's lock first: the consumers (FOR UPDATE) and the
-- watch (FOR UPDATE SKIP LOCKED). So an event that meets a clock and the level that fires for it never pass each other.
create table complaint (
    complaint_id    uuid        primary key,
    platform        text        not null,
    complainant_id  text,
    filed_at        timestamptz,
    policy_version  integer,
    standing        text        not null check (standing in ('UNFILED', 'NO_POLICY', 'TIMED', 'SET_ASIDE')),
    next_level_at   timestamptz,
    created_at      timestamptz not null default now(),
    foreign key (platform, policy_version) references policy (platform, version)
);

-- The watch's index: only complaints with something still to fire are in it.
create index complaint_next_level on complaint (next_level_at) where next_level_at is not null;
create index complaint_without_policy on complaint (platform, filed_at) where standing = 'NO_POLICY';

-- Every event of a complaint, so that its clocks can be computed again at any time without Kafka. Free text is not kept.
-- data is json, not jsonb: the text stays as the producer wrote it. fact is what the event means for clocks; without one it
-- is kept for a later version of this service that knows it, even before its complaint is known.
create table case_event (
    complaint_id  uuid        not null,
    source        text        not null,
    event_id      uuid        not null,
    type          text        not null,
    sequence      bigint      not null,
    happened_at   timestamptz not null,
    received_at   timestamptz not null default now(),
    data          json        not null,
    fact          jsonb,
    primary key (complaint_id, source, event_id)
);

create table clock (
    clock_id        uuid        primary key,
    complaint_id    uuid        not null references complaint,
    platform        text        not null,
    metric          text        not null,
    cycle           integer     not null check (cycle > 0),
    key             text        not null,
    rule            integer     not null,
    policy_version  integer     not null,
    target          text        not null,
    unit            text        not null,
    state           text        not null check (state in ('RUNNING', 'PAUSED', 'MET', 'BREACHED', 'LAPSED', 'CANCELLED')),
    started_at      timestamptz not null,
    due_at          timestamptz,
    met_at          timestamptz,
    breached_at     timestamptz,
    cancelled_at    timestamptz,
    -- What is still to fire, in order of time: [{"level","key","kind","to","firesAt"}].
    armed           jsonb       not null,
    next_level_at   timestamptz,
    changed_at      timestamptz not null default now(),
    unique (complaint_id, metric, cycle, key)
);

-- What has fired. The primary key is the promise: each (clock, cycle, level) once, whoever tries. level_key names a level
-- across rules ("WARNING OWNER 1", "BREACH"), so that a change of severity neither warns nor breaches twice; level is its
-- position in the rule it fired under.
create table fired_level (
    clock_id      uuid        not null references clock,
    cycle         integer     not null,
    level_key     text        not null,
    level         integer     not null,
    id            uuid        not null unique,
    complaint_id  uuid        not null,
    platform      text        not null,
    metric        text        not null,
    kind          text        not null check (kind in ('WARNING', 'BREACH', 'ESCALATION', 'LAPSE')),
    addressee     text        not null,
    due_at        timestamptz not null,
    fires_at      timestamptz not null,
    detected_at   timestamptz not null,
    primary key (clock_id, cycle, level_key),
    check (detected_at >= fires_at)
);

create index fired_level_newest on fired_level (platform, detected_at desc, id desc);
create index fired_level_of_complaint on fired_level (complaint_id);

-- Complaints whose clocks could not be computed or fired. They hold back no other and are tried again with their next event.
create table set_aside (
    complaint_id  uuid        primary key references complaint,
    platform      text        not null,
    stage         text        not null check (stage in ('COMPUTE', 'FIRE')),
    reason        text        not null,
    since         timestamptz not null default now()
);
