-- Decided cases are looked through every few seconds for those that nothing holds open any more; they are few among all.
create index complaint_decided on complaint (id) where status = 'DECIDED';
