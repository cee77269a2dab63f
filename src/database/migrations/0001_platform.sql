-- What every module leans on: refusing changes to history, idempotency, events, the audit log.

create function platform_forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: a row of it is never changed or removed', tg_table_name;
end $$;

-- A reply is kept with its key in the transaction of its effect, so a repeated request is answered
-- from here byte for byte, also when the first one's connection was lost during its commit.
create table platform_idempotency_keys (
  scope text collate "C" not null,        -- the company, or 'operator'
  key text collate "C" not null,
  request_hash bytea not null,            -- SHA-256 over method, path and body
  status int,
  reply text,
  claimed_until timestamptz,              -- while a request of several transactions is under way
  created_at timestamptz not null,
  primary key (scope, key)
);
create index platform_idempotency_keys_created on platform_idempotency_keys (created_at);

create table platform_events (
  sequence bigint generated always as identity primary key,
  id text collate "C" not null unique,
  company text collate "C",               -- null for the operator's own things
  account text collate "C",
  type text not null,
  subject text collate "C" not null,
  version bigint not null,                -- of the subject: how many events it has had
  data jsonb not null,
  occurred_at timestamptz not null,       -- on the account's clock
  recorded_at timestamptz not null default now()
);
create index platform_events_company on platform_events (company, sequence);
create index platform_events_subject on platform_events (subject, sequence);

create table platform_audit_entries (
  sequence bigint generated always as identity primary key,
  id text collate "C" not null unique,
  company text collate "C",
  account text collate "C",
  action text not null,
  subject text collate "C" not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  authorized_first_name text,
  authorized_last_name text,
  terms_version text,
  before jsonb,
  after jsonb,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index platform_audit_entries_company on platform_audit_entries (company, id);

create trigger append_only before update or delete on platform_events
  for each statement execute function platform_forbid_change();
create trigger append_only before update or delete on platform_audit_entries
  for each statement execute function platform_forbid_change();
