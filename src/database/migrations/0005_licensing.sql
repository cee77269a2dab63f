-- How many of each license type an account pays for, since when and from when, and who holds them.

-- The total in force at an instant is that of the latest row, not cancelled, with
-- effective_at <= instant; no job has to run. Without a row it is 0.
create table licensing_total_changes (
  sequence bigint generated always as identity primary key,
  account text collate "C" not null references accounts,
  license_type text collate "C" not null,
  total int not null check (total >= 0),
  kind text not null check (kind in ('increase', 'decrease', 'contract_raise')),
  effective_on date not null,             -- the account's local day
  effective_at timestamptz not null,      -- an increase: its instant; else the day's first one
  ordered_at timestamptz not null,        -- on the account's clock
  ordered_by text collate "C",            -- the order; null where none was needed
  contract text collate "C" references contracts,  -- which one raises it
  cancelled_at timestamptz,
  told boolean not null                   -- whether its taking effect has been told as an event
);
create index licensing_total_changes_in_force
  on licensing_total_changes (account, license_type, effective_at desc, sequence desc)
  where cancelled_at is null;
create index licensing_total_changes_due
  on licensing_total_changes (effective_at) where not told and cancelled_at is null;

-- A row only ever gains its cancellation, before it takes effect, and that it was told.
create function licensing_forbid_rewriting_totals() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'licensing_total_changes is append-only: a row of it is never removed';
  end if;
  if (to_jsonb(new) - 'cancelled_at' - 'told') <> (to_jsonb(old) - 'cancelled_at' - 'told')
     or (old.cancelled_at is not null and new.cancelled_at is distinct from old.cancelled_at)
     or (old.told and not new.told)
     or (old.cancelled_at is null and new.cancelled_at >= new.effective_at) then
    raise exception 'a change of a total is never rewritten, and never cancelled once in effect';
  end if;
  return new;
end $$;
create trigger append_only before update or delete on licensing_total_changes
  for each row execute function licensing_forbid_rewriting_totals();

-- An employee holds a license at an instant if assigned_at <= instant and
-- (ended_at is null or ended_at > instant). A planned end is an ended_at in the future.
create table licensing_assignments (
  id bigint generated always as identity primary key,
  account text collate "C" not null references accounts,
  employee text collate "C" not null references companies_employees,
  license_type text collate "C" not null,
  assigned_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('unassigned', 'hidden', 'moved', 'lower_total')),
  over boolean not null default false,    -- its end has come and has been told as an event
  check ((ended_at is null) = (end_reason is null)),
  check (ended_at is not null or not over)
);
create unique index licensing_assignments_one
  on licensing_assignments (employee, license_type) where not over;
create index licensing_assignments_account
  on licensing_assignments (account, license_type) where not over;
create index licensing_assignments_history
  on licensing_assignments (account, license_type, assigned_at);
create index licensing_assignments_employee on licensing_assignments (employee, ended_at);
create index licensing_assignments_due
  on licensing_assignments (ended_at) where not over and ended_at is not null;

-- Who loses a license when a lower total takes effect. ended_at above is derived from these rows
-- and their changes, so an undone change gives the license back.
create table licensing_planned_ends (
  assignment bigint not null references licensing_assignments,
  total_change bigint not null references licensing_total_changes,
  primary key (assignment, total_change)
);
create index licensing_planned_ends_change on licensing_planned_ends (total_change);
create trigger append_only before update or delete on licensing_planned_ends
  for each statement execute function platform_forbid_change();

-- When each account is next reminded, before its renewal, of licenses that nobody holds.
create table licensing_reminders (
  account text collate "C" primary key references accounts,
  renewal_on date not null,
  remind_at timestamptz,                  -- null once the account is closed
  on_real_clock boolean not null
);
create index licensing_reminders_due
  on licensing_reminders (remind_at) where on_real_clock and remind_at is not null;
