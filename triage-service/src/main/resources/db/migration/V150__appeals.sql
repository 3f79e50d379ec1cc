-- Appeals as intake told them: which team an open one is for. An end, once told, stays, also when it is read before the filing.
create table case_appeal (
    appeal_id uuid primary key,
    complaint_id uuid not null,
    platform text not null,
    tier text not null check (tier in ('JUNIOR', 'SENIOR', 'SPECIAL_TEAM', 'MEDIATION_PANEL')),
    ended boolean not null
);
create index case_appeal_open on case_appeal (complaint_id) where not ended;

-- Who decided a complaint: nobody of them gets its appeal (R31).
create table case_decider (
    complaint_id uuid not null,
    platform text not null,
    decider text not null,
    primary key (complaint_id, decider)
);
