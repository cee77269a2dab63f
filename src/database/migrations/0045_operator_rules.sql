-- What the operator rules for everybody: how its own people sign in, and the terms of orders.

-- How the operator's people must sign in; no row: as they like.
create table auth_staff_policy (
  only_one boolean primary key default true check (only_one),
  two_factor_required boolean not null
);

-- The terms that orders accept. Until the first of them is in force, the settings name the terms.
create table orders_terms (
  revision bigint generated always as identity primary key,
  version text collate "C" not null unique,
  url text not null,
  effective_on date,                     -- a UTC day; null: from its publication
  published_at timestamptz not null
);
create trigger append_only before update or delete on orders_terms
  for each statement execute function platform_forbid_change();
