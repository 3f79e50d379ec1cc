-- When a clock stands still, why, and who opened that: [{"from","to","reason","by"}], ascending; "to" is null while nothing known
-- ends it. Part of the computed clock, like its levels.
alter table clock add column pauses jsonb not null default '[]';

-- A breach that turned out not to be one, because what ended the clock in time was told late. The record stays; statistics
-- leave it out.
alter table fired_level
    add column withdrawn_at     timestamptz,
    add column withdrawn_reason text,
    add check ((withdrawn_at is null) = (withdrawn_reason is null));
