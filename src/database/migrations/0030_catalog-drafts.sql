-- What the operator is about to publish. A draft binds nobody: it is written anew until it is
-- published or discarded, and there is one for each entry at most.
create table catalog_drafts (
  id text collate "C" primary key,
  kind text not null check (kind in ('license_type', 'activity', 'rate', 'storage_meter')),
  code text collate "C" not null,
  body jsonb not null,
  effective_on date,
  saved_at timestamptz not null,
  saved_by text not null,
  unique (kind, code)
);
