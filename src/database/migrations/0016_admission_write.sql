-- Writes what a batch decided: all of it or, where anything that it was decided on is no longer
-- so, nothing. An argument has a table's rows with all columns of one type, because what it costs
-- to hand over an argument counts more than what is in it: b_text[i][1] is the first text of the
-- i-th book. PL/pgSQL unpacks array arguments once, so an element costs the same at any place.

-- Another revision of a book or of the catalog than was decided on.
create function admission_refuse_stale(what text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'TKOLD', message = 'decided on what is no longer so: ' || what;
end $$;

create function admission_write(
  p_revision bigint,           -- what the books get for theirs
  p_catalog bigint,            -- the newest revision; null where nothing asked for it
  p_now timestamptz,
  -- Books, in the order of their accounts.
  b_text text[],               -- account, pool_codes, pools_in_use, pools_peak
  b_number bigint[],           -- revision, balance, held, last_sequence, usage_amount
  b_instant timestamptz[],     -- usage_quarter, next_expiry_at
  -- Leases that begin.
  l_text text[],               -- id, company, account, employee, activity, direction,
                               -- destination, reference, meter, rate, ports, seats
  l_number bigint[],           -- rate_version, price, fee, first_seconds, next_seconds, segments,
                               -- ring_ms, granted_ms, hold
  l_instant timestamptz[],     -- granted_at, expires_at
  -- Leases that go on otherwise.
  c_text text[],               -- id
  c_number bigint[],           -- used_ms, granted_ms, hold, final
  c_instant timestamptz[],     -- expires_at
  -- Leases that end.
  e_text text[],               -- id, outcome
  e_number bigint[],           -- used_ms, segments, charged, balance_after, settled_ms,
                               -- settled_segments, overrun, conflict
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
  v_given := coalesce(array_length(b_text, 1), 0);
  update wallet_books w set pool_codes = b_text[i][2]::text[], pools_in_use = b_text[i][3]::int[],
    pools_peak = b_text[i][4]::int[], balance = b_number[i][2], held = b_number[i][3],
    last_sequence = b_number[i][4], usage_amount = b_number[i][5], usage_quarter = b_instant[i][1],
    next_expiry_at = b_instant[i][2], revision = p_revision
  from generate_series(1, v_given) i
  where w.account = b_text[i][1] and w.revision = b_number[i][1];
  get diagnostics v_rows = row_count;
  if v_rows <> v_given then perform admission_refuse_stale('a book'); end if;

  -- A catalog version committed after this moment holds from the next batch on.
  if p_catalog <> (select max(c.revision) from catalog_versions c) then
    perform admission_refuse_stale('the catalog');
  end if;

  v_given := array_length(e_text, 1);
  if v_given > 0 then
    with ended as (
      delete from admission_leases e using generate_series(1, v_given) i
      where e.id = e_text[i][1] returning i, e.*
    )
    insert into admission_usage_records
      (lease, part, company, account, employee, activity, direction, destination, reference,
       meter, rate, rate_version, price, fee, first_seconds, next_seconds, granted_at, granted_ms,
       expires_at, hold, ports, seats, outcome, used_ms, segments, charged, balance_after,
       settled_ms, settled_segments, overrun, conflict, ended_at, reported_end)
    select e.id, 1, e.company, e.account, e.employee, e.activity, e.direction, e.destination,
      e.reference, e.meter, e.rate, e.rate_version, e.price, e.fee, e.first_seconds,
      e.next_seconds, e.granted_at, e.granted_ms, e.expires_at, e.hold, e.ports, e.seats,
      e_text[i][2], e_number[i][1], e_number[i][2], e_number[i][3], e_number[i][4],
      e_number[i][5], e_number[i][6], e_number[i][7] = 1, e_number[i][8] = 1,
      e_instant[i][1], e_instant[i][2]
    from ended e;
    get diagnostics v_rows = row_count;
    if v_rows <> v_given then raise exception 'a lease that ends was not there'; end if;
  end if;

  v_given := array_length(l_text, 1);
  if v_given > 0 then
    insert into admission_leases
      (id, company, account, employee, activity, direction, destination, reference, meter, rate,
       ports, seats, rate_version, price, fee, first_seconds, next_seconds, segments, ring_ms,
       granted_ms, hold, granted_at, expires_at, final)
    select l_text[i][1], l_text[i][2], l_text[i][3], l_text[i][4], l_text[i][5], l_text[i][6],
      l_text[i][7], l_text[i][8], l_text[i][9], l_text[i][10], l_text[i][11]::text[],
      l_text[i][12]::text[], l_number[i][1], l_number[i][2], l_number[i][3], l_number[i][4],
      l_number[i][5], l_number[i][6], l_number[i][7], l_number[i][8], l_number[i][9],
      l_instant[i][1], l_instant[i][2], false
    from generate_series(1, v_given) i;
  end if;

  v_given := array_length(c_text, 1);
  if v_given > 0 then
    update admission_leases e set used_ms = c_number[i][1], granted_ms = c_number[i][2],
      hold = c_number[i][3], final = c_number[i][4] = 1, expires_at = c_instant[i][1]
    from generate_series(1, v_given) i where e.id = c_text[i][1];
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
