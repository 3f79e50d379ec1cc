-- Calendars in versions. A version never changes. Those the system ships belong to '*', the others to a platform.
create table calendar (
    owner        text        not null,
    calendar_id  text        not null,
    version      integer     not null check (version > 0),
    document     jsonb       not null,
    created_at   timestamptz not null default now(),
    created_by   text        not null,
    primary key (owner, calendar_id, version)
);

-- A version of a policy names everything a clock is computed with: its rules, and the calendar version it was accepted with.
-- Versions from before this migration were accepted with the shipped calendars, whose first version is written at start.
-- active_from is null for a draft and for a version that was retired before it took effect.
alter table policy
    alter column active_from drop not null,
    add column calendar_owner   text        not null default '*',
    add column calendar_version integer     not null default 1,
    add column activated_by     text,
    add column announced_at     timestamptz,
    add column retired_at       timestamptz,
    add column retired_by       text,
    add column revision         integer     not null default 1,
    add check (active_from is not null or announced_at is null);

-- Until now every version was announced when it was stored.
update policy set announced_at = created_at, activated_by = created_by;

create index policy_to_announce on policy (active_from) where announced_at is null and active_from is not null;
