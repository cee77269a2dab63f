import type { Outcome } from './operation.ts';

/** What is kept with an idempotency key. Money as text: JSON's numbers lose micro-units. */
export function outcomeText(outcome: Outcome): string {
  const { replayed: _, kept: __, ...fields } = outcome;
  return JSON.stringify(fields, (_name, value) =>
    typeof value === 'bigint' ? { micros: String(value) } : value,
  );
}

/** The reverse of `outcomeText`, with the words that a refusal was first told in. */
export function outcomeFrom(text: string): Outcome {
  const fields = JSON.parse(text, (_name, value) =>
    typeof value?.micros === 'string' ? BigInt(value.micros) : value,
  );
  return { ...fields, replayed: true };
}
