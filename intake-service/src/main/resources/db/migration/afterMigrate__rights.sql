-- What the service's own role may do, granted anew after every migration: everything with rows, but for a record that is
-- append-only. Instances that start together take turns.
do
$$
begin
    if to_regclass('chain.leaf') is null then
        return; -- a database that is only migrated halfway
    end if;
    perform pg_advisory_xact_lock(7165);
    grant usage on schema public, chain to "${runtime}";
    grant select, insert, update, delete on all tables in schema public to "${runtime}";
    grant usage on all sequences in schema public to "${runtime}";
    revoke all on flyway_schema_history from "${runtime}";
    revoke update, delete, truncate on timeline_entry from "${runtime}";
    revoke update, delete, truncate on evidence, evidence_mark, contact_entry from "${runtime}";
    revoke delete, truncate on complaint from "${runtime}";
    grant select, insert on all tables in schema chain to "${runtime}";
    revoke update, delete, truncate on all tables in schema chain from "${runtime}";
end
$$;
