-- The board reads open clocks. What it asks of them is in the index, so that counting a million reads no table. The index holds
-- nothing that firing changes, neither state nor next_level_at: a clock that fires is updated in place, without index entries.
-- Ended clocks are not in it, nor are windows, which belong to the complainant.
-- A pause's times are always ISO-8601 in UTC, so that the function is as immutable as it says.
create function last_pause_end(pauses jsonb) returns timestamptz language sql immutable
    as $$ select max(coalesce(cast(pause ->> 'to' as timestamptz), 'infinity')) from jsonb_array_elements(pauses) pause $$;

-- Until when a clock stands still, or stood; infinity when nothing known ends its pause, null when it never paused.
alter table clock add column paused_until timestamptz generated always as (last_pause_end(pauses)) stored;

create index clock_open on clock (platform, due_at, clock_id) include (metric, complaint_id, risk_at, paused_until)
    where met_at is null and cancelled_at is null and metric not like '%WINDOW';

-- Those that paused are found without passing by all others.
create index clock_paused on clock (platform, due_at, clock_id)
    where paused_until is not null and met_at is null and cancelled_at is null and metric not like '%WINDOW';

-- Small queues and single owners; an owner alone is found by skipping from queue to queue.
create index complaint_by_queue on complaint (platform, queue, owner);

-- Reports go by due time over everything that has one. Clocks are written in about that order, which a block range index needs.
create index clock_by_due_range on clock using brin (due_at) with (autosummarize = on);

-- What the live board follows: one row per statement that touched complaints, however many these were, because a row or an index
-- entry for each would cost as much as firing does. Every change of clocks ends with a write to their complaint's row.
-- xid orders changes by what a reader can see: below pg_snapshot_xmin nothing more can appear. Rows live for minutes.
create table board_change (
    xid         xid8        not null default pg_current_xact_id(),
    at          timestamptz not null default now(),
    platform    text        not null,
    complaints  uuid[]      not null
);
create index board_change_order on board_change (xid);

create function note_board_change() returns trigger language plpgsql as $$
begin
    insert into board_change (platform, complaints)
    select platform, array_agg(complaint_id) from changed group by platform;
    return null;
end $$;

create trigger complaint_on_board after update on complaint
    referencing new table as changed for each statement execute function note_board_change();
