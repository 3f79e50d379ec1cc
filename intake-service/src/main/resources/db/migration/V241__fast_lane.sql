-- Which complaints were settled by rule (R55): each at most once, each order at most once, so many of a person in 30 days.
create table fast_lane_settlement (
    complaint_id   uuid primary key references complaint on delete cascade,
    platform       text           not null,
    complainant_id text           not null,
    order_no       text           not null,
    rule           text           not null,
    amount         numeric(14, 2) not null check (amount > 0),
    currency       text           not null,
    decision_id    uuid           not null,
    settled_at     timestamptz    not null default now(),
    unique (platform, order_no)
);
create index fast_lane_of_person on fast_lane_settlement (platform, complainant_id, settled_at);
