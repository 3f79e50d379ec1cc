-- What was opened on a complaint: requests for material, questions, promises, urgings, decisions, remedies, appeals,
-- referrals, reopenings, ratings. One row each, written under the lock of the complaint's row. The document is the whole
-- value; the other columns are copies of it to search by.
create table case_part (
    complaint_id uuid        not null references complaint on delete cascade,
    id           uuid        not null,
    kind         text        not null,
    place        integer     not null,
    open         boolean     not null,
    due_at       timestamptz,
    document     jsonb       not null,
    changed_at   timestamptz not null default now(),
    primary key (complaint_id, id),
    unique (complaint_id, place)
);
create index case_part_waiting on case_part (kind, due_at) where open;

-- The archive (R42): every contact with time, content, who and result. The words stay here; events carry ids alone.
create table contact_entry (
    id           bigint generated always as identity primary key,
    complaint_id uuid        not null references complaint on delete cascade,
    part_id      uuid        not null,
    act          text        not null,
    at           timestamptz not null,
    by_role      text        not null,
    by_id        text,
    speaker      text        not null,
    addressee    text,
    channel      text,
    words        text,
    result       text        not null
);
create index contact_entry_of_complaint on contact_entry (complaint_id, id);

create index complaint_of_merchant on complaint (platform, merchant_id, filed_at desc, id desc);
