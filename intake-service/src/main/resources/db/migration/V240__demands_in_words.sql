-- What is asked for in words: a demand of the kind OTHER says what would be enough (R04).
alter table demand add column text text;
