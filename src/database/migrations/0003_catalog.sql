-- What the operator sells and allows. Every change is a new version; a version never changes.
-- An effective day is a UTC calendar day; without one a version holds from its publication.

create table catalog_versions (
  revision bigint generated always as identity primary key,
  kind text not null check (kind in ('license_type', 'activity', 'rate', 'storage_meter')),
  code text collate "C" not null,        -- for a rate: kind/prefix/direction
  version int not null,
  body jsonb not null,
  effective_on date,
  published_at timestamptz not null,
  unique (kind, code, version)
);
create trigger append_only before update or delete on catalog_versions
  for each statement execute function platform_forbid_change();

-- Example prices: an operator publishes versions of their own.
insert into catalog_versions (kind, code, version, body, published_at) values
  ('license_type', 'crm', 1,
   '{"name": "CRM", "kind": "named", "unit": "seat", "requires": [], "prices": {"USD":
    "95.00", "EUR": "89.00", "GBP": "76.00"}}',
   '2020-01-01Z'),
  ('license_type', 'dialer_tab', 1,
   '{"name": "Dialer Tab", "kind": "pooled", "unit": "seat", "requires": ["crm"], "prices":
    {"USD": "25.00", "EUR": "23.00", "GBP": "20.00"}}',
   '2020-01-01Z'),
  ('license_type', 'dialer', 1,
   '{"name": "Dialer", "kind": "pooled", "unit": "seat", "requires": ["dialer_tab"],
    "prices": {"USD": "100.00", "EUR": "94.00", "GBP": "80.00"}}',
   '2020-01-01Z'),
  ('license_type', 'flex_port', 1,
   '{"name": "Flex Port", "kind": "pooled", "unit": "port", "requires": ["crm"], "prices":
    {"USD": "45.00", "EUR": "42.00", "GBP": "36.00"}}',
   '2020-01-01Z'),
  ('activity', 'dialer.login', 1,
   '{"name": "Log in to the dialer", "permission": "dialer.use", "licenses": ["crm",
    "dialer_tab", "dialer"], "places": ["dialer_tab", "dialer"], "metered": "none",
    "counts_from": "start", "ring_seconds": 120}',
   '2020-01-01Z'),
  ('activity', 'dialer.tab', 1,
   '{"name": "Use the dialer''s screens", "permission": "dialer.use", "licenses": ["crm",
    "dialer_tab"], "places": ["dialer_tab"], "metered": "none", "counts_from": "start",
    "ring_seconds": 120}',
   '2020-01-01Z'),
  ('activity', 'call.outbound', 1,
   '{"name": "Call out", "permission": "dialer.use", "licenses": ["crm", "dialer_tab",
    "dialer"], "places": ["dialer_tab", "dialer"], "metered": "voice", "direction":
    "outbound", "counts_from": "answer", "ring_seconds": 120}',
   '2020-01-01Z'),
  ('activity', 'voice_message.send', 1,
   '{"name": "Send a voice message", "permission": "voice_message.send", "licenses": ["crm",
    "flex_port"], "places": ["flex_port"], "metered": "voice", "direction": "outbound",
    "counts_from": "answer", "ring_seconds": 120}',
   '2020-01-01Z'),
  ('activity', 'call.record', 1,
   '{"name": "Record a call", "permission": "call.record", "licenses": ["crm", "flex_port"],
    "places": ["flex_port"], "metered": "none", "counts_from": "start", "ring_seconds": 120}',
   '2020-01-01Z'),
  ('activity', 'call.monitor', 1,
   '{"name": "Monitor a call", "permission": "call.monitor", "licenses": ["crm",
    "flex_port"], "places": ["flex_port"], "metered": "none", "counts_from": "start",
    "ring_seconds": 120}',
   '2020-01-01Z'),
  ('activity', 'call.inbound_acd', 1,
   '{"name": "Take an inbound call", "licenses": [], "places": ["flex_port"], "metered":
    "voice", "direction": "inbound", "counts_from": "answer", "ring_seconds": 120}',
   '2020-01-01Z'),
  ('activity', 'voice_broadcast.connect', 1,
   '{"name": "Connect a press-1 broadcast", "licenses": [], "places": ["flex_port"],
    "metered": "voice", "direction": "outbound", "counts_from": "answer", "ring_seconds":
    120}',
   '2020-01-01Z'),
  ('activity', 'text.send', 1,
   '{"name": "Send a text message", "permission": "text.send", "licenses": ["crm"],
    "places": [], "metered": "sms", "direction": "outbound", "counts_from": "start",
    "ring_seconds": 120}',
   '2020-01-01Z'),
  ('rate', 'voice/default/outbound', 1,
   '{"kind": "voice", "prefix": "default", "direction": "outbound", "prices": {"USD":
    "0.0300", "EUR": "0.0280", "GBP": "0.0240"}, "first_seconds": 60, "next_seconds": 60,
    "connection_fees": {}}',
   '2020-01-01Z'),
  ('rate', 'voice/default/inbound', 1,
   '{"kind": "voice", "prefix": "default", "direction": "inbound", "prices": {"USD":
    "0.0200", "EUR": "0.0190", "GBP": "0.0160"}, "first_seconds": 60, "next_seconds": 60,
    "connection_fees": {}}',
   '2020-01-01Z'),
  ('rate', 'sms/default/outbound', 1,
   '{"kind": "sms", "prefix": "default", "direction": "outbound", "prices": {"USD":
    "0.0100", "EUR": "0.0095", "GBP": "0.0080"}, "first_seconds": 60, "next_seconds": 60,
    "connection_fees": {}}',
   '2020-01-01Z'),
  ('storage_meter', 'data', 1,
   '{"name": "Data", "base_bytes": 1000000000, "per_user_bytes": 50000000, "prices": {"USD":
    "30.00", "EUR": "28.00", "GBP": "24.00"}}',
   '2020-01-01Z'),
  ('storage_meter', 'files', 1,
   '{"name": "Files", "base_bytes": 500000000, "per_user_bytes": 50000000, "prices": {"USD":
    "10.00", "EUR": "9.50", "GBP": "8.00"}}',
   '2020-01-01Z'),
  ('storage_meter', 'recordings', 1,
   '{"name": "Call recordings", "base_bytes": 500000000, "per_user_bytes": 50000000,
    "prices": {"USD": "20.00", "EUR": "19.00", "GBP": "16.00"}}',
   '2020-01-01Z');
