-- A deadline's level tells people when it fires; many at once are told in one message.
alter table delivery
    add column fires_at   timestamptz,            -- when the level fell due; null for whatever is not of a deadline
    add column clock_id   uuid,                   -- whose level it is
    add column cycle      int,
    add column message_id uuid references inbox_message (id); -- the one inbox message that tells of it
update delivery d set message_id = m.id from inbox_message m where m.delivery_id = d.id;

alter table delivery drop constraint delivery_audience_check;
alter table delivery add constraint delivery_audience_check
    check (audience in ('COMPLAINANT', 'OWNER', 'SUPERVISORS', 'OPS', 'PLATFORM'));

-- What waits to be told together, by addressee in the order of the message.
create index delivery_gathered on delivery (platform, recipient, fires_at, id)
    where channel = 'INBOX' and state = 'DUE' and recipient is not null;
-- How many levels an addressee was told of lately.
create index delivery_recent on delivery (platform, recipient, created_at)
    where channel = 'INBOX' and fires_at is not null;
-- What a message tells of.
create index delivery_message on delivery (message_id, fires_at, id) where fires_at is not null;
-- Who was told of a breach that is taken back.
create index delivery_clock on delivery (clock_id, cycle) where clock_id is not null;

-- A message of many levels is about many complaints; delivery_id is then the first of them.
alter table inbox_message alter column complaint_id drop not null;
