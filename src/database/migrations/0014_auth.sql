-- Who may sign in to the console. Written by the sign-in library through src/http/auth.
create table auth_users (
  id text collate "C" primary key,
  employee text collate "C" unique references companies_employees, -- null: the operator's person
  name text not null,
  email text not null unique,          -- an employee's is looked up in companies_employees
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth_sessions (
  id text collate "C" primary key,
  user_id text collate "C" not null references auth_users,
  token text collate "C" not null unique,
  by_link boolean not null default false, -- a link also lets a forgotten password be replaced
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_sessions_user on auth_sessions (user_id);

create table auth_accounts (
  id text collate "C" primary key,
  user_id text collate "C" not null references auth_users,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_accounts_user on auth_accounts (user_id);

create table auth_verifications (
  id text collate "C" primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_verifications_identifier on auth_verifications (identifier);

-- What session cookies are signed with: made once, shared by every process on the database.
create table auth_secrets (
  only_one boolean primary key default true check (only_one),
  secret text not null
);

-- Sign-in looks an address up in every company.
create index companies_employees_address on companies_employees (lower(email));
