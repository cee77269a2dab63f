-- Sign-in beyond a link and a password: what a session says of itself, the operator's people and
-- their roles, second factors, passkeys, single sign-on, and the tries that are counted.

-- Who is signed in signs in again, once: an old session does not say how it began.
delete from auth_sessions;
alter table auth_sessions
  drop column by_link,
  add column method text not null check (method in ('password', 'link', 'passkey', 'sso')),
  add column second_factor boolean not null,   -- whether two factors were shown
  add column started_at timestamptz not null,
  add column last_used_at timestamptz not null,
  add column renew boolean not null default false,   -- the next request is given a new token
  add column replaced boolean not null default false; -- has been, and ends within moments

alter table auth_users
  add column role text check (role in ('admin', 'finance', 'support')), -- null: an employee
  add column removed_at timestamptz;
update auth_users set role = 'admin' where employee is null;
alter table auth_users
  add constraint a_role_is_the_operators check ((employee is null) = (role is not null));

-- Secrets that are shown to somebody and come back once, by their hash: links, and what binds
-- the steps of a sign-in to one another.
create table auth_tickets (
  secret_hash bytea primary key,        -- SHA-256: the secret has 256 random bits
  kind text not null,
  data jsonb not null,
  expires_at timestamptz not null
);
create index auth_tickets_expiry on auth_tickets (expires_at);

-- Tries in the window that began then; shared by every process on the database.
create table auth_tries (
  subject text collate "C" primary key,
  tries int not null,
  window_start timestamptz not null
);
create index auth_tries_window on auth_tries (window_start);

create table auth_second_factors (
  user_id text collate "C" primary key references auth_users,
  sealed_secret text not null,
  confirmed_at timestamptz,             -- null: set up, but no code was shown yet
  last_step bigint not null default 0,  -- a code is not taken twice
  created_at timestamptz not null
);

create table auth_recovery_codes (
  user_id text collate "C" not null references auth_users,
  code_hash bytea not null,             -- SHA-256: a code has 80 random bits
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table auth_passkeys (
  id text collate "C" primary key,
  user_id text collate "C" not null references auth_users,
  name text,
  credential_id text collate "C" not null unique,
  public_key text not null,
  counter double precision not null,    -- up to 2^32, and a number to the library
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null
);
create index auth_passkeys_user on auth_passkeys (user_id);

-- How the people of a company must sign in; no row: as they like.
create table auth_policies (
  company text collate "C" primary key references companies,
  two_factor_required boolean not null,
  sso_required boolean not null
);

create table auth_sso_connections (
  id text collate "C" primary key,
  company text collate "C" not null unique references companies,
  issuer text not null,
  client_id text not null,
  sealed_client_secret text not null,
  domain text collate "C" not null,
  domain_token text not null,           -- what the domain's TXT record must say
  domain_verified_at timestamptz,
  created_at timestamptz not null
);
-- Anybody may claim a domain, and one can prove it.
create unique index auth_sso_connections_domain on auth_sso_connections (domain)
  where domain_verified_at is not null;

-- The operator's person sees what an employee sees, and can change nothing.
create table auth_impersonations (
  id text collate "C" primary key,
  session_id text collate "C" not null, -- outlives its session: history
  user_id text collate "C" not null references auth_users,
  employee text collate "C" not null references companies_employees,
  reason text not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create unique index auth_impersonations_running on auth_impersonations (session_id)
  where ended_at is null;
