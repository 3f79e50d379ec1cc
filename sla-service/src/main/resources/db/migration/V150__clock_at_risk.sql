-- From when on a running clock is at risk: its first warning, or its last fifth where the rule has none. Part of the computed
-- clock, so that the board compares it with now() and nothing has to be written when the time comes.
alter table clock add column risk_at timestamptz;

update clock set risk_at = due_at - (due_at - started_at) / 5 where due_at is not null;
