drop table timeline_entry_before;

alter table timeline_entry
    add primary key (complaint_id, position),
    add foreign key (complaint_id) references complaint;
create unique index timeline_event on timeline_entry (complaint_id, event_id) where event_id is not null;
create index timeline_recorded on timeline_entry (recorded_xid);

-- Whose rights would allow it is held back, too: nobody changes a timeline by mistake.
create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete or truncate on timeline_entry
    for each statement execute function refuse_change();
