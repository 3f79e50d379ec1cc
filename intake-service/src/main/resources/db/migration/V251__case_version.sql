-- Two versions, so that a clock that starts does not outdate a command: case_version rises with each command and is what If-Match
-- of a command is compared with; version rises when anything changes that a complaint's representation shows.
alter table complaint add column case_version bigint not null default 1;

create or replace function complaint_changed() returns trigger language plpgsql as
$$
begin
    -- The database computes it after this trigger.
    new.shelf := old.shelf;
    if new is distinct from old then
        new.version := old.version + 1;
        new.updated_at := now();
    end if;
    -- Also an update that changes nothing here is a change for who follows live: something beside the row did.
    new.changed_xid := pg_current_xact_id();
    new.change_no := nextval('complaint_change');
    return new;
end
$$;
