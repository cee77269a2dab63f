-- Writes what a batch decided: all of it or, where anything that it was decided on is no longer
-- so, nothing. One row an array element; the arrays of a table have the same length. PL/pgSQL
-- unpacks array arguments once, so that reading an element of them costs the same at any place.

-- Another revision of a book or of the catalog than was decided on.
create function admission_refuse_stale(what text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'TKOLD', message = 'decided on what is no longer so: ' || what;
end $$;

create function admission_write(
  p_catalog bigint,                      -- the newest revision; null where nothing asked for it
  -- Books, in the order of their accounts.
  b_account text[], b_revision bigint[], b_balance bigint[], b_held bigint[],
  b_sequence bigint[], b_quarter timestamptz[], b_usage bigint[], b_next_expiry timestamptz[],
  b_codes text[], b_in_use text[], b_peaks text[],        -- each an array's text: '{3,1}'
  -- Leases that begin.
  l_id text[], l_company text[], l_account text[], l_employee text[], l_activity text[],
  l_direction text[], l_destination text[], l_reference text[], l_meter text[], l_rate text[],
  l_rate_version int[], l_price bigint[], l_fee bigint[], l_first int[], l_next int[],
  l_segments int[], l_granted_at timestamptz[], l_ring_ms int[], l_granted_ms bigint[],
  l_expires_at timestamptz[], l_hold bigint[], l_ports text[], l_seats text[],
  -- Leases that go on otherwise.
  c_id text[], c_used_ms bigint[], c_granted_ms bigint[], c_expires_at timestamptz[],
  c_hold bigint[], c_final boolean[],
  -- Leases that end.
  e_id text[], e_outcome text[], e_ended_at timestamptz[], e_reported_end timestamptz[],
  e_used_ms bigint[], e_segments int[], e_charged bigint[], e_balance bigint[],
  e_settled_ms bigint[], e_settled_segments int[], e_overrun boolean[], e_conflict boolean[],
  -- Charges in the journal.
  j_account text[], j_sequence bigint[], j_amount bigint[], j_balance bigint[], j_subject text[],
  j_at timestamptz[],
  s_account text[], s_employee text[], s_license_type text[], s_leases int[],
  k_scope text[], k_key text[], k_hash bytea[], k_status int[], k_reply text[], p_now timestamptz,
  p_rare jsonb                           -- rows of the tables that few batches touch, or null
) returns void
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
set enable_material = off set plan_cache_mode = force_generic_plan set jit = off
as $$
declare
  v_rows bigint;
begin
  -- First, and in the order of their accounts: these locks hold off everybody else.
  update wallet_books w set balance = b_balance[x.i], held = b_held[x.i],
    last_sequence = b_sequence[x.i], usage_quarter = b_quarter[x.i], usage_amount = b_usage[x.i],
    next_expiry_at = b_next_expiry[x.i], pool_codes = b_codes[x.i]::text[],
    pools_in_use = b_in_use[x.i]::int[], pools_peak = b_peaks[x.i]::int[],
    revision = w.revision + 1
  from generate_series(1, cardinality(b_account)) x(i)
  where w.account = b_account[x.i] and w.revision = b_revision[x.i];
  get diagnostics v_rows = row_count;
  if v_rows <> cardinality(b_account) then perform admission_refuse_stale('a book'); end if;

  -- A catalog version committed after this moment holds from the next batch on.
  if p_catalog <> (select max(c.revision) from catalog_versions c) then
    perform admission_refuse_stale('the catalog');
  end if;

  if cardinality(e_id) > 0 then
    with ended as (
      delete from admission_leases e using generate_series(1, cardinality(e_id)) x(i)
      where e.id = e_id[x.i] returning x.i, e.*
    )
    insert into admission_usage_records
      (lease, part, company, account, employee, activity, direction, destination, reference,
       meter, rate, rate_version, price, fee, first_seconds, next_seconds, granted_at, granted_ms,
       expires_at, hold, ports, seats, outcome, ended_at, reported_end, used_ms, segments,
       charged, balance_after, settled_ms, settled_segments, overrun, conflict)
    select e.id, 1, e.company, e.account, e.employee, e.activity, e.direction, e.destination,
      e.reference, e.meter, e.rate, e.rate_version, e.price, e.fee, e.first_seconds,
      e.next_seconds, e.granted_at, e.granted_ms, e.expires_at, e.hold, e.ports, e.seats,
      e_outcome[e.i], e_ended_at[e.i], e_reported_end[e.i], e_used_ms[e.i], e_segments[e.i],
      e_charged[e.i], e_balance[e.i], e_settled_ms[e.i], e_settled_segments[e.i],
      e_overrun[e.i], e_conflict[e.i]
    from ended e;
    get diagnostics v_rows = row_count;
    if v_rows <> cardinality(e_id) then raise exception 'a lease that ends was not there'; end if;
  end if;

  if cardinality(l_id) > 0 then
    insert into admission_leases
      (id, company, account, employee, activity, direction, destination, reference, meter, rate,
       rate_version, price, fee, first_seconds, next_seconds, segments, granted_at, ring_ms,
       granted_ms, expires_at, hold, final, ports, seats)
    select l_id[i], l_company[i], l_account[i], l_employee[i], l_activity[i], l_direction[i],
      l_destination[i], l_reference[i], l_meter[i], l_rate[i], l_rate_version[i], l_price[i],
      l_fee[i], l_first[i], l_next[i], l_segments[i], l_granted_at[i], l_ring_ms[i],
      l_granted_ms[i], l_expires_at[i], l_hold[i], false, l_ports[i]::text[], l_seats[i]::text[]
    from generate_series(1, cardinality(l_id)) i;
  end if;

  if cardinality(c_id) > 0 then
    update admission_leases e set used_ms = c_used_ms[x.i], granted_ms = c_granted_ms[x.i],
      expires_at = c_expires_at[x.i], hold = c_hold[x.i], final = c_final[x.i]
    from generate_series(1, cardinality(c_id)) x(i) where e.id = c_id[x.i];
    get diagnostics v_rows = row_count;
    if v_rows <> cardinality(c_id) then raise exception 'a lease that changes was not there'; end if;
  end if;

  if cardinality(j_account) > 0 then
    insert into wallet_journal (account, sequence, kind, debit_book, credit_book, amount,
                                balance_after, subject, occurred_at)
    select j_account[i], j_sequence[i], 'usage', 'balance', 'usage', j_amount[i], j_balance[i],
      j_subject[i], j_at[i]
    from generate_series(1, cardinality(j_account)) i;
  end if;

  if cardinality(s_account) > 0 then
    insert into admission_seats as s (account, employee, license_type, leases)
    select s_account[i], s_employee[i], s_license_type[i], s_leases[i]
    from generate_series(1, cardinality(s_account)) i
    on conflict (account, employee, license_type) do update set leases = excluded.leases;
  end if;

  -- A key taken at this instant by another batch fails this one: the caller sends it again and
  -- finds the key.
  if cardinality(k_key) > 0 then
    insert into platform_idempotency_keys (scope, key, request_hash, status, reply, created_at)
    select k_scope[i], k_key[i], k_hash[i], k_status[i], k_reply[i], p_now
    from generate_series(1, cardinality(k_key)) i;
  end if;

  if p_rare is not null then perform admission_write_rare(p_rare); end if;
end
$$;

create function admission_write_rare(p_rare jsonb) returns void language plpgsql as $$
begin
  insert into admission_usage_records
  select x.* from jsonb_populate_recordset(null::admission_usage_records, p_rare -> 'records') x;

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
