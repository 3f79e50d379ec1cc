-- Signed roots over all chains, in a schema of their own; the same is kept in files outside the database.
create schema chain;

-- through_xid: the root is over entries of transactions below it and not below the root's before.
create table chain.root (
    number      bigint      primary key check (number > 0),
    at          timestamptz not null,
    previous    bytea       not null check (octet_length(previous) = 32),
    leaves      integer     not null check (leaves > 0),
    merkle      bytea       not null check (octet_length(merkle) = 32),
    key         text        not null,
    signature   text        not null,
    through_xid bigint      not null
);

create table chain.leaf (
    root         bigint  not null references chain.root,
    place        integer not null,
    complaint_id uuid    not null,
    position     integer not null,
    head         bytea   not null check (octet_length(head) = 32),
    primary key (root, place)
);
create index leaf_of_complaint on chain.leaf (complaint_id, root);

create trigger append_only before update or delete or truncate on chain.root
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on chain.leaf
    for each statement execute function refuse_change();
