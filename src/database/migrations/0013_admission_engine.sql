-- The admission engine: one call decides a whole batch exactly as if its operations came one
-- after another. It locks the books in the order of their ids, reads in a later statement (and
-- so a later snapshot), walks the operations account by account deciding in local variables, and
-- then writes each table once. Nothing is decided on a row that is not locked.
--
-- The planner settings belong to the function, because a plan made while a table was small costs
-- up to fourteen times more once it has grown.
--
-- The caller never puts two operations on one lease, or two with one key, into the same batch.

create function admission_decide(
  p_now timestamptz, p_resend boolean,
  p_op text[],              -- authorize, probe, extend, settle, release, report, expire, hide
  p_lease text[],           -- chosen by the caller also for an authorize, so that it can resend
  p_company text[],         -- who may see the lease; null: the operator
  p_scope text[], p_key text[], p_hash bytea[],
  p_account text[], p_revision bigint[], p_facts bigint[], p_employee text[],
  p_activity text[], p_direction text[],
  p_destination text[], p_reference text[], p_meter text[], p_rate text[], p_rate_version int[],
  p_price bigint[], p_fee bigint[], p_first int[], p_next int[], p_ring_ms int[],
  p_ports text[], p_port_totals text[],   -- 'a,b' and '3,10': what it takes, how many there are
  p_seats text[], p_seat_totals text[],
  p_failed text[],          -- codes of the gates that failed before: it cannot be granted
  p_wanted_ms bigint[], p_used_ms bigint[], p_segments int[],
  p_reported_at timestamptz[]             -- a settlement's end, a report's start
) returns setof admission_result
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
set enable_material = off set plan_cache_mode = force_generic_plan set jit = off
as $$
declare
  v_accounts text[];
  v_expired text[];
  v_revision bigint;               -- the catalog's
  v_probing constant boolean := 'probe' = all (p_op);
  r record;
  i int;
  l admission_leases;              -- the operation's lease, while it is open
  u admission_usage_records;       -- its last usage record, once it has ended
  res admission_result;
  -- The account being walked.
  v_account text;
  b wallet_books;
  v_dirty boolean := false;
  v_at timestamptz;
  v_quarter timestamptz;
  v_balance bigint;
  v_held bigint;
  v_sequence bigint;
  v_usage bigint;
  v_next_expiry timestamptz;
  v_codes text[];
  v_in_use int[];
  v_peak int[];
  v_seat_keys text[];
  v_seats admission_seats[];
  v_seat admission_seats;
  -- The operation being decided.
  v_expired_now boolean;
  v_outcome text;                  -- set where it ends the lease
  v_part smallint;
  v_charge bigint;
  v_charged_before bigint;
  v_used bigint;
  v_segments int;
  v_settled_ms bigint;
  v_settled_segments int;
  v_take int;                      -- +1 takes the places, -1 gives them back, 0 neither
  v_totals int[];
  v_code text;
  v_key text;
  v_pool int;
  v_place int;
  v_cost bigint;
  v_target bigint;
  v_employee text;
  -- What is written at the end.
  w_results admission_result[] := '{}';
  w_books wallet_books[] := '{}';
  w_seats admission_seats[] := '{}';
  w_leases admission_leases[] := '{}';
  w_changed admission_leases[] := '{}';
  w_ended text[] := '{}';
  w_records admission_usage_records[] := '{}';
  w_journal wallet_journal[] := '{}';
  w_usage wallet_usage_quarters[] := '{}';
  w_peaks admission_pool_peaks[] := '{}';
  w_conflicts admission_conflicts[] := '{}';
  w_refusals admission_refusals[] := '{}';
begin
  -- Every lookup is a subquery of its own, so that it goes by its index from the operation to the
  -- row: a join may be planned the other way round while a table is empty, and read all of it
  -- for ever after.
  select array_agg(distinct x.account) into v_accounts from (
    select coalesce(
      o.account,
      (select e.account from admission_leases e where e.id = o.lease),
      (select h.account from admission_usage_records h where h.lease = o.lease and h.part = 1)
    ) as account
    from unnest(p_account, p_lease) o(account, lease)) x
  where x.account is not null;

  -- Who only asks takes no lock and writes nothing: that runs in a read-only transaction too.
  if not v_probing then
    perform 1 from wallet_books w where w.account = any (v_accounts)
    order by w.account for no key update;
  end if;

  -- A catalog version committed after this moment holds from the next batch on.
  select max(c.revision) into v_revision from catalog_versions c;

  -- An expired lease is free for this very request, whether or not any job ran. No lease expires
  -- before next_expiry_at, which also skips the index entries of those that ended long ago.
  select array_agg(e.id) into v_expired
  from wallet_books w
  cross join lateral (
    select x.id from admission_leases x where x.account = w.account
      and x.expires_at >= w.next_expiry_at and x.expires_at <= coalesce(w.test_now, p_now)
    offset 0) e
  where w.account = any (v_accounts) and w.next_expiry_at <= coalesce(w.test_now, p_now);

  for r in
    select o.i, o.op, e.lease, h.record, w.book, (w.book).account as book_account,
           k.request_hash, k.reply
    from (
      select 0 as i, 'expire' as op, x.id as lookup, null::text as account,
             null::text as scope, null::text as key
      from unnest(v_expired) x(id)
      union all
      select n.i::int, n.op,
             case when n.op = 'probe' or n.op = 'authorize' and not p_resend then null
                  else n.lease end,
             n.account, n.scope, n.key
      from unnest(p_op, p_lease, p_account, p_scope, p_key)
        with ordinality n(op, lease, account, scope, key, i)
      union all
      select 2147483647, 'stop', null, null, null, null
    ) o
    left join lateral (
      select x as lease from admission_leases x where x.id = o.lookup limit 1) e on true
    left join lateral (
      select x as record from admission_usage_records x
      where x.lease = o.lookup and (e.lease).id is null order by x.part desc limit 1) h on true
    left join lateral (
      select x as book from wallet_books x
      where x.account = coalesce((e.lease).account, (h.record).account, o.account)
      limit 1) w on true
    left join lateral (
      select x.request_hash, x.reply from platform_idempotency_keys x
      where x.scope = o.scope and x.key = o.key limit 1) k on true
    order by book_account nulls last, o.i
  loop
    -- Another account begins: put the one before away, take this one up.
    if r.book_account is distinct from v_account then
      if v_dirty then
        b.balance := v_balance; b.held := v_held; b.last_sequence := v_sequence;
        b.usage_quarter := v_quarter; b.usage_amount := v_usage;
        b.pool_codes := v_codes; b.pools_in_use := v_in_use; b.pools_peak := v_peak;
        b.next_expiry_at := v_next_expiry;
        w_books := w_books || b;
        w_seats := w_seats || v_seats;
      end if;
      v_account := r.book_account; b := r.book; v_dirty := false;
      v_at := coalesce(b.test_now, p_now);
      v_balance := b.balance; v_held := b.held; v_sequence := b.last_sequence;
      v_usage := b.usage_amount; v_next_expiry := b.next_expiry_at;
      v_codes := b.pool_codes; v_in_use := b.pools_in_use; v_peak := b.pools_peak;
      v_seat_keys := '{}'; v_seats := '{}';
      v_quarter := date_bin('15 minutes', v_at, 'epoch');
      if v_account is not null and b.usage_quarter is distinct from v_quarter then
        if v_usage > 0 then
          w_usage := w_usage || row(v_account, b.usage_quarter, v_usage)::wallet_usage_quarters;
        end if;
        for v_pool in 1 .. cardinality(v_codes) loop
          w_peaks := w_peaks || row(v_account, b.usage_quarter, v_codes[v_pool],
                                    v_peak[v_pool])::admission_pool_peaks;
        end loop;
        v_usage := 0; v_peak := v_in_use; v_dirty := true;
      end if;
      if b.next_expiry_at <= v_at then
        v_next_expiry := null;     -- Found anew below, when this batch's changes are written.
        v_dirty := true;
      end if;
    end if;
    exit when r.op = 'stop';

    i := r.i; l := r.lease; u := r.record;
    res := null; res.i := i; res.lease := p_lease[i]; res.account := v_account;
    res.currency := b.currency; res.at := v_at;
    v_outcome := null; v_charge := 0; v_take := 0; v_used := 0; v_segments := null;
    v_settled_ms := null; v_settled_segments := null; v_part := 1;

    if r.request_hash is not null then
      res.verdict := case when r.request_hash = p_hash[i] then 'replayed' else 'key_reused' end;
      if res.verdict = 'replayed' then res.stored := r.reply; end if;
      w_results := w_results || res;
      continue;
    end if;

    if v_account is null or (r.op not in ('authorize', 'probe', 'report', 'expire', 'hide')
        and ((l.id is null and u.lease is null)
             or coalesce(l.company, u.company) <> p_company[i])) then
      res.verdict := 'not_found'; res.account := null; res.currency := null;
      w_results := w_results || res;
      continue;
    end if;

    v_expired_now := l.id is not null and l.expires_at <= v_at;

    case
    when r.op = 'authorize' and (l.id is not null or u.lease is not null) then
      -- Sent again after its answer was lost: it had been granted.
      res.verdict := 'granted'; res.activity := coalesce(l.activity, u.activity);
      res.meter := coalesce(l.meter, u.meter);
      res.granted_ms := coalesce(l.granted_ms, u.granted_ms); res.hold := coalesce(l.hold, u.hold);
      res.expires_at := coalesce(l.expires_at, u.expires_at); res.final := coalesce(l.final, true);
      res.ports := coalesce(l.ports, u.ports); res.seats := coalesce(l.seats, u.seats);

    when r.op in ('authorize', 'probe') then
      if p_revision[i] <> v_revision or p_facts[i] <> b.facts_version then
        res.verdict := 'stale';
        w_results := w_results || res;
        continue;
      end if;
      res.activity := p_activity[i]; res.meter := p_meter[i];
      res.ports := string_to_array(p_ports[i], ','); res.seats := string_to_array(p_seats[i], ',');
      res.full_pools := '{}'; res.full_in_use := '{}';
      res.balance := v_balance; res.available := v_balance - v_held;
      v_employee := p_employee[i];

      v_totals := string_to_array(p_port_totals[i], ',');
      for v_place in 1 .. cardinality(res.ports) loop
        v_pool := array_position(v_codes, res.ports[v_place]);
        if coalesce(v_in_use[v_pool], 0) >= v_totals[v_place] then
          res.full_pools := res.full_pools || res.ports[v_place];
          res.full_in_use := res.full_in_use || coalesce(v_in_use[v_pool], 0);
        end if;
      end loop;
      v_totals := string_to_array(p_seat_totals[i], ',');
      for v_place in 1 .. cardinality(res.seats) loop
        v_code := res.seats[v_place];
        v_pool := array_position(v_codes, v_code);
        if coalesce(v_in_use[v_pool], 0) >= v_totals[v_place] then
          v_key := v_employee || ' ' || v_code;
          if coalesce(
            (v_seats[array_position(v_seat_keys, v_key)]).leases,
            (select s.leases from admission_seats s where s.account = v_account
              and s.employee = v_employee and s.license_type = v_code), 0) = 0 then
            res.full_pools := res.full_pools || v_code;
            res.full_in_use := res.full_in_use || coalesce(v_in_use[v_pool], 0);
          end if;
        end if;
      end loop;

      v_segments := p_segments[i];
      res.granted_ms := p_wanted_ms[i]; res.final := false; res.hold := 0;
      if p_price[i] is not null then
        res.needed := admission_charge(
          p_meter[i], p_price[i], p_fee[i], p_first[i], p_next[i], 1, v_segments);
        if res.needed <= res.available then
          res.hold := admission_charge(
            p_meter[i], p_price[i], p_fee[i], p_first[i], p_next[i], res.granted_ms, v_segments);
          if res.hold > res.available then
            res.granted_ms := admission_affordable_ms(
              p_price[i], p_fee[i], p_first[i], p_next[i], res.available);
            res.final := true;
            res.hold := admission_charge(
              p_meter[i], p_price[i], p_fee[i], p_first[i], p_next[i], res.granted_ms, v_segments);
          end if;
        end if;
      end if;

      if p_failed[i] <> '' or res.full_pools <> '{}' or res.needed > res.available then
        res.verdict := 'refused';
        if r.op = 'authorize' then
          w_refusals := w_refusals || row(0, v_account, v_employee, p_activity[i], p_direction[i],
            string_to_array(p_failed[i], ',')
            || case when res.full_pools && res.ports then '{insufficient_ports}'::text[] end
            || case when res.full_pools && res.seats then '{seats_exhausted}'::text[] end
            || case when res.needed > res.available then '{insufficient_minutes}'::text[] end,
            res.full_pools, v_at)::admission_refusals;
        end if;
      elsif r.op = 'probe' then
        res.verdict := 'allowed';
      else
        res.verdict := 'granted';
        res.expires_at := v_at
          + (p_ring_ms[i] + res.granted_ms + 30000) * interval '1 millisecond';
        v_held := v_held + res.hold;
        v_next_expiry := least(v_next_expiry, res.expires_at);
        v_take := 1;
        l := row(p_lease[i], p_company[i], v_account, v_employee, p_activity[i], p_direction[i],
          p_destination[i], p_reference[i], p_meter[i], p_rate[i], p_rate_version[i], p_price[i],
          p_fee[i], p_first[i], p_next[i], v_segments, v_at, p_ring_ms[i], res.granted_ms, 0,
          res.expires_at, res.hold, false, res.ports, res.seats)::admission_leases;
        w_leases := w_leases || l;
      end if;

    when r.op = 'extend' and l.id is not null and not v_expired_now then
      -- Counts are from the start of the call, so repeating an extend changes nothing.
      l.used_ms := greatest(l.used_ms, p_used_ms[i]);
      v_target := greatest(l.granted_ms, p_used_ms[i] + p_wanted_ms[i]);
      res.verdict := 'extended'; res.final := false;
      if l.final then
        res.final := true;
      elsif l.meter = 'voice' and v_target > l.granted_ms then
        v_cost := admission_charge(
          'voice', l.price, l.fee, l.first_seconds, l.next_seconds, v_target, 0);
        if v_cost - l.hold > greatest(v_balance - v_held, 0) then
          res.final := true;
          v_target := greatest(l.granted_ms, admission_affordable_ms(l.price, l.fee,
            l.first_seconds, l.next_seconds, l.hold + greatest(v_balance - v_held, 0)));
          v_cost := admission_charge(
            'voice', l.price, l.fee, l.first_seconds, l.next_seconds, v_target, 0);
        end if;
        v_cost := greatest(v_cost, l.hold);
        v_held := v_held + v_cost - l.hold;
        l.hold := v_cost; l.granted_ms := v_target;
      else
        l.granted_ms := v_target;
      end if;
      l.expires_at := greatest(l.expires_at, l.granted_at
        + (l.ring_ms + l.granted_ms + 30000) * interval '1 millisecond');
      res.granted_ms := l.granted_ms; res.expires_at := l.expires_at; res.hold := l.hold;
      w_changed := w_changed || l;
      v_dirty := true;

    when r.op = 'extend' then
      -- An expired or ended lease never revives.
      res.verdict := 'extended'; res.final := true;
      res.granted_ms := coalesce(l.granted_ms, u.granted_ms);
      res.expires_at := coalesce(l.expires_at, u.expires_at, u.ended_at);

    when r.op = 'settle' and l.id is not null and not v_expired_now then
      res.verdict := 'settled'; v_outcome := 'settled';
      v_used := greatest(l.used_ms, p_used_ms[i]);
      v_segments := coalesce(p_segments[i], l.segments);
      v_settled_ms := p_used_ms[i]; v_settled_segments := v_segments;
      v_charge := admission_charge(
        l.meter, l.price, l.fee, l.first_seconds, l.next_seconds, v_used, v_segments);
      res.conflict := p_used_ms[i] < l.used_ms;

    when r.op = 'settle' and u.settled_ms is not null then
      -- The first settlement stands, whatever later ones say.
      res.verdict := 'settled'; res.charged := u.charged; res.balance := u.balance_after;
      res.overrun := u.overrun; res.late := u.part = 2; res.outcome := u.outcome;
      res.conflict := u.conflict or u.settled_ms <> p_used_ms[i]
        or coalesce(p_segments[i], u.settled_segments) is distinct from u.settled_segments;
      if res.conflict then
        w_conflicts := w_conflicts || row(0, u.lease, v_account, p_used_ms[i], p_segments[i],
                                          v_at)::admission_conflicts;
      end if;

    when r.op = 'settle' then
      -- Late: the lease ended without a settlement, so only the difference is charged.
      if l.id is null then
        l := row(u.lease, u.company, u.account, u.employee, u.activity, u.direction, u.destination,
          u.reference, u.meter, u.rate, u.rate_version, u.price, u.fee, u.first_seconds,
          u.next_seconds, u.segments, u.granted_at, 0, u.granted_ms, u.used_ms, u.expires_at,
          u.hold, true, u.ports, u.seats)::admission_leases;
        v_charged_before := u.charged;
      else
        v_charged_before := admission_charge(
          l.meter, l.price, l.fee, l.first_seconds, l.next_seconds, l.used_ms, 0);
      end if;
      res.verdict := 'settled'; v_outcome := 'late'; v_part := 2;
      v_used := greatest(l.used_ms, p_used_ms[i]);
      v_segments := coalesce(p_segments[i], l.segments);
      v_settled_ms := p_used_ms[i]; v_settled_segments := v_segments;
      res.conflict := p_used_ms[i] < l.used_ms;
      v_charge := greatest(0, admission_charge(l.meter, l.price, l.fee, l.first_seconds,
        l.next_seconds, v_used, v_segments) - v_charged_before);

    when r.op = 'release' then
      res.verdict := 'released';
      if l.id is not null and not v_expired_now then
        v_outcome := 'released'; v_used := l.used_ms; v_segments := l.segments;
      else
        res.outcome := case when v_expired_now then 'expired' else u.outcome end;
        res.balance := v_balance; res.charged := 0;
      end if;

    when r.op = 'expire' then
      -- Named by the caller it may have been extended or ended since: then nothing is to do.
      if v_expired_now then
        res.verdict := 'released'; v_outcome := 'expired'; v_used := l.used_ms;
        v_segments := l.segments;
        v_charge := admission_charge(
          l.meter, l.price, l.fee, l.first_seconds, l.next_seconds, v_used, 0);
      end if;

    when r.op = 'hide' then
      if l.id is not null and not v_expired_now and l.meter = 'none' then
        v_outcome := 'ended'; v_used := l.used_ms;
      elsif l.id is not null and not v_expired_now then
        l.final := true;
        w_changed := w_changed || l;
      end if;

    when r.op = 'report' then
      res.verdict := 'charged';
      if u.lease is not null then
        res.charged := u.charged; res.balance := u.balance_after; res.outcome := u.outcome;
      else
        v_outcome := 'unauthorized'; v_used := p_used_ms[i]; v_segments := p_segments[i];
        v_settled_ms := v_used; v_settled_segments := v_segments;
        v_charge := admission_charge(
          p_meter[i], p_price[i], p_fee[i], p_first[i], p_next[i], v_used, v_segments);
        l := row(p_lease[i], p_company[i], v_account, p_employee[i], p_activity[i],
          p_direction[i], p_destination[i], p_reference[i], p_meter[i], p_rate[i],
          p_rate_version[i], p_price[i], p_fee[i], p_first[i], p_next[i], v_segments,
          p_reported_at[i], 0, 0, v_used, null, 0, true, '{}', '{}')::admission_leases;
      end if;
    end case;

    if v_outcome is not null then
      v_dirty := true;
      if v_outcome in ('settled', 'released', 'expired', 'ended') then
        w_ended := w_ended || l.id;
        v_held := v_held - l.hold;
        v_take := -1;
      end if;
      if v_charge > 0 then
        v_balance := v_balance - v_charge;
        v_usage := v_usage + v_charge;
        v_sequence := v_sequence + 1;
        w_journal := w_journal || row(v_account, v_sequence, 'usage', 'balance', 'usage', v_charge,
                                      v_balance, l.id, v_at, null)::wallet_journal;
      end if;
      res.charged := v_charge; res.balance := v_balance; res.late := v_part = 2;
      res.outcome := v_outcome;
      res.conflict := coalesce(res.conflict, false);
      res.overrun := v_charge > 0 and v_outcome <> 'unauthorized'
        and v_charge + case when v_part = 2 then v_charged_before else 0 end > l.hold;
      w_records := w_records || row(l.id, v_part, l.company, v_account, l.employee, l.activity,
        l.direction, l.destination, l.reference, l.meter, l.rate, l.rate_version, l.price, l.fee,
        l.first_seconds, l.next_seconds, l.granted_at, l.granted_ms, l.expires_at, l.hold,
        l.ports, l.seats, v_outcome, v_at,
        case when v_settled_ms is not null then p_reported_at[i] end, v_used, v_segments,
        v_charge, v_balance, v_settled_ms, v_settled_segments, res.overrun,
        res.conflict)::admission_usage_records;
    end if;

    if v_take <> 0 then
      v_dirty := true;
      foreach v_code in array l.ports || l.seats loop
        v_pool := array_position(v_codes, v_code);
        if v_pool is null then
          v_codes := v_codes || v_code; v_in_use := v_in_use || 0; v_peak := v_peak || 0;
          v_pool := cardinality(v_codes);
        end if;
        if v_code = any (l.seats) then
          v_key := l.employee || ' ' || v_code;
          v_place := array_position(v_seat_keys, v_key);
          if v_place is null then
            select s.* into v_seat from admission_seats s where s.account = v_account
              and s.employee = l.employee and s.license_type = v_code;
            if not found then v_seat := row(v_account, l.employee, v_code, 0); end if;
            v_seat_keys := v_seat_keys || v_key; v_seats := v_seats || v_seat;
            v_place := cardinality(v_seat_keys);
          end if;
          v_seat := v_seats[v_place];
          v_seat.leases := v_seat.leases + v_take;
          v_seats[v_place] := v_seat;
          -- Only the employee's first lease takes the seat, and only the last gives it back.
          continue when v_seat.leases <> case when v_take = 1 then 1 else 0 end;
        end if;
        v_in_use[v_pool] := v_in_use[v_pool] + v_take;
        v_peak[v_pool] := greatest(v_peak[v_pool], v_in_use[v_pool]);
      end loop;
    end if;

    if i > 0 then w_results := w_results || res; end if;
  end loop;

  if v_probing then
    return query select x.* from unnest(w_results) x order by x.i;
    return;
  end if;

  if w_ended <> '{}' then
    delete from admission_leases e where e.id = any (w_ended);
  end if;
  if w_leases <> '{}' then
    insert into admission_leases select x.* from unnest(w_leases) x;
  end if;
  if w_changed <> '{}' then
    update admission_leases e set used_ms = x.used_ms, granted_ms = x.granted_ms, hold = x.hold,
      expires_at = x.expires_at, final = x.final
    from unnest(w_changed) x where e.id = x.id and e.id = any (p_lease);
  end if;
  if w_records <> '{}' then
    insert into admission_usage_records select x.* from unnest(w_records) x;
  end if;
  if w_journal <> '{}' then
    insert into wallet_journal select x.* from unnest(w_journal) x;
  end if;
  if w_usage <> '{}' then
    insert into wallet_usage_quarters as q select x.* from unnest(w_usage) x
    on conflict (account, quarter) do update set amount = q.amount + excluded.amount;
  end if;
  if w_peaks <> '{}' then
    insert into admission_pool_peaks as q select x.* from unnest(w_peaks) x
    on conflict (account, quarter, license_type)
    do update set peak = greatest(q.peak, excluded.peak);
  end if;
  if w_seats <> '{}' then
    insert into admission_seats as s select x.* from unnest(w_seats) x
    on conflict (account, employee, license_type) do update set leases = excluded.leases;
  end if;
  if w_refusals <> '{}' then
    insert into admission_refusals
      (account, employee, activity, direction, codes, full_pools, refused_at)
    select x.account, x.employee, x.activity, x.direction, x.codes, x.full_pools, x.refused_at
    from unnest(w_refusals) x;
  end if;
  if w_conflicts <> '{}' then
    insert into admission_conflicts
      (lease, account, reported_ms, reported_segments, reported_at)
    select x.lease, x.account, x.reported_ms, x.reported_segments, x.reported_at
    from unnest(w_conflicts) x;
  end if;
  if w_books <> '{}' then
    update wallet_books w set balance = x.balance, held = x.held, last_sequence = x.last_sequence,
      usage_quarter = x.usage_quarter, usage_amount = x.usage_amount, pool_codes = x.pool_codes,
      pools_in_use = x.pools_in_use, pools_peak = x.pools_peak,
      next_expiry_at = case when w.next_expiry_at <= coalesce(w.test_now, p_now)
        then (select min(e.expires_at) from admission_leases e
              where e.account = w.account and e.expires_at > coalesce(w.test_now, p_now))
        else x.next_expiry_at end
    from unnest(w_books) x where w.account = x.account and w.account = any (v_accounts);
  end if;
  -- A key taken at this instant by another account's batch fails the whole batch: the caller
  -- sends it again and finds the key.
  insert into platform_idempotency_keys (scope, key, request_hash, status, reply, created_at)
  select p_scope[x.i], p_key[x.i], p_hash[x.i], case x.verdict when 'granted' then 201 else 200 end,
         admission_stored_result(x), p_now
  from unnest(w_results) x
  where p_key[x.i] is not null and x.verdict not in ('stale', 'replayed', 'key_reused');

  return query select x.* from unnest(w_results) x order by x.i;
end
$$;
