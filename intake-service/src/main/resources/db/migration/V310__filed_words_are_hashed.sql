-- The hash of the complaint's own words stands on its first entry of the timeline (R13); the salt that goes into it is kept with them.
-- What was filed before has none.
alter table complaint add column salt text;
