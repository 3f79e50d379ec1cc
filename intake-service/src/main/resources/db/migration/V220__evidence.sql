-- Evidence (R10, R12, R15): one row a version, written once. The files are in the file store under their SHA-256: the
-- original as it came, and the copy that others see.
create table evidence (
    complaint_id    uuid        not null references complaint on delete cascade,
    evidence_id     uuid        not null,
    version         integer     not null check (version >= 1),
    platform        text        not null,
    kind            text        not null,
    media_type      text        not null,
    size            bigint      not null check (size >= 0),
    sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    copy_media_type text        not null,
    copy_size       bigint      not null check (copy_size >= 0),
    copy_sha256     text        not null check (copy_sha256 ~ '^[0-9a-f]{64}$'),
    file_name       text        not null,
    occurred_at     timestamptz,
    note            text,
    by_role         text        not null,
    by_id           text        not null,
    added_at        timestamptz not null,
    primary key (evidence_id, version)
);
create index evidence_of_complaint on evidence (complaint_id, evidence_id, version);
-- How much a person added lately.
create index evidence_of_person on evidence (platform, by_role, by_id, added_at);
-- Whether a stored file is in use.
create index evidence_by_content on evidence (sha256);
create index evidence_by_copy on evidence (copy_sha256);

-- Nothing is overwritten (R15), by whatever statement.
create function evidence_is_kept() returns trigger language plpgsql as
$$
begin
    raise exception 'evidence is never changed: add a version';
end
$$;
create trigger evidence_is_kept before update on evidence for each row execute function evidence_is_kept();

-- Which pieces show a key fact (R12). The last mark counts, all are kept.
create table evidence_mark (
    id           bigint generated always as identity primary key,
    complaint_id uuid        not null references complaint on delete cascade,
    evidence_id  uuid        not null,
    key_fact     boolean     not null,
    note         text,
    by_role      text        not null,
    by_id        text        not null,
    at           timestamptz not null
);
create index evidence_mark_of_complaint on evidence_mark (complaint_id, id);
