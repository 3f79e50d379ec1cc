-- The archive (R42) grows and nothing else, like the timeline: what was said stays as it was said.
create trigger append_only before update or delete or truncate on contact_entry
    for each statement execute function refuse_change();
