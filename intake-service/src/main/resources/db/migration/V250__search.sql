-- Searching at a million complaints (docs/adr/0022). What a list is narrowed to by few values stands on a shelf: one value for
-- status, category and severity together, so that one index in the list's order finds the rarest of them without walking past
-- the others.
alter table complaint add column shelf text
    generated always as (status || ' ' || coalesce(category, filed_category, '-') || ' ' || coalesce(severity, '-')) stored;
create index complaint_shelf on complaint (platform, shelf, filed_at desc, id desc);

-- Indexes hold only the rows that can be found by them: a filing writes fewer.
drop index complaint_of_filer;
create index complaint_of_partner on complaint (platform, filed_by, filed_at desc, id desc) where filed_by_role = 'partner';
drop index complaint_of_owner;
create index complaint_of_owner on complaint (platform, owner, filed_at desc, id desc) where owner is not null;
drop index complaint_of_merchant;
create index complaint_of_merchant on complaint (platform, merchant_id, filed_at desc, id desc) where merchant_id is not null;
drop index complaint_of_order;
create index complaint_of_order on complaint (platform, order_no, filed_at desc, id desc);
