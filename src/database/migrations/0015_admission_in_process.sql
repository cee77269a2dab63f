-- Admission is decided in the process now, by rules in TypeScript, on what it remembers of an
-- account. Each account's book has a revision that everything raises which a decision looks at:
-- what was decided on another revision is not written. (Decision record 0021.)

drop function admission_decide;
drop function admission_stored_result;
drop type admission_result;
drop function admission_affordable_ms;
drop function admission_charge;
drop function admission_billed_seconds;

alter table wallet_books add revision bigint not null default 1;

-- Whoever else changes a book (a purchase, a changed fact, a moved clock) raises its revision
-- without having to know. After the row and not before, because a trigger before it would lock
-- every row twice, and the engine's own updates never come so far.
create function wallet_raise_revision() returns trigger language plpgsql as $$
begin
  update wallet_books set revision = revision + 1 where account = new.account;
  return null;
end $$;
create trigger revision_raised after update on wallet_books
  for each row when (new.revision = old.revision) execute function wallet_raise_revision();

-- What a batch is decided on, as rows of a kind and JSON; money as text, since JSON's numbers
-- lose micro-units. Books are read before what belongs to them: whatever changes that meanwhile
-- raises the revision, and the decision is not written. With p_lock nothing changes until the
-- transaction ends.
--
-- The planner settings belong to the function, because a plan made while a table was small costs
-- up to fourteen times more once it has grown. Every lookup is a subquery of its own for the
-- same reason: a join may be planned from the table to the batch.
create function admission_read(
  p_now timestamptz, p_lock boolean,
  p_accounts text[],
  p_leases text[],                       -- open or ended, of whatever account
  p_employees text[],                    -- whose seats are asked for
  p_scopes text[], p_keys text[]         -- idempotency keys
) returns table (kind text, found jsonb)
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
set enable_material = off set plan_cache_mode = force_generic_plan set jit = off
as $$
declare
  v_accounts text[];
  v_leases text[];
begin
  select array_agg(distinct x.account) into v_accounts from (
    select unnest(p_accounts) as account
    union all
    select coalesce(
      (select e.account from admission_leases e where e.id = asked.lease),
      (select h.account from admission_usage_records h where h.lease = asked.lease and h.part = 1))
    from unnest(p_leases) asked(lease)) x
  where x.account is not null;

  if p_lock then
    perform 1 from wallet_books w where w.account = any (v_accounts)
    order by w.account for no key update;
  end if;

  return query select 'catalog', jsonb_build_object('revision', max(c.revision)::text)
  from catalog_versions c;

  return query select 'book', to_jsonb(w) || jsonb_build_object(
    'balance', w.balance::text, 'held', w.held::text, 'last_sequence', w.last_sequence::text,
    'usage_amount', w.usage_amount::text, 'facts_version', w.facts_version::text,
    'revision', w.revision::text)
  from wallet_books w where w.account = any (v_accounts);

  -- No lease expires before next_expiry_at, which also skips the index entries of those that
  -- ended long ago.
  return query select 'due', jsonb_build_object('account', w.account,
    'leases', array(
      select x.id from admission_leases x where x.account = w.account
        and x.expires_at >= w.next_expiry_at and x.expires_at <= coalesce(w.test_now, p_now)),
    'next_expiry_at', (
      select min(x.expires_at) from admission_leases x where x.account = w.account
        and x.expires_at > coalesce(w.test_now, p_now)))
  from wallet_books w
  where w.account = any (v_accounts) and w.next_expiry_at <= coalesce(w.test_now, p_now);

  select array_agg(distinct x.lease) into v_leases from (
    select unnest(p_leases) as lease
    union all
    select e.id from wallet_books w
    cross join lateral (
      select x.id from admission_leases x where x.account = w.account
        and x.expires_at >= w.next_expiry_at and x.expires_at <= coalesce(w.test_now, p_now)
      offset 0) e
    where w.account = any (v_accounts) and w.next_expiry_at <= coalesce(w.test_now, p_now)) x;

  return query select 'lease', to_jsonb(e) || jsonb_build_object(
    'hold', e.hold::text, 'price', e.price::text, 'fee', e.fee::text)
  from admission_leases e where e.id = any (v_leases);

  return query select 'record', to_jsonb(h) || jsonb_build_object(
    'hold', h.hold::text, 'price', h.price::text, 'fee', h.fee::text,
    'charged', h.charged::text, 'balance_after', h.balance_after::text)
  from unnest(p_leases) asked(lease)
  cross join lateral (
    select x.* from admission_usage_records x where x.lease = asked.lease
    order by x.part desc limit 1) h;

  return query select 'seat', to_jsonb(s)
  from admission_seats s
  where s.account = any (v_accounts) and s.employee = any (p_employees || array(
    select e.employee from admission_leases e where e.id = any (v_leases)
      and e.employee is not null));

  return query select 'key', jsonb_build_object('scope', k.scope, 'key', k.key,
    'hash', encode(k.request_hash, 'hex'), 'reply', k.reply)
  from unnest(p_scopes, p_keys) asked(scope, key)
  cross join lateral (
    select x.* from platform_idempotency_keys x
    where x.scope = asked.scope and x.key = asked.key offset 0) k;
end
$$;
