-- Accounts whose due work fails: left alone for ever longer, by all processes alike, and shown to
-- the operator until it succeeds.
create table jobs_failures (
  account text collate "C" primary key references accounts,
  reason text not null,
  failures int not null,                 -- in a row
  failing_since timestamptz not null,    -- on the machine's clock, as is retry_at
  retry_at timestamptz not null
);
