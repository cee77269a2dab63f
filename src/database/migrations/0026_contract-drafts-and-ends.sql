-- Contracts that are prepared but not signed, and contracts that end before they would by
-- themselves. A signed contract itself never changes.

create table contracts_drafts (
  id text collate "C" primary key,        -- the contract's too, once it is signed
  account text collate "C" not null references accounts,
  starts_on date not null,
  months int not null check (months > 0),
  floors jsonb not null,
  prices jsonb not null,
  at_end text not null check (at_end in ('lapse', 'renew')),
  drafted_at timestamptz not null,
  signed_at timestamptz,
  discarded_at timestamptz,
  check (signed_at is null or discarded_at is null)
);
create index contracts_drafts_account on contracts_drafts (account, id);

-- Agreed between the parties and ordered by the operator, once and for good.
create table contracts_ends (
  contract text collate "C" primary key references contracts,
  ends_on date not null,                  -- the first day on which it is not in force
  reason text not null,
  ordered_at timestamptz not null
);
create trigger append_only before update or delete on contracts_ends
  for each statement execute function platform_forbid_change();

alter table contracts_milestones drop constraint contracts_milestones_kind_check;
alter table contracts_milestones add constraint contracts_milestones_kind_check
  check (kind in ('start', 'term_end', 'end'));
