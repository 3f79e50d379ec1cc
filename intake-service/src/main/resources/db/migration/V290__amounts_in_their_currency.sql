-- Currencies differ in their decimals (JPY has none, KWD three): amounts are kept as they are, and what a currency takes is
-- checked where they come in. No row is written anew.
alter table complaint alter column amount type numeric;
alter table demand alter column amount type numeric;
alter table decided_case alter column amount type numeric;
alter table fast_lane_settlement alter column amount type numeric;
