-- Who can own complaints. open_cases is kept in the transaction that assigns, under the one assignment lock.
create table agent (
    platform text not null,
    id text not null,
    tier text not null check (tier in ('JUNIOR', 'SENIOR', 'SPECIAL_TEAM', 'MEDIATION_PANEL')),
    active boolean not null default true,
    open_cases integer not null default 0 check (open_cases >= 0),
    last_assigned bigint not null default 0,
    primary key (platform, id)
);
create index agent_choice on agent (platform, tier, open_cases, last_assigned, id) where active;
create sequence assignment_number;

-- One row a complaint: who has it now.
create table triaged_complaint (
    complaint_id uuid primary key,
    platform text not null,
    complainant_id text not null,
    filed_at timestamptz not null,
    revision integer not null check (revision >= 1),
    queue text not null,
    tier text not null check (tier in ('JUNIOR', 'SENIOR', 'SPECIAL_TEAM', 'MEDIATION_PANEL')),
    owner text not null,
    assigned_at timestamptz not null,
    foreign key (platform, owner) references agent (platform, id)
);
create index triaged_complaint_queue on triaged_complaint (platform, queue, filed_at);

-- Every judgement, the latest revision holds. A person's overruling is a later revision; none is overwritten (R20).
create table judgement (
    complaint_id uuid not null references triaged_complaint,
    revision integer not null check (revision >= 1),
    category text not null,
    severity text not null check (severity in ('NORMAL', 'URGENT', 'CRITICAL')),
    confidence numeric(3, 2) not null check (confidence between 0 and 1),
    liability text[] not null,
    micro_claim boolean not null,
    reasons jsonb not null,
    triaged_at timestamptz not null,
    primary key (complaint_id, revision)
);

-- An escalation may be read before the filing: it waits here and is applied with the judgement.
create table early_escalation (
    complaint_id uuid primary key,
    platform text not null,
    tier text not null check (tier in ('JUNIOR', 'SENIOR', 'SPECIAL_TEAM', 'MEDIATION_PANEL'))
);

-- One row a delivery. SENDING is written before the platform is called and UNKNOWN after an unclear answer: both are
-- looked up at the platform before anything is sent again (R21). The claim is next_attempt_at moved ahead; attempts
-- fences a worker whose claim ran out.
create table account_freeze (
    id uuid primary key,
    complaint_id uuid not null unique references triaged_complaint,
    platform text not null,
    account_id text not null,
    reason text not null,
    state text not null check (state in ('ORDERED', 'SENDING', 'UNKNOWN', 'CONFIRMED', 'FAILED_NEEDS_PERSON')),
    ordered_at timestamptz not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    reference text,
    confirmed_at timestamptz,
    failure text,
    check ((state in ('CONFIRMED', 'FAILED_NEEDS_PERSON')) = (next_attempt_at is null)),
    check ((state = 'FAILED_NEEDS_PERSON') = (failure is not null))
);
create index account_freeze_due on account_freeze (next_attempt_at) where next_attempt_at is not null;
