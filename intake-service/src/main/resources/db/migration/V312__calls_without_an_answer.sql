-- How often the platform was asked for an order and gave no answer that can be believed. attempts fences claims and counts
-- also those that died and those that were never sent, which say nothing of the platform.
alter table held_order add column unanswered integer not null default 0;
