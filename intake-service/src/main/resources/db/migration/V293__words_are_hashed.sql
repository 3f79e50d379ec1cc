-- The hash of what was said stands on the timeline; the salt that goes into it is kept with the words. What was said before has none.
alter table contact_entry add column salt text;
