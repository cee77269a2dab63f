-- What the console reads and sets that nothing before it needed.

-- Purchases, refunds and reversals are few among a million calls. Usage is not in this index, so
-- no call pays for it.
create index wallet_journal_without_usage on wallet_journal (account, sequence)
  where kind <> 'usage';

-- What whoever newly joins a permission group is given, and which account pays for it.
create table licensing_group_rules (
  company text collate "C" not null references companies,
  permission_group text collate "C" not null
    references companies_permission_groups on delete cascade,
  account text collate "C" not null references accounts,
  license_types text[] not null check (cardinality(license_types) > 0),
  set_at timestamptz not null,
  primary key (company, permission_group)
);
create index licensing_group_rules_account on licensing_group_rules (account);
