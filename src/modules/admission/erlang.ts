/**
 * Erlang B: the share of calls that find all of `ports` taken, when calls that come at random
 * keep `erlangs` ports busy on average and blocked ones do not wait. Erlang, 1917; computed by
 * the usual recursion B(n) = a·B(n−1) ÷ (n + a·B(n−1)), which never overflows.
 */
export function blockingAt(erlangs: number, ports: number): number {
  if (erlangs <= 0) return 0;
  let blocking = 1;
  for (let n = 1; n <= ports; n += 1) {
    blocking = (erlangs * blocking) / (n + erlangs * blocking);
  }
  return blocking;
}

/** The field's usual target: one call in a hundred finds no port. */
export const BLOCKING_TARGET = 0.01;

/** Far beyond any account; the loop below ends long before. */
const PORTS_MAX = 100_000;

/** The fewest ports at which no more than `target` of the calls are blocked. */
export function portsFor(erlangs: number, target: number = BLOCKING_TARGET): number {
  let blocking = 1;
  if (erlangs <= 0) return 0;
  for (let ports = 1; ports <= PORTS_MAX; ports += 1) {
    blocking = (erlangs * blocking) / (ports + erlangs * blocking);
    if (blocking <= target) return ports;
  }
  return PORTS_MAX;
}
