-- Decided cases are looked through once a minute for those that nothing holds open any more; they are few among all.
create index complaint_decided on complaint (id) where status = 'DECIDED';
