-- The record of complaints. One owner per fact: what other services found out (triage, clocks) is kept here as they
-- told it, see fact_position.

create table platform (
    id            text primary key check (id ~ '^[a-z0-9-]{2,32}$'),
    profile       jsonb       not null,
    registered_by text        not null,
    registered_at timestamptz not null default now()
);

-- Every version of a platform's policy as PolicyActivated told it. No foreign key: a policy may be known before the
-- platform's profile is.
create table platform_policy (
    platform    text        not null,
    version     integer     not null,
    active_from timestamptz not null,
    document    jsonb       not null,
    received_at timestamptz not null default now(),
    primary key (platform, version)
);

create sequence complaint_change;

create table complaint (
    id              uuid        primary key,
    platform        text        not null references platform,
    number          text        not null unique,
    status          text        not null,
    order_no        text        not null,
    filed_category  text,
    description     text        not null,
    occurred_at     timestamptz,
    amount          numeric(14, 2),
    currency        text,
    channel         text        not null,
    merchant_id     text,
    product_id      text,
    goods_expire_at timestamptz,
    impact          text,
    complainant_id  text        not null,
    filed_by        text        not null,
    filed_by_role   text        not null,
    language        text        not null,
    filed_at        timestamptz not null default now(),
    policy_version  integer,
    -- what triage found
    category        text,
    severity        text,
    confidence      double precision,
    liability       text[]      not null default '{}',
    queue           text,
    tier            text,
    owner           text,
    triaged_at      timestamptz,
    -- kept by the trigger below
    version         bigint      not null default 1,
    updated_at      timestamptz not null default now(),
    changed_xid     xid8        not null default pg_current_xact_id(),
    change_no       bigint      not null default nextval('complaint_change'),
    check ((amount is null) = (currency is null))
);

create index complaint_newest on complaint (platform, filed_at desc, id desc);
create index complaint_of_complainant on complaint (platform, complainant_id, filed_at desc, id desc);
create index complaint_of_filer on complaint (platform, filed_by, filed_at desc, id desc);
create index complaint_of_order on complaint (platform, order_no);
create index complaint_of_owner on complaint (platform, owner, filed_at desc, id desc);
create index complaint_by_change on complaint (changed_xid, change_no);

-- Version (ETag) and change position are kept here and not in each statement, so that no later change can forget them.
-- changed_xid orders changes by what a reader can see: once a transaction id lies below pg_snapshot_xmin, nothing with
-- a smaller one can appear any more. A sequence alone could not promise that, since transactions commit out of order.
create function complaint_changed() returns trigger language plpgsql as
$$
begin
    new.version := old.version + 1;
    new.updated_at := now();
    new.changed_xid := pg_current_xact_id();
    new.change_no := nextval('complaint_change');
    return new;
end
$$;

create trigger complaint_changed before update on complaint for each row execute function complaint_changed();

create table demand (
    complaint_id uuid     not null references complaint on delete cascade,
    position     smallint not null,
    type         text     not null,
    amount       numeric(14, 2),
    currency     text,
    primary key (complaint_id, position),
    check ((amount is null) = (currency is null))
);

-- Personal data apart from the record, so that it can be corrected, restricted and deleted alone.
create table complainant_contact (
    complaint_id uuid primary key references complaint on delete cascade,
    name         text,
    phone        text,
    email        text
);

-- Who read personal data in clear, when and why.
create table access_log (
    id           bigint generated always as identity primary key,
    complaint_id uuid        not null,
    platform     text        not null,
    subject      text        not null,
    what         text        not null,
    why          text        not null,
    at           timestamptz not null default now()
);
create index access_log_of_complaint on access_log (complaint_id, at);

-- What happened, in the order in which it happened. event_id is null for acts in this service.
create table timeline_entry (
    id           bigint generated always as identity primary key,
    complaint_id uuid        not null references complaint on delete cascade,
    kind         text        not null,
    at           timestamptz not null,
    actor        text        not null,
    staff_only   boolean     not null default false,
    data         jsonb       not null default '{}',
    event_id     uuid,
    recorded_at  timestamptz not null default now(),
    unique (complaint_id, event_id)
);
create index timeline_of_complaint on timeline_entry (complaint_id, at, id);

-- What the complainant was promised; once the clock runs, what the clock says.
create table promise (
    complaint_id uuid    not null references complaint on delete cascade,
    metric       text    not null,
    target       text    not null,
    unit         text    not null,
    cycle        integer not null default 1,
    clock_id     uuid,
    due_at       timestamptz,
    state        text    not null default 'PROMISED',
    primary key (complaint_id, metric)
);
create index promise_running on promise (complaint_id, due_at) where state = 'RUNNING';

-- The highest sequence that was applied for a fact of a complaint, per producer. Facts (what triage judged, who owns
-- it, one clock) are told apart because a late ComplaintTriaged must still set the category that a ComplaintAssigned
-- before it could not know.
create table fact_position (
    complaint_id uuid   not null references complaint on delete cascade,
    source       text   not null,
    fact         text   not null,
    sequence     bigint not null,
    primary key (complaint_id, source, fact)
);
