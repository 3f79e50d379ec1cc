-- What the board filters by, kept from the facts whenever a complaint's clocks are computed.
alter table complaint
    add column severity text,
    add column category text,
    add column queue    text,
    add column tier     text,
    add column owner    text,
    add column amount   numeric;

-- Most writes of a busy minute are levels that fire. One index fewer is a fifth of that work less, so: the key starts with the
-- complaint and serves the look-ups by complaint too. It is the same promise, since a clock belongs to one complaint. Ids are
-- never looked up and random by construction. A level's clock exists, because whoever records it holds the clock's complaint
-- and clocks are never deleted; a foreign key would look it up again for every row.
alter table fired_level
    drop constraint fired_level_pkey,
    drop constraint fired_level_id_key,
    drop constraint fired_level_clock_id_fkey,
    add primary key (complaint_id, clock_id, cycle, level_key);
drop index fired_level_of_complaint;

-- Room on the page for the version of a clock that has fired: no index entry is written for it then.
alter table clock set (fillfactor = 80);

-- A platform whose policy or calendar cannot be read: one alert for all its complaints, which are tried again once it can.
create table platform_set_aside (
    platform        text        primary key,
    policy_version  integer     not null,
    reason          text        not null,
    since           timestamptz not null default now()
);
alter table set_aside
    drop constraint set_aside_stage_check,
    add check (stage in ('POLICY', 'COMPUTE', 'FIRE'));
create index set_aside_of_policy on set_aside (platform) where stage = 'POLICY';
