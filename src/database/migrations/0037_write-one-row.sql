-- Reading and writing of authorizations that have one row each. Otherwise as in migrations 0015 and
-- 0016: what a batch is decided on is read as rows of a kind and JSON, and all that it changes is
-- written or, where anything that it was decided on is no longer so, nothing.
--
-- An argument has a table's rows with all columns of one type, because what it costs to hand over
-- an argument counts more than what is in it: b_text[i][1] is the first text of the i-th book. Only
-- what rows are found by is an array of its own: of one the planner expects few rows, and so always
-- looks them up one by one. It must not be given a condition beside the key, such as that the
-- authorization has not ended: it would take that for so rare that it reads the whole table.
-- `ends_once` sees to it instead.

drop function admission_read;
drop function admission_write;
drop function admission_write_rare;

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
    select (select a.account from admission_authorizations a where a.id = asked.lease)
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

  -- No lease expires before next_expiry_at, which skips what ended long ago. When the next one
  -- expires is looked for among the nearest only: where those have all ended, none expires before
  -- the last of them, which is as true.
  return query select 'due', jsonb_build_object('account', w.account,
    'leases', array(
      select a.id from admission_authorizations a where a.account = w.account
        and a.expires_at >= w.next_expiry_at and a.expires_at <= coalesce(w.test_now, p_now)
        and a.outcome is null),
    'next_expiry_at', (
      select coalesce(min(x.expires_at) filter (where x.outcome is null), max(x.expires_at))
      from (
        select a.expires_at, a.outcome from admission_authorizations a where a.account = w.account
          and a.expires_at > coalesce(w.test_now, p_now)
        order by a.expires_at limit 2000) x))
  from wallet_books w
  where w.account = any (v_accounts) and w.next_expiry_at <= coalesce(w.test_now, p_now);

  select array_agg(distinct x.lease) into v_leases from (
    select unnest(p_leases) as lease
    union all
    select e.id from wallet_books w
    cross join lateral (
      select a.id from admission_authorizations a where a.account = w.account
        and a.expires_at >= w.next_expiry_at and a.expires_at <= coalesce(w.test_now, p_now)
        and a.outcome is null
      offset 0) e
    where w.account = any (v_accounts) and w.next_expiry_at <= coalesce(w.test_now, p_now)) x;

  return query select 'lease', to_jsonb(e) || jsonb_build_object(
    'hold', e.hold::text, 'price', e.price::text, 'fee', e.fee::text,
    'conditions', e.conditions::text)
  from admission_leases e where e.id = any (v_leases);

  return query select 'record', to_jsonb(h) || jsonb_build_object(
    'hold', h.hold::text, 'price', h.price::text, 'fee', h.fee::text,
    'charged', h.charged::text, 'balance_after', h.balance_after::text,
    'conditions', h.conditions::text)
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

create function admission_write(
  p_revision bigint,           -- what the books get for theirs
  p_catalog bigint,            -- the newest revision; null where nothing asked for it
  p_now timestamptz,
  -- Books, in the order of their accounts.
  b_account text[],
  b_text text[],               -- pools_in_use, pools_peak, pool_codes (null: as before)
  b_number bigint[],           -- revision, balance, held, last_sequence, usage_amount
  b_instant timestamptz[],     -- usage_quarter, next_expiry_at
  -- Leases that begin.
  l_text text[],               -- id, account, employee, destination, reference
  l_number bigint[],           -- conditions, segments, granted_ms, hold
  l_instant timestamptz[],     -- granted_at, expires_at
  -- Leases that go on otherwise.
  c_id text[],
  c_number bigint[],           -- used_ms, granted_ms, hold, final
  c_instant timestamptz[],     -- expires_at
  -- Leases that end.
  e_id text[],
  e_number bigint[],           -- used_ms, segments, charged, balance_after, settled_ms,
                               -- settled_segments, overrun, conflict, outcome (its place below)
  e_instant timestamptz[],     -- ended_at, reported_end
  -- Charges in the journal.
  j_text text[],               -- account, subject
  j_number bigint[],           -- sequence, amount, balance_after
  j_instant timestamptz[],     -- occurred_at
  s_text text[],               -- account, employee, license_type
  s_number bigint[],           -- leases
  k_text text[],               -- scope, key, reply
  k_number bigint[],           -- status
  k_hash bytea[],
  p_rare jsonb                 -- rows of the tables that few batches touch, or null
) returns void
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
set enable_material = off set plan_cache_mode = force_generic_plan set jit = off
as $$
declare
  v_rows bigint;
  v_given int;
begin
  -- First, and in the order of their accounts: these locks hold off everybody else.
  v_given := coalesce(array_length(b_account, 1), 0);
  update wallet_books w set pools_in_use = b_text[i][1]::int[], pools_peak = b_text[i][2]::int[],
    pool_codes = coalesce(b_text[i][3]::text[], w.pool_codes), balance = b_number[i][2],
    held = b_number[i][3], last_sequence = b_number[i][4], usage_amount = b_number[i][5],
    usage_quarter = b_instant[i][1], next_expiry_at = b_instant[i][2], revision = p_revision
  from unnest(b_account) with ordinality given(account, i)
  where w.account = given.account and w.revision = b_number[i][1];
  get diagnostics v_rows = row_count;
  if v_rows <> v_given then perform admission_refuse_stale('a book'); end if;

  -- A catalog version committed after this moment holds from the next batch on.
  if p_catalog <> (select max(c.revision) from catalog_versions c) then
    perform admission_refuse_stale('the catalog');
  end if;

  v_given := array_length(e_id, 1);
  if v_given > 0 then
    update admission_authorizations a set used_ms = e_number[i][1], segments = e_number[i][2],
      charged = e_number[i][3], balance_after = e_number[i][4], settled_ms = e_number[i][5],
      settled_segments = e_number[i][6], overrun = e_number[i][7] = 1,
      conflict = e_number[i][8] = 1,
      outcome = ('{settled,released,expired,ended}'::text[])[e_number[i][9]],
      ended_at = e_instant[i][1], reported_end = e_instant[i][2]
    from unnest(e_id) with ordinality given(id, i) where a.id = given.id;
    get diagnostics v_rows = row_count;
    if v_rows <> v_given then raise exception 'a lease that ends was not there'; end if;
  end if;

  v_given := array_length(l_text, 1);
  if v_given > 0 then
    insert into admission_authorizations
      (id, account, employee, destination, reference, conditions, segments, granted_ms, hold,
       granted_at, expires_at, used_ms, final)
    select l_text[i][1], l_text[i][2], l_text[i][3], l_text[i][4], l_text[i][5], l_number[i][1],
      l_number[i][2], l_number[i][3], l_number[i][4], l_instant[i][1], l_instant[i][2], 0, false
    from generate_series(1, v_given) i;
  end if;

  v_given := array_length(c_id, 1);
  if v_given > 0 then
    update admission_authorizations a set used_ms = c_number[i][1], granted_ms = c_number[i][2],
      hold = c_number[i][3], final = c_number[i][4] = 1, expires_at = c_instant[i][1]
    from unnest(c_id) with ordinality given(id, i) where a.id = given.id;
    get diagnostics v_rows = row_count;
    if v_rows <> v_given then raise exception 'a lease that changes was not there'; end if;
  end if;

  v_given := array_length(j_text, 1);
  if v_given > 0 then
    insert into wallet_journal (account, subject, sequence, amount, balance_after, occurred_at,
                                kind, debit_book, credit_book)
    select j_text[i][1], j_text[i][2], j_number[i][1], j_number[i][2], j_number[i][3],
      j_instant[i][1], 'usage', 'balance', 'usage'
    from generate_series(1, v_given) i;
  end if;

  v_given := array_length(s_text, 1);
  if v_given > 0 then
    insert into admission_seats as s (account, employee, license_type, leases)
    select s_text[i][1], s_text[i][2], s_text[i][3], s_number[i][1]
    from generate_series(1, v_given) i
    on conflict (account, employee, license_type) do update set leases = excluded.leases;
  end if;

  -- A key taken at this instant by another batch fails this one: the caller sends it again and
  -- finds the key.
  v_given := array_length(k_text, 1);
  if v_given > 0 then
    insert into platform_idempotency_keys (scope, key, reply, status, request_hash, created_at)
    select k_text[i][1], k_text[i][2], k_text[i][3], k_number[i][1], k_hash[i], p_now
    from generate_series(1, v_given) i;
  end if;

  if p_rare is not null then perform admission_write_rare(p_rare); end if;
end
$$;

create function admission_write_rare(p_rare jsonb) returns void language plpgsql as $$
begin
  insert into admission_conditions
  select x.* from jsonb_populate_recordset(null::admission_conditions, p_rare -> 'conditions') x
  on conflict (id) do nothing;
  if exists (
    select from jsonb_populate_recordset(null::admission_conditions, p_rare -> 'conditions') x
    join admission_conditions known using (id)
    where to_jsonb(x) <> to_jsonb(known)
  ) then raise exception 'two conditions have one name'; end if;

  insert into admission_authorizations
  select x.* from jsonb_populate_recordset(null::admission_authorizations, p_rare -> 'records') x;

  insert into admission_late_settlements
  select x.* from jsonb_populate_recordset(null::admission_late_settlements, p_rare -> 'late') x;

  insert into admission_refusals
    (account, employee, activity, direction, codes, full_pools, refused_at)
  select x.account, x.employee, x.activity, x.direction, x.codes, x.full_pools, x.refused_at
  from jsonb_populate_recordset(null::admission_refusals, p_rare -> 'refusals') x;

  insert into wallet_usage_quarters as q
  select x.* from jsonb_populate_recordset(null::wallet_usage_quarters, p_rare -> 'quarters') x
  on conflict (account, quarter) do update set amount = q.amount + excluded.amount;

  insert into admission_pool_peaks as q
  select x.* from jsonb_populate_recordset(null::admission_pool_peaks, p_rare -> 'peaks') x
  on conflict (account, quarter, license_type)
  do update set peak = greatest(q.peak, excluded.peak);

  insert into admission_conflicts (lease, account, reported_ms, reported_segments, reported_at)
  select x.lease, x.account, x.reported_ms, x.reported_segments, x.reported_at
  from jsonb_populate_recordset(null::admission_conflicts, p_rare -> 'conflicts') x;
end
$$;
