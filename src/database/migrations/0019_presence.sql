-- Whether the process that claimed something still lives. Each holds an advisory lock on a number
-- of its own for as long as it is connected; whoever finds that lock free knows that it is gone.
create sequence platform_presences as int cycle;

alter table platform_idempotency_keys add claimed_by int;

create function platform_is_gone(presence int) returns boolean language sql as $$
  select pg_try_advisory_xact_lock(7655022, presence)
$$;
