-- Where events are sent, and how far each has got.

-- In which transaction an event was written. A reader that follows the events in the order of
-- (transaction_id, sequence), and stops before the oldest transaction still open, misses none:
-- sequence alone would not do, because a lower number may be committed after a higher one.
alter table platform_events
  add column transaction_id xid8 not null default pg_current_xact_id();
create index platform_events_order on platform_events (transaction_id, sequence);

create table webhooks_endpoints (
  id text collate "C" primary key,
  company text collate "C" references companies,  -- null: the operator's, for every company
  url text not null,
  description text not null,
  types text[] not null,                          -- empty: every type
  secret text not null,                           -- kept as it is, because it signs
  created_at timestamptz not null,
  disabled_at timestamptz,
  disabled_reason text,
  removed_at timestamptz
);
create index webhooks_endpoints_company on webhooks_endpoints (company, id);

create table webhooks_deliveries (
  endpoint text collate "C" not null references webhooks_endpoints,
  event text collate "C" not null references platform_events (id),
  state text not null check (state in ('pending', 'delivered', 'abandoned')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_attempt_at timestamptz,
  last_result text,
  primary key (endpoint, event)
);
create index webhooks_deliveries_due on webhooks_deliveries (next_attempt_at)
  where state = 'pending';

-- Whoever writes an event thereby writes its deliveries, in the same transaction: this is the
-- one place that every event passes, whichever part of the product wrote it.
create function webhooks_enqueue() returns trigger language plpgsql as $$
begin
  insert into webhooks_deliveries (endpoint, event, state, next_attempt_at)
  select id, new.id, 'pending', new.recorded_at
  from webhooks_endpoints
  where (company is null or company = new.company)
    and disabled_at is null and removed_at is null
    and (types = '{}' or new.type = any (types));
  return null;
end $$;
create trigger enqueue_webhooks after insert on platform_events
  for each row execute function webhooks_enqueue();
