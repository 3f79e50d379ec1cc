-- What each filing pays for and nobody needs (docs/adr/0024).

-- All filings of a platform would lock its one row at once: the database then keeps lists of who holds it. A platform is
-- never deleted, and a filing is only taken for one that was read.
alter table complaint drop constraint complaint_platform_fkey;
