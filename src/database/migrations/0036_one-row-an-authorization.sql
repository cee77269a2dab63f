-- An authorization has one row for ever, which its end completes. It had one as a lease, which its
-- end deleted, and another as a usage record: a row and two index entries more for each call. What
-- all calls of one kind have in common (activity, rate, places) is written once. (Decision record
-- 0037.) `admission_leases` and `admission_usage_records` go on as views, for whoever reads.

-- Under what conditions something is granted: few, for ever, and named by a hash of the content, so
-- that a process can name them without asking.
create table admission_conditions (
  id bigint primary key,
  activity text not null,
  direction text,
  meter text not null,                     -- voice, sms or none
  rate text,                               -- the rate holds for the whole call
  rate_version int,
  price bigint,                            -- per minute or segment
  fee bigint,
  first_seconds int,
  next_seconds int,
  ring_ms int not null,
  ports text[] not null,
  seats text[] not null
);
create trigger append_only before update or delete on admission_conditions
  for each statement execute function platform_forbid_change();

create table admission_authorizations (
  granted_at timestamptz not null,         -- of usage that nobody asked about: when it started
  granted_ms bigint not null,              -- from the start of the call
  used_ms bigint not null,                 -- the most that was reported; in the end what is charged
  hold bigint not null,
  conditions bigint not null,              -- no foreign keys: the locked book stands for them
  final boolean not null,                  -- its employee was hidden: never extended again
  id text collate "C" primary key,
  account text collate "C" not null,
  expires_at timestamptz,                  -- null: nobody had asked
  employee text collate "C",
  destination text,
  reference text collate "C",
  segments int,
  -- Its end, which happens once: null while it is open.
  outcome text,                            -- settled, released, expired, ended or unauthorized
  ended_at timestamptz,                    -- on the account's clock
  reported_end timestamptz,                -- as the dialer says
  charged bigint,
  balance_after bigint,
  settled_ms bigint,                       -- the figures of the first settlement, which stands
  settled_segments int,
  overrun boolean,
  conflict boolean                         -- the settlement was below what was reported before
) with (fillfactor = 50);                  -- room on the page keeps an end off the indexes
-- Open ones of an account expire at its book's next_expiry_at or later, and so are found quickly
-- among all that ever were.
create index admission_authorizations_expiry on admission_authorizations (account, expires_at);
create index admission_authorizations_reference on admission_authorizations (account, reference)
  where reference is not null;

-- After the row, because a trigger before it would lock every row twice.
create function admission_forbid_second_end() returns trigger language plpgsql as $$
begin
  raise exception 'an authorization ends once: % has ended', old.id;
end $$;
create trigger ends_once after update on admission_authorizations
  for each row when (old.outcome is not null) execute function admission_forbid_second_end();
create trigger append_only before delete on admission_authorizations
  for each statement execute function platform_forbid_change();

-- What a settlement after the end added.
create table admission_late_settlements (
  authorization_id text collate "C" primary key,
  account text collate "C" not null,
  ended_at timestamptz not null,
  reported_end timestamptz,
  used_ms bigint not null,                 -- what all is charged for together
  segments int,
  charged bigint not null,                 -- by this settlement
  balance_after bigint not null,
  settled_ms bigint not null,
  settled_segments int,
  overrun boolean not null,
  conflict boolean not null
);
create trigger append_only before update or delete on admission_late_settlements
  for each statement execute function platform_forbid_change();

-- What there is already. Conditions of before are named by numbers below zero.
alter table admission_leases rename to admission_leases_before;
alter table admission_usage_records rename to admission_usage_records_before;

create temporary table grants_before on commit drop as
select lease, activity, direction, meter, rate, rate_version, price, fee, first_seconds,
       next_seconds, ring_ms, ports, seats,
       md5(row(activity, direction, meter, rate, rate_version, price, fee, first_seconds,
               next_seconds, ring_ms, ports, seats)::text) as content
from (
  select id as lease, activity, direction, meter, rate, rate_version, price, fee, first_seconds,
         next_seconds, ring_ms, ports, seats from admission_leases_before
  union all
  select lease, activity, direction, meter, rate, rate_version, price, fee, first_seconds,
         next_seconds, 0, ports, seats from admission_usage_records_before where part = 1
) both_kinds;

create temporary table conditions_before on commit drop as
select content, -row_number() over (order by content) as id, activity, direction, meter, rate,
       rate_version, price, fee, first_seconds, next_seconds, ring_ms, ports, seats
from (select distinct on (content) * from grants_before) once;

insert into admission_conditions
select id, activity, direction, meter, rate, rate_version, price, fee, first_seconds, next_seconds,
       ring_ms, ports, seats
from conditions_before;

insert into admission_authorizations
  (granted_at, granted_ms, used_ms, hold, conditions, final, id, account, expires_at, employee,
   destination, reference, segments)
select e.granted_at, e.granted_ms, e.used_ms, e.hold, c.id, e.final, e.id, e.account, e.expires_at,
       e.employee, e.destination, e.reference, e.segments
from admission_leases_before e
join grants_before g on g.lease = e.id join conditions_before c using (content);

insert into admission_authorizations
  (granted_at, granted_ms, used_ms, hold, conditions, final, id, account, expires_at, employee,
   destination, reference, segments, outcome, ended_at, reported_end, charged, balance_after,
   settled_ms, settled_segments, overrun, conflict)
select h.granted_at, h.granted_ms, h.used_ms, h.hold, c.id, false, h.lease, h.account, h.expires_at,
       h.employee, h.destination, h.reference, h.segments, h.outcome, h.ended_at, h.reported_end,
       h.charged, h.balance_after, h.settled_ms, h.settled_segments, h.overrun, h.conflict
from admission_usage_records_before h
join grants_before g using (lease) join conditions_before c using (content)
where h.part = 1;

insert into admission_late_settlements
select lease, account, ended_at, reported_end, used_ms, segments, charged, balance_after,
       settled_ms, settled_segments, overrun, conflict
from admission_usage_records_before where part = 2;

drop table admission_leases_before;
drop table admission_usage_records_before;

create view admission_leases as
select a.id, accounts.company, a.account, a.employee, c.activity, c.direction, a.destination,
  a.reference, c.meter, c.rate, c.rate_version, c.price, c.fee, c.first_seconds, c.next_seconds,
  a.segments, a.granted_at, c.ring_ms, a.granted_ms, a.used_ms, a.expires_at, a.hold, a.final,
  c.ports, c.seats, a.conditions
from admission_authorizations a
join wallet_books w on w.account = a.account and a.expires_at >= w.next_expiry_at
left join accounts on accounts.id = a.account
left join admission_conditions c on c.id = a.conditions
where a.outcome is null;

-- Part 1 is an authorization's end, part 2 what a late settlement added to it.
create view admission_usage_records as
select a.id as lease, 1::smallint as part, accounts.company, a.account, a.employee, c.activity,
  c.direction, a.destination, a.reference, c.meter, c.rate, c.rate_version, c.price, c.fee,
  c.first_seconds, c.next_seconds, c.ring_ms, a.granted_at, a.granted_ms, a.expires_at, a.hold,
  c.ports, c.seats, a.conditions, a.outcome, a.ended_at, a.reported_end, a.used_ms, a.segments,
  a.charged, a.balance_after, a.settled_ms, a.settled_segments, a.overrun, a.conflict
from admission_authorizations a
left join accounts on accounts.id = a.account
left join admission_conditions c on c.id = a.conditions
where a.outcome is not null
union all
select a.id, 2::smallint, accounts.company, a.account, a.employee, c.activity,
  c.direction, a.destination, a.reference, c.meter, c.rate, c.rate_version, c.price, c.fee,
  c.first_seconds, c.next_seconds, c.ring_ms, a.granted_at, a.granted_ms, a.expires_at, a.hold,
  c.ports, c.seats, a.conditions, 'late', l.ended_at, l.reported_end, l.used_ms, l.segments,
  l.charged, l.balance_after, l.settled_ms, l.settled_segments, l.overrun, l.conflict
from admission_late_settlements l
join admission_authorizations a on a.id = l.authorization_id
left join accounts on accounts.id = a.account
left join admission_conditions c on c.id = a.conditions;

-- A journal's words are of a closed list each: as types of their own they are checked when they are
-- read, and not again with every row.
create type wallet_movement as enum ('purchase', 'usage', 'refund', 'reversal');
create type wallet_side as enum ('balance', 'purchases', 'usage', 'refunds');
drop index wallet_journal_without_usage;
alter table wallet_journal
  drop constraint wallet_journal_kind_check,
  drop constraint wallet_journal_debit_book_check,
  drop constraint wallet_journal_credit_book_check,
  drop constraint wallet_journal_amount_check,
  drop constraint wallet_journal_check,
  alter column kind type wallet_movement using kind::wallet_movement,
  alter column debit_book type wallet_side using debit_book::wallet_side,
  alter column credit_book type wallet_side using credit_book::wallet_side,
  add check (amount > 0 and debit_book <> credit_book
             and debit_book in ('balance', 'purchases'));
create index wallet_journal_without_usage on wallet_journal (account, sequence)
  where kind <> 'usage';
