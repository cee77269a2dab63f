-- Returns once all that was committed before it, by anybody, is on the disk: it commits something
-- of its own and waits for that. `waited_us` is how long it waited, in microseconds. (Decision
-- record 0038.)
create procedure admission_flush(inout waited_us bigint) language plpgsql as $$
declare
  v_begun timestamptz := clock_timestamp();
begin
  perform pg_logical_emit_message(true, 'tollkeeper', ''); -- Without it there is nothing to commit.
  commit;
  waited_us := extract(epoch from clock_timestamp() - v_begun) * 1000000;
end $$;
