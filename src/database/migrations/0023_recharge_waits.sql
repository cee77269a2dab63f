-- A recharge that would pass the period's cap waits, and is told of once a period; without the
-- instant it waits for, accounts at their cap would be looked at every second.
alter table wallet_recharge_settings
  add column waits_until timestamptz,
  add column capped_period date;         -- the first day of the period it was last told in
