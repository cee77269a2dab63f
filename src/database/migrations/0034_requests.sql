-- What employees who were refused have asked for, and what became of it.
create table notices_requests (
  id text collate "C" primary key,
  reference text not null,                -- what people say to one another: `ASK-7KQ2MX`
  company text collate "C" not null references companies,
  account text collate "C" not null references accounts,
  employee text collate "C" not null references companies_employees,
  activity text not null,
  reason text not null,                   -- why they were refused
  remedy jsonb not null,                  -- as it was shown
  plan jsonb not null,                    -- what approving it does
  state text not null
    check (state in ('open', 'approving', 'approved', 'declined', 'withdrawn')),
  quote text collate "C",                 -- by which it is being bought
  answered_by text,                       -- the name of whoever decided
  answer text,                            -- why it was declined
  created_at timestamptz not null,        -- on the company's clock, like answered_at
  answered_at timestamptz
);
create index notices_requests_company on notices_requests (company, id);
create index notices_requests_employee on notices_requests (employee, id);
-- Asking twice for the same is asking once.
create unique index notices_requests_open
  on notices_requests (employee, activity, reason, (remedy ->> 'action'))
  where state in ('open', 'approving');
