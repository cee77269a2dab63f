-- The account numbers that an operator's bookkeeping uses; the newest version counts.
create table accounting_charts (
  version bigint generated always as identity primary key,
  codes jsonb not null,                  -- by role: receivables, cash, license_revenue, …
  published_at timestamptz not null
);
create trigger append_only before update or delete on accounting_charts
  for each statement execute function platform_forbid_change();
